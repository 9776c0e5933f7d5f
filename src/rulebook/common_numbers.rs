//! Numbers that so many targets have that two of them share one by chance.

use crate::{
    model::Statement,
    quantity::{Decimal, UnitDimension},
};

/// Whether the number of a statement says nothing about where it comes from: small counts and counts in round hundreds stand everywhere,
/// and so do a percentage in whole tens and the usual goals.
#[must_use]
pub fn has_common_number(said: &Statement) -> bool {
    let Some((number, unit)) = said.number.zip(said.unit.as_ref()) else { return true };
    let in_tens = || number % Decimal::TEN == Decimal::ZERO;
    let small = number.is_integer() && number.abs() < Decimal::TEN;
    let counts = matches!(unit.measure(), UnitDimension::Count | UnitDimension::People);
    let hundreds = counts && number % Decimal::ONE_HUNDRED == Decimal::ZERO;
    small
        || hundreds
        || [10, 50, 90, 95, 98, 100].iter().any(|&common| number == Decimal::from(common))
        || &*unit.name == "%" && in_tens()
}
