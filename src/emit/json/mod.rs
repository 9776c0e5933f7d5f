//! `planlint/1`: everything a run found, for machines.

mod convert;
mod facts;
mod lines;
mod shape;

use std::io::{self, Write};

use schemars::{JsonSchema, generate::SchemaSettings};

use crate::{engine::Outcome, words::Words};

pub(super) use convert::{json_finding, json_place, summary};
pub use lines::json_lines_schema;
pub(super) use lines::write_json_lines;
pub(super) use shape::{JsonFinding, JsonPlace, JsonSummary};

/// Writes one document, its keys always in one order.
pub(super) fn write_json(outcome: &Outcome, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let document = convert::json_outcome(outcome, words);
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// The JSON Schema (2020-12) of the document, from the structs it is written from.
#[must_use]
pub fn json_document_schema() -> serde_json::Value {
    schema_of::<shape::JsonOutcome<'_>>()
}

/// The schema of what is written from `T`.
fn schema_of<T: JsonSchema>() -> serde_json::Value {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<T>().to_value()
}
