//! A rate of decline that is negative, or a reduction that rises.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts},
    model::{Model, PlanId, Role, Statement},
    quantity::{Change, Decimal, Relative},
    rulebook::{Context, StatementFacts, stated_value, subject_of, tell_statement},
    syntax::Class,
};

/// Ends of names whose values count the decline itself.
// Names that end so count how much something falls, so a fall is written without a sign.
const DECLINE: [&str; 9] =
    ["下降率", "降低率", "减少率", "降幅", "下降幅度", "降低幅度", "下降", "降低", "reduction"];

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UnexplainedSignFacts {
    value: StatementFacts,
    past: bool,
}

/// Reports the first value of each decline whose sign says that it rises.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let mut said = HashSet::new();
    for (_, statement) in model.statements(plan) {
        if let Some(case) = trouble_with_sign(model, statement)
            // One finding a series: the same misunderstanding runs through all its years.
            && said.insert((statement.region, statement.measure))
        {
            drafts.push(
                Draft::new(case, subject_of(model, statement), model.place(statement))
                    .compares(Compared::alone(stated_value(model, statement)))
                    .tells(UnexplainedSignFacts {
                        value: tell_statement(model, statement),
                        past: statement.is_past(),
                    })
                    .binding(statement.class == Some(Class::Binding)),
            );
        }
    }
}

fn trouble_with_sign(model: &Model, statement: &Statement) -> Option<&'static str> {
    let quantity = statement.quantity.as_ref().filter(|_| statement.role != Role::Citation)?;
    let number = quantity.low.or(quantity.high)?;
    // Few numbers have such a sign: only theirs are the names worth reading.
    let case = match quantity.relative {
        None if number < Decimal::ZERO => "negative",
        Some(Relative::Base { change: Change::Percent, .. }) if number > Decimal::ZERO => "rises",
        _ => return None,
    };
    counts_decline(model.printed_name(statement)).then_some(case)
}

/// Whether the values of a name count a decline.
fn counts_decline(name: &str) -> bool {
    let name = name.to_lowercase();
    DECLINE.iter().any(|end| name.ends_with(end))
}
