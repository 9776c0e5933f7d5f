//! How far a rounded number may be off.

use super::Decimal;

/// Half a unit of the last digit of `number` as it is written: 0.05 for 24.5, 0.5 for 24.
#[must_use]
pub fn half_digit(number: Decimal) -> Decimal {
    Decimal::new(5, (number.scale() + 1).min(28))
}
