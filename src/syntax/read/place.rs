//! Lines that look like one thing and are another in their place.

use super::{ReaderContext, SyntaxReader};
use crate::syntax::grammar::{GrammarLine, LinePart, Shape, reread};
use crate::syntax::terms::{FIELDS, find_term};
use crate::text::{Span, fold_char, fold_full_width};

impl SyntaxReader<'_> {
    /// The line as its place reads it; `own` holds its parts when they are not the grammar's first choice.
    pub(super) fn in_place<'a>(
        &self,
        line: GrammarLine<'a>,
        own: &'a mut Vec<LinePart>,
    ) -> GrammarLine<'a> {
        match line.shape {
            // 来源：a | b is a field with a bar in it. The grammar, which does not know where a line stands, sees
            // the bar first.
            Shape::half_row | Shape::tab_row | Shape::note if !self.in_table() => {
                self.as_field(line, own)
            }
            Shape::field | Shape::bad | Shape::tab_row => self.as_folded_keyword(line, own),
            _ => line,
        }
    }

    /// A field whose value holds bars or tabs; in a header also one called 注.
    fn as_field<'a>(&self, line: GrammarLine<'a>, own: &'a mut Vec<LinePart>) -> GrammarLine<'a> {
        let Some(span) = reread(self.text, line.span, Shape::field, own) else { return line };
        let key = own.iter().find(|part| part.shape == Shape::key);
        let known = key.is_some_and(|key| find_term(&FIELDS, key.span.of(self.text)).is_some());
        if known || (line.shape == Shape::note && self.context == ReaderContext::Header) {
            GrammarLine { shape: Shape::field, span, parts: own }
        } else {
            line
        }
    }

    /// A keyword in full-width letters, which the grammar does not spell out.
    fn as_folded_keyword<'a>(
        &self,
        line: GrammarLine<'a>,
        own: &'a mut Vec<LinePart>,
    ) -> GrammarLine<'a> {
        let words = line.span.of(self.text);
        let first = words.trim_start().chars().next().unwrap_or_default();
        // Nearly every line fails this test at its first character, before anything is folded or parsed again.
        if first == fold_char(first) || !fold_char(first).is_ascii_alphabetic() {
            return line;
        }
        let folded = fold_full_width(words);
        for shape in [Shape::plan, Shape::table] {
            if reread(&folded, Span::new(0, folded.len()), shape, own).is_some() {
                unfold(words, line.span, own);
                return GrammarLine { shape, span: line.span, parts: own };
            }
        }
        line
    }
}

/// Moves parts of the folded `words` to where they stand in the text.
fn unfold(words: &str, line: Span, parts: &mut [LinePart]) {
    let mut offsets = Vec::with_capacity(words.len());
    for (at, character) in words.char_indices() {
        // Full-width letters have three bytes and their half-width forms one, so each folded byte keeps where it
        // came from.
        offsets.extend(std::iter::repeat_n(at, fold_char(character).len_utf8()));
    }
    let place = |offset: u32| {
        let at = offsets.get(offset as usize).copied().unwrap_or(words.len());
        Span::new(0, line.start as usize + at).end
    };
    for part in parts {
        part.span = Span { start: place(part.span.start), end: place(part.span.end) };
    }
}
