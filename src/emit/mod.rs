//! Writes an outcome in the format that is asked for.

mod advice;
mod brief;
mod by_plan;
mod catalogue_json;
mod catalogue_rows;
mod catalogue_table;
mod clip;
mod columns;
mod concise;
mod csv;
mod difference;
mod document;
mod finding_lines;
mod findings_table;
mod footer;
mod format;
mod github;
mod gitlab;
mod glance;
mod json;
mod junit;
mod limits;
mod marked;
mod options;
mod rdjson;
mod records;
mod remarks;
mod sarif;
mod statistics;
mod summary;
mod terminal;
mod trace;
mod tree;
mod unread;
mod what_if;
#[cfg(feature = "office")]
mod workbook;
mod wrap;

use std::io::{self, Write};

use crate::{engine::Outcome, text::ColumnUnit, words::Words};

use options::{listable, listed_findings};

pub use crate::text::escape;
pub use brief::brief_plan;
pub(crate) use brief::{write_brief, write_brief_json, write_brief_markdown};
pub(crate) use catalogue_json::write_catalogue_json;
pub(crate) use catalogue_rows::{catalogue_rows, suggested_rows};
pub(crate) use catalogue_table::write_catalogue;
pub(crate) use columns::Columns;
pub use difference::Outcomes;
pub(crate) use difference::{write_difference, write_difference_json};
pub use format::Format;
pub(crate) use glance::{Screen, write_glance};
pub use json::{json_document_schema, json_lines_schema};
pub use limits::write_limits;
pub(crate) use limits::write_limits_json;
pub(crate) use marked::{write_marked, write_marked_json};
pub use options::Options;
pub use records::write_records_csv;
pub(crate) use records::write_records_json;
pub(crate) use summary::write_summary;
pub use trace::write_trace;
pub use tree::write_tree;
pub(crate) use tree::write_tree_json;
pub use what_if::write_what_if;
pub(crate) use what_if::{Supposed, write_what_if_json};
#[cfg(feature = "office")]
pub(crate) use workbook::{form_workbook, records_workbook};

/// Writes `outcome` as `format`.
///
/// # Errors
/// Those of `out`.
pub fn write_outcome(
    format: Format,
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    // The other formats for people have columns to be read and not to be jumped to.
    let options = match format {
        Format::Concise => options,
        _ => Options { columns: ColumnUnit::Char, ..options },
    };
    match format {
        Format::Full | Format::Concise | Format::Narrated if options.statistics => {
            statistics::write_statistics(outcome, words, options, out)
        }
        Format::Full => terminal::write_pictures(outcome, words, options, out),
        Format::Concise => concise::write_concise(outcome, words, options, out),
        Format::Narrated => terminal::write_narrated(outcome, words, options, out),
        Format::Json => json::write_json(outcome, words, out),
        Format::Jsonl => json::write_json_lines(outcome, words, out),
        Format::Csv => findings_table::write_findings_table(outcome, words, out),
        Format::Sarif => sarif::write_sarif(outcome, words, out),
        Format::Rdjson => rdjson::write_rdjson(outcome, words, out),
        Format::Junit => junit::write_junit(outcome, words, options.fail_on, out),
        Format::Github => github::write_github(outcome, words, out),
        Format::Gitlab => gitlab::write_gitlab(outcome, words, out),
    }
}
