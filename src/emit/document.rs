//! A view as one JSON document: what kind of document it is, then the view itself.

use std::io::{self, Write};

use serde::Serialize;

/// The head of every document, and what it is about.
#[derive(Serialize)]
struct JsonDocument<V> {
    schema: &'static str,
    version: &'static str,
    #[serde(flatten)]
    view: V,
}

/// Writes the document, its keys always in one order; numbers of the plans are strings.
///
/// # Errors
/// Those of `out`.
pub(super) fn write(
    schema: &'static str,
    view: impl Serialize,
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = JsonDocument { schema, version: env!("CARGO_PKG_VERSION"), view };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}
