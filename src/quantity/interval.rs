//! Sets of acceptable values as intervals with open or closed ends, and how two of them stand to each other.

use serde::Serialize;

use crate::text::Keyed;

use super::Decimal;

/// One end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// The value at the end.
    pub value: Decimal,
    /// Whether the value itself is left out.
    pub open: bool,
}

impl Bound {
    /// An end that belongs to the set.
    #[must_use]
    pub const fn closed(value: Decimal) -> Self {
        Self { value, open: false }
    }

    /// An end that is itself left out.
    #[must_use]
    pub const fn open(value: Decimal) -> Self {
        Self { value, open: true }
    }
}

/// A set of values between two ends; a missing end is unbounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Option<Bound>,
    /// The upper end.
    pub high: Option<Bound>,
}

/// How a child's set stands to its parent's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Whoever meets the child's target meets the parent's.
    Consistent,
    /// The child's target can be met while the parent's is missed.
    Weaker,
    /// No value meets both.
    Conflicting,
}

impl Keyed for Verdict {}

impl Interval {
    /// Everything from `low` upwards.
    #[must_use]
    pub const fn above(low: Bound) -> Self {
        Self { low: Some(low), high: None }
    }

    /// Everything up to `high`.
    #[must_use]
    pub const fn below(high: Bound) -> Self {
        Self { low: None, high: Some(high) }
    }

    /// Everything between `low` and `high`.
    #[must_use]
    pub const fn between(low: Bound, high: Bound) -> Self {
        Self { low: Some(low), high: Some(high) }
    }

    /// Whether it holds no value at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match (self.low, self.high) {
            (Some(low), Some(high)) => {
                low.value > high.value || (low.value == high.value && (low.open || high.open))
            }
            _ => false,
        }
    }

    /// Whether `value` lies in it.
    #[must_use]
    pub fn holds(&self, value: Decimal) -> bool {
        let above = self.low.is_none_or(|b| value > b.value || (value == b.value && !b.open));
        let below = self.high.is_none_or(|b| value < b.value || (value == b.value && !b.open));
        above && below
    }

    /// Whether every value of it lies in `other`.
    #[must_use]
    pub fn within(&self, other: &Self) -> bool {
        // Whoever meets an impossible target meets any other; it is told elsewhere that nobody can meet it.
        if self.is_empty() {
            return true;
        }
        let low = other.low.is_none_or(|outer| {
            self.low.is_some_and(|inner| {
                inner.value > outer.value
                    || (inner.value == outer.value && (inner.open || !outer.open))
            })
        });
        let high = other.high.is_none_or(|outer| {
            self.high.is_some_and(|inner| {
                inner.value < outer.value
                    || (inner.value == outer.value && (inner.open || !outer.open))
            })
        });
        low && high
    }

    /// The values that lie in both.
    #[must_use]
    pub fn meet(&self, other: &Self) -> Self {
        let tighter_low = |a: Bound, b: Bound| {
            if a.value > b.value || (a.value == b.value && a.open) { a } else { b }
        };
        let tighter_high = |a: Bound, b: Bound| {
            if a.value < b.value || (a.value == b.value && a.open) { a } else { b }
        };
        Self {
            low: join_ends(self.low, other.low, tighter_low),
            high: join_ends(self.high, other.high, tighter_high),
        }
    }
}

/// The ends joined by `pick` where both exist, else the one that does.
fn join_ends(
    a: Option<Bound>,
    b: Option<Bound>,
    pick: impl Fn(Bound, Bound) -> Bound,
) -> Option<Bound> {
    match (a, b) {
        (Some(a), Some(b)) => Some(pick(a, b)),
        (one, other) => one.or(other),
    }
}

/// How `child` stands to `parent`.
#[must_use]
pub fn verdict_of_sets(child: &Interval, parent: &Interval) -> Verdict {
    // Asked first: an empty child is within and does not meet, and it has to be the former.
    if child.within(parent) {
        Verdict::Consistent
    } else if child.meet(parent).is_empty() {
        Verdict::Conflicting
    } else {
        Verdict::Weaker
    }
}
