//! Findings as comments in copies of the documents they are about; all that is no comment keeps its bytes.

mod docx;
mod note;
mod xlsx;

use jiff::civil::Date;

use crate::{
    document::{PackageKind, ReadPackage},
    text::UnreadReason,
};

pub use note::{Annotated, ReviewComment};

/// A copy of the office file that was read, with a comment for each note: in a text document one of the day `date` at its
/// words, in a workbook one at its cell, and a fill on that cell.
///
/// Comments that are there stay; parts that hold no comment and speak of none keep every byte, but the formats of a
/// workbook. The same file and notes give the same bytes.
///
/// # Errors
/// As for reading the file.
pub fn annotate(
    read: ReadPackage,
    notes: &[ReviewComment],
    date: Date,
) -> Result<Annotated, UnreadReason> {
    let ReadPackage { package, parts, lost, kind } = read;
    match kind {
        PackageKind::Word(traced) => {
            docx::annotate_text_document(package, (&parts, &traced), notes, date)
        }
        PackageKind::Workbook => xlsx::annotate_workbook(package, (&parts, &lost), notes),
    }
}
