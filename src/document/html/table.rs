//! Tables of a page as rectangles: a cell with rowspan or colspan stands at every place it covers.

use std::collections::BTreeMap;

use scraper::ElementRef;

use crate::{
    document::{Block, Cell, Grid, LostKind},
    text::Span,
};

use super::{
    flow::Flow,
    inline::{is_unseen, lost_in_element, words_of_element},
};

/// More places than this are not laid out for one table.
// Both are choices, far above tables of plans; `colspan="1000"` in each of ten thousand rows must not
// take the machine's memory.
const MOST_PLACES: usize = 200_000;
/// Columns right of this one are not read.
const MOST_COLUMNS: usize = 1024;

/// Whether a table holds values: one that holds other tables, or a single cell, lays out a page.
pub(super) fn is_grid(table: ElementRef<'_>) -> bool {
    // Pages of authorities are still laid out by tables in tables, and a single cell is a frame around a
    // text.
    let mut cells = 0;
    for element in table.descendent_elements().filter(|element| *element != table) {
        match element.value().name() {
            "table" | "h1" | "h2" | "h3" => return false,
            "td" | "th" => cells += 1,
            _ => {}
        }
    }
    cells > 1
}

/// A cell that reaches down: its words, and how many rows it still covers.
#[derive(Clone, Copy)]
struct Reaching {
    span: Span,
    rows: usize,
}

/// Writes a table; `above` is the line before it, which names it unless it has a caption.
pub(super) fn write_html_table(flow: &mut Flow, table: ElementRef<'_>, above: Option<Span>) {
    let mut caption = above;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let (mut reaching, mut places) = (BTreeMap::new(), 0);
    for element in table.descendent_elements() {
        match element.value().name() {
            "caption" if !is_unseen(element.value()) => {
                let span = write_cell_part(flow, element);
                flow.writer.block(Block::Paragraph(span));
                caption = Some(span);
            }
            "tr" if !is_unseen(element.value()) => {
                let row = places_of_row(flow, element, &mut reaching);
                places += row.len();
                // Counted while the rows are read, and once more when the widest is known: either alone
                // can be got round.
                if places > MOST_PLACES {
                    flow.writer.lose(LostKind::Limit);
                    break;
                }
                rows.push(row);
            }
            "tr" => lost_in_element(element).into_iter().for_each(|kind| flow.writer.lose(kind)),
            _ => {}
        }
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    if width.saturating_mul(rows.len()) > MOST_PLACES {
        flow.writer.lose(LostKind::Limit);
        return;
    }
    let mut cells = Vec::new();
    for row in rows {
        let end = row.last().map_or_else(Span::default, |last| last.span);
        let blank = Cell { span: Span { start: end.end, end: end.end }, first: true };
        let missing = width - row.len();
        cells.extend(row.into_iter().chain(std::iter::repeat_n(blank, missing)));
    }
    if width > 0 {
        flow.writer.block(Block::Table(Grid { sheet: None, caption, width, cells }));
    }
}

/// Writes the words of a cell or caption.
fn write_cell_part(flow: &mut Flow, element: ElementRef<'_>) -> Span {
    let (words, missing) = words_of_element(element);
    let span = flow.part(&words);
    missing.into_iter().for_each(|kind| flow.writer.lose(kind));
    span
}

/// The places of one row: its own cells, and those that reach into it from above.
fn places_of_row(
    flow: &mut Flow,
    row: ElementRef<'_>,
    reaching: &mut BTreeMap<usize, Reaching>,
) -> Vec<Cell> {
    let mut cells = Vec::new();
    let own = row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"));
    for cell in own {
        if is_unseen(cell.value()) {
            lost_in_element(cell).into_iter().for_each(|kind| flow.writer.lose(kind));
            continue;
        }
        from_above(&mut cells, reaching, false);
        if cells.len() >= MOST_COLUMNS {
            flow.writer.lose(LostKind::Limit);
            break;
        }
        let span = write_cell_part(flow, cell);
        let count = |name: &str| cell.value().attr(name).and_then(|n| n.trim().parse().ok());
        let columns = count("colspan").unwrap_or(1).clamp(1, MOST_COLUMNS - cells.len());
        // 65534 is the most that HTML allows; more is cut and not refused.
        let rows = count("rowspan").unwrap_or(1).clamp(1, 65_534);
        for at in 0..columns {
            reaching.insert(cells.len(), Reaching { span, rows: rows - 1 });
            cells.push(Cell { span, first: at == 0 });
        }
    }
    from_above(&mut cells, reaching, true);
    reaching.retain(|_, cell| cell.rows > 0);
    cells
}

/// Adds the cells that reach into the next places from above; to the last one at the end of a row.
fn from_above(cells: &mut Vec<Cell>, reaching: &mut BTreeMap<usize, Reaching>, all: bool) {
    // At the end of a row cells from above may stand beyond places that nobody fills: those are blank.
    loop {
        let next = cells.len();
        if let Some(cell) = reaching.get_mut(&next).filter(|cell| cell.rows > 0) {
            cell.rows -= 1;
            cells.push(Cell { span: cell.span, first: false });
        } else if all && reaching.range(next..).any(|(_, cell)| cell.rows > 0) {
            let end = cells.last().map_or(0, |cell| cell.span.end);
            cells.push(Cell { span: Span { start: end, end }, first: true });
        } else {
            return;
        }
    }
}
