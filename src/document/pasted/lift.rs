//! Tables that stand as plain paragraphs in a document that has paragraphs of its own: pasted into Word cell by cell.

use crate::{
    document::{Block, Document, Grid, Lost},
    syntax::{ColumnKind, TableKind},
    text::Span,
};

use super::blocks::blocks;

/// No head of a column of indicators has more bytes.
const LONGEST_HEAD: usize = 60;

/// The document with the paragraphs that make up a table as that table; tables that are such already stay as they are.
#[must_use]
pub fn lift(mut document: Document) -> Document {
    // Most Word files hold no such table, and reading all paragraphs as pasted lines would cost as much
    // as the rest.
    if !document.blocks.iter().any(|block| may_be_pasted(&document.text, block)) {
        return document;
    }
    let (pasted, lost) = blocks(&document.text);
    let framed: Vec<Span> = document.blocks.iter().filter_map(table_span).collect();
    // What Word itself holds as a table is read as that; the same words would give its rows twice.
    let is_free = |span: Span| {
        let at = framed.partition_point(|table| table.end <= span.start);
        framed.get(at).is_none_or(|table| !spans_overlap(*table, span))
    };
    let lifted = pasted.into_iter().filter_map(|block| match block {
        Block::Table(grid) => Some((span_of(&grid)?, grid)),
        _ => None,
    });
    let lifted: Vec<(Span, Grid)> = lifted.filter(|(span, _)| is_free(*span)).collect();
    if lifted.is_empty() {
        return document;
    }
    document.lost.extend(lost.into_iter().filter(|lost: &Lost| is_free(lost.span)));
    let mut tables = lifted.into_iter().peekable();
    let mut kept = Vec::with_capacity(document.blocks.len());
    let mut last = None;
    for block in std::mem::take(&mut document.blocks) {
        let Some(span) = line_span(&block) else {
            kept.push(block);
            continue;
        };
        // Tables and blocks both stand in the order of the text, so each table goes before the first
        // block behind its beginning.
        while let Some((at, grid)) = tables.next_if(|(at, _)| at.start <= span.start) {
            kept.push(Block::Table(grid));
            last = Some(at);
        }
        if last.is_none_or(|table| !spans_overlap(table, span)) {
            kept.push(block);
        }
    }
    kept.extend(tables.map(|(_, grid)| Block::Table(grid)));
    document.blocks = kept;
    document
}

/// Whether a line heads a column of indicators, or holds a row of cells: without one there is no table to look for.
fn may_be_pasted(text: &str, block: &Block) -> bool {
    let words = line_span(block).map_or("", |span| span.of(text));
    let is_head = || ColumnKind::named(TableKind::Targets, words) == ColumnKind::Indicator;
    words.contains(['|', '｜', '\t']) || (words.len() <= LONGEST_HEAD && is_head())
}

fn spans_overlap(one: Span, other: Span) -> bool {
    one.start < other.end && other.start < one.end
}

/// The stretch of a line of text; none of a table.
fn line_span(block: &Block) -> Option<Span> {
    match block {
        Block::Heading { span, .. } | Block::Paragraph(span) | Block::Note(span) => Some(*span),
        Block::Table(_) => None,
    }
}

fn table_span(block: &Block) -> Option<Span> {
    match block {
        Block::Table(grid) => span_of(grid),
        _ => None,
    }
}

/// From the caption or first cell of a table to its last.
fn span_of(grid: &Grid) -> Option<Span> {
    let cells = grid.cells.iter().map(|cell| cell.span).filter(|span| !span.is_empty());
    cells.chain(grid.caption).reduce(Span::to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "表1 主要指标\n序号\n指标\n2020年\n2025年\n属性\n1\n绿化率（%）\n40\n45\n预期性\n2\n就业人数（万人）\n3\n5\n预期性\n";

    /// A document with each line a paragraph.
    fn paragraphs(text: &str) -> Document {
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in text.split_inclusive('\n') {
            blocks.push(Block::Paragraph(Span::new(start, start + line.trim_end().len())));
            start += line.len();
        }
        Document { text: text.to_owned(), blocks, ..Document::default() }
    }

    #[test]
    fn cells_that_are_paragraphs_become_a_table_between_their_neighbours() {
        let text = format!("前一段说明。\n{TABLE}后一段说明，到此为止。\n");
        let document = lift(paragraphs(&text));
        let kinds: Vec<bool> =
            document.blocks.iter().map(|block| matches!(block, Block::Table(_))).collect();
        assert_eq!(kinds, [false, true, false], "{:#?}", document.blocks);
        let Block::Table(grid) = &document.blocks[1] else { return };
        assert_eq!((grid.height(), grid.width), (3, 5));
    }

    #[test]
    fn a_table_that_is_one_already_stays() {
        let mut document = paragraphs(TABLE);
        let cells: Vec<_> = document.blocks.iter().filter_map(line_span).skip(1).collect();
        let cells = cells.into_iter().map(|span| crate::document::Cell { span, first: true });
        let grid = Grid { width: 5, cells: cells.collect(), ..Grid::default() };
        document.blocks = vec![document.blocks.remove(0), Block::Table(grid)];
        assert_eq!(lift(document.clone()).blocks.len(), document.blocks.len());
    }
}
