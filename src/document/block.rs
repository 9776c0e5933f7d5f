//! A document as every reader gives it: one text, and blocks that are stretches of it.

use std::sync::Arc;

use crate::text::{Parts, Span};

/// A document in reading order.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// Its words: a paragraph or cell each ends with a line end; pasted text is kept as it is.
    pub text: String,
    /// Its blocks, in order.
    pub blocks: Vec<Block>,
    /// Where its parts stand; empty with `has_lines` for pasted text.
    pub parts: Parts,
    /// What the reader could not read.
    pub lost: Vec<Lost>,
}

/// One block.
#[derive(Clone, Debug)]
pub enum Block {
    /// A heading: 1 is the title of the document, 2 一、, 3 （一）, 4 1. and below.
    Heading {
        /// How deep.
        level: u8,
        /// Its words with their number; a number that Word counts is given words.
        span: Span,
    },
    /// A paragraph.
    Paragraph(Span),
    /// A footnote or endnote.
    Note(Span),
    /// A table.
    Table(Grid),
}

/// A table as a rectangle: a merged cell stands at every place it covers.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// The name of its sheet, in a workbook.
    pub sheet: Option<Arc<str>>,
    /// The line above it that names it: `表1 …指标体系`.
    pub caption: Option<Span>,
    /// How many columns every row has.
    pub width: usize,
    /// The cells, row after row.
    pub cells: Vec<Cell>,
}

/// One place of a grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The words, trimmed; line ends inside are kept.
    pub span: Span,
    /// Whether the words stand here first: false where a merged cell only reaches.
    pub first: bool,
}

/// A part that a reader saw and could not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What it is.
    pub kind: LostKind,
    /// Where its words or those before it stand.
    pub span: Span,
}

/// What could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LostKind {
    /// A picture: a table may stand in it.
    Picture,
    /// An embedded object or text box.
    Object,
    /// A table inside a cell of another.
    NestedTable,
    /// A hidden sheet, row, column or stretch of words.
    Hidden,
    /// Hidden rows of a sheet.
    HiddenRow,
    /// Hidden columns of a sheet.
    HiddenColumn,
    /// A sheet that is broken.
    Sheet,
    /// A formula whose value was never worked out.
    Formula,
    /// A number whose format is not known.
    NumberFormat,
    /// A row of a pasted table whose cells may belong to one column or another.
    Row,
    /// What lies behind a limit of size or depth.
    Limit,
}

impl Block {
    /// The stretch of a line of text; none of a table.
    #[must_use]
    pub fn line(&self) -> Option<Span> {
        match self {
            Self::Heading { span, .. } | Self::Paragraph(span) | Self::Note(span) => Some(*span),
            Self::Table(_) => None,
        }
    }
}

impl Grid {
    /// How many rows there are.
    #[must_use]
    pub fn height(&self) -> usize {
        self.cells.len().checked_div(self.width).unwrap_or_default()
    }

    /// The cells of a row; none past the last.
    #[must_use]
    pub fn row(&self, row: usize) -> &[Cell] {
        let start = row.saturating_mul(self.width);
        self.cells.get(start..start.saturating_add(self.width)).unwrap_or_default()
    }

    /// The words of a place; empty outside.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> Cell {
        self.row(row).get(column).copied().unwrap_or_default()
    }
}
