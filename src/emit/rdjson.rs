//! The diagnostic format of reviewdog (`rdjson`); its columns count UTF-8 bytes.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    engine::Outcome,
    finding::{Finding, Level, Place},
    text::{Position, Source, Span},
    words::Words,
};

use super::{
    finding_lines::{Teller, ToldNote},
    remarks::{Besides, besides},
};

#[derive(Serialize)]
struct RdjsonDocument<'a> {
    source: Name,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Serialize)]
struct Name {
    name: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Diagnostic<'a> {
    message: String,
    location: RdjsonLocation<'a>,
    severity: &'static str,
    code: RdjsonCode<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<RdjsonSuggestion<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<RdjsonRelatedLocation<'a>>,
}

#[derive(Serialize)]
struct RdjsonCode<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct RdjsonLocation<'a> {
    path: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<Range>,
}

#[derive(Serialize)]
struct Range {
    start: RdjsonPosition,
    end: RdjsonPosition,
}

#[derive(Serialize)]
struct RdjsonPosition {
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct RdjsonSuggestion<'a> {
    range: Range,
    text: &'a str,
}

#[derive(Serialize)]
struct RdjsonRelatedLocation<'a> {
    message: String,
    location: RdjsonLocation<'a>,
}

/// Writes the findings and the remarks.
pub(super) fn write_rdjson(
    outcome: &Outcome,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let teller = Teller::new(outcome, words);
    let findings =
        outcome.findings.iter().map(|finding| rdjson_diagnostic(outcome, &teller, finding));
    let remarks = besides(outcome, words).map(|besides| rdjson_remark(outcome, besides));
    let document = RdjsonDocument {
        source: Name { name: "planlint" },
        severity: outcome.findings.iter().map(|finding| finding.level).max().map(rdjson_severity),
        diagnostics: findings.chain(remarks).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn rdjson_diagnostic<'a>(
    outcome: &'a Outcome,
    teller: &Teller<'_>,
    finding: &'a Finding,
) -> Diagnostic<'a> {
    let mut told = teller.tell(finding);
    let notes = std::mem::take(&mut told.notes);
    Diagnostic {
        message: told.short(),
        location: rdjson_location(outcome, finding.place()),
        severity: rdjson_severity(finding.level),
        code: RdjsonCode { value: finding.rule },
        suggestions: rdjson_suggestions(outcome, finding),
        related_locations: rdjson_related(outcome, finding, notes),
    }
}

fn rdjson_remark<'a>(outcome: &'a Outcome, besides: Besides<'a>) -> Diagnostic<'a> {
    Diagnostic {
        message: besides.message,
        location: rdjson_location(outcome, besides.place),
        severity: rdjson_severity(Level::Info),
        code: RdjsonCode { value: besides.key },
        suggestions: Vec::new(),
        related_locations: Vec::new(),
    }
}

fn rdjson_severity(level: Level) -> &'static str {
    match level {
        Level::Error => "ERROR",
        Level::Warning => "WARNING",
        Level::Info | Level::Off => "INFO",
    }
}

fn rdjson_location<'a>(outcome: &'a Outcome, place: &Place) -> RdjsonLocation<'a> {
    let source = outcome.sources.get(place.file);
    let lined = source.filter(|source| source.has_lines());
    RdjsonLocation {
        path: source.map_or("", |source| &source.path),
        range: lined.map(|source| rdjson_range(source, place.span)),
    }
}

fn rdjson_range(source: &Source, span: Span) -> Range {
    let point =
        // Bytes, as the format counts: counted in characters, a mark behind Chinese words would stand within them.
        |Position { line, column_utf8, .. }: Position| RdjsonPosition { line, column: column_utf8 };
    Range { start: point(source.position(span.start)), end: point(source.position(span.end)) }
}

/// A fix of one edit, as it is; reviewdog offers each suggestion for itself, so that one of several edits would be half a fix.
fn rdjson_suggestions<'a>(outcome: &Outcome, finding: &'a Finding) -> Vec<RdjsonSuggestion<'a>> {
    let source = outcome.sources.get(finding.place().file);
    let source = source.filter(|source| !source.is_document());
    match (source, finding.draft.fix.as_ref().map(|fix| fix.edits.as_slice())) {
        (Some(source), Some([edit])) => {
            vec![RdjsonSuggestion { range: rdjson_range(source, edit.span), text: &edit.text }]
        }
        _ => Vec::new(),
    }
}

fn rdjson_related<'a>(
    outcome: &'a Outcome,
    finding: &Finding,
    notes: Vec<ToldNote>,
) -> Vec<RdjsonRelatedLocation<'a>> {
    let related = finding.draft.related.iter().zip(notes);
    let related = related.map(|(other, note)| RdjsonRelatedLocation {
        message: note.message,
        location: rdjson_location(outcome, &other.place),
    });
    related.collect()
}
