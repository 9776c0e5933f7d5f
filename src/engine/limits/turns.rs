//! One child under a figure whose number may be any: how loud it is, and where that changes.

use crate::{
    alignment::{
        AdjustableTarget, Against, Comparison, Cutoffs, against_supposed_figure, turning_points,
    },
    config::Settings,
    finding::Level,
    quantity::{Bound, Decimal, Direction, Interval},
    rulebook::RuleSheets,
};

use super::{
    super::{World, levels::CaseLevels, understand::cutoffs},
    limit::Limit,
};

/// A child's comparison, and the figure in question among those above it.
#[derive(Clone, Copy, Debug)]
pub struct ChildComparison<'a> {
    /// All figures above it.
    pub comparison: &'a Comparison,
    /// The one in question.
    pub against: &'a Against,
    /// Its place among them, the nearest being 0.
    pub at: usize,
}

impl ChildComparison<'_> {
    /// What is told of it.
    pub fn limit(&self) -> Limit {
        Limit { statement: self.comparison.child, direct: self.at == 0 }
    }
}

/// What judging needs.
pub struct Judge<'a> {
    world: &'a World,
    levels: CaseLevels<'a>,
    cutoffs: Cutoffs,
}

/// How loud something is at first, and each number from which on it is as loud as said there.
pub type Turns<T> = (T, Vec<(Bound, T)>);

impl<'a> Judge<'a> {
    /// A judge by the cut-offs of `settings` and the levels of `sheets` as they cap them.
    pub fn new(world: &'a World, settings: &'a Settings, sheets: &'a RuleSheets) -> Self {
        Self { world, levels: CaseLevels::of(world, settings, sheets), cutoffs: cutoffs(settings) }
    }

    /// How loud a child is that stands to the figure as `against`; `None` where nothing is held against it.
    pub fn level(&self, child: &ChildComparison<'_>, against: &Against) -> Option<Level> {
        let ChildComparison { comparison, at, .. } = *child;
        // What is held against a child by a higher figure depends on whether it meets the nearest one,
        // and that one stays as it is.
        let nearer_met = at > 0 && comparison.nearest_met();
        self.levels.fault(&self.world.model, comparison, against, nearer_met)
    }

    /// How loud a child is for every number of the figure, the least strict first.
    pub fn turns(
        &self,
        asked: &AdjustableTarget<'_>,
        child: &ChildComparison<'_>,
        direction: Option<Direction>,
    ) -> Turns<Option<Level>> {
        let World { model, forest, .. } = self.world;
        let ChildComparison { comparison, against, .. } = *child;
        let points = turning_points(model, &self.cutoffs, asked, comparison, against);
        turns_of_judgement(points, asked, direction, |number| {
            let figure = asked.at(number)?;
            let standing =
                against_supposed_figure(model, forest, &self.cutoffs, comparison, against, figure);
            self.level(child, &standing)
        })
    }
}

/// What `judge` says of every number of `asked`, which changes at none but `points` and the ends of its range.
pub fn turns_of_judgement<T: PartialEq>(
    mut points: Vec<Decimal>,
    asked: &AdjustableTarget<'_>,
    direction: Option<Direction>,
    judge: impl Fn(Decimal) -> T,
) -> Turns<T> {
    // Between two of the points nothing changes: that is what makes them the turning points. So one
    // sample in the middle of each stretch and one at each point say everything, however fine the numbers
    // are.
    let range = asked.range();
    let lower = direction == Some(Direction::Lower);
    points.extend(ends_of_range(&range).into_iter().flatten());
    points.retain(|point| is_inside_range(&range, *point));
    points.sort_unstable();
    points.dedup();
    let [mut from, mut to] = ends_of_range(&range);
    if lower {
        points.reverse();
        std::mem::swap(&mut from, &mut to);
    }
    let step = if lower { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
    // No point at all: the child stands alike under every number, and the one that is stated is as good
    // as any.
    let Some(&first) = points.first() else { return (judge(asked.number()), Vec::new()) };
    // Without an end of the range any number beyond the last point serves; one step is the simplest that
    // is never at the point.
    let before = from.map_or(first.saturating_sub(step), |from| middle(from, first));
    let start = judge(before);
    let mut turns: Vec<(Bound, T)> = Vec::new();
    let behind = points.iter().skip(1).map(|next| Some(*next)).chain([to]);
    for (&point, next) in points.iter().zip(behind) {
        let beyond = next.map_or(point.saturating_add(step), |next| middle(point, next));
        // At the end of the range, or where numbers have no room between them, nothing lies beyond the
        // point.
        let open = Some((Bound::open(point), beyond)).filter(|_| beyond != point);
        for (bound, sample) in std::iter::once((Bound::closed(point), point)).chain(open) {
            let value = judge(sample);
            // Only a change is a turn: a point where the level happens to be as before is none for the
            // reader.
            if *turns.last().map_or(&start, |(_, last)| last) != value {
                turns.push((bound, value));
            }
        }
    }
    (start, turns)
}

fn ends_of_range(range: &Interval) -> [Option<Decimal>; 2] {
    [range.low, range.high].map(|end| end.map(|end| end.value))
}

/// Whether a number lies within the range or at an end of it.
fn is_inside_range(range: &Interval, number: Decimal) -> bool {
    let [low, high] = ends_of_range(range);
    low.is_none_or(|low| low <= number) && high.is_none_or(|high| number <= high)
}

fn middle(one: Decimal, other: Decimal) -> Decimal {
    // Halves first: the sum of two numbers near the largest one does not fit, the sum of their halves
    // does.
    let half = Decimal::new(5, 1);
    let halves = [one, other].map(|number| number.checked_mul(half).unwrap_or_default());
    halves.iter().fold(Decimal::ZERO, |sum, half| sum.saturating_add(*half))
}
