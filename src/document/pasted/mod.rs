//! Plain text as pasted from a web page, a document or a sheet: its headings, paragraphs and tables.
//!
//! Tables lose their frames when they are pasted. What is left is bars, tabs, or one cell a line; blank cells may be lost.
//! Heads say what the columns hold, and that tells where a cell belongs. A row that could be read in two ways is not read in
//! either: it is listed in [`Document::lost`].

mod align;
mod blocks;
mod cell;
mod grid;
mod lift;
mod line;
mod run;
mod stream;
#[cfg(test)]
mod tests;
mod wrapped;

use crate::text::Parts;

use super::Document;

pub(crate) use cell::{is_number_cell, ordinal_of_cell};
pub(crate) use lift::lift;
pub(crate) use wrapped::unwrapped;

/// Reads pasted text; it stays as it is, and its places are its lines.
#[must_use]
pub fn read(text: String) -> Document {
    let (blocks, lost) = blocks::blocks(&text);
    Document { text, blocks, parts: Parts { has_lines: true, ..Parts::default() }, lost }
}
