//! A place holder that was left where a value belongs.

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts},
    model::{PlanId, Statement},
    quantity::ReadingKind,
    rulebook::{Context, StatementFacts, stated_value, subject_of, tell_statement},
    syntax::Class,
};

/// Reports each row or sentence with place holders once, with the years they stand for.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    // In a draft gaps are expected and only listed; once issued they are faults.
    let case = if context.model.plan(plan).is_draft() { "draft" } else { "issued" };
    let left = context.model.statements(plan).map(|(_, statement)| statement);
    let left: Vec<&Statement> =
        left.filter(|statement| statement.kind == ReadingKind::Placeholder).collect();
    // One finding a row: 待补充 in each year's cell is filled in by one person at one time.
    for row in left.chunk_by(|one, next| (one.at.0, one.at.1) == (next.at.0, next.at.1)) {
        if let Some(draft) = draft(context, case, row) {
            drafts.push(draft);
        }
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct PlaceholderValueFacts {
    value: StatementFacts,
    years: Vec<i32>,
}

fn draft(context: &Context, case: &'static str, row: &[&Statement]) -> Option<Draft> {
    let (first, last) = (row.first()?, row.last()?);
    let mut years: Vec<i32> = row.iter().map(|statement| statement.year).collect();
    years.dedup();
    let draft =
        Draft::new(case, subject_of(context.model, last), context.model.phrase_place(first))
            .compares(Compared::alone(stated_value(context.model, first)))
            .tells(PlaceholderValueFacts { value: tell_statement(context.model, first), years })
            .binding(row.iter().any(|statement| statement.class == Some(Class::Binding)));
    Some(draft)
}
