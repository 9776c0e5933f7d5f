//! Two statements of one target inside one plan whose numbers contradict each other, or one outcome promised for two years.

mod two_years;

use serde::Serialize;

use crate::{
    alignment::{Pair, same_target_pairs},
    finding::{Draft, Drafts, ExactNumber},
    model::PlanId,
    rulebook::{
        Context, SideFacts, compare_sides, in_printed_unit, position_of, printed_unit_of,
        subject_of, tell_side,
    },
    syntax::Class,
};

/// Reports each statement whose number contradicts that of the table, or of the first statement where no table states the target.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for pair in same_target_pairs(context.model, context.forest, context.alignment, plan) {
        if pair.contradicts(context.model) {
            drafts.push(draft(context, &pair));
        }
    }
    two_years::check(context, plan, drafts);
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct TableProseConflictFacts {
    first: SideFacts,
    second: SideFacts,
    gap: ExactNumber,
}

fn draft(context: &Context, pair: &Pair) -> Draft {
    let model = context.model;
    let (first, second) = (pair.first.statement, pair.second.statement);
    // A table is what a plan is held to, so a contradiction with it is louder than one between two
    // sentences.
    let case = if first.in_table() || second.in_table() { "table" } else { "prose" };
    let mut subject = subject_of(model, second);
    subject.other = Some(position_of(model, second));
    let gap = (pair.first.number - pair.second.number).abs();
    Draft::new(case, subject, model.place(second))
        .compares(
            compare_sides(model, pair).apart(in_printed_unit(gap, first), printed_unit_of(first)),
        )
        .tells(TableProseConflictFacts {
            first: tell_side(model, &pair.first),
            second: tell_side(model, &pair.second),
            gap: in_printed_unit(gap, first).into(),
        })
        .binding([first, second].iter().any(|side| side.class == Some(Class::Binding)))
        .note("first", model.place(first), ())
}
