//! What a finding compares is told alike by every output, and a decision is held to it.

use std::collections::{BTreeMap, BTreeSet};

use planlint::{
    engine::{Outcome, World},
    finding::{Compared, StatedValue},
    quantity::{Decimal, Direction},
    report::{self, Circumstances},
    suppress::{Values, values_of},
    words::{Language, Words},
};

use crate::{
    formats,
    support::{self, TODAY},
};

/// The rules that say something of a plan, a file or an exception, and set no values beside each other.
const COMPARING_NOTHING: [&str; 11] = [
    "cyclic-hierarchy",
    "duplicate-plan",
    "expired-allow",
    "invalid-allow",
    "nothing-read",
    "orphan-plan",
    "stale-baseline",
    "superseded-parent",
    "uncited-parent",
    "unread-file",
    "unused-allow",
];

/// The runs on the real plans and on every example, each with its name.
fn runs() -> Vec<(String, World, Outcome)> {
    let mut runs = Vec::new();
    for folder in ["outline", "zhejiang"] {
        let (world, outcome) = support::check(support::plans_in(folder), TODAY);
        runs.push((folder.to_owned(), world, outcome));
    }
    for (rule, sheet) in support::sheets().iter() {
        for (number, example) in (1..).zip(&sheet.examples().unwrap()) {
            let (world, outcome) = support::check_example(example);
            runs.push((format!("{rule} {number}"), world, outcome));
        }
    }
    runs
}

/// The cells of a list of findings, by the heads.
fn rows(outcome: &Outcome, words: &Words) -> Vec<BTreeMap<String, String>> {
    let mut out = Vec::new();
    let options = planlint::emit::Options::default();
    planlint::emit::write_outcome(planlint::emit::Format::Csv, outcome, words, options, &mut out)
        .unwrap();
    let text = String::from_utf8(out).unwrap();
    let mut rows = formats::rows(text.trim_start_matches('\u{feff}')).into_iter();
    let heads = rows.next().expect("heads");
    rows.map(|row| heads.iter().cloned().zip(row).collect()).collect()
}

/// The findings of a run as its JSON has them.
fn objects(outcome: &Outcome, words: &Words) -> Vec<serde_json::Value> {
    let mut out = Vec::new();
    let options = planlint::emit::Options::default();
    planlint::emit::write_outcome(planlint::emit::Format::Json, outcome, words, options, &mut out)
        .unwrap();
    let mut document: serde_json::Value = serde_json::from_slice(&out).unwrap();
    document["findings"].as_array_mut().map(std::mem::take).unwrap()
}

/// What a value is in a cell of the list: its number, else its words.
fn cell(value: Option<&StatedValue>) -> String {
    match value {
        None => String::new(),
        Some(StatedValue { number: Some(number), .. }) => number.normalize().to_string(),
        Some(value) => value.words.trim().to_owned(),
    }
}

#[test]
fn every_output_tells_the_same_two_values() {
    let words = Words::new(Language::En, support::sheets());
    for (name, world, outcome) in runs() {
        let material = report::material(&world, &outcome, &words, Circumstances::default());
        let (rows, objects) = (rows(&outcome, &words), objects(&outcome, &words));
        for finding in &outcome.findings {
            let at = format!("{name}: {} {}", finding.rule, finding.id);
            let Compared { own, other, count, .. } = &finding.draft.compared;
            let row = rows.iter().find(|row| row["id"] == finding.id).expect("a row");
            let object = objects.iter().find(|one| one["id"] == finding.id).expect("an object");
            let card = material.cards.iter().find(|card| card.id == finding.id).expect("a card");
            for (value, cell_of, key, shown) in
                [(own, "value", "own", &card.own), (other, "compared with", "other", &card.other)]
            {
                let value = value.as_ref();
                let counted = count.filter(|_| key == "own");
                let (expected, words) = match (counted, value) {
                    (Some(count), _) => (count.to_string(), format!("{count} items")),
                    (None, Some(value)) => (cell(Some(value)), value.words.to_string()),
                    (None, None) => (String::new(), String::new()),
                };
                let told = row[cell_of].trim_start_matches('\'').split(' ').next().unwrap();
                let first = expected.split(' ').next().unwrap();
                // A character that nobody sees is written out.
                let is_same = match expected.is_empty() {
                    true => row[cell_of].is_empty(),
                    false => told == first || row[cell_of].contains(&expected),
                };
                assert!(is_same || told.contains("<U+"), "{at}: {key} {row:?}");
                let told = &object["compared"][key]["words"];
                let printed = value.map(|value| value.words.to_string());
                assert_eq!(told.as_str().map(str::to_owned), printed, "{at}: {key}");
                assert_eq!(shown.trim(), words.trim(), "{at}: {key}");
            }
            let told = object["compared"]["count"].as_u64();
            assert_eq!(told, count.map(|count| count as u64), "{at}");
        }
    }
}

#[test]
fn every_rule_says_what_it_compares_but_those_that_compare_nothing() {
    let sheets = support::sheets();
    let mut silent: BTreeSet<&str> = sheets.iter().map(|(rule, _)| rule).collect();
    for (_, _, outcome) in runs() {
        for finding in &outcome.findings {
            if finding.draft.compared != Compared::default() {
                silent.remove(finding.rule);
            }
        }
    }
    assert_eq!(silent.into_iter().collect::<Vec<_>>(), COMPARING_NOTHING);
}

#[test]
fn a_decision_on_other_values_covers_no_finding_that_compares() {
    for (name, _, outcome) in runs() {
        for finding in &outcome.findings {
            let draft = &finding.draft;
            let now = values_of(draft);
            let at = format!("{name}: {} {now:?}", finding.rule);
            assert!(now.still_cover(draft), "{at}: the same values are covered");
            if now.child.is_none() && now.parent.is_none() {
                continue;
            }
            let mut then = now.clone();
            let changed = if then.child.is_some() { &mut then.child } else { &mut then.parent };
            *changed = Some(if draft.compared.count.is_some() { "0" } else { "另一句话" }.into());
            assert!(!then.still_cover(draft), "{at}: other values are covered");
        }
    }
}

#[test]
fn a_decision_holds_while_the_gap_shrinks_and_lapses_when_it_grows() {
    let mut judged = BTreeSet::new();
    for (name, _, outcome) in runs() {
        for finding in &outcome.findings {
            let draft = &finding.draft;
            let Compared {
                own: Some(own), direction: Some(direction), distance: Some(apart), ..
            } = &draft.compared
            else {
                continue;
            };
            let Some(number) = own.number.filter(|_| apart.gap > Decimal::ZERO) else { continue };
            let now = values_of(draft);
            let then = |number: Decimal| Values {
                child: Some(number.normalize().to_string().into()),
                ..now.clone()
            };
            let (more, less) = (then(number + Decimal::ONE), then(number - Decimal::ONE));
            let (better, worse) =
                if *direction == Direction::Higher { (more, less) } else { (less, more) };
            // Words that are no plain number cover only as they are.
            if worse.still_cover(draft) {
                assert!(!better.still_cover(draft), "{name}: {} {now:?}", finding.rule);
                judged.insert(finding.rule);
            }
        }
    }
    for rule in [
        "backslides",
        "child-change-exceeds-parent",
        "rollup-over-cap",
        "rollup-shortfall",
        "rollup-unattainable",
        "weaker-than-parent",
        "worse-than-baseline",
    ] {
        assert!(judged.contains(rule), "{rule} is not among {judged:?}");
    }
}
