//! Every example of every sheet is run with all rules: its marks must be found in their case, and nothing else.

use planlint::{
    config::Language,
    engine::Outcome,
    finding::{Finding, Place},
    rulebook::{Example, ExampleMark, Marked, Sheet},
    text::Sources,
    words::Words,
};

use crate::support;

/// Where something stands: file, first byte, bytes.
type At = (String, usize, usize);

fn at(sources: &Sources, place: &Place) -> At {
    let source = sources.get(place.file).expect("a file of the run");
    let span = place.span.range();
    (source.path.to_string(), span.start, span.len())
}

fn at_mark(mark: &ExampleMark) -> At {
    (mark.file.clone(), mark.start, mark.length)
}

fn told(sources: &Sources, words: &Words, finding: &Finding) -> String {
    let source = sources.get(finding.place().file).expect("a file of the run");
    let position = source.position(finding.place().span.start);
    let message =
        words.try_say(finding).map(|said| said.message).unwrap_or_else(|error| error.to_string());
    let (line, column) = (position.line, position.column);
    format!("{}:{line}:{column} {} {}: {message}", source.path, finding.level.key(), finding.rule)
}

/// What an example shows otherwise than its marks say.
fn surprises(rule: &str, sheet: &Sheet, example: &Example, words: &Words) -> Vec<String> {
    let (_, outcome) = support::check_example(example);
    let mut marks = example.marks();
    let mut wrong = Vec::new();
    for finding in &outcome.findings {
        let place = at(&outcome.sources, finding.place());
        let shows = |mark: &ExampleMark| {
            let case = match &mark.marked {
                Marked::Finding(case) => case.as_deref(),
                Marked::Note(_) => return false,
            };
            // Where there is only one case nothing has to be named.
            let is_case = case.map_or(sheet.levels.len() == 1, |case| case == finding.draft.case);
            finding.rule == rule && at_mark(mark) == place && is_case
        };
        match marks.iter().position(shows) {
            Some(known) => _ = marks.remove(known),
            None => wrong.push(format!("surprise {}", told(&outcome.sources, words, finding))),
        }
        for related in &finding.draft.related {
            let place = at(&outcome.sources, &related.place);
            let key = Marked::Note(related.note.to_owned());
            marks.retain(|mark| !(mark.marked == key && at_mark(mark) == place));
        }
    }
    let plain = example.plain_files();
    wrong.extend(marks.iter().map(|mark| {
        let words = plain[&mark.file].get(mark.start..mark.start + mark.length).unwrap_or_default();
        format!("nothing of {:?} at {} «{words}»", mark.marked, mark.file)
    }));
    wrong
}

#[test]
fn examples_show_what_they_say() {
    let sheets = support::sheets();
    let words = Words::new(Language::Zh, sheets.clone());
    let mut wrong = Vec::new();
    for (rule, sheet) in sheets.iter() {
        for (number, example) in (1..).zip(&sheet.examples) {
            let surprises = surprises(rule, sheet, example, &words).into_iter();
            wrong.extend(surprises.map(|one| format!("{rule} example {number}: {one}")));
        }
    }
    assert!(wrong.is_empty(), "{} surprises:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_an_example_that_fires_and_one_that_stays_silent() {
    for (rule, sheet) in support::sheets().iter() {
        assert!(sheet.examples.iter().any(Example::fires), "{rule}: no example fires");
        assert!(!sheet.examples.iter().all(Example::fires), "{rule}: no example is silent");
    }
}

/// All findings of a run, with those that were allowed or are known.
pub fn all(outcome: &Outcome) -> impl Iterator<Item = &Finding> {
    let allowed = outcome.allowed.iter().map(|allowed| &allowed.finding);
    outcome.findings.iter().chain(allowed).chain(&outcome.known)
}

/// What is said of every finding of every example.
fn said(language: Language) -> String {
    let sheets = support::sheets();
    let words = Words::new(language, sheets.clone());
    let mut text = String::new();
    for (rule, sheet) in sheets.iter() {
        for (number, example) in (1..).zip(&sheet.examples) {
            let (_, outcome) = support::check_example(example);
            for finding in all(&outcome).filter(|finding| finding.rule == rule) {
                let said = words.try_say(finding).unwrap_or_else(|error| panic!("{rule}: {error}"));
                assert!(!said.message.is_empty() && !said.help.is_empty(), "{rule}");
                let level = words.level(finding.level);
                text +=
                    &format!("{rule} {number} {} {level}\n{}\n", finding.draft.case, said.message);
                text += &format!("  → {}\n", said.help);
                for note in said.notes.iter().chain(&said.fix).chain([&said.basis]) {
                    if !note.is_empty() {
                        text += &format!("  · {note}\n");
                    }
                }
            }
        }
        text.push('\n');
    }
    text
}

#[test]
fn what_is_said_of_every_example_stands_in_one_text() {
    insta::assert_snapshot!("examples_zh", said(Language::Zh));
    insta::assert_snapshot!("examples_en", said(Language::En));
}
