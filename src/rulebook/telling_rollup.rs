//! A roll-up as arguments of messages.

use std::sync::Arc;

use crate::{
    alignment::{RegionTerm, Rollup, RollupOutcome, Weights},
    finding::{Args, Compared, StatedValue, Value},
    model::{Model, Statement},
    quantity::{Decimal, Direction},
};

use super::{
    comparing::stated,
    telling::{in_printed_unit, printed_unit, tell},
};

/// A roll-up as a record, with at most `most` regions by name: `count` regions stated, `terms` (the first of them, each `region`, `number`, `weight`), `others` (`count`, `sum`),
/// `reserve`, `stated` (the sum), `reached` (what comes out at best), `by` (what is missing or too much), `silent` (names of the first
/// regions that state nothing), `silent_count`, `end` (the end of the range they count with), `needed`, `asked`, `best`, `weight`
/// (`name`, `year`, `stated`, `silent`, `total`), `issued`, `listed`, `over`,
/// `lower`, `unit`. Numbers are in the unit the parent prints.
#[must_use]
pub fn tell_rollup(model: &Model, rollup: &Rollup, most: usize) -> Args {
    let parent = model.statement(rollup.parent);
    let plain = |value: Decimal| Value::from(in_printed_unit(value, parent));
    let named = |term: &RegionTerm| Value::from(tell_term(model, parent, rollup, term));
    let silent = rollup.silent.iter().take(most);
    let silent: Vec<Value> =
        silent.map(|&region| (&model.catalogue.region_of(region).name).into()).collect();
    let mut told = Args::from([
        ("count", rollup.terms.len().into()),
        ("terms", Value::List(rollup.terms.iter().take(most).map(named).collect())),
        ("stated", plain(rollup.stated)),
        ("silent", Value::List(silent)),
        ("silent_count", rollup.silent.len().into()),
        ("issued", rollup.issued.into()),
        ("listed", rollup.rests_on_list().into()),
        ("over", matches!(rollup.outcome, RollupOutcome::Over(_)).into()),
        ("lower", (rollup.direction == Some(Direction::Lower)).into()),
    ]);
    told.extend(tell(model, parent).remove("unit").map(|unit| ("unit", unit)));
    told.extend(others(rollup, most).map(|(count, sum)| {
        let sum = rollup.weights.as_ref().map_or(sum, |weights| short(weights, sum));
        ("others", Args::from([("count", count.into()), ("sum", plain(sum))]).into())
    }));
    let reserve = rollup.reserve.and_then(|id| model.statement(id).number);
    let (reached, end) = ends(model, parent, rollup);
    let asked = rollup.needed.and(asked(parent, rollup));
    let numbers = [
        ("reserve", reserve),
        ("by", by(rollup)),
        ("reached", reached),
        ("end", end),
        ("needed", rollup.needed),
        ("asked", asked),
    ];
    told.extend(numbers.into_iter().filter_map(|(key, number)| Some((key, plain(number?)))));
    told.extend(rollup.best().map(|best| ("best", named(best))));
    told.extend(rollup.weights.as_ref().map(|weights| ("weight", tell_weights(weights).into())));
    told
}

/// What the parts come to at best beside the figure above, with what is missing or too much.
#[must_use]
pub fn compare_rollup(model: &Model, rollup: &Rollup) -> Compared {
    let parent = model.statement(rollup.parent);
    let unit = printed_unit(parent);
    let plain = |value: Decimal| in_printed_unit(value, parent);
    let (reached, _) = ends(model, parent, rollup);
    let over = matches!(rollup.outcome, RollupOutcome::Over(_));
    let compared = Compared {
        own: reached.map(|reached| StatedValue::reckoned(plain(reached), Arc::clone(&unit))),
        other: Some(stated(model, parent)),
        direction: Some(if over { Direction::Lower } else { Direction::Higher }),
        ..Compared::default()
    };
    match by(rollup) {
        Some(by) => compared.apart(plain(by), unit),
        None => compared,
    }
}

fn tell_weights(weights: &Weights) -> Args {
    let year = weights.year.map_or(Value::from(""), Value::from);
    let mut told = Args::from([("name", (&weights.name).into()), ("year", year)]);
    let total = weights.total().map(|total| ("total", total));
    let numbers = [("stated", weights.stated), ("silent", weights.silent)].into_iter().chain(total);
    told.extend(numbers.map(|(key, number)| (key, short(weights, number).into())));
    told
}

/// Weights of many people or hectares are written in ten thousands, all of them alike: a mean does not change by it.
fn short(weights: &Weights, weight: Decimal) -> Decimal {
    // A million is a choice: below it, ten thousands would need decimals.
    let large = weights.total().is_some_and(|total| total >= Decimal::from(1_000_000));
    weight.checked_div(Decimal::from(10_000)).filter(|_| large).unwrap_or(weight)
}

fn tell_term(model: &Model, parent: &Statement, rollup: &Rollup, term: &RegionTerm) -> Args {
    let region = &model.catalogue.region_of(term.region).name;
    let mut told = Args::from([("region", region.into())]);
    told.insert("number", in_printed_unit(term.number, parent).into());
    let weight = term.weight.zip(rollup.weights.as_ref());
    told.extend(weight.map(|(weight, weights)| ("weight", short(weights, weight).into())));
    told
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

fn by(rollup: &Rollup) -> Option<Decimal> {
    match rollup.outcome {
        RollupOutcome::Short(by) | RollupOutcome::Over(by) => Some(by),
        RollupOutcome::Open => None,
    }
}

/// What comes out at best, and where the silent regions stand then.
fn ends(model: &Model, parent: &Statement, rollup: &Rollup) -> (Option<Decimal>, Option<Decimal>) {
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
fn asked(parent: &Statement, rollup: &Rollup) -> Option<Decimal> {
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
