//! How far a printed number may be off because it was rounded.

use crate::quantity::Decimal;

use super::{Model, Statement, printed_digits::half_digit_of};

/// Digits behind the point to which a converted number is taken back to what was printed.
// A division by a factor such as 2000/3 leaves a tail in the last of 28 digits; no plan prints twelve decimals.
const CONVERTED: u32 = 12;

impl Model {
    /// Half a unit of the last digit that a statement prints for `number`, in the plain unit: 54.86万人 may be off by 50 人.
    #[must_use]
    pub fn half_printed_digit(&self, statement: &Statement, number: Decimal) -> Decimal {
        // A converted number has digits nobody printed.
        let counted = statement.unit.as_ref().filter(|unit| unit.counted.is_some());
        let Some(factor) = counted.map(|unit| unit.factor) else {
            return half_digit_of(self.printed(statement), number);
        };
        let own = number.checked_div(factor).unwrap_or(number).round_dp(CONVERTED);
        half_digit_of(self.printed(statement), own).checked_mul(factor).unwrap_or_default()
    }
}
