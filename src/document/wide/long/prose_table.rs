//! Records of the prose: the tables 正文 and 引述.

use crate::{
    document::{
        compose::{Composed, ComposedWords, column_under_usual_head},
        years::Years,
    },
    quantity::Basis,
    syntax::{ColumnKind, TableKind},
};

use super::{
    place::PrintedPlace,
    record::{LongColumn, LongRecord},
};

/// A table of the prose.
pub(super) struct Prose<'a> {
    kind: TableKind,
    /// The region that need not be said.
    own: &'a str,
    years: Option<Years>,
}

/// 正文 of the plan of a region.
pub(super) fn prose(region: &str, years: Option<Years>) -> Prose<'_> {
    Prose { kind: TableKind::Statements, own: region, years }
}

/// 引述: every row names its region.
pub(super) fn citations_table() -> Prose<'static> {
    Prose { kind: TableKind::Citations, own: "", years: None }
}

/// Writes the records as rows of a table; no table without records.
pub(super) fn write_prose_records(
    records: &[&LongRecord],
    table: &Prose<'_>,
    composed: &mut Composed,
) {
    if records.is_empty() {
        return;
    }
    let columns = [
        ColumnKind::Where,
        ColumnKind::Region,
        ColumnKind::Scope,
        ColumnKind::Indicator,
        ColumnKind::When,
        ColumnKind::Value,
        ColumnKind::Class,
    ];
    let classed = table.kind == TableKind::Statements;
    let known = columns.len() - usize::from(!classed);
    let columns =
        columns.into_iter().take(known).map(|kind| column_under_usual_head(table.kind, kind));
    composed.table(table.kind, None, columns.collect());
    let mut last = None;
    for record in records {
        let cells = table.cells(record);
        let cells = cells.get(..known).unwrap_or_default();
        // A phrase with several numbers is one record for each of them.
        let words: Vec<String> = cells.iter().map(|cell| cell.words.clone()).collect();
        if last.as_ref() != Some(&words) {
            composed.row(record.span, None, cells);
        }
        last = Some(words);
    }
}

impl Prose<'_> {
    fn cells(&self, record: &LongRecord) -> [ComposedWords; 7] {
        let position = match &record.printed {
            PrintedPlace::Prose(position) => {
                ComposedWords { words: position.clone(), ..record.piece(LongColumn::Place) }
            }
            _ => ComposedWords::default(),
        };
        [
            position,
            self.region(record),
            record.piece(LongColumn::Scope),
            record.indicator(),
            self.when(record),
            record.piece(LongColumn::Value),
            record.piece(LongColumn::Class),
        ]
    }

    fn region(&self, record: &LongRecord) -> ComposedWords {
        let region = record.piece(LongColumn::Region);
        if !region.words.is_empty() && region.words == self.own {
            return ComposedWords::default();
        }
        // Left blank it would be the plan's own.
        if self.kind == TableKind::Citations && region.words.is_empty() {
            return ComposedWords::unsaid("不详");
        }
        region
    }

    /// The year, or what makes the value one of several years.
    fn when(&self, record: &LongRecord) -> ComposedWords {
        let year = record.piece(LongColumn::Year);
        let Some(end) = record.year() else { return year };
        let last = self.years.is_some_and(|years| years.end == end);
        match record.framed() {
            Some(Basis::PerYear) if last => ComposedWords { words: "每年".to_owned(), ..year },
            // Of a span of years only the last one counts; a title that names none leaves the usual five.
            Some(Basis::Cumulative) => {
                let start = self.years.map_or(end - 4, |years| years.start.min(end - 1));
                ComposedWords { words: format!("{start}-{end}"), ..year }
            }
            _ => year,
        }
    }
}
