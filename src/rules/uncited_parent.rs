//! A plan whose 依据 leaves out its direct parent.

use serde::Serialize;

use crate::{
    finding::{Draft, Drafts, Subject},
    hierarchy::ParentReason,
    model::{Model, Plan, PlanId},
    rulebook::{Context, PlanFacts, tell_plan},
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UncitedParentFacts {
    child: PlanFacts,
    parent: PlanFacts,
}

/// Reports once a plan that it names what it rests on, but not the plan of its topic at the next level up.
pub fn check(context: &Context, id: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let plan = model.plan(id);
    // A plan that names nothing at all has left out its basis as such, and an excerpt may have left it
    // out of the file.
    let Some(first) = plan.based_on.first().filter(|_| !plan.is_excerpt) else { return };
    let of_plan = |choice| choice != ParentReason::Indicator;
    // Plans that only state the same indicator are parents of a number, and need not be named.
    let nearest = context.forest.parents(id).iter().find(|parents| of_plan(parents.choice));
    let Some(nearest) = nearest.filter(|parents| parents.choice == ParentReason::Topic) else {
        return;
    };
    let due = |id: &&PlanId| could_be_named(plan, model.plan(**id));
    let Some(&parent) = nearest.plans.iter().find(due) else { return };
    if !is_paraphrased_in_basis(model, plan, model.plan(parent)) {
        let head = model.plan(parent);
        let name = |id| model.catalogue.region_of(id).name.clone();
        let subject = Subject {
            plan: Some(plan.title.clone()),
            region: plan.region.map(name),
            other: Some(head.title.clone()),
            ..Subject::default()
        };
        drafts.push(
            Draft::new("uncited", subject, first.place.clone())
                .tells(UncitedParentFacts {
                    child: tell_plan(model, id),
                    parent: tell_plan(model, parent),
                })
                .note("parent", head.place.clone(), ()),
        );
    }
}

/// Whether the parent was there to be named: issued, not later, and for years that this plan covers.
fn could_be_named(plan: &Plan, parent: &Plan) -> bool {
    let together = plan.period.zip(parent.period);
    // Who was issued later, is a draft, or ends before could not be named.
    let later = plan.issued_before(parent) == Some(true);
    !parent.is_draft() && !later && together.is_some_and(|(own, above)| own.overlaps(above))
}

/// Whether 依据 names a plan of that region and topic in other words.
fn is_paraphrased_in_basis(model: &Model, plan: &Plan, parent: &Plan) -> bool {
    let region = parent.region.map(|id| &*model.catalogue.region_of(id).name);
    let words = region.zip(parent.topic.as_deref());
    // 依据 often gives a plan by region and matter without its exact title.
    let named = |title: &str| words.is_some_and(|(r, t)| title.contains(r) && title.contains(t));
    plan.based_on.iter().any(|cited| named(&cited.title))
}
