//! The tables of a Markdown document: those of bars, those that are drawn, and those of web pages.

use crate::{
    document::{Block, Cell, Grid, LostKind},
    text::Span,
};

#[cfg(feature = "office")]
use super::page;
use super::{MarkdownReader, drawn, inline};

impl MarkdownReader<'_> {
    /// Reads a table whose rows take several lines, with the line at `at` above its head.
    pub(super) fn multiline(&mut self, at: usize) -> Option<usize> {
        // A line of dashes across the page opens such a table or is a rule between paragraphs: only
        // dashes in columns soon below tell the two apart. Twelve lines of head are a choice.
        let below = self.lines.iter().enumerate().skip(at + 1).take(12);
        let mut below = below.take_while(|(_, line)| !line.trim().is_empty());
        let (middle, columns) = below.find_map(|(at, line)| Some((at, drawn::dashes(line)?)))?;
        self.table();
        let mut drawn = drawn::simple_table(self.lines, at + 1, middle, &columns, true);
        let head = drawn.rows.iter().take_while(|(line, _)| *line < middle).count();
        drawn.end += 1;
        // Something must stand above the dashes, else they are the head of nothing.
        let closed = drawn.end <= self.lines.len() && (head > 0 || drawn.unsure);
        closed.then(|| self.drawn(drawn))
    }

    /// Takes back the line of words at `line`, which heads a table.
    pub(super) fn unsay(&mut self, line: usize) {
        self.blocks.pop();
        self.words.back_to(line);
    }

    /// Writes a table that was drawn.
    pub(super) fn drawn(&mut self, drawn: drawn::Drawn) -> usize {
        for (line, row) in drawn.rows {
            self.words.reach(line);
            let mut cells = Vec::new();
            for words in row {
                let shown = inline::shown_words(&words);
                cells.push(self.words.cell(&shown.words));
                self.lose(&shown.lost);
            }
            self.rows.push(cells);
        }
        if drawn.unsure {
            self.lose(&[LostKind::Row]);
        }
        self.table();
        self.said = false;
        drawn.end
    }

    /// Writes what a stretch of a web page shows; its first line is the line `at`.
    #[cfg(feature = "office")]
    pub(super) fn page(&mut self, html: &str, at: usize) {
        let Ok(page) = crate::document::html::fragment(html) else {
            return self.lose(&[LostKind::Limit]);
        };
        let rows = page::lines_of_rows(html);
        let mut row = 0;
        let lost: Vec<LostKind> = page.lost.iter().map(|lost| lost.kind).collect();
        for block in page.blocks {
            match block {
                Block::Heading { level, span } => {
                    let span = self.words.cell(span.of(&page.text));
                    self.blocks.push(Block::Heading { level, span });
                }
                Block::Paragraph(span) | Block::Note(span) => {
                    let span = self.words.cell(span.of(&page.text));
                    self.blocks.push(Block::Paragraph(span));
                }
                Block::Table(grid) => {
                    let caption = self.caption();
                    // A merged cell stands at several places of the grid and once in the text.
                    let mut written = std::collections::BTreeMap::new();
                    let mut cells = Vec::with_capacity(grid.cells.len());
                    for (count, cell) in grid.cells.iter().enumerate() {
                        if count.is_multiple_of(grid.width) {
                            self.words.reach(at + rows.get(row).copied().unwrap_or_default());
                            row += 1;
                        }
                        let span = *written
                            .entry((cell.span.start, cell.span.end))
                            .or_insert_with(|| self.words.cell(cell.span.of(&page.text)));
                        cells.push(Cell { span, ..*cell });
                    }
                    self.blocks.push(Block::Table(Grid { caption, cells, ..grid }));
                }
            }
        }
        self.lose(&lost);
        self.said = false;
    }

    #[cfg(not(feature = "office"))]
    pub(super) fn page(&mut self, _: &str, _: usize) {
        self.lose(&[LostKind::Object]);
    }

    /// The line before a table names it.
    fn caption(&self) -> Option<Span> {
        match self.blocks.last() {
            Some(Block::Paragraph(span) | Block::Heading { span, .. }) => Some(*span),
            _ => None,
        }
    }

    /// Ends the table that grows.
    pub(super) fn table(&mut self) {
        // Rows may be shorter than the head (writers leave out the last bars): blanks fill them, so that
        // columns stay columns.
        let rows = std::mem::take(&mut self.rows);
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        if width == 0 {
            return;
        }
        let caption = self.caption();
        let mut laid = Vec::new();
        for row in rows {
            let end = row.last().map_or(0, |cell| cell.end);
            let missing = std::iter::repeat_n(Span { start: end, end }, width - row.len());
            laid.extend(row.into_iter().chain(missing).map(|span| Cell { span, first: true }));
        }
        self.blocks.push(Block::Table(Grid { sheet: None, caption, width, cells: laid }));
    }
}
