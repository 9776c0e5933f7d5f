//! A part's XML as a flat run of tags and words, bounded in depth and without declared entities.

use std::{borrow::Cow, ops::Range};

use quick_xml::{
    NsReader, XmlVersion,
    events::{BytesRef, BytesStart, Event},
    name::{Namespace, ResolveResult},
};

use crate::text::UnreadReason;

/// How deep tags may stand in each other; Word's own documents stay below 100.
// The readers above call themselves for nested tables and boxes, so the depth of tags is the depth of their stack.
const DEPTH: usize = 512;

/// A reader of XML.
#[derive(Debug)]
pub struct Xml<'a> {
    reader: NsReader<&'a [u8]>,
    depth: usize,
    last: Range<usize>,
}

/// What stands next.
#[derive(Debug)]
pub enum XmlEvent<'a> {
    /// A tag opens; one without content opens and closes.
    Open(Tag<'a>),
    /// The last tag that opened closes.
    Close,
    /// Words; those around an escaped character come one after the other.
    Words(Cow<'a, str>),
    /// The end of the part.
    End,
}

/// A tag that opens.
#[derive(Debug)]
pub struct Tag<'a> {
    /// The vocabulary it belongs to.
    pub space: Space,
    start: BytesStart<'a>,
}

/// The vocabularies that are told apart; by their address, whatever prefix a writer gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// `w:`, text documents.
    Word,
    /// `m:`, formulas.
    Math,
    /// `a:`, drawings.
    Drawing,
    /// `v:`, drawings of old.
    Vml,
    /// `mc:`, the same content for new and old readers.
    Compatible,
    /// Charts and diagrams.
    Chart,
    /// Any other.
    Other,
}

impl<'a> Xml<'a> {
    /// Starts at the beginning of `text`.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0, last: 0..0 }
    }

    /// How many tags are open.
    #[must_use]
    pub fn depth(&self) -> usize {
        self.depth
    }

    /// The bytes of what was read last; none for the close of a tag without content.
    #[must_use]
    pub fn last(&self) -> Range<usize> {
        self.last.clone()
    }

    /// Reads on to the next tag or words.
    ///
    /// # Errors
    /// `Damaged` for XML that is not well formed, `Entities` for a document type, `Swollen` for tags nested too deep.
    pub fn read(&mut self) -> Result<XmlEvent<'a>, UnreadReason> {
        loop {
            let from = self.position();
            let (space, event) = {
                let (found, event) =
                    self.reader.read_resolved_event().map_err(|_| UnreadReason::Damaged)?;
                (space(&found), event)
            };
            self.last = from..self.position();
            match event {
                Event::Start(start) | Event::Empty(start) => return self.open(space, start),
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(XmlEvent::Close);
                }
                Event::Text(words) => return Ok(XmlEvent::Words(words.xml10_content())),
                Event::CData(words) => return Ok(XmlEvent::Words(words.xml10_content())),
                Event::GeneralRef(name) => return referred(&name).map(XmlEvent::Words),
                // No office program writes one; it could name files of the system, or words that unpack to
                // gigabytes.
                Event::DocType(_) => return Err(UnreadReason::Entities),
                Event::Eof if self.depth == 0 => return Ok(XmlEvent::End),
                // A part that ends inside a tag was cut off, and so were numbers, perhaps.
                Event::Eof => return Err(UnreadReason::Damaged),
                Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            }
        }
    }

    /// Calls `each` for every tag inside the one that opened last, or for the outermost at the start; what it leaves unread of
    /// a tag is passed over.
    ///
    /// # Errors
    /// Those of reading on, and of `each`.
    pub fn inside(
        &mut self,
        each: &mut dyn FnMut(&mut Self, &Tag<'a>) -> Result<(), UnreadReason>,
    ) -> Result<(), UnreadReason> {
        let depth = self.depth;
        loop {
            match self.read()? {
                XmlEvent::Open(tag) => {
                    let within = self.depth;
                    each(self, &tag)?;
                    // Whatever `each` has read of its tag, the next one begins behind it.
                    while self.depth >= within {
                        self.read()?;
                    }
                }
                XmlEvent::Close if self.depth < depth => return Ok(()),
                XmlEvent::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// The words inside the tag that opened last, and inside those within it.
    ///
    /// # Errors
    /// Those of reading on.
    pub fn words(&mut self) -> Result<String, UnreadReason> {
        let depth = self.depth;
        let mut words = String::new();
        while self.depth >= depth {
            if let XmlEvent::Words(more) = self.read()? {
                words.push_str(&more);
            }
        }
        Ok(words)
    }

    fn position(&self) -> usize {
        usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX)
    }

    fn open(&mut self, space: Space, start: BytesStart<'a>) -> Result<XmlEvent<'a>, UnreadReason> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(UnreadReason::Swollen);
        }
        Ok(XmlEvent::Open(Tag { space, start }))
    }
}

impl Tag<'_> {
    /// Its name without prefix.
    #[must_use]
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// Whether it is the tag `name` of text documents.
    #[must_use]
    pub fn is_word(&self, name: &str) -> bool {
        self.space == Space::Word && self.name() == name
    }

    /// The value of its attribute `name`, whatever its prefix.
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        let found = attributes
            // Checking names for doubles takes time for each tag, and the first is taken in any case.
            .with_checks(false)
            .flatten()
            .find(|one| one.key.local_name().as_ref() == name)?;
        found.normalized_value(XmlVersion::Implicit1_0).ok()
    }

    /// The number in its attribute `val`.
    #[must_use]
    pub fn number(&self) -> Option<i64> {
        self.attribute("val")?.trim().parse().ok()
    }

    /// Whether it switches something on: it does, unless its `val` says no.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !matches!(self.attribute("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

fn space(found: &ResolveResult) -> Space {
    let ResolveResult::Bound(Namespace(address)) = found else { return Space::Other };
    match *address {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Space::Word,
        "http://schemas.openxmlformats.org/officeDocument/2006/math"
        | "http://purl.oclc.org/ooxml/officeDocument/math" => Space::Math,
        "http://schemas.openxmlformats.org/drawingml/2006/main"
        | "http://purl.oclc.org/ooxml/drawingml/main" => Space::Drawing,
        "urn:schemas-microsoft-com:vml" => Space::Vml,
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => Space::Compatible,
        address if address.contains("/chart") || address.contains("/diagram") => Space::Chart,
        _ => Space::Other,
    }
}

/// The character that a reference stands for: one by number, or one of the five that XML itself names.
fn referred(name: &BytesRef) -> Result<Cow<'static, str>, UnreadReason> {
    if let Some(character) = name.resolve_char_ref().map_err(|_| UnreadReason::Damaged)? {
        return Ok(character.to_string().into());
    }
    match name.as_ref() {
        "lt" => Ok("<".into()),
        "gt" => Ok(">".into()),
        "amp" => Ok("&".into()),
        "apos" => Ok("'".into()),
        "quot" => Ok("\"".into()),
        _ => Err(UnreadReason::Entities),
    }
}
