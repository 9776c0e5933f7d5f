//! English numerals: one hundred and twenty-five, two and a half million.

use super::words::{WordCursor, is_one};

const SMALL: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const TEENS: [&str; 10] = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
pub(super) const POWERS: [&str; 6] =
    ["dozen", "hundred", "thousand", "million", "billion", "trillion"];
/// Units behind a numeral that make it a quantity.
const UNITS: [&str; 18] = [
    "percent", "per cent", "hectare", "acre", "kilomet", "mile", "metre", "meter", "tonne",
    "megawatt", "gigawatt", "square ", "cubic ", "kg", "km", "MW", "GW", "%",
];
/// Words behind a small numeral that make it a count: `five new schools`.
// Small numerals are part of all English prose, two of these, five years ago; they count only before what is added
// or measured.
const ADDED: [&str; 4] = ["new", "more", "additional", "further"];
/// Spans of time: how long something takes is no target.
const SPANS: [&str; 12] = [
    "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute",
    "minutes",
];

/// A numeral.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted<'a> {
    /// What stands behind it.
    pub end: WordCursor<'a>,
    /// Whether it is one, and nothing more.
    pub is_one: bool,
    /// Whether it is below ten.
    is_small: bool,
    /// Whether it holds a power of ten or a part of one.
    has_power: bool,
}

impl Counted<'_> {
    /// Whether the numeral from `start` on says how many or how much.
    pub(super) fn is_value(&self, start: WordCursor<'_>) -> bool {
        let behind = self.end.rest();
        let unit = behind.trim_start_matches([' ', '\u{a0}', '-']);
        let measured = UNITS.iter().any(|one| unit.starts_with(one))
            || self.end.gap().is_some_and(|next| next.phrase("percentage point").is_some())
            || self.end.gap().is_some_and(|next| next.phrase("percentage points").is_some());
        let next = self.end.next();
        let counts = behind.starts_with([' ', '\u{a0}', '\n'])
            && next.starts_with(|c: char| c.is_ascii_lowercase())
            && match self.is_small {
                // one more is said of anything.
                true => !self.is_one && is_one(&ADDED, next),
                false => !is_one(&SPANS, next),
            };
        // Behind a hyphen it is the rest of a name.
        let joined = start.text.get(..start.at).is_some_and(|before| before.ends_with('-'));
        measured || self.has_power || counts && !joined
    }
}

/// The numeral that begins at `start`.
pub(super) fn read_english_numeral(start: WordCursor<'_>) -> Option<Counted<'_>> {
    let article = start.take(&["a"]).filter(|end| is_one(&POWERS, end.next()));
    let mut counted = match article {
        Some(end) => Counted { end, is_one: false, is_small: false, has_power: true },
        None => below_hundred(start)?,
    };
    // Only behind a power may more follow, hundred and five: without it `five six` are two numerals.
    let mut open = false;
    loop {
        let behind = counted.end.gap();
        if let Some(end) = behind.and_then(|next| next.take(&POWERS)) {
            counted = Counted { end, is_one: false, is_small: false, has_power: true };
            open = true;
        } else if let Some(more) = behind.filter(|_| open).and_then(after_power) {
            counted.end = more;
            open = false;
        } else if let Some(end) = behind.and_then(and_a_half) {
            counted = Counted { end, is_one: false, has_power: true, ..counted };
            open = false;
        } else {
            return Some(counted);
        }
    }
}

/// seven, seventeen, seventy-seven.
fn below_hundred(start: WordCursor<'_>) -> Option<Counted<'_>> {
    let whole = |end, is_small| Counted { end, is_one: false, is_small, has_power: false };
    if let Some(end) = start.take(&TENS) {
        let ones = end.gap().and_then(|next| next.take(&SMALL));
        return Some(whole(ones.unwrap_or(end), false));
    }
    if let Some(end) = start.take(&TEENS) {
        return Some(whole(end, false));
    }
    let end = start.take(&SMALL)?;
    Some(Counted { is_one: is_one(&["one"], start.word()), ..whole(end, true) })
}

/// … hundred and twenty-five.
fn after_power(next: WordCursor<'_>) -> Option<WordCursor<'_>> {
    let more = next.take(&["and"]).and_then(WordCursor::gap).unwrap_or(next);
    below_hundred(more).map(|more| more.end)
}

/// … and a half.
fn and_a_half(next: WordCursor<'_>) -> Option<WordCursor<'_>> {
    next.phrase("and a half").or_else(|| next.phrase("and a quarter"))
}
