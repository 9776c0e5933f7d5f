//! The head row of a table: what its columns hold, and what is wrong with them.

use std::collections::HashSet;

use super::check::CheckedColumn;
use super::{ReaderContext, SyntaxReader};
use crate::syntax::column::{column_word, nearest_column, recognise_column};
use crate::syntax::grammar::GrammarLine;
use crate::syntax::layout::LineRole;
use crate::syntax::terms::{KeywordSet, compared_form, required_columns};
use crate::syntax::{Column, ColumnKind, Covers, ProblemKind, TableKind};
use crate::text::{Span, fold_char};

impl SyntaxReader<'_> {
    /// The first row of the open table: its head, or already a row when no cell names a column.
    pub(super) fn head(&mut self, line: &GrammarLine<'_>) -> LineRole {
        self.context = ReaderContext::Table;
        self.below_head = true;
        let table = self.table_index();
        let kind = self.tree.tables.last().map_or(TableKind::Unknown, |table| table.kind);
        let columns = self.columns(kind, self.cell_spans(line));
        // One name that is known suffices: a head with a slip in it is far more often meant than a first row that
        // happens to hold 指标.
        let named = columns.iter().any(|column| is_named(&column.kind));
        if named || kind == TableKind::Unknown {
            self.head_problem(kind, &columns, self.row_span(line));
            self.set_columns(columns);
            // Of an unknown table the first row is the head in any case, so that none of its names is judged as a
            // value.
            return LineRole::Head(table);
        }
        let needed = self.needed_words(kind, &columns);
        self.problem(ProblemKind::MissingHead { needed }, self.row_span(line));
        self.row(line)
    }

    /// A line of dashes below the first row: that row is the head, whatever its names.
    pub(super) fn separate(&mut self) {
        let index = self.table_index();
        let Some(table) = self.tree.tables.last_mut() else { return };
        if !table.columns.is_empty() || table.rows.is_empty() {
            return;
        }
        // What was taken for a row a moment ago is the head after all, and its cells, its allows and its layout go
        // with it.
        table.rows.clear();
        let kind = table.kind;
        let cells = std::mem::take(&mut table.cells);
        let columns = self.columns(kind, cells.into_iter());
        self.set_columns(columns);
        let row = Covers::Row { table: index, row: 0 };
        for allow in self.tree.allows.iter_mut().rev().take_while(|allow| allow.covers == row) {
            allow.covers = Covers::Table(index);
        }
        let last = self.layout.as_mut().and_then(|layout| layout.lines.last_mut());
        if let Some(last) = last {
            last.role = LineRole::Head(index);
        }
    }

    pub(super) fn is_separator(&self, line: &GrammarLine<'_>) -> bool {
        let mut cells = self.cell_spans(line).peekable();
        cells.peek().is_some() && cells.all(|cell| is_dashes(cell.of(self.text)))
    }

    /// What a table of this kind needs and does not have, in the file's keyword set.
    pub(super) fn needed_words(&self, kind: TableKind, columns: &[Column]) -> Vec<String> {
        let set = self.set.unwrap_or(KeywordSet::Chinese);
        let has = |kind: &ColumnKind| columns.iter().any(|column| column.kind == *kind);
        let missing = required_columns(kind).iter().filter(|kind| !has(kind));
        let words = missing.filter_map(|missing| column_word(kind, missing, set));
        words.chain(needed_shape(kind, columns, set)).map(str::to_owned).collect()
    }

    fn columns(&self, table: TableKind, cells: impl Iterator<Item = Span>) -> Vec<Column> {
        cells
            .map(|span| Column { kind: recognise_column(table, span.of(self.text)), span })
            .collect()
    }

    fn set_columns(&mut self, mut columns: Vec<Column>) {
        for index in self.duplicates(&columns) {
            if let Some(column) = columns.get_mut(index) {
                // The first of two equal columns counts. Were both read, one row would state two values for one
                // year.
                column.kind = ColumnKind::Unknown;
            }
        }
        self.category = columns.iter().position(|column| column.kind == ColumnKind::Category);
        let checked = columns.iter().enumerate();
        self.checked =
            checked.filter_map(|(at, column)| CheckedColumn::of(at, &column.kind)).collect();
        if let Some(table) = self.tree.tables.last_mut() {
            table.columns = columns;
        }
    }

    /// One problem a head: a misspelt column that is needed, a missing one, an unknown one, a repeated one.
    fn head_problem(&mut self, kind: TableKind, columns: &[Column], head: Span) {
        if kind == TableKind::Unknown {
            return;
        }
        let needed = self.needed_words(kind, columns);
        let unknown = columns.iter().find(|column| column.kind == ColumnKind::Unknown);
        // A misspelt 指标 is both unknown and missing. It is told as misspelt, which is what the writer has to mend.
        let near = unknown.and_then(|column| nearest_column(kind, column.span.of(self.text)));
        let misspelt = near.is_some_and(|near| required_columns(kind).contains(near));
        match unknown {
            _ if !needed.is_empty() && !misspelt => {
                self.problem(ProblemKind::MissingHead { needed }, head);
            }
            Some(column) => {
                let span = if column.span.is_empty() { head } else { column.span };
                let word = near.and_then(|near| column_word(kind, near, self.set_for(column.span)));
                let nearest = word.map(str::to_owned);
                self.problem(ProblemKind::UnknownColumn { nearest }, span);
            }
            None => {
                let repeated = self.duplicates(columns).first().and_then(|at| columns.get(*at));
                if let Some(column) = repeated {
                    self.problem(ProblemKind::DuplicateColumn, column.span);
                }
            }
        }
    }

    /// The columns that say what an earlier one said.
    fn duplicates(&self, columns: &[Column]) -> Vec<usize> {
        let mut seen = HashSet::with_capacity(columns.len());
        let repeated = columns.iter().enumerate().filter(|(_, column)| match &column.kind {
            // Remarks are not judged, however many there are.
            ColumnKind::Unknown | ColumnKind::Note => false,
            ColumnKind::Child => {
                !seen.insert((&column.kind, compared_form(column.span.of(self.text))))
            }
            kind => !seen.insert((kind, "".into())),
        });
        repeated.map(|(at, _)| at).collect()
    }
}

/// Whether a head's cell was recognised by its name or year, not only by its place in the table.
fn is_named(kind: &ColumnKind) -> bool {
    !matches!(kind, ColumnKind::Unknown | ColumnKind::Child | ColumnKind::Weight { .. })
}

/// The columns a table needs one of, whatever their names.
fn needed_shape(table: TableKind, columns: &[Column], set: KeywordSet) -> Option<&'static str> {
    let any = |wanted: fn(&ColumnKind) -> bool| columns.iter().any(|column| wanted(&column.kind));
    let (found, chinese, english) = match table {
        TableKind::Targets | TableKind::Actuals => (any(is_period), "年份列", "year column"),
        TableKind::Allocations => {
            (any(|kind| *kind == ColumnKind::Child), "下级地区列", "child region column")
        }
        _ => return None,
    };
    match set {
        _ if found => None,
        KeywordSet::Chinese => Some(chinese),
        KeywordSet::English => Some(english),
    }
}

fn is_period(kind: &ColumnKind) -> bool {
    kind.holds_values()
}

/// `:?-{3,}:?` in half or full width.
fn is_dashes(cell: &str) -> bool {
    let mut dashes = 0;
    let mut characters = cell.chars().map(fold_char).peekable();
    characters.next_if_eq(&':');
    while characters.next_if_eq(&'-').is_some() {
        dashes += 1;
    }
    characters.next_if_eq(&':');
    dashes >= 3 && characters.next().is_none()
}
