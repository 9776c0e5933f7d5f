//! A conditional target above is met with the number of another tag's clause.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Draft, Drafts},
    model::PlanId,
    rulebook::{
        AgainstFacts, Context, StatementFacts, compare_statements, direction_term_key, subject_of,
        tell_against, tell_statement,
    },
    syntax::Class,
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct WrongTagAppliedFacts {
    child: StatementFacts,
    own: AgainstFacts,
    taken: StatementFacts,
    clause: Arc<str>,
    direction: &'static str,
}

/// Reports targets that fall short of the clause for the region's own tags and equal the clause for other tags.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for comparison in context.alignment.plan(plan) {
        if let Some((own, other)) = comparison.taken_clause(model) {
            let child = model.statement(comparison.child);
            let mut subject = subject_of(model, child);
            subject.other = Some(model.catalogue.region_of(own.region).name.clone());
            let taken = model.statement(other);
            let clause =
                taken.quantity.as_ref().and_then(|q| q.condition.clone()).unwrap_or_default();
            let draft = Draft::new("other", subject, model.place(child))
                .compares(compare_statements(model, child, taken).better(comparison.direction))
                .tells(WrongTagAppliedFacts {
                    child: tell_statement(model, child),
                    own: tell_against(model, own),
                    taken: tell_statement(model, taken),
                    clause,
                    direction: direction_term_key(comparison.direction),
                })
                .binding(own.is_binding() || child.class == Some(Class::Binding))
                .note("own", model.place(&own.shown(model)), ())
                .note("taken", model.place(taken), ());
            drafts.push(draft);
        }
    }
}
