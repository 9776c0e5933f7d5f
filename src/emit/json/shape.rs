//! The shape of the document; the order of the fields is the order of the keys.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

/// The document.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Document<'a> {
    #[schemars(extend("const" = "planlint/1"))]
    pub(super) schema: &'static str,
    pub(super) version: &'static str,
    pub(super) summary: Summary,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) since: Option<Since<'a>>,
    pub(super) findings: Vec<Finding<'a>>,
    pub(super) allows: Vec<Allow<'a>>,
    pub(super) undetermined: Vec<Undetermined<'a>>,
    pub(super) plans: Vec<Plan<'a>>,
    pub(super) unread: Vec<Unread<'a>>,
}

/// A plan that was looked at, and what became of the numbers of its file.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Plan<'a> {
    pub(super) plan: &'a str,
    pub(super) region: Option<&'a str>,
    pub(super) file: &'a str,
    pub(super) read: Numbers,
}

/// A number that was neither read nor set aside, with the words around it.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Unread<'a> {
    pub(super) clause: &'a str,
    pub(super) place: Place<'a>,
}

/// Counts.
#[derive(Debug, JsonSchema, Serialize)]
pub(in crate::emit) struct Summary {
    pub(super) files: usize,
    pub(super) unread: usize,
    pub(super) passed_over: usize,
    pub(super) copies: usize,
    pub(super) unnamed: usize,
    pub(super) read: Numbers,
    pub(super) plans: usize,
    pub(super) indicators: usize,
    pub(super) rules: usize,
    pub(super) findings: Counts,
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
pub(super) struct Counts {
    pub(super) error: usize,
    pub(super) warning: usize,
    pub(super) info: usize,
}

/// What became of the findings of an earlier run.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Since<'a> {
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
pub(in crate::emit) struct Finding<'a> {
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
    pub(super) compared: Option<Compared<'a>>,
    pub(super) facts: BTreeMap<&'static str, Fact<'a>>,
    pub(super) place: Place<'a>,
    pub(super) related: Vec<Related<'a>>,
    pub(super) root: Option<&'a str>,
    pub(super) known: bool,
    pub(super) standing: Option<&'static str>,
    pub(super) fix: Option<Fix<'a>>,
}

/// What a finding compares: the value it is about and the one beside it; the gap is in `unit`, and above zero where the own
/// value is behind.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Compared<'a> {
    pub(super) own: Option<StatedValue<'a>>,
    pub(super) other: Option<StatedValue<'a>>,
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
pub(super) struct StatedValue<'a> {
    pub(super) words: &'a str,
    pub(super) number: Option<String>,
    pub(super) unit: &'a str,
    pub(super) region: Option<&'a str>,
    pub(super) plan: Option<&'a str>,
    pub(super) year: Option<i32>,
    pub(super) class: Option<&'static str>,
    pub(super) place: Option<Place<'a>>,
}

/// What could be written instead: all edits or none.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Fix<'a> {
    pub(super) safety: &'static str,
    pub(super) message: String,
    pub(super) edits: Vec<Edit<'a>>,
}

/// One edit: the place, and what stands there afterwards.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Edit<'a> {
    #[serde(flatten)]
    pub(super) place: Place<'a>,
    pub(super) text: &'a str,
}

/// One fact: numbers of the plans are strings, counts and years are numbers.
#[derive(Debug, JsonSchema, Serialize)]
#[serde(untagged)]
pub(super) enum Fact<'a> {
    Text(&'a str),
    Number(String),
    Count(i64),
    Flag(bool),
    List(Vec<Fact<'a>>),
    Record(BTreeMap<&'static str, Fact<'a>>),
}

/// A place: lines and columns count from 1, bytes from 0; a document without lines has a locator only.
#[derive(Debug, Default, JsonSchema, Serialize)]
pub(in crate::emit) struct Place<'a> {
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
pub(super) struct Related<'a> {
    #[serde(flatten)]
    pub(super) place: Place<'a>,
    pub(super) message: String,
}

/// One entry of the register of allows.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Allow<'a> {
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
    pub(super) approver: Option<&'a str>,
    pub(super) reason: &'a str,
    pub(super) until: Option<&'a str>,
    pub(super) place: Place<'a>,
    pub(super) finding: Place<'a>,
}

/// A comparison that could not be judged.
#[derive(Debug, JsonSchema, Serialize)]
pub(super) struct Undetermined<'a> {
    pub(super) plan: &'a str,
    pub(super) indicator: &'a str,
    pub(super) year: Option<i32>,
    pub(super) why: &'a str,
    pub(super) place: Place<'a>,
}
