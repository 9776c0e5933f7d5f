//! The figure above can be met only if the silent regions do better on average than the best of the others.

use crate::{
    finding::Drafts,
    model::PlanId,
    rulebook::{Context, draft_rollup},
};

/// Reports each mean of the plan whose stated regions weigh at least half and leave the silent ones more than the best of them plans.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for rollup in context.alignment.rollups(plan).iter().filter(|rollup| rollup.needs_outlier()) {
        drafts.push(draft_rollup(context.model, rollup));
    }
}
