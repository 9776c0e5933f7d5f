//! A Word file: its paragraphs, tables and notes in the order in which they are read.

mod compose;
mod content;
mod field;
mod format;
mod grid;
mod inline;
mod numbering;
mod outline;
mod paragraph;
mod piece;
mod story;
mod styles;
mod symbol;
mod table;
mod trace;

use crate::{document::Document, office::Package, text::UnreadReason};

use self::{compose::Compose, content::DocxContent, story::Story};

pub use content::{DocxPart, main_part};
pub use trace::{DocxPlace, DocxRun, DocxStretch, DocxTrace};

/// Reads the Word file that `bytes` are; tracked changes are read as accepted unless `reject_changes` says otherwise.
///
/// Headers, footers, comments, hidden text, instructions of fields and tables of contents are no part of it.
///
/// # Errors
/// Why the file cannot be read: no package, a broken one, a password, or more than the bounds of [`Package`].
pub fn read(bytes: &[u8], reject_changes: bool) -> Result<Document, UnreadReason> {
    let mut content = DocxContent::unpack(&mut Package::open(bytes)?)?;
    let mut compose = Compose::new(&content.styles, std::mem::take(&mut content.numbering));
    // The text first, then the notes, in one text: findings can stand in both and are told by one kind of
    // place.
    for told in &content.stories {
        compose.part(&told.part, told.notes.is_some());
        let story = Story::new(&told.text, &content.styles, reject_changes, false);
        story.body(|piece| compose.piece(piece))?;
    }
    Ok(compose.finish())
}

/// Where the words that [`read`] gives stand in the XML of their parts: the document's own first, then those of notes.
///
/// # Errors
/// As for reading.
pub fn trace(
    package: &mut Package,
    reject_changes: bool,
) -> Result<Vec<(DocxPart, DocxTrace)>, UnreadReason> {
    let content = DocxContent::unpack(package)?;
    let traced = content.stories.into_iter().map(|told| {
        let trace = Story::new(&told.text, &content.styles, reject_changes, true).body(drop)?;
        Ok((told, trace))
    });
    traced.collect()
}
