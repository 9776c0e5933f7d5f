//! A part that a plan prints as larger than its whole.

use crate::{
    finding::{Draft, Drafts},
    model::PlanId,
    rulebook::{Context, tell_plan},
};

use super::arithmetic_mismatch::subject;

/// Reports each 核算 row that compares two sides and cannot hold, whatever was rounded.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for row in model.arithmetic(plan) {
        let Some((reckoned, (relation, whole))) =
            row.reckoned.as_ref().and_then(|reckoned| Some((reckoned, reckoned.beside?)))
        else {
            continue;
        };
        if !relation.can_hold(reckoned.value, whole) {
            let draft = Draft::new("exceeds", subject(model, row), model.expression_place(row))
                .with("told", tell_plan(model, plan))
                .with("expression", model.words(row.file, row.expression))
                .with("left", reckoned.value.middle().round_dp(4).normalize())
                .with("right", whole.middle().round_dp(4).normalize());
            drafts.push(draft);
        }
    }
}
