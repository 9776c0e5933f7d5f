//! English numbers in words: twenty-four percent, five million.

/// What begins at a place, with the bytes it takes.
pub(super) enum English {
    /// A number.
    Number {
        /// Its bytes.
        length: usize,
        /// Whether a unit or a power of ten makes it a quantity.
        is_measured: bool,
    },
    /// Another word.
    Other(usize),
}

const SMALL: [&str; 19] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
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
const POWERS: [&str; 4] = ["hundred", "thousand", "million", "billion"];
/// Units behind a number that make it a quantity.
const UNITS: [&str; 6] = ["percent", "per cent", "percentage point", "hectare", "kilomet", "%"];

/// The number or other word that `rest` begins with.
pub(super) fn number(rest: &str) -> English {
    let own = word(rest);
    let mut length = own.len();
    if is(&TENS, own) {
        let behind = rest.get(length..).unwrap_or_default();
        let ones = behind.strip_prefix(['-', ' ']).map(word).filter(|ones| is(&SMALL, ones));
        length += ones.map_or(0, |ones| 1 + ones.len());
    } else if !is(&SMALL, own) {
        return English::Other(length);
    }
    let small = length;
    for _ in 0..3 {
        let behind = rest.get(length..).unwrap_or_default();
        let power = behind.strip_prefix(' ').map(word).filter(|power| is(&POWERS, power));
        length += power.map_or(0, |power| 1 + power.len());
    }
    let behind = rest.get(length..).unwrap_or_default().trim_start_matches(' ');
    let measured = UNITS.iter().any(|unit| behind.starts_with(unit));
    English::Number { length, is_measured: measured || length > small }
}

/// The word that `words` begins with.
fn word(words: &str) -> &str {
    let length = words.bytes().take_while(u8::is_ascii_alphabetic).count();
    words.get(..length).unwrap_or_default()
}

fn is(list: &[&str], word: &str) -> bool {
    list.iter().any(|one| one.eq_ignore_ascii_case(word))
}
