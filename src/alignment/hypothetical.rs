//! A parent's target with another number in the same words, and how a child stands to it.

use crate::{
    catalogue::Indicator,
    hierarchy::Forest,
    model::{Model, Statement, StatementId},
    quantity::{
        Admissible, Bound, Comparator, Decimal, Direction, Interval, Quantity, QuantityContext,
        Relative, admissible, half_digit,
    },
};

use super::{
    Against, Carried, Comparison, Cutoffs, Figure, FigureSource, Resolution, RollupOutcome,
    against::AncestorFigure, comparer::Comparer, figure::stated_figure, rollup::rollup_outcome,
};

/// A stated target whose number can be supposed to be another one.
#[derive(Clone, Debug)]
pub struct AdjustableTarget<'a> {
    id: StatementId,
    statement: &'a Statement,
    quantity: Quantity,
    number: Decimal,
    reader: QuantityContext,
}

impl<'a> AdjustableTarget<'a> {
    /// The target of `comparison`; `None` where no side is better, or its number cannot be taken out of its words. `tolerance`
    /// is how far 左右 reaches, as a share of the number.
    #[must_use]
    pub fn of(model: &'a Model, comparison: &Comparison, tolerance: Decimal) -> Option<Self> {
        let id = comparison.child;
        let statement = model.statement(id);
        let direction = comparison.direction.filter(|d| *d != Direction::Neither)?;
        let indicator = model.catalogue.indicator(statement.measure.indicator);
        let reader = QuantityContext {
            direction: Some(direction),
            range: possible_range(statement, indicator),
            tolerance,
            base: None,
        };
        let figure = stated_figure(model, id)?;
        let quantity = change_as_level(statement.quantity.as_ref()?, direction, &figure.set);
        let asked = Self { id, statement, quantity, number: figure.number, reader };
        // Words that say more than a number and a side are not taken apart.
        asked.at(figure.number).filter(|same| *same == figure).map(|_| asked)
    }

    /// The number as it is stated.
    #[must_use]
    pub fn number(&self) -> Decimal {
        self.number
    }

    /// The values the indicator can take.
    #[must_use]
    pub fn range(&self) -> Interval {
        self.reader.range
    }

    /// The figure with another number; `None` outside the indicator's range.
    #[must_use]
    pub fn at(&self, number: Decimal) -> Option<Figure> {
        let mut quantity = self.quantity.clone();
        let replaced = |end: Option<Decimal>| match end {
            Some(end) if end == self.number => Some(number),
            other => other,
        };
        (quantity.low, quantity.high) = (replaced(quantity.low), replaced(quantity.high));
        let Admissible::Set(set) = admissible(&quantity, &self.reader) else { return None };
        let sound = self.reader.range.holds(number) && !set.is_empty();
        sound.then_some(Figure {
            source: FigureSource::Stated(self.id),
            set,
            number,
            class: self.statement.class,
            allocated: false,
            as_change: false,
        })
    }

    /// The numbers with which the set would end at `end`.
    pub fn ending_at(&self, end: Decimal) -> impl Iterator<Item = Decimal> {
        // 左右 widens by a share of the number, so the number lies a share away from the end, on either
        // side.
        let about = self.quantity.comparator == Comparator::Approx;
        let tolerance = Some(self.reader.tolerance).filter(|_| about);
        let shares =
            tolerance.map(|by| [Decimal::ONE.checked_sub(by), Decimal::ONE.checked_add(by)]);
        let widened = shares.into_iter().flatten().flatten();
        std::iter::once(end).chain(widened.filter_map(move |share| end.checked_div(share)))
    }
}

fn possible_range(statement: &Statement, indicator: &Indicator) -> Interval {
    if statement.measure.coverage {
        return Interval::between(
            Bound::closed(Decimal::ZERO),
            Bound::closed(Decimal::ONE_HUNDRED),
        );
    }
    indicator.range
}

/// A change against a base as the value it leads to.
fn change_as_level(quantity: &Quantity, direction: Direction, set: &Interval) -> Quantity {
    if !matches!(quantity.relative, Some(Relative::Base { .. })) {
        return quantity.clone();
    }
    let end = if direction == Direction::Higher { set.low } else { set.high };
    let strict = end.is_some_and(|end| end.open);
    let comparator = match (direction, strict) {
        (_, false) => Comparator::Reach,
        (Direction::Higher, true) => Comparator::MoreThan,
        (_, true) => Comparator::LessThan,
    };
    let number = end.map(|end| end.value);
    Quantity {
        comparator,
        low: number,
        high: number,
        relative: None,
        basis: None,
        ..quantity.clone()
    }
}

/// How a child that stands as `against` would stand to another figure of the same plan.
#[must_use]
pub fn against_supposed_figure(
    model: &Model,
    forest: &Forest,
    cutoffs: &Cutoffs,
    comparison: &Comparison,
    against: &Against,
    figure: Figure,
) -> Against {
    // A child that takes over the parent's number moves with it, and never gets worse by it.
    if follows(comparison, against) || comparison.as_change {
        return against.clone();
    }
    let statement = model.statement(comparison.child);
    let indicator = model.catalogue.indicator(statement.measure.indicator);
    let Against { plan, region, .. } = *against;
    let above = AncestorFigure {
        plan,
        region,
        choice: against.choice,
        one_of_several: against.one_of_several,
        figure,
        clause: against.clause.clone(),
    };
    let comparer = Comparer { model, forest, cutoffs };
    let supposed = comparer.judged(comparison, statement, indicator, above, against.base);
    let carried = against.carried.map(|carried| Carried {
        met: rollup_outcome(&carried.reach, &supposed.figure.set, &indicator.range)
            == RollupOutcome::Open,
        ..carried
    });
    Against { carried, ..supposed }
}

/// Whether a child's number is the parent's own, whatever that is.
fn follows(comparison: &Comparison, against: &Against) -> bool {
    let shown = against.figure.source.shown();
    matches!(&comparison.resolution, Some(Resolution::Resolved { statement, .. }) if *statement == shown)
}

/// Every number of the parent at which the child's standing may turn, in no order.
#[must_use]
pub fn turning_points(
    model: &Model,
    cutoffs: &Cutoffs,
    asked: &AdjustableTarget<'_>,
    comparison: &Comparison,
    against: &Against,
) -> Vec<Decimal> {
    // More points than needed do no harm, one that is missed does: between two points the standing stays
    // as it is.
    let mut points: Vec<Decimal> = comparison.number.into_iter().collect();
    let ends = comparison.set.into_iter().flat_map(|set| [set.low, set.high]);
    points.extend(ends.flatten().flat_map(|end| asked.ending_at(end.value)));
    let carried = against.carried.into_iter().flat_map(|by| [by.reach.low, by.reach.high]);
    points.extend(carried.flatten().flat_map(|end| asked.ending_at(end.value)));
    let (Some(base), Some(number)) = (against.base, comparison.number) else { return points };
    let printed = [base.child, base.parent].map(|id| model.statement(id).number.map(half_digit));
    let slack: Decimal = printed.into_iter().flatten().sum();
    let gaps = [Some(base.gap.0), base.gap.0.checked_add(slack), base.gap.0.checked_sub(slack)];
    for gap in gaps.into_iter().flatten() {
        for cutoff in [cutoffs.converges, cutoffs.falls_behind] {
            let ahead = gap.checked_mul(cutoff);
            points.extend(ahead.and_then(|ahead| match comparison.direction {
                Some(Direction::Lower) => number.checked_sub(ahead),
                _ => number.checked_add(ahead),
            }));
        }
    }
    points
}
