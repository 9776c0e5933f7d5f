//! The years of a plan and the year it looks out to, from its title and its sentences.

use crate::{
    document::{About, Years},
    syntax::PlanKind,
    text::{Span, fold_full_width},
};

use super::{front::Front, issue::Date, title::Title};

/// How many years ahead a plan aims at most; what lies behind is an outlook.
// A choice that holds a five-year plan issued in the year before it begins; 2035 is an outlook of all of
// them.
const LONGEST: i32 = 6;

/// A line of nothing but years has no more characters.
const LONGEST_YEARS: usize = 15;

/// A line with more characters is no heading.
const LONGEST_HEADING: usize = 60;

/// The years, and where they are said; those of the command line stand nowhere.
#[must_use]
pub fn find_period(
    front: &Front<'_>,
    title: Option<&Title>,
    about: &About,
    (kind, issued): (Option<PlanKind>, Option<&(Date, Span)>),
) -> Option<(Years, Option<Span>)> {
    let said = |words: &str| Years::of_title(words).or_else(|| Years::of(words));
    if let Some(years) = about.period.as_deref().and_then(said) {
        return Some((years, None));
    }
    let titled = title.and_then(|title| Some((Years::of_title(&title.words)?, Some(title.span))));
    let named =
        // From the words that nobody doubts to those that take some reading: the title, a line below it,
        // a sentence, what the plan says of its own years. Only without any is the day of issue its first
        // year.
        titled.or_else(|| years_below_title(front)).or_else(|| stated_years(front)).or_else(|| spelled(front));
    match kind {
        Some(PlanKind::Annual) => named.or_else(|| annual(front)),
        _ => named.or_else(|| {
            let issued = issued?.0.year;
            title
                .and_then(|title| years_until_title_year(title, issued))
                .or_else(|| years_until_aim(front, issued))
        }),
    }
}

/// The year of a report: that of the day it was given on, else the last that a heading names.
fn annual(front: &Front<'_>) -> Option<(Years, Option<Span>)> {
    let short = |span: &Span| front.words(*span).chars().count() <= LONGEST_HEADING;
    let one = |span: Span| Some((Years::last(front.words(span))?, Some(span)));
    // A day has its month, and often stands in brackets.
    // The name of a congress has no date, and 2025年工作回顾 no month.
    let dated = |span: &Span| front.words(*span).contains(['月', '（', '(']);
    let lines = || front.lines.iter().map(|(_, span)| *span).filter(short);
    let given = lines().filter(dated).find_map(one);
    let headed = || {
        front.all.iter().copied().filter(short).filter_map(one).max_by_key(|(years, _)| years.end)
    };
    given.or_else(headed)
}

/// `（2021—2025年）` in a line of its own below the title.
fn years_below_title(front: &Front<'_>) -> Option<(Years, Option<Span>)> {
    let lines = front.lines.iter().map(|(_, span)| *span);
    let mut short = lines.filter(|span| front.words(*span).chars().count() <= LONGEST_YEARS);
    short.find_map(|span| {
        let years = Years::of_title(front.words(span)).filter(|years| years.start < years.end)?;
        Some((years, Some(span)))
    })
}

/// `规划期限为2021—2025年`.
fn stated_years(front: &Front<'_>) -> Option<(Years, Option<Span>)> {
    const WORDS: [&str; 6] = ["规划期", "规划期限", "实施期限", "方案期限", "实施周期", "行动期限"];
    front.all.iter().find_map(|span| {
        let line = front.words(*span);
        let at = WORDS.iter().filter_map(|word| line.find(word)).min()?;
        let rest = line.get(at..)?;
        let sentence = rest.split(['。', '；', '\n']).next()?;
        let years = Years::of(sentence).filter(|years| years.start < years.end)?;
        Some((years, Some(front.span_of(sentence))))
    })
}

/// `本纲要是“十五五”时期（2026—2030年）……的行动纲领`: a document says what it is a plan of.
pub fn spelled(front: &Front<'_>) -> Option<(Years, Option<Span>)> {
    /// Characters of the name of a time: 我市“十五五”时期（.
    const LONGEST_TIME: usize = 16;
    const PLANS: [&str; 4] = ["规划", "纲要", "计划", "方案"];
    front.all.iter().flat_map(|span| front.words(*span).split(['。', '\n'])).find_map(|sentence| {
        let opens = ["期间（", "时期（", "期间(", "时期("].iter();
        let at = opens.filter_map(|open| Some(sentence.find(open)? + open.len())).min()?;
        let (before, rest) = sentence.split_at_checked(at)?;
        let printed = rest.split(['）', ')']).next()?;
        let years = Years::of(printed).filter(|years| years.start < years.end)?;
        // What such years are named in passing says nothing of the document.
        let is_plan = |words: &str| PLANS.iter().any(|plan| words.contains(plan));
        let is_own = before.rsplit_once('是').is_some_and(|(subject, time)| {
            let is_named = PLANS.iter().any(|plan| subject.ends_with(plan));
            let goes_on = subject.ends_with('，') && is_plan(subject);
            (is_named || goes_on) && time.chars().count() <= LONGEST_TIME
        });
        is_own.then(|| (years, Some(front.span_of(printed))))
    })
}

/// From the year of issue to the one by which the title says that all is done: `2030年前碳达峰实施方案`. Years before that one
/// are steps on the way.
fn years_until_title_year(title: &Title, issued: i32) -> Option<(Years, Option<Span>)> {
    let end =
        // A choice: nothing is planned for thirty years, and a number that far off is no year.
        Years::aimed_at(&title.words).filter(|end| (issued + 1..issued + 30).contains(end))?;
    Some((Years { start: issued, end }, Some(title.span)))
}

/// From the year of issue to the last year that the text aims at: `到2027年`.
fn years_until_aim(front: &Front<'_>, issued: i32) -> Option<(Years, Option<Span>)> {
    // What the text aims at further off is an outlook.
    let near = |&(year, _): &(i32, Span)| (issued + 1..=issued + LONGEST).contains(&year);
    let last = aims(front)
        .into_iter()
        .filter(near)
        // The first place where the last year is named.
        .reduce(|last, next| if next.0 > last.0 { next } else { last });
    last.map(|(end, span)| (Years { start: issued, end }, Some(span)))
}

/// The year a plan of several years looks out to behind its own: `展望至2035年`.
#[must_use]
pub fn outlook(front: &Front<'_>, title: Option<&Title>, period: Years) -> Option<(i32, Span)> {
    let end = period.end;
    let titled = title.filter(|title| title.words.contains("远景")).and_then(|title| {
        let words = year_numerals_as_digits(&title.words);
        let year =
            words.split(|c: char| !c.is_ascii_digit()).rev().find_map(|run| run.parse().ok())?;
        Some((year, title.span))
    });
    titled
        .into_iter()
        .chain(aims(front))
        // A title may say another year than its last, and a sentence one inside the period.
        .find(|(year, _)| (2000..2100).contains(year) && *year > end)
}

/// Every year that the text aims at, with its words: `到2025年`, `展望至2035年`, `至二〇三五年`.
fn aims(front: &Front<'_>) -> Vec<(i32, Span)> {
    let lines = front.all.iter().map(|span| front.words(*span));
    let found = lines.flat_map(|line| {
        let marks = line.match_indices(['到', '至', '望']);
        marks.filter_map(move |(at, mark)| {
            let rest = line.get(at + mark.len()..)?;
            // Twelve bytes hold four Chinese numerals: further off, 年 belongs to another word.
            let end = rest.find('年').filter(|end| *end <= 12)?;
            let year = year_numerals_as_digits(rest.get(..end)?);
            let year = (year.len() == 4).then(|| year.parse().ok())??;
            Some((year, line.get(at..at + mark.len() + end + '年'.len_utf8())?))
        })
    });
    found.map(|(year, words)| (year, front.span_of(words))).collect()
}

/// Words with the numerals of years as digits: `二〇三五` is `2035`.
fn year_numerals_as_digits(words: &str) -> String {
    const NUMERALS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digit = |c: char| match c {
        '○' | '零' | 'О' => '0',
        _ => {
            let at = NUMERALS.iter().position(|&numeral| numeral == c);
            at.and_then(|at| char::from_digit(u32::try_from(at).ok()?, 10)).unwrap_or(c)
        }
    };
    fold_full_width(words.trim()).chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_of_years_are_digits() {
        assert_eq!(year_numerals_as_digits("二〇三五"), "2035");
        assert_eq!(year_numerals_as_digits("２０２５"), "2025");
    }
}
