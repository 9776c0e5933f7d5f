//! What a number format makes of a number: its digits and sign as read, with the words that the format puts around them.

use super::{
    code::{FormatCode, FormatMark, FormatSection},
    dates::{self, Epoch},
    digits::Digits,
};

/// How a cell shows its number.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NumberDisplay {
    /// Words.
    Words(String),
    /// Not at all: `;;;`.
    Hidden,
    /// In a way that this reader cannot tell without a chance of another size.
    Unknown,
}

/// The number `value` as `code` shows it, without commas between thousands, brackets of accounting and powers of ten.
pub(super) fn show_number(code: &FormatCode, value: f64, epoch: Epoch) -> NumberDisplay {
    let Some((section, own)) = section_for_value(code, value) else {
        return NumberDisplay::Unknown;
    };
    if !section.date.is_empty() {
        return dates::shown_date(value, &section.date, epoch)
            .map_or(NumberDisplay::Unknown, NumberDisplay::Words);
    }
    if section.marks.iter().any(is_number_mark) {
        return show_in_section(section, value, own);
    }
    if section.marks.contains(&FormatMark::Text) {
        return words_around(section, &show_without_format(value));
    }
    // A section of words alone shows the same words for any number: they say something (达标, √) or hide
    // the number.
    let words = words_of_marks(&section.marks);
    let says = words.chars().any(char::is_alphanumeric) || words.contains(['√', '×', '✓', '✔']);
    match value {
        _ if says => NumberDisplay::Words(words),
        // The dash of accounting stands for nought.
        0.0 if !words.trim().is_empty() => NumberDisplay::Words("0".to_owned()),
        _ => NumberDisplay::Hidden,
    }
}

/// What a text is shown as: `None` when it is not shown.
pub(super) fn show_text(code: &FormatCode, words: &str) -> Option<String> {
    let own = match code.sections.as_slice() {
        [_, _, _, own] => Some(own),
        [.., last] => Some(last).filter(|last| last.marks.contains(&FormatMark::Text)),
        [] => None,
    };
    let Some(section) = own else { return Some(words.to_owned()) };
    if !section.marks.contains(&FormatMark::Text) {
        let shown = words_of_marks(&section.marks);
        return Some(shown).filter(|shown| !shown.trim().is_empty());
    }
    match words_around(section, words) {
        NumberDisplay::Words(words) => Some(words),
        _ => None,
    }
}

/// The number without a format.
pub(super) fn show_without_format(value: f64) -> String {
    let digits = Digits::of(value);
    // A negative zero shows no sign.
    let sign = if value < 0.0 && !digits.is_zero() { "-" } else { "" };
    format!("{sign}{}", digits.plain())
}

/// The section that shows `value`, and whether it is the one for negative numbers, which writes their sign itself.
fn section_for_value(code: &FormatCode, value: f64) -> Option<(&FormatSection, bool)> {
    // Of four sections the last is for texts.
    let sections = code.sections.as_slice();
    let numbers = sections.get(..3).unwrap_or(sections);
    if numbers.iter().any(|section| section.condition.is_some()) {
        return conditioned(numbers, value).map(|section| (section, false));
    }
    let zero = Digits::of(value).is_zero();
    match numbers {
        [_, below, ..] if value < 0.0 && !zero => Some((below, true)),
        [_, _, none] if zero => Some((none, false)),
        [first, ..] => Some((first, false)),
        [] => None,
    }
}

/// By conditions: the first that holds, else the one that says none.
fn conditioned(sections: &[FormatSection], value: f64) -> Option<&FormatSection> {
    let holds = |section: &&FormatSection| match section.condition {
        Some((test, bound)) => test.holds(value, bound),
        None => false,
    };
    let free = |section: &&FormatSection| section.condition.is_none();
    let below = sections.get(1).filter(|section| free(section) && sections.len() == 3);
    let below = below.filter(|_| value < 0.0);
    sections.iter().find(holds).or(below).or_else(|| sections.last().filter(free))
}

fn is_number_mark(mark: &FormatMark) -> bool {
    matches!(mark, FormatMark::Digit(_) | FormatMark::Power | FormatMark::General)
}

fn words_of_marks(marks: &[FormatMark]) -> String {
    let word = |mark: &FormatMark| match mark {
        FormatMark::Word(word) => Some(*word),
        FormatMark::Percent => Some('%'),
        FormatMark::Point => Some('.'),
        FormatMark::Fraction => Some('/'),
        _ => None,
    };
    marks.iter().filter_map(word).collect()
}

fn words_around(section: &FormatSection, words: &str) -> NumberDisplay {
    let mut shown = String::new();
    for mark in &section.marks {
        match mark {
            FormatMark::Text => shown.push_str(words),
            other => shown.push_str(&words_of_marks(&[*other])),
        }
    }
    NumberDisplay::Words(shown)
}

/// A number between the words of its section.
fn show_in_section(section: &FormatSection, value: f64, own: bool) -> NumberDisplay {
    let marks = &section.marks;
    let is_digit = |mark: &FormatMark| is_number_mark(mark) || *mark == FormatMark::Point;
    // From the first digit to the last: words in between can tear a number apart, words around it are a
    // unit.
    let first = marks.iter().position(is_digit).unwrap_or_default();
    let last = marks.iter().rposition(is_digit).unwrap_or_default();
    let (before, rest) = marks.split_at(first);
    let (middle, behind) = rest.split_at(last + 1 - first);
    // The dash of accounting stands for nought, and only keeps the place of digits free.
    let is_blank =
        !middle.iter().any(|mark| matches!(mark, FormatMark::Digit(true) | FormatMark::General));
    let (before, behind) = (words_of_marks(before), words_of_marks(behind));
    if value == 0.0 && is_blank && before.contains('-') {
        return NumberDisplay::Words("0".to_owned());
    }
    // By the factor of the format: 0.25 shown as 25% is 25 with a %, and 12000 shown as `0!.0,` is 1.2
    // with 万 behind it.
    let Some((digits, is_zero)) =
        middle_of(middle, Digits::of(value).shifted(shown_power_of_ten(marks)))
    else {
        return NumberDisplay::Unknown;
    };
    // (5.0%) is −5.0%: the brackets of accounting go, and the sign comes in their place, unless words
    // (下降) say it.
    let (before, signs) = if own { unsigned(&before) } else { (before, false) };
    let behind = if own { behind.replace([')', '）'], "") } else { behind };
    let sign = if value < 0.0 && !is_zero && !signs { "-" } else { "" };
    NumberDisplay::Words(money(&before, format!("{sign}{digits}"), &behind))
}

/// By which power of ten the number is shown: each percent sign is two up, each comma behind the digits three down.
fn shown_power_of_ten(marks: &[FormatMark]) -> i32 {
    let (mut digits, mut commas, mut power) = (false, 0, 0);
    for mark in marks {
        match mark {
            // A comma before a digit keeps thousands apart.
            FormatMark::Digit(_) => (digits, commas) = (true, 0),
            FormatMark::Comma if digits => commas += 3,
            FormatMark::Point => (power, commas) = (power - commas, 0),
            FormatMark::Percent => power += 2,
            _ => {}
        }
    }
    power - commas
}

/// The digits between the words, and whether they come to nought; `None` when words tear them apart.
fn middle_of(marks: &[FormatMark], digits: Digits) -> Option<(String, bool)> {
    let point = marks.iter().position(|mark| *mark == FormatMark::Point).unwrap_or(marks.len());
    let (whole, decimals) = marks.split_at(point);
    let places = |marks: &[FormatMark]| {
        marks.iter().filter(|mark| matches!(mark, FormatMark::Digit(_))).count()
    };
    if marks.iter().any(|mark| matches!(mark, FormatMark::General | FormatMark::Fraction)) {
        return Some((digits.plain(), digits.is_zero()));
    }
    if marks.contains(&FormatMark::Power) {
        let kept = digits.stepped(places(whole), places(decimals));
        return Some((kept.plain(), kept.is_zero()));
    }
    let digits = digits.rounded(places(decimals));
    let mut shown = whole_digits(whole, &digits.whole(), places(whole))?;
    let mut behind = String::new();
    let mut place = 0;
    for mark in decimals {
        match mark {
            FormatMark::Digit(always) => {
                place += 1;
                let rest = (place..=places(decimals)).any(|place| digits.decimal(place) != '0');
                if *always || rest {
                    behind.push(digits.decimal(place));
                }
            }
            FormatMark::Word(word) if !is_gap(*word) => return None,
            _ => {}
        }
    }
    if !behind.is_empty() && shown.contains('.') {
        return None;
    }
    if !behind.is_empty() {
        shown.push('.');
        shown.push_str(&behind);
    }
    if shown.is_empty() || shown.starts_with('.') {
        shown.insert(0, '0');
    }
    Some((shown, digits.is_zero()))
}

/// The digits before the point, with the words that stand among them.
fn whole_digits(marks: &[FormatMark], digits: &str, places: usize) -> Option<String> {
    let mut rest = digits.chars();
    let mut left = places;
    let mut shown = String::new();
    for mark in marks {
        match mark {
            FormatMark::Digit(always) => {
                let given = rest.as_str().len();
                match given {
                    _ if given >= left => shown.extend(rest.by_ref().take(given - left + 1)),
                    _ if *always => shown.push('0'),
                    _ => {}
                }
                left -= 1;
            }
            FormatMark::Word(word) if is_gap(*word) || shown.is_empty() && *word != '.' => {}
            FormatMark::Word('.') if !shown.contains('.') => shown.push('.'),
            // Between digits a word is part of how the number is read (5亿3000), ASCII ones are not:
            // nobody knows what they mean.
            FormatMark::Word(word) if !word.is_ascii() => shown.push(*word),
            FormatMark::Word(_) | FormatMark::Text => return None,
            _ => {}
        }
    }
    Some(shown)
}

/// Whether a character only keeps thousands apart.
fn is_gap(character: char) -> bool {
    character.is_whitespace() || character == '\''
}

/// Words before a negative number without the signs that stand for it, and whether they say themselves that it is one.
fn unsigned(before: &str) -> (String, bool) {
    let signs = ['-', '−', '–', '(', '（', '△', '▲', '▽', '▼'];
    let bare = before.replace(signs, "");
    let says = ["负", "减", "降", "亏", "minus", "Minus"].iter().any(|word| bare.contains(word));
    (bare, says)
}

/// With the sign of 元 written behind the number, where its sign and size are.
fn money(before: &str, number: String, behind: &str) -> String {
    // Plans write 元 behind a number, not ¥ before it.
    let bare = before.replace(['¥', '￥'], "");
    let yuan = if bare.len() < before.len() && !behind.contains('元') { "元" } else { "" };
    format!("{}{number}{}{yuan}", bare.trim_start(), behind.trim_end())
}
