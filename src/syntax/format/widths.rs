//! How wide the columns of the tables of a plan are.

use crate::syntax::{
    grammar::LinePart,
    layout::{LaidLine, Layout, LineRole},
    read::is_cell_shape,
};

use super::words::Rewriter;

/// Dashes of a separator.
pub(super) const SHORTEST: usize = 3;

/// A table is aligned unless that would write more padding than this for every column of content, and …
// A cell of a megabyte in a table of a thousand rows would be padded to a gigabyte. The factor is a choice; below
// FREE every table is aligned.
const LOOSEST: usize = 8;

/// … more than this: a single huge cell must not make a small file a huge one.
const FREE: usize = 64 << 10;

/// The widths of one table's columns.
#[derive(Clone, Debug, Default)]
pub(super) struct Widths {
    pub(super) columns: Vec<ColumnExtent>,
    pub(super) content: usize,
}

/// A column's widest cell, and how many cells it has.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ColumnExtent {
    pub(super) widest: usize,
    pub(super) cells: usize,
}

impl Widths {
    pub(super) fn add(&mut self, column: usize, width: usize) {
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
    pub(super) fn settle(&mut self) {
        let full = self.columns.iter().map(|column| column.widest.saturating_mul(column.cells));
        let full = full.fold(0, usize::saturating_add);
        if full > self.content.saturating_mul(LOOSEST).saturating_add(FREE) {
            self.columns.clear();
        }
    }

    pub(super) fn of(&self, column: usize) -> usize {
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

pub(super) fn laid_cells<'l>(
    layout: &'l Layout,
    line: &LaidLine,
) -> impl Iterator<Item = &'l LinePart> {
    layout.parts(line).iter().filter(|part| is_cell_shape(part.shape))
}
