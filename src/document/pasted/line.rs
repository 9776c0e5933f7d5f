//! The lines of pasted text and what their form says.

use crate::text::Span;

/// One line.
#[derive(Clone, Copy, Debug)]
pub struct PastedLine {
    /// Its words, trimmed, without what converters leave before them.
    pub span: Span,
    /// Its form.
    pub form: LineForm,
}

/// What the white space and the bars of a line say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineForm {
    /// Nothing but white space, and no tab.
    Blank,
    /// One cell behind a tab; a tab alone is an empty cell.
    Cell,
    /// Cells between bars.
    Bars,
    /// Cells between tabs.
    Tabs,
    /// Words.
    Plain,
}

/// The lines of a text, in order.
#[must_use]
pub fn pasted_lines(text: &str) -> Vec<PastedLine> {
    let mut start = 0;
    let line = |written: &str| {
        let span = Span::new(start, start + written.len());
        start += written.len();
        PastedLine {
            span: without_bookmarks(text, trimmed_span(text, span)),
            form: form_of_line(written),
        }
    };
    text.split_inclusive('\n').map(line).collect()
}

/// The stretch of `span` without white space at its ends; an empty one stays at its beginning.
#[must_use]
pub fn trimmed_span(text: &str, span: Span) -> Span {
    let words = span.of(text);
    // What nobody sees stands at line ends of copied text, and trims like a blank.
    let blank = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}');
    let kept = words.trim_start_matches(blank);
    if kept.is_empty() {
        return Span { start: span.start, end: span.start };
    }
    let start = span.start as usize + words.len() - kept.len();
    Span::new(start, start + kept.trim_end_matches(blank).len())
}

/// The cells of a line between `bars`, trimmed; a bar at either end begins or closes the line.
pub fn cells_of_line<'a>(
    text: &'a str,
    line: Span,
    bars: &'a [char],
) -> impl Iterator<Item = Span> + 'a {
    let words = line.of(text);
    let inner = words.strip_prefix(is_bar).unwrap_or(words);
    let start = line.start as usize + words.len() - inner.len();
    let inner = inner.strip_suffix(is_bar).unwrap_or(inner);
    let mut at = start;
    inner.split_inclusive(bars).chain(inner.ends_with(bars).then_some("")).map(move |written| {
        let bare = written.strip_suffix(bars).unwrap_or(written);
        let cell = Span::new(at, at + bare.len());
        at += written.len();
        trimmed_span(text, cell)
    })
}

/// Both widths of the bar.
pub const BARS: &[char] = &['|', '｜'];

fn is_bar(character: char) -> bool {
    BARS.contains(&character)
}

fn form_of_line(line: &str) -> LineForm {
    let line = line.trim_end_matches(['\n', '\r']);
    let words = line.trim();
    match (line.strip_prefix('\t'), words.contains('\t')) {
        // Bars before tabs, because a line with bars is blank around them in any way it likes.
        _ if words.contains(is_bar) => LineForm::Bars,
        (_, true) => LineForm::Tabs,
        (None, _) if !words.is_empty() && line.ends_with('\t') => LineForm::Tabs,
        // One tab before words makes a cell; two say that the first cell is empty.
        (Some(rest), _) if !rest.starts_with('\t') || words.is_empty() => LineForm::Cell,
        _ if words.is_empty() => LineForm::Blank,
        (Some(_), _) => LineForm::Tabs,
        _ => LineForm::Plain,
    }
}

/// `[bookmark: _Toc1]` before a heading is no word of the document.
fn without_bookmarks(text: &str, mut span: Span) -> Span {
    while span.of(text).starts_with("[bookmark:")
        && let Some(end) = span.of(text).find(']')
    {
        span = trimmed_span(text, Span::new(span.start as usize + end + 1, span.end as usize));
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_known_by_its_white_space() {
        let forms = |text| pasted_lines(text).iter().map(|line| line.form).collect::<Vec<_>>();
        assert_eq!(
            forms("一、总则\n\t序号\n\t\n \n1 | 甲\r\n甲\t乙\n\t\t5"),
            [
                LineForm::Plain,
                LineForm::Cell,
                LineForm::Cell,
                LineForm::Blank,
                LineForm::Bars,
                LineForm::Tabs,
                LineForm::Tabs
            ]
        );
    }

    #[test]
    fn cells_stand_between_bars() {
        let cut = |text: &'static str| {
            let line = trimmed_span(text, Span::new(0, text.len()));
            cells_of_line(text, line, BARS).map(|cell| cell.of(text)).collect::<Vec<_>>()
        };
        assert_eq!(cut("甲 | 1 | 预期性 |"), ["甲", "1", "预期性"]);
        assert_eq!(cut("| 甲 ｜ | 5 | |"), ["甲", "", "5", ""]);
    }

    #[test]
    fn what_a_converter_left_is_not_read() {
        let text = " [bookmark: _Toc1][bookmark: b] 一、总则\n";
        assert_eq!(pasted_lines(text)[0].span.of(text), "一、总则");
    }
}
