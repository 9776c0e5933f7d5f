//! 路径: how a value lies between two years, on a straight line or at one rate of growth.

use crate::{
    catalogue::Path,
    model::{Measure, Model},
    quantity::{Basis, Decimal},
};

/// A year with its value, in the plain unit.
pub type Point = (i32, Decimal);

/// Decimals that a value on a path is worked out to.
// A choice: more than plans print.
const DIGITS: u32 = 6;

/// Steps after which an approximation must stand still; it needs about ten.
const STEPS: u32 = 200;

/// The path the catalogue gives for what is measured: compound only for a level, never for a change or a sum.
#[must_use]
pub fn path_of(model: &Model, measure: &Measure) -> Path {
    let level = measure.basis == Basis::Stock && !measure.coverage;
    if level { model.catalogue.indicator(measure.indicator).path } else { Path::Linear }
}

/// The path that can lie between two values: nothing grows from or to zero at one rate.
#[must_use]
pub fn path_between(path: Path, from: Decimal, to: Decimal) -> Path {
    if from > Decimal::ZERO && to > Decimal::ZERO { path } else { Path::Linear }
}

/// The value in `year` on the path through two points, to six decimals; beyond the second one the path goes on at the same
/// speed. `None` before the first point, where the points share a year, or where it is too large.
#[must_use]
pub fn along(path: Path, from: Point, to: Point, year: i32) -> Option<Decimal> {
    // Both divisions below have no result where the points share a year.
    let years = u32::try_from(to.0.checked_sub(from.0)?).ok()?;
    let passed = u32::try_from(year.checked_sub(from.0)?).ok()?;
    let value = match path_between(path, from.1, to.1) {
        Path::Linear => {
            let rise = to.1.checked_sub(from.1)?.checked_mul(Decimal::from(passed))?;
            from.1.checked_add(rise.checked_div(Decimal::from(years))?)?
        }
        Path::Compound if from.1 <= to.1 => {
            let factor = root(to.1.checked_div(from.1)?, years)?;
            from.1.checked_mul(raise_to_power(factor, passed)?)?
        }
        // A root of something above one keeps more digits than one of something near zero.
        Path::Compound => {
            let factor = root(from.1.checked_div(to.1)?, years)?;
            from.1.checked_div(raise_to_power(factor, passed)?)?
        }
    };
    Some(value.round_dp(DIGITS).normalize())
}

/// The `degree`th root of a number of at least one, by Newton's method from above.
fn root(number: Decimal, degree: u32) -> Option<Decimal> {
    let (degree, rest) = (Decimal::from(degree), degree.checked_sub(1)?);
    let excess = number.checked_sub(Decimal::ONE)?;
    // By Bernoulli's inequality never below the root.
    // From above the steps only fall, so the first that does not is the end, and no tolerance has to be
    // chosen.
    let mut guess = Decimal::ONE.checked_add(excess.checked_div(degree)?)?;
    for _ in 0..STEPS {
        let share = number.checked_div(raise_to_power(guess, rest)?)?;
        let sum = guess.checked_mul(Decimal::from(rest))?.checked_add(share)?;
        let next = sum.checked_div(degree)?;
        if next >= guess {
            break;
        }
        guess = next;
    }
    Some(guess)
}

/// By squaring, so that the number of years costs nothing.
fn raise_to_power(number: Decimal, exponent: u32) -> Option<Decimal> {
    let (mut power, mut square, mut left) = (Decimal::ONE, number, exponent);
    loop {
        if left % 2 == 1 {
            power = power.checked_mul(square)?;
        }
        left /= 2;
        if left == 0 {
            return Some(power);
        }
        square = square.checked_mul(square)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(path: Path, from: (i32, &str), to: (i32, &str), year: i32) -> Option<String> {
        let point = |(year, number): (i32, &str)| (year, number.parse().unwrap());
        along(path, point(from), point(to), year).map(|value| value.to_string())
    }

    #[test]
    fn a_line_rises_by_the_same_amount_each_year() {
        let line = |year| at(Path::Linear, (2020, "62.19"), (2025, "70"), year).unwrap();
        assert_eq!(line(2020), "62.19");
        assert_eq!(line(2023), "66.876");
        assert_eq!(line(2027), "73.124");
        assert_eq!(at(Path::Linear, (2020, "1.62"), (2025, "1.60"), 2023).unwrap(), "1.608");
    }

    #[test]
    fn a_compound_path_rises_by_the_same_factor_each_year() {
        let up = |year| at(Path::Compound, (2020, "1000"), (2025, "1610.51"), year).unwrap();
        assert_eq!(
            [2020, 2021, 2022, 2024, 2026].map(up),
            ["1000", "1100", "1210", "1464.1", "1771.561"]
        );
        let down = |year| at(Path::Compound, (2020, "1000"), (2023, "729"), year).unwrap();
        assert_eq!([2021, 2022, 2024].map(down), ["900", "810", "656.1"]);
        // 1000 × 2^(1/5), 2^(2/5) and 50^(3/5).
        assert_eq!(
            at(Path::Compound, (2020, "1000"), (2025, "2000"), 2021).unwrap(),
            "1148.698355"
        );
        assert_eq!(
            at(Path::Compound, (2020, "1000"), (2025, "2000"), 2022).unwrap(),
            "1319.507911"
        );
        assert_eq!(at(Path::Compound, (2020, "1"), (2025, "50"), 2023).unwrap(), "10.456396");
    }

    #[test]
    fn what_has_no_path_has_no_value() {
        assert_eq!(at(Path::Linear, (2020, "1"), (2020, "2"), 2020), None);
        assert_eq!(at(Path::Compound, (2020, "1"), (2020, "2"), 2021), None);
        assert_eq!(at(Path::Compound, (2020, "2"), (2020, "1"), 2020), None);
        assert_eq!(at(Path::Linear, (2020, "1"), (2019, "2"), 2020), None);
        assert_eq!(at(Path::Linear, (2020, "1"), (2025, "2"), 2019), None);
        assert_eq!(at(Path::Compound, (2020, "0"), (2025, "10"), 2023).unwrap(), "6");
        assert_eq!(at(Path::Compound, (2020, "10"), (2025, "0"), 2023).unwrap(), "4");
        assert_eq!(at(Path::Compound, (2020, "10"), (2025, "-10"), 2024).unwrap(), "-6");
        assert_eq!(at(Path::Compound, (2020, "-10"), (2025, "10"), 2024).unwrap(), "6");
        let most = "79228162514264337593543950335";
        assert_eq!(at(Path::Compound, (1, "0.0000001"), (9999, most), 500), None);
        assert_eq!(at(Path::Compound, (1, "5"), (i32::MAX, "5"), 500).unwrap(), "5");
    }
}
