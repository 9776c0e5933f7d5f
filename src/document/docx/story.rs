//! One part of a Word file, read from its first tag to its last: the body, or the notes.

use super::{
    field::Fields,
    inline::Open,
    piece::{Paragraph, Piece},
    styles::{Look, Styles},
    trace::Trace,
};
use crate::{
    document::LostKind,
    office::{Node, Space, Tag, Xml},
    text::UnreadReason,
};

/// A reader of one part.
#[derive(Debug)]
pub(super) struct Story<'a> {
    pub(super) xml: Xml<'a>,
    pub(super) styles: &'a Styles,
    pub(super) reject: bool,
    /// How the words of the run at hand look.
    pub(super) look: Look,
    pub(super) fields: Fields,
    pub(super) trace: Trace,
    /// How many paragraphs have opened.
    paragraphs: u32,
}

/// What reading gives.
pub(super) type Read<T = ()> = Result<T, UnreadReason>;

impl<'a> Story<'a> {
    /// Starts at the beginning of a part; `trace` writes down where its words stand.
    pub(super) fn new(text: &'a str, styles: &'a Styles, reject: bool, trace: bool) -> Self {
        Self {
            xml: Xml::new(text),
            styles,
            reject,
            look: Look::default(),
            fields: Fields::default(),
            trace: Trace::new(trace),
            paragraphs: 0,
        }
    }

    /// Reads the part, and hands over each paragraph and table that stands in no other.
    pub(super) fn body(mut self, mut take: impl FnMut(Piece)) -> Read<Trace> {
        let mut pieces = Vec::new();
        let mut framed = false;
        loop {
            match self.xml.read()? {
                // The tags around: the document and its body, the notes and each of them.
                Node::Open(tag) if tag.space == Space::Word && is_frame(&tag) => {
                    framed = true;
                    if let Some(id) = tag.attribute("id") {
                        self.trace.note(self.paragraphs, &id);
                    }
                }
                Node::Open(tag) => self.block(&tag, &mut pieces)?,
                Node::Close | Node::Words(_) => {}
                Node::End if framed => return Ok(self.trace.finish()),
                Node::End => return Err(UnreadReason::NotOffice),
            }
            pieces.drain(..).for_each(&mut take);
        }
    }

    /// Reads what stands in a tag that holds paragraphs and tables, up to its close.
    pub(super) fn blocks(&mut self, pieces: &mut Vec<Piece>) -> Read {
        self.children(|story, tag| story.block(tag, pieces))
    }

    /// Reads a tag that stands where paragraphs and tables do.
    pub(super) fn block(&mut self, tag: &Tag, pieces: &mut Vec<Piece>) -> Read {
        match (tag.space, tag.name()) {
            (Space::Word, "p") => self.paragraph(pieces),
            (Space::Word, "tbl") => {
                let table = self.table()?;
                pieces.push(Piece::Table(table));
                Ok(())
            }
            (Space::Word, "sdt") => self.control(|story| story.blocks(pieces)),
            (Space::Word, "customXml" | "smartTag") => self.blocks(pieces),
            (Space::Word, "ins" | "moveTo") if !self.reject => self.blocks(pieces),
            (Space::Word, "del" | "moveFrom") if self.reject => self.blocks(pieces),
            (Space::Word, "altChunk") => {
                let lost = vec![LostKind::Object];
                pieces.push(Piece::Paragraph(Paragraph { lost, ..Paragraph::default() }));
                self.skip()
            }
            (Space::Compatible, "AlternateContent") => {
                self.alternative(|story| story.blocks(pieces))
            }
            _ => self.skip(),
        }
    }

    fn paragraph(&mut self, pieces: &mut Vec<Piece>) -> Read {
        let tag = self.xml.last();
        let mut open = Open::default();
        open.paragraph.index = self.count();
        let look = std::mem::take(&mut self.look);
        open.paragraph.listed = self.fields.lists();
        self.inline(&mut open)?;
        open.paragraph.listed |= self.fields.lists();
        self.look = look;
        self.fields.settle();
        self.trace.paragraph(open.paragraph.index, tag, &self.xml);
        pieces.push(Piece::Paragraph(open.paragraph));
        pieces.append(&mut open.boxes);
        Ok(())
    }

    /// Reads the content of a content control, unless it is a table of contents or only asks to be filled in.
    pub(super) fn control(&mut self, mut inside: impl FnMut(&mut Self) -> Read) -> Read {
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
    pub(super) fn alternative(&mut self, mut inside: impl FnMut(&mut Self) -> Read) -> Read {
        let mut taken = false;
        self.children(|story, _| {
            if std::mem::replace(&mut taken, true) { story.skip() } else { inside(story) }
        })
    }

    /// Shows `each` tag that stands directly in the one that opened, up to its close; `each` reads it up to its own.
    pub(super) fn children(&mut self, mut each: impl FnMut(&mut Self, &Tag) -> Read) -> Read {
        loop {
            match self.xml.read()? {
                Node::Open(tag) => each(self, &tag)?,
                Node::Close | Node::End => return Ok(()),
                Node::Words(_) => {}
            }
        }
    }

    /// Shows `each` tag at any depth in the one that opened, up to its close; earlier properties are left out.
    pub(super) fn properties(&mut self, mut each: impl FnMut(&mut Self, &Tag)) -> Read {
        let outer = self.xml.depth();
        loop {
            match self.xml.read()? {
                Node::Open(tag) if tag.name().ends_with("Change") => self.skip()?,
                Node::Open(tag) => each(self, &tag),
                Node::Close if self.xml.depth() < outer => return Ok(()),
                Node::End => return Ok(()),
                Node::Close | Node::Words(_) => {}
            }
        }
    }

    /// Passes over what stands in the tag that opened; its paragraphs count.
    pub(super) fn skip(&mut self) -> Read {
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

fn is_frame(tag: &Tag) -> bool {
    match tag.name() {
        "document" | "body" | "footnotes" | "endnotes" => true,
        // Separators between the text and its notes have a type.
        "footnote" | "endnote" => tag.attribute("type").is_none_or(|kind| kind == "normal"),
        _ => false,
    }
}
