//! A plan that stands nowhere in the tree: without region, or below the top without a region above.

use crate::{
    catalogue::Tier,
    finding::{Draft, Drafts, Place, Subject},
    model::{Model, Plan},
    rulebook::{Context, tell_plan},
};

/// Reports each plan whose place in the tree nobody says; words that name no known region are unknown-region's.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    let top = context.forest.top_tier(model);
    for (id, plan) in model.plans().filter(|(_, plan)| !plan.reference_only) {
        if let Some((case, place)) = why_orphan(model, plan, top) {
            let region = plan.region.map(|id| model.catalogue.region_of(id).name.clone());
            let subject = Subject { plan: Some(plan.title.clone()), region, ..Subject::default() };
            drafts.push(Draft::new(case, subject, place).tells(tell_plan(model, id)));
        }
    }
}

fn why_orphan(model: &Model, plan: &Plan, top: Option<Tier>) -> Option<(&'static str, Place)> {
    let written = plan.region_written.as_ref().filter(|(words, _)| !words.is_empty());
    let Some((_, place)) = written else { return Some(("no-region", plan.place.clone())) };
    // A region that is written and not known is unknown-region's, whose finding says what to write
    // instead.
    let region = model.catalogue.region_of(plan.region?);
    // The top of the tree in use has nobody above, whatever tier that is: a province alone is no orphan.
    let below = region.tier? > top?;
    let lost = region.parent.is_none() && region.parent_written.is_none();
    (below && lost).then(|| ("no-parent", place.clone()))
}
