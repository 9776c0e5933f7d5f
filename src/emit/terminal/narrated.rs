//! The pictures in plain sentences, for those who have them read aloud: no lines, no boxes, nothing that only alignment tells.

use std::io::{self, Write};

use crate::{
    config::Language,
    emit::{
        Options,
        advice::{advice_lines, roots},
        escape, footer, listed_findings,
    },
    engine::Outcome,
    finding::{Finding, Place},
    text::Span,
    words::{FindingWording, Words, text},
};

use super::window::{clipped_to_line, window_around};

/// Tells every listed finding, then the rest.
pub(in crate::emit) fn write_narrated(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let roots = roots(outcome);
    let listed = listed_findings(outcome, options);
    for (at, finding) in listed.iter().enumerate() {
        let root = finding.root.as_deref().and_then(|root| roots.get(root).copied());
        let said = words.say(finding);
        writeln!(out, "{}", narrated_heading(words, finding, &said, (at + 1, listed.len())))?;
        writeln!(out, "{}", escape(&said.message))?;
        write_narrated_places(outcome, words, finding, &said, out)?;
        writeln!(out, "{}\n", advice_lines(outcome, words, &said, root))?;
    }
    footer::write_rest(outcome, words, options, out)
}

fn narrated_heading(
    words: &Words,
    finding: &Finding,
    said: &FindingWording,
    (at, of): (usize, usize),
) -> String {
    let (level, rule) = (words.level(finding.level), finding.rule);
    match words.language() {
        Language::Zh => format!("第 {at} 处，共 {of} 处。{level}：{}（{rule}）", said.title),
        Language::En => format!("Finding {at} of {of}. {level}: {rule}"),
    }
}

/// Where it stands, and every further place with what is said of it; a line of a text is read out once.
fn write_narrated_places(
    outcome: &Outcome,
    words: &Words,
    finding: &Finding,
    said: &FindingWording,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    let mut told = Vec::new();
    let own = language.pick("位置：", "Place: ");
    writeln!(out, "{own}{}", narrated_place(outcome, words, finding.place(), &mut told))?;
    for (other, note) in finding.draft.related.iter().zip(&said.notes) {
        let (note, place) = (escape(note), narrated_place(outcome, words, &other.place, &mut told));
        let line = text! { language;
            zh: "相关：{note}。位置：{place}",
            en: "Related: {note}. Place: {place}"
        };
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// File, line, column, the place as the document names it, the words and their line.
fn narrated_place(
    outcome: &Outcome,
    words: &Words,
    place: &Place,
    told: &mut Vec<(crate::text::FileId, Span)>,
) -> String {
    let language = words.language();
    let Some(source) = outcome.sources.get(place.file) else { return "?".to_owned() };
    let path = escape(&source.path);
    let mut parts = vec![text! { language; zh: "文件 {path}", en: "file {path}" }];
    if source.has_lines() {
        let position = source.position(place.span.start);
        let (line, column) = (position.line, position.column);
        let (zh, en) =
            (format!("第 {line} 行第 {column} 列"), format!("line {line} column {column}"));
        parts.push(language.pick(zh, en));
    }
    let locator = place.locator.as_ref().map(|locator| words.locator(locator));
    parts.extend(locator.map(|locator| escape(&locator).into_owned()));
    let seen = window_around(source, place.span, std::iter::empty(), LINE);
    let quoted = escape(source.slice(clipped_to_line(place.span, seen.shown)).trim()).into_owned();
    if !quoted.is_empty() {
        parts.push(text! { language; zh: "原文“{quoted}”", en: "words “{quoted}”" });
    }
    // A row of many cells takes long to hear once.
    if !told.contains(&(place.file, seen.line)) {
        told.push((place.file, seen.line));
        let line = narrated_cells(source.slice(seen.shown), language);
        parts.push(text! { language; zh: "整行：{line}", en: "whole line: {line}" });
    }
    parts.join(language.pick("，", ", "))
}

/// Columns of a line that are read out at most.
// A bound for pages without line ends, which would be read out to their end.
const LINE: usize = 400;

/// The line without its bars and the blanks that align them.
fn narrated_cells(line: &str, language: Language) -> String {
    // A reader of the screen says bar at every bar.
    let cells = line.split(['|', '｜']).map(str::trim).filter(|cell| !cell.is_empty());
    let cells: Vec<_> = cells.map(escape).collect();
    cells.join(language.pick("；", "; "))
}
