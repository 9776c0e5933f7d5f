//! Comments in a Word file.

mod anchor;
mod comments;
mod cut;
mod marks;
mod register_part;

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::{Annotated, ReviewComment};
use crate::{
    document::docx::{DocxPart, DocxTrace},
    office::{self, Package},
    text::{Parts, UnreadReason, encode},
};

use self::{anchor::Anchors, comments::Comments, marks::CommentMarks};

/// A Word file with a comment of the day `date` for each note; `traced` are its parts that were read, and `parts` where their
/// words stand in the text.
pub(super) fn annotate_text_document(
    mut package: Package,
    (parts, traced): (&Parts, &[(DocxPart, DocxTrace)]),
    notes: &[ReviewComment],
    date: Date,
) -> Result<Annotated, UnreadReason> {
    let anchors = Anchors::new(parts, traced);
    let Some((main, trace)) = traced.first() else { return Err(UnreadReason::NotOffice) };
    let mut comments = Comments::open(&mut package, main)?;
    let (mut marks, mut left_out) = (CommentMarks::new(&main.text, trace), Vec::new());
    for (count, note) in notes.iter().enumerate() {
        // A note without a place gets no id: an id nobody refers to would show as a comment on nothing.
        match anchors.of(note.span) {
            Some(anchor) => marks.mark(&anchor, comments.add(note, date)),
            None => left_out.push(count),
        }
    }
    let mut changed = BTreeMap::new();
    // A file without a new comment is written again as it was.
    if left_out.len() < notes.len() {
        changed.insert(main.part.clone(), encode(&marks.written(), main.encoding));
        register_part::tie(&mut package, &main.part, &comments, &mut changed)?;
        comments.write(&mut changed)?;
    }
    Ok(Annotated { bytes: office::rewrite(&mut package, &changed)?, left_out })
}
