//! Who issued a plan, when, and under which number.

use std::fmt;

use crate::text::{Span, fold_full_width};

use super::front::Front;

/// What the front of a document says of its issue.
#[derive(Clone, Debug, Default)]
pub struct Issue {
    /// 文号.
    pub number: Option<Span>,
    /// 发布机构.
    pub issuer: Option<Span>,
    /// 发布日期, and where it stands.
    pub issued: Option<(Date, Span)>,
}

/// A date; shown as plan files write it, `2023-04-10`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// The month, from 1.
    pub month: u32,
    /// The day, from 1; `None` where only the month is said.
    pub day: Option<u32>,
}

impl fmt::Display for Date {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(out, "-{day:02}"))
    }
}

/// Lines of their own and the cells of a form; a number in a sentence is another document's.
#[must_use]
pub fn find_issue(front: &Front<'_>) -> Issue {
    let lines: Vec<Span> = front.lines.iter().map(|(_, span)| *span).collect();
    let whole = |find: &dyn Fn(&str) -> bool| {
        lines.iter().chain(&front.cells).copied().find(|span| find(front.words(*span)))
    };
    let field = |words: &[&str]| {
        let named = front.cells.iter().zip(front.cells.iter().skip(1));
        let cells = named.filter(|(name, _)| {
            words.iter().any(|word| front.words(**name).replace(' ', "").contains(word))
        });
        cells.map(|(_, value)| *value).find(|value| !value.is_empty())
    };
    let dated = |span: Span| lone_date(front.words(span)).map(|date| (date, span));
    let by_field =
        field(&["发文时间", "发布日期", "成文日期", "发布时间", "印发日期"]).and_then(dated);
    Issue {
        number: whole(&is_issue_number),
        issuer: whole(&is_office).or_else(|| field(&["发布机构", "发文机关", "制发机关"])),
        // A form says what its date is; a date in a line of its own may be that of a letter above the
        // plan.
        issued: by_field.or_else(|| lines.iter().find_map(|&span| dated(span))),
    }
}

/// `湖政发〔2021〕19号`.
fn is_issue_number(words: &str) -> bool {
    let words = words.trim();
    let year =
        words.find(['〔', '[', '［', '（', '(']).zip(words.find(['〕', ']', '］', '）', ')']));
    let Some((open, close)) = year.filter(|(open, close)| open < close) else { return false };
    let year =
        words.get(open..close).unwrap_or_default().trim_start_matches(['〔', '[', '［', '（', '(']);
    let behind = words.get(close..).unwrap_or_default();
    let count = behind.trim_start_matches(['〕', ']', '］', '）', ')']).trim().strip_suffix('号');
    let digits = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    // A line with a number and more is a sentence that quotes another document:
    // 根据国发〔2021〕19号文件要求.
    digits(year) && count.is_some_and(|count| digits(count.trim())) && words.chars().count() <= 24
}

/// Whether a line is the name of an office.
#[must_use]
pub fn is_office(words: &str) -> bool {
    const ENDS: [&str; 7] =
        ["人民政府", "人民政府办公室", "人民政府办公厅", "委员会", "委员会办公室", "局", "厅"];
    let words = words.trim();
    let count = words.chars().count();
    // 各 names many offices, and so no issuer.
    let bare = !words.contains(['，', '。', '：', ':', '、', ',', '《', '；', '各']);
    (4..=24).contains(&count) && bare && ENDS.iter().any(|end| words.ends_with(end))
}

/// A date and nothing else: `2021年 12 月 1 日`, `2023-04-10`.
fn lone_date(words: &str) -> Option<Date> {
    let folded = fold_full_width(words);
    let plain: String = folded.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = plain.trim_matches(['(', ')']);
    if !bare
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '年' | '月' | '日' | '-' | '/' | '.'))
    {
        return None;
    }
    let mut numbers = bare.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    let year = numbers.next().filter(|run| run.len() == 4)?.parse().ok()?;
    let month = numbers.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
    let day = numbers.next().map(|day| day.parse().ok().filter(|day| (1..=31).contains(day)));
    let date = Date { year, month, day: day.unwrap_or(None) };
    // The founding of the state; years before it are none of its documents.
    ((1949..2200).contains(&year) && numbers.next().is_none()).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_offices_and_dates_stand_alone() {
        assert!(is_issue_number("湖政发〔2021〕19号"));
        assert!(is_issue_number("甲发改 [2021] 3号"));
        assert!(!is_issue_number("根据国发〔2021〕19号文件要求"));
        assert!(is_office("甲县人民政府办公室"));
        assert!(!is_office("各县（区）人民政府"));
        let told = |words| lone_date(words).map(|date| date.to_string());
        assert_eq!(told("2021年 12 月 1 日").as_deref(), Some("2021-12-01"));
        assert_eq!(told("2023-04-10").as_deref(), Some("2023-04-10"));
        assert_eq!(told("2026年4月").as_deref(), Some("2026-04"));
        assert_eq!(told("2021年12月1日印发"), None);
        assert_eq!(told("2021—2025年"), None);
    }
}
