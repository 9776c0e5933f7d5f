//! From quantities to sets: direction, base, range and unit of each statement of one plan.

use std::collections::HashMap;

use crate::{
    catalogue::{Catalogue, Indicator},
    quantity::{
        Admissible, Basis, Bound, Change, Comparator, Decimal, Direction, Interval, Quantity,
        QuantityContext, Relative, admissible, change_as_printed, printed_number,
    },
};

use super::{
    Model, PhraseSettings, Role, StatedChange, Statement,
    known_bases::{KnownBases, Target, bases_in_other_plans, single, target_of_statement},
};

/// Works out the number and the set of every statement of one plan.
pub fn settle_statements(
    statements: &mut [Statement],
    catalogue: &Catalogue,
    settings: &PhraseSettings,
) {
    for statement in statements.iter_mut() {
        // Units before declines, and both before bases: a base is compared with targets in plain units.
        plain_unit(statement);
        if catalogue.indicator(statement.indicator).declines {
            count_the_decline(statement);
        }
    }
    // Without changes and unknown directions nobody asks for a base, and none is collected.
    let needed = statements.iter().any(|statement| needs_base(statement, catalogue));
    let bases = if needed { KnownBases::of(statements) } else { KnownBases::default() };
    let headings = headings(statements, &bases, catalogue);
    for statement in statements.iter_mut() {
        let indicator = catalogue.indicator(statement.measure.indicator);
        let heading = if headings.is_empty() {
            None
        } else {
            headings.get(&target_of_statement(statement)).copied()
        };
        let base = if needed { bases.of_change(statement) } else { None };
        settle_one(statement, indicator, heading, base, settings);
    }
}

/// Settles the changes whose base year stands in another plan of their region.
pub fn settle_changes(model: &mut Model, settings: &PhraseSettings) {
    for (id, base) in bases_in_other_plans(model) {
        let Some(statement) = model.statements.get_mut(id.0 as usize) else { continue };
        let indicator = model.catalogue.indicator(statement.measure.indicator);
        settle_one(statement, indicator, None, Some(base), settings);
    }
}

/// Only changes against a base, and targets whose better side nobody says, look at the baseline.
fn needs_base(statement: &Statement, catalogue: &Catalogue) -> bool {
    let change = |quantity: &Quantity| matches!(quantity.relative, Some(Relative::Base { .. }));
    statement.quantity.as_ref().is_some_and(change)
        || catalogue.indicator(statement.measure.indicator).direction.is_none()
}

fn settle_one(
    statement: &mut Statement,
    indicator: &Indicator,
    heading: Option<Direction>,
    base: Option<Decimal>,
    settings: &PhraseSettings,
) {
    let Some(quantity) = &statement.quantity else { return };
    let covers = statement.measure.coverage;
    // Covering more is better, whatever the catalogue says of the count itself.
    let direction = if covers { Some(Direction::Higher) } else { indicator.direction };
    let reader = QuantityContext {
        direction: direction.or(heading),
        range: if covers { percent_range() } else { indicator.range },
        tolerance: settings.about,
        base,
    };
    // Rules take it for a reason to ask for a review.
    statement.inferred = direction.is_none() && heading.is_some();
    statement.set = admissible(quantity, &reader);
    statement.number = printed_number(quantity, &reader);
    let resolved = matches!(statement.set, Admissible::Set(_));
    let Some(Relative::Base { year, change: kind }) = quantity.relative else { return };
    if let Some(since) = year.filter(|_| kind != Change::Amount) {
        let printed = change_as_printed(quantity, &reader);
        statement.change =
            printed.map(|(set, number)| Box::new(StatedChange { since, kind, set, number }));
    }
    // A change that leads to no known level is still the level's: it stays undetermined beside levels, and is not
    // silently a target of another kind.
    if resolved || statement.change.is_some() && statement.measure.basis == Basis::Change {
        statement.measure.basis = Basis::Stock;
    }
}

fn percent_range() -> Interval {
    let end = |value| Some(Bound { value, open: false });
    Interval { low: end(Decimal::ZERO), high: end(Decimal::ONE_HUNDRED) }
}

/// A bare number counts in the unit of its row: 6 under 万人 is 60 000 人.
fn plain_unit(statement: &mut Statement) {
    let Some(quantity) = &mut statement.quantity else { return };
    let factor = statement.unit.as_ref().map_or(Decimal::ONE, |unit| unit.factor);
    if quantity.unit.is_none() && factor != Decimal::ONE && !statement.measure.coverage {
        let scaled = |value: Option<Decimal>| value.and_then(|v| v.checked_mul(factor));
        quantity.low = scaled(quantity.low);
        quantity.high = scaled(quantity.high);
    }
}

/// `下降18%` under an indicator that is itself a decline states 18, not a change of its base by −18 %.
fn count_the_decline(statement: &mut Statement) {
    let Some(quantity) = &mut statement.quantity else { return };
    // The catalogue's name for it is 单位GDP能耗降低, whose 18 is 18; a change of it would be how much less it
    // falls.
    let change = matches!(
        quantity.relative,
        Some(Relative::Base { change: Change::Percent | Change::Points, .. })
    ) || quantity.basis == Some(Basis::Change);
    let falls = quantity.low.or(quantity.high).is_some_and(|value| value.is_sign_negative());
    if change && falls {
        let (low, high) = (quantity.low, quantity.high);
        quantity.low = high.map(|value| -value);
        quantity.high = low.map(|value| -value);
        quantity.comparator = mirrored(quantity.comparator);
        quantity.relative = None;
        quantity.basis = None;
        statement.measure.basis = Basis::Stock;
    }
}

fn mirrored(comparator: Comparator) -> Comparator {
    match comparator {
        Comparator::AtLeast => Comparator::AtMost,
        Comparator::MoreThan => Comparator::LessThan,
        Comparator::AtMost => Comparator::AtLeast,
        Comparator::LessThan => Comparator::MoreThan,
        other => other,
    }
}

/// The side that is better, where no catalogue says it: a verb or sign of the same target, else from base to target.
fn headings(
    statements: &[Statement],
    bases: &KnownBases,
    catalogue: &Catalogue,
) -> HashMap<Target, Direction> {
    // Words before numbers, and whoever comes first keeps the place: 降至5% says itself which way is better. From
    // base to target is a guess (a target may be a floor that is below today's value), made only where nothing is
    // written; equal numbers tell nothing.
    let mut headings = HashMap::new();
    let open = |s: &&Statement| {
        s.role == Role::Target && catalogue.indicator(s.measure.indicator).direction.is_none()
    };
    for statement in statements.iter().filter(open) {
        if let Some(heading) = statement.quantity.as_ref().and_then(|q| q.heading) {
            headings.entry(target_of_statement(statement)).or_insert(heading);
        }
    }
    for statement in statements.iter().filter(open) {
        let number = statement.quantity.as_ref().and_then(single);
        if let (Some(value), Some(base)) = (number, bases.latest_before(statement)) {
            let heading = match value.cmp(&base) {
                std::cmp::Ordering::Greater => Direction::Higher,
                std::cmp::Ordering::Less => Direction::Lower,
                std::cmp::Ordering::Equal => continue,
            };
            headings.entry(target_of_statement(statement)).or_insert(heading);
        }
    }
    headings
}
