//! Lines that a printed page has broken: where the text goes on in the next line.

use crate::{
    document::headings::opens_part,
    text::{Span, display_width_cjk},
};

use super::line::{LineForm, PastedLine};

/// Characters of a line that is no cell of a table.
// Choices: a short line that ends with a number is a cell or an item, and shorter ones a note of the
// page.
const LONG: usize = 10;

/// Characters a line must have to be more than a short note.
const SHORTEST: usize = 4;

/// The lines of a text as printed pages break them.
#[derive(Clone, Copy, Debug)]
pub struct WrappedPage {
    /// What a full line takes; 0 where no three lines are about as long.
    full: usize,
}

impl WrappedPage {
    /// The page that the lines of a text stand on: somewhere a number is torn, or lines end where no sentence does. `None`
    /// where each line is one of its own.
    #[must_use]
    pub fn of(text: &str, lines: &[PastedLine]) -> Option<Self> {
        let page = Self { full: full_line(text, lines) };
        let pairs = lines.iter().zip(lines.iter().skip(1));
        let running = pairs.filter(|(one, next)| {
            one.form == LineForm::Plain && next.form == LineForm::Plain && !one.span.is_empty()
        });
        let (mut torn, mut open) = (0_usize, 0_usize);
        for (one, next) in running {
            let (one, next) = (one.span.of(text), next.span.of(text));
            // A line that ends with ， or begins with one is no line of its own. One alone may be an
            // accident, two are a page.
            let is_pause = |c: char| matches!(c, '，' | '、');
            torn += usize::from(one.chars().count() >= LONG && page.tears(one, next));
            open += usize::from(one.ends_with(is_pause) || next.starts_with(is_pause));
        }
        (torn > 0 || open > 1).then_some(page)
    }

    /// Whether one number stands on both sides of a line end: `达到3.` and `7%`. Two lines that end and begin with a number of
    /// their own look the same, so the line must be full, or the rest of a share must follow that makes one.
    fn tears(self, one: &str, next: &str) -> bool {
        let ended = one.strip_suffix('.').unwrap_or(one);
        let (_, before) = ended.split_at(ended.trim_end_matches(DIGIT).len());
        let behind = next.trim_start_matches(DIGIT);
        let (after, _) = next.split_at(next.len() - behind.len());
        if before.is_empty() || after.is_empty() {
            return false;
        }
        // Four digits and 年 are a whole year, as in a date below a telephone number.
        // 1250 and 0个 are one number; 100 and 50个 look the same, so the line must be full as well.
        let goes_on = behind.starts_with(RATES) || after.len() < 4 && behind.starts_with(COUNTED);
        if ended.len() < one.len() {
            return goes_on;
        }
        let rest = behind.strip_prefix('.').map_or(behind, |rest| rest.trim_start_matches(DIGIT));
        // Below a hundred and closed: 9 and 0%以上 are 90%以上, while 48 and 50% of something are two
        // shares.
        let whole = format!("{before}{after}").parse().is_ok_and(|share: u32| share <= 100);
        let is_share = rest.strip_prefix(RATES).is_some_and(closes);
        is_share && whole && !before.starts_with('0') || goes_on && self.is_full(one)
    }

    fn is_full(self, line: &str) -> bool {
        self.full > 0 && display_width_cjk(line) + SPARE >= self.full
    }
}

/// What a page leaves blank at the end of a full line: a sign that may not begin the next one, and the one before it.
const SPARE: usize = 4;

/// No page has narrower lines: 15 Chinese characters.
const NARROWEST: usize = 30;

const DIGIT: fn(char) -> bool = |c| c.is_ascii_digit();

const RATES: [char; 3] = ['%', '％', '‰'];

/// What follows a number that is counted.
const COUNTED: [char; 4] = ['万', '亿', '个', '年'];

/// Whether the words behind a share close it, so that it is the value of what stands before and not of what follows.
fn closes(behind: &str) -> bool {
    let bounds = ["以上", "以下", "以内", "左右"];
    let bare = bounds.iter().find_map(|bound| behind.strip_prefix(bound)).unwrap_or(behind);
    bare.is_empty() || bare.starts_with(['，', '。', '；', '、', ',', ';', '）', ')', '\n'])
}

/// The length that the longest three lines with words of a text share.
fn full_line(text: &str, lines: &[PastedLine]) -> usize {
    let plain = lines.iter().filter(|line| line.form == LineForm::Plain);
    let mut widths: Vec<usize> = plain.map(|line| display_width_cjk(line.span.of(text))).collect();
    widths.sort_unstable_by(|one, other| other.cmp(one));
    // Three, because a single long line may be a table's or an address; the page shows where lines end
    // alike.
    let alike = widths.windows(3).find(|three| match three {
        [longest, .., shortest] => longest - shortest <= SPARE && *shortest >= NARROWEST,
        _ => false,
    });
    alike.and_then(|three| three.first()).copied().unwrap_or(0)
}

/// Whether a paragraph of a wrapped text goes on in the line behind it, which follows without a blank one.
#[must_use]
pub fn continues_in_next_line(text: &str, page: WrappedPage, paragraph: Span, line: Span) -> bool {
    let between = text.get(paragraph.end as usize..line.start as usize).unwrap_or_default();
    let last = paragraph.of(text).rsplit('\n').next().unwrap_or_default().trim();
    let ended = last.ends_with(['。', '；', '！', '？', '：', ':', ';', '!', '?', '”', '》', '）'])
        || last.strip_suffix('.').is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_digit()));
    between.matches('\n').count() == 1
        && between.trim().is_empty()
        && !ended
        && last.chars().count() >= SHORTEST
        && !begins_anew(last, line.of(text))
        // Two lines that end and begin with numbers stay apart unless the page tears one there.
        && (!is_between_numbers(last, line.of(text)) || page.tears(last, line.of(text)))
        // A heading has no stop, and the text below it must not become a part of it.
        && !opens_part(last)
}

/// Characters of a unit with the word behind it: 平方公里, 岁以上.
const UNIT: usize = 5;

/// Whether a line that begins with words stands behind one that ends with a number: no number is torn there. A unit is short.
fn begins_anew(last: &str, next: &str) -> bool {
    let ends = last.ends_with(|c: char| c.is_ascii_digit());
    ends && next.chars().take_while(|c| c.is_alphabetic()).count() > UNIT
}

/// Whether digits stand on both sides of a line end: they are one number only where it is torn there.
fn is_between_numbers(last: &str, next: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit();
    last.trim_end_matches('.').ends_with(digit) && next.starts_with(digit)
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
        // A blank only beside Latin words; between a Chinese character and a digit the page has added
        // nothing.
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
    use crate::document::pasted::line::pasted_lines;

    #[test]
    fn a_torn_number_or_two_open_lines_show_a_printed_page() {
        for (text, expected) in [
            ("研发投入占比达到3.\n7%，人均收入提高", true),
            ("全县空气优良率达到9\n0%以上", true),
            ("到2025年，收入提高，\n就业扩大，人口\n、企业增加", true),
            ("全县新建幼儿园目标为100\n50个行政村通公交", false),
            ("全县新建幼儿园目标为100\n50%以上的村通公交", false),
            ("全县城镇化率的目标为48\n50%，比上年有所提高", false),
            ("第一行没有句号\n第二行也没有", false),
            ("2025\n2030\n12%", false),
            ("联系电话：0572-1234567\n2026年3月1日", false),
            ("收入提高。\n就业扩大。", false),
        ] {
            assert_eq!(WrappedPage::of(text, &pasted_lines(text)).is_some(), expected, "{text}");
        }
    }

    #[test]
    fn two_numbers_at_a_line_end_are_one_only_on_a_full_line() {
        let joined = |text: &str| {
            let lines = pasted_lines(text);
            let page = WrappedPage::of(text, &lines);
            let pairs = lines.iter().zip(lines.iter().skip(1));
            let torn = pairs.filter(|(one, next)| {
                page.is_some_and(|page| continues_in_next_line(text, page, one.span, next.span))
            });
            torn.map(|(one, _)| one.span.of(text).to_owned()).collect::<Vec<_>>()
        };
        let page = "到2030年，全县公办幼儿园的数量，民办幼\n儿园的数量，以及托育服务机构的数量都有\n所增加，其中公办幼儿园的数量达到1250\n0个，民办幼儿园达到120个。";
        assert_eq!(joined(page).len(), 3);
        // One line that is torn does not make one number of two that stand in short lines.
        let items = "全县空气优良率达到9\n0%以上\n全县公办幼儿园目标为100\n50个行政村通公交";
        assert_eq!(joined(items), ["全县空气优良率达到9", "0%以上"]);
        assert_eq!(
            joined("全县公办幼儿园，\n民办幼儿园，\n目标合计为100\n50个村"),
            ["全县公办幼儿园，", "民办幼儿园，"]
        );
    }

    #[test]
    fn lines_are_joined_as_they_were() {
        assert_eq!(unwrapped("达到9\n0%以上"), "达到90%以上");
        assert_eq!(unwrapped("常住人口\n  城镇化率"), "常住人口城镇化率");
        assert_eq!(unwrapped("housing\ncoverage"), "housing coverage");
        assert_eq!(unwrapped("by 2030,\nhousing to\n25%"), "by 2030, housing to 25%");
    }
}
