//! Runs `grammar/plan.pest` over a text block by block and hands out its lines.

use std::borrow::Cow;

use pest::{Parser, Token};
use pest_derive::Parser;

use crate::text::Span;

#[derive(Parser)]
#[grammar = "../grammar/plan.pest"]
struct PlanGrammar;

pub(super) use self::Rule as Shape;

/// Lines are parsed together until they fill a block: pest's queue of tokens stays small whatever the file's size.
const BLOCK: usize = 64 << 10;

/// A longer line is no line of a plan; it is handed out as `bad` without being parsed.
// The parser's tokens take many times the bytes of a line, so one line without an end could fill the memory.
pub(super) const LONGEST_LINE: usize = 1 << 20;

/// A part of a line that the grammar names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LinePart {
    /// What it is.
    pub(super) shape: Shape,
    /// Where it stands, untrimmed.
    pub(super) span: Span,
}

/// One line as the grammar sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct GrammarLine<'a> {
    /// What it looks like.
    pub(super) shape: Shape,
    /// The whole line without its end.
    pub(super) span: Span,
    /// Its parts, outer ones first.
    pub(super) parts: &'a [LinePart],
}

impl GrammarLine<'_> {
    /// The first part of a shape.
    pub(super) fn part(&self, shape: Shape) -> Option<Span> {
        self.parts.iter().find(|part| part.shape == shape).map(|part| part.span)
    }

    /// In the shadow the first half of `\r\n` is a space of the line.
    fn without_return(mut self, text: &str) -> Self {
        if self.span.of(text).ends_with('\r') {
            self.span.end -= 1;
        }
        self
    }
}

/// Hands every line of `text` to `take`, in order.
pub(super) fn each_line(text: &str, mut take: impl FnMut(GrammarLine<'_>)) {
    let mut parts = Vec::new();
    each_block(text, |start, block| match block {
        LineStretch::Lines(lines) => {
            walk(start, lines, &mut parts, &mut |line| take(line.without_return(text)))
        }
        LineStretch::Long(length) => {
            let span = Span::new(start, start + length);
            take(GrammarLine { shape: Shape::bad, span, parts: &[] });
        }
    });
}

/// Reads one line again as `shape`; its parts go to `parts`. `None` when it is not of that shape.
pub(super) fn reread(
    text: &str,
    line: Span,
    shape: Shape,
    parts: &mut Vec<LinePart>,
) -> Option<Span> {
    let words = shadow(line.of(text));
    let tokens = PlanGrammar::parse(shape, &words).ok()?.tokens();
    parts.clear();
    let mut ends = Vec::new();
    for token in tokens {
        note_token(&token, line.start as usize, parts, &mut ends);
    }
    let whole = parts.first().map(|part| part.span)?;
    parts.remove(0);
    // A rule may match the beginning of a line and stop; only one that takes all of it is the line's shape.
    (whole.end == line.end).then_some(whole)
}

/// How many tokens the bare grammar finds in `text`: the yardstick of the benches.
#[must_use]
pub fn grammar_only(text: &str) -> usize {
    let mut count = 0;
    each_block(text, |_, block| {
        if let LineStretch::Lines(lines) = block {
            count +=
                PlanGrammar::parse(Shape::lines, lines).map_or(0, |pairs| pairs.tokens().len());
        }
    });
    count
}

/// A stretch of whole lines, as a shadow; or the length of one line that is too long.
enum LineStretch<'a> {
    Lines(&'a str),
    Long(usize),
}

fn each_block(text: &str, mut take: impl FnMut(usize, LineStretch<'_>)) {
    // A mark that decoding has left, as in text that came through a pipe, belongs to no word.
    let mut start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    while start < text.len() {
        let mut end = line_end(text, start + BLOCK);
        // The block may hold a few short lines and then a huge one: the short ones are still read.
        if end - start > LONGEST_LINE {
            end = short_lines(text, start);
        }
        if end > start {
            take(start, LineStretch::Lines(&shadow(text.get(start..end).unwrap_or_default())));
        } else {
            end = line_end(text, start);
            take(start, LineStretch::Long(line_length(text, start, end)));
        }
        start = end;
    }
}

/// Behind the lines from `start` on that are no longer than a line may be, up to the first that is.
fn short_lines(text: &str, start: usize) -> usize {
    let mut at = start;
    while at < text.len() && at - start < BLOCK {
        let end = line_end(text, at);
        if line_length(text, at, end) > LONGEST_LINE {
            break;
        }
        at = end;
    }
    at
}

/// The bytes of a line without its end.
fn line_length(text: &str, start: usize, end: usize) -> usize {
    let line = text.get(start..end).unwrap_or_default();
    line.trim_end_matches(['\r', '\n']).len()
}

/// Behind the end of the line that holds the byte at `from`.
fn line_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes().get(from..).unwrap_or_default();
    let Some(at) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else {
        return text.len();
    };
    // A block never ends between the two halves of one line end, or the next would begin with an empty line.
    let double = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
    from + at + 1 + usize::from(double)
}

/// The same text, byte for byte as long, with "\n" for every line end and with the bars of `\|` covered up.
fn shadow(text: &str) -> Cow<'_, str> {
    if !b"\r\\".iter().any(|mark| text.as_bytes().contains(mark)) {
        return Cow::Borrowed(text);
    }
    // The grammar then needs neither escapes nor three line ends, and every offset stays true: the wide bar has
    // three bytes, as do its three signs.
    let text = text.replace("\\|", "\\_").replace("\\｜", "\\___").replace("\r\n", " \n");
    Cow::Owned(text.replace('\r', "\n"))
}

fn walk(
    start: usize,
    lines: &str,
    parts: &mut Vec<LinePart>,
    take: &mut impl FnMut(GrammarLine<'_>),
) {
    let Ok(pairs) = PlanGrammar::parse(Shape::lines, lines) else { return };
    let mut ends = Vec::new();
    // The first token opens the rule of all lines; a line is whole whenever nothing is open.
    for token in pairs.tokens().skip(1) {
        note_token(&token, start, parts, &mut ends);
        if ends.is_empty()
            && let Some((line, inner)) = parts.split_first()
        {
            if line.shape != Shape::EOI {
                take(GrammarLine { shape: line.shape, span: line.span, parts: inner });
            }
            parts.clear();
        }
    }
}

/// Opens or closes a part; `ends` holds the parts that are still open.
fn note_token(
    token: &Token<'_, Shape>,
    start: usize,
    parts: &mut Vec<LinePart>,
    ends: &mut Vec<usize>,
) {
    match token {
        Token::Start { rule, pos } => {
            let at = start + pos.pos();
            ends.push(parts.len());
            parts.push(LinePart { shape: *rule, span: Span::new(at, at) });
        }
        Token::End { pos, .. } => {
            let part = ends.pop().and_then(|index| parts.get_mut(index));
            if let Some(part) = part {
                part.span.end = Span::new(0, start + pos.pos()).end;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shapes(text: &str) -> Vec<(Shape, &str)> {
        let mut found = Vec::new();
        each_line(text, |line| found.push((line.shape, line.span.of(text))));
        found
    }

    #[test]
    fn every_line_is_handed_out_once_in_every_line_end() {
        let expected =
            [(Shape::plan, "规划 x"), (Shape::blank, ""), (Shape::row, "|a|"), (Shape::bad, "b")];
        for end in ["\n", "\r\n", "\r"] {
            for last in ["", end] {
                let text = ["规划 x", "", "|a|", "b"].join(end) + last;
                assert_eq!(shapes(&text), expected, "{text:?}");
            }
        }
        assert!(shapes("").is_empty());
    }

    #[test]
    fn blocks_hide_nothing() {
        let text = "| 甲 | 乙\\|丙 |\r\n# 注\n\r".repeat(BLOCK / 8);
        let lines = shapes(&text);
        let expected =
            [(Shape::row, "| 甲 | 乙\\|丙 |"), (Shape::comment, "# 注"), (Shape::blank, "")];
        assert!(lines.chunks(3).all(|chunk| chunk == expected));
        assert_eq!(lines.len(), 3 * (BLOCK / 8));
    }

    #[test]
    fn a_line_that_is_too_long_stands_alone() {
        let long = "|".repeat(LONGEST_LINE + 1);
        let text = format!("|a|\n{long}\r\n|b|\n");
        let expected = [(Shape::row, "|a|"), (Shape::bad, long.as_str()), (Shape::row, "|b|")];
        assert_eq!(shapes(&text), expected);
    }
}
