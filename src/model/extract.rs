//! The part of understanding a file that needs no other file: rows, cells, years, and phrases read once.

use crate::{
    syntax::{Column, ColumnKind, FieldKey, Row, Table, TableKind, Tree, YearRole},
    text::Source,
};

use super::{
    arithmetic::arithmetic_rows,
    extracted::{ColumnBasis, Extract, ValueCell, ValueRow, Whose},
    habit,
    phrases::Phrases,
    plan::Period,
    task::task_rows,
    years::{When, read_when},
};

/// Reads one file's tree.
#[must_use]
pub fn extract(source: &Source, tree: &Tree) -> Extract {
    let mut found = Extract::default();
    for field in tree.plan.iter().flat_map(|plan| &plan.fields) {
        let words = source.slice(field.value);
        match (field.key, read_when(words)) {
            (FieldKey::Period, When::Span(start, end)) => {
                found.period = Some(Period { start, end });
            }
            (FieldKey::Period, When::Year(year)) => {
                found.period = Some(Period { start: year, end: year });
            }
            (FieldKey::Outlook, When::Year(year)) => found.outlook = Some(year),
            (FieldKey::Period | FieldKey::Outlook, When::Unreadable) => {
                found.unreadable_years.push(field.value);
            }
            _ => {}
        }
    }
    // A catalogue file has tables and states nothing by itself.
    if tree.plan.is_some() {
        found.arithmetic = arithmetic_rows(source, tree);
        found.tasks = task_rows(source, tree);
        let mut phrases = Phrases::default();
        for (number, table) in (0..).zip(&tree.tables) {
            if holds_values(table.kind) {
                let columns = Columns::of(source, table);
                let rows = (0..).zip(&table.rows);
                let first = found.entries.len();
                found.entries.extend(rows.filter_map(|(row, line)| {
                    columns.entry(source, table, (number, row), line, &mut phrases)
                }));
                // For each table by itself: a plan may take one from elsewhere with the commas of its writer.
                habit::unsettle_doubtful_numbers(
                    found.entries.get_mut(first..).unwrap_or_default(),
                    source,
                );
            }
        }
    }
    found
}

fn holds_values(kind: TableKind) -> bool {
    matches!(
        kind,
        TableKind::Targets
            | TableKind::Statements
            | TableKind::Citations
            | TableKind::Actuals
            | TableKind::Allocations
    )
}

/// Where the columns of one table stand, looked up once.
struct Columns {
    name: Option<usize>,
    region: Option<usize>,
    scope: Option<usize>,
    class: Option<usize>,
    unit: Option<usize>,
    when: Option<usize>,
    values: Vec<ValueColumn>,
}

/// A column with values.
struct ValueColumn {
    at: usize,
    /// The year its head says; `None` where the row says it.
    when: Option<When>,
    role: YearRole,
    frame: ColumnBasis,
    whose: Whose,
}

impl Columns {
    fn of(source: &Source, table: &Table) -> Self {
        let at = |kind: ColumnKind| table.column(&kind);
        let value = |(at, column): (usize, &Column)| {
            let unsaid = Some(When::Unsaid);
            let (when, role, frame, whose) = match &column.kind {
                ColumnKind::Year { year, role } => {
                    (Some(When::Year(*year)), *role, ColumnBasis::Plain, Whose::Row)
                }
                ColumnKind::Growth { year, role } => {
                    (Some(When::Year(*year)), *role, ColumnBasis::Growth, Whose::Row)
                }
                ColumnKind::Value => (None, YearRole::Bare, ColumnBasis::Plain, Whose::Row),
                // Its year is left open here, as the period is the head's to say.
                ColumnKind::YearlyAverage => {
                    let grows = grows_yearly(source.slice(column.span));
                    let frame = if grows { ColumnBasis::Growth } else { ColumnBasis::Yearly };
                    (unsaid, YearRole::Target, frame, Whose::Row)
                }
                ColumnKind::Cumulative => {
                    (unsaid, YearRole::Target, ColumnBasis::Cumulative, Whose::Row)
                }
                ColumnKind::Child => {
                    (None, YearRole::Target, ColumnBasis::Plain, Whose::Below(column.span))
                }
                ColumnKind::Reserve => (None, YearRole::Target, ColumnBasis::Plain, Whose::Reserve),
                _ => return None,
            };
            Some(ValueColumn { at, when, role, frame, whose })
        };
        Self {
            name: at(ColumnKind::Indicator),
            region: at(ColumnKind::Region),
            scope: at(ColumnKind::Scope),
            class: at(ColumnKind::Class),
            unit: at(ColumnKind::Unit),
            when: at(ColumnKind::When),
            values: table.columns.iter().enumerate().filter_map(value).collect(),
        }
    }

    fn entry<'a>(
        &self,
        source: &'a Source,
        table: &Table,
        at: (u32, u32),
        row: &Row,
        phrases: &mut Phrases<'a>,
    ) -> Option<ValueRow> {
        let name = table.cell(row, self.name?);
        if name.is_empty() {
            return None;
        }
        let filled = |column: Option<usize>| {
            column.map(|column| table.cell(row, column)).filter(|span| !span.is_empty())
        };
        let said = self.when.map(|column| read_when(source.slice(table.cell(row, column))));
        let cells: Vec<_> = self
            .values
            .iter()
            .map(|column| {
                let span = table.cell(row, column.at);
                ValueCell {
                    span,
                    column: u32::try_from(column.at).unwrap_or(u32::MAX),
                    when: column.when.or(said).unwrap_or(When::Unsaid),
                    role: column.role,
                    frame: column.frame,
                    whose: column.whose,
                    reading: phrases.read(binding(table.kind, source.slice(span))),
                }
            })
            .collect();
        let class = filled(self.class);
        // A row with a class and no values is a target to come; one with neither has lost its end, as at the end of
        // a page.
        let breaks_off = class.is_none() && cells.iter().all(|cell| cell.span.is_empty());
        Some(ValueRow {
            kind: table.kind,
            at,
            span: row.span,
            name,
            region: filled(self.region),
            scope: filled(self.scope),
            class,
            unit: filled(self.unit),
            cells,
            breaks_off,
        })
    }
}

/// Whether 年均 is said of how fast values grow: such a column holds no levels. Where brackets in its cells mark sums it
/// holds both.
fn grows_yearly(head: &str) -> bool {
    let head = head.to_lowercase();
    let grows = ["增长", "增速", "增幅", "growth"].iter().any(|word| head.contains(word));
    grows && !head.contains("累计") && !head.contains("total")
}

/// Of `24/26` in an allocations cell the first number binds; the second is a stretch.
fn binding(kind: TableKind, words: &str) -> &str {
    // Only between two plain numbers: 12/10万 is a rate.
    let number = |side: &str| side.trim().bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    match words.split_once('/') {
        Some((first, second))
            if kind == TableKind::Allocations && number(first) && number(second) =>
        {
            first
        }
        _ => words,
    }
}
