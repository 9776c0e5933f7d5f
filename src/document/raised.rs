//! What raised words behind others are: the mark of a footnote, or a power of a unit or of ten.

use std::borrow::Cow;

/// Units that are squared and cubed.
const LENGTHS: [&str; 8] = ["m", "km", "cm", "dm", "mm", "hm", "米", "公里"];
/// Units that say already that they are squared or cubed.
const POWERS: [&str; 4] = ["平方米", "平方公里", "立方米", "立方公里"];

/// What `words` that are raised say behind `before`: nothing where they mark a footnote, raised digits where they are a power.
pub(super) fn raised<'a>(before: &str, words: &'a str) -> Cow<'a, str> {
    let bare = words.trim();
    let before = before.trim_end();
    if bare.is_empty() || before.is_empty() {
        return Cow::Borrowed(words);
    }
    // Powers first, for a raised 2 behind m would be a mark as well as any digit.
    if is_exponent(bare) && takes_power(before, bare) {
        return Cow::Owned(raised_signs(bare));
    }
    if is_mark(bare) { Cow::Borrowed("") } else { Cow::Borrowed(words) }
}

/// Words as raised signs, those that there are.
pub(super) fn raised_signs(words: &str) -> String {
    let raise = |sign: char| match sign {
        '0' => '⁰',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4'..='9' => char::from_u32(0x2070 + (u32::from(sign) - 0x30)).unwrap_or(sign),
        '-' | '−' | '–' => '⁻',
        '+' => '⁺',
        other => other,
    };
    words.chars().map(raise).collect()
}

fn is_exponent(words: &str) -> bool {
    let digits = words.strip_prefix(['-', '−', '–', '+']).unwrap_or(words);
    (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether `before` ends in ten alone, or in a unit of which `exponent` is a usual power.
fn takes_power(before: &str, exponent: &str) -> bool {
    // 210 with a raised 3 is a footnote, 5×10 with one a power.
    if let Some(rest) = before.strip_suffix("10") {
        return !rest.ends_with(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '．' | '，'));
    }
    let signed = exponent.starts_with(['-', '−', '–']);
    let letters = before.rsplit(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
    let named = |unit: &&str| match unit.is_ascii() {
        true => letters == *unit,
        // 平方米 ends with 米, and is squared already.
        false => before.ends_with(*unit) && !POWERS.iter().any(|power| before.ends_with(power)),
    };
    // A unit with a raised −1 is one divided by it, whatever the unit: kg m⁻².
    signed && !letters.is_empty() || matches!(exponent, "2" | "3") && LENGTHS.iter().any(named)
}

/// Whether words are a number, sign or letter that leads to a note: `1`, `[2]`, `注3`, `①`, `*`.
fn is_mark(words: &str) -> bool {
    let bare =
        words.trim_matches(['[', ']', '(', ')', '（', '）', '〔', '〕', '［', '］', '【', '】']);
    let bare = bare.trim_start_matches('注').trim_start_matches(['：', ':', ' ']);
    let mut letters = bare.chars();
    let letter = letters.next().is_some_and(|first| first.is_ascii_alphabetic());
    // One letter may mark a note; two are words that only are raised: 5th.
    letter && letters.next().is_none()
        || bare.chars().all(|c| {
            c.is_numeric()
                || matches!(
                    c,
                    '*' | '＊' | '†' | '‡' | '§' | '#' | ',' | '，' | '、' | '-' | '–' | ' '
                )
        })
}

#[cfg(test)]
mod tests {
    use super::raised;

    #[test]
    fn marks_of_notes_go_and_powers_stay() {
        for (before, words, seen) in [
            ("25", "1", ""),
            ("25", "[12]", ""),
            ("25%", "注1", ""),
            ("城镇化率", "①", ""),
            ("25", "a", ""),
            ("GDP", "2", ""),
            ("平方米", "2", ""),
            ("5 m", "2", "²"),
            ("5公里", "2", "²"),
            ("3 km", "3", "³"),
            ("kg m", "-2", "⁻²"),
            ("5×10", "3", "³"),
            ("210", "3", ""),
            ("5", "th", "th"),
            ("", "5", "5"),
        ] {
            assert_eq!(raised(before, words), seen, "{before}^{words}");
        }
    }
}
