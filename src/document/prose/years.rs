//! The years that a sentence names, and which of them a value is of.

use crate::text::Span;

use super::{
    lexicon::{NAMED_AFTER, holds},
    plain::Plain,
    statement::CellWords,
};

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
// The order is of no account: 十五 stands in 十五五, but there no word of time follows it directly.
const PLANS: [(&str, i32); 8] = [
    ("十二五", 2015),
    ("十三五", 2020),
    ("十四五", 2025),
    ("十五五", 2030),
    ("十六五", 2035),
    ("十一五", 2010),
    ("十五", 2005),
    ("九五", 2000),
];

/// What stands before a year that begins a clause or is led to.
// 到 and 至 lead to a year, 争 and 取 end 力争 and 争取. Behind other words a year is part of what is
// told: 完成2025年任务.
const LEADING: [char; 12] = [',', ';', '。', '(', ':', '.', '、', ')', '到', '至', '争', '取'];

/// The first and last year of a document; one year twice for a report.
pub type DocumentPeriod = Option<(i32, i32)>;

/// Words for the year of a report, those beside it and those behind it.
const RELATIVE: [&str; 7] = ["今年", "本年度", "明年", "今后五年", "未来五年", "今后5年", "去年"];

/// What behind 今年 makes it a stretch of time that is over.
const OVER: [&str; 7] = ["以来", "上半年", "年初", "初", "一季度", "前三季度", "1-"];

/// The years between `from` and `to` that values can be of: no base years and no starts.
pub fn years_between(plain: &Plain, from: usize, to: usize, period: DocumentPeriod) -> Vec<Year> {
    let text = plain.get(from, to);
    let mut found = relative(text, period);
    for year in &mut found {
        (year.start, year.end) = (year.start + from, year.end + from);
    }
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

/// The years that 今年, 去年, 明年 and 今后五年 mean in a report, which is of one year.
fn relative(text: &str, period: DocumentPeriod) -> Vec<Year> {
    // In a plan of several years 今年 is the year in which somebody wrote it, which the text need not
    // say.
    let Some((own, _)) = period.filter(|(first, last)| first == last) else { return Vec::new() };
    let words = RELATIVE.iter().flat_map(|word| text.match_indices(word));
    let year = |(start, word): (usize, &str)| {
        let end = start + word.len();
        let before = text.get(..start)?;
        let is_base = match word {
            // 去年 is a year only where a clause begins with it; elsewhere it is what something is held
            // against: 好于去年.
            "去年" => !(before.is_empty() || before.ends_with([',', ';'])),
            _ => before.ends_with(['比', '较', '与']),
        };
        let behind = text.get(end..)?;
        let is_over = is_over(behind);
        let (last, words) = match word {
            "明年" => (own + 1, (own + 1).to_string()),
            "去年" => (own - 1, (own - 1).to_string()),
            "今年" | "本年度" => (own, own.to_string()),
            // The five years behind a report that opens a plan are those of the plan.
            _ => (own + 4, format!("{own}—{}", own + 4)),
        };
        (!is_base && !is_over).then_some(Year { start, end, last, words })
    };
    words.filter_map(year).collect()
}

/// Whether what stands behind 今年 makes it a stretch of time that is over: 今年以来, 今年上半年.
pub fn is_over(behind: &str) -> bool {
    OVER.iter().any(|over| behind.starts_with(over))
}

/// Words that stand before the year of an opening sentence: 做好今年工作.
const BEFORE: [&str; 5] = ["做好", "实现", "完成", "抓好", "为实现"];

/// The year that an opening sentence is about: 今年是…, 2026年是…, “十五五”时期是…; with `aims`, the offset of the words that
/// lead targets, also the last that is named before them.
pub fn opening_year(
    plain: &Plain,
    (from, to): (usize, usize),
    aims: Option<usize>,
    period: DocumentPeriod,
) -> Option<Year> {
    let text = plain.get(from, to);
    // What was last year or will be next year opens no part of a report of this one.
    let mut own = relative(text, period);
    own.retain(|year| period.is_none_or(|(_, last)| (year.last - last).abs() != 1));
    let skipped = BEFORE.iter().find(|word| text.starts_with(**word)).map_or(0, |word| word.len());
    let first = own.into_iter().find(|year| year.start <= skipped).or_else(|| {
        let year = years_named(text).into_iter().find(|year| year.start <= skipped)?;
        let behind = text.get(year.end..)?;
        let behind = behind.strip_prefix("时期").or(behind.strip_prefix("期间")).unwrap_or(behind);
        (behind.starts_with('是') || behind.starts_with(",是")).then_some(year)
    });
    let first = first.map(|year| Year { start: year.start + from, end: year.end + from, ..year });
    first.or_else(|| years_between(plain, from, from + aims?, period).pop())
}

/// The years and five-year plans that words name, wherever they stand.
fn years_named(text: &str) -> Vec<Year> {
    let years = text.match_indices('年').filter_map(|(at, _)| year_before(text, at));
    let named = years.map(|(start, end, last)| Year { start, end, last, words: last.to_string() });
    let plans = PLANS.iter().flat_map(|(name, last)| {
        let year = move |start: usize| Year {
            start,
            end: start + name.len(),
            last: *last,
            words: format!("“{name}”"),
        };
        text.match_indices(*name).map(move |(start, _)| year(start))
    });
    // 十五 is a number more often than a plan: （十五）, 十五分钟; and it stands in 十五五.
    let is_number = |year: &Year| {
        let short =
            year.end - year.start < "十四五".len() && !year.words.starts_with(char::is_numeric);
        let behind = text.get(year.end..).unwrap_or_default();
        short
            && !["时期", "期间", "计划", "规划", "期末"].iter().any(|word| behind.starts_with(word))
    };
    named.chain(plans).filter(|year| !is_number(year)).collect()
}

/// The year that the words between `start` and `end` are.
pub fn year_of_words(plain: &Plain, start: usize, end: usize) -> Option<Year> {
    let words = plain.get(start, end);
    let (_, _, last) = year_before(words, words.rfind('年')?)?;
    Some(Year { start, end, last, words: last.to_string() })
}

/// The year whose digits end before the byte `at` of 年.
pub(super) fn year_before(text: &str, at: usize) -> Option<(usize, usize, i32)> {
    let before = text.get(..at)?;
    // Four digits and no fifth before them. The bounds are choices: plans speak of no year before the
    // ninetieth, and four digits outside are numbers.
    let start = before.char_indices().rev().nth(3)?.0;
    let is_longer = before.get(..start)?.ends_with(|c: char| c.is_ascii_digit());
    let digits: Option<String> = before.get(start..)?.chars().map(digit_of_numeral).collect();
    let year: i32 = digits?.parse().ok()?;
    ((1990..2100).contains(&year) && !is_longer).then_some((start, at + '年'.len_utf8(), year))
}

/// The first year of `2012-2015年`, whose last one begins at `at`.
pub(super) fn range_start(text: &str, at: usize) -> Option<(usize, i32)> {
    let before = text.get(..at)?;
    let joined = before.strip_suffix(['-', '~', '—', '–', '至'].as_slice())?;
    let joined = joined.strip_suffix('年').unwrap_or(joined);
    year_before(text, joined.len()).map(|(start, _, year)| (start, year))
}

/// The year that a heading names, left out where it is part of another name, as in “十五五”良好开局; `None` where a heading
/// names two parts of a document, each with its own year.
pub fn of_heading(plain: &Plain) -> Option<Year> {
    let text = plain.text.as_str();
    let is_time = |year: &Year| {
        let behind = text.get(year.end..).unwrap_or_default();
        NAMED_AFTER.begins(behind.strip_prefix("时期").unwrap_or(behind)).is_none()
    };
    let mut named = years_named(text);
    named.retain(is_time);
    named.sort_by_key(|year| year.start);
    let (first, last) = (named.first()?, named.last()?);
    let between = text.get(first.end..last.start).unwrap_or_default();
    // 2024—2026年 is one time, which ends with its last year; what 和 or 、 joins are the parts of a
    // document.
    let is_one = first.last == last.last || !between.contains(['和', '及', '与', '、']);
    is_one.then(|| named.iter().max_by_key(|year| year.last).cloned())?
}

/// The one year that a paragraph aims at: 到2015年. Where it names several, each sentence has its own.
pub fn year_aimed_at(plain: &Plain) -> Option<Year> {
    let mut named = years_between(plain, 0, plain.text.len(), None);
    // What others aim at, or what is only expected, is no goal of this document.
    let words = plain.text.as_str();
    if words.contains('《') || holds(words, &["仍未", "预计", "预测"]) {
        return None;
    }
    // A year that only stands in a paragraph (2024年以来) is not what it aims at.
    named.retain(|year| plain.get(0, year.start).ends_with(['到', '至']));
    let first = named.first()?;
    named.iter().all(|year| year.last == first.last).then(|| first.clone())
}

pub(super) fn digit_of_numeral(character: char) -> Option<char> {
    match character {
        '0'..='9' => Some(character),
        // 二OO五年 is typed with letters, which plain text has made small.
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
    // 较, 比 and 与 make a base of the year, 从 and 自 a start, and a stroke before it the end of a range
    // that is read from its start.
    let base = before.ends_with(['较', '比', '与', '在', '由', '从', '自', '-', '—'].as_slice())
        && !before.ends_with("力争在");
    let led = before.is_empty() || before.ends_with(LEADING.as_slice());
    let begun = ["起", "开始", "以来", "以前", "基础上", "启动", "度", "版"].iter();
    led && !base && !begun.clone().any(|word| behind.starts_with(word))
}

impl Year {
    /// The year as words of a cell.
    pub fn cell(&self, plain: &Plain) -> CellWords {
        CellWords::given(&self.words, plain.span(self.start, self.end))
    }
}

/// 每年 as a cell.
pub fn yearly(span: Span) -> CellWords {
    CellWords::given("每年", span)
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
            let words: Vec<_> = years_between(&plain, 0, plain.text.len(), None)
                .into_iter()
                .map(|year| year.words)
                .collect();
            assert_eq!(words, expected, "{text}");
        }
    }

    #[test]
    fn a_report_knows_this_year_and_the_five_behind_it() {
        for (text, expected) in [
            ("今年,新增就业", vec!["2026"]),
            ("明年建成", vec!["2027"]),
            ("去年增长5%,今年增长6%", vec!["2025", "2026"]),
            ("工作好于去年", vec![]),
            ("今后五年,收入翻番", vec!["2026—2030"]),
            ("今年以来新增就业", vec![]),
            ("比今年增加", vec![]),
        ] {
            let plain = Plain::of(text, Span::new(0, text.len()));
            let found = years_between(&plain, 0, plain.text.len(), Some((2026, 2026)));
            let words: Vec<_> = found.into_iter().map(|year| year.words).collect();
            assert_eq!(words, expected, "{text}");
            let plan = years_between(&plain, 0, plain.text.len(), Some((2026, 2030)));
            assert!(plan.is_empty(), "{text}: a plan of several years has no this year");
        }
    }

    #[test]
    fn a_five_year_plan_in_another_name_is_no_time() {
        for (heading, expected) in [
            ("三、全力实现“十五五”良好开局", None),
            ("二、“十五五”时期主要目标", Some(2030)),
            ("三、2026年重点工作", Some(2026)),
            ("关于“十四五”规划", None),
            ("二、“十五五”目标任务和2026年工作安排", None),
            ("（十五）新型城镇化", None),
            ("一、打造十五分钟生活圈", None),
            ("二、“十五”时期主要目标", Some(2005)),
        ] {
            let plain = Plain::of(heading, Span::new(0, heading.len()));
            assert_eq!(of_heading(&plain).map(|year| year.last), expected, "{heading}");
        }
    }
}
