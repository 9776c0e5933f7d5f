//! A day as people write it in a form.

use jiff::civil::Date;

/// What people write behind a day: 2026年12月31日前.
const BEHIND: [&str; 4] = ["之前", "前", "止", "底"];

/// The day as `2026-12-31`. A month alone is its last day, a year alone the last day of the year; `None` for other words.
pub(super) fn day(written: &str) -> Option<String> {
    let mut written = written.trim().trim_start_matches("至").trim();
    while let Some(rest) = BEHIND.iter().find_map(|behind| written.strip_suffix(behind)) {
        written = rest.trim_end();
    }
    let plain = written.replace(['年', '月', '/', '.', '．', '／'], "-").replace('日', "");
    // A workbook shows a day with its time: 2026-12-31 00:00:00.
    let plain = plain.split([' ', 'T']).next().unwrap_or_default();
    let mut parts = plain.trim_matches('-').split('-').map(str::trim);
    let (year, month, day) = (parts.next()?, parts.next(), parts.next());
    if parts.next().is_some() || year.len() != 4 {
        return None;
    }
    let number = |part: Option<&str>| part.map(str::parse::<i8>).transpose().ok();
    let month = number(month)?;
    let first = Date::new(year.parse().ok()?, month.unwrap_or(12), 1).ok()?;
    let date = match number(day)? {
        Some(day) => Date::new(first.year(), first.month(), day).ok()?,
        None => first.last_of_month(),
    };
    Some(date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for (written, expected) in [
            ("2026-12-31", Some("2026-12-31")),
            ("2026年6月5日前", Some("2026-06-05")),
            ("至 2026/6/5", Some("2026-06-05")),
            ("2026.6.5", Some("2026-06-05")),
            ("2026-12-31 00:00:00", Some("2026-12-31")),
            ("2026年2月底前", Some("2026-02-28")),
            ("2026年底", Some("2026-12-31")),
            ("2026-02-30", None),
            ("下周", None),
            ("26-1-1", None),
            ("2026-1-1-1", None),
            ("", None),
        ] {
            assert_eq!(day(written).as_deref(), expected, "{written}");
        }
    }
}
