//! A conditional target above is met with the number of another tag's clause.

use crate::{
    finding::{Args, Draft, Drafts},
    model::PlanId,
    rulebook::{Context, compare, direction_key, subject_of, tell, tell_against},
    syntax::Class,
};

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
                .compares(compare(model, child, taken).better(comparison.direction))
                .with("child", tell(model, child))
                .with("own", tell_against(model, own))
                .with("taken", tell(model, taken))
                .with("clause", clause)
                .with("direction", direction_key(comparison.direction))
                .binding(own.is_binding() || child.class == Some(Class::Binding))
                .note("own", model.place(own.shown(model)), Args::new())
                .note("taken", model.place(taken), Args::new());
            drafts.push(draft);
        }
    }
}
