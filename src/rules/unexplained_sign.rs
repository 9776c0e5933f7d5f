//! A rate of decline that is negative, or a reduction that rises.

use std::collections::HashSet;

use crate::{
    finding::{Draft, Drafts},
    model::{Model, PlanId, Role, Statement},
    quantity::{Change, Decimal, Relative},
    rulebook::{Context, subject_of, tell},
    syntax::Class,
};

/// Ends of names whose values count the decline itself.
const DECLINE: [&str; 9] =
    ["下降率", "降低率", "减少率", "降幅", "下降幅度", "降低幅度", "下降", "降低", "reduction"];

/// Reports the first value of each decline whose sign says that it rises.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let mut said = HashSet::new();
    for (_, statement) in model.statements(plan) {
        if let Some(case) = trouble(model, statement)
            && said.insert((statement.region, statement.measure))
        {
            drafts.push(
                Draft::new(case, subject_of(model, statement), model.place(statement))
                    .with("value", tell(model, statement))
                    .with("past", statement.is_past())
                    .binding(statement.class == Some(Class::Binding)),
            );
        }
    }
}

fn trouble(model: &Model, statement: &Statement) -> Option<&'static str> {
    let name = model.printed_name(statement).to_lowercase();
    let declines = DECLINE.iter().any(|end| name.ends_with(end));
    let quantity = statement.quantity.as_ref().filter(|_| declines)?;
    let number = quantity.low.or(quantity.high).filter(|_| statement.role != Role::Citation)?;
    match quantity.relative {
        None if number < Decimal::ZERO => Some("negative"),
        Some(Relative::Base { change: Change::Percent, .. }) if number > Decimal::ZERO => {
            Some("rises")
        }
        _ => None,
    }
}
