//! The Code Quality report of GitLab: a list in which every entry has a line, whether its document has or not.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use serde::Serialize;

use crate::{
    engine::Outcome,
    finding::{Level, Place},
    words::Words,
};

use super::{
    finding_lines::Teller,
    remarks::{Besides, besides},
};

#[derive(Serialize)]
struct GitlabIssue<'a> {
    description: String,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: GitlabLocation<'a>,
}

#[derive(Serialize)]
struct GitlabLocation<'a> {
    path: &'a str,
    lines: Lines,
}

/// Lines, counted from 1.
#[derive(Serialize)]
struct Lines {
    begin: u32,
    end: u32,
}

/// Writes the findings and the remarks.
pub(super) fn write_gitlab(
    outcome: &Outcome,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let teller = Teller::new(outcome, words);
    let findings = outcome.findings.iter().map(|finding| GitlabIssue {
        description: teller.tell(finding).short(),
        check_name: finding.rule,
        fingerprint: finding.id.clone(),
        severity: gitlab_severity(finding.level),
        location: gitlab_location(outcome, finding.place()),
    });
    let mut seen = BTreeMap::new();
    let remarks = besides(outcome, words).map(|besides| gitlab_remark(outcome, besides, &mut seen));
    let entries: Vec<GitlabIssue<'_>> = findings.chain(remarks).collect();
    serde_json::to_writer_pretty(&mut *out, &entries)?;
    writeln!(out)
}

/// A remark; a comparison has no id, so that its words have to tell it from others.
fn gitlab_remark<'a>(
    outcome: &'a Outcome,
    besides: Besides<'a>,
    seen: &mut BTreeMap<String, usize>,
) -> GitlabIssue<'a> {
    let location = gitlab_location(outcome, besides.place);
    let fingerprint = match besides.id {
        Some(id) => id.to_owned(),
        None => twinless(seen, format!("{}: {}", location.path, besides.message)),
    };
    GitlabIssue {
        description: besides.message,
        check_name: besides.key,
        fingerprint,
        severity: gitlab_severity(Level::Info),
        location,
    }
}

/// `id` with a number behind it when it was there before: GitLab takes entries of one fingerprint for one.
fn twinless(seen: &mut BTreeMap<String, usize>, id: String) -> String {
    let before = seen.entry(id.clone()).or_default();
    *before += 1;
    if *before == 1 { id } else { format!("{id} {before}") }
}

fn gitlab_severity(level: Level) -> &'static str {
    match level {
        Level::Error => "major",
        Level::Warning => "minor",
        Level::Info | Level::Off => "info",
    }
}

/// The lines; the first one of a document that has none, since GitLab refuses an entry without.
fn gitlab_location<'a>(outcome: &'a Outcome, place: &Place) -> GitlabLocation<'a> {
    let source = outcome.sources.get(place.file);
    let lined = source.filter(|source| source.has_lines());
    let line = |offset| lined.map_or(1, |source| source.position(offset).line);
    let lines = Lines { begin: line(place.span.start), end: line(place.span.end) };
    GitlabLocation { path: source.map_or("", |source| &source.path), lines }
}
