//! The shape of the document; the order of the fields is the order of the keys.

use std::{collections::BTreeMap, sync::Arc};

use schemars::JsonSchema;
use serde::Serialize;

/// The document.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonOutcome<'a> {
    #[schemars(extend("const" = "planlint/1"))]
    pub(super) schema: &'static str,
    pub(super) version: &'static str,
    pub(super) summary: JsonSummary,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<JsonSince<'a>>,
    pub(super) findings: Vec<JsonFinding<'a>>,
    pub(super) allows: Vec<JsonAllow<'a>>,
    pub(super) undetermined: Vec<JsonUndetermined<'a>>,
    pub(super) plans: Vec<JsonPlan<'a>>,
    pub(super) unread: Vec<JsonUnreadNumber<'a>>,
}

/// A plan that was looked at, and what became of the numbers of its file.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonPlan<'a> {
    pub(super) plan: &'a str,
    pub(super) region: Option<&'a str>,
    pub(super) file: &'a str,
    pub(super) read: Numbers,
}

/// A number that was neither read nor set aside, with the words around it.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonUnreadNumber<'a> {
    pub(super) clause: &'a str,
    pub(super) place: JsonPlace<'a>,
}

/// Counts.
#[derive(Debug, JsonSchema, Serialize)]
pub(in crate::emit) struct JsonSummary {
    pub(super) files: usize,
    pub(super) unread: usize,
    pub(super) passed_over: usize,
    pub(super) copies: usize,
    pub(super) unnamed: usize,
    pub(super) read: Numbers,
    pub(super) plans: usize,
    pub(super) indicators: usize,
    pub(super) rules: usize,
    pub(super) findings: JsonCounts,
    pub(super) known: usize,
    pub(super) allowed: usize,
    pub(super) undetermined: usize,
}

/// What became of the numbers of the plans.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Numbers {
    pub(super) read: usize,
    pub(super) aside: usize,
    pub(super) unread: usize,
}

/// Findings by level.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonCounts {
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
}

/// What became of the findings of an earlier run.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonSince<'a> {
    pub(super) new: usize,
    pub(super) known: usize,
    pub(super) unasked: usize,
    pub(super) fixed: Vec<Fixed<'a>>,
}

/// A finding of an earlier run that is not found any more.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Fixed<'a> {
    pub(super) id: &'a str,
    pub(super) rule: &'a str,
    pub(super) level: &'static str,
    pub(super) region: Option<&'a str>,
    pub(super) plan: Option<&'a str>,
    pub(super) indicator: Option<&'a str>,
    pub(super) year: Option<i32>,
    pub(super) file: &'a str,
}

/// One finding.
#[derive(Debug, JsonSchema, Serialize)]
pub(in crate::emit) struct JsonFinding<'a> {
    pub(super) id: &'a str,
    pub(super) rule: &'a str,
    pub(super) case: &'a str,
    #[schemars(extend("enum" = ["error", "warning", "info"]))]
    pub(super) level: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<&'static str>,
    pub(super) confidence: crate::finding::Confidence,
    pub(super) message: String,
    pub(super) help: String,
    pub(super) region: Option<&'a str>,
    pub(super) plan: Option<&'a str>,
    pub(super) indicator: Option<&'a str>,
    pub(super) year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) compared: Option<JsonCompared<'a>>,
    pub(super) facts: BTreeMap<String, Fact>,
    pub(super) place: JsonPlace<'a>,
    pub(super) related: Vec<JsonRelatedPlace<'a>>,
    pub(super) root: Option<&'a str>,
    pub(super) known: bool,
    pub(super) standing: Option<&'static str>,
    pub(super) fix: Option<JsonFix<'a>>,
}

/// What a finding compares: the value it is about and the one beside it; the gap is in `unit`, above zero where the own
/// value is behind, and where two values contradict each other how far apart they are.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonCompared<'a> {
    pub(super) own: Option<JsonStatedValue<'a>>,
    pub(super) other: Option<JsonStatedValue<'a>>,
    pub(super) gap: Option<String>,
    pub(super) unit: &'a str,
    pub(super) direction: Option<&'static str>,
    pub(super) trajectory: Option<&'static str>,
    pub(super) relation: Option<&'static str>,
    pub(super) base_gap: Option<String>,
    pub(super) base_year: Option<i32>,
    pub(super) count: Option<usize>,
}

/// A value as the plan prints it, its number in `unit`, and whose it is.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonStatedValue<'a> {
    pub(super) words: &'a str,
    pub(super) number: Option<String>,
    pub(super) unit: &'a str,
    pub(super) region: Option<&'a str>,
    pub(super) plan: Option<&'a str>,
    pub(super) year: Option<i32>,
    pub(super) class: Option<&'static str>,
    pub(super) place: Option<JsonPlace<'a>>,
}

/// What could be written instead: all edits or none.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonFix<'a> {
    pub(super) safety: &'static str,
    pub(super) message: String,
    pub(super) edits: Vec<JsonEdit<'a>>,
}

/// One edit: the place, and what stands there afterwards.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonEdit<'a> {
    #[serde(flatten)]
    pub(super) place: JsonPlace<'a>,
    pub(super) text: &'a str,
}

/// One fact: numbers of the plans are strings, counts and years are numbers.
#[derive(Debug, JsonSchema, Serialize)]
#[serde(untagged)]
pub(super) enum Fact {
    Text(Arc<str>),
    Number(String),
    Count(i64),
    Flag(bool),
    List(Vec<Fact>),
    Record(BTreeMap<String, Fact>),
}

/// A place: lines and columns count from 1, bytes from 0; a document without lines has a locator only.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::emit) struct JsonPlace<'a> {
    pub(super) file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) column_utf16: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) byte_start: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) byte_end: Option<u32>,
    pub(super) locator: Option<String>,
}

/// A further place with what is said of it.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonRelatedPlace<'a> {
    #[serde(flatten)]
    pub(super) place: JsonPlace<'a>,
    pub(super) message: String,
}

/// One entry of the register of allows.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonAllow<'a> {
    #[schemars(extend("enum" = ["comment", "decision"]))]
    pub(super) by: &'static str,
    pub(super) id: &'a str,
    pub(super) rule: &'a str,
    pub(super) region: Option<&'a str>,
    pub(super) plan: Option<&'a str>,
    pub(super) indicator: Option<&'a str>,
    pub(super) year: Option<i32>,
    pub(super) message: String,
    pub(super) verdict: Option<&'static str>,
    /// The agreed value of what was accepted in part.
    pub(super) value: Option<&'a str>,
    pub(super) approver: Option<&'a str>,
    pub(super) reason: &'a str,
    pub(super) until: Option<&'a str>,
    pub(super) place: JsonPlace<'a>,
    pub(super) finding: JsonPlace<'a>,
}

/// A comparison that could not be judged.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct JsonUndetermined<'a> {
    pub(super) plan: &'a str,
    pub(super) indicator: &'a str,
    pub(super) year: Option<i32>,
    pub(super) why: &'a str,
    pub(super) place: JsonPlace<'a>,
}
