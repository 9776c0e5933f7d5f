//! Records of indicator tables, put side by side again: a row for each indicator, a column for each year.

use std::collections::BTreeMap;

use crate::{
    document::{
        compose::{Composed, ComposedWords, column_under_usual_head},
        table::kind_of,
    },
    quantity::Basis,
    syntax::{ColumnKind, TableKind, YearRole},
    text::Span,
};

use super::{
    place::PrintedPlace,
    record::{LongColumn, LongRecord},
};

/// The columns before the values.
const FIXED: [(ColumnKind, LongColumn); 7] = [
    (ColumnKind::Number, LongColumn::Place),
    (ColumnKind::Indicator, LongColumn::Indicator),
    (ColumnKind::Unit, LongColumn::Unit),
    (ColumnKind::Class, LongColumn::Class),
    (ColumnKind::Owner, LongColumn::Owner),
    (ColumnKind::Region, LongColumn::Region),
    (ColumnKind::Scope, LongColumn::Scope),
];

/// One table of a plan.
#[derive(Default)]
struct Pivot<'a> {
    title: ComposedWords,
    /// The columns with values, each with its head.
    heads: Vec<(ColumnKind, ComposedWords)>,
    rows: Vec<LongTargetRow<'a>>,
}

/// One row: its records by their column.
struct LongTargetRow<'a> {
    first: &'a LongRecord,
    span: Span,
    values: BTreeMap<usize, &'a LongRecord>,
}

/// Writes the records as 指标表, one for each table they were printed in.
pub(super) fn write_target_records(records: &[&LongRecord], region: &str, composed: &mut Composed) {
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    let mut tables: Vec<Pivot> = Vec::new();
    // Only neighbours: two rows of one plan may have the same indicator, and their numbers tell them
    // apart.
    for line in records.chunk_by(|one, other| stand_together(one, other)) {
        let Some(first) = line.first() else { continue };
        let next = tables.len();
        let at = *order.entry(title_of_record(first)).or_insert(next);
        if at == next {
            let title = ComposedWords {
                words: title_of_record(first).to_owned(),
                ..first.piece(LongColumn::Place)
            };
            tables.push(Pivot { title, ..Pivot::default() });
        }
        tables.iter_mut().skip(at).take(1).for_each(|table| table.line(line));
    }
    for table in tables {
        table.write(region, composed);
    }
}

/// Whether two records that follow one another stand in one row of the plan.
fn stand_together(one: &LongRecord, other: &LongRecord) -> bool {
    let same = |key: LongColumn| one.words(key) == other.words(key);
    title_of_record(one) == title_of_record(other)
        && row_number_of_record(one) == row_number_of_record(other)
        && [
            LongColumn::Indicator,
            LongColumn::Region,
            LongColumn::Scope,
            LongColumn::Class,
            LongColumn::Owner,
        ]
        .into_iter()
        .all(same)
}

fn title_of_record(record: &LongRecord) -> &str {
    match &record.printed {
        PrintedPlace::Cell { table, .. } => table,
        _ => "",
    }
}

fn row_number_of_record(record: &LongRecord) -> &str {
    match &record.printed {
        PrintedPlace::Cell { row, .. } => row,
        _ => "",
    }
}

impl<'a> Pivot<'a> {
    /// Adds the records of one row; a second phrase for the same column begins another.
    fn line(&mut self, records: &[&'a LongRecord]) {
        // A row that has one value for all years makes the others values of single years.
        let sum = records.iter().any(|record| record.words(LongColumn::Basis) == "cumulative");
        let mut line: Option<LongTargetRow> = None;
        for record in records {
            let Some(kind) = column_kind_of_record(record, sum) else { continue };
            let column = self.column(kind, record);
            if line.as_ref().is_some_and(|line| !line.fits(column, record)) {
                self.rows.extend(line.take());
            }
            let (span, values) = (record.span, BTreeMap::new());
            let line = line.get_or_insert(LongTargetRow { first: record, span, values });
            line.values.entry(column).or_insert(record);
            line.span = line.span.to(record.span);
        }
        self.rows.extend(line);
    }

    fn column(&mut self, kind: ColumnKind, record: &LongRecord) -> usize {
        if let Some(at) = self.heads.iter().position(|(known, _)| *known == kind) {
            return at;
        }
        let words = head_of_column(&kind, record);
        // The head leads back to the place where that says it, else to the year.
        let from = if record.words(LongColumn::Place).contains(&words) {
            LongColumn::Place
        } else {
            LongColumn::Year
        };
        self.heads.push((kind, ComposedWords { words, ..record.piece(from) }));
        self.heads.len() - 1
    }

    fn write(self, region: &str, composed: &mut Composed) {
        let title = Some(&self.title).filter(|title| !title.words.is_empty());
        let fixed = FIXED.map(|(kind, _)| column_under_usual_head(TableKind::Targets, kind));
        let columns: Vec<_> = fixed.into_iter().chain(self.heads.iter().cloned()).collect();
        composed.table(TableKind::Targets, title, columns);
        for line in &self.rows {
            let fixed = FIXED.iter().map(|(_, key)| line.cell(*key, region));
            let mut cells: Vec<ComposedWords> = fixed.collect();
            let value =
                |column: usize| line.values.get(&column).map(|r| r.piece(LongColumn::Value));
            cells.extend((0..self.heads.len()).map(|column| value(column).unwrap_or_default()));
            composed.row(line.span, None, &cells);
        }
    }
}

impl LongTargetRow<'_> {
    /// Whether a column is free, or holds the same phrase: one with several numbers is a record for each.
    fn fits(&self, column: usize, record: &LongRecord) -> bool {
        let own = self.values.get(&column);
        own.is_none_or(|own| own.words(LongColumn::Value) == record.words(LongColumn::Value))
    }

    fn cell(&self, key: LongColumn, region: &str) -> ComposedWords {
        match key {
            // The plan's own region need not be said.
            LongColumn::Region if self.first.words(key) == region => ComposedWords::default(),
            LongColumn::Place => {
                let words = row_number_of_record(self.first).to_owned();
                ComposedWords { words, ..self.first.piece(LongColumn::Place) }
            }
            LongColumn::Unit => {
                self.values.values().find_map(|record| record.unit()).unwrap_or_default()
            }
            key => self.first.piece(key),
        }
    }
}

/// The column a value belongs to; `None` for a year that cannot be read.
fn column_kind_of_record(record: &LongRecord, beside_cumulative: bool) -> Option<ColumnKind> {
    let target = matches!(record.role(), YearRole::Target | YearRole::Bare);
    match record.framed() {
        // A single year's value beside one of the whole period.
        Some(Basis::PerYear) if beside_cumulative => {}
        Some(Basis::Growth) if grows_in_year(record) || !target => {
            return Some(ColumnKind::Growth { year: record.year()?, role: record.role() });
        }
        Some(Basis::PerYear | Basis::Growth) if target => return Some(ColumnKind::YearlyAverage),
        Some(Basis::Cumulative) if target => return Some(ColumnKind::Cumulative),
        _ => {}
    }
    Some(ColumnKind::Year { year: record.year()?, role: record.role() })
}

/// Whether its column is one of the growth of single years.
fn grows_in_year(record: &LongRecord) -> bool {
    let PrintedPlace::Cell { head, .. } = &record.printed else { return false };
    matches!(kind_of(head, None), ColumnKind::Growth { .. })
}

/// The head as the plan prints it, or one that says the same.
fn head_of_column(kind: &ColumnKind, record: &LongRecord) -> String {
    if let PrintedPlace::Cell { head, .. } = &record.printed
        && kind_of(head, None) != ColumnKind::Unknown
    {
        return head.clone();
    }
    match kind {
        ColumnKind::Year { year, role } => {
            let suffix = match role {
                YearRole::Bare => "",
                YearRole::Observed => "实绩",
                YearRole::Estimate => "预计值",
                YearRole::Projection => "预测值",
                YearRole::Target => "目标值",
            };
            format!("{year}年{suffix}")
        }
        _ => column_under_usual_head(TableKind::Targets, kind.clone()).1.words,
    }
}
