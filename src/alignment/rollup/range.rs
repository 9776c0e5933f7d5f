//! Interval arithmetic: what can come out, whether it meets the parent's figure, and what the silent regions must reach.

use std::sync::Arc;

use crate::{
    alignment::Comparison,
    model::{Model, Statement, StatementId},
    quantity::{Bound, Decimal, Direction, Interval},
};

use super::{
    below::RollupParts,
    outcome::rollup_outcome,
    rolled_up::{Rollup, RollupCompleteness, Weights},
    weights::weigh,
};

/// Rolls the parts up; `None` where a mean lacks its weights, or a number is larger than can be reckoned with.
pub fn settle_rollup(
    model: &Model,
    comparison: &Comparison,
    weight: Option<&Arc<str>>,
    mut parts: RollupParts,
) -> Option<Rollup> {
    let parent = model.statement(comparison.child);
    let indicator = model.catalogue.indicator(parent.measure.indicator);
    let weights = match weight {
        Some(name) => Some(weigh(model, parent.region?, name, &mut parts)?),
        None => None,
    };
    let asked = *parent.interval()?;
    let stated = sum_of_stated_parts(model, &parts)?;
    let reach = match &weights {
        Some(weights) => mean_with_silent(stated, weights, &indicator.range)?,
        None => sum_with_silent(stated, &parts, &indicator.range),
    };
    let reach = match comparison.direction {
        Some(Direction::Higher | Direction::Lower) => reach,
        // Where neither side is better both must come out even, as far as rounded numbers can.
        _ => loosened(reach, rollup_slack(model, parent, &parts)),
    };
    let outcome = rollup_outcome(&reach, &asked, &indicator.range);
    let needed = needed_of_silent(stated, weights.as_ref(), &parts, &asked, &indicator.range);
    Some(Rollup {
        parent: comparison.child,
        direction: comparison.direction,
        issued: parts.issued,
        terms: parts.terms,
        reserve: parts.reserve,
        silent: parts.silent,
        known: parts.known,
        weights,
        stated,
        reach,
        outcome,
        needed,
    })
}

fn sum_of_stated_parts(model: &Model, parts: &RollupParts) -> Option<Decimal> {
    let reserve = parts.reserve.and_then(|id| model.statement(id).number).unwrap_or_default();
    parts.terms.iter().try_fold(reserve, |sum, term| {
        sum.checked_add(term.number.checked_mul(term.weight.unwrap_or(Decimal::ONE))?)
    })
}

/// The sum with every silent region at the lower, and at the upper end; who is not listed may add anything the range allows.
fn sum_with_silent(stated: Decimal, parts: &RollupParts, range: &Interval) -> Interval {
    let count = Decimal::from(parts.silent.len());
    let unlisted = parts.known == RollupCompleteness::Some;
    let end = |bound: Option<Bound>, harmless: bool| {
        if parts.silent.is_empty() && !unlisted {
            return Some(Bound::closed(stated));
        }
        let bound = bound.filter(|_| !unlisted || harmless)?;
        let value = stated.checked_add(bound.value.checked_mul(count)?)?;
        Some(Bound { value, open: bound.open && !count.is_zero() })
    };
    // Whoever is not listed can only push towards an end that the range leaves open: counts are never
    // negative, so a cap can be exceeded by those that are known alone.
    let never_negative = range.low.is_some_and(|low| low.value >= Decimal::ZERO);
    let never_positive = range.high.is_some_and(|high| high.value <= Decimal::ZERO);
    Interval { low: end(range.low, never_negative), high: end(range.high, never_positive) }
}

/// The mean with every silent region at the lower, and at the upper end.
fn mean_with_silent(stated: Decimal, weights: &Weights, range: &Interval) -> Option<Interval> {
    let total = weights.total()?;
    let end = |bound: Option<Bound>| {
        if weights.silent.is_zero() {
            return stated.checked_div(total).map(Bound::closed);
        }
        let bound = bound?;
        let sum = stated.checked_add(bound.value.checked_mul(weights.silent)?)?;
        Some(Bound { value: sum.checked_div(total)?, open: bound.open })
    };
    Some(Interval { low: end(range.low), high: end(range.high) })
}

/// What the silent regions must come to so that the figure is met; none where nobody is silent, or nothing is asked of them.
fn needed_of_silent(
    stated: Decimal,
    weights: Option<&Weights>,
    parts: &RollupParts,
    asked: &Interval,
    range: &Interval,
) -> Option<Decimal> {
    let floor = asked.low.filter(|_| asked.low != range.low);
    let cap = asked.high.filter(|_| asked.high != range.high);
    let end = floor.or(cap)?.value;
    match weights {
        Some(weights) if weights.silent.is_zero() => None,
        Some(weights) => {
            let rest = end.checked_mul(weights.total()?)?.checked_sub(stated)?;
            // Divided by their weight: what the silent must reach on average, as plans state it.
            rest.checked_div(weights.silent)
        }
        None if parts.silent.is_empty() && parts.known != RollupCompleteness::Some => None,
        None => end.checked_sub(stated),
    }
}

fn loosened(reach: Interval, slack: Decimal) -> Interval {
    let moved = |bound: Option<Bound>, by: Decimal| {
        let value = bound?.value.checked_add(by)?;
        Some(Bound::closed(value))
    };
    Interval { low: moved(reach.low, -slack), high: moved(reach.high, slack) }
}

/// Half of the last printed digits, together.
fn rollup_slack(model: &Model, parent: &Statement, parts: &RollupParts) -> Decimal {
    let printed = |statement: &Statement| {
        statement.number.map(|number| model.half_printed_digit(statement, number))
    };
    // Roundings add up: each term may be off by half of its last digit, and so may the whole.
    let of = |id: StatementId| printed(model.statement(id));
    let terms = parts.terms.iter().map(|term| term.statement).chain(parts.reserve);
    let halves = terms.filter_map(of).chain(printed(parent));
    halves.fold(Decimal::ZERO, Decimal::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{alignment::rollup::RollupOutcome, catalogue::RegionId};

    fn open(value: i64) -> Option<Bound> {
        Some(Bound::open(value.into()))
    }

    fn parts(silent: u32, known: RollupCompleteness) -> RollupParts {
        let silent = (0..silent).map(RegionId).collect();
        RollupParts { issued: false, terms: vec![], reserve: None, silent, known }
    }

    #[test]
    fn a_silent_region_reaches_an_open_end_no_more_than_the_range_does() {
        let range = Interval { low: open(5), high: open(50) };
        let sum =
            |silent| sum_with_silent(10.into(), &parts(silent, RollupCompleteness::Listed), &range);
        assert_eq!(sum(2), Interval { low: open(20), high: open(110) });
        // Where everybody has spoken the range gives no end.
        let all = Bound::closed(10.into());
        assert_eq!(sum(0), Interval::between(all, all));
        let weights = |silent: i64| Weights {
            name: "人口".into(),
            year: None,
            stated: 4.into(),
            silent: silent.into(),
            listed: false,
        };
        let mean = |silent| mean_with_silent(20.into(), &weights(silent), &range);
        assert_eq!(mean(1), Some(Interval { low: open(5), high: open(14) }));
        let all = Bound::closed(5.into());
        assert_eq!(mean(0), Some(Interval::between(all, all)));
    }

    #[test]
    fn an_end_that_nobody_silent_reaches_is_closed() {
        // No listed region is silent, and who is not listed can only take away.
        let range = Interval { low: open(-50), high: open(0) };
        let sum = sum_with_silent(10.into(), &parts(0, RollupCompleteness::Some), &range);
        assert_eq!(sum, Interval { low: None, high: Some(Bound::closed(10.into())) });
    }

    #[test]
    fn an_open_end_on_either_side_misses_its_own_number() {
        let closed = |value: i64| Some(Bound::closed(value.into()));
        let anywhere = Interval::default();
        for (high, floor, met) in [
            (closed(5), closed(5), true),
            (open(5), closed(5), false),
            (closed(5), open(5), false),
            (open(5), open(5), false),
            (open(6), closed(5), true),
            (closed(4), closed(5), false),
        ] {
            let reach = Interval { low: None, high };
            let asked = Interval { low: floor, high: None };
            let short = rollup_outcome(&reach, &asked, &anywhere) != RollupOutcome::Open;
            assert_eq!(short, !met, "{high:?} {floor:?}");
            let upside_down =
                |end: Option<Bound>| end.map(|end| Bound { value: -end.value, ..end });
            let reach = Interval { low: upside_down(high), high: None };
            let asked = Interval { low: None, high: upside_down(floor) };
            let over = rollup_outcome(&reach, &asked, &anywhere) != RollupOutcome::Open;
            assert_eq!(over, !met, "{high:?} {floor:?}");
        }
    }
}
