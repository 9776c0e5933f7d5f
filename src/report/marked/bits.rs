//! A stretch of a text cut at its numbers.

use serde::Serialize;

use crate::{
    text::Span,
    words::{Language, term},
};

use super::marked_text::{MarkedText, NumberMark};

/// Words of the text, with what was made of them where they are a number.
#[derive(Debug, Serialize)]
pub(super) struct Bit<'a> {
    words: &'a str,
    /// The key of the kind of a number; empty for other words.
    kind: &'static str,
    /// Which mark it is, from 0.
    mark: usize,
    /// What is told of it.
    said: String,
}

/// Cuts one stretch after the other; each number is marked where it is met first.
pub(super) struct Cutter<'a> {
    language: Language,
    text: &'a str,
    marks: &'a [NumberMark],
    done: Vec<bool>,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(text: &MarkedText<'a>) -> Self {
        let done = vec![false; text.marks.len()];
        Self { language: text.language, text: text.text, marks: text.marks, done }
    }

    /// The words of a stretch; a number of which it holds only a part is told where the part stands.
    pub(super) fn cut(&mut self, span: Span) -> Vec<Bit<'a>> {
        // Where stretches overlap a number is met again: marked twice, it would break the promise that the page has
        // as many marks as the text has numbers.
        let mut bits = Vec::new();
        let mut at = span.start;
        // The marks lie in the order of the text and do not overlap, so the first that may matter is found by
        // halves; a table of ten thousand cells would else look through all marks for each.
        let first = self.marks.partition_point(|mark| mark.span.end <= span.start);
        let inside = self.marks.iter().enumerate().skip(first);
        for (number, mark) in inside.take_while(|(_, mark)| mark.span.start < span.end) {
            let Some(done) = self.done.get_mut(number) else { break };
            if std::mem::replace(done, true) {
                continue;
            }
            let start = mark.span.start.max(at);
            bits.extend(self.plain(Span { start: at, end: start }));
            at = mark.span.end.min(span.end);
            bits.push(Bit {
                words: Span { start, end: at }.of(self.text),
                kind: mark.kind,
                mark: number,
                said: self.said(mark),
            });
        }
        bits.extend(self.plain(Span { start: at, end: span.end }));
        bits
    }

    fn plain(&self, span: Span) -> Option<Bit<'a>> {
        let words = span.of(self.text);
        (!words.is_empty()).then(|| Bit { words, kind: "", mark: 0, said: String::new() })
    }

    /// `目标：城镇化率…`.
    fn said(&self, mark: &NumberMark) -> String {
        let word = term(self.language, mark.kind);
        match mark.said.as_str() {
            "" => word.to_owned(),
            said => format!("{word}{}{said}", self.language.pick("：", ": ")),
        }
    }
}
