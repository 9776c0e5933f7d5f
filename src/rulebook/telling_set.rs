//! Sets of acceptable values as facts of sentences.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::ExactNumber,
    model::{Model, Statement},
    quantity::{Bound, Comparator, Decimal, Interval},
};

use super::telling::{in_printed_unit, printed_unit_of};

/// The values that satisfy a statement, without the ends that only the indicator's range gives.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetFacts {
    /// The unit of the ends; empty when there is none.
    pub unit: Arc<str>,
    /// The lower end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<ExactNumber>,
    /// Whether the lower end itself is left out.
    pub low_open: bool,
    /// The upper end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<ExactNumber>,
    /// Whether the upper end itself is left out.
    pub high_open: bool,
    /// The share in percent that 左右 was read with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<ExactNumber>,
}

/// What is told of the values that satisfy a statement.
#[must_use]
pub fn tell_set(model: &Model, statement: &Statement, set: &Interval) -> SetFacts {
    let range = model.catalogue.indicator(statement.measure.indicator).range;
    // 0 and 100 of a share are nobody's words: told, they would look like a second bound of the plan.
    let inner = Interval {
        low: set.low.filter(|_| set.low != range.low),
        high: set.high.filter(|_| set.high != range.high),
    };
    // Where the range is all there is, it has to be told after all.
    let shown = if inner == Interval::default() { *set } else { inner };
    let end = |bound: Option<Bound>| Some(in_printed_unit(bound?.value, statement).into());
    SetFacts {
        unit: printed_unit_of(statement),
        low: end(shown.low),
        low_open: shown.low.is_some_and(|low| low.open),
        high: end(shown.high),
        high_open: shown.high.is_some_and(|high| high.open),
        about: tolerance(statement, set, &inner).map(Into::into),
    }
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
