//! The figure above can no longer be met, whatever the regions that are still silent do.

use crate::{
    alignment::RollupOutcome,
    finding::Drafts,
    model::PlanId,
    rulebook::{Context, draft_rollup},
};

/// Reports each figure of the plan that no values of the silent regions can make up.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for rollup in context.alignment.rollups(plan).iter().filter(|rollup| !rollup.is_complete()) {
        let missed = match rollup.outcome {
            RollupOutcome::Short(_) => true,
            RollupOutcome::Over(_) => rollup.weights.is_some(),
            RollupOutcome::Open => false,
        };
        if missed {
            drafts.push(draft_rollup(context.model, rollup));
        }
    }
}
