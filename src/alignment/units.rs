//! Whether the units of two figures can be compared.

use crate::quantity::{Decimal, Unit};

/// Whether two units can be compared: equal, or one is missing; a ratio `:1` is a multiple.
#[must_use]
pub fn units_meet(one: Option<&Unit>, other: Option<&Unit>) -> bool {
    fn name(unit: &Unit) -> &str {
        // 1.6:1 and 1.6倍 are one ratio in two forms.
        if &*unit.name == ":1" { "倍" } else { &unit.name }
    }
    match (one, other) {
        (Some(one), Some(other)) => name(one) == name(other),
        _ => true,
    }
}

/// Whether two units measure one kind of thing, so that one can be converted to the other.
#[must_use]
pub fn units_convert(one: Option<&Unit>, other: Option<&Unit>) -> bool {
    let ratio = || one.zip(other).and_then(|(one, other)| one.ratio_to(other));
    units_meet(one, other) || ratio().is_some()
}

/// Whether one number counts in ten thousands or the like, and nobody knows what the other one counts in.
pub(super) fn magnitude_is_open(one: Option<&Unit>, other: Option<&Unit>) -> bool {
    match (one, other) {
        (Some(known), None) | (None, Some(known)) => known.factor != Decimal::ONE,
        _ => false,
    }
}
