//! A target whose number is the value it starts from.

use std::collections::HashMap;

use crate::{
    alignment::{Start, starts},
    catalogue::RegionId,
    finding::{Args, Draft, Drafts},
    model::{Measure, PlanId},
    quantity::Direction,
    rulebook::{Context, subject_of, tell},
    syntax::Class,
};

/// A region's measure: its targets of several years are one series.
type Series = (Option<RegionId>, Measure);

/// Reports each series of targets that ends, within the period, at the number it starts from.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let outlook = context.model.plan(plan).outlook;
    let mut last: HashMap<Series, i32> = HashMap::new();
    let within = || {
        starts(context.model, context.alignment, plan)
            .filter(|start| Some(start.target.year) != outlook)
    };
    for start in within() {
        let year = last.entry(series(&start)).or_insert(start.target.year);
        *year = (*year).max(start.target.year);
    }
    for start in within() {
        let ends = last.get(&series(&start)) == Some(&start.target.year);
        let indicator = context.model.catalogue.indicator(start.target.measure.indicator);
        let level = indicator.direction == Some(Direction::Neither);
        if ends && !level && start.number == start.from {
            let held = context.model.at_best_end(start.target);
            drafts.push(draft(context, &start, if held { "held" } else { "equal" }));
        }
    }
}

fn series(start: &Start) -> Series {
    (start.target.region, start.target.measure)
}

fn draft(context: &Context, start: &Start, case: &'static str) -> Draft {
    let model = context.model;
    let told = Args::from([("base", tell(model, start.base).into())]);
    Draft::new(case, subject_of(model, start.target), model.place(start.target))
        .with("target", tell(model, start.target))
        .with("base", tell(model, start.base))
        .binding(start.target.class == Some(Class::Binding))
        .note("base", model.place(start.base), told)
}
