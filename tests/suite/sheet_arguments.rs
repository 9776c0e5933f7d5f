//! No sheet names what its rule does not give, in any branch of any template of either language.

use std::collections::{BTreeMap, BTreeSet};

use minijinja::Environment;
use planlint::{
    alignment::Shortfall,
    finding::{FactRecord, Finding},
    rulebook::Wording,
    words::{Language, Words},
};

use crate::{
    examples::{all, cases_beyond_examples, finding_of},
    support,
};

/// What every template may name besides the facts of its rule; not the case, since a sentence that differs by case has one
/// template a case.
const ALWAYS: [&str; 6] = ["binding", "plan", "region", "indicator", "year", "other"];

/// The names of facts, those inside records behind a point: `child.region`.
fn names(told: &FactRecord, before: &str, found: &mut BTreeSet<String>) {
    for (name, value) in told {
        let name = format!("{before}{name}");
        assert!(!value.is_f64(), "{name} is a number that is not exact");
        if let Some(record) = value.as_object() {
            names(record, &format!("{name}."), found);
        }
        found.insert(name);
    }
}

/// What the rules give in all examples: by the rule for its sentences, by rule and key for its notes.
fn given() -> BTreeMap<(String, String), BTreeSet<String>> {
    let mut given: BTreeMap<(String, String), BTreeSet<String>> = BTreeMap::new();
    for (_, sheet) in support::sheets().iter() {
        for example in &sheet.examples().unwrap() {
            let (_, outcome) = support::check_example(example);
            for finding in all(&outcome) {
                let key = |note: &str| (finding.rule.to_owned(), note.to_owned());
                names(&finding.draft.facts.told(), "", given.entry(key("")).or_default());
                for related in &finding.draft.related {
                    let found = given.entry(key(related.note)).or_default();
                    names(&related.facts.told(), "", found);
                }
            }
        }
    }
    for (rule, draft) in cases_beyond_examples() {
        names(&draft.facts.told(), "", given.entry((rule.to_owned(), String::new())).or_default());
    }
    given
}

/// The templates of a sheet in one language, with the key of their note.
fn templates(wording: &Wording) -> Vec<(&str, &str)> {
    let sentences = [
        Some(&wording.message),
        Some(&wording.help),
        wording.meanwhile.as_ref(),
        wording.fix.as_ref(),
    ];
    let sentences = sentences.into_iter().flatten().map(|sentence| ("", sentence));
    let notes = wording.notes.iter().map(|(key, sentence)| (key.as_str(), sentence));
    let all = sentences.chain(notes);
    all.flat_map(|(note, sentence)| sentence.templates().map(move |(_, text)| (note, text)))
        .collect()
}

#[test]
fn no_template_names_what_its_rule_does_not_give() {
    let given = given();
    let mut wrong = BTreeSet::new();
    let environment = Environment::new();
    for (rule, sheet) in support::sheets().iter() {
        for wording in [&sheet.zh, &sheet.en] {
            for (note, text) in templates(wording) {
                let template = environment.template_from_str(text).expect("a template");
                let named: BTreeSet<String> =
                    template.undeclared_variables(true).into_iter().collect();
                for name in named {
                    let of = |note: &str| given.get(&(rule.to_owned(), note.to_owned()));
                    let known =
                        [of(""), of(note)].into_iter().flatten().any(|names| names.contains(&name));
                    if !known && !ALWAYS.contains(&name.as_str()) {
                        wrong.insert(format!("{rule}/{note}: {name}"));
                    }
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} names:\n{}",
        wrong.len(),
        wrong.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn every_case_is_found_in_an_example() {
    let sheets = support::sheets();
    let mut missing: BTreeSet<(&str, String)> = BTreeSet::new();
    for (rule, sheet) in sheets.iter() {
        missing.extend(sheet.levels.keys().map(|case| (rule, case.clone())));
    }
    for (_, sheet) in sheets.iter() {
        for example in &sheet.examples().unwrap() {
            let (_, outcome) = support::check_example(example);
            for finding in all(&outcome) {
                missing.remove(&(finding.rule, finding.draft.case.to_owned()));
            }
        }
    }
    for (rule, draft) in cases_beyond_examples() {
        missing.remove(&(rule, draft.case.to_owned()));
    }
    assert!(missing.is_empty(), "{} cases in no example: {missing:#?}", missing.len());
}

/// The literal pieces of a template that stand in a branch: between tags, and as strings of a choice inside one.
fn branch_pieces(template: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let (mut rest, mut depth) = (template, 0_usize);
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        let (before, tag) = rest.split_at(at);
        if depth > 0 {
            pieces.push(before.to_owned());
        }
        let close = if tag.starts_with("{{") { "}}" } else { "%}" };
        let (inside, behind) = tag[2..].split_once(close).expect("a tag that closes");
        let inside = inside.trim_matches(['-', ' ', '\n']);
        match inside.split_whitespace().next() {
            Some("if" | "for") if close == "%}" => depth += 1,
            Some("endif" | "endfor") if close == "%}" => depth -= 1,
            _ if inside.contains(" if ") => {
                let parts = inside.split(" else ");
                let choice = parts.map(|part| part.split(" if ").next().unwrap_or_default());
                let strings = choice.flat_map(|words| words.split(['"', '\'']).skip(1).step_by(2));
                pieces.extend(strings.map(str::to_owned));
            }
            _ => {}
        }
        rest = behind;
    }
    pieces
        .iter()
        .flat_map(|piece| piece.split('\n'))
        .map(|piece| piece.trim().to_owned())
        .filter(|piece| piece.chars().filter(|c| c.is_alphanumeric()).count() > 1)
        .collect()
}

#[test]
fn every_piece_of_a_branch_is_shown_in_an_example() {
    let mut missing = Vec::new();
    for language in [Language::Zh, Language::En] {
        let words = Words::new(language, support::sheets());
        let mut shown: BTreeMap<&str, String> = BTreeMap::new();
        let mut show = |finding: &Finding| {
            let said = words.try_say(finding).expect("every sentence of an example");
            let text = shown.entry(finding.rule).or_default();
            for one in [said.message, said.help, said.meanwhile]
                .into_iter()
                .chain(said.notes)
                .chain(said.fix)
            {
                text.push_str(&one);
                text.push('\n');
            }
        };
        for (_, sheet) in support::sheets().iter() {
            for example in &sheet.examples().unwrap() {
                all(&support::check_example(example).1).for_each(&mut show);
            }
        }
        let beyond = cases_beyond_examples().into_iter();
        beyond.for_each(|(rule, draft)| show(&finding_of(rule, draft)));
        for (rule, sheet) in support::sheets().iter() {
            for (note, template) in templates(language.pick(&sheet.zh, &sheet.en)) {
                let text = shown.get(rule).map_or("", String::as_str);
                let pieces = branch_pieces(template).into_iter();
                let unseen = pieces.filter(|piece| !text.contains(piece.as_str()));
                missing.extend(unseen.map(|piece| format!("{rule}/{note}: {piece}")));
            }
        }
    }
    assert!(missing.is_empty(), "{} pieces:\n{}", missing.len(), missing.join("\n"));
}

#[test]
fn the_ladder_names_cases_of_the_sheets() {
    let sheets = support::sheets();
    let cases = sheets.get("weaker-than-parent").unwrap().levels.keys();
    let rungs = Shortfall::ALL.map(Shortfall::key).map(str::to_owned);
    assert_eq!(cases.cloned().collect::<BTreeSet<_>>(), rungs.into_iter().collect());
    assert!(sheets.get("conflicts-with-parent").unwrap().levels.contains_key("disjoint"));
}
