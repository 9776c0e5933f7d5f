//! A table as a rectangle of places.

use super::{
    compose::Compose,
    piece::{DocxCell, DocxRow, DocxTable},
};
use crate::{
    document::{Cell, Grid, Lost, LostKind},
    text::Span,
};

/// How many columns a table is read with.
// Both are choices: Word itself stops at 63 columns, and a million places are more than any plan has, so
// only a file made to hurt is cut.
const WIDTH: usize = 256;
/// How many places all tables of a document may have.
const PLACES: usize = 1 << 20;

impl Compose<'_> {
    /// Writes the words of a table and gives its rectangle; none for a table without places.
    pub(super) fn grid(&mut self, table: DocxTable) -> Option<Grid> {
        let start = self.end();
        let width = table.rows.iter().map(width_of_row).max().unwrap_or_default().min(WIDTH);
        let mut grid = Grid { width, caption: self.caption(), ..Grid::default() };
        for row in table.rows {
            // The limit is on all tables together: ten thousand small ones cost as much as a large one.
            if self.places.saturating_add(width) > PLACES {
                let span = Span::new(start, self.end());
                self.document.lost.push(Lost { kind: LostKind::Limit, span });
                break;
            }
            self.places += width;
            self.row(row, &mut grid);
        }
        (!grid.cells.is_empty()).then_some(grid)
    }

    fn row(&mut self, row: DocxRow, grid: &mut Grid) {
        if row.hidden {
            let above = grid.cells.last().map_or(self.nothing().span, |cell| cell.span);
            return self.document.lost.push(Lost { kind: LostKind::Hidden, span: above });
        }
        let mut places = vec![self.nothing(); row.before.min(grid.width)];
        for cell in row.cells {
            let columns = cell.columns;
            // The place above is found by the width of the grid, so every row before has to be filled up
            // to it; the end of this function does that.
            let above = places
                .len()
                .checked_add(grid.cells.len())
                .and_then(|at| at.checked_sub(grid.width));
            // A cell that goes on another one shares its place, so that a year above two columns stands
            // over both.
            let origin = match (cell.beside, cell.below) {
                (true, _) => places.last().copied(),
                (_, true) => above.and_then(|at| grid.cells.get(at)).copied(),
                _ => None,
            };
            let origin = origin.map(|origin| Cell { first: false, ..origin });
            let origin = origin.unwrap_or_else(|| self.cell(cell));
            places.push(origin);
            let others = Cell { first: false, ..origin };
            places.extend(std::iter::repeat_n(others, columns.saturating_sub(1)));
        }
        // A short row leaves blanks at its right end. They stand before the line end that the last cell has left: behind it
        // the next block begins, and its first words would count as a cell of the table.
        let at = self.end().saturating_sub(1);
        places.resize(grid.width, Cell { span: Span::new(at, at), first: true });
        grid.cells.append(&mut places);
    }

    fn cell(&mut self, cell: DocxCell) -> Cell {
        let span = self.inside(cell.pieces);
        Cell { span, first: true }
    }

    /// A place where no cell stands.
    fn nothing(&self) -> Cell {
        Cell { span: Span::new(self.end(), self.end()), first: true }
    }
}

fn width_of_row(row: &DocxRow) -> usize {
    row.cells.iter().map(|cell| cell.columns).fold(row.before, usize::saturating_add)
}
