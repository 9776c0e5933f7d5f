//! The parts of a package that are read.

use super::{numbering::Numbering, piece::DocxResult, styles::DocxStyles};
use crate::{
    office::{Package, PartRelation},
    text::{Encoding, UnreadReason},
};

/// The part that holds a document's own text when no relation says otherwise.
const MAIN: &str = "word/document.xml";

/// The kinds of notes, each with the tag that refers to one.
const NOTES: [(&str, &str); 2] =
    [("footnotes", "footnoteReference"), ("endnotes", "endnoteReference")];

/// The parts of a Word file.
#[derive(Debug)]
pub(super) struct DocxContent {
    /// The document's own text, then its footnotes and endnotes.
    pub stories: Vec<DocxPart>,
    pub styles: DocxStyles,
    pub numbering: Numbering,
}

/// A part with words of the document.
#[derive(Clone, Debug)]
pub struct DocxPart {
    /// Its name in the package.
    pub part: String,
    /// Its XML.
    pub text: String,
    /// How the XML is written in the package.
    pub encoding: Encoding,
    /// The tag that refers to its notes; none for the document's own text.
    pub notes: Option<&'static str>,
}

impl DocxContent {
    /// Unpacks the parts.
    pub(super) fn unpack(package: &mut Package) -> DocxResult<Self> {
        let main = main_part(package)?;
        let relations = package.relations(&main)?;
        let mut story = |part: &str, notes| -> DocxResult<Option<DocxPart>> {
            let found = package.text(part)?;
            Ok(found.map(|(text, encoding)| DocxPart {
                part: part.to_owned(),
                text,
                encoding,
                notes,
            }))
        };
        let mut stories = vec![story(&main, None)?.ok_or(UnreadReason::NotOffice)?];
        for (kind, reference) in NOTES {
            if let Some(part) = part_of(&relations, kind) {
                stories.extend(story(part, Some(reference))?);
            }
        }
        // Styles and lists only refine what the text says, so a file without them is read.
        let mut related = |kind| match part_of(&relations, kind) {
            Some(part) => package.text(part),
            None => Ok(None),
        };
        let styles = related("styles")?.map(|(text, _)| DocxStyles::read(&text)).transpose()?;
        let numbering =
            related("numbering")?.map(|(text, _)| Numbering::read(&text)).transpose()?;
        Ok(Self {
            stories,
            styles: styles.unwrap_or_default(),
            numbering: numbering.unwrap_or_default(),
        })
    }
}

/// The part that a package names as its document.
///
/// # Errors
/// As for the relations of the package.
pub fn main_part(package: &mut Package) -> Result<String, UnreadReason> {
    let relations = package.relations("")?;
    Ok(part_of(&relations, "officeDocument").unwrap_or(MAIN).to_owned())
}

fn part_of<'a>(relations: &'a [PartRelation], kind: &str) -> Option<&'a str> {
    relations.iter().find(|one| one.kind == kind).map(|one| &*one.part)
}
