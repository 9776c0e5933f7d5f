//! The weakest number that the figures above accept, at three steps: it meets them, it catches up, it keeps up.

use rust_decimal::RoundingStrategy;
use serde::Serialize;

use crate::{
    quantity::{Bound, Decimal, Direction, Interval},
    text::Keyed,
};

use super::{Cutoffs, Gap};

/// What an ancestor's figure asks of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Nothing: the figures are not compared.
    Nothing,
    /// That every region below meets it.
    Each,
    /// That the regions below meet it on average.
    OnAverage,
}

/// An ancestor's figure as a demand; all numbers in one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demand {
    /// What it asks.
    pub asks: Asks,
    /// The values that satisfy it.
    pub set: Interval,
    /// Its printed number.
    pub number: Decimal,
    /// How far the region was behind at the base, where both bases are printed.
    pub base: Option<Gap>,
}

/// How well a target stands to the figures above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It falls short of none.
    Meets,
    /// It catches up with all it falls short of.
    #[serde(rename = "converges")]
    CatchesUp,
    /// It falls behind none.
    #[serde(rename = "keeps-distance")]
    KeepsUp,
}

impl Keyed for Standing {}

/// The weakest end a target may have to stand so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeakestEnd {
    /// How the target stands with it.
    pub standing: Standing,
    /// The end: the lower one where higher is better, else the upper one.
    pub end: Bound,
}

/// The weakest ends with at most `decimals` digits after the point that `demands`, nearest first, accept, each weaker than
/// the one before; none where a number alone cannot say it: no side is better, or a figure has two ends of its own.
#[must_use]
pub fn weakest(
    direction: Direction,
    demands: &[Demand],
    range: &Interval,
    cutoffs: &Cutoffs,
    decimals: u32,
) -> Vec<WeakestEnd> {
    // Everything is turned so that higher is better; one arithmetic then serves both sides, and the ends
    // are turned back.
    let upwards = |bound: Bound| match direction {
        Direction::Lower => Bound { value: -bound.value, ..bound },
        _ => bound,
    };
    let rising = |set: &Interval| match direction {
        Direction::Lower => Interval { low: set.high.map(upwards), high: set.low.map(upwards) },
        _ => *set,
    };
    if direction == Direction::Neither {
        return Vec::new();
    }
    let grid = NumberGrid { cutoffs, decimals, best: rising(range).high };
    let demands: Vec<Demand> = demands
        .iter()
        .map(|demand| Demand {
            set: rising(&demand.set),
            number: upwards(Bound::closed(demand.number)).value,
            ..*demand
        })
        .collect();
    let steps = grid.steps(&demands).unwrap_or_default();
    steps.into_iter().map(|step| WeakestEnd { end: upwards(step.end), ..step }).collect()
}

/// The numbers that can be printed; higher is better.
struct NumberGrid<'a> {
    cutoffs: &'a Cutoffs,
    decimals: u32,
    /// The best end of the indicator's range.
    best: Option<Bound>,
}

impl NumberGrid<'_> {
    fn steps(&self, demands: &[Demand]) -> Option<Vec<WeakestEnd>> {
        // As `violated` has it: an average further up counts only where the nearest figure is missed.
        let on_average = demands.first()?.asks == Asks::OnAverage;
        // Where the nearest figure is met, or asks nothing, averages above it say nothing.
        let counts = |(at, demand): &(usize, &Demand)| match demand.asks {
            Asks::Each => true,
            Asks::OnAverage => *at == 0,
            Asks::Nothing => false,
        };
        let met = demands.iter().enumerate().filter(counts).map(|(_, demand)| self.floor(demand));
        let mut steps = vec![WeakestEnd { standing: Standing::Meets, end: strictest(met)? }];
        for standing in [Standing::CatchesUp, Standing::KeepsUp].into_iter().filter(|_| on_average)
        {
            let asked = demands.iter().filter(|demand| demand.asks != Asks::Nothing);
            let end = strictest(asked.map(|demand| self.accepted(demand, standing)))?;
            // A step that is no weaker than the one before says nothing new.
            if steps.last().is_some_and(|last| order(&end) < order(&last.end)) {
                steps.push(WeakestEnd { standing, end });
            }
        }
        Some(steps)
    }

    /// The weakest end whose values all satisfy the figure.
    fn floor(&self, demand: &Demand) -> Option<Bound> {
        // A set with two ends of its own cannot be met by a number and a side: values beyond the other
        // end miss it.
        let low = demand.set.low?;
        let half_line = demand.set.high.is_none() || demand.set.high == self.best;
        let printed = self.up(low.value);
        // Rounding up to what can be printed may leave the open end behind, and is then allowed itself.
        let open = low.open && printed == low.value;
        half_line.then_some(Bound { value: printed, open })
    }

    /// The weakest end that stands so to the figure, met or not.
    fn accepted(&self, demand: &Demand, standing: Standing) -> Option<Bound> {
        // Who was level or ahead at the base falls behind with any gap, so only the figure itself keeps
        // it.
        let floor = self.floor(demand)?;
        let base =
            demand.base.filter(|gap| demand.asks == Asks::OnAverage && gap.0 > Decimal::ZERO);
        let behind = base.and_then(|gap| self.behind(demand.number, gap.0, standing));
        let behind = behind.filter(|behind| order(behind) < order(&floor));
        Some(behind.unwrap_or(floor))
    }

    /// The weakest number whose distance to `number` still stands so to the gap at the base.
    fn behind(&self, number: Decimal, gap: Decimal, standing: Standing) -> Option<Bound> {
        let catches_up = standing == Standing::CatchesUp;
        let cutoff = if catches_up { self.cutoffs.converges } else { self.cutoffs.falls_behind };
        let end = number.checked_sub(gap.checked_mul(cutoff)?)?;
        // The cut-off itself still counts as keeping the distance, so where it can be printed the next
        // number is needed.
        let printed = self.up(end);
        // The gap that only just narrows is smaller than the cut-off.
        let beyond = catches_up && printed == end;
        let unit = Decimal::new(i64::from(beyond), self.decimals);
        printed.checked_add(unit).map(Bound::closed)
    }

    fn up(&self, value: Decimal) -> Decimal {
        value.round_dp_with_strategy(self.decimals, RoundingStrategy::ToPositiveInfinity)
    }
}

/// The strictest of several ends; `None` where one of them is none, or there are none at all.
fn strictest(ends: impl Iterator<Item = Option<Bound>>) -> Option<Bound> {
    let ends: Vec<Bound> = ends.collect::<Option<_>>()?;
    ends.into_iter().max_by_key(order)
}

fn order(end: &Bound) -> (Decimal, bool) {
    (end.value, end.open)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn share() -> Interval {
        Interval::between(Bound::closed(Decimal::ZERO), Bound::closed(Decimal::ONE_HUNDRED))
    }

    /// `≥50`, from which the region was behind by this much at the base.
    fn on_average(number: &str, base: Option<&str>) -> Demand {
        let set = Interval::above(Bound::closed(decimal(number)));
        let base = base.map(|gap| Gap(decimal(gap)));
        Demand { asks: Asks::OnAverage, set, number: decimal(number), base }
    }

    /// `meets ≥50`, one for each step.
    fn steps(direction: Direction, demands: &[Demand], range: &Interval, decimals: u32) -> String {
        let steps = weakest(direction, demands, range, &Cutoffs::default(), decimals);
        let sign = |open: bool| match (direction, open) {
            (Direction::Lower, false) => '≤',
            (Direction::Lower, true) => '<',
            (_, false) => '≥',
            (_, true) => '>',
        };
        let said = steps.iter().map(|step| {
            let (number, sign) = (step.end.value.normalize(), sign(step.end.open));
            format!("{} {sign}{number}", step.standing.key())
        });
        said.collect::<Vec<_>>().join(", ")
    }

    fn higher(demands: &[Demand], decimals: u32) -> String {
        steps(Direction::Higher, demands, &share(), decimals)
    }

    #[test]
    fn a_strict_floor_that_has_to_be_rounded_is_met_by_its_next_number() {
        let strict = |low: &str| {
            let set = Interval::above(Bound::open(decimal(low)));
            Demand { set, ..on_average(low, None) }
        };
        assert_eq!(higher(&[strict("50.25")], 2), "meets >50.25");
        assert_eq!(higher(&[strict("50.25")], 1), "meets ≥50.3");
        assert_eq!(higher(&[on_average("50.25", None)], 2), "meets ≥50.25");
        assert_eq!(higher(&[on_average("50.25", None)], 1), "meets ≥50.3");
    }

    #[test]
    fn what_catches_up_beats_the_share_of_the_gap_and_what_keeps_up_reaches_it() {
        // 50 − 0.95 × 10 = 40.5, 50 − 1.05 × 10 = 39.5
        let behind = [on_average("50", Some("10"))];
        assert_eq!(higher(&behind, 1), "meets ≥50, converges ≥40.6, keeps-distance ≥39.5");
        assert_eq!(higher(&behind, 0), "meets ≥50, converges ≥41, keeps-distance ≥40");
        let lower = [Demand { set: Interval::below(Bound::closed(decimal("50"))), ..behind[0] }];
        let lower = steps(Direction::Lower, &lower, &share(), 1);
        assert_eq!(lower, "meets ≤50, converges ≤59.4, keeps-distance ≤60.5");
    }

    #[test]
    fn without_a_gap_at_the_base_the_figure_is_met_or_missed() {
        assert_eq!(higher(&[on_average("50", None)], 1), "meets ≥50");
        for base in ["0", "-1"] {
            let set = Interval::above(Bound::open(decimal("50")));
            let strict = Demand { set, ..on_average("50", Some(base)) };
            assert_eq!(higher(&[strict], 1), "meets >50", "{base}");
        }
    }

    #[test]
    fn averages_above_a_figure_that_is_met_say_nothing() {
        let near = on_average("50", Some("10"));
        let far = on_average("60", Some("30"));
        // To keep up with the far one takes 60 − 1.05 × 30 = 28.5, to meet it is asked of nobody.
        assert_eq!(higher(&[near, far], 1), "meets ≥50, converges ≥40.6, keeps-distance ≥39.5");
        let each = Demand { asks: Asks::Each, ..far };
        assert_eq!(higher(&[near, each], 1), "meets ≥60");
        assert_eq!(higher(&[each, near], 1), "meets ≥60");
        let nothing = Demand { asks: Asks::Nothing, ..far };
        assert_eq!(higher(&[near, nothing], 0), "meets ≥50, converges ≥41, keeps-distance ≥40");
        assert_eq!(higher(&[nothing, near], 1), "");
        assert_eq!(higher(&[], 1), "");
    }

    #[test]
    fn no_number_alone_stands_for_two_ends() {
        let within = |high: &str| {
            let set = Interval::between(Bound::closed(decimal("50")), Bound::closed(decimal(high)));
            [Demand { set, ..on_average("50", None) }]
        };
        assert_eq!(higher(&within("60"), 1), "");
        // An end that is only the range's own is none of the figure's.
        assert_eq!(higher(&within("100"), 1), "meets ≥50");
        assert_eq!(higher(&[on_average("50", None)], 1), "meets ≥50");
        let anywhere = Interval::default();
        assert_eq!(steps(Direction::Higher, &within("100"), &anywhere, 1), "");
        assert_eq!(steps(Direction::Neither, &[on_average("50", None)], &anywhere, 1), "");
    }
}
