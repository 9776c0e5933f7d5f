//! The text of a Markdown document as it shows, line for line that of the file.

use std::{borrow::Cow, ops::Range};

use super::inline;
use crate::{document::LostKind, text::Span};

/// Text that grows line by line.
#[derive(Debug, Default)]
pub(super) struct MarkdownWords {
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
    notes: Vec<Span>,
}

impl MarkdownWords {
    /// Goes on to a line, counted from 0, unless it is there or past it.
    pub(super) fn reach(&mut self, line: usize) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        while self.starts.len() <= line {
            self.text.push('\n');
            self.starts.push(self.text.len());
        }
    }

    /// Takes back what stands in the line `line` and behind it.
    pub(super) fn back_to(&mut self, line: usize) {
        // What was written as words comes again as cells, and the text must hold it once.
        self.text.truncate(self.starts.get(line).copied().unwrap_or_default());
        self.starts.truncate(line + 1);
    }

    /// Copies a line, of which the `stretches` are words: each is written as it shows.
    pub(super) fn line(
        &mut self,
        line: &str,
        stretches: &[Range<usize>],
    ) -> (Vec<Span>, Vec<LostKind>) {
        // Everything between the stretches is copied, too: bars, list marks and blanks keep the columns
        // of the file.
        let (mut spans, mut lost, mut notes) = (Vec::new(), Vec::new(), Vec::new());
        let mut from = 0;
        for stretch in stretches {
            let words = line.get(stretch.clone()).unwrap_or_default();
            let start = stretch.start + (words.len() - words.trim_start().len());
            let words = words.trim();
            self.text.push_str(line.get(from..start).unwrap_or_default());
            from = start + words.len();
            let shown = inline::shown_words(words);
            spans.push(self.push(&shown.words));
            lost.extend(shown.lost);
            notes.extend(shown.notes);
        }
        self.text.push_str(line.get(from..).unwrap_or_default());
        // A note from the middle of a line goes behind it, so that the sentence reads on and the line
        // stays one.
        for note in notes {
            let span = self.cell(&note);
            self.notes.push(span);
        }
        (spans, lost)
    }

    /// Writes words into the line at hand, apart from those before them.
    pub(super) fn cell(&mut self, words: &str) -> Span {
        // A tab parts words that had a place of their own; joined, 表1 and the first cell would be one
        // word.
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\t');
        }
        let words = if words.contains(['\n', '\r']) {
            Cow::Owned(cell_in_one_line(words))
        } else {
            Cow::Borrowed(words)
        };
        self.push(words.trim())
    }

    fn push(&mut self, words: &str) -> Span {
        let start = self.text.len();
        self.text.push_str(words);
        Span::new(start, self.text.len())
    }

    /// Takes the notes that stood in the middle of lines.
    pub(super) fn notes(&mut self) -> Vec<Span> {
        std::mem::take(&mut self.notes)
    }

    /// The text so far.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where it ends.
    pub(super) fn end(&self) -> Span {
        Span::new(self.text.len(), self.text.len())
    }

    /// The whole text, of as many lines.
    pub(super) fn finish(mut self, lines: usize) -> String {
        self.reach(lines.saturating_sub(1));
        self.text
    }
}

/// The lines of a cell in one line.
fn cell_in_one_line(words: &str) -> String {
    let mut whole = String::new();
    for line in words.lines() {
        if !whole.is_empty() {
            whole.push_str(super::tag::between_cell_lines(&whole, line, " "));
        }
        whole.push_str(line.trim());
    }
    whole
}
