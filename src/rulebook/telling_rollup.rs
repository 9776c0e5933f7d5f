//! A roll-up as facts of a sentence.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{RegionTerm, Rollup, RollupOutcome, Weights},
    finding::{Compared, ExactNumber, StatedValue},
    model::{Model, Statement},
    quantity::{Decimal, Direction},
};

use super::{
    comparing::stated_value,
    telling::{in_printed_unit, printed_unit_of},
};

/// A roll-up among the facts of a sentence; numbers are in the unit the parent prints.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RollupFacts {
    /// How many regions stated their part.
    pub count: usize,
    /// The first of them.
    pub terms: Vec<TermFacts>,
    /// The rest of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others: Option<OtherTermsFacts>,
    /// What is issued and kept back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserve: Option<ExactNumber>,
    /// What they add up to.
    pub stated: ExactNumber,
    /// What comes out at best.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reached: Option<ExactNumber>,
    /// What is missing or too much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<ExactNumber>,
    /// Names of the first regions that state nothing.
    pub silent: Vec<Arc<str>>,
    /// How many state nothing.
    pub silent_count: usize,
    /// The end of the range that the silent ones count with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<ExactNumber>,
    /// What the silent ones have to come to, or to be on average.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needed: Option<ExactNumber>,
    /// The end of the parent's figure that this starts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asked: Option<ExactNumber>,
    /// The best of those stated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best: Option<TermFacts>,
    /// What a mean is weighed with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<WeightFacts>,
    /// Whether the parts are those that the parent itself issues.
    pub issued: bool,
    /// Whether only a list of regions says that these are all.
    pub listed: bool,
    /// Whether they come to too much.
    pub over: bool,
    /// Whether lower is better.
    pub lower: bool,
    /// The unit the parent prints; empty when there is none.
    pub unit: Arc<str>,
}

/// The part of one region in a roll-up.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TermFacts {
    /// The region.
    pub region: Arc<str>,
    /// Its number.
    pub number: ExactNumber,
    /// What it weighs in a mean.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<ExactNumber>,
}

/// The parts of a roll-up that are not written out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OtherTermsFacts {
    /// How many.
    pub count: usize,
    /// What they add.
    pub sum: ExactNumber,
}

/// The weights of a mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WeightFacts {
    /// What weighs: 常住人口.
    pub name: Arc<str>,
    /// The year it is of, where that is said.
    pub year: Option<i32>,
    /// What the regions that stated their part weigh together.
    pub stated: ExactNumber,
    /// What the silent ones weigh.
    pub silent: ExactNumber,
    /// What all weigh.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<ExactNumber>,
}

/// What is told of a roll-up, with at most `most` regions by name.
#[must_use]
pub fn tell_rollup(model: &Model, rollup: &Rollup, most: usize) -> RollupFacts {
    let parent = model.statement(rollup.parent);
    let plain = |value: Decimal| ExactNumber(in_printed_unit(value, parent));
    let named = |term: &RegionTerm| tell_term(model, parent, rollup, term);
    let silent = rollup.silent.iter().take(most);
    let others = others(rollup, most).map(|(count, sum)| {
        let sum = rollup.weights.as_ref().map_or(sum, |weights| shorter_weight(weights, sum));
        OtherTermsFacts { count, sum: plain(sum) }
    });
    let reserve = rollup.reserve.and_then(|id| model.statement(id).number);
    let (reached, end) = reached_and_end(model, parent, rollup);
    RollupFacts {
        count: rollup.terms.len(),
        terms: rollup.terms.iter().take(most).map(named).collect(),
        others,
        reserve: reserve.map(plain),
        stated: plain(rollup.stated),
        reached: reached.map(plain),
        by: shortfall_or_surplus(rollup).map(plain),
        silent: silent.map(|&id| Arc::clone(&model.catalogue.region_of(id).name)).collect(),
        silent_count: rollup.silent.len(),
        end: end.map(plain),
        needed: rollup.needed.map(plain),
        asked: rollup.needed.and(asked_of_silent(parent, rollup)).map(plain),
        best: rollup.best().map(named),
        weight: rollup.weights.as_ref().map(tell_weights),
        issued: rollup.issued,
        listed: rollup.rests_on_list(),
        over: matches!(rollup.outcome, RollupOutcome::Over(_)),
        lower: rollup.direction == Some(Direction::Lower),
        unit: printed_unit_of(parent),
    }
}

/// What the parts come to at best beside the figure above, with what is missing or too much.
#[must_use]
pub fn compare_rollup(model: &Model, rollup: &Rollup) -> Compared {
    let parent = model.statement(rollup.parent);
    let unit = printed_unit_of(parent);
    let plain = |value: Decimal| in_printed_unit(value, parent);
    let (reached, _) = reached_and_end(model, parent, rollup);
    let over = matches!(rollup.outcome, RollupOutcome::Over(_));
    let compared = Compared {
        own: reached.map(|reached| StatedValue::reckoned(plain(reached), Arc::clone(&unit))),
        other: Some(stated_value(model, parent)),
        direction: Some(if over { Direction::Lower } else { Direction::Higher }),
        ..Compared::default()
    };
    match shortfall_or_surplus(rollup) {
        Some(by) => compared.apart(plain(by), unit),
        None => compared,
    }
}

fn tell_weights(weights: &Weights) -> WeightFacts {
    let plain = |weight: Decimal| ExactNumber(shorter_weight(weights, weight));
    WeightFacts {
        name: Arc::clone(&weights.name),
        year: weights.year,
        stated: plain(weights.stated),
        silent: plain(weights.silent),
        total: weights.total().map(plain),
    }
}

/// Weights of many people or hectares are written in ten thousands, all of them alike: a mean does not change by it.
fn shorter_weight(weights: &Weights, weight: Decimal) -> Decimal {
    // A million is a choice: below it, ten thousands would need decimals.
    let large = weights.total().is_some_and(|total| total >= Decimal::from(1_000_000));
    weight.checked_div(Decimal::from(10_000)).filter(|_| large).unwrap_or(weight)
}

fn tell_term(model: &Model, parent: &Statement, rollup: &Rollup, term: &RegionTerm) -> TermFacts {
    let weight = term.weight.zip(rollup.weights.as_ref());
    TermFacts {
        region: Arc::clone(&model.catalogue.region_of(term.region).name),
        number: in_printed_unit(term.number, parent).into(),
        weight: weight.map(|(weight, weights)| shorter_weight(weights, weight).into()),
    }
}

/// How many terms are not written out, and what they add.
fn others(rollup: &Rollup, most: usize) -> Option<(usize, Decimal)> {
    // They add by their weights, as they did in the mean: a plain sum would not fit the rest of the
    // reckoning.
    let others = rollup.terms.get(most..).filter(|others| !others.is_empty())?;
    let sum = others.iter().try_fold(Decimal::ZERO, |sum, term| {
        sum.checked_add(term.number.checked_mul(term.weight.unwrap_or(Decimal::ONE))?)
    });
    Some((others.len(), sum?))
}

fn shortfall_or_surplus(rollup: &Rollup) -> Option<Decimal> {
    match rollup.outcome {
        RollupOutcome::Short(by) | RollupOutcome::Over(by) => Some(by),
        RollupOutcome::Open => None,
    }
}

/// What comes out at best, and where the silent regions stand then.
fn reached_and_end(
    model: &Model,
    parent: &Statement,
    rollup: &Rollup,
) -> (Option<Decimal>, Option<Decimal>) {
    let range = model.catalogue.indicator(parent.measure.indicator).range;
    let (reached, end) = match rollup.outcome {
        // Too much is told by the least that comes out, too little by the most: the kindest reading is
        // still wrong.
        RollupOutcome::Over(_) => (rollup.reach.low, range.low),
        _ => (rollup.reach.high, range.high),
    };
    (reached.map(|bound| bound.value), end.map(|bound| bound.value))
}

/// The end of the parent's figure that the silent regions have to make good.
fn asked_of_silent(parent: &Statement, rollup: &Rollup) -> Option<Decimal> {
    let needed = rollup.needed?;
    let whole = match &rollup.weights {
        Some(weights) => {
            let sum = rollup.stated.checked_add(needed.checked_mul(weights.silent)?)?;
            sum.checked_div(weights.total()?)?
        }
        None => rollup.stated.checked_add(needed)?,
    };
    // Division leaves a trace in the last digits; the figure itself is one of the two ends.
    let interval = parent.interval()?;
    let distance = |value: &Decimal| value.saturating_sub(whole).abs();
    [interval.low, interval.high].into_iter().flatten().map(|end| end.value).min_by_key(distance)
}
