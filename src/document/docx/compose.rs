//! From pieces to one text with its blocks and parts.

use std::sync::Arc;

use super::{
    numbering::Numbering,
    outline::{self, TITLE},
    piece::{DocxPiece, DocxTable, Paragraph},
    styles::{DocxStyles, ParagraphRole},
};
use crate::{
    document::{Block, Document, Lost, LostKind, furniture, table::is_caption},
    text::{Part, Span, Spot},
};

/// A document that grows piece by piece.
#[derive(Debug)]
pub(super) struct Compose<'a> {
    pub(super) document: Document,
    /// How many places its tables have.
    pub(super) places: usize,
    styles: &'a DocxStyles,
    numbering: Numbering,
    part: Arc<str>,
    notes: bool,
    /// The start of a line that has not ended, and what it is.
    line: Option<(u32, ParagraphRole)>,
}

impl<'a> Compose<'a> {
    /// An empty document.
    pub(super) fn new(styles: &'a DocxStyles, numbering: Numbering) -> Self {
        Self {
            document: Document::default(),
            places: 0,
            styles,
            numbering,
            part: Arc::default(),
            notes: false,
            line: None,
        }
    }

    /// Goes on with the part `part`, which may hold notes.
    pub(super) fn part(&mut self, part: &str, notes: bool) {
        self.end_line();
        self.part = part.into();
        self.notes = notes;
    }

    /// The document.
    pub(super) fn finish(mut self) -> Document {
        self.end_line();
        outline::settle_headings(&mut self.document);
        self.document
    }

    /// Writes a piece that stands in no table.
    pub(super) fn piece(&mut self, piece: DocxPiece) {
        match piece {
            DocxPiece::Paragraph(paragraph) => self.paragraph(&paragraph),
            DocxPiece::Table(table) => {
                self.end_line();
                match unwrap_lone_cell(table) {
                    // A table of one cell is a frame around paragraphs.
                    Ok(pieces) => pieces.into_iter().for_each(|piece| self.piece(piece)),
                    Err(table) => {
                        let grid = self.grid(table).map(Block::Table);
                        self.document.blocks.extend(grid);
                    }
                }
            }
        }
    }

    /// Writes what stands in a cell and gives its words; those of an empty cell are a part, too, which can be spoken of.
    pub(super) fn inside(&mut self, pieces: Vec<DocxPiece>) -> Span {
        let start = self.end();
        let first = pieces.first().and_then(|piece| match piece {
            DocxPiece::Paragraph(paragraph) => Some(paragraph.index),
            DocxPiece::Table(_) => None,
        });
        self.cell_pieces(pieces);
        if self.end() == start {
            let span = Span::new(start, start);
            first.into_iter().for_each(|index| self.spot(span, index));
            self.document.text.push('\n');
            return span;
        }
        without_outer_blanks(&self.document.text, Span::new(start, self.end()))
    }

    fn cell_pieces(&mut self, pieces: Vec<DocxPiece>) {
        for piece in pieces {
            match piece {
                DocxPiece::Paragraph(paragraph) => {
                    let (start, number) = (self.end(), self.counted(&paragraph));
                    self.words(&paragraph, &number);
                    if !paragraph.open && self.end() > start {
                        self.document.text.push('\n');
                    }
                }
                // Tables in cells are forms or layouts: their words are kept in the cell, the rectangle
                // is lost and said to be.
                DocxPiece::Table(table) => {
                    let start = self.end();
                    let cells = table.rows.into_iter().flat_map(|row| row.cells);
                    cells.for_each(|cell| self.cell_pieces(cell.pieces));
                    let span = Span::new(start, self.end());
                    self.document.lost.push(Lost { kind: LostKind::NestedTable, span });
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        // Pages of a table of contents are numbers behind headings: read as text, 三、主要目标 12 would
        // be a target of 12.
        let role = self.role(paragraph);
        if role == ParagraphRole::Contents
            || paragraph.listed && furniture::ends_in_page(&paragraph.text)
        {
            return;
        }
        let begun = self.line.is_some();
        // A line that goes on has its number already.
        let number = if begun { String::new() } else { self.counted(paragraph) };
        if begun || !is_blank_paragraph(paragraph) {
            if !begun {
                self.begin_line(role);
            }
            self.words(paragraph, &number);
        } else {
            self.lose(paragraph, self.end());
        }
        // Word joins a paragraph whose end was deleted with the next one: the line is ended only where
        // the mark of its end is left.
        if !paragraph.open {
            self.end_line();
        }
    }

    fn begin_line(&mut self, role: ParagraphRole) {
        let at = self.end();
        self.line = Some((Span::new(at, at).start, role));
    }

    /// Writes the words of a paragraph behind its number, and what it lost.
    fn words(&mut self, paragraph: &Paragraph, counted: &str) {
        let text = &mut self.document.text;
        let start = text.len();
        text.push_str(counted);
        let words = text.len();
        text.push_str(&paragraph.text);
        let span = Span::new(words, text.len());
        if !counted.is_empty() {
            self.document.parts.given.push((Span::new(start, words), Some(span)));
        }
        if !span.is_empty() {
            self.spot(span, paragraph.index);
        }
        self.lose(paragraph, words);
    }

    fn spot(&mut self, span: Span, index: u32) {
        // What it stands under is told when all headings are known.
        let spot = Spot::Paragraph { part: self.part.clone(), index, under: None, number: 0 };
        self.document.parts.parts.push(Part { span, spot });
    }

    fn lose(&mut self, paragraph: &Paragraph, start: usize) {
        let span = Span::new(start, self.end());
        let lost = paragraph.lost.iter().map(|kind| Lost { kind: *kind, span });
        self.document.lost.extend(lost);
    }

    fn end_line(&mut self) {
        // The place is where the line began, but what it is was decided by its first paragraph.
        let Some((start, role)) = self.line.take() else { return };
        let span = Span { start, ..Span::new(0, self.end()) };
        let span = without_outer_blanks(&self.document.text, span);
        self.document.text.push('\n');
        self.document.blocks.push(match role {
            _ if self.notes => Block::Note(span),
            ParagraphRole::Title => Block::Heading { level: TITLE, span },
            ParagraphRole::Heading(level) => Block::Heading { level, span },
            ParagraphRole::Contents | ParagraphRole::Text => Block::Paragraph(span),
        });
    }

    fn role(&self, paragraph: &Paragraph) -> ParagraphRole {
        let styled = self.styles.role(paragraph.style.as_deref());
        match (styled, paragraph.outline) {
            // What a paragraph says of itself outweighs its style, but not that of a title or of a table
            // of contents.
            (ParagraphRole::Text | ParagraphRole::Heading(_), Some(level)) if level < 9 => {
                ParagraphRole::Heading(level)
            }
            (ParagraphRole::Heading(_), Some(_)) => ParagraphRole::Text,
            _ => styled,
        }
    }

    /// The number that Word counts for a paragraph; empty for none.
    fn counted(&mut self, paragraph: &Paragraph) -> String {
        // A paragraph that a tracked change takes away whole counts nothing.
        if paragraph.open && is_blank_paragraph(paragraph) {
            return String::new();
        }
        let style = paragraph.style.as_deref();
        let styled = self.styles.list(style);
        // In halves: a paragraph may name the list and leave the level to its style, or the other way
        // round.
        let list = match (paragraph.list, styled) {
            ((Some(list), level), _) => Some((list, level.or(Some(0)))),
            ((None, level), Some((list, usual))) => Some((list, level.or(usual))),
            _ => None,
        };
        let counted = list.filter(|(list, _)| *list != 0);
        counted
            .and_then(|(list, level)| self.numbering.next(list, level, style))
            .unwrap_or_default()
    }

    /// The line above that names a table: the last block, when it reads like one.
    pub(super) fn caption(&self) -> Option<Span> {
        let last = self.document.blocks.last()?;
        let (Block::Paragraph(span) | Block::Heading { span, .. }) = last else { return None };
        is_caption(span.of(&self.document.text)).then_some(*span)
    }

    /// Where the text ends so far.
    pub(super) fn end(&self) -> usize {
        self.document.text.len()
    }
}

fn is_blank_paragraph(paragraph: &Paragraph) -> bool {
    paragraph.text.trim().is_empty()
}

/// The pieces of a table of one cell, or the table.
fn unwrap_lone_cell(mut table: DocxTable) -> Result<Vec<DocxPiece>, DocxTable> {
    match &mut *table.rows {
        [row] if row.cells.len() == 1 => {
            Ok(row.cells.pop().map(|cell| cell.pieces).unwrap_or_default())
        }
        _ => Err(table),
    }
}

/// The span without blanks at its ends.
fn without_outer_blanks(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.range().start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}
