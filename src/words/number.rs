//! Numbers as sentences write them: without trailing zeros, rounded, grouped, with a noun.

use rust_decimal::RoundingStrategy;

use crate::quantity::Decimal;

/// The number without trailing zeros: `24`, `0.5`, `-0.73`.
#[must_use]
pub fn plain_number(number: Decimal) -> String {
    number.normalize().to_string()
}

/// A number with its unit as plans print them, in whichever language: tables of data stay comparable.
#[must_use]
pub fn number_as_printed(number: &str, unit: &str) -> String {
    // Signs stand at their number, words off from it.
    let close = unit.is_empty() || unit.starts_with(['%', '‰', ':', '：']);
    let gap = if close { "" } else { " " };
    format!("{number}{gap}{unit}")
}

/// A long whole number as English readers write it: `100,000`; any other as it is.
pub(super) fn grouped(number: &str) -> String {
    // Four digits are read without help and may be a year.
    if number.len() < 5 || !number.bytes().all(|b| b.is_ascii_digit()) {
        return number.to_owned();
    }
    let mut all = String::with_capacity(number.len() + number.len() / 3);
    for (at, digit) in number.char_indices() {
        if at > 0 && (number.len() - at).is_multiple_of(3) {
            all.push(',');
        }
        all.push(digit);
    }
    all
}

/// `1 row`, `2 rows`: the number with the form of the word that goes with it.
pub(super) fn number_with_noun(number: &str, one: &str, many: &str) -> String {
    let word = if number == "1" || number == "-1" { one } else { many };
    format!("{number} {word}")
}

/// Rounded half away from zero to `digits` decimals; a small number keeps as many significant digits instead, so that it never becomes zero.
#[must_use]
pub fn rounded_number(number: Decimal, digits: u32) -> Decimal {
    let strategy = RoundingStrategy::MidpointAwayFromZero;
    let short = number.round_dp_with_strategy(digits, strategy);
    if short.is_zero() && !number.is_zero() {
        // A gap of 0.0035 rounded to 0 would say that there is none.
        number.round_sf_with_strategy(digits.max(1), strategy).unwrap_or(number)
    } else {
        short
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_keeps_small_numbers_visible() {
        assert_eq!(plain_number(Decimal::new(2450, 2)), "24.5");
        assert_eq!(plain_number(rounded_number(Decimal::new(12345, 4), 2)), "1.23");
        assert_eq!(plain_number(rounded_number(Decimal::new(35, 4), 2)), "0.0035");
        assert_eq!(plain_number(rounded_number(Decimal::ZERO, 2)), "0");
    }
}
