//! One part of a Word file, read from its first tag to its last: the body, or the notes.

use super::{
    piece::{Paragraph, Piece},
    styles::Styles,
    symbol,
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
    styles: &'a Styles,
    reject: bool,
    /// How many paragraphs have opened.
    paragraphs: u32,
    /// Whether the run at hand is hidden.
    hidden: bool,
    /// The fields that are open: whether each is still in its instruction.
    fields: Vec<bool>,
    instructions: usize,
}

/// The paragraph at hand, and the text boxes in it, which are read behind it.
#[derive(Debug, Default)]
pub(super) struct Open {
    pub(super) paragraph: Paragraph,
    pub(super) boxes: Vec<Piece>,
}

/// What reading gives.
pub(super) type Read<T = ()> = Result<T, UnreadReason>;

impl<'a> Story<'a> {
    /// Starts at the beginning of a part.
    pub(super) fn new(text: &'a str, styles: &'a Styles, reject: bool) -> Self {
        let xml = Xml::new(text);
        Self {
            xml,
            styles,
            reject,
            paragraphs: 0,
            hidden: false,
            fields: Vec::new(),
            instructions: 0,
        }
    }

    /// Reads the part, and hands over each paragraph and table that stands in no other.
    pub(super) fn body(mut self, mut take: impl FnMut(Piece)) -> Read {
        let mut pieces = Vec::new();
        let mut framed = false;
        loop {
            match self.xml.read()? {
                // The tags around: the document and its body, the notes and each of them.
                Node::Open(tag) if tag.space == Space::Word && is_frame(&tag) => framed = true,
                Node::Open(tag) => self.block(&tag, &mut pieces)?,
                Node::Close | Node::Words(_) => {}
                Node::End if framed => return Ok(()),
                Node::End => return Err(UnreadReason::NotOffice),
            }
            pieces.drain(..).for_each(&mut take);
        }
    }

    /// Reads what stands in a tag that holds paragraphs and tables, up to its close.
    pub(super) fn blocks(&mut self, pieces: &mut Vec<Piece>) -> Read {
        loop {
            match self.xml.read()? {
                Node::Open(tag) => self.block(&tag, pieces)?,
                Node::Close | Node::End => return Ok(()),
                Node::Words(_) => {}
            }
        }
    }

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
        let mut open = Open::default();
        open.paragraph.index = self.count();
        let hidden = std::mem::replace(&mut self.hidden, false);
        self.inline(&mut open)?;
        self.hidden = hidden;
        // An instruction ends with its paragraph: a field that lost its end must not swallow the rest.
        self.fields.iter_mut().for_each(|instruction| *instruction = false);
        self.instructions = 0;
        pieces.push(Piece::Paragraph(open.paragraph));
        pieces.append(&mut open.boxes);
        Ok(())
    }

    /// Reads what stands in a tag inside a paragraph, up to its close.
    pub(super) fn inline(&mut self, open: &mut Open) -> Read {
        loop {
            match self.xml.read()? {
                Node::Open(tag) if tag.space == Space::Word => self.word(&tag, open)?,
                Node::Open(tag) => self.foreign(&tag, open)?,
                Node::Close | Node::End => return Ok(()),
                Node::Words(_) => {}
            }
        }
    }

    fn word(&mut self, tag: &Tag, open: &mut Open) -> Read {
        match tag.name() {
            "pPr" => self.paragraph_properties(&mut open.paragraph),
            "r" => self.run(open),
            "rPr" => self.run_properties(),
            "t" | "delText" => self.words(open),
            "hyperlink" | "fldSimple" | "smartTag" | "customXml" | "bdo" | "dir" | "drawing"
            | "pict" | "ruby" | "rubyBase" => self.inline(open),
            "sdt" => self.control(|story| story.inline(open)),
            "ins" | "moveTo" if !self.reject => self.inline(open),
            "del" | "moveFrom" if self.reject => self.inline(open),
            "txbxContent" => self.text_box(open),
            "object" | "subDoc" => self.lose(LostKind::Object, open),
            _ => {
                if let Some(character) = self.character(tag) {
                    self.say(character.encode_utf8(&mut [0; 4]), open);
                }
                self.skip()
            }
        }
    }

    /// Reads a tag of another vocabulary inside a paragraph: a formula, a drawing.
    fn foreign(&mut self, tag: &Tag, open: &mut Open) -> Read {
        match (tag.space, tag.name()) {
            (Space::Math, "t") => self.words(open),
            (Space::Compatible, "AlternateContent") => self.alternative(|story| story.inline(open)),
            (Space::Drawing, "blip") | (Space::Vml, "imagedata") => {
                self.lose(LostKind::Picture, open)
            }
            (Space::Chart, _) => self.lose(LostKind::Object, open),
            _ => self.inline(open),
        }
    }

    fn run(&mut self, open: &mut Open) -> Read {
        let outer = self.hidden;
        self.inline(open)?;
        self.hidden = outer;
        Ok(())
    }

    fn run_properties(&mut self) -> Read {
        self.properties(|story, tag, _| match tag.name() {
            "vanish" => story.hidden = tag.is_on(),
            "rStyle" => {
                story.hidden |= tag.attribute("val").is_some_and(|id| story.styles.hides(&id))
            }
            _ => {}
        })
    }

    fn words(&mut self, open: &mut Open) -> Read {
        loop {
            match self.xml.read()? {
                Node::Words(words) => self.say(&words, open),
                Node::Open(_) => self.skip()?,
                Node::Close | Node::End => return Ok(()),
            }
        }
    }

    fn say(&self, words: &str, open: &mut Open) {
        if !self.hidden && self.instructions == 0 {
            open.paragraph.text.push_str(words);
        }
    }

    /// The character that a tag stands for; the tags of fields are counted.
    fn character(&mut self, tag: &Tag) -> Option<char> {
        match tag.name() {
            "tab" | "ptab" => Some('\t'),
            "cr" => Some('\n'),
            // A page or column that ends is no word.
            "br" => tag.attribute("type").is_none_or(|kind| kind == "textWrapping").then_some('\n'),
            "noBreakHyphen" => Some('-'),
            "sym" => {
                symbol::read(&tag.attribute("font").unwrap_or_default(), &tag.attribute("char")?)
            }
            "fldChar" => {
                self.field(&tag.attribute("fldCharType").unwrap_or_default());
                None
            }
            _ => None,
        }
    }

    fn field(&mut self, kind: &str) {
        let ended = match kind {
            "begin" => {
                self.fields.push(true);
                self.instructions += 1;
                false
            }
            "separate" => self.fields.last_mut().is_some_and(std::mem::take),
            "end" => self.fields.pop().unwrap_or_default(),
            _ => false,
        };
        self.instructions -= usize::from(ended);
    }

    fn text_box(&mut self, open: &mut Open) -> Read {
        let fields = std::mem::take(&mut self.fields);
        let instructions = std::mem::take(&mut self.instructions);
        self.blocks(&mut open.boxes)?;
        (self.fields, self.instructions) = (fields, instructions);
        Ok(())
    }

    fn lose(&mut self, kind: LostKind, open: &mut Open) -> Read {
        if open.paragraph.lost.last() != Some(&kind) {
            open.paragraph.lost.push(kind);
        }
        self.skip()
    }

    /// Reads the content of a content control, unless it is a table of contents.
    pub(super) fn control(&mut self, mut inside: impl FnMut(&mut Self) -> Read) -> Read {
        let mut read = true;
        loop {
            match self.xml.read()? {
                Node::Open(tag) if tag.is_word("sdtPr") => self.properties(|_, tag, _| {
                    let contents = tag.name() == "docPartGallery"
                        && tag
                            .attribute("val")
                            .is_some_and(|gallery| gallery == "Table of Contents");
                    read &= !contents && tag.name() != "showingPlcHdr";
                })?,
                Node::Open(tag) if read && tag.is_word("sdtContent") => inside(self)?,
                Node::Open(_) => self.skip()?,
                Node::Close | Node::End => return Ok(()),
                Node::Words(_) => {}
            }
        }
    }

    /// Reads one of the ways in which the same content stands in the file: the first choice, or the fallback without any.
    pub(super) fn alternative(&mut self, mut inside: impl FnMut(&mut Self) -> Read) -> Read {
        let mut taken = false;
        loop {
            match self.xml.read()? {
                Node::Open(_) if taken => self.skip()?,
                Node::Open(_) => {
                    taken = true;
                    inside(self)?;
                }
                Node::Close | Node::End => return Ok(()),
                Node::Words(_) => {}
            }
        }
    }

    /// Shows `each` tag inside the one that opened, with how deep it stands in there; earlier properties are left out.
    pub(super) fn properties(&mut self, mut each: impl FnMut(&mut Self, &Tag, usize)) -> Read {
        let outer = self.xml.depth();
        loop {
            match self.xml.read()? {
                Node::Open(tag) if tag.name().ends_with("Change") => self.skip()?,
                Node::Open(tag) => {
                    let depth = self.xml.depth() - outer;
                    each(self, &tag, depth);
                }
                Node::Close if self.xml.depth() < outer => return Ok(()),
                Node::End => return Ok(()),
                Node::Close | Node::Words(_) => {}
            }
        }
    }

    /// Passes over what stands in the tag that opened; its paragraphs count.
    pub(super) fn skip(&mut self) -> Read {
        self.properties(|story, tag, _| {
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
