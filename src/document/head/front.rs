//! What stands before the first chapter of a document, and its lines as they are looked through.

use crate::{
    document::{
        Block, Document,
        headings::{HeadingNumber, HeadingRank},
    },
    text::Span,
};

/// A front with more lines is no front: the document has no numbered chapters.
// A choice: contents, letters and forms stand above a first chapter; a text without chapters would be
// front from end to end.
const LONGEST: usize = 40;

/// The front of a document.
pub struct Front<'a> {
    /// The document's text.
    pub text: &'a str,
    /// The lines before the first chapter: whether each is a title by its style, and its span.
    pub lines: Vec<(bool, Span)>,
    /// The cells of the tables there: forms that web pages print above a plan.
    pub cells: Vec<Span>,
    /// Every heading and paragraph of the document.
    pub all: Vec<Span>,
}

impl<'a> Front<'a> {
    /// The front of a document.
    #[must_use]
    pub fn of(document: &'a Document) -> Self {
        let text = &*document.text;
        let mut front = Self { text, lines: Vec::new(), cells: Vec::new(), all: Vec::new() };
        let mut open = true;
        for block in &document.blocks {
            let (titled, span) = match block {
                Block::Heading { level, span } => (*level == 1, *span),
                Block::Paragraph(span) => (false, *span),
                Block::Table(grid) if open => {
                    front
                        .cells
                        .extend(grid.cells.iter().filter(|cell| cell.first).map(|cell| cell.span));
                    continue;
                }
                Block::Note(_) | Block::Table(_) => continue,
            };
            front.all.push(span);
            // Once closed it stays so: 一、 may come again further down.
            open = open && front.lines.len() < LONGEST && !begins_chapter(span.of(text));
            if open {
                front.lines.push((titled, span));
            }
        }
        front
    }

    /// The words of a span.
    #[must_use]
    pub fn words(&self, span: Span) -> &'a str {
        span.of(self.text)
    }

    /// The stretch of `words`, which are a part of the text.
    #[must_use]
    pub fn span_of(&self, words: &str) -> Span {
        // The words are a part of the text, so the distance of the pointers is their offset.
        let start = (words.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        Span::new(start, start + words.len())
    }
}

/// Whether a line is the first chapter's heading or its beginning.
fn begins_chapter(line: &str) -> bool {
    HeadingNumber::of(line)
        .is_some_and(|number| number.count == 1 && number.rank <= HeadingRank::Bracketed)
}
