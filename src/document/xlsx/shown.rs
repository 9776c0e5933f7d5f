//! A cell's value as Excel shows it.

use calamine::{DataRef, ExcelDateTime};

use super::pattern::Pattern;

/// The words of `value` under the number format `code`.
pub(super) fn shown(value: &DataRef<'_>, code: Option<&str>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(words) => lines(words),
        DataRef::SharedString(words) => lines(words),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTimeIso(words) | DataRef::DurationIso(words) => words.clone(),
        DataRef::Error(error) => error.to_string(),
        DataRef::Int(value) => number(*value as f64, code),
        DataRef::Float(value) => number(*value, code),
        DataRef::DateTime(value) => date(value, code.unwrap_or_default()),
    }
}

/// Line ends of every kind become `\n`.
fn lines(words: &str) -> String {
    if words.contains('\r') {
        words.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        words.to_owned()
    }
}

fn number(value: f64, code: Option<&str>) -> String {
    let pattern = code.and_then(|code| Pattern::read(code, value < 0.0));
    pattern.and_then(|pattern| pattern.show(value)).unwrap_or_else(|| general(value))
}

/// Without a format: at most 15 digits, as many as Excel keeps, so that 0.1+0.2 is 0.3.
pub(super) fn general(value: f64) -> String {
    let kept: f64 = format!("{value:.14e}").parse().unwrap_or(value);
    // A negative zero shows no sign.
    format!("{}", kept + 0.0)
}

/// A day as 2025-12-31; 2025年 and 2025年12月 where the format shows no more.
fn date(value: &ExcelDateTime, code: &str) -> String {
    let (year, month, day, hour, minute, second, _) = value.to_ymd_hms_milli();
    let shows = |letters: [char; 2]| code.contains(letters);
    if value.is_duration() {
        return general(value.as_f64());
    }
    match (shows(['y', 'Y']) || code.contains('e'), shows(['m', 'M']), shows(['d', 'D'])) {
        (true, false, false) => format!("{year}年"),
        (true, true, false) => format!("{year}年{month}月"),
        _ if (hour, minute, second) == (0, 0, 0) => format!("{year}-{month:02}-{day:02}"),
        _ => format!("{year}-{month:02}-{day:02} {hour:02}:{minute:02}"),
    }
}
