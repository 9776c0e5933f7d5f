//! `planlint/1` as lines: the run first, then one line for each finding, allow, comparison not judged, finding that is gone, plan and unread number.

use std::io::{self, Write};

use schemars::JsonSchema;
use serde::Serialize;

use crate::{engine::Outcome, words::Words};

use super::{
    convert, schema_of,
    shape::{
        Fixed, JsonAllow, JsonFinding, JsonOutcome, JsonPlan, JsonSince, JsonSummary,
        JsonUndetermined, JsonUnreadNumber,
    },
};

/// One line; what it tells stands under `type`.
#[derive(Debug, JsonSchema, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum JsonLine<'a> {
    Run(JsonRun),
    Finding(Box<JsonFinding<'a>>),
    Allow(JsonAllow<'a>),
    Undetermined(JsonUndetermined<'a>),
    Fixed(Fixed<'a>),
    Plan(JsonPlan<'a>),
    Unread(JsonUnreadNumber<'a>),
}

/// What the first line tells of the run.
#[derive(Debug, JsonSchema, Serialize)]
struct JsonRun {
    #[schemars(extend("const" = "planlint/1"))]
    schema: &'static str,
    version: &'static str,
    summary: JsonSummary,
    #[serde(skip_serializing_if = "Option::is_none")]
    since: Option<JsonSinceCounts>,
}

/// What became of the findings of an earlier run; those that are gone have lines of their own.
#[derive(Debug, JsonSchema, Serialize)]
struct JsonSinceCounts {
    new: usize,
    known: usize,
    unasked: usize,
    fixed: usize,
}

/// Writes the lines.
pub(in crate::emit) fn write_json_lines(
    outcome: &Outcome,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let JsonOutcome {
        schema,
        version,
        summary,
        since,
        findings,
        allows,
        undetermined,
        plans,
        unread,
    } = convert::json_outcome(outcome, words);
    let (followed, fixed) = since.map(split_since).unzip();
    // The counts come first, so that a reader of a stream knows what to expect and whether anything was left unread.
    let run = JsonLine::Run(JsonRun { schema, version, summary, since: followed });
    let lines = std::iter::once(run)
        .chain(findings.into_iter().map(|finding| JsonLine::Finding(Box::new(finding))))
        .chain(allows.into_iter().map(JsonLine::Allow))
        .chain(undetermined.into_iter().map(JsonLine::Undetermined))
        .chain(fixed.into_iter().flatten().map(JsonLine::Fixed))
        .chain(plans.into_iter().map(JsonLine::Plan))
        .chain(unread.into_iter().map(JsonLine::Unread));
    for line in lines {
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

fn split_since(since: JsonSince<'_>) -> (JsonSinceCounts, Vec<Fixed<'_>>) {
    let JsonSince { new, known, unasked, fixed } = since;
    (JsonSinceCounts { new, known, unasked, fixed: fixed.len() }, fixed)
}

/// The JSON Schema (2020-12) of one line.
#[must_use]
pub fn json_lines_schema() -> serde_json::Value {
    schema_of::<JsonLine<'_>>()
}
