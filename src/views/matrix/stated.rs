//! What one plan states of each measure: of several years the last of its period.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{
    alignment::Comparison,
    engine::World,
    model::{Measure, Model, PlanId, Statement},
    quantity::{Basis, ReadingKind},
};

/// What a plan states of each measure for its own region, and the order of its tables.
pub(super) struct StatedMeasures<'a> {
    /// The measures in the plan's order.
    pub(super) order: Vec<Measure>,
    /// The target that is shown of each.
    pub(super) shown: BTreeMap<Measure, (&'a Statement, &'a Comparison)>,
}

impl<'a> StatedMeasures<'a> {
    /// The targets of `plan` that speak for it.
    pub(super) fn of(world: &'a World, plan: PlanId) -> Self {
        let head = world.model.plan(plan);
        let mut stated = Self { order: Vec::new(), shown: BTreeMap::new() };
        for comparison in world.alignment.plan(plan) {
            let statement = world.model.statement(comparison.child);
            if statement.region != head.region {
                continue;
            }
            let measure = measure_of_line(&world.model, &statement.measure);
            let rank = |statement: &Statement| rank_of_statement(statement, head.target_year());
            match stated.shown.get_mut(&measure) {
                None => {
                    stated.order.push(measure);
                    stated.shown.insert(measure, (statement, comparison));
                }
                // Only a better one replaces it: of equals the first as printed stays.
                Some(known) if rank(known.0) < rank(statement) => *known = (statement, comparison),
                Some(_) => {}
            }
        }
        stated
    }
}

/// The measure under which a matrix lists another: a rate of growth is one, whether its words say so or only its name.
pub(super) fn measure_of_line(model: &Model, measure: &Measure) -> Measure {
    match model.catalogue.indicator(measure.indicator).changes {
        true => Measure { basis: Basis::Growth, ..*measure },
        false => *measure,
    }
}

/// What says something before what says nothing, what holds everywhere before what holds under a condition; the last year of
/// the period, then those before it, then those behind it.
pub(super) fn rank_of_statement(
    statement: &Statement,
    last: Option<i32>,
) -> (bool, bool, bool, Reverse<u32>) {
    let (year, last) = (statement.year, last.unwrap_or(i32::MAX));
    let says = statement.kind != ReadingKind::Absent;
    let distance = Reverse(last.abs_diff(year));
    (says, statement.condition().is_none(), year <= last, distance)
}
