//! One part of a Word file, read from its first tag to its last: the body, or the notes.

use super::{
    field::Fields,
    inline::OpenParagraph,
    piece::{DocxPiece, DocxResult, Paragraph},
    styles::{DocxLook, DocxStyles},
    trace::DocxTrace,
};
use crate::{
    document::LostKind,
    office::{Space, Tag, Xml, XmlEvent},
    text::UnreadReason,
};

/// A reader of one part.
#[derive(Debug)]
pub(super) struct Story<'a> {
    pub(super) xml: Xml<'a>,
    pub(super) styles: &'a DocxStyles,
    pub(super) reject: bool,
    /// How the words of the run at hand look.
    pub(super) look: DocxLook,
    pub(super) fields: Fields,
    pub(super) trace: DocxTrace,
    /// How many paragraphs have opened.
    paragraphs: u32,
}

impl<'a> Story<'a> {
    /// Starts at the beginning of a part; `trace` writes down where its words stand.
    pub(super) fn new(text: &'a str, styles: &'a DocxStyles, reject: bool, trace: bool) -> Self {
        Self {
            xml: Xml::new(text),
            styles,
            reject,
            look: DocxLook::default(),
            fields: Fields::default(),
            trace: DocxTrace::new(trace),
            paragraphs: 0,
        }
    }

    /// Reads the part, and hands over each paragraph and table that stands in no other.
    pub(super) fn body(mut self, mut take: impl FnMut(DocxPiece)) -> DocxResult<DocxTrace> {
        let mut pieces = Vec::new();
        let mut framed = false;
        loop {
            match self.xml.read()? {
                // The tags around: the document and its body, the notes and each of them.
                XmlEvent::Open(tag) if tag.space == Space::Word && is_story_frame(&tag) => {
                    framed = true;
                    if let Some(id) = tag.attribute("id") {
                        self.trace.note(self.paragraphs, &id);
                    }
                }
                XmlEvent::Open(tag) => self.block(&tag, &mut pieces)?,
                XmlEvent::Close | XmlEvent::Words(_) => {}
                XmlEvent::End if framed => return Ok(self.trace.finish()),
                XmlEvent::End => return Err(UnreadReason::NotOffice),
            }
            pieces.drain(..).for_each(&mut take);
        }
    }

    /// Reads what stands in a tag that holds paragraphs and tables, up to its close.
    pub(super) fn blocks(&mut self, pieces: &mut Vec<DocxPiece>) -> DocxResult {
        self.children(|story, tag| story.block(tag, pieces))
    }

    /// Reads a tag that stands where paragraphs and tables do.
    pub(super) fn block(&mut self, tag: &Tag, pieces: &mut Vec<DocxPiece>) -> DocxResult {
        match (tag.space, tag.name()) {
            (Space::Word, "p") => self.paragraph(pieces),
            (Space::Word, "tbl") => {
                let table = self.table()?;
                pieces.push(DocxPiece::Table(table));
                Ok(())
            }
            (Space::Word, "sdt") => self.control(|story| story.blocks(pieces)),
            (Space::Word, "customXml" | "smartTag") => self.blocks(pieces),
            (Space::Word, "ins" | "moveTo") if !self.reject => self.blocks(pieces),
            (Space::Word, "del" | "moveFrom") if self.reject => self.blocks(pieces),
            (Space::Word, "altChunk") => {
                // Another file inside the file is not opened, but its place is told.
                let lost = vec![LostKind::Object];
                pieces.push(DocxPiece::Paragraph(Paragraph { lost, ..Paragraph::default() }));
                self.skip()
            }
            (Space::Compatible, "AlternateContent") => {
                self.alternative(|story| story.blocks(pieces))
            }
            _ => self.skip(),
        }
    }

    fn paragraph(&mut self, pieces: &mut Vec<DocxPiece>) -> DocxResult {
        let tag = self.xml.last();
        let mut open = OpenParagraph::default();
        open.paragraph.index = self.count();
        // A paragraph in a text box begins anew, and the one around it goes on as it was.
        let look = std::mem::take(&mut self.look);
        // Before and behind, for the field may begin or end within the paragraph.
        open.paragraph.listed = self.fields.lists();
        self.inline(&mut open)?;
        open.paragraph.listed |= self.fields.lists();
        self.look = look;
        self.fields.settle();
        self.trace.paragraph(open.paragraph.index, tag, &self.xml);
        pieces.push(DocxPiece::Paragraph(open.paragraph));
        pieces.append(&mut open.boxes);
        Ok(())
    }

    /// Reads the content of a content control, unless it is a table of contents or only asks to be filled in.
    pub(super) fn control(
        &mut self,
        mut inside: impl FnMut(&mut Self) -> DocxResult,
    ) -> DocxResult {
        // Word fills controls with 单击此处输入文字 until somebody writes; nobody states that.
        let mut read = true;
        self.children(|story, tag| {
            if tag.is_word("sdtPr") {
                return story.properties(|_, tag| {
                    let contents = tag.name() == "docPartGallery"
                        && tag
                            .attribute("val")
                            .is_some_and(|gallery| gallery == "Table of Contents");
                    read &= !contents && tag.name() != "showingPlcHdr";
                });
            }
            if read && tag.is_word("sdtContent") { inside(story) } else { story.skip() }
        })
    }

    /// Reads one of the ways in which the same content stands in the file: the first choice, or the fallback without any.
    pub(super) fn alternative(
        &mut self,
        mut inside: impl FnMut(&mut Self) -> DocxResult,
    ) -> DocxResult {
        // One content in two vocabularies, the newer one first: read twice, each number would be there
        // twice.
        let mut taken = false;
        self.children(|story, _| {
            if std::mem::replace(&mut taken, true) { story.skip() } else { inside(story) }
        })
    }

    /// Shows `each` tag that stands directly in the one that opened, up to its close; `each` reads it up to its own.
    pub(super) fn children(
        &mut self,
        mut each: impl FnMut(&mut Self, &Tag) -> DocxResult,
    ) -> DocxResult {
        loop {
            match self.xml.read()? {
                XmlEvent::Open(tag) => each(self, &tag)?,
                XmlEvent::Close | XmlEvent::End => return Ok(()),
                XmlEvent::Words(_) => {}
            }
        }
    }

    /// Shows `each` tag at any depth in the one that opened, up to its close; earlier properties are left out.
    pub(super) fn properties(&mut self, mut each: impl FnMut(&mut Self, &Tag)) -> DocxResult {
        let outer = self.xml.depth();
        loop {
            // An earlier state of the properties stands inside the newer one, and would be taken for it.
            match self.xml.read()? {
                XmlEvent::Open(tag) if tag.name().ends_with("Change") => self.skip()?,
                XmlEvent::Open(tag) => each(self, &tag),
                XmlEvent::Close if self.xml.depth() < outer => return Ok(()),
                XmlEvent::End => return Ok(()),
                XmlEvent::Close | XmlEvent::Words(_) => {}
            }
        }
    }

    /// Passes over what stands in the tag that opened; its paragraphs count.
    pub(super) fn skip(&mut self) -> DocxResult {
        // Comments are placed by the count of paragraphs, so those that are passed over count.
        self.properties(|story, tag| {
            if tag.is_word("p") {
                story.count();
            }
        })
    }

    /// Whether a tracked change of this name is undone by the way they are read.
    pub(super) fn removes(&self, change: &str) -> bool {
        if self.reject {
            matches!(change, "ins" | "moveTo" | "cellIns")
        } else {
            matches!(change, "del" | "moveFrom" | "cellDel")
        }
    }

    fn count(&mut self) -> u32 {
        let index = self.paragraphs;
        self.paragraphs = self.paragraphs.saturating_add(1);
        index
    }
}

fn is_story_frame(tag: &Tag) -> bool {
    match tag.name() {
        "document" | "body" | "footnotes" | "endnotes" => true,
        // Separators between the text and its notes have a type.
        "footnote" | "endnote" => tag.attribute("type").is_none_or(|kind| kind == "normal"),
        _ => false,
    }
}
