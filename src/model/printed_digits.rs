//! The digits that a number is printed with, and how far it may be off because it was rounded to them.

use crate::{
    quantity::{Decimal, half_digit},
    text::fold_full_width,
};

/// The printed digits are those that stand for `number` once a power of ten is taken out; without any, `number`'s own.
pub(super) fn half_digit_of(printed: &str, number: Decimal) -> Decimal {
    digits_of(printed, number)
        .and_then(|(digits, factor)| half_digit(digits).checked_mul(factor))
        .unwrap_or_else(|| half_digit(number.normalize()))
}

/// What one of the printed digits counts in the plain unit: 10 000 for `57.1万人`; one where that cannot be told.
pub(super) fn printed_factor(printed: &str, number: Decimal) -> Decimal {
    digits_of(printed, number).map_or(Decimal::ONE, |(_, factor)| factor)
}

/// The digits that stand for `number`, with the power of ten between them.
fn digits_of(printed: &str, number: Decimal) -> Option<(Decimal, Decimal)> {
    let folded = fold_full_width(printed).replace(',', "");
    let runs = folded.split(|c: char| !c.is_ascii_digit() && c != '.');
    let digits = runs.filter_map(|run| run.trim_matches('.').parse::<Decimal>().ok());
    let scaled = |digits: Decimal| {
        let factor = number.abs().checked_div(digits)?.normalize();
        is_power_of_ten(factor).then_some((digits, factor))
    };
    // The phrase may hold other numbers (a year, a condition), so the run is taken that differs from the value by a
    // power of ten only.
    digits.filter(|digits| !digits.is_zero()).find_map(scaled)
}

fn is_power_of_ten(factor: Decimal) -> bool {
    factor.mantissa().to_string().trim_end_matches('0') == "1"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slack(printed: &str, number: &str) -> String {
        half_digit_of(printed, number.parse().unwrap()).normalize().to_string()
    }

    #[test]
    fn the_last_printed_digit_counts_not_the_stored_one() {
        assert_eq!(slack("72.17%", "72.17"), "0.005");
        assert_eq!(slack("71", "71"), "0.5");
        assert_eq!(slack("54.86万人", "548600"), "50");
        assert_eq!(slack("1,234亿元", "123400000000"), "50000000");
        assert_eq!(slack("2020年达到62.2%", "62.2"), "0.05");
        assert_eq!(slack("0", "0"), "0.5");
        assert_eq!(printed_factor("57.1万人", Decimal::from(571_000)), Decimal::from(10_000));
        assert_eq!(printed_factor("若干", Decimal::from(7)), Decimal::ONE);
    }
}
