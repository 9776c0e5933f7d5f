//! How far a rounded number may be off.

use super::Decimal;

/// Half a unit of the last digit of `number` as it is written: 0.05 for 24.5, 0.5 for 24.
#[must_use]
pub fn half_digit(number: Decimal) -> Decimal {
    // 28 digits are all that the decimal type has. The scale is the printed one: 24.50 may be off by 0.005 and 24.5
    // by 0.05.
    Decimal::new(5, (number.scale() + 1).min(28))
}
