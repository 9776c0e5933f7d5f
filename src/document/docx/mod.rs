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

pub(crate) use content::DocxPart;
pub(crate) use trace::{DocxStretch, DocxTrace};

/// Reads the Word file that an open package is; tracked changes are read as accepted unless `reject_changes` says otherwise.
///
/// Headers, footers, comments, hidden text, instructions of fields and tables of contents are no part of it. Where `traced`
/// asks for it each part that was read comes along, with the places of its words in its XML: the document's own first, then
/// those of notes.
///
/// # Errors
/// Why the file cannot be read: a broken one, or more than the bounds of [`Package`].
pub(crate) fn read_docx_package(
    package: &mut Package,
    reject_changes: bool,
    traced: bool,
) -> Result<(Document, Vec<(DocxPart, DocxTrace)>), UnreadReason> {
    let mut content = DocxContent::unpack(package)?;
    let mut compose = Compose::new(&content.styles, std::mem::take(&mut content.numbering));
    let mut traces = Vec::new();
    // The text first, then the notes, in one text: findings can stand in both and are told by one kind of
    // place.
    for told in content.stories {
        compose.part(&told.part, told.notes.is_some());
        let story = Story::new(&told.text, &content.styles, reject_changes, traced);
        let trace = story.body(|piece| compose.piece(piece))?;
        if traced {
            traces.push((told, trace));
        }
    }
    Ok((compose.finish(), traces))
}
