//! The results of an earlier run, as `--format json` wrote them.

use std::path::Path;

use serde::Deserialize;

use crate::{engine::Past, finding::Level, text::decode};

use super::{Failure, bounded};

/// The one form of results that is known.
const SCHEMA: &str = "planlint/1";

#[derive(Deserialize)]
struct Head {
    schema: String,
}

#[derive(Deserialize)]
struct Document {
    findings: Vec<Finding>,
    allows: Vec<Allow>,
}

#[derive(Deserialize)]
struct Finding {
    id: String,
    rule: String,
    level: Level,
    region: Option<String>,
    plan: Option<String>,
    indicator: Option<String>,
    year: Option<i32>,
    place: Place,
}

#[derive(Deserialize)]
struct Allow {
    id: String,
    rule: String,
    finding: Place,
}

#[derive(Deserialize)]
struct Place {
    file: String,
}

/// The findings of the results in the file at `path`, which may hold at most `limit` bytes.
///
/// # Errors
/// When the file cannot be read, is larger, or holds anything but results of this program.
pub(super) fn findings(path: &Path, limit: u64) -> Result<Vec<Past>, Failure> {
    let bytes =
        bounded::bytes(path, limit).map_err(|error| Failure::File(path.to_owned(), error))?;
    // A shell that redirects output may choose another encoding, or put a mark before it.
    let text = decode(&bytes).text;
    let wrong = |said| Failure::Previous(path.to_owned(), said);
    let foreign = |_| wrong(None);
    let head: Head = serde_json::from_str(&text).map_err(foreign)?;
    if head.schema != SCHEMA {
        return Err(wrong(Some(head.schema)));
    }
    let Document { findings, allows } = serde_json::from_str(&text).map_err(foreign)?;
    let allowed = allows.into_iter().map(Past::from);
    Ok(findings.into_iter().map(Past::from).chain(allowed).collect())
}

impl From<Finding> for Past {
    fn from(one: Finding) -> Self {
        let Finding { id, rule, level, region, plan, indicator, year, place } = one;
        Self { id, rule, level, region, plan, indicator, year, file: place.file, allowed: false }
    }
}

impl From<Allow> for Past {
    fn from(one: Allow) -> Self {
        let Allow { id, rule, finding } = one;
        let (region, plan, indicator, year) = (None, None, None, None);
        let (level, file) = (Level::Off, finding.file);
        Self { id, rule, level, region, plan, indicator, year, file, allowed: true }
    }
}
