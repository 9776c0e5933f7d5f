//! Sets of acceptable values as arguments of messages.

use crate::{
    finding::Args,
    model::{Model, Statement},
    quantity::{Bound, Comparator, Decimal, Interval},
};

use super::telling::{in_printed_unit, tell};

/// The values that satisfy a statement as a record: `low`, `low_open`, `high`, `high_open`, `unit`, without the ends that
/// only the indicator's range gives; `about`, the share in percent that 左右 was read with.
#[must_use]
pub fn tell_set(model: &Model, statement: &Statement, set: &Interval) -> Args {
    let range = model.catalogue.indicator(statement.measure.indicator).range;
    // 0 and 100 of a share are nobody's words: told, they would look like a second bound of the plan.
    let inner = Interval {
        low: set.low.filter(|_| set.low != range.low),
        high: set.high.filter(|_| set.high != range.high),
    };
    // Where the range is all there is, it has to be told after all.
    let shown = if inner == Interval::default() { *set } else { inner };
    let mut told = Args::new();
    told.extend(tell(model, statement).remove("unit").map(|unit| ("unit", unit)));
    let mut end = |name, open, bound: Option<Bound>| {
        if let Some(bound) = bound {
            told.insert(name, in_printed_unit(bound.value, statement).into());
        }
        told.insert(open, bound.is_some_and(|bound| bound.open).into());
    };
    end("low", "low_open", shown.low);
    end("high", "high_open", shown.high);
    if let Some(share) = tolerance(statement, set, &inner) {
        told.insert("about", share.into());
    }
    told
}

/// How far 左右 reaches from the printed number, in percent of it.
fn tolerance(statement: &Statement, set: &Interval, inner: &Interval) -> Option<Decimal> {
    let about = statement.quantity.as_ref()?.comparator == Comparator::Approx;
    // Only where the set is the statement's own: a reference takes the set of the plan it names.
    let number = statement.number.filter(|_| about && statement.interval() == Some(set))?;
    let end = inner.low.or(inner.high)?.value;
    let share = number.checked_sub(end)?.checked_div(number)?.checked_mul(Decimal::ONE_HUNDRED)?;
    Some(share.abs().round_dp(2).normalize()).filter(|share| !share.is_zero())
}
