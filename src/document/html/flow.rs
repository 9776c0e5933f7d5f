//! The blocks of a page in reading order.

use std::sync::Arc;

use scraper::{ElementRef, node::Element};

use crate::{
    document::{Block, Document, LostKind, headings, writer::Writer},
    text::{Span, Spot},
};

use super::{
    inline::{HtmlLook, HtmlWords, is_block, is_unseen, look_of_element, lost_in_element},
    table,
};

/// The longest text that is written for one page, in bytes.
const LONGEST_TEXT: usize = 64 << 20;

/// Reads what stands below the root of a page.
pub(super) fn read_flow(root: ElementRef<'_>) -> Document {
    let mut flow = Flow::default();
    flow.children(root);
    flow.paragraph(None);
    let mut document = flow.writer.finish();
    place_paragraphs_under_headings(&mut document);
    document
}

#[derive(Default)]
pub(super) struct Flow {
    pub(super) writer: Writer,
    words: HtmlWords,
    paragraphs: u32,
    /// The last paragraph, when nothing stands behind it: it may name a table.
    last: Option<Span>,
}

impl Flow {
    fn children(&mut self, element: ElementRef<'_>) {
        // Looked at before each child: a page may be all one paragraph.
        for child in element.children() {
            if self.writer.len() > LONGEST_TEXT {
                return self.writer.lose(LostKind::Limit);
            }
            if let Some(text) = child.value().as_text() {
                self.words.text(text);
            } else if let Some(child) = ElementRef::wrap(child) {
                self.element(child);
            }
        }
    }

    fn element(&mut self, element: ElementRef<'_>) {
        let value = element.value();
        if is_unseen(value) {
            return lost_in_element(element).into_iter().for_each(|kind| self.writer.lose(kind));
        }
        // Its words are taken whole, blocks inside and all, for a raised sign has none.
        if look_of_element(value) == HtmlLook::Raised {
            return self.words.raise(&element.text().collect::<String>());
        }
        match value.name() {
            "br" => self.paragraph(None),
            "img" => self.picture(value),
            // A table that only lays out the page goes the way of any block, cell after cell.
            "table" if table::is_grid(element) => {
                self.paragraph(None);
                let caption = self.last.take();
                table::write_html_table(self, element, caption);
            }
            name if is_block(name) => {
                self.paragraph(None);
                self.children(element);
                // What inner blocks took is no part of the heading; only the words behind them are left
                // here.
                self.paragraph(level_of_html_heading(name));
            }
            _ => self.children(element),
        }
    }

    /// Ends the paragraph or heading that grows, if it has words.
    fn paragraph(&mut self, level: Option<u8>) {
        let words = self.words.take();
        if words.is_empty() {
            return;
        }
        let span = self.part(&words);
        self.last = Some(span);
        let level = level.or_else(|| headings::level_of_heading(&words));
        self.writer.block(match level {
            Some(level) => Block::Heading { level, span },
            None => Block::Paragraph(span),
        });
    }

    /// A picture of some size may hold a table; small ones are signs.
    fn picture(&mut self, image: &Element) {
        let side = |name: &str| {
            image.attr(name).and_then(|side| side.trim_end_matches("px").parse::<u32>().ok())
        };
        // A choice: a table scanned as a picture fills the column, signs and photographs of officials do
        // not. Without sizes it is told; a picture too many is better than a table nobody misses.
        if side("width").is_none_or(|width| width >= 300)
            && side("height").is_none_or(|height| height >= 100)
        {
            self.writer.lose(LostKind::Picture);
        }
    }

    /// Writes words as a part of their own.
    pub(super) fn part(&mut self, words: &str) -> Span {
        let spot = Spot::Paragraph {
            part: Arc::default(),
            index: self.paragraphs,
            under: None,
            number: 0,
        };
        self.paragraphs = self.paragraphs.saturating_add(1);
        self.writer.part(words, spot)
    }
}

fn level_of_html_heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse::<u8>().ok()?;
    Some(level.min(4))
}

/// Says of every paragraph which heading it stands under, and counts it there.
fn place_paragraphs_under_headings(document: &mut Document) {
    let positions = headings::positions(document);
    let mut counted: (Arc<str>, u32) = Default::default();
    let mut parts = document.parts.parts.iter_mut().peekable();
    for (block, position) in document.blocks.iter().zip(positions) {
        let (Block::Heading { span, .. } | Block::Paragraph(span) | Block::Note(span)) = block
        else {
            continue;
        };
        while parts.next_if(|part| part.span < *span).is_some() {}
        let Some(part) = parts.next_if(|part| part.span == *span) else { continue };
        if counted.0 != position {
            counted = (Arc::clone(&position), 0);
        }
        counted.1 += 1;
        if let Spot::Paragraph { under, number, .. } = &mut part.spot {
            *under = Some(position).filter(|position| !position.is_empty());
            *number = counted.1;
        }
    }
}
