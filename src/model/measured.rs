//! The unit of a statement: one of the indicator's kind is converted exactly.

use crate::quantity::{Basis, Change, Comparator, Decimal, Quantity, Ratio, Relative, Unit};

use super::Statement;

/// Whether its numbers are values in its unit: neither rates of growth nor promises for all.
pub fn converts(statement: &Statement) -> bool {
    let basis = statement.measure.basis;
    let comparator = statement.quantity.as_ref().map(|quantity| quantity.comparator);
    !statement.measure.coverage
        && !matches!(basis, Basis::Growth)
        && comparator != Some(Comparator::All)
}

/// Converts a statement to `counted`, where that is another unit of the same kind.
pub fn convert(statement: &mut Statement, counted: &Unit) {
    let Some(unit) = statement.unit.clone() else { return };
    let Some(ratio) = unit.ratio_to(counted) else { return };
    let Some(converted) = unit.counted_in(counted, ratio) else { return };
    if let Some(quantity) = &mut statement.quantity {
        // A bare number is in the row's unit and has its magnitude still before it; one with a unit of its own has
        // it multiplied in already.
        let scaled = match &quantity.unit {
            None => Some((unit.factor, ratio)),
            Some(_) if is_share_of_base(quantity) => None,
            Some(own) if own.name == unit.name => Some((Decimal::ONE, ratio)),
            Some(own) => own.ratio_to(counted).map(|ratio| (Decimal::ONE, ratio)),
        };
        if let Some((magnitude, ratio)) = scaled {
            scale_quantity(quantity, magnitude, ratio);
            // What is multiplied in once is no bare number of its row any more.
            quantity.unit = Some(Unit { factor: Decimal::ONE, ..converted.clone() });
        }
    }
    statement.unit = Some(converted);
}

fn scale_quantity(quantity: &mut Quantity, magnitude: Decimal, ratio: Ratio) {
    let scaled =
        |end: Option<Decimal>| end.and_then(|end| ratio.times(end.checked_mul(magnitude)?));
    quantity.low = scaled(quantity.low);
    quantity.high = scaled(quantity.high);
}

/// 较2020年下降50%: the unit is that of the change.
fn is_share_of_base(quantity: &Quantity) -> bool {
    matches!(
        quantity.relative,
        Some(Relative::Base { change: Change::Percent | Change::Points, .. })
    )
}
