//! Catching up or falling behind: the gap at the base against the gap at the target.

use std::cmp::Ordering;

use serde::Serialize;

use crate::{
    quantity::{Decimal, Direction},
    text::Keyed,
};

/// 走势.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trajectory {
    /// It was ahead or level and will be behind, or the gap widens.
    FallsBehind,
    /// The gap stays as it is.
    KeepsDistance,
    /// The gap narrows.
    Converges,
    /// No two bases of one year.
    Unknown,
}

impl Keyed for Trajectory {}

/// Where a gap counts as wider or narrower, as shares of the base gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cutoffs {
    /// At or above this share the gap has not narrowed.
    pub converges: Decimal,
    /// Above this share the gap has widened.
    pub falls_behind: Decimal,
}

impl Default for Cutoffs {
    fn default() -> Self {
        // A twentieth of the gap at the base on either side, as the definition has it: what moves less
        // keeps its distance.
        Self { converges: Decimal::new(95, 2), falls_behind: Decimal::new(105, 2) }
    }
}

/// A signed gap: how far the child is behind its parent in the indicator's direction; `None` when it overflows or no side is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap(pub Decimal);

impl Gap {
    /// The gap between two printed numbers.
    #[must_use]
    pub fn between(direction: Direction, child: Decimal, parent: Decimal) -> Option<Self> {
        match direction {
            Direction::Higher => parent.checked_sub(child).map(Self),
            Direction::Lower => child.checked_sub(parent).map(Self),
            Direction::Neither => None,
        }
    }

    /// How the gap moves from `self` at the base to `target`.
    #[must_use]
    pub fn towards(self, target: Self, cutoffs: &Cutoffs) -> Trajectory {
        // Who was level or ahead and will be behind falls behind, however small the gap: 由领先转为落后.
        if self.0 <= Decimal::ZERO {
            return Trajectory::FallsBehind;
        }
        // A gap too large to multiply is beyond any share of it.
        let share = |cutoff: Decimal| self.0.checked_mul(cutoff).unwrap_or(Decimal::MAX);
        match (target.0.cmp(&share(cutoffs.falls_behind)), target.0.cmp(&share(cutoffs.converges)))
        {
            (Ordering::Greater, _) => Trajectory::FallsBehind,
            (_, Ordering::Less) => Trajectory::Converges,
            _ => Trajectory::KeepsDistance,
        }
    }

    /// Whether the trajectory would be another if the printed bases were off by half of their last digits together.
    #[must_use]
    pub fn rests_on_rounding(self, slack: Decimal, target: Self, cutoffs: &Cutoffs) -> bool {
        let at = |gap: Option<Decimal>| gap.map(|gap| Self(gap).towards(target, cutoffs));
        let printed = Some(self.towards(target, cutoffs));
        at(self.0.checked_add(slack)) != printed || at(self.0.checked_sub(slack)) != printed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn trajectory(base: &str, target: &str) -> Trajectory {
        Gap(decimal(base)).towards(Gap(decimal(target)), &Cutoffs::default())
    }

    #[test]
    fn the_examples_of_the_definition() {
        assert_eq!(trajectory("0.11", "1"), Trajectory::FallsBehind);
        assert_eq!(trajectory("-0.79", "0.5"), Trajectory::FallsBehind);
        assert_eq!(trajectory("1", "2"), Trajectory::FallsBehind);
        assert_eq!(trajectory("8.81", "5"), Trajectory::Converges);
        assert_eq!(trajectory("10", "10.5"), Trajectory::KeepsDistance);
        assert_eq!(trajectory("10", "9.5"), Trajectory::KeepsDistance);
        assert_eq!(trajectory("10", "9.49"), Trajectory::Converges);
        assert_eq!(trajectory("10", "10.51"), Trajectory::FallsBehind);
    }

    #[test]
    fn who_was_not_behind_has_nothing_to_catch_up_with() {
        assert_eq!(trajectory("0", "0"), Trajectory::FallsBehind);
        assert_eq!(trajectory("-1", "-2"), Trajectory::FallsBehind);
        assert_eq!(trajectory("0.01", "0.0095"), Trajectory::KeepsDistance);
    }

    #[test]
    fn a_share_too_large_to_count_is_not_exceeded() {
        let most = Decimal::MAX.to_string();
        assert_eq!(trajectory(&most, &most), Trajectory::KeepsDistance);
    }

    #[test]
    fn a_gap_is_how_far_the_child_is_behind() {
        let gap = |direction| Gap::between(direction, decimal("24"), decimal("25.5"));
        assert_eq!(gap(Direction::Higher), Some(Gap(decimal("1.5"))));
        assert_eq!(gap(Direction::Lower), Some(Gap(decimal("-1.5"))));
        assert_eq!(gap(Direction::Neither), None);
    }

    #[test]
    fn rounding_of_the_bases_can_decide() {
        let cutoffs = Cutoffs::default();
        assert!(Gap(decimal("1.0")).rests_on_rounding(
            decimal("0.1"),
            Gap(decimal("1.1")),
            &cutoffs
        ));
        assert!(!Gap(decimal("8.8")).rests_on_rounding(
            decimal("0.1"),
            Gap(decimal("5")),
            &cutoffs
        ));
        // From 1.0 on the gap stays as it is between 0.95 and 1.05.
        let rests = |slack: &str, target: &str| {
            Gap(Decimal::ONE).rests_on_rounding(decimal(slack), Gap(decimal(target)), &cutoffs)
        };
        // 0.95 × 1.05 = 0.9975, so the smaller base alone decides; so does the larger one: 1.1 × 0.95 = 1.045.
        assert!(rests("0.05", "1.04") && !rests("0.005", "1.04"));
        assert!(rests("0.1", "1.04") && !rests("0.05", "0.9975"));
        assert!(rests("0.02", "0.96") && !rests("0.01", "0.96"));
    }
}
