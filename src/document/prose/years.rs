//! The years that a sentence names, and which of them a value is of.

use crate::text::Span;

use super::{plain::Plain, said::Words};

/// A year in plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    /// Where it stands.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The last year it means.
    pub last: i32,
    /// As a plan writes it: `2025`, `“十四五”`.
    pub words: String,
}

/// The five-year plans with the last year of each.
const PLANS: [(&str, i32); 6] = [
    ("十二五", 2015),
    ("十三五", 2020),
    ("十四五", 2025),
    ("十五五", 2030),
    ("十六五", 2035),
    ("十一五", 2010),
];

/// What stands before a year that begins a clause or is led to.
const LEADING: [char; 12] = [',', ';', '。', '(', ':', '.', '、', ')', '到', '至', '争', '取'];

/// The years between `from` and `to` that values can be of: no base years and no starts.
pub fn years(plain: &Plain, from: usize, to: usize) -> Vec<Year> {
    let text = plain.get(from, to);
    let mut found = Vec::new();
    for (at, _) in text.match_indices('年') {
        let Some((mut start, end, last)) = year_before(text, at) else { continue };
        let mut words = last.to_string();
        if let Some((first, year)) = range_start(text, start) {
            (start, words) = (first, format!("{year}—{last}"));
        }
        if is_aim(text, start, end) {
            found.push(Year { start: from + start, end: from + end, last, words });
        }
    }
    for (name, last) in PLANS {
        for (at, _) in text.match_indices(name) {
            let end = at + name.len();
            let rest = text.get(end..).unwrap_or_default();
            let of_time =
                ["期间", "时期", "末", "期末", "以来"].iter().any(|word| rest.starts_with(word));
            let before = text.get(..at).unwrap_or_default();
            let led = before.is_empty() || before.ends_with(LEADING.as_slice());
            if of_time && led {
                let words = format!("“{name}”");
                found.push(Year { start: from + at, end: from + end, last, words });
            }
        }
    }
    found.sort_by_key(|year| year.start);
    found
}

/// The year whose digits end before the byte `at` of 年.
fn year_before(text: &str, at: usize) -> Option<(usize, usize, i32)> {
    let before = text.get(..at)?;
    let start = before.char_indices().rev().nth(3)?.0;
    let is_longer = before.get(..start)?.ends_with(|c: char| c.is_ascii_digit());
    let digits: Option<String> = before.get(start..)?.chars().map(digit).collect();
    let year: i32 = digits?.parse().ok()?;
    ((1990..2100).contains(&year) && !is_longer).then_some((start, at + '年'.len_utf8(), year))
}

/// The first year of `2012-2015年`, whose last one begins at `at`.
fn range_start(text: &str, at: usize) -> Option<(usize, i32)> {
    let before = text.get(..at)?;
    let joined = before.strip_suffix(['-', '~', '—', '–', '至'].as_slice())?;
    let joined = joined.strip_suffix('年').unwrap_or(joined);
    year_before(text, joined.len()).map(|(start, _, year)| (start, year))
}

/// The year that a heading names: the last of them.
pub fn of_heading(plain: &Plain) -> Option<Year> {
    let text = plain.text.as_str();
    let years = text.match_indices('年').filter_map(|(at, _)| year_before(text, at));
    let named = years.map(|(start, end, last)| Year { start, end, last, words: last.to_string() });
    let plans = PLANS.iter().filter_map(|(name, last)| {
        let start = text.find(name)?;
        Some(Year { start, end: start + name.len(), last: *last, words: format!("“{name}”") })
    });
    named.chain(plans).max_by_key(|year| year.last)
}

fn digit(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        '〇' | '○' | '零' | 'o' => Some('0'),
        _ => "一二三四五六七八九"
            .chars()
            .position(|c| c == character)
            .and_then(|at| char::from_digit(u32::try_from(at).ok()? + 1, 10)),
    }
}

/// Whether a year is one that something is to be reached in: no base (较2020年), no start (2022年起).
fn is_aim(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let behind = text.get(end..).unwrap_or_default();
    let base = before.ends_with(['较', '比', '与', '在', '由', '从', '自', '-', '—'].as_slice())
        && !before.ends_with("力争在");
    let led = before.is_empty() || before.ends_with(LEADING.as_slice());
    let begun = ["起", "开始", "以来", "以前", "基础上", "启动", "度", "版", "底前"].iter();
    led && !base && !begun.clone().any(|word| behind.starts_with(word))
}

impl Year {
    /// The year as words of a cell.
    pub fn cell(&self, plain: &Plain) -> Words {
        Words::given(&self.words, plain.span(self.start, self.end))
    }
}

/// 每年 as a cell.
pub fn yearly(span: Span) -> Words {
    Words::given("每年", span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_years_to_be_reached_count() {
        for (text, expected) in [
            ("到2025年,收入比2020年翻一番", vec!["2025"]),
            ("至二○三五年,率先实现现代化", vec!["2035"]),
            ("“十四五”期间新增学位", vec!["“十四五”"]),
            ("2022年开始全面推广", vec![]),
            ("实施十四五规划", vec![]),
        ] {
            let plain = Plain::of(text, Span::new(0, text.len()));
            let words: Vec<_> =
                years(&plain, 0, plain.text.len()).into_iter().map(|year| year.words).collect();
            assert_eq!(words, expected, "{text}");
        }
    }
}
