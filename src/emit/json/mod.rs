//! `planlint/1`: everything a run found, for machines.

mod convert;
mod shape;

use std::io::{self, Write};

use crate::{engine::Outcome, words::Words};

/// Writes one document, its keys always in one order.
pub(super) fn write(outcome: &Outcome, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let document = convert::document(outcome, words);
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
