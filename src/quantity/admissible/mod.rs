//! The set of values that satisfy a quantity, given what the catalogue knows of its indicator.

mod resolved;

use super::{Bound, Comparator, Decimal, Direction, Interval, Quantity, Relative};

use resolved::{QuantityShape, lower_and_upper, quantity_shape};

pub use resolved::{QuantityContext, Undetermined};

/// What a quantity accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Admissible {
    /// The values that satisfy it.
    Set(Interval),
    /// Nothing can be said, and why.
    Undetermined(Undetermined),
}

/// The set of values that satisfy `quantity`, within the range where they meet it at all.
#[must_use]
pub fn admissible(quantity: &Quantity, reader: &QuantityContext) -> Admissible {
    match satisfying(quantity, reader) {
        Ok(set) => Admissible::Set(clipped_to_range(set, reader.range)),
        Err(why) => Admissible::Undetermined(why),
    }
}

/// The printed number that is compared: of a range the end that binds, of a change the value it leads to.
///
/// `None` for words, ranks, references, and changes whose base is not printed.
#[must_use]
pub fn printed_number(quantity: &Quantity, reader: &QuantityContext) -> Option<Decimal> {
    let (low, high) =
        quantity_shape(quantity).and_then(|_| lower_and_upper(quantity, reader)).ok()?;
    // Of 350至400家 only one end can be missed: with more being better whoever reaches 350 is inside, so 350 is what
    // a parent's number is held against.
    let binds_above = better(quantity, reader) == Some(Direction::Lower);
    Some(if binds_above { high } else { low })
}

/// A change against a base as it is printed: the changes that satisfy it and its number, a fall being negative.
///
/// `None` for anything but a change with a number of its own.
#[must_use]
pub fn change_as_printed(
    quantity: &Quantity,
    reader: &QuantityContext,
) -> Option<(Interval, Decimal)> {
    quantity.relative.filter(|relative| matches!(relative, Relative::Base { .. }))?;
    let direction = better(quantity, reader);
    // What better is of the level is better of its change; the indicator's range bounds the level alone.
    let reader = QuantityContext { direction, range: Interval::default(), base: None, ..*reader };
    let plain = Quantity { relative: None, ..quantity.clone() };
    match admissible(&plain, &reader) {
        Admissible::Set(set) => Some((set, printed_number(&plain, &reader)?)),
        Admissible::Undetermined(_) => None,
    }
}

fn satisfying(quantity: &Quantity, reader: &QuantityContext) -> Result<Interval, Undetermined> {
    let shape = quantity_shape(quantity)?;
    let (low, high) = lower_and_upper(quantity, reader)?;
    match shape {
        QuantityShape::AtLeast => Ok(Interval::above(Bound::closed(low))),
        QuantityShape::MoreThan => Ok(Interval::above(Bound::open(low))),
        QuantityShape::AtMost => Ok(Interval::below(Bound::closed(high))),
        QuantityShape::LessThan => Ok(Interval::below(Bound::open(high))),
        QuantityShape::Toward => toward(side_of_number(quantity, reader), low, high),
        // The tolerance is applied to both ends before a side is chosen: 75左右 opens downwards by 2 % where more is
        // better, and upwards where less is.
        QuantityShape::About => {
            let (low, high) =
                widened_by_tolerance(low, high, reader.tolerance).ok_or(Undetermined::Words)?;
            toward(side_of_number(quantity, reader), low, high)
        }
    }
}

/// From the end that binds to the better side; between both ends where neither side is better.
fn toward(
    direction: Option<Direction>,
    low: Decimal,
    high: Decimal,
) -> Result<Interval, Undetermined> {
    let (low, high) = (Bound::closed(low), Bound::closed(high));
    match direction {
        Some(Direction::Higher) => Ok(Interval::above(low)),
        Some(Direction::Lower) => Ok(Interval::below(high)),
        Some(Direction::Neither) => Ok(Interval::between(low, high)),
        None => Err(Undetermined::Direction),
    }
}

/// The side a number opens to: 控制在350至400家 keeps both ends, whichever side is better.
fn side_of_number(quantity: &Quantity, reader: &QuantityContext) -> Option<Direction> {
    // A verb that holds down makes a range a corridor: 控制在350至400家 is missed by 410 as well as by 340, though
    // for the catalogue more may be better.
    let kept_within =
        quantity.comparator == Comparator::Range && quantity.heading == Some(Direction::Lower);
    if kept_within { Some(Direction::Neither) } else { better(quantity, reader) }
}

/// The side that is better: as the catalogue says, else as the words or the sign of a change say.
fn better(quantity: &Quantity, reader: &QuantityContext) -> Option<Direction> {
    // The catalogue is asked first, since a verb follows the figures of one year: 失业率提高到5% does not make more
    // unemployment better.
    reader.direction.or(quantity.heading).or_else(|| sign_of_change(quantity))
}

/// A fall leads down and a rise up.
fn sign_of_change(quantity: &Quantity) -> Option<Direction> {
    let change = quantity.low.or(quantity.high)?;
    // Only a change shows its side by its sign. A level of -5 is a value like any other, and no change at all leads
    // nowhere.
    let is_change = matches!(quantity.relative, Some(Relative::Base { .. }));
    if !is_change || change.is_zero() {
        None
    } else if change.is_sign_negative() {
        Some(Direction::Lower)
    } else {
        Some(Direction::Higher)
    }
}

/// Both ends moved outwards by the tolerance.
fn widened_by_tolerance(
    low: Decimal,
    high: Decimal,
    tolerance: Decimal,
) -> Option<(Decimal, Decimal)> {
    // Of a negative number the share is taken of its size, so that -5左右 widens to both sides as 5左右 does.
    let low = low.checked_sub(low.abs().checked_mul(tolerance)?)?;
    let high = high.checked_add(high.abs().checked_mul(tolerance)?)?;
    Some((low.normalize(), high.normalize()))
}

/// A set no value of the range meets is kept whole: a number outside the range is said elsewhere.
fn clipped_to_range(set: Interval, range: Interval) -> Interval {
    // An empty set would be inside every other, so 120% of a share would pass as consistent with whatever stands
    // above it.
    let inside = set.meet(&range);
    if inside.is_empty() { set } else { inside }
}
