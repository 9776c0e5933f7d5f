//! How what can come out of the regions below stands to the figure of their parent.

use crate::quantity::{Bound, Decimal, Interval};

/// How what can come out stands to the parent's figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollupOutcome {
    /// It can be met.
    Open,
    /// At best it stays below, by this much.
    Short(Decimal),
    /// At best it stays above, by this much.
    Over(Decimal),
}

/// A surplus is never held against anybody: an end that only the indicator's range gives does not count.
pub fn rollup_outcome(reach: &Interval, asked: &Interval, range: &Interval) -> RollupOutcome {
    // An end that the range gives was asked by nobody.
    let floor = asked.low.filter(|_| asked.low != range.low);
    let cap = asked.high.filter(|_| asked.high != range.high);
    let below = |high: Bound, floor: Bound| {
        // Two ends that touch meet only where both are closed.
        high.value < floor.value || (high.value == floor.value && (high.open || floor.open))
    };
    match (reach.high.zip(floor), reach.low.zip(cap)) {
        (Some((high, floor)), _) if below(high, floor) => {
            RollupOutcome::Short(floor.value.saturating_sub(high.value))
        }
        (_, Some((low, cap))) if below(cap, low) => {
            RollupOutcome::Over(low.value.saturating_sub(cap.value))
        }
        _ => RollupOutcome::Open,
    }
}
