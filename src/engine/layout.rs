//! How a text is laid out for its reader: headings, paragraphs and tables as stretches of the text that a run has read.

use std::sync::Arc;

use crate::{
    document::{Block, Cell, Document, Grid},
    syntax::{Table, Tree},
    text::{Source, Span},
};

use super::{File, texts::Opened};

/// The blocks of a text in order; every letter and digit of its own text stands in one of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaidText {
    /// The blocks.
    pub blocks: Vec<LaidBlock>,
}

/// One block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LaidBlock {
    /// A heading: 1 is the title of a document, 2 一、, 3 （一）, 4 what lies below.
    Heading(u8, Span),
    /// A paragraph.
    Paragraph(Span),
    /// A footnote or endnote.
    Note(Span),
    /// What the reader of a document leaves between its blocks.
    Rest(Span),
    /// A table.
    Table(LaidTable),
}

/// A table, each cell of it once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LaidTable {
    /// The name of its sheet, in a workbook.
    pub sheet: Option<Arc<str>>,
    /// The line that names it, where it is no paragraph of its own.
    pub caption: Option<Span>,
    /// How many rows its head has.
    pub heads: usize,
    /// Its rows.
    pub rows: Vec<Vec<LaidCell>>,
}

/// A cell and how far it reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LaidCell {
    /// Its words.
    pub span: Span,
    /// How many columns it takes.
    pub columns: usize,
    /// How many rows it takes.
    pub rows: usize,
}

/// The layout of `source`, which is the text of `file`, and `tree` what was understood of it.
#[must_use]
pub fn layout(source: &Source, tree: &Tree, file: &File) -> LaidText {
    let own = source.parts.as_ref().map_or(source.text.len(), |parts| parts.own as usize);
    let text = source.text.get(..own).unwrap_or(&source.text);
    let blocks = match Opened::of(source.path.to_string(), file.clone()) {
        Opened::Document { document, .. } if document.text == text => of_document(&document),
        // Another text than the one that was read has other places.
        Opened::Document { .. } => Vec::new(),
        Opened::Text(_) => {
            tree.tables.iter().map(|table| LaidBlock::Table(of_tree(table))).collect()
        }
    };
    LaidText { blocks: fill_between_blocks(text, blocks, source.is_document()) }
}

fn of_document(document: &Document) -> Vec<LaidBlock> {
    let block = |block: &Block| match block {
        Block::Heading { level, span } => LaidBlock::Heading(*level, *span),
        Block::Paragraph(span) => LaidBlock::Paragraph(*span),
        Block::Note(span) => LaidBlock::Note(*span),
        Block::Table(grid) => LaidBlock::Table(of_grid(grid)),
    };
    let mut blocks: Vec<LaidBlock> = document.blocks.iter().map(block).collect();
    // The line that names a table may be a paragraph, too.
    // A caption of its own (表1 主要指标) is a paragraph already. Said twice, it would be shown twice.
    let mut lines: Vec<Span> = blocks.iter().filter_map(LaidBlock::line).collect();
    lines.sort_unstable();
    for block in &mut blocks {
        if let LaidBlock::Table(table) = block {
            table.caption = table.caption.filter(|caption| {
                let before = lines.partition_point(|line| line.start <= caption.start);
                let line = before.checked_sub(1).and_then(|at| lines.get(at));
                !caption.is_empty() && line.is_none_or(|line| line.end <= caption.start)
            });
        }
    }
    blocks
}

/// A grid with each merged cell as one.
fn of_grid(grid: &Grid) -> LaidTable {
    // A document gives each cell of a merged one the same stretch and calls all but one of them not the
    // first. They are put together again, first along the row, then down whole rows of that width, so
    // that each cell is laid out once.
    let mut taken = vec![false; grid.cells.len()];
    let mut rows = Vec::with_capacity(grid.height());
    for row in 0..grid.height() {
        let mut cells = Vec::new();
        for (column, cell) in grid.row(row).iter().enumerate() {
            let is_taken = |taken: &[bool], row: usize, column: usize| {
                taken.get(row * grid.width + column).copied().unwrap_or(true)
            };
            if is_taken(&taken, row, column) {
                continue;
            }
            let goes_on = |row: usize, column: usize| {
                let next = grid.cell(row, column);
                column < grid.width
                    && !is_taken(&taken, row, column)
                    && cell_reaches_into(cell, &next)
            };
            let columns = 1 + (column + 1..grid.width).take_while(|at| goes_on(row, *at)).count();
            let whole = |row: &usize| (column..column + columns).all(|at| goes_on(*row, at));
            let height = 1 + (row + 1..grid.height()).take_while(whole).count();
            for row in row..row + height {
                let start = row * grid.width + column;
                taken.get_mut(start..start + columns).unwrap_or_default().fill(true);
            }
            cells.push(LaidCell { span: cell.span, columns, rows: height });
        }
        rows.push(cells);
    }
    let (sheet, caption) = (grid.sheet.clone(), grid.caption);
    LaidTable { sheet, caption, heads: head_row_count(&rows), rows }
}

fn cell_reaches_into(cell: &Cell, next: &Cell) -> bool {
    !next.first && next.span == cell.span && !cell.span.is_empty()
}

/// How many rows the cells of the first row take; a table that is nothing but a head has none.
fn head_row_count(rows: &[Vec<LaidCell>]) -> usize {
    // Heads of two rows merge downwards where a column has only one (序号 beside 2025年 over 目标 and
    // 实际).
    let heads = rows.first().and_then(|row| row.iter().map(|cell| cell.rows).max()).unwrap_or(0);
    if heads < rows.len() { heads } else { 0 }
}

/// A table of a plan file.
fn of_tree(table: &Table) -> LaidTable {
    let cell = |span| LaidCell { span, columns: 1, rows: 1 };
    let head = table.columns.iter().map(|column| cell(column.span)).collect();
    let width = table.columns.len();
    let row = |row| (0..width).map(|column| cell(table.cell(row, column))).collect();
    let rows: Vec<Vec<LaidCell>> =
        std::iter::once(head).chain(table.rows.iter().map(row)).collect();
    LaidTable { sheet: None, caption: None, heads: head_row_count(&rows), rows }
}

impl LaidBlock {
    /// The stretch of a block that is one.
    fn line(&self) -> Option<Span> {
        match self {
            Self::Heading(_, span)
            | Self::Paragraph(span)
            | Self::Note(span)
            | Self::Rest(span) => Some(*span),
            Self::Table(_) => None,
        }
    }

    /// The stretches of a block; blank cells have none.
    fn spans(&self) -> Vec<Span> {
        let spans: Vec<Span> = match self {
            Self::Table(table) => {
                let cells = table.rows.iter().flatten().map(|cell| cell.span);
                table.caption.into_iter().chain(cells).collect()
            }
            other => other.line().into_iter().collect(),
        };
        spans.into_iter().filter(|span| !span.is_empty()).collect()
    }
}

/// The blocks in the order of the text, with what stands between them.
fn fill_between_blocks(
    text: &str,
    mut blocks: Vec<LaidBlock>,
    is_document: bool,
) -> Vec<LaidBlock> {
    // What stands in no block is told between them, as blocks of their own: nothing of the text is left
    // out.
    let mut covered: Vec<Span> = blocks.iter().flat_map(LaidBlock::spans).collect();
    covered.sort_unstable();
    let rest = if is_document { LaidBlock::Rest } else { LaidBlock::Paragraph };
    let (mut at, mut next) = (0, 0);
    for line in text.split_inclusive('\n') {
        // Line by line, for a stretch over the end of a line would make one paragraph of two.
        let end = at + line.len();
        while at < end {
            while covered.get(next).is_some_and(|span| span.end as usize <= at) {
                next += 1;
            }
            let span = covered.get(next).filter(|span| (span.start as usize) < end);
            let stop = span.map_or(end, |span| (span.start as usize).max(at));
            blocks.extend(stretch_of_words(text, at, stop).map(rest));
            at = span.map_or(end, |span| (span.end as usize).max(stop));
        }
        at = at.max(end);
    }
    blocks.sort_by_cached_key(|block| block.spans().iter().map(|span| span.start).min());
    blocks
}

/// A stretch without what is neither letter nor digit on both sides; `None` where nothing is left.
fn stretch_of_words(text: &str, start: usize, end: usize) -> Option<Span> {
    // A bracket or quotation mark that opens stays with its first word; full stops and dashes between
    // blocks are nobody's words.
    let words = text.get(start..end)?;
    let first = words.find(char::is_alphanumeric)?;
    let from = words.get(..first)?.rfind(|c: char| !"（(〔“《".contains(c));
    let from = from.map_or(0, |at| {
        at + words.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
    });
    let length = words.trim_end().len();
    Some(Span::new(start + from, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(text: &str, width: usize, first: &[bool]) -> Grid {
        let mut at = 0;
        let cells = text.split('|').zip(first).map(|(words, first)| {
            let span = Span::new(at, at + words.len());
            at += words.len() + 1;
            Cell { span, first: *first }
        });
        Grid { width, cells: cells.collect(), ..Grid::default() }
    }

    #[test]
    fn a_merged_cell_is_laid_once() {
        let mut grid = grid("a|b|c|d", 2, &[true, true, false, true]);
        let (first, words) = (grid.cells.first().copied().unwrap(), Span::new(2, 3));
        grid.cells[2] = Cell { first: false, ..first };
        let table = of_grid(&grid);
        let cell =
            |start: usize, rows| LaidCell { span: Span::new(start, start + 1), columns: 1, rows };
        assert_eq!(table.rows, [vec![cell(0, 2), cell(2, 1)], vec![cell(6, 1)]]);
        assert_eq!(words.of("a|b|c|d"), "b");
        assert_eq!(table.heads, 0);
    }

    #[test]
    fn what_stands_between_blocks_is_laid_too() {
        let text = "## 一、目标\n| 25 | 26 |\n第3页\n";
        let at = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let blocks = vec![LaidBlock::Heading(2, at("目标"))];
        let laid = fill_between_blocks(text, blocks, true);
        let rest = |words| LaidBlock::Rest(at(words));
        assert_eq!(
            laid,
            [rest("一、"), LaidBlock::Heading(2, at("目标")), rest("25 | 26 |"), rest("第3页")]
        );
    }
}
