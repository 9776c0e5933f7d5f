//! The known indicators for machines: one JSON object a line.

use std::io::{self, Write};

use serde::Serialize;

use crate::{text::Sources, views::ListedIndicator};

use super::footer::path_with_line;

/// One indicator as JSON, with who defines it and where; keys never translate.
#[derive(Serialize)]
struct JsonIndicator<'a> {
    #[serde(flatten)]
    indicator: &'a ListedIndicator,
    catalogue: &'static str,
    place: Option<String>,
}

/// Writes one JSON object a line.
///
/// # Errors
/// Those of `out`.
pub fn write_catalogue_json(
    list: &[ListedIndicator],
    sources: &Sources,
    out: &mut dyn Write,
) -> io::Result<()> {
    for one in list {
        serde_json::to_writer(&mut *out, &json_indicator(one, sources))?;
        writeln!(out)?;
    }
    Ok(())
}

fn json_indicator<'a>(one: &'a ListedIndicator, sources: &Sources) -> JsonIndicator<'a> {
    JsonIndicator {
        indicator: one,
        catalogue: if one.place.is_some() { "workspace" } else { "built-in" },
        place: one.place.as_ref().map(|place| path_with_line(sources, place)),
    }
}
