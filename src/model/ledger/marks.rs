//! What the tree of a text claims: the stretches whose numbers were read, and those that are known to be something else.

use crate::{
    quantity::ReadingKind,
    syntax::{ColumnKind, FieldKey, Table, TableKind, Tree},
    text::{Source, Span},
};

use super::{
    super::{extracted::Extract, years::When},
    entry::{AsideReason, NumberKind},
};

/// A stretch and what its numbers are.
type LedgerClaim = (Span, NumberKind);

/// The claims of a text, no two alike, in order.
pub(super) fn claims_of_tree(source: &Source, tree: &Tree, extract: &Extract) -> Vec<LedgerClaim> {
    let cells = tree.tables.iter().map(|table| table.cells.len() + table.columns.len());
    let mut marks = LedgerMarker { source, found: Vec::with_capacity(cells.sum()) };
    if let Some(head) = &tree.plan {
        // A title is full of years and ordinals, 第十四个五年规划, and states none of them.
        marks.aside(head.title, AsideReason::Code);
        for field in &head.fields {
            match field.key {
                FieldKey::Period | FieldKey::Outlook => {
                    match extract.unreadable_years.contains(&field.value) {
                        true => marks.unread(field.value),
                        false => marks.read(field.value),
                    }
                }
                FieldKey::Issued => marks.aside(field.value, AsideReason::Date),
                _ => marks.aside(field.value, AsideReason::Code),
            }
        }
    }
    for furniture in source.parts.iter().flat_map(|parts| &parts.furniture) {
        marks.aside(*furniture, AsideReason::Furniture);
    }
    for year in source.parts.iter().flat_map(|parts| &parts.years) {
        marks.read(*year);
    }
    tree.tables.iter().for_each(|table| marks.table(table));
    let is_dated = extract.period.is_some() || extract.outlook.is_some();
    for entry in &extract.entries {
        for cell in &entry.cells {
            // What is of no year is compared with nothing.
            let undated = matches!(cell.when, When::Yearly | When::Unsaid) && !is_dated;
            let unread = undated
                || matches!(cell.when, When::Unreadable)
                || !matches!(cell.reading.kind, ReadingKind::Targets | ReadingKind::NotATarget);
            match (unread, cell.reading.kind) {
                (true, _) => marks.unread(cell.span),
                (_, ReadingKind::NotATarget) => marks.aside(cell.span, AsideReason::Code),
                _ => marks.read(cell.span),
            }
        }
    }
    let mut found = marks.found;
    // The ledger walks the numbers once along the claims, so these have to be in the order of the text.
    found.sort_unstable();
    found.dedup();
    found
}

struct LedgerMarker<'a> {
    source: &'a Source,
    found: Vec<LedgerClaim>,
}

impl LedgerMarker<'_> {
    /// Takes in what a stretch says, where the document itself prints it.
    fn read(&mut self, span: Span) {
        let real = self.source.parts.as_ref().map_or(Some(span), |parts| parts.real(span));
        self.push(real, NumberKind::Read);
    }

    fn unread(&mut self, span: Span) {
        let real = self.source.parts.as_ref().map_or(Some(span), |parts| parts.real(span));
        self.push(real, NumberKind::Unread);
    }

    /// Words that stand in the tree for a longer stretch of a document say nothing of its numbers.
    fn aside(&mut self, span: Span, why: AsideReason) {
        let real = self.source.parts.as_ref().map_or(Some(span), |parts| parts.real(span));
        self.push(real.filter(|real| *real == span), NumberKind::Aside(why));
    }

    fn push(&mut self, span: Option<Span>, kind: NumberKind) {
        let span = span.filter(|span| !span.is_empty());
        self.found.extend(span.map(|span| (span, kind)));
    }

    fn table(&mut self, table: &Table) {
        for column in &table.columns {
            match column.kind {
                // The year in the head is part of each value below it, so it is read where they are.
                ColumnKind::Year { .. } | ColumnKind::Weight { .. } => self.read(column.span),
                ColumnKind::Unknown => self.unread(column.span),
                _ => self.aside(column.span, AsideReason::Code),
            }
        }
        if let Some(title) = table.title {
            self.aside(title, AsideReason::Ordinal);
        }
        for row in &table.rows {
            if let Some(group) = row.group {
                self.aside(group, AsideReason::Ordinal);
            }
            // Past the end of a short row all cells are one empty stretch, which no number stands in.
            for (at, column) in table.columns.iter().enumerate().take(row.count as usize) {
                let cell = table.cell(row, at);
                match claim(table.kind, &column.kind) {
                    Some(NumberKind::Read) => self.read(cell),
                    Some(NumberKind::Unread) => self.unread(cell),
                    Some(NumberKind::Aside(why)) => self.aside(cell, why),
                    None => {}
                }
            }
        }
        table.notes.iter().for_each(|note| self.aside(*note, AsideReason::Note));
    }
}

/// What the cells of a column are; `None` for values, each of which is read on its own.
fn claim(table: TableKind, column: &ColumnKind) -> Option<NumberKind> {
    let aside = |why| Some(NumberKind::Aside(why));
    match column {
        ColumnKind::Number | ColumnKind::Category | ColumnKind::Where => {
            aside(AsideReason::Ordinal)
        }
        ColumnKind::Note | ColumnKind::Definition => aside(AsideReason::Note),
        ColumnKind::Progress => aside(AsideReason::Past),
        ColumnKind::When
        | ColumnKind::Deadline
        | ColumnKind::Expression
        | ColumnKind::Result
        | ColumnKind::Weight { .. }
        | ColumnKind::Range => Some(NumberKind::Read),
        ColumnKind::Unknown => Some(NumberKind::Unread),
        // What a task promises in its own words is kept and not compared.
        ColumnKind::Value if table == TableKind::Tasks => Some(NumberKind::Unread),
        ColumnKind::Value if table == TableKind::Checks => Some(NumberKind::Read),
        ColumnKind::Year { .. }
        | ColumnKind::Value
        | ColumnKind::YearlyAverage
        | ColumnKind::Cumulative
        | ColumnKind::Child
        | ColumnKind::Reserve => None,
        _ => aside(AsideReason::Code),
    }
}
