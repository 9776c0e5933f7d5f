//! The grid of a table: cells padded to the width of their column.

use std::borrow::Cow;

use super::Printer;
use super::words::Rewriter;
use crate::syntax::cell::trimmed_cell;
use crate::syntax::grammar::LinePart;
use crate::syntax::layout::{LaidLine, Layout, LineRole};
use crate::syntax::read::is_cell_shape;
use crate::text::fold_char;

/// Dashes of a separator.
const SHORTEST: usize = 3;

/// A table is aligned unless that would write more padding than this for every column of content, and …
// A cell of a megabyte in a table of a thousand rows would be padded to a gigabyte. The factor is a choice; below
// FREE every table is aligned.
const LOOSEST: usize = 8;

/// … more than this: a single huge cell must not make a small file a huge one.
const FREE: usize = 64 << 10;

/// The widths of one table's columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Widths {
    columns: Vec<ColumnExtent>,
    content: usize,
}

/// A column's widest cell, and how many cells it has.
#[derive(Clone, Copy, Debug, Default)]
struct ColumnExtent {
    widest: usize,
    cells: usize,
}

impl Widths {
    fn add(&mut self, column: usize, width: usize) {
        if self.columns.len() <= column {
            self.columns.resize(column + 1, ColumnExtent::default());
        }
        if let Some(measured) = self.columns.get_mut(column) {
            measured.widest = measured.widest.max(width);
            measured.cells += 1;
        }
        // The one is the bar, so that a table of empty cells has content to be measured by.
        self.content += width + 1;
    }

    /// Gives up the grid where it would be mostly padding.
    fn settle(&mut self) {
        let full = self.columns.iter().map(|column| column.widest.saturating_mul(column.cells));
        let full = full.fold(0, usize::saturating_add);
        if full > self.content.saturating_mul(LOOSEST).saturating_add(FREE) {
            self.columns.clear();
        }
    }

    fn of(&self, column: usize) -> usize {
        self.columns.get(column).map_or(0, |column| column.widest)
    }
}

/// The widths of every table, by its index in the tree.
pub(super) fn measure_tables(
    layout: &Layout,
    rewriter: &Rewriter<'_>,
    width: fn(&str) -> usize,
) -> Vec<Widths> {
    let mut all: Vec<Widths> = Vec::new();
    let mut table = 0;
    for line in &layout.lines {
        table = line.role.table().map_or(table, |table| table as usize);
        if all.len() <= table {
            all.resize(table + 1, Widths::default());
        }
        let Some(widths) = all.get_mut(table) else { continue };
        // Measured in the words that will be written: 约束性 and binding differ in width, and the grid must fit the
        // second.
        let is_row = matches!(line.role, LineRole::Head(_) | LineRole::Row { .. });
        if is_row || line.role == LineRole::Separator {
            for (column, part) in laid_cells(layout, line).enumerate() {
                let cell =
                    if is_row { width(&rewriter.cell(line.role, column, part)) } else { SHORTEST };
                widths.add(column, cell);
            }
        }
    }
    all.iter_mut().for_each(Widths::settle);
    all
}

impl Printer<'_> {
    pub(super) fn row(&self, line: &LaidLine, table: Option<u32>, out: &mut String) {
        out.push('|');
        for (column, part) in laid_cells(self.layout, line).enumerate() {
            let cell = self.rewriter.cell(line.role, column, part);
            let missing = self.column(table, column).saturating_sub((self.width)(&cell));
            out.push(' ');
            out.push_str(&cell);
            out.extend(std::iter::repeat_n(' ', missing));
            out.push_str(" |");
        }
        self.remark_behind(line, out);
    }

    pub(super) fn separator(&self, line: &LaidLine, table: Option<u32>, out: &mut String) {
        out.push('|');
        for (column, part) in laid_cells(self.layout, line).enumerate() {
            let words = trimmed_cell(self.text, part.span).of(self.text);
            let colon =
                |character: Option<char>| character.is_some_and(|found| fold_char(found) == ':');
            let (left, right) = (colon(words.chars().next()), colon(words.chars().next_back()));
            let width = self.column(table, column).max(SHORTEST);
            // Three dashes are the fewest that make a separator, whatever the width of the column.
            let dashes = width.saturating_sub(usize::from(left) + usize::from(right)).max(SHORTEST);
            out.push_str(if left { " :" } else { " " });
            out.extend(std::iter::repeat_n('-', dashes));
            out.push_str(if right { ": |" } else { " |" });
        }
        self.remark_behind(line, out);
    }

    fn column(&self, table: Option<u32>, column: usize) -> usize {
        let widths = table.and_then(|table| self.widths.get(table as usize));
        widths.map_or(0, |widths| widths.of(column))
    }
}

fn laid_cells<'l>(layout: &'l Layout, line: &LaidLine) -> impl Iterator<Item = &'l LinePart> {
    layout.parts(line).iter().filter(|part| is_cell_shape(part.shape))
}

impl Rewriter<'_> {
    /// A cell as it is written: a head's name and an enumerated value in the wanted words.
    fn cell(&self, role: LineRole, column: usize, part: &LinePart) -> Cow<'_, str> {
        let words = trimmed_cell(self.text, part.span).of(self.text);
        match role {
            LineRole::Head(table) => self.head(table, column, words),
            LineRole::Row { table, .. } => self.value(table, column, words),
            _ => Cow::Borrowed(words),
        }
    }
}
