//! Comments in a workbook, and a fill on the cells they are about.

mod cells;
mod comments;
mod noted;
mod shapes;
mod splice;
mod styles;

use std::collections::BTreeMap;

use super::{Annotated, ReviewComment};
use crate::{
    document::{Lost, LostKind},
    office::{ChangedPackage, Package, Xml, XmlEvent},
    text::{Parts, Spot, UnreadReason},
};

use noted::ByCell;

/// A workbook with a comment at the cell of each note, and a fill on that cell; `parts` are where the text that was read of it
/// stands, and `lost` what was not read.
pub(super) fn annotate_workbook(
    package: Package,
    read: (&Parts, &[Lost]),
    notes: &[ReviewComment],
) -> Result<Annotated, UnreadReason> {
    let mut changes = ChangedPackage::new(package);
    let book = changes.related("", "officeDocument")?.ok_or(UnreadReason::NotOffice)?;
    let sheets = sheet_parts(&mut changes, &book)?;
    let mut found: BTreeMap<&str, ByCell> = BTreeMap::new();
    let mut left_out = Vec::new();
    for (count, note) in notes.iter().enumerate() {
        let place = cell_of_note(read, note);
        match place.and_then(|(sheet, cell)| Some((sheets.get(sheet)?, cell))) {
            Some((part, cell)) => {
                // All notes of one sheet together, for its parts are written once.
                let cells = found.entry(part).or_default();
                cells.entry(cell.to_owned()).or_default().push(note);
            }
            None => left_out.push(count),
        }
    }
    let styles = changes.related(&book, "styles")?;
    for (part, notes) in found {
        comments::write_cell_comments(&mut changes, part, &notes)?;
        // A sheet without styles has nothing to fill cells by; comments and boxes do not need them.
        shapes::write_comment_boxes(&mut changes, part, &notes)?;
        if let Some(styles) = &styles {
            cells::fill_noted_cells(&mut changes, part, styles, &notes)?;
        }
    }
    Ok(Annotated { bytes: changes.finish()?, left_out })
}

/// The sheet and cell of a note.
fn cell_of_note<'a>(
    (parts, lost): (&'a Parts, &[Lost]),
    note: &ReviewComment,
) -> Option<(&'a str, &'a str)> {
    let span = parts.real(note.span)?;
    // A sheet that cannot be read takes no comment.
    if lost.iter().any(|lost| lost.kind == LostKind::Sheet && lost.span == span) {
        return None;
    }
    match &parts.at(span.start)?.spot {
        Spot::Cell { sheet, cell } => Some((sheet, cell)),
        Spot::Paragraph { .. } => None,
    }
}

/// The parts of the sheets by their names.
fn sheet_parts(
    changes: &mut ChangedPackage,
    book: &str,
) -> Result<BTreeMap<String, String>, UnreadReason> {
    let relations = changes.relations(book)?;
    let text = changes.text(book)?.ok_or(UnreadReason::Damaged)?;
    let mut xml = Xml::new(&text);
    let mut sheets = BTreeMap::new();
    loop {
        match xml.read()? {
            XmlEvent::Open(tag) if tag.name() == "sheet" => {
                let (name, id) = (tag.attribute("name"), tag.attribute("id"));
                let part = relations.iter().find(|one| Some(one.id.as_str()) == id.as_deref());
                let part = part.filter(|part| part.kind == "worksheet");
                if let (Some(name), Some(part)) = (name, part) {
                    sheets.insert(name.into_owned(), part.part.clone());
                }
            }
            XmlEvent::End => return Ok(sheets),
            _ => {}
        }
    }
}
