//! The words of a cell: trimmed, and without the escapes of bars.

use std::borrow::Cow;

use crate::text::Span;

/// A cell's words with `\|` read as a bar; borrowed when there is none.
#[must_use]
pub fn unescape(cell: &str) -> Cow<'_, str> {
    if cell.contains("\\|") || cell.contains("\\｜") {
        Cow::Owned(cell.replace("\\|", "|").replace("\\｜", "｜"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// The stretch of `span` without the white space at its ends; an empty one stays where it began.
pub(super) fn trimmed_cell(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let kept = words.trim_start_matches(is_space);
    let start = span.start as usize + (words.len() - kept.len());
    let kept = kept.trim_end_matches(is_space);
    if kept.is_empty() {
        // A blank cell needs a place, too: a finding about what is missing points to where it should have stood.
        Span { start: span.start, end: span.start }
    } else {
        Span::new(start, start + kept.len())
    }
}

/// White space inside a line; a carriage return is the first half of a line end.
fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{3000}' | '\u{A0}' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_bars_are_bars() {
        assert_eq!(unescape(r"a \| b \\| c"), r"a | b \| c");
        assert!(matches!(unescape("a"), Cow::Borrowed("a")));
    }

    #[test]
    fn cells_are_trimmed_of_every_space() {
        let text = "|\u{3000} 德清\u{A0}\t|";
        assert_eq!(trimmed_cell(text, Span::new(1, text.len() - 1)).of(text), "德清");
        assert!(trimmed_cell(text, Span::new(1, 5)).is_empty());
    }
}
