//! A target in words for which the plan gives no number anywhere.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    catalogue::IndicatorId,
    finding::{Compared, Draft, Drafts},
    model::{Model, PlanId, Role, Statement},
    quantity::Comparator,
    rulebook::{Context, StatementFacts, stated_value, subject_of, tell_statement},
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UnmeasurableTargetFacts {
    target: StatementFacts,
}

/// Reports the first target in words of each indicator that no number of the plan measures; where a plan above or an earlier one has a number, that says more.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let statements = model.statements(plan).map(|(_, statement)| statement);
    // Most plans have none, and then the walk over all numbers is spared.
    let mut in_words = statements.filter(|statement| is_promise_in_words(statement)).peekable();
    if in_words.peek().is_none() {
        return;
    }
    let mut said = measured(model, plan);
    for statement in in_words {
        if !asks_all(model.phrase(statement))
            // Once an indicator; and what the plan measures somewhere is measured.
            && said.insert(statement.indicator)
            && !is_measured_elsewhere(context, plan, statement)
        {
            drafts.push(
                Draft::new("words", subject_of(model, statement), model.place(statement))
                    .compares(Compared::alone(stated_value(model, statement)))
                    .tells(UnmeasurableTargetFacts { target: tell_statement(model, statement) }),
            );
        }
    }
}

/// A promise in words only; a reference, a rank and full coverage can be measured.
fn is_promise_in_words(statement: &Statement) -> bool {
    statement.role == Role::Target
        && statement.quantity.as_ref().is_some_and(|quantity| {
            let words = matches!(
                quantity.comparator,
                Comparator::Qualitative | Comparator::Improve | Comparator::Hold
            );
            words && quantity.low.or(quantity.high).is_none()
        })
}

/// Whether words ask something of every single object: that can be counted, like full coverage.
fn asks_all(phrase: &str) -> bool {
    ["所有", "全部", "每个", "all ", "every "].iter().any(|word| phrase.contains(word))
}

/// The indicators of which the plan prints anything that can be measured.
fn measured(model: &Model, plan: PlanId) -> HashSet<IndicatorId> {
    let numbers = model.statements(plan).map(|(_, statement)| statement);
    let numbers = numbers.filter(|said| said.quantity.is_some() && !is_promise_in_words(said));
    numbers.flat_map(|said| [said.indicator, said.measure.indicator]).collect()
}

fn is_measured_elsewhere(context: &Context, plan: PlanId, statement: &Statement) -> bool {
    let above = context
        .forest
        .parents(plan)
        .iter()
        .flat_map(|parents| parents.plans.iter().map(|&plan| (plan, Some(parents.region))));
    let before = context.forest.earlier(plan).iter().map(|&plan| (plan, statement.region));
    above.chain(before).any(|(plan, region)| {
        let model = context.model;
        let stated = region.map(|region| model.stated(plan, region, statement.measure.indicator));
        stated.is_some_and(|ids| ids.iter().any(|&id| model.statement(id).number.is_some()))
    })
}
