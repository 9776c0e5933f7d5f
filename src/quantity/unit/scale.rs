//! Magnitudes: in front of a unit a factor, below a stroke a part of the name.

use crate::quantity::Decimal;

/// A spelled magnitude and its power of ten; a spelling stands before those it begins with.
///
/// Plain numbers are left out: `（100个）` behind a name is a remark. `10,000 persons` and
/// `100 million yuan` are how 万人 and 亿元 are translated.
const MAGNITUDES: [(&str, u32); 19] = [
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("十亿", 9),
    ("亿", 8),
    ("千万", 7),
    ("百万", 6),
    ("十万", 5),
    ("万", 4),
    ("千", 3),
    ("百", 2),
    ("100million", 8),
    ("trillion", 12),
    ("billion", 9),
    ("million", 6),
    ("thousand", 3),
    ("10000", 4),
    ("'000", 3),
    ("hundred", 2),
];

/// What follows a currency sign: `£m`, `€bn`.
// Only behind a currency: m alone is a metre, k and b are anything.
const SHORT: [(&str, u32); 6] = [("tn", 12), ("bn", 9), ("mn", 6), ("m", 6), ("k", 3), ("b", 9)];

/// Magnitudes below a stroke and their one spelling; a spelling stands before those it begins with.
const BELOW: [(&str, &str); 20] = [
    ("1000000", "百万"),
    ("100000", "10万"),
    ("10000", "万"),
    ("1000", "千"),
    ("100thousand", "10万"),
    ("hundredthousand", "10万"),
    ("tenthousand", "万"),
    ("100", "百"),
    ("10万", "10万"),
    ("十万", "10万"),
    ("百万", "百万"),
    ("千万", "千万"),
    ("万", "万"),
    ("亿", "亿"),
    ("千", "千"),
    ("百", "百"),
    ("million", "百万"),
    ("thousand", "千"),
    ("hundred", "百"),
    ("十", "十"),
];

/// Magnitudes that units are printed with.
const SHOWN: [(i64, &str); 7] = [
    // Those that tables put before a unit, 千人, 万亩, 百万吨, 亿元. 十万 and 千万 are said of numbers and head no
    // column.
    (1_000, "千"),
    (10_000, "万"),
    (1_000_000, "百万"),
    (100_000_000, "亿"),
    (10_000_000_000, "百亿"),
    (100_000_000_000, "千亿"),
    (1_000_000_000_000, "万亿"),
];

/// The word for a power of ten: 万 for 10 000.
#[must_use]
pub fn magnitude_word(factor: Decimal) -> Option<&'static str> {
    let found = SHOWN.iter().find(|(known, _)| factor == Decimal::from(*known));
    found.map(|(_, word)| *word)
}

/// Ten to the `power`, which is small in every table.
pub fn ten_to(power: u32) -> Decimal {
    10_i64.checked_pow(power).map_or(Decimal::ONE, Decimal::from)
}

/// The magnitude `text` begins with, as a factor, and the rest.
pub fn leading_magnitude(text: &str) -> Option<(Decimal, &str)> {
    MAGNITUDES.iter().find_map(|(word, power)| Some((ten_to(*power), text.strip_prefix(word)?)))
}

/// The magnitude that a unit's name begins with, before a unit or below a stroke, as a factor, and the rest.
#[must_use]
pub fn split_magnitude(name: &str) -> Option<(Decimal, &str)> {
    // These two stand below strokes only; 十 behind the others, since 十万 begins with it.
    let lakh = name.strip_prefix("10万").map(|rest| (ten_to(5), rest));
    let ten = || name.strip_prefix('十').map(|rest| (ten_to(1), rest));
    lakh.or_else(|| leading_magnitude(name)).or_else(ten)
}

/// The 万 or 亿 before a word nobody knows, as a factor, and the word; 千 and 百 as often begin the word itself.
pub fn leading_wan_or_yi(text: &str) -> (Decimal, &str) {
    // Something that is counted has to be left over, 万梯次; 万 alone is no unit.
    let found = leading_magnitude(text).filter(|(_, rest)| rest.chars().any(char::is_alphabetic));
    found.filter(|_| text.contains(['万', '亿'])).unwrap_or((Decimal::ONE, text))
}

/// The factor that is all of `text`, as it stands behind a currency; nothing is one.
pub fn whole_magnitude(text: &str) -> Option<Decimal> {
    if text.is_empty() {
        return Some(Decimal::ONE);
    }
    let short = SHORT.iter().find(|(word, _)| *word == text).map(|(_, power)| ten_to(*power));
    short.or_else(|| {
        leading_magnitude(text).filter(|(_, rest)| rest.is_empty()).map(|(factor, _)| factor)
    })
}

/// The magnitude a text below a stroke begins with, in its one spelling, and the rest.
pub fn magnitude_below_stroke(text: &str) -> (&'static str, &str) {
    BELOW
        .iter()
        .find_map(|(word, name)| Some((*name, text.strip_prefix(word)?)))
        .unwrap_or(("", text))
}
