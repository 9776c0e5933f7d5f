//! Text that grows piece by piece, each piece with its place in the document.

use crate::text::{Part, Parts, Span, Spot};

use super::{Block, Document, Lost, LostKind};

/// A document that a reader writes.
#[derive(Debug, Default)]
pub(super) struct Writer {
    document: Document,
}

impl Writer {
    /// Writes `words` as a line of their own that stands at `spot`.
    pub(super) fn part(&mut self, words: &str, spot: Spot) -> Span {
        let span = self.line(words);
        self.document.parts.parts.push(Part { span, spot });
        span
    }

    fn line(&mut self, words: &str) -> Span {
        let start = self.document.text.len();
        self.document.text.push_str(words);
        let span = Span::new(start, self.document.text.len());
        self.document.text.push('\n');
        span
    }

    /// Adds a block.
    pub(super) fn block(&mut self, block: Block) {
        self.document.blocks.push(block);
    }

    /// Says that something is not read here; a limit is said once.
    pub(super) fn lose(&mut self, kind: LostKind) {
        let end = self.document.text.len();
        let span = Span::new(end, end);
        let lost = &mut self.document.lost;
        if kind != LostKind::Limit || lost.last().is_none_or(|last| last.kind != kind) {
            lost.push(Lost { kind, span });
        }
    }

    /// Says that something is not read that stands at `spot`.
    #[cfg(feature = "office")]
    pub(super) fn lose_at(&mut self, kind: LostKind, spot: Spot) {
        let span = self.part("", spot);
        self.document.lost.push(Lost { kind, span });
    }

    /// How many bytes there are so far.
    pub(super) fn len(&self) -> usize {
        self.document.text.len()
    }

    /// The document without lines of its own.
    pub(super) fn finish(self) -> Document {
        let Document { text, blocks, parts, lost } = self.document;
        Document { text, blocks, parts: Parts { has_lines: false, ..parts }, lost }
    }
}
