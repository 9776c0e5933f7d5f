//! A reference to a number above that the region has already reached.

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison, Gap, Resolution, base_of},
    finding::{Draft, Drafts},
    model::{Model, PlanId, StatementId},
    quantity::Decimal,
    rulebook::{
        AgainstFacts, Context, StatementFacts, compare_above, direction_term_key, subject_of,
        tell_against, tell_statement,
    },
    syntax::Class,
};

/// Reports each reference whose number the plan's own baseline equals or beats.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for comparison in context.alignment.plan(plan) {
        if let Some((base, source)) = base_that_reached(context.model, comparison) {
            drafts.push(draft(context.model, comparison, base, source));
        }
    }
}

/// The base that has reached the number, and whose number it is. At the end of the range there is nothing to gain, only
/// to hold.
fn base_that_reached<'a>(
    model: &Model,
    comparison: &'a Comparison,
) -> Option<(StatementId, &'a Against)> {
    let Some(Resolution::Resolved { plan, number, .. }) = &comparison.resolution else {
        return None;
    };
    let child = model.statement(comparison.child);
    let base = base_of(model, child.plan, child.region?, &child.measure, None)?;
    let gap = Gap::between(comparison.direction?, model.statement(base).number?, *number)?;
    // At the end of its range there is nothing left to gain.
    let at_end = model.catalogue.indicator(child.measure.indicator).at_best_end(*number);
    let source = comparison.against.iter().find(|against| against.plan == *plan)?;
    (gap.0 <= Decimal::ZERO && !at_end).then_some((base, source))
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct ReferenceWithoutProgressFacts {
    child: StatementFacts,
    base: StatementFacts,
    parent: AgainstFacts,
    direction: &'static str,
}

fn draft(model: &Model, comparison: &Comparison, base: StatementId, source: &Against) -> Draft {
    let (child, base) = (model.statement(comparison.child), model.statement(base));
    let mut subject = subject_of(model, child);
    subject.other = Some(model.catalogue.region_of(source.region).name.clone());
    let draft = Draft::new("reached", subject, model.place(child))
        .compares(compare_above(model, comparison, source))
        .tells(ReferenceWithoutProgressFacts {
            child: tell_statement(model, child),
            base: tell_statement(model, base),
            parent: tell_against(model, source),
            direction: direction_term_key(comparison.direction),
        })
        .binding(child.class == Some(Class::Binding))
        .note("base", model.place(base), ())
        .note("parent", model.place(&source.shown(model)), ());
    if child.inferred { draft.review() } else { draft }
}
