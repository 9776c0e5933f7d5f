//! The styles of a Word file: which are headings, which hide their words, which count.

use std::collections::HashMap;

use super::piece::DocxResult;
use crate::office::{Tag, Xml, XmlEvent};

/// How many styles one may be based on, one after the other.
// A choice: styles that are based on each other in a ring must come to an end.
const CHAIN: usize = 16;

/// All styles by their id.
#[derive(Debug, Default)]
pub(super) struct DocxStyles {
    styles: HashMap<String, DocxStyle>,
    /// The style of paragraphs that name none.
    usual: Option<String>,
}

/// What a style says itself.
#[derive(Debug, Default)]
struct DocxStyle {
    name: String,
    base: Option<String>,
    outline: Option<u8>,
    list: Option<i64>,
    level: Option<i64>,
    look: StyleLook,
}

/// What a style or a run says of how its words look; nothing where it leaves that to others.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct StyleLook {
    hidden: Option<bool>,
    /// Hidden where pages have no edge.
    web: Option<bool>,
    struck: Option<bool>,
    twice: Option<bool>,
    raised: Option<bool>,
}

/// How words look.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DocxLook {
    /// Nobody sees them.
    pub hidden: bool,
    /// A line goes through them.
    pub struck: bool,
    /// They stand above the line.
    pub raised: bool,
}

impl StyleLook {
    /// Takes a property of a run.
    pub(super) fn take(&mut self, tag: &Tag) {
        match tag.name() {
            "vanish" => self.hidden = Some(tag.is_on()),
            "webHidden" => self.web = Some(tag.is_on()),
            "strike" => self.struck = Some(tag.is_on()),
            "dstrike" => self.twice = Some(tag.is_on()),
            "vertAlign" => {
                self.raised = tag.attribute("val").map(|place| place == "superscript");
            }
            _ => {}
        }
    }
}

/// What a style makes of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ParagraphRole {
    /// The title of the document.
    Title,
    /// A heading, from 0.
    Heading(u8),
    /// A line of a table of contents.
    Contents,
    /// Any other.
    Text,
}

impl DocxStyles {
    /// Reads the styles of a file.
    pub(super) fn read(text: &str) -> DocxResult<Self> {
        let mut xml = Xml::new(text);
        let mut styles = Self::default();
        let mut open: Option<(String, DocxStyle)> = None;
        let mut depth = 0;
        loop {
            match xml.read()? {
                XmlEvent::Open(tag) if tag.is_word("style") => {
                    let id = tag.attribute("styleId").unwrap_or_default().into_owned();
                    if is_usual(&tag) {
                        styles.usual = Some(id.clone());
                    }
                    depth = xml.depth();
                    open = Some((id, DocxStyle::default()));
                }
                XmlEvent::Open(tag) => {
                    if let Some((_, style)) = &mut open {
                        style.take(&tag);
                    }
                }
                XmlEvent::Close if xml.depth() < depth => styles.styles.extend(open.take()),
                XmlEvent::Close | XmlEvent::Words(_) => {}
                XmlEvent::End => return Ok(styles),
            }
        }
    }

    /// What the style `id` makes of a paragraph.
    pub(super) fn role(&self, id: Option<&str>) -> ParagraphRole {
        self.chain(id).find_map(DocxStyle::role).unwrap_or(ParagraphRole::Text)
    }

    /// The list that the style `id` counts in, and the level there where it says so.
    pub(super) fn list(&self, id: Option<&str>) -> Option<(i64, Option<i64>)> {
        let list = self.chain(id).find_map(|style| style.list)?;
        Some((list, self.chain(id).find_map(|style| style.level)))
    }

    /// How words look in a paragraph of the style `paragraph`, under the style `run`, when they say `own` themselves: a line
    /// through words that both styles draw is none, and so is what both hide.
    pub(super) fn look(
        &self,
        paragraph: Option<&str>,
        run: Option<&str>,
        own: StyleLook,
    ) -> DocxLook {
        let look = |read: fn(&StyleLook) -> Option<bool>| {
            let below = self.chain(paragraph).find_map(|style| read(&style.look));
            let above = run.and_then(|id| self.chain(Some(id)).find_map(|style| read(&style.look)));
            (read(&own), above, below)
        };
        let toggled = |read| match look(read) {
            (Some(own), _, _) => own,
            (None, above, below) => above.unwrap_or_default() != below.unwrap_or_default(),
        };
        let (own, above, below) = look(|said| said.raised);
        DocxLook {
            hidden: toggled(|said| said.hidden) || toggled(|said| said.web),
            struck: toggled(|said| said.struck) || toggled(|said| said.twice),
            raised: own.or(above).or(below).unwrap_or_default(),
        }
    }

    fn chain<'a>(&'a self, id: Option<&'a str>) -> impl Iterator<Item = &'a DocxStyle> {
        // A paragraph that names no style has the usual one, a run that names none has nothing.
        let first = id.or(self.usual.as_deref()).and_then(|id| self.styles.get(id));
        std::iter::successors(first, |style| self.styles.get(style.base.as_deref()?)).take(CHAIN)
    }
}

impl DocxStyle {
    fn take(&mut self, tag: &Tag) {
        match tag.name() {
            "name" => self.name = tag.attribute("val").unwrap_or_default().to_lowercase(),
            "basedOn" => self.base = tag.attribute("val").map(|id| id.into_owned()),
            "outlineLvl" => self.outline = tag.number().and_then(|level| u8::try_from(level).ok()),
            "numId" => self.list = tag.number(),
            "ilvl" => self.level = tag.number(),
            _ => self.look.take(tag),
        }
    }

    fn role(&self) -> Option<ParagraphRole> {
        let numbered = |word: &str| self.name.strip_prefix(word)?.trim().parse::<u8>().ok();
        if matches!(&*self.name, "title" | "标题") {
            return Some(ParagraphRole::Title);
        }
        if numbered("toc").or_else(|| numbered("目录")).is_some() {
            // `toc 1` and 目录 1 are written by Word itself, in the language it was installed in.
            return Some(ParagraphRole::Contents);
        }
        let named =
            numbered("heading").or_else(|| numbered("标题")).and_then(|level| level.checked_sub(1));
        self.outline.or(named).map(|level| {
            if level < 9 { ParagraphRole::Heading(level) } else { ParagraphRole::Text }
        })
    }
}

fn is_usual(tag: &Tag) -> bool {
    let paragraph = tag.attribute("type").is_none_or(|kind| kind == "paragraph");
    paragraph
        && tag.attribute("default").is_some_and(|value| matches!(&*value, "1" | "true" | "on"))
}
