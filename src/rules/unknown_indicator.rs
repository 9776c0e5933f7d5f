//! Indicators that no catalogue lists and no parent states.

use std::collections::HashSet;

use crate::{
    catalogue::IndicatorId,
    finding::{Compared, Draft, Drafts, Subject},
    model::{Origin, Plan, PlanId, Role, Statement},
    rulebook::{Context, NamesFacts, PlanNamesFacts, tell_plan},
    syntax::PlanKind,
};

/// Reports once a plan the indicators of which nobody says what they mean, in the order of the plan.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    // An outline sets indicators of its own as a matter of course, and nobody would enter them in a catalogue.
    if model.plan(plan).kind == Some(PlanKind::Outline) {
        return;
    }
    let mut seen = HashSet::new();
    let mut names = Vec::new();
    for (_, statement) in model.statements(plan) {
        let defined = model.catalogue.indicator(statement.indicator).is_defined();
        // Who writes 完成省下达目标 knows that the province has it, whether or not its plan was read.
        let refers = statement.is_reference();
        let asked = statement.role != Role::Citation && !refers && !breaks_off(context, statement);
        // What a parent states is defined there, and the parent's own finding asks for it.
        if !defined
            && asked
            && seen.insert(statement.indicator)
            && !above_states(context, plan, statement.indicator)
        {
            names.push(model.printed_name(statement));
        }
    }
    if !names.is_empty() {
        drafts.push(draft(context, plan, model.plan(plan), &names));
    }
}

/// The name of a row that breaks off may be a heading; missing-target speaks of it.
fn breaks_off(context: &Context, statement: &Statement) -> bool {
    matches!(statement.origin, Origin::Table(row) if context.model.row(row).breaks_off)
}

fn above_states(context: &Context, plan: PlanId, indicator: IndicatorId) -> bool {
    let mut parents = context.forest.measures(plan);
    parents.any(|parents| parents.speaking(context.model, indicator).is_some())
}

fn draft(context: &Context, id: PlanId, plan: &Plan, names: &[&str]) -> Draft {
    let region = plan.region.map(|id| context.model.catalogue.region_of(id).name.clone());
    let subject = Subject { plan: Some(plan.title.clone()), region, ..Subject::default() };
    let listed = NamesFacts::of(names.iter().copied());
    Draft::new("indicators", subject, plan.place.clone())
        .compares(Compared::counted(names.len()))
        .tells(PlanNamesFacts { of: tell_plan(context.model, id), listed })
}
