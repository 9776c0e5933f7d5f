//! Two files that claim to be one plan.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Draft, Drafts, Subject},
    model::PlanId,
    rulebook::{Context, PlanFacts, tell_plan},
};

/// Reports each further file of a plan at its title; the first file is noted. A plan that only serves as a parent goes first.
pub fn check(context: &Context, drafts: &mut Drafts) {
    for group in &context.forest.duplicates {
        let only_parent = |id: &&PlanId| context.model.plan(**id).reference_only;
        // The finding stands in a file that was asked about, so the one that only serves as a parent is
        // the first.
        let first = group.iter().find(only_parent).or_else(|| group.first());
        if let Some(&first) = first {
            let others = group.iter().filter(|&&id| id != first);
            others.for_each(|&other| drafts.push(draft(context, first, other)));
        }
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct DuplicatePlanFacts {
    #[serde(flatten)]
    of: PlanFacts,
    first: Arc<str>,
}

fn draft(context: &Context, first: PlanId, other: PlanId) -> Draft {
    let model = context.model;
    let (plan, earlier) = (model.plan(other), model.plan(first));
    let path = |file| model.sources.get(file).map(|source| source.path.clone()).unwrap_or_default();
    let region = plan.region.map(|id| model.catalogue.region_of(id).name.clone());
    let subject = Subject {
        plan: Some(plan.title.clone()),
        region,
        other: Some(path(plan.file)),
        ..Subject::default()
    };
    Draft::new("twice", subject, plan.place.clone())
        .tells(DuplicatePlanFacts { of: tell_plan(model, other), first: path(earlier.file) })
        .note("first", earlier.place.clone(), ())
}
