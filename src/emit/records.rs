//! Records of values as JSON or as a table for spreadsheets.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    text::{Keyed, Sources},
    views::Record,
    words::{Words, readable_unit},
};

use super::csv;

/// The columns, in order; also the keys in JSON.
pub(super) const COLUMNS: [&str; 18] = [
    "plan",
    "region",
    "scope",
    "indicator",
    "class",
    "unit",
    "basis",
    "year",
    "role",
    "place",
    "value",
    "comparator",
    "low",
    "high",
    "condition",
    "owner",
    "file",
    "line",
];

#[derive(Serialize)]
struct JsonRecord<'a> {
    plan: &'a str,
    region: Option<&'a str>,
    scope: Option<&'a str>,
    indicator: &'a str,
    class: Option<&'a str>,
    unit: Option<&'a str>,
    basis: &'a str,
    year: i32,
    role: &'a str,
    place: String,
    value: &'a str,
    comparator: &'a str,
    low: Option<&'a str>,
    high: Option<&'a str>,
    condition: Option<&'a str>,
    owner: Option<&'a str>,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    /// Only where the file holds no more than a part of its document.
    #[serde(skip_serializing_if = "Option::is_none")]
    coverage: Option<&'static str>,
}

/// Writes the records as a JSON list, one record a line.
///
/// # Errors
/// Those of `out`.
pub fn write_records_json(
    records: &[Record],
    sources: &Sources,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    // One record a line within the list: two exports can be compared line by line.
    writeln!(out, "[")?;
    for (at, record) in records.iter().enumerate() {
        serde_json::to_writer(&mut *out, &json_record(record, sources, words))?;
        writeln!(out, "{}", if at + 1 < records.len() { "," } else { "" })?;
    }
    writeln!(out, "]")
}

/// Writes the records as a table for spreadsheets.
///
/// # Errors
/// Those of `out`.
pub fn write_records_csv(
    records: &[Record],
    sources: &Sources,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    csv::write_csv_heads(&COLUMNS, out)?;
    records
        .iter()
        .try_for_each(|record| csv::write_csv_row(&record_cells(record, sources, words), out))
}

fn json_record<'a>(record: &'a Record, sources: &'a Sources, words: &Words) -> JsonRecord<'a> {
    let source = sources.get(record.place.file);
    let place = record.place.locator.as_ref().map(|locator| words.locator(locator));
    JsonRecord {
        plan: &record.plan,
        region: record.region.as_deref(),
        scope: record.scope.as_deref(),
        indicator: &record.indicator,
        class: record.class.map(|class| class.key()),
        unit: record.unit.as_deref(),
        basis: record.basis.key(),
        year: record.year,
        role: record.role.key(),
        place: place.unwrap_or_default(),
        value: &record.value,
        comparator: record.comparator.map_or("none", |comparator| comparator.key()),
        low: record.low.as_deref(),
        high: record.high.as_deref(),
        condition: record.condition.as_deref(),
        owner: record.owner.as_deref(),
        file: source.map_or("", |source| &source.path),
        line: sources.line(&record.place),
        coverage: record.is_excerpt.then_some("excerpt"),
    }
}

/// The cells of a record, in the order of the columns.
pub(super) fn record_cells(record: &Record, sources: &Sources, words: &Words) -> [String; 18] {
    let shape = json_record(record, sources, words);
    let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
    [
        shape.plan.to_owned(),
        text(shape.region),
        text(shape.scope),
        shape.indicator.to_owned(),
        text(shape.class),
        readable_unit(words.language(), shape.unit.unwrap_or_default()).into_owned(),
        shape.basis.to_owned(),
        shape.year.to_string(),
        shape.role.to_owned(),
        shape.place,
        shape.value.to_owned(),
        shape.comparator.to_owned(),
        text(shape.low),
        text(shape.high),
        text(shape.condition),
        text(shape.owner),
        shape.file.to_owned(),
        shape.line.map_or_else(String::new, |line| line.to_string()),
    ]
}
