//! What stands in a paragraph: its runs and all that is wrapped around them.

use std::ops::Range;

use super::{
    piece::{DocxPiece, DocxResult, Paragraph},
    story::Story,
    styles::StyleLook,
    symbol,
};
use crate::{
    document::{
        LostKind,
        raised::{raised, raised_signs},
    },
    office::{Space, Tag, XmlEvent},
};

/// The paragraph at hand, and the text boxes in it, which are read behind it.
#[derive(Debug, Default)]
pub(super) struct OpenParagraph {
    pub(super) paragraph: Paragraph,
    pub(super) boxes: Vec<DocxPiece>,
}

impl Story<'_> {
    /// Reads what stands in a tag inside a paragraph, up to its close.
    pub(super) fn inline(&mut self, open: &mut OpenParagraph) -> DocxResult {
        self.children(|story, tag| match tag.space {
            Space::Word => story.word(tag, open),
            _ => story.foreign(tag, open),
        })
    }

    fn word(&mut self, tag: &Tag, open: &mut OpenParagraph) -> DocxResult {
        match tag.name() {
            "pPr" => self.paragraph_properties(&mut open.paragraph),
            "r" => self.run(open),
            "rPr" => self.run_properties(open),
            "instrText" => self.instruction(),
            "t" | "delText" => self.words(open),
            // What is wrapped around runs says nothing by itself: a link, a smart tag, a drawing with a
            // text box in it.
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
    fn foreign(&mut self, tag: &Tag, open: &mut OpenParagraph) -> DocxResult {
        match (tag.space, tag.name()) {
            (Space::Math, "oMath" | "oMathPara") => self.run(open),
            (Space::Math, "t") => self.words(open),
            // Only three signs of a formula change a number when they are left out.
            (Space::Math, "sup" | "den" | "rad") => self.part_of_formula(tag, open),
            (Space::Compatible, "AlternateContent") => self.alternative(|story| story.inline(open)),
            (Space::Drawing, "blip") | (Space::Vml, "imagedata") => {
                self.lose(LostKind::Picture, open)
            }
            (Space::Chart, _) => self.lose(LostKind::Object, open),
            _ => self.inline(open),
        }
    }

    fn run(&mut self, open: &mut OpenParagraph) -> DocxResult {
        // Each run looks as its paragraph does until it says otherwise; the look of the run around it
        // comes back behind it.
        let outer = self.look;
        self.look = self.styles.look(open.paragraph.style.as_deref(), None, StyleLook::default());
        let begins = self.trace.begin(&self.xml);
        self.inline(open)?;
        if begins {
            self.trace.end(&self.xml);
        }
        self.look = outer;
        Ok(())
    }

    fn run_properties(&mut self, open: &OpenParagraph) -> DocxResult {
        let start = self.xml.last().start;
        let (mut own, mut style) = (StyleLook::default(), None);
        self.properties(|_, tag| match tag.name() {
            "rStyle" => style = tag.attribute("val").map(|id| id.into_owned()),
            _ => own.take(tag),
        })?;
        self.look = self.styles.look(open.paragraph.style.as_deref(), style.as_deref(), own);
        self.trace.properties(start, &self.xml);
        Ok(())
    }

    /// Reads what a field is told to show.
    fn instruction(&mut self) -> DocxResult {
        loop {
            match self.xml.read()? {
                XmlEvent::Words(words) => self.fields.tell(&words),
                XmlEvent::Open(_) => self.skip()?,
                XmlEvent::Close | XmlEvent::End => return Ok(()),
            }
        }
    }

    /// Reads a part of a formula whose place says what it is: without a sign for it, 10³ would be 103 and a half 12.
    fn part_of_formula(&mut self, tag: &Tag, open: &mut OpenParagraph) -> DocxResult {
        let start = open.paragraph.text.len();
        open.paragraph.text.push_str(match tag.name() {
            "den" => "/",
            "rad" => "√",
            _ => "",
        });
        self.inline(open)?;
        if tag.name() == "sup" {
            let words = open.paragraph.text.split_off(start);
            open.paragraph.text.push_str(&raised_signs(&words));
        }
        Ok(())
    }

    fn words(&mut self, open: &mut OpenParagraph) -> DocxResult {
        let within = (self.xml.last(), self.xml.depth());
        let known = self.trace.stretches.len();
        loop {
            match self.xml.read()? {
                XmlEvent::Words(words) => self.say(&words, self.xml.last(), within.clone(), open),
                XmlEvent::Open(_) => self.skip()?,
                XmlEvent::Close | XmlEvent::End => {
                    self.trace.close(known, &self.xml);
                    return Ok(());
                }
            }
        }
    }

    /// Reads a tag that stands for a character, marks a field or says nothing.
    fn sign(&mut self, tag: &Tag, open: &mut OpenParagraph) -> DocxResult {
        let within = (self.xml.last(), self.xml.depth());
        if tag.name() == "fldChar" {
            self.fields.take(&tag.attribute("fldCharType").unwrap_or_default());
        }
        let character = character(tag);
        self.skip()?;
        // The tag is read to its close first, so that the place of the character is the whole element.
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
        open: &mut OpenParagraph,
    ) {
        if self.fields.instruct() || self.look.struck {
            return;
        }
        // Hidden words are told once in a row, not for each of the runs that Word has cut them into.
        if self.look.hidden {
            let lost = &mut open.paragraph.lost;
            if !words.trim().is_empty() && lost.last() != Some(&LostKind::Hidden) {
                lost.push(LostKind::Hidden);
            }
            return;
        }
        let text = &mut open.paragraph.text;
        // A raised 1 behind 25% is a note, behind km a power: written plain, 25%1 and km2 would be other
        // numbers.
        let start = text.len();
        match self.look.raised {
            true => {
                let seen = raised(text, words);
                text.push_str(&seen);
            }
            false => text.push_str(words),
        }
        self.trace.say(open.paragraph.index, start..text.len(), xml, within);
    }

    fn text_box(&mut self, open: &mut OpenParagraph) -> DocxResult {
        // A box stands in the middle of a sentence and is none of it: its fields are its own, and it is
        // read behind the paragraph.
        let fields = std::mem::take(&mut self.fields);
        self.blocks(&mut open.boxes)?;
        self.fields = fields;
        Ok(())
    }

    fn lose(&mut self, kind: LostKind, open: &mut OpenParagraph) -> DocxResult {
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
        "sym" => {
            symbol::read_symbol(&tag.attribute("font").unwrap_or_default(), &tag.attribute("char")?)
        }
        _ => None,
    }
}
