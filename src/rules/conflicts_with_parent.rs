//! A target that no outcome can meet together with one that every child must meet.

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison},
    finding::{Draft, Drafts},
    model::{Model, PlanId},
    rulebook::{
        AboveNote, AgainstFacts, Context, SetFacts, StatementFacts, compare_above, other_of,
        subject_of, tell_against, tell_set, tell_statement,
    },
    syntax::Class,
};

/// Reports each target whose values have none in common with an ancestor's; a binding ancestor leads, else the nearest.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for comparison in context.alignment.plan(plan) {
        // A number taken from another tag's line is told as that, and only once.
        if comparison.taken_clause(context.model).is_some() {
            continue;
        }
        let conflicting: Vec<&Against> =
            comparison.against.iter().filter(|against| against.is_conflict()).collect();
        let binding = conflicting.iter().find(|against| against.is_binding());
        if let Some(lead) = binding.or(conflicting.first()) {
            drafts.push(draft(context.model, comparison, lead, &conflicting));
        }
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct ConflictsWithParentFacts {
    child: StatementFacts,
    child_set: SetFacts,
    parent: AgainstFacts,
    parent_set: SetFacts,
}

fn draft(model: &Model, comparison: &Comparison, lead: &Against, all: &[&Against]) -> Draft {
    let child = &*comparison.own(model);
    let mut subject = subject_of(model, child);
    subject.other = Some(other_of(model, lead));
    let mut draft = Draft::new("disjoint", subject, model.place(child))
        .compares(compare_above(model, comparison, lead))
        .tells(ConflictsWithParentFacts {
            child: tell_statement(model, child),
            child_set: tell_set(model, child, &comparison.set_or_all()),
            parent: tell_against(model, lead),
            parent_set: tell_set(model, &lead.shown(model), &lead.figure.set),
        })
        .binding(lead.is_binding() || child.class == Some(Class::Binding));
    if comparison.wants_review(model, lead) {
        draft = draft.review();
    }
    for against in all {
        let above = AboveNote::of(model, against);
        draft = draft.note("parent", model.place(&against.shown(model)), above);
    }
    draft
}
