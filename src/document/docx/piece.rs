//! What a story is made of, before it becomes blocks of one text.

use crate::{document::LostKind, text::UnreadReason};

/// What reading gives.
pub(super) type DocxResult<T = ()> = Result<T, UnreadReason>;

/// A paragraph or a table.
#[derive(Debug)]
pub(super) enum DocxPiece {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(DocxTable),
}

/// A paragraph as Word writes it.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Its count among the paragraphs of its part, from 0; those that are not read count, too.
    pub index: u32,
    /// The words of its runs.
    pub text: String,
    /// The id of its style.
    pub style: Option<String>,
    /// How deep it stands in the outline, from 0, where it says so itself.
    pub outline: Option<u8>,
    /// The list it is counted in and the level there, where it says so itself; a list of 0 is none.
    pub list: (Option<i64>, Option<i64>),
    /// Whether its end is deleted, so that the next one goes on in its line.
    pub open: bool,
    /// Whether it stands in the result of a field that lists headings with their pages.
    pub listed: bool,
    /// What it holds that is not read.
    pub lost: Vec<LostKind>,
}

/// A table: its rows.
#[derive(Debug, Default)]
pub(super) struct DocxTable {
    /// The rows that are left after tracked changes.
    pub rows: Vec<DocxRow>,
}

/// A row: its cells, and the columns it leaves out before them.
#[derive(Debug, Default)]
pub(super) struct DocxRow {
    /// How many columns it leaves out at its start.
    pub before: usize,
    /// Its cells.
    pub cells: Vec<DocxCell>,
    /// Whether a tracked change removes it.
    pub removed: bool,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// A cell: what stands in it and the places it covers.
#[derive(Debug)]
pub(super) struct DocxCell {
    /// What stands in it.
    pub pieces: Vec<DocxPiece>,
    /// How many columns it covers.
    pub columns: usize,
    /// Whether it belongs to the cell above.
    pub below: bool,
    /// Whether it belongs to the cell before.
    pub beside: bool,
    /// Whether a tracked change removes it.
    pub removed: bool,
}

impl Default for DocxCell {
    fn default() -> Self {
        Self { pieces: Vec::new(), columns: 1, below: false, beside: false, removed: false }
    }
}
