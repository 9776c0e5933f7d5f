//! The results of an earlier run, as `--format json` wrote them.

use std::path::Path;

use serde::Deserialize;

use crate::{engine::Past, finding::Level, text::decode};

use super::{CommandFailure, read_limited};

/// The one form of results that is known.
const SCHEMA: &str = "planlint/1";

#[derive(Deserialize)]
struct PreviousHead {
    schema: String,
}

#[derive(Deserialize)]
struct PreviousOutcome {
    findings: Vec<PreviousFinding>,
    allows: Vec<PreviousAllow>,
}

#[derive(Deserialize)]
struct PreviousFinding {
    id: String,
    rule: String,
    level: Level,
    region: Option<String>,
    plan: Option<String>,
    indicator: Option<String>,
    year: Option<i32>,
    place: PreviousPlace,
}

#[derive(Deserialize)]
struct PreviousAllow {
    id: String,
    rule: String,
    finding: PreviousPlace,
}

#[derive(Deserialize)]
struct PreviousPlace {
    file: String,
}

/// The findings of the results in the file at `path`, which may hold at most `limit` bytes.
///
/// # Errors
/// When the file cannot be read, is larger, or holds anything but results of this program.
pub(super) fn read_past_findings(path: &Path, limit: u64) -> Result<Vec<Past>, CommandFailure> {
    let bytes = read_limited::read_bounded_bytes(path, limit)
        .map_err(|error| CommandFailure::File(path.to_owned(), error))?;
    // A shell that redirects output may choose another encoding, or put a mark before it.
    let text = decode(&bytes).text;
    let wrong = |said| CommandFailure::Previous(path.to_owned(), said);
    let foreign = |_| wrong(None);
    let head: PreviousHead = serde_json::from_str(&text).map_err(foreign)?;
    if head.schema != SCHEMA {
        return Err(wrong(Some(head.schema)));
    }
    let PreviousOutcome { findings, allows } = serde_json::from_str(&text).map_err(foreign)?;
    let allowed = allows.into_iter().map(Past::from);
    Ok(findings.into_iter().map(Past::from).chain(allowed).collect())
}

impl From<PreviousFinding> for Past {
    fn from(one: PreviousFinding) -> Self {
        let PreviousFinding { id, rule, level, region, plan, indicator, year, place } = one;
        Self { id, rule, level, region, plan, indicator, year, file: place.file, allowed: false }
    }
}

impl From<PreviousAllow> for Past {
    fn from(one: PreviousAllow) -> Self {
        let PreviousAllow { id, rule, finding } = one;
        let (region, plan, indicator, year) = (None, None, None, None);
        let (level, file) = (Level::Off, finding.file);
        Self { id, rule, level, region, plan, indicator, year, file, allowed: true }
    }
}
