//! Writes an outcome in the format that is asked for.

mod brief;
mod catalogue_json;
mod catalogue_rows;
mod catalogue_table;
mod clip;
mod columns;
mod concise;
mod csv;
mod difference;
mod findings_table;
mod fold;
mod glance;
mod json;
mod limits;
mod records;
mod rest;
mod statistics;
mod summary;
mod terminal;
mod trace;
mod tree;
mod what_if;
#[cfg(feature = "office")]
mod workbook;

use std::{
    cmp::Reverse,
    io::{self, Write},
};

use crate::{
    engine::Outcome,
    finding::{Finding, Level},
    words::Words,
};

pub use crate::text::escape;
pub use brief::{brief_plan, write_brief, write_brief_json, write_brief_markdown};
pub use catalogue_json::write_catalogue_json;
pub use catalogue_rows::{catalogue_rows, suggested_rows};
pub use catalogue_table::write_catalogue;
pub use difference::{Outcomes, write_difference, write_difference_json};
pub use glance::{Screen, write_glance};
pub use json::schema as json_schema;
pub use limits::{write_limits, write_limits_json};
pub use records::{write_records_csv, write_records_json};
pub use summary::write_summary;
pub use trace::write_trace;
pub use tree::{write_tree, write_tree_json};
pub use what_if::{Supposed, write_what_if, write_what_if_json};
#[cfg(feature = "office")]
pub use workbook::{form_workbook, records_workbook};

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
    /// The same as `full` in plain sentences, for screen readers.
    Narrated,
    /// A table for spreadsheets, one finding a row.
    Csv,
}

impl Format {
    /// The format whose name is `written`.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        match written {
            "full" => Some(Self::Full),
            "concise" => Some(Self::Concise),
            "json" => Some(Self::Json),
            "narrated" => Some(Self::Narrated),
            "csv" => Some(Self::Csv),
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
    /// Whether nothing is said besides the findings.
    pub quiet: bool,
    /// Whether the findings are counted by rule instead of listed.
    pub statistics: bool,
    /// How many findings are listed at most, the loudest first.
    pub most: Option<usize>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            colour: false,
            width: 120,
            verbose: false,
            quiet: false,
            statistics: false,
            most: None,
        }
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
        Format::Full | Format::Concise | Format::Narrated if options.statistics => {
            statistics::write(outcome, words, options, out)
        }
        Format::Full => terminal::write(outcome, words, options, out),
        Format::Concise => concise::write(outcome, words, options, out),
        Format::Json => json::write(outcome, words, out),
        Format::Narrated => terminal::narrate(outcome, words, options, out),
        Format::Csv => findings_table::write(outcome, words, out),
    }
}

/// The findings that are listed one by one, in the order of their places.
fn listed(outcome: &Outcome, options: Options) -> Vec<&Finding> {
    let mut listed: Vec<&Finding> = listable(outcome, options).collect();
    if let Some(most) = options.most.filter(|most| *most < listed.len()) {
        // The sort is stable: of one level, those of the first places stay.
        listed.sort_by_key(|finding| Reverse(finding.level));
        listed.truncate(most);
        listed.sort_by(|a, b| a.order(b));
    }
    listed
}

/// The findings that are listed when there is no bound.
fn listable(outcome: &Outcome, options: Options) -> impl Iterator<Item = &Finding> {
    let least = if options.verbose { Level::Info } else { Level::Warning };
    outcome.findings.iter().filter(move |finding| finding.level >= least)
}
