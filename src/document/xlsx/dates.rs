//! Serial numbers as dates: a day, a month or a year as the format shows it, never a quantity.

use jiff::{Span, civil::Date};

/// Which day the number 0 stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Epoch {
    /// The usual one: 1 is 1900-01-01, and there is a 1900-02-29.
    #[default]
    Year1900,
    /// That of old Macs: 0 is 1904-01-01.
    Year1904,
}

/// The last day that Excel shows, 9999-12-31.
const LAST: f64 = 2_958_466.0;

/// A day as 2025-12-31; 2025年 and 2025年12月 where the format shows no more. `None` for what no date shows.
pub(super) fn shown_date(value: f64, units: &str, epoch: Epoch) -> Option<String> {
    // Excel takes minus days for an error and shows none.
    if !(0.0..LAST).contains(&value) {
        return None;
    }
    // Seconds are rounded before days are counted: 45657.99999999 is the end of a day only by the last
    // bit.
    let seconds = (value * 86_400.0).round();
    let (day, seconds) = ((seconds / 86_400.0).floor(), seconds % 86_400.0);
    let (start, day) = match epoch {
        Epoch::Year1904 => ((1904, 1, 1), day),
        Epoch::Year1900 if day < 60.0 => ((1899, 12, 31), day),
        Epoch::Year1900 => ((1899, 12, 30), day),
    };
    let start = Date::new(start.0, start.1, start.2).ok()?;
    let date = start.checked_add(Span::new().try_days(day as i64).ok()?).ok()?;
    let (year, month, minutes) = (date.year(), date.month(), (seconds / 60.0) as u32);
    Some(match (units.contains('y'), units.contains('m'), units.contains('d')) {
        (true, false, false) => format!("{year}年"),
        (true, true, false) => format!("{year}年{month}月"),
        // A date that shows day or month alone is written whole: 12-31 would be read as a range or a
        // difference.
        _ if seconds == 0.0 && !units.contains(['h', 'n', 's']) => date.to_string(),
        _ if seconds == 0.0 && day >= 1.0 => date.to_string(),
        _ => format!("{date} {:02}:{:02}", minutes / 60, minutes % 60),
    })
}
