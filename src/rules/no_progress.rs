//! A target whose number is the value it starts from.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    alignment::{Start, starts},
    catalogue::RegionId,
    finding::{Draft, Drafts},
    model::{Measure, Model, PlanId, Statement},
    quantity::{Comparator, Direction},
    rulebook::{Context, StatementFacts, compare_statements, subject_of, tell_statement},
    syntax::Class,
};

/// A region's measure: its targets of several years are one series.
type RegionSeries = (Option<RegionId>, Measure);

/// Reports each series of targets that ends, within the period, at the number it starts from.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let outlook = model.plan(plan).outlook;
    let within = || {
        // An outlook may well hold what the period has reached.
        starts(model, context.alignment, plan).filter(|start| Some(start.target.year) != outlook)
    };
    let kept: Vec<Start> = within().filter(|start| stays(model, start)).collect();
    if kept.is_empty() {
        return;
    }
    // Only the last target of a series within the period: a milestone that still stands at the base is no
    // standstill.
    let mut last: HashMap<RegionSeries, i32> = HashMap::new();
    for start in within() {
        let year = last.entry(region_series(&start)).or_insert(start.target.year);
        *year = (*year).max(start.target.year);
    }
    for start in &kept {
        if last.get(&region_series(start)) == Some(&start.target.year) {
            let held = model.at_best_end(start.target);
            drafts.push(draft(context, start, if held { "held" } else { "equal" }));
        }
    }
}

/// Whether a target is the value it starts from, where one side is better; >6 asks for more than 6.
fn stays(model: &Model, start: &Start) -> bool {
    let indicator = model.catalogue.indicator(start.target.measure.indicator);
    let judged = indicator.shows_progress() && indicator.direction != Some(Direction::Neither);
    // >6 asks for more than the 6 it starts from, though the number is the same.
    let beyond = is_beyond(start.target) && !is_beyond(start.base);
    // A line that was not to be crossed before is held by holding it.
    judged && start.number == start.from && !beyond && !is_bound(start.base)
}

/// Whether a value that was reached is printed as a bound: `<2760`, `≥99`.
fn is_bound(statement: &Statement) -> bool {
    let comparator = statement.quantity.as_ref().map(|quantity| quantity.comparator);
    matches!(
        comparator,
        Some(
            Comparator::MoreThan | Comparator::LessThan | Comparator::AtLeast | Comparator::AtMost
        )
    )
}

fn is_beyond(statement: &Statement) -> bool {
    let comparator = statement.quantity.as_ref().map(|quantity| quantity.comparator);
    matches!(comparator, Some(Comparator::MoreThan | Comparator::LessThan))
}

fn region_series(start: &Start) -> RegionSeries {
    (start.target.region, start.target.measure)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct NoProgressFacts {
    target: StatementFacts,
    base: StatementFacts,
}

fn draft(context: &Context, start: &Start, case: &'static str) -> Draft {
    let model = context.model;
    Draft::new(case, subject_of(model, start.target), model.place(start.target))
        .compares(compare_statements(model, start.target, start.base))
        .tells(NoProgressFacts {
            target: tell_statement(model, start.target),
            base: tell_statement(model, start.base),
        })
        .binding(start.target.class == Some(Class::Binding))
        .note("base", model.place(start.base), ())
}
