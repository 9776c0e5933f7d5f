//! The known indicators for machines: one JSON object a line.

use std::{
    io::{self, Write},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    text::{Keyed, Sources},
    views::ListedIndicator,
    words::plain,
};

use super::rest::line_of;

/// One indicator as JSON; keys never translate.
#[derive(Serialize)]
struct JsonIndicator<'a> {
    name: &'a str,
    unit: Option<&'a str>,
    direction: Option<&'a str>,
    relation: &'a str,
    weight: Option<&'a str>,
    tiers: Vec<&'a str>,
    low: Option<String>,
    high: Option<String>,
    compound: bool,
    coverage: Option<&'a str>,
    aliases: Vec<&'a str>,
    confusable: Vec<&'a str>,
    note: Option<&'a str>,
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
        serde_json::to_writer(&mut *out, &shape(one, sources))?;
        writeln!(out)?;
    }
    Ok(())
}

fn shape<'a>(one: &'a ListedIndicator, sources: &Sources) -> JsonIndicator<'a> {
    fn all(list: &[Arc<str>]) -> Vec<&str> {
        list.iter().map(|one| &**one).collect()
    }
    let [low, high] = one.range.map(|end| end.map(plain));
    JsonIndicator {
        name: &one.name,
        unit: one.unit.as_deref(),
        direction: one.direction.map(|direction| direction.key()),
        relation: one.relation.key(),
        weight: one.weight.as_deref(),
        tiers: all(&one.tiers),
        low,
        high,
        compound: one.compound,
        coverage: one.coverage.as_deref(),
        aliases: all(&one.aliases),
        confusable: all(&one.confusable),
        note: one.note.as_deref(),
        catalogue: if one.place.is_some() { "workspace" } else { "built-in" },
        place: one.place.as_ref().map(|place| line_of(sources, place)),
    }
}
