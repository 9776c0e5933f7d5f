//! Rows of pasted cells as a rectangle under their head.

use crate::{
    document::{Cell, Grid, Lost, LostKind, Years, table::Head},
    syntax::ColumnKind,
    text::Span,
};

use super::{
    align::{align, cost_as_printed},
    cell::is_amount,
    run::PastedRun,
};

/// Years for heads that say none, to know that a column holds values at all.
const ANY_YEARS: Option<Years> = Some(Years { start: 2001, end: 2005 });

/// The rectangle of a run; rows whose cells fit their columns in no way, or in several, are lost.
#[must_use]
pub fn rectangle(text: &str, run: &PastedRun, caption: Option<Span>) -> (Grid, Vec<Lost>) {
    let mut grid = padded(&run.rows, caption);
    let mut lost = run.lost.clone();
    let Some(head) = Head::find(text, &grid, ANY_YEARS) else { return (grid, lost) };
    let mut columns: Vec<ColumnKind> =
        head.columns.iter().map(|column| column.kind.clone()).collect();
    // A bar at the end of each line makes a last column without a head and without cells.
    while columns.last() == Some(&ColumnKind::Unknown)
        && head.columns.get(columns.len() - 1).is_some_and(|column| column.words.is_empty())
    {
        columns.pop();
    }
    let kept = head.below.min(run.rows.len());
    let (width, above) = (columns.len(), run.rows.iter().take(kept));
    grid = Grid { width, cells: Vec::new(), ..grid };
    // The rows of the head are left as they stand; they say what all others are held against.
    grid.cells.extend(above.flat_map(|row| fill_to_width(row, width)));
    let heads: Vec<&Vec<Span>> = run.rows.iter().take(kept).collect();
    for row in run.rows.iter().skip(kept) {
        // The head again, on the next page.
        let again = |head: &&Vec<Span>| {
            head.len() == row.len() && head.iter().zip(row).all(|(a, b)| a.of(text) == b.of(text))
        };
        if heads.iter().any(again) {
            grid.cells.extend(fill_to_width(row, width));
            continue;
        }
        match placed_row(text, &columns, row, run.keeps_blanks) {
            PlacedRow::Row(cells) => grid.cells.extend(cells),
            PlacedRow::Nothing => {}
            PlacedRow::Unsure(span) => lost.push(Lost { kind: LostKind::Row, span }),
        }
    }
    (grid, lost)
}

/// What became of a row.
enum PlacedRow {
    Row(Vec<Cell>),
    Nothing,
    Unsure(Span),
}

fn placed_row(text: &str, columns: &[ColumnKind], row: &[Span], keeps_blanks: bool) -> PlacedRow {
    let mut printed = row.iter().copied().filter(|cell| !cell.is_empty());
    // One name alone is a group over the whole row; one number is a value that has lost its neighbours.
    let Some(first) = printed.next() else { return PlacedRow::Nothing };
    if printed.next().is_none() && !is_amount(first.of(text)) {
        return PlacedRow::Row(spanning(first, columns.len()));
    }
    // As printed first, where the row is whole or its blanks are kept: only cells that have moved must be
    // looked for.
    let trimmed = trimmed_to(row, columns.len());
    let whole = trimmed.len() == columns.len() || keeps_blanks;
    if whole && cost_as_printed(text, columns, trimmed).is_some() {
        return PlacedRow::Row(fill_to_width(trimmed, columns.len()).collect());
    }
    match align(text, columns, row) {
        Some(cells) => PlacedRow::Row(fill_to_width(&cells, columns.len()).collect()),
        None => PlacedRow::Unsure(
            row.iter().copied().filter(|cell| !cell.is_empty()).reduce(Span::to).unwrap_or(first),
        ),
    }
}

/// A row without the blank cells behind its last column.
fn trimmed_to(row: &[Span], width: usize) -> &[Span] {
    match row.split_at_checked(width) {
        Some((kept, rest)) if rest.iter().all(|cell| cell.is_empty()) => kept,
        _ => row,
    }
}

/// One cell over the whole row.
fn spanning(span: Span, width: usize) -> Vec<Cell> {
    (0..width).map(|column| Cell { span, first: column == 0 }).collect()
}

fn fill_to_width(row: &[Span], width: usize) -> impl Iterator<Item = Cell> + '_ {
    let end = row.last().map(|cell| Span { start: cell.end, end: cell.end }).unwrap_or_default();
    (0..width)
        .map(move |column| Cell { span: row.get(column).copied().unwrap_or(end), first: true })
}

/// The rows as they are, blank cells behind the short ones.
fn padded(rows: &[Vec<Span>], caption: Option<Span>) -> Grid {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let cells = rows.iter().flat_map(|row| fill_to_width(row, width)).collect();
    Grid { sheet: None, caption, width, cells }
}
