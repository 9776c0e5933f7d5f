//! `planlint/1` as lines: the run first, then one line for each finding, allow, comparison not judged, finding that is gone, plan and unread number.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::{engine::Outcome, words::Words};

use super::{
    convert, schema_of,
    shape::{Allow, Document, Finding, Fixed, Plan, Since, Summary, Undetermined, Unread},
};

/// One line; what it tells stands under `type`.
#[derive(Debug, JsonSchema, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Run(Run),
    Finding(Box<Finding<'a>>),
    Allow(Allow<'a>),
    Undetermined(Undetermined<'a>),
    Fixed(Fixed<'a>),
    Plan(Plan<'a>),
    Unread(Unread<'a>),
}

/// What the first line tells of the run.
#[derive(Debug, JsonSchema, Serialize)]
struct Run {
    #[schemars(extend("const" = "planlint/1"))]
    schema: &'static str,
    version: &'static str,
    summary: Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<Followed>,
}

/// What became of the findings of an earlier run; those that are gone have lines of their own.
#[derive(Debug, JsonSchema, Serialize)]
struct Followed {
    new: usize,
    known: usize,
    unasked: usize,
    fixed: usize,
}

/// Writes the lines.
pub(in crate::emit) fn write(
    outcome: &Outcome,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let Document { schema, version, summary, since, findings, allows, undetermined, plans, unread } =
        convert::document(outcome, words);
    let (followed, fixed) = since.map(apart).unzip();
    let run = Line::Run(Run { schema, version, summary, since: followed });
    let lines = std::iter::once(run)
        .chain(findings.into_iter().map(|finding| Line::Finding(Box::new(finding))))
        .chain(allows.into_iter().map(Line::Allow))
        .chain(undetermined.into_iter().map(Line::Undetermined))
        .chain(fixed.into_iter().flatten().map(Line::Fixed))
        .chain(plans.into_iter().map(Line::Plan))
        .chain(unread.into_iter().map(Line::Unread));
    for line in lines {
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

fn apart(since: Since<'_>) -> (Followed, Vec<Fixed<'_>>) {
    let Since { new, known, unasked, fixed } = since;
    (Followed { new, known, unasked, fixed: fixed.len() }, fixed)
}

/// The JSON Schema (2020-12) of one line.
#[must_use]
pub fn schema() -> serde_json::Value {
    schema_of::<Line<'_>>()
}
