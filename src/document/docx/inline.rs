//! What stands in a paragraph: its runs and all that is wrapped around them.

use std::ops::Range;

use super::{
    piece::{Paragraph, Piece},
    story::{Read, Story},
    symbol,
};
use crate::{
    document::LostKind,
    office::{Node, Space, Tag},
};

/// The paragraph at hand, and the text boxes in it, which are read behind it.
#[derive(Debug, Default)]
pub(super) struct Open {
    pub(super) paragraph: Paragraph,
    pub(super) boxes: Vec<Piece>,
}

impl Story<'_> {
    /// Reads what stands in a tag inside a paragraph, up to its close.
    pub(super) fn inline(&mut self, open: &mut Open) -> Read {
        self.children(|story, tag| match tag.space {
            Space::Word => story.word(tag, open),
            _ => story.foreign(tag, open),
        })
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
            "footnoteReference" | "endnoteReference" => {
                self.trace.refer(tag.name(), &tag.attribute("id").unwrap_or_default());
                self.skip()
            }
            _ => self.sign(tag, open),
        }
    }

    /// Reads a tag of another vocabulary inside a paragraph: a formula, a drawing.
    fn foreign(&mut self, tag: &Tag, open: &mut Open) -> Read {
        match (tag.space, tag.name()) {
            (Space::Math, "oMath" | "oMathPara") => self.run(open),
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
        let begins = self.trace.begin(&self.xml);
        self.inline(open)?;
        if begins {
            self.trace.end(&self.xml);
        }
        self.hidden = outer;
        Ok(())
    }

    fn run_properties(&mut self) -> Read {
        let start = self.xml.last().start;
        self.properties(|story, tag| match tag.name() {
            "vanish" => story.hidden = tag.is_on(),
            "rStyle" => {
                story.hidden |= tag.attribute("val").is_some_and(|id| story.styles.hides(&id))
            }
            _ => {}
        })?;
        self.trace.properties(start, &self.xml);
        Ok(())
    }

    fn words(&mut self, open: &mut Open) -> Read {
        let within = (self.xml.last(), self.xml.depth());
        let known = self.trace.stretches.len();
        loop {
            match self.xml.read()? {
                Node::Words(words) => self.say(&words, self.xml.last(), within.clone(), open),
                Node::Open(_) => self.skip()?,
                Node::Close | Node::End => {
                    self.trace.close(known, &self.xml);
                    return Ok(());
                }
            }
        }
    }

    /// Reads a tag that stands for a character, marks a field or says nothing.
    fn sign(&mut self, tag: &Tag, open: &mut Open) -> Read {
        let within = (self.xml.last(), self.xml.depth());
        if tag.name() == "fldChar" {
            self.fields.take(&tag.attribute("fldCharType").unwrap_or_default());
        }
        let character = character(tag);
        self.skip()?;
        if let Some(character) = character {
            let whole = within.0.start..self.xml.last().end;
            self.say(character.encode_utf8(&mut [0; 4]), whole, within, open);
        }
        Ok(())
    }

    /// Adds words that stand at `xml`, in the element that begins as `within` says.
    fn say(
        &mut self,
        words: &str,
        xml: Range<usize>,
        within: (Range<usize>, usize),
        open: &mut Open,
    ) {
        if self.hidden || self.fields.instruct() {
            return;
        }
        let text = &mut open.paragraph.text;
        let start = text.len();
        text.push_str(words);
        self.trace.say(open.paragraph.index, start..text.len(), xml, within);
    }

    fn text_box(&mut self, open: &mut Open) -> Read {
        let fields = std::mem::take(&mut self.fields);
        self.blocks(&mut open.boxes)?;
        self.fields = fields;
        Ok(())
    }

    fn lose(&mut self, kind: LostKind, open: &mut Open) -> Read {
        if open.paragraph.lost.last() != Some(&kind) {
            open.paragraph.lost.push(kind);
        }
        self.skip()
    }
}

/// The character that a tag stands for.
fn character(tag: &Tag) -> Option<char> {
    match tag.name() {
        "tab" | "ptab" => Some('\t'),
        "cr" => Some('\n'),
        // A page or column that ends is no word.
        "br" => tag.attribute("type").is_none_or(|kind| kind == "textWrapping").then_some('\n'),
        "noBreakHyphen" => Some('-'),
        "sym" => symbol::read(&tag.attribute("font").unwrap_or_default(), &tag.attribute("char")?),
        _ => None,
    }
}
