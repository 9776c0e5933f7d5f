//! What the regions below add up to exceeds the cap of the figure above.

use crate::{
    alignment::RollupOutcome,
    finding::Drafts,
    model::PlanId,
    rulebook::{Context, draft_rollup},
};

/// Reports each cap of the plan that the sum of the parts already exceeds, whatever the silent regions do.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for rollup in context.alignment.rollups(plan) {
        // A mean above its cap is a shortfall of the mean; only a sum has a cap that is used up.
        if rollup.weights.is_none() && matches!(rollup.outcome, RollupOutcome::Over(_)) {
            drafts.push(draft_rollup(context.model, rollup));
        }
    }
}
