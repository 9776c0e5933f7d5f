//! Where the parts of an office document stand in its text: such a document has no lines a reader could count.

use std::sync::Arc;

use super::Span;

/// The parts of a document's text, and the words that stand in it for others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// The parts in the order of the text; they do not overlap.
    pub parts: Vec<Part>,
    /// Words behind the document's own text, in order, each with the stretch of the document it stands for, when there is one.
    pub given: Vec<(Span, Option<Span>)>,
    /// Where the document's own text ends; behind it stand words that readers gave.
    pub own: u32,
    /// Stretches that are no part of what the document says: contents, boxes of file numbers; in order.
    pub furniture: Vec<Span>,
    /// Years that stand beside values in rows of their own; in order.
    pub years: Vec<Span>,
    /// Whether the document has lines a reader can count: pasted text does, Word does not.
    pub has_lines: bool,
}

/// A stretch of the text and where the document holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The stretch.
    pub span: Span,
    /// Where it stands.
    pub spot: Spot,
}

/// Where a part stands in its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// A paragraph of a text document; those in tables count, too.
    Paragraph {
        /// Which part of the package it stands in: `word/document.xml`; empty for a document that is one file.
        part: Arc<str>,
        /// Its count in that part, from 0.
        index: u32,
        /// The headings it stands under, as shown: `三（一）`.
        under: Option<Arc<str>>,
        /// Its count under that heading, from 1; 0 in a table.
        number: u32,
    },
    /// A cell of a sheet.
    Cell {
        /// The sheet's name.
        sheet: Arc<str>,
        /// `C7`.
        cell: Arc<str>,
    },
}

impl Parts {
    /// The part that a byte stands in.
    #[must_use]
    pub fn at(&self, offset: u32) -> Option<&Part> {
        let after = self.parts.partition_point(|part| part.span.start <= offset);
        // The end counts as inside: what is missing at the end of a cell is a place in that cell.
        self.parts.get(after.checked_sub(1)?).filter(|part| offset <= part.span.end)
    }

    /// The stretch of the document that `span` stands for: itself, unless it lies in given words.
    #[must_use]
    pub fn real(&self, span: Span) -> Option<Span> {
        let after = self.given.partition_point(|(given, _)| given.start <= span.start);
        match after.checked_sub(1).and_then(|at| self.given.get(at)) {
            Some((given, stands_for)) if span.start < given.end => *stands_for,
            _ => Some(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_words_lead_back_to_what_they_stand_for() {
        let title = Span::new(0, 9);
        let given = vec![(Span::new(20, 29), Some(title)), (Span::new(29, 33), None)];
        let parts = Parts { given, ..Parts::default() };
        assert_eq!(parts.real(Span::new(3, 6)), Some(Span::new(3, 6)));
        assert_eq!(parts.real(Span::new(20, 29)), Some(title));
        assert_eq!(parts.real(Span::new(29, 33)), None);
    }
}
