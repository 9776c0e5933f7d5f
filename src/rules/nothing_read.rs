//! A plan of which nothing was read that could be checked, or that others could be held against.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Draft, Drafts, Place, Subject},
    model::{Model, Plan, PlanId},
    rulebook::{Context, has_figures, only_registers, why_nothing_read},
};

/// Reports plans without a target, those whose figures are nearly all past, those in a language that is not read, and
/// parents that nothing can be held against.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    let own = model.plans().find(|(_, plan)| !plan.reference_only);
    let alone = is_alone(model);
    for (id, plan) in model.plans() {
        let case = match plan.reference_only {
            true => trouble_as_parent(model, id, plan),
            // A head without tables registers a plan beside others; alone it was given to be checked.
            false if alone && only_registers(model, plan) => Some("head-only"),
            false => why_nothing_read(model, id, plan),
        };
        let at = if plan.reference_only { own.map(|(_, own)| own) } else { Some(plan) };
        // Nothing is reported in a file that only serves as a parent: it is told at the first plan it was given for.
        let Some((case, at)) = case.zip(at) else { continue };
        drafts.push(draft(model, case, plan, at.place.clone()));
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct NothingReadFacts {
    path: Arc<str>,
}

fn draft(model: &Model, case: &'static str, plan: &Plan, place: Place) -> Draft {
    let path = model.sources.get(plan.file).map(|source| source.path.clone());
    let subject = Subject {
        plan: Some(plan.title.clone()),
        other: path.clone(),
        region: plan.region.map(|id| model.catalogue.region_of(id).name.clone()),
        ..Subject::default()
    };
    Draft::new(case, subject, place).tells(NothingReadFacts { path: path.unwrap_or_default() })
}

/// What is wrong with a plan that others are to be held against.
fn trouble_as_parent(model: &Model, id: PlanId, plan: &Plan) -> Option<&'static str> {
    if !has_figures(model, id, plan) {
        Some("empty-parent")
    } else {
        plan.region.is_none().then_some("parent-without-region")
    }
}

/// Whether one plan is all that was asked for. A head registers a plan beside others; where nothing else was asked for,
/// nothing was checked. Texts without a plan lend names: beside parents they may be theirs.
fn is_alone(model: &Model) -> bool {
    let own = model.plans().filter(|(_, plan)| !plan.reference_only).count();
    let parents = model.plans().any(|(_, plan)| plan.reference_only);
    own == 1 && (parents || model.sources.len() == 1)
}
