//! Places of values, named as the document itself would name them.

use std::sync::Arc;

use crate::{
    syntax::{ColumnKind, Table},
    text::{FileId, Locator, Place, Span},
};

use super::{Arithmetic, Model, Statement, TargetRow, Task};

impl Model {
    /// Where a statement's phrase stands: the words of its part, with table, row and column, or the position in the prose.
    #[must_use]
    pub fn place(&self, statement: &Statement) -> Place {
        let span = if statement.words.is_empty() { statement.name } else { statement.words };
        self.locate(statement.file, span, (statement.at.0, statement.at.1), Some(statement.at.2))
    }

    /// Where the whole phrase of a statement stands.
    #[must_use]
    pub fn phrase_place(&self, statement: &Statement) -> Place {
        let span = if statement.cell.is_empty() { statement.name } else { statement.cell };
        self.locate(statement.file, span, (statement.at.0, statement.at.1), Some(statement.at.2))
    }

    /// Where a statement names its indicator.
    #[must_use]
    pub fn name_place(&self, statement: &Statement) -> Place {
        self.locate(statement.file, statement.name, (statement.at.0, statement.at.1), None)
    }

    /// Where the name of a row's indicator stands.
    #[must_use]
    pub fn row_place(&self, row: &TargetRow) -> Place {
        self.locate(row.file, row.name, row.at, None)
    }

    /// Where a row's class stands, else its name.
    #[must_use]
    pub fn class_place(&self, row: &TargetRow) -> Place {
        self.locate(row.file, row.class_cell.unwrap_or(row.name), row.at, None)
    }

    /// 口径: what the 实绩表 of a statement says its row counts.
    #[must_use]
    pub fn definition(&self, statement: &Statement) -> Option<&str> {
        let table = self.tree(statement.file)?.tables.get(statement.at.0 as usize)?;
        let row = table.rows.get(statement.at.1 as usize)?;
        let cell = table.cell(row, table.column(&ColumnKind::Definition)?);
        Some(self.words(statement.file, cell).trim()).filter(|words| !words.is_empty())
    }

    /// Where the printed result of a 核算 row stands; its expression where it prints none.
    #[must_use]
    pub fn result_place(&self, row: &Arithmetic) -> Place {
        let span = if row.result.is_empty() { row.expression } else { row.result };
        self.locate(row.file, span, row.at, None)
    }

    /// The part of a 核算 row that cannot be read: its expression, else its result.
    #[must_use]
    pub fn unread_part(&self, row: &Arithmetic) -> Place {
        if row.reckoned.is_none() { self.expression_place(row) } else { self.result_place(row) }
    }

    /// Where the expression of a 核算 row stands.
    #[must_use]
    pub fn expression_place(&self, row: &Arithmetic) -> Place {
        self.locate(row.file, row.expression, row.at, None)
    }

    /// Where a task is named.
    #[must_use]
    pub fn task_place(&self, task: &Task) -> Place {
        self.locate(task.file, task.name, task.at, None)
    }

    /// Where a task's deadline stands; its name where it has none.
    #[must_use]
    pub fn deadline_place(&self, task: &Task) -> Place {
        let cell = if task.deadline_cell.is_empty() { task.name } else { task.deadline_cell };
        self.locate(task.file, cell, task.at, None)
    }

    /// Where a task names one of a level above.
    #[must_use]
    pub fn upper_place(&self, task: &Task) -> Place {
        self.locate(task.file, task.upper, task.at, None)
    }

    /// A task's name as printed.
    #[must_use]
    pub fn task_name(&self, task: &Task) -> &str {
        self.words(task.file, task.name)
    }

    pub(super) fn locate(
        &self,
        file: FileId,
        span: Span,
        at: (u32, u32),
        column: Option<u32>,
    ) -> Place {
        let place = Place::new(file, span);
        match self.locator(file, at, column) {
            Some(locator) => place.located(locator),
            None => place,
        }
    }

    fn locator(&self, file: FileId, at: (u32, u32), column: Option<u32>) -> Option<Locator> {
        let table = self.tree(file)?.tables.get(at.0 as usize)?;
        let words = |span: Span| -> Option<Arc<str>> {
            let text = self.sources.get(file)?.slice(span).trim();
            (!text.is_empty()).then(|| text.into())
        };
        let row = table.rows.get(at.1 as usize)?;
        let cell = |kind: ColumnKind| {
            table.column(&kind).and_then(|column| words(table.cell(row, column)))
        };
        // A row with a 位置 was taken from the prose: its reader looks for the chapter, not for a row of a table
        // nobody printed.
        if let Some(position) = cell(ColumnKind::Where) {
            return Some(Locator::Prose { position });
        }
        Some(Locator::Cell {
            table: table.title.and_then(words).map(short_title),
            // The printed number first, since the reader holds the page and not the file.
            row: cell(ColumnKind::Number).unwrap_or_else(|| (at.1 + 1).to_string().into()),
            column: column.and_then(|column| column_head_span(table, column)).and_then(words),
        })
    }

    /// The words of a statement's phrase.
    #[must_use]
    pub fn phrase(&self, statement: &Statement) -> &str {
        self.words(statement.file, statement.cell)
    }

    /// The words of the part of the phrase that a statement reads.
    #[must_use]
    pub fn printed(&self, statement: &Statement) -> &str {
        self.words(statement.file, statement.words)
    }

    /// The name of the indicator as a statement prints it, without unit.
    #[must_use]
    pub fn printed_name(&self, statement: &Statement) -> &str {
        let printed = self.words(statement.file, statement.name);
        let name = crate::catalogue::split_printed_unit(printed).map_or(printed, |(name, _)| name);
        name.trim_start_matches(['*', '＊']).trim()
    }

    /// Whether the plan prints the year of a statement, in a column's head or its own 年份; else the last year of the period is meant.
    #[must_use]
    pub fn says_year(&self, statement: &Statement) -> bool {
        let (table, row, column) = statement.at;
        let Some(table) = self.tree(statement.file).and_then(|t| t.tables.get(table as usize))
        else {
            return false;
        };
        let in_head = table
            .columns
            .get(column as usize)
            .is_some_and(|column| matches!(column.kind, ColumnKind::Year { .. }));
        let own = table.rows.get(row as usize).zip(table.column(&ColumnKind::When));
        in_head || own.is_some_and(|(row, column)| !table.cell(row, column).is_empty())
    }

    /// The words of a span of a file, trimmed.
    #[must_use]
    pub fn words(&self, file: FileId, span: Span) -> &str {
        self.sources.get(file).map_or("", |source| source.slice(span)).trim()
    }
}

fn column_head_span(table: &Table, column: u32) -> Option<Span> {
    table.columns.get(column as usize).map(|column| column.span)
}

/// `表1 德清县…指标体系` is called 表1: the words before the first blank, when they are short.
fn short_title(title: Arc<str>) -> Arc<str> {
    match title.split_whitespace().next() {
        // 表1, 专栏3-2, Table 4: what stands before the blank and is longer is no number but the title itself.
        Some(first) if first.chars().count() <= 8 && first.len() < title.len() => first.into(),
        _ => title,
    }
}
