//! Numeric targets of the prose that a plan above lists in its table and this one does not.

use std::collections::HashSet;

use crate::{
    catalogue::IndicatorId,
    finding::{Compared, Draft, Drafts, Subject},
    model::{Model, Origin, Plan, PlanId, Role, Statement},
    quantity::Comparator,
    rulebook::{Context, NamesFacts, PlanNamesFacts, tell_plan},
};

/// Reports once a plan with an indicator table which of the targets that a table above lists stand in the prose alone, at the
/// first of them.
pub fn check(context: &Context, id: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let plan = model.plan(id);
    // The table of an excerpt may go on in what it leaves out.
    if plan.rows.is_empty() || plan.is_excerpt {
        return;
    }
    let prose = model.statements(id).map(|(_, said)| said).filter(|said| is_promise(plan, said));
    let mut prose = prose.peekable();
    if prose.peek().is_none() {
        return;
    }
    let above = tabled_above(context, id);
    let mut listed = in_tables(model, id);
    let alone: Vec<&Statement> = prose
        .filter(|said| {
            // A growth in the text may belong to a level in the table: what is measured by the row is in
            // it under whatever name.
            let known = said.measure.indicator != said.indicator
                && listed.contains(&said.measure.indicator);
            !known && above.contains(&said.indicator) && listed.insert(said.indicator)
        })
        .collect();
    if let Some(first) = alone.first() {
        drafts.push(draft(model, id, first, &alone));
    }
}

/// The indicators of the plan's rows, as named and as measured.
fn in_tables(model: &Model, plan: PlanId) -> HashSet<IndicatorId> {
    let rows = model.rows(plan).map(|(_, row)| row.indicator);
    let cells = model.statements(plan).map(|(_, said)| said).filter(|said| said.in_table());
    rows.chain(cells.map(|said| said.measure.indicator)).collect()
}

/// The indicators of the rows of all plans above.
// A plan has dozens of numbers in its text that nobody asks for; what a level above assesses is looked for in the table.
fn tabled_above(context: &Context, plan: PlanId) -> HashSet<IndicatorId> {
    let parents = context.forest.parents(plan).iter();
    let plans = parents.flat_map(|parents| parents.plans.iter().copied());
    plans.flat_map(|id| context.model.rows(id).map(|(_, row)| row.indicator)).collect()
}

/// Whether a statement of the prose promises a number for the whole region within the period.
fn is_promise(plan: &Plan, said: &Statement) -> bool {
    let number = said.quantity.as_ref().is_some_and(|quantity| {
        quantity.comparator != Comparator::All && quantity.low.or(quantity.high).is_some()
    });
    said.origin == Origin::Prose
        && said.role == Role::Target
        && said.region == plan.region
        && said.measure.scope.is_none()
        && plan.period.is_none_or(|period| said.year <= period.end)
        && said.is_level()
        && number
}

fn draft(model: &Model, id: PlanId, first: &Statement, alone: &[&Statement]) -> Draft {
    let plan = model.plan(id);
    let listed = NamesFacts::of(alone.iter().map(|said| model.printed_name(said)));
    let subject = Subject {
        plan: Some(plan.title.clone()),
        region: plan.region.map(|id| model.catalogue.region_of(id).name.clone()),
        ..Subject::default()
    };
    Draft::new("prose", subject, model.place(first))
        .compares(Compared::counted(alone.len()))
        .tells(PlanNamesFacts { of: tell_plan(model, id), listed })
}
