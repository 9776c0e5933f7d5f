//! A Word file: its paragraphs, tables and notes in the order in which they are read.

mod compose;
mod format;
mod grid;
mod levels;
mod numbering;
mod paragraph;
mod piece;
mod story;
mod styles;
mod symbol;
mod table;

use crate::{
    document::Document,
    office::{Package, Relation},
    text::UnreadReason,
};

use self::{compose::Compose, numbering::Numbering, story::Story, styles::Styles};

/// The part that holds a document's own text when no relation says otherwise.
const MAIN: &str = "word/document.xml";

/// Reads the Word file that `bytes` are; tracked changes are read as accepted unless `reject_changes` says otherwise.
///
/// Headers, footers, comments, hidden text, instructions of fields and tables of contents are no part of it.
///
/// # Errors
/// Why the file cannot be read: no package, a broken one, a password, or more than the bounds of [`Package`].
pub fn read(bytes: &[u8], reject_changes: bool) -> Result<Document, UnreadReason> {
    let mut package = Package::open(bytes)?;
    let main = main_part(&mut package)?;
    let relations = package.relations(&main)?;
    let mut related = |kind: &str| -> Result<Option<(String, String)>, UnreadReason> {
        let Some(part) = part_of(&relations, kind) else { return Ok(None) };
        Ok(package.text(part)?.map(|(text, _)| (part.to_owned(), text)))
    };
    let styles =
        related("styles")?.map(|(_, text)| Styles::read(&text)).transpose()?.unwrap_or_default();
    let numbering = related("numbering")?
        .map(|(_, text)| Numbering::read(&text))
        .transpose()?
        .unwrap_or_default();
    let notes = [related("footnotes")?, related("endnotes")?];
    let (text, _) = package.text(&main)?.ok_or(UnreadReason::NotOffice)?;
    let mut compose = Compose::new(&styles, numbering);
    compose.part(&main);
    Story::new(&text, &styles, reject_changes).body(|piece| compose.piece(piece))?;
    for (part, text) in notes.into_iter().flatten() {
        compose.notes(&part);
        Story::new(&text, &styles, reject_changes).body(|piece| compose.piece(piece))?;
    }
    Ok(compose.finish())
}

/// The part that the package names as its document.
fn main_part(package: &mut Package) -> Result<String, UnreadReason> {
    let relations = package.relations("")?;
    Ok(part_of(&relations, "officeDocument").unwrap_or(MAIN).to_owned())
}

fn part_of<'a>(relations: &'a [Relation], kind: &str) -> Option<&'a str> {
    relations.iter().find(|one| one.kind == kind).map(|one| &*one.part)
}
