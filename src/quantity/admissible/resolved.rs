//! A quantity reduced to what its set needs: how it compares, and its numbers with changes worked out.

use crate::quantity::{Change, Comparator, Decimal, Direction, Interval, Quantity, Relative};

/// What is known of the indicator when a quantity is turned into a set.
#[derive(Clone, Copy, Debug)]
pub struct QuantityContext {
    /// Which way is better; `None` when nobody says.
    pub direction: Option<Direction>,
    /// The catalogue's range.
    pub range: Interval,
    /// How far 左右 reaches, as a share of the number (0.02 = 2 %).
    pub tolerance: Decimal,
    /// The baseline of the same plan, for changes against a base year.
    pub base: Option<Decimal>,
}

/// Why a quantity has no set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Undetermined {
    /// A bare number of an indicator whose direction nobody says.
    Direction,
    /// A change whose base value is not printed.
    Base,
    /// Refers to a figure of another plan; alignment resolves it.
    Reference,
    /// Words without a number, a rank, a hold.
    Words,
}

/// How a quantity compares, when only its numbers and the better side matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuantityShape {
    /// The better side of the number, or of the end of a range that binds.
    Toward,
    /// The better side of the number, less the tolerance.
    About,
    /// The number and above.
    AtLeast,
    /// Above the number.
    MoreThan,
    /// The number and below.
    AtMost,
    /// Below the number.
    LessThan,
}

/// How `quantity` compares; an error when it states no number of its own.
pub fn quantity_shape(quantity: &Quantity) -> Result<QuantityShape, Undetermined> {
    use Comparator as C;
    let shape = match quantity.comparator {
        C::RankAtMost | C::RankEqual | C::Hold | C::Improve | C::Qualitative => {
            return Err(Undetermined::Words);
        }
        // 全覆盖 is a value of its own, so it is answered before anything asks for a printed number or for what it
        // is relative to.
        C::All => return Ok(QuantityShape::AtLeast),
        C::Assigned => return Err(Undetermined::Reference),
        C::RelativeMore
        | C::RelativeAtLeast
        | C::RelativeLess
        | C::RelativeAtMost
        | C::RelativeEqual
            if quantity.relative.is_none() =>
        {
            return Err(Undetermined::Reference);
        }
        C::Reach | C::Range | C::RelativeEqual => QuantityShape::Toward,
        C::Approx => QuantityShape::About,
        C::AtLeast | C::EachAtLeast | C::RelativeAtLeast => QuantityShape::AtLeast,
        C::MoreThan | C::EachMoreThan | C::RelativeMore => QuantityShape::MoreThan,
        C::AtMost | C::RelativeAtMost => QuantityShape::AtMost,
        C::LessThan | C::RelativeLess => QuantityShape::LessThan,
    };
    match quantity.relative {
        // 高于全省(18.7%) prints a figure, but it is the province's as one text remembers it; alignment takes the
        // figure of the plan above.
        Some(Relative::Of(_)) => Err(Undetermined::Reference),
        _ => Ok(shape),
    }
}

/// The lower and the upper number, in this order; equal when only one is printed.
pub fn lower_and_upper(
    quantity: &Quantity,
    reader: &QuantityContext,
) -> Result<(Decimal, Decimal), Undetermined> {
    if quantity.comparator == Comparator::All {
        return Ok((Decimal::ONE_HUNDRED, Decimal::ONE_HUNDRED));
    }
    let (low, high) = printed_ends(quantity).ok_or(Undetermined::Words)?;
    let (low, high) = match quantity.relative {
        Some(Relative::Base { change, .. }) => {
            // The base is that of the year the phrase names, or nothing: taking another year's value would turn
            // 较2020年下降50% into a level nobody has promised.
            let base = reader.base.ok_or(Undetermined::Base)?;
            let value = |by| value_after_change(base, change, by).ok_or(Undetermined::Base);
            (value(low)?, value(high)?)
        }
        _ => (low, high),
    };
    // A fall turns a range round: 下降5%至10% is the change -10 to -5, and a level worked out from it may come in
    // either order.
    Ok(if low <= high { (low, high) } else { (high, low) })
}

/// The numbers as printed; `高于2020年` without one means no change at all.
fn printed_ends(quantity: &Quantity) -> Option<(Decimal, Decimal)> {
    let beside_base = matches!(
        quantity.comparator,
        Comparator::RelativeMore
            | Comparator::RelativeAtLeast
            | Comparator::RelativeLess
            | Comparator::RelativeAtMost
            | Comparator::RelativeEqual
    );
    let low = quantity.low.or(quantity.high).or(beside_base.then_some(Decimal::ZERO))?;
    Some((low, quantity.high.unwrap_or(low)))
}

/// Where a change leads from `base`; nothing when it overflows, or is a share of less than nothing.
fn value_after_change(base: Decimal, change: Change, by: Decimal) -> Option<Decimal> {
    let value = match change {
        Change::Points | Change::Amount => base.checked_add(by)?,
        // 20% more of a loss of 5亿元 is a larger loss or a smaller one; nobody writes which.
        Change::Percent if base < Decimal::ZERO => return None,
        Change::Percent => {
            let percent = Decimal::ONE_HUNDRED.checked_add(by)?;
            base.checked_mul(percent)?.checked_div(Decimal::ONE_HUNDRED)?
        }
    };
    Some(value.normalize())
}
