//! The matrix in panels that a page can hold: each shows the highest plan again, for comparison.

use serde::Serialize;

use crate::report::{CellMark, Matrix, MatrixCell, MatrixColumn, MatrixRow};

/// Plans beside each other in one panel.
// What an A4 page on its side holds beside the three columns of the indicator, and the same as in the workbook.
const WIDE: usize = 12;

/// The same where the names of regions are words of letters.
// A Chinese name breaks anywhere and stands in four characters; “Westphalia” breaks nowhere that can be read.
const WIDE_IN_WORDS: usize = 8;

/// Some of the columns of a matrix.
#[derive(Debug, Serialize)]
pub(super) struct Panel<'a> {
    columns: Vec<&'a MatrixColumn>,
    rows: Vec<PanelRow<'a>>,
}

/// One indicator in a panel.
#[derive(Debug, Serialize)]
struct PanelRow<'a> {
    indicator: &'a str,
    unit: &'a str,
    class: &'a str,
    cells: Vec<PanelCell<'a>>,
}

/// What a panel shows of a cell: there may be ten thousand of them, most with a value and nothing else to say. Where each
/// stands is told by the workbook.
#[derive(Debug, Serialize)]
// A good cell is a bare string to the template: a hundred plans with a hundred indicators make ten thousand of them,
// and a map for each costs the page time and memory.
#[serde(untagged)]
enum PanelCell<'a> {
    /// A value that was compared, and nothing was found.
    Good(&'a str),
    /// Any other.
    Marked { value: &'a str, mark: Option<CellMark>, cards: &'a [usize] },
}

/// A matrix as it is shown.
#[derive(Debug, Serialize)]
pub(super) struct PanelGroup<'a> {
    title: &'a str,
    panels: Vec<Panel<'a>>,
}

/// The matrices, each parted where it is wide.
pub(super) fn panel_groups(matrices: &[Matrix]) -> Vec<PanelGroup<'_>> {
    matrices
        .iter()
        .map(|matrix| PanelGroup { title: &matrix.title, panels: panels_of_matrix(matrix) })
        .collect()
}

fn panels_of_matrix(matrix: &Matrix) -> Vec<Panel<'_>> {
    let wide = matrix.columns.len();
    let in_words =
        |column: &MatrixColumn| column.region.contains(|c: char| c.is_ascii_alphabetic());
    let most = if matrix.columns.iter().any(in_words) { WIDE_IN_WORDS } else { WIDE };
    if wide <= most {
        return vec![panel(matrix, 0, 0, wide)];
    }
    // Panels of equal width look better than a last one with a single column.
    // The highest plan stands in front of each panel again, so a panel has room for one less of the others.
    let parts = (wide - 1).div_ceil(most - 1);
    let each = (wide - 1).div_ceil(parts);
    (0..parts).map(|part| panel(matrix, 1, 1 + part * each, each)).collect()
}

/// The first `lead` columns and then `count` from `from` on.
fn panel(matrix: &Matrix, lead: usize, from: usize, count: usize) -> Panel<'_> {
    Panel {
        columns: lead_and_stretch(&matrix.columns, lead, from, count),
        rows: matrix
            .rows
            .iter()
            .filter(|row| row.cells.iter().skip(from).take(count).any(is_filled))
            .map(|row| row_of(row, lead_and_stretch(&row.cells, lead, from, count)))
            .collect(),
    }
}

/// Whether a cell says anything; a row of blanks beside the highest plan is no comparison.
fn is_filled(cell: &MatrixCell) -> bool {
    cell.mark.is_some() || !cell.value.is_empty()
}

fn row_of<'a>(row: &'a MatrixRow, cells: Vec<&'a MatrixCell>) -> PanelRow<'a> {
    let shown = |cell: &'a MatrixCell| match cell.mark {
        Some(CellMark::Good) => PanelCell::Good(&cell.value),
        mark => PanelCell::Marked { value: &cell.value, mark, cards: &cell.cards },
    };
    PanelRow {
        indicator: &row.indicator,
        unit: &row.unit,
        class: &row.class,
        cells: cells.into_iter().map(shown).collect(),
    }
}

fn lead_and_stretch<T>(all: &[T], lead: usize, from: usize, count: usize) -> Vec<&T> {
    all.iter().take(lead).chain(all.iter().skip(from).take(count)).collect()
}
