//! A part that a plan prints as larger than its whole.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, ExactNumber, StatedValue},
    model::PlanId,
    quantity::Rounded,
    rulebook::{Context, PlanFacts, subject_of_arithmetic, tell_plan},
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct PartExceedsWholeFacts {
    told: PlanFacts,
    expression: Arc<str>,
    left: ExactNumber,
    right: ExactNumber,
}

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
            // A choice: four digits, without the tail of a division.
            let rounded = |value: Rounded| value.middle().round_dp(4).normalize();
            let (part, whole) = (rounded(reckoned.value), rounded(whole));
            let draft = Draft::new(
                "exceeds",
                subject_of_arithmetic(model, row),
                model.expression_place(row),
            )
            .compares(Compared::two(
                StatedValue::reckoned(part, Arc::default()),
                StatedValue::reckoned(whole, Arc::default()),
            ))
            .tells(PartExceedsWholeFacts {
                told: tell_plan(model, plan),
                expression: model.words(row.file, row.expression).into(),
                left: part.into(),
                right: whole.into(),
            });
            drafts.push(draft);
        }
    }
}
