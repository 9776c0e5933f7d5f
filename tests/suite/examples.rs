//! Every example of every sheet is run with all rules: marked places must be found, and nothing else.

use std::collections::BTreeMap;

use planlint::{
    config::Language,
    finding::{Finding, Place},
    rulebook::Example,
    text::Sources,
    words::Words,
};

use crate::support::{self, TODAY};

/// A place: file, first byte, bytes.
type At = (String, usize, usize);

/// An example without its marks.
struct Bare {
    files: BTreeMap<String, String>,
    /// The places findings of the rule must stand at.
    primary: Vec<At>,
    /// The places notes must stand at, with their keys.
    notes: Vec<(String, At)>,
}

fn bare(example: &Example) -> Bare {
    let mut bare = Bare { files: BTreeMap::new(), primary: vec![], notes: vec![] };
    for (name, marked) in &example.files {
        let mut text = String::new();
        let mut rest = marked.as_str();
        while let Some((before, after)) = rest.split_once('⟪') {
            text.push_str(before);
            let (inside, behind) = after.split_once('⟫').expect("a mark that closes");
            let key = inside.split_once(':').filter(|(key, _)| {
                !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '_')
            });
            let words = key.map_or(inside, |(_, words)| words);
            let at = (name.clone(), text.len(), words.len());
            match key {
                Some((key, _)) => bare.notes.push((key.to_owned(), at)),
                None => bare.primary.push(at),
            }
            text.push_str(words);
            rest = behind;
        }
        text.push_str(rest);
        bare.files.insert(name.clone(), text);
    }
    bare
}

/// The files of an example without their marks.
pub fn plain_files(example: &Example) -> BTreeMap<String, String> {
    bare(example).files
}

fn at(sources: &Sources, place: &Place) -> At {
    let source = sources.get(place.file).expect("a file of the run");
    let span = place.span.range();
    (source.path.to_string(), span.start, span.len())
}

fn told(sources: &Sources, words: &Words, finding: &Finding) -> String {
    let source = sources.get(finding.place().file).expect("a file of the run");
    let position = source.position(finding.place().span.start);
    let message =
        words.try_say(finding).map(|said| said.message).unwrap_or_else(|error| error.to_string());
    let (line, column) = (position.line, position.column);
    format!("{}:{line}:{column} {} {}: {message}", source.path, finding.level.key(), finding.rule)
}

#[test]
fn examples_show_what_they_say() {
    let sheets = support::sheets();
    let words = Words::new(Language::Zh, sheets.clone());
    let mut wrong = Vec::new();
    for (rule, sheet) in sheets.iter() {
        for (number, example) in (1..).zip(&sheet.examples) {
            let bare = bare(example);
            let files = bare.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
            let today = example.today.as_deref().map_or(TODAY, |day| day.parse().expect("a date"));
            let settings = support::settings_of(example);
            let (_, outcome) = support::check_with(support::files(files), today, &settings);
            let mut primary = bare.primary.clone();
            let mut notes = bare.notes.clone();
            for finding in &outcome.findings {
                let place = at(&outcome.sources, finding.place());
                let known = (finding.rule == rule)
                    .then(|| primary.iter().position(|p| *p == place))
                    .flatten();
                match known {
                    Some(known) => _ = primary.remove(known),
                    None => wrong.push(format!(
                        "{rule} example {number}: surprise {}",
                        told(&outcome.sources, &words, finding)
                    )),
                }
                for related in &finding.draft.related {
                    let place = at(&outcome.sources, &related.place);
                    notes.retain(|(key, expected)| !(key == related.note && *expected == place));
                }
            }
            let marked = |(file, start, len): &At| {
                let text = bare.files[file].get(*start..start + len).unwrap_or_default();
                format!("{file} «{text}»")
            };
            wrong.extend(
                primary
                    .iter()
                    .map(|p| format!("{rule} example {number}: nothing at {}", marked(p))),
            );
            wrong.extend(notes.iter().map(|(key, p)| {
                format!("{rule} example {number}: no note {key} at {}", marked(p))
            }));
        }
    }
    assert!(wrong.is_empty(), "{} surprises:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_rule_has_an_example_that_fires_and_one_that_stays_silent() {
    for (rule, sheet) in support::sheets().iter() {
        let fires = |example: &&Example| !bare(example).primary.is_empty();
        assert!(sheet.examples.iter().any(|example| fires(&example)), "{rule}: no example fires");
        assert!(
            sheet.examples.iter().any(|example| !fires(&example)),
            "{rule}: no example is silent"
        );
    }
}

#[test]
fn every_finding_of_every_example_can_be_said_in_both_languages() {
    let sheets = support::sheets();
    for language in [Language::Zh, Language::En] {
        let words = Words::new(language, sheets.clone());
        for (rule, sheet) in sheets.iter() {
            for example in &sheet.examples {
                let bare = bare(example);
                let files = bare.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
                let settings = support::settings_of(example);
                let (_, outcome) = support::check_with(support::files(files), TODAY, &settings);
                for finding in
                    outcome.findings.iter().chain(outcome.allowed.iter().map(|a| &a.finding))
                {
                    let said =
                        words.try_say(finding).unwrap_or_else(|error| panic!("{rule}: {error}"));
                    assert!(!said.message.is_empty() && !said.help.is_empty(), "{rule}");
                }
            }
        }
    }
}
