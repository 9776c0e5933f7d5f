//! Every example of every sheet is run with all rules: its marks must be found in their case, and nothing else.

use std::collections::BTreeMap;

use planlint::{
    config::Language,
    engine::Outcome,
    finding::{Draft, Finding, Place, Subject},
    rulebook::{Example, ExampleMark, MarkMeaning, Sheet},
    text::{FileId, Sources, Span, UnreadReason},
    words::Words,
};
use serde_json::json;

use crate::support;

/// Where something stands: file, first byte, bytes.
type At = (String, usize, usize);

fn at(sources: &Sources, place: &Place) -> At {
    let source = sources.get(place.file).expect("a file of the run");
    let span = place.span.range();
    (source.path.to_string(), span.start, span.len())
}

/// Where a mark stands in the text of its file; that of a document is not its bytes, and its words are looked for.
fn at_mark(sources: &Sources, plain: &BTreeMap<String, String>, mark: &ExampleMark) -> At {
    let words = plain[&mark.file].get(mark.start..mark.start + mark.length).unwrap_or_default();
    let document = sources.iter().map(|(_, source)| source);
    let mut document = document.filter(|one| one.is_document() && *one.path == *mark.file);
    let start = document.next().filter(|_| !words.is_empty());
    let start = start.and_then(|source| source.text.find(words));
    (mark.file.clone(), start.unwrap_or(mark.start), mark.length)
}

fn told(sources: &Sources, words: &Words, finding: &Finding) -> String {
    let source = sources.get(finding.place().file).expect("a file of the run");
    let position = source.position(finding.place().span.start);
    let message =
        words.try_say(finding).map(|said| said.message).unwrap_or_else(|error| error.to_string());
    let (line, column) = (position.line, position.column);
    let (level, case) = (finding.level.key(), finding.draft.case);
    format!("{}:{line}:{column} {level} {} {case}: {message}", source.path, finding.rule)
}

/// What an example shows otherwise than its marks say.
fn surprises(rule: &str, sheet: &Sheet, example: &Example, words: &Words) -> Vec<String> {
    let (_, outcome) = support::check_example(example);
    let plain = example.plain_files();
    let mut marks = example.marks();
    let mut wrong = Vec::new();
    for finding in &outcome.findings {
        let place = at(&outcome.sources, finding.place());
        let shows = |mark: &ExampleMark| {
            let case = match &mark.marked {
                MarkMeaning::Finding(case) => case.as_deref(),
                MarkMeaning::Note(_) => return false,
            };
            // Where there is only one case nothing has to be named.
            let is_case = case.map_or(sheet.levels.len() == 1, |case| case == finding.draft.case);
            finding.rule == rule && at_mark(&outcome.sources, &plain, mark) == place && is_case
        };
        match marks.iter().position(shows) {
            Some(known) => _ = marks.remove(known),
            None => wrong.push(format!("surprise {}", told(&outcome.sources, words, finding))),
        }
        for related in &finding.draft.related {
            let place = at(&outcome.sources, &related.place);
            let key = MarkMeaning::Note(related.note.to_owned());
            marks.retain(|mark| {
                !(mark.marked == key && at_mark(&outcome.sources, &plain, mark) == place)
            });
        }
    }
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
        for (number, example) in (1..).zip(&sheet.examples().unwrap()) {
            let surprises = surprises(rule, sheet, example, &words).into_iter();
            wrong.extend(surprises.map(|one| format!("{rule} example {number}: {one}")));
        }
    }
    assert!(wrong.is_empty(), "{} surprises:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_an_example_that_fires_and_one_that_stays_silent() {
    for (rule, sheet) in support::sheets().iter() {
        assert!(sheet.examples().unwrap().iter().any(Example::fires), "{rule}: no example fires");
        assert!(
            !sheet.examples().unwrap().iter().all(Example::fires),
            "{rule}: no example is silent"
        );
    }
}

/// All findings of a run, with those that were allowed or are known.
pub fn all(outcome: &Outcome) -> impl Iterator<Item = &Finding> {
    let allowed = outcome.allowed.iter().map(|allowed| &allowed.finding);
    outcome.findings.iter().chain(allowed).chain(&outcome.known)
}

/// The cases that only a file on a disk, an office file, a plan given as a parent, or a thousand bad lines can show, with what
/// their rules say of them; other tests fire them.
pub fn cases_beyond_examples() -> Vec<(&'static str, Draft)> {
    let part = [
        "formula",
        "hidden-column",
        "hidden-row",
        "nested-table",
        "no-plan",
        "number-format",
        "object",
        "sheet",
    ];
    let file = ["entities", "material", "outside", "protected", "refused", "special", "too-large"];
    let draft = |case| {
        let subject = Subject { plan: Some("乙县规划".into()), ..Subject::default() };
        Draft::new(case, subject, Place::new(FileId(0), Span::default()))
    };
    let part = part.map(|case| ("unread-part", draft(case).tells(json!({ "words": "表1" }))));
    let mut all: Vec<(&str, Draft)> = part.into();
    for case in file {
        let words = "Permission denied";
        let told = json!({ "path": "规划.docx", "words": words, "size": "90", "limit": "64" });
        all.push(("unread-file", draft(case).tells(told)));
    }
    for ending in ["doc", "xls", "pdf", "ppt", "zip"] {
        let family = UnreadReason::family(ending);
        let path = format!("规划.{ending}");
        let told = json!({ "path": path, "ending": ending, "family": family });
        all.push(("unread-file", draft("format").tells(told)));
    }
    for case in ["empty-parent", "parent-without-region"] {
        all.push(("nothing-read", draft(case).tells(json!({ "path": "甲省规划.docx" }))));
    }
    all.push(("unreadable-line", draft("more").tells(json!({ "count": 12 }))));
    let told = json!({
        "words": "0.2", "stopped": "", "percentage": "20", "decimal": "", "thousands": "",
    });
    let cell = draft("phrase").tells(told);
    let cell = Draft {
        subject: Subject {
            indicator: Some("绿地率".into()),
            year: Some(2025),
            ..cell.subject.clone()
        },
        ..cell
    };
    all.push(("unreadable-quantity", cell));
    all
}

/// A draft as a finding of `rule`.
pub fn finding_of(rule: &'static str, draft: Draft) -> Finding {
    let level = support::sheets().level(rule, draft.case, draft.confidence);
    Finding { id: String::new(), rule, level, draft, root: None }
}

/// What is said of every finding of every example.
fn said(language: Language) -> String {
    let sheets = support::sheets();
    let words = Words::new(language, sheets.clone());
    let mut text = String::new();
    for (rule, sheet) in sheets.iter() {
        for (number, example) in (1..).zip(&sheet.examples().unwrap()) {
            let (_, outcome) = support::check_example(example);
            for finding in all(&outcome).filter(|finding| finding.rule == rule) {
                text += &lines(&words, finding, number);
            }
        }
        for (_, draft) in cases_beyond_examples().into_iter().filter(|(of, _)| *of == rule) {
            text += &lines(&words, &finding_of(rule, draft), 0);
        }
        text.push('\n');
    }
    text
}

/// What is said of a finding of an example.
fn lines(words: &Words, finding: &Finding, number: usize) -> String {
    let rule = finding.rule;
    let said = words.try_say(finding).expect("every sentence of an example");
    assert!(!said.message.is_empty() && !said.help.is_empty(), "{rule}");
    let level = words.level(finding.level);
    let mut text = format!("{rule} {number} {} {level}\n{}\n", finding.draft.case, said.message);
    text += &format!("  → {}\n", said.full_help(words.language()));
    for note in said.notes.iter().chain(&said.fix).chain([&said.basis]) {
        if !note.is_empty() {
            text += &format!("  · {note}\n");
        }
    }
    text
}

#[test]
fn what_is_said_of_every_example_stands_in_one_text() {
    insta::assert_snapshot!("examples_zh", said(Language::Zh));
    insta::assert_snapshot!("examples_en", said(Language::En));
}
