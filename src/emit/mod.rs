//! Writes an outcome in the format that is asked for.

mod catalogue_json;
mod catalogue_rows;
mod catalogue_table;
mod columns;
mod concise;
mod escape;
mod json;
mod records;
mod rest;
mod terminal;
mod trace;

use std::io::{self, Write};

use crate::{
    engine::Outcome,
    finding::{Finding, Level},
    words::Words,
};

pub use catalogue_json::write_catalogue_json;
pub use catalogue_rows::{catalogue_rows, suggested_rows};
pub use catalogue_table::write_catalogue;
pub use escape::escape;
pub use records::{write_records_csv, write_records_json};
pub use trace::write_trace;

/// The formats of a run's results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Pictures of both ends, for people.
    #[default]
    Full,
    /// `path:line:col: level rule message`, one line each.
    Concise,
    /// `planlint/1`, everything, for machines.
    Json,
}

impl Format {
    /// The format whose name is `written`.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        match written {
            "full" => Some(Self::Full),
            "concise" => Some(Self::Concise),
            "json" => Some(Self::Json),
            _ => None,
        }
    }
}

/// How people's formats look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether to colour.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether infos and undetermined comparisons are listed one by one; machine formats always do.
    pub verbose: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { colour: false, width: 120, verbose: false }
    }
}

/// Writes `outcome` as `format`.
///
/// # Errors
/// Those of `out`.
pub fn write(
    format: Format,
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Full => terminal::write(outcome, words, options, out),
        Format::Concise => concise::write(outcome, words, options, out),
        Format::Json => json::write(outcome, words, out),
    }
}

/// The findings that are listed one by one.
fn listed(outcome: &Outcome, options: Options) -> impl Iterator<Item = &Finding> {
    let least = if options.verbose { Level::Info } else { Level::Warning };
    outcome.findings.iter().filter(move |finding| finding.level >= least)
}
