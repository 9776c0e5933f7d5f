//! One line of a text with labels under it, as miette reads it: short, escaped, with columns in characters.

use miette::{LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use crate::{
    text::{Source, Span},
    text::{escape, push_escaped},
};

use super::window::{Window, window_around};

/// Columns taken by line number and frame.
const FRAME: usize = 10;

/// A line with its labels.
#[derive(Debug)]
pub(super) struct Snippet {
    path: String,
    /// Line and column from 0; `None` where the text has no lines that a reader could count.
    position: Option<(usize, usize)>,
    window: Window,
    text: String,
    /// Where each byte of the window stands in `text`.
    moved: Vec<u32>,
    labels: Vec<LabeledSpan>,
}

impl Snippet {
    /// The line of `source` that holds `span`, which is labelled with `label`, cut to fit `width` columns; `others` are kept in sight where there is room.
    pub(super) fn new(
        source: &Source,
        span: Span,
        label: Option<String>,
        others: impl Iterator<Item = Span>,
        width: usize,
    ) -> Self {
        let position = source.position(span.start);
        let position = (position.line as usize - 1, position.column as usize - 1);
        let columns = width.saturating_sub(FRAME).max(40);
        let window = window_around(source, span, others, columns);
        let (text, moved) = shown_window(source, window);
        let mut snippet = Self {
            path: escape(&source.path).into_owned(),
            position: Some(position).filter(|_| source.has_lines()),
            window,
            text,
            moved,
            labels: Vec::new(),
        };
        let place = snippet.place(span).unwrap_or_else(|| (0, 0).into());
        let label = label.map(|label| escape(&label).into_owned());
        snippet.labels.push(LabeledSpan::new_primary_with_span(label, place));
        snippet
    }

    /// Adds a label when `span` is in sight and starts elsewhere than the labels there are; says whether it did.
    pub(super) fn label(&mut self, span: Span, label: &str) -> bool {
        let Some(place) = self.place(span) else { return false };
        // Two labels that begin at one place are drawn over each other; the second gets a picture of its own.
        if self.labels.iter().any(|other| other.offset() == place.offset()) {
            return false;
        }
        let label = escape(label).into_owned();
        self.labels.push(LabeledSpan::new_with_span(Some(label), place));
        true
    }

    /// The same in a document without lines: its head names the place, and so no label has to.
    pub(super) fn without_lines(mut self, place: String) -> Self {
        self.path = place;
        self.labels.truncate(1);
        let bare = |label: LabeledSpan| LabeledSpan::new_primary_with_span(None, *label.inner());
        self.labels = self.labels.into_iter().map(bare).collect();
        self
    }

    /// Whether its head names line and column.
    pub(super) fn has_lines(&self) -> bool {
        self.position.is_some()
    }

    /// The labels, the primary one first.
    pub(super) fn labels(&self) -> impl Iterator<Item = LabeledSpan> + '_ {
        self.labels.iter().cloned()
    }

    /// Where `span`, cut to the line, stands in the shown text.
    fn place(&self, span: Span) -> Option<SourceSpan> {
        let Span { start, end } = self.window.shown;
        if span.start < start || span.start > end {
            return None;
        }
        let at = |offset: u32| self.moved.get((offset.min(end) - start) as usize).copied();
        let (from, to) = (at(span.start)? as usize, at(span.end.max(span.start))? as usize);
        Some((from, to - from).into())
    }
}

/// The window's text as it may be shown, and where each of its bytes has moved.
fn shown_window(source: &Source, window: Window) -> (String, Vec<u32>) {
    let part = source.slice(window.shown);
    let mut text = String::with_capacity(part.len() + 8);
    let mut moved = Vec::with_capacity(part.len() + 1);
    if window.shown.start > window.line.start {
        text.push('…');
    }
    let offset = |text: &String| u32::try_from(text.len()).unwrap_or(u32::MAX);
    let mut before = None;
    for character in part.chars() {
        moved.resize(moved.len() + character.len_utf8(), offset(&text));
        let is_padding = window.is_squeezed && character == ' ' && before == Some(' ');
        before = Some(character);
        if is_padding {
            continue;
        }
        // The frame knows how wide a tab is; written as <U+0009> it would be noise in every pasted table.
        if character == '\t' { text.push('\t') } else { push_escaped(&mut text, character) }
    }
    moved.push(offset(&text));
    if window.shown.end < window.line.end || text.is_empty() {
        // An empty line needs something to stand a label under.
        text.push(if text.is_empty() { ' ' } else { '…' });
    }
    (text, moved)
}

impl SourceCode for Snippet {
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let whole = (0, self.text.len()).into();
        let (path, data) = (self.path.clone(), self.text.as_bytes());
        let (line, column) = self.position.unwrap_or_default();
        Ok(Box::new(MietteSpanContents::new_named(path, data, whole, line, column, 1)))
    }
}
