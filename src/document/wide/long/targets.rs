//! Records of indicator tables, put side by side again: a row for each indicator, a column for each year.

use std::collections::BTreeMap;

use crate::{
    document::{
        compose::{Composed, Piece, column},
        table::kind_of,
    },
    quantity::Basis,
    syntax::{ColumnKind, TableKind, YearRole},
    text::Span,
};

use super::{
    place::Printed,
    record::{Key, Record},
};

/// The columns before the values.
const FIXED: [(ColumnKind, Key); 7] = [
    (ColumnKind::Number, Key::Place),
    (ColumnKind::Indicator, Key::Indicator),
    (ColumnKind::Unit, Key::Unit),
    (ColumnKind::Class, Key::Class),
    (ColumnKind::Owner, Key::Owner),
    (ColumnKind::Region, Key::Region),
    (ColumnKind::Scope, Key::Scope),
];

/// One table of a plan.
#[derive(Default)]
struct Pivot<'a> {
    title: Piece,
    /// The columns with values, each with its head.
    heads: Vec<(ColumnKind, Piece)>,
    rows: Vec<Line<'a>>,
}

/// One row: its records by their column.
struct Line<'a> {
    first: &'a Record,
    span: Span,
    values: BTreeMap<usize, &'a Record>,
}

/// Writes the records as 指标表, one for each table they were printed in.
pub(super) fn write(records: &[&Record], region: &str, composed: &mut Composed) {
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    let mut tables: Vec<Pivot> = Vec::new();
    for line in records.chunk_by(|one, other| stand_together(one, other)) {
        let Some(first) = line.first() else { continue };
        let next = tables.len();
        let at = *order.entry(title(first)).or_insert(next);
        if at == next {
            let title = Piece { words: title(first).to_owned(), ..first.piece(Key::Place) };
            tables.push(Pivot { title, ..Pivot::default() });
        }
        tables.iter_mut().skip(at).take(1).for_each(|table| table.line(line));
    }
    for table in tables {
        table.write(region, composed);
    }
}

/// Whether two records that follow one another stand in one row of the plan.
fn stand_together(one: &Record, other: &Record) -> bool {
    let same = |key: Key| one.words(key) == other.words(key);
    title(one) == title(other)
        && number(one) == number(other)
        && [Key::Indicator, Key::Region, Key::Scope, Key::Class, Key::Owner].into_iter().all(same)
}

fn title(record: &Record) -> &str {
    match &record.printed {
        Printed::Cell { table, .. } => table,
        _ => "",
    }
}

fn number(record: &Record) -> &str {
    match &record.printed {
        Printed::Cell { row, .. } => row,
        _ => "",
    }
}

impl<'a> Pivot<'a> {
    /// Adds the records of one row; a second phrase for the same column begins another.
    fn line(&mut self, records: &[&'a Record]) {
        let sum = records.iter().any(|record| record.words(Key::Basis) == "cumulative");
        let mut line: Option<Line> = None;
        for record in records {
            let Some(kind) = kind(record, sum) else { continue };
            let column = self.column(kind, record);
            if line.as_ref().is_some_and(|line| !line.fits(column, record)) {
                self.rows.extend(line.take());
            }
            let (span, values) = (record.span, BTreeMap::new());
            let line = line.get_or_insert(Line { first: record, span, values });
            line.values.entry(column).or_insert(record);
            line.span = line.span.to(record.span);
        }
        self.rows.extend(line);
    }

    fn column(&mut self, kind: ColumnKind, record: &Record) -> usize {
        if let Some(at) = self.heads.iter().position(|(known, _)| *known == kind) {
            return at;
        }
        let words = head(&kind, record);
        let from = if record.words(Key::Place).contains(&words) { Key::Place } else { Key::Year };
        self.heads.push((kind, Piece { words, ..record.piece(from) }));
        self.heads.len() - 1
    }

    fn write(self, region: &str, composed: &mut Composed) {
        let title = Some(&self.title).filter(|title| !title.words.is_empty());
        let fixed = FIXED.map(|(kind, _)| column(TableKind::Targets, kind));
        let columns: Vec<_> = fixed.into_iter().chain(self.heads.iter().cloned()).collect();
        composed.table(TableKind::Targets, title, columns);
        for line in &self.rows {
            let fixed = FIXED.iter().map(|(_, key)| line.cell(*key, region));
            let mut cells: Vec<Piece> = fixed.collect();
            let value = |column: usize| line.values.get(&column).map(|r| r.piece(Key::Value));
            cells.extend((0..self.heads.len()).map(|column| value(column).unwrap_or_default()));
            composed.row(line.span, None, &cells);
        }
    }
}

impl Line<'_> {
    /// Whether a column is free, or holds the same phrase: one with several numbers is a record for each.
    fn fits(&self, column: usize, record: &Record) -> bool {
        let own = self.values.get(&column);
        own.is_none_or(|own| own.words(Key::Value) == record.words(Key::Value))
    }

    fn cell(&self, key: Key, region: &str) -> Piece {
        match key {
            // The plan's own region need not be said.
            Key::Region if self.first.words(key) == region => Piece::default(),
            Key::Place => {
                let words = number(self.first).to_owned();
                Piece { words, ..self.first.piece(Key::Place) }
            }
            Key::Unit => self.values.values().find_map(|record| record.unit()).unwrap_or_default(),
            key => self.first.piece(key),
        }
    }
}

/// The column a value belongs to; `None` for a year that cannot be read.
fn kind(record: &Record, beside_cumulative: bool) -> Option<ColumnKind> {
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
fn grows_in_year(record: &Record) -> bool {
    let Printed::Cell { head, .. } = &record.printed else { return false };
    matches!(kind_of(head, None), ColumnKind::Growth { .. })
}

/// The head as the plan prints it, or one that says the same.
fn head(kind: &ColumnKind, record: &Record) -> String {
    if let Printed::Cell { head, .. } = &record.printed
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
        _ => column(TableKind::Targets, kind.clone()).1.words,
    }
}
