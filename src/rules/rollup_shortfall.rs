//! Every region below has stated its part, and together they stay short of the figure above.

use crate::{
    alignment::RollupOutcome,
    finding::Drafts,
    model::PlanId,
    quantity::Direction,
    rulebook::{Context, draft_rollup},
};

/// Reports each figure of the plan that its parts, all of them known, do not make up: short of a floor, or as a mean above a cap.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for rollup in context.alignment.rollups(plan).iter().filter(|rollup| rollup.is_complete()) {
        let mean = rollup.weights.is_some();
        let short = match rollup.outcome {
            RollupOutcome::Short(_) => true,
            // A sum above its cap is rollup-over-cap's, and a mean without a better side is not compared.
            RollupOutcome::Over(_) => mean && rollup.direction != Some(Direction::Neither),
            RollupOutcome::Open => false,
        };
        if short {
            drafts.push(draft_rollup(context.model, rollup));
        }
    }
}
