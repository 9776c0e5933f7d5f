//! A day as people write it in a form.

use jiff::civil::Date;

use crate::text::fold_full_width;

/// What people write behind a day: 2026年12月31日前.
const BEHIND: [&str; 4] = ["之前", "前", "止", "底"];

/// The day. A month alone is its last day, a year alone the last day of the year; `None` for other words.
pub(super) fn day_in_form(written: &str) -> Option<Date> {
    // A deadline runs to the end of what is named: 2026年6月 allows all of June, 2026年 all of the year. Taking the
    // first day would end a decision before anybody meant it to.
    let folded = fold_full_width(written);
    let plain: String = without_time(&folded).split_whitespace().collect();
    let mut plain = plain.strip_prefix('至').unwrap_or(&plain);
    while let Some(rest) = BEHIND.iter().find_map(|behind| plain.strip_suffix(behind)) {
        plain = rest;
    }
    let plain = plain.replace(['年', '月', '/', '.'], "-");
    let plain = plain.strip_suffix('日').unwrap_or(&plain).trim_end_matches('-');
    let mut parts = plain.split('-');
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    // Two digits could be a year or a day: 26-12-31 may be meant from either end. A question back costs less than a
    // decision that ends in the wrong year.
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let number = |part: Option<&str>| part.map(str::parse::<i8>).transpose().ok();
    let month = number(month)?;
    // The first of a month always exists; from it the last is asked of the calendar, which knows 二月.
    let first = Date::new(year.parse().ok()?, month.unwrap_or(12), 1).ok()?;
    match number(day)? {
        Some(day) => Date::new(first.year(), first.month(), day).ok(),
        None => Some(first.last_of_month()),
    }
}

/// A workbook shows a day with its time: 2026-12-31 00:00:00.
fn without_time(written: &str) -> &str {
    let time = |words: &str| {
        words.contains(':') && words.chars().all(|c| c.is_ascii_digit() || ":.Z".contains(c))
    };
    match written.trim().rsplit_once([' ', 'T']) {
        Some((day, behind)) if time(behind) => day,
        _ => written,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for (written, expected) in [
            ("2026-12-31", Some("2026-12-31")),
            ("2026年6月5日前", Some("2026-06-05")),
            ("2026 年 6 月 5 日", Some("2026-06-05")),
            ("２０２６年６月５日", Some("2026-06-05")),
            ("至 2026/6/5", Some("2026-06-05")),
            ("2026.6.5", Some("2026-06-05")),
            ("2026-12-31 00:00:00", Some("2026-12-31")),
            ("2026-12-31T00:00:00", Some("2026-12-31")),
            ("2026年2月底前", Some("2026-02-28")),
            ("2026年 6月底", Some("2026-06-30")),
            ("2026年底", Some("2026-12-31")),
            ("2026", Some("2026-12-31")),
            ("2026 下半年", None),
            ("2026-02-30", None),
            ("下周", None),
            ("26-1-1", None),
            ("2026-1-1-1", None),
            ("", None),
        ] {
            let day = day_in_form(written).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{written}");
        }
    }
}
