//! Lines that a printed page has broken: where the text goes on in the next line.

use crate::{document::headings::opens_part, text::Span};

use super::line::{Form, Line};

/// Characters of a line that is no cell of a table.
const LONG: usize = 10;

/// Characters a line must have to be more than a short note.
const SHORTEST: usize = 4;

/// Whether the lines of a text are those of printed pages: somewhere a number is torn, or lines end where no sentence does.
#[must_use]
pub fn is_wrapped(text: &str, lines: &[Line]) -> bool {
    let pairs = lines.iter().zip(lines.iter().skip(1));
    let running = pairs.filter(|(one, next)| {
        one.form == Form::Plain && next.form == Form::Plain && !one.span.is_empty()
    });
    let (mut torn, mut open) = (0_usize, 0_usize);
    for (one, next) in running {
        let (one, next) = (one.span.of(text), next.span.of(text));
        let is_pause = |c: char| matches!(c, '，' | '、');
        torn += usize::from(is_torn(one, next));
        open += usize::from(one.ends_with(is_pause) || next.starts_with(is_pause));
    }
    torn > 0 || open > 1
}

/// Whether a number stands on both sides of a line end: `达到3.` and `7%`.
fn is_torn(one: &str, next: &str) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let ends = one.trim_end_matches('.').ends_with(is_digit);
    let behind = next.trim_start_matches(is_digit);
    let digits = next.len() - behind.len();
    // Four digits and 年 are a whole year, as in a date below a telephone number.
    let goes_on = behind.starts_with(['%', '％', '‰'])
        || (1..4).contains(&digits) && behind.starts_with(['万', '亿', '个', '年']);
    ends && goes_on && one.chars().count() >= LONG
}

/// Whether a paragraph of a wrapped text goes on in the line behind it, which follows without a blank one.
#[must_use]
pub fn goes_on(text: &str, paragraph: Span, line: Span) -> bool {
    let between = text.get(paragraph.end as usize..line.start as usize).unwrap_or_default();
    let last = paragraph.of(text).rsplit('\n').next().unwrap_or_default().trim();
    let ended = last.ends_with(['。', '；', '！', '？', '：', ':', ';', '!', '?', '”', '》', '）'])
        || last.strip_suffix('.').is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_digit()));
    between.matches('\n').count() == 1
        && between.trim().is_empty()
        && !ended
        && last.chars().count() >= SHORTEST
        && !begins_anew(last, line.of(text))
        && !opens_part(last)
}

/// Characters of a unit with the word behind it: 平方公里, 岁以上.
const UNIT: usize = 5;

/// Whether a line that begins with words stands behind one that ends with a number: no number is torn there. A unit is short.
fn begins_anew(last: &str, next: &str) -> bool {
    let ends = last.ends_with(|c: char| c.is_ascii_digit());
    ends && next.chars().take_while(|c| c.is_alphabetic()).count() > UNIT
}

/// Words that stand on two lines, as one line has them: nothing between two digits or Chinese characters, a blank beside Latin
/// words. (The lines of a cell are joined by another rule: two numbers of one cell are two.)
#[must_use]
pub fn unwrapped(words: &str) -> String {
    let mut whole = String::with_capacity(words.len());
    for line in words.split('\n').map(str::trim) {
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_graphic());
        let (last, first) = (whole.chars().next_back(), line.chars().next());
        if letter(last) && latin(first) || latin(last) && letter(first) {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::pasted::line::lines;

    #[test]
    fn a_torn_number_or_two_open_lines_show_a_printed_page() {
        for (text, expected) in [
            ("研发投入占比达到3.\n7%，人均收入提高", true),
            ("全县空气优良率达到9\n0%以上", true),
            ("到2025年，收入提高，\n就业扩大，人口\n、企业增加", true),
            ("第一行没有句号\n第二行也没有", false),
            ("2025\n2030\n12%", false),
            ("联系电话：0572-1234567\n2026年3月1日", false),
            ("收入提高。\n就业扩大。", false),
        ] {
            assert_eq!(is_wrapped(text, &lines(text)), expected, "{text}");
        }
    }

    #[test]
    fn lines_are_joined_as_they_were() {
        assert_eq!(unwrapped("达到9\n0%以上"), "达到90%以上");
        assert_eq!(unwrapped("常住人口\n  城镇化率"), "常住人口城镇化率");
        assert_eq!(unwrapped("housing\ncoverage"), "housing coverage");
        assert_eq!(unwrapped("by 2030,\nhousing to\n25%"), "by 2030, housing to 25%");
    }
}
