//! A target with far more decimals than the value it starts from.

use serde::Serialize;

use crate::{
    alignment::{Start, starts},
    finding::{Draft, Drafts},
    model::{Model, PlanId},
    quantity::Decimal,
    rulebook::{Context, StatementFacts, compare_statements, subject_of, tell_statement},
    syntax::Class,
};

/// Reports each target of a table that is at least three decimals finer than its baseline.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for start in starts(model, context.alignment, plan).filter(|start| is_finer(model, start)) {
        drafts.push(draft(model, &start));
    }
}

/// Whether the last digit of a target counts a thousandth, or less, of what the last digit of its baseline counts.
fn is_finer(model: &Model, start: &Start) -> bool {
    let own = model.half_printed_digit(start.target, start.number);
    let base = model.half_printed_digit(start.base, start.from);
    // A figure in the prose is often rounded where the table is not.
    let in_table = start.target.in_table() && start.base.in_table();
    in_table && own.checked_mul(Decimal::ONE_THOUSAND).is_some_and(|own| own <= base)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct OverPreciseFacts {
    target: StatementFacts,
    base: StatementFacts,
}

fn draft(model: &Model, start: &Start) -> Draft {
    Draft::new("digits", subject_of(model, start.target), model.place(start.target))
        .compares(compare_statements(model, start.target, start.base))
        .tells(OverPreciseFacts {
            target: tell_statement(model, start.target),
            base: tell_statement(model, start.base),
        })
        .binding(start.target.class == Some(Class::Binding))
        .note("base", model.place(start.base), ())
}
