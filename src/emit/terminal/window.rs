//! Which part of a long line is shown: as much as fits around the place.

use unicode_width::UnicodeWidthChar;

use crate::text::{Source, Span};

/// The part of one line that is shown, as bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The whole line without its end.
    pub(super) line: Span,
    /// The part that is shown.
    pub(super) shown: Span,
    /// Whether of several blanks in a row one is shown: those that line up the columns of a table take the room that the
    /// name of its row needs.
    pub(super) is_squeezed: bool,
}

/// The window of at most `columns` columns around `first`, and around all of `spans` on its line when they fit. It reads no more of the line than it shows.
pub(super) fn window_around(
    source: &Source,
    first: Span,
    spans: impl Iterator<Item = Span>,
    columns: usize,
) -> Window {
    let line = line_holding(source, first.start);
    let is_squeezed = source.slice(line).starts_with('|');
    // No visible character is wider than it has bytes, so a line of few bytes fits without being measured.
    if source.slice(line).len() <= columns {
        return Window { line, shown: line, is_squeezed };
    }
    let fitting_stretch = |characters: &mut dyn Iterator<Item = char>, columns| {
        fitting_stretch(characters, columns, is_squeezed)
    };
    let first = clipped_to_line(first, line);
    let near = spans.filter(|span| span.start >= line.start && span.end <= line.end);
    let hull = near.fold(first, Span::to);
    let width = |span| fitting_stretch(&mut source.slice(span).chars(), columns);
    let fits = |span: Span| width(span).bytes == source.slice(span).len();
    // Where not all places fit, the window opens at the finding's own: its beginning is kept and the rest shown as
    // far as there is room.
    let kept = if fits(hull) { hull } else { Span { end: first.start, ..first } };
    let room = columns - width(kept).columns;
    let before = || source.slice(Span { end: kept.start, ..line }).chars().rev();
    let mut after = source.slice(Span { start: kept.end, ..line }).chars();
    // Two thirds of the room before the place and the rest behind: a value is told by the words that lead to it.
    // What one side does not need the other takes.
    let told = fitting_stretch(&mut before(), room * 2 / 3).columns;
    let right = fitting_stretch(&mut after, room - told);
    let left = fitting_stretch(&mut before(), room - right.columns);
    let (start, end) = (kept.start as usize - left.bytes, kept.end as usize + right.bytes);
    Window { line, shown: Span::new(start, end), is_squeezed }
}

/// The part of `span` that lies on `line`.
pub(super) fn clipped_to_line(span: Span, line: Span) -> Span {
    let within = |offset: u32| offset.clamp(line.start, line.end);
    Span { start: within(span.start), end: within(span.end) }
}

/// The line that holds `offset`, without its end.
fn line_holding(source: &Source, offset: u32) -> Span {
    let at = source.lines().line(offset);
    let start = source.lines().start(at) as usize;
    let end = if at + 1 < source.lines().count() {
        source.lines().start(at + 1) as usize
    } else {
        source.text.len()
    };
    let whole = Span::new(start, end);
    Span::new(start, start + source.slice(whole).trim_end_matches(['\r', '\n']).len())
}

struct FittingStretch {
    bytes: usize,
    columns: usize,
}

/// How many bytes of `characters` fit into `columns`; where they are squeezed, blanks behind a blank take no room.
fn fitting_stretch(
    characters: &mut dyn Iterator<Item = char>,
    columns: usize,
    is_squeezed: bool,
) -> FittingStretch {
    let mut taken = FittingStretch { bytes: 0, columns: 0 };
    let mut before = None;
    for character in characters {
        let is_padding = is_squeezed && character == ' ' && before == Some(' ');
        before = Some(character);
        // A character without width still takes room once it is spelt out.
        let width = if is_padding { 0 } else { character.width().unwrap_or(8).max(1) };
        if taken.columns + width > columns {
            break;
        }
        taken.bytes += character.len_utf8();
        taken.columns += width;
    }
    taken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_line_is_shown_whole_and_a_long_one_around_the_place() {
        let source = Source::new("a.plan", "first\r\nsecond 中文\r\n");
        let alone = |source: &Source, span, columns| {
            window_around(source, span, std::iter::empty(), columns)
        };
        let window_of = |at, columns| alone(&source, Span::new(at, at + 1), columns);
        assert_eq!(source.slice(window_of(8, 80).shown), "second 中文");
        let long =
            Source::new("b.plan", &format!("{}目标{}", "一".repeat(9000), "二".repeat(9000)));
        let at = long.text.find('目').unwrap();
        let shown = long.slice(alone(&long, Span::new(at, at + 3), 40).shown).to_owned();
        assert!(shown.contains("一目标二") && shown.chars().count() <= 20, "{shown}");
        let end = long.text.len();
        let last = long.slice(alone(&long, Span::new(end, end), 40).shown).to_owned();
        assert_eq!(last.chars().count(), 20);
    }

    #[test]
    fn places_of_one_line_are_shown_together_when_they_fit() {
        let row =
            format!("| {} | 23 | {} | 24 | {} |", "甲".repeat(60), "乙".repeat(5), "丙".repeat(60));
        let source = Source::new("a.plan", &row);
        let span = |words: &str| {
            let at = row.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let both = |columns| {
            let window = window_around(&source, span("24"), [span("23")].into_iter(), columns);
            source.slice(window.shown).to_owned()
        };
        assert!(both(40).contains("23") && both(40).contains("24"), "{}", both(40));
        assert!(!both(12).contains("23") && both(12).contains("24"), "{}", both(12));
    }

    #[test]
    fn padding_of_a_table_takes_no_room_from_the_name_of_its_row() {
        let row = format!("| 住房覆盖率{} | 23 | 24 |", " ".repeat(60));
        for (text, is_whole) in [(row.clone(), true), (format!("文{row}"), false)] {
            let source = Source::new("a.plan", &text);
            let at = text.find("24").unwrap();
            let window = window_around(&source, Span::new(at, at + 2), std::iter::empty(), 40);
            assert_eq!(source.slice(window.shown).contains("住房"), is_whole, "{text}");
            assert_eq!(window.is_squeezed, is_whole);
        }
    }
}
