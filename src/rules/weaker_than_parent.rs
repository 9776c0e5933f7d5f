//! A target whose number is short of an ancestor's, so that the plan can be met while the ancestor's is missed.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison, Detour},
    finding::{Confidence, Draft, Drafts, ExactNumber},
    model::{Model, PlanId},
    rulebook::{
        AboveNote, AcceptedFacts, AgainstFacts, BaseNote, ChangeFacts, Context, EffortFacts,
        SetFacts, StatementFacts, compare_above, direction_term_key, effort, in_printed_unit,
        other_of, subject_of, tell_accepted, tell_against, tell_change, tell_set, tell_statement,
    },
    syntax::Class,
};

/// Reports each target of the plan that falls short of an ancestor; the worst ancestor leads, the others are told with it.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for comparison in context.alignment.plan(plan) {
        // A clause for other tags that was taken is told by its own rule, and once.
        if comparison.taken_clause(context.model).is_some() {
            continue;
        }
        let violated: Vec<&Against> =
            // A conflict is told as that: no value meets both, which says more than short.
            comparison.violated().filter(|against| !against.is_conflict()).collect();
        if let Some(worst) = lead(context, comparison, &violated) {
            drafts.push(draft(context, comparison, worst, &violated));
        }
    }
}

/// The violated ancestor that makes the finding loudest; the nearer one where two are equal.
fn lead<'a>(
    context: &Context,
    comparison: &Comparison,
    violated: &[&'a Against],
) -> Option<&'a Against> {
    let loudness = |against: &Against| {
        let case = comparison.shortfall(context.model, against).key();
        let confidence = Confidence::of_review(against.review);
        // By the level that the settings give the case: the ancestor that leads must be the one that
        // makes the finding loud.
        context.sheets.level("weaker-than-parent", case, confidence)
    };
    violated
        .iter()
        .copied()
        .reduce(|best, next| if loudness(next) > loudness(best) { next } else { best })
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct WeakerThanParentFacts {
    child: StatementFacts,
    parent: AgainstFacts,
    direction: &'static str,
    accepted: AcceptedFacts,
    effort: EffortFacts,
    guessed: bool,
    parent_set: SetFacts,
    #[serde(skip_serializing_if = "Option::is_none")]
    change: Option<ChangeFacts>,
    unissued: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    skipped: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    carried: Option<ExactNumber>,
}

/// The region between that states nothing.
fn skipped_region(model: &Model, worst: &Against) -> Option<Arc<str>> {
    match worst.detour {
        Some(Detour::Skips(region)) => Some(Arc::clone(&model.catalogue.region_of(region).name)),
        _ => None,
    }
}

/// What all regions below come to, where that meets the figure; as many digits as can be read.
fn carried_mean(model: &Model, worst: &Against) -> Option<ExactNumber> {
    let carried = worst.carried.filter(|_| worst.is_carried())?;
    let printed = in_printed_unit(carried.mean, &worst.shown(model));
    Some(printed.round_dp(MEAN_DECIMALS).normalize().into())
}

// Two is a choice: plans print one or two, and the mean of such numbers is not known better.
const MEAN_DECIMALS: u32 = 2;

fn draft(
    context: &Context,
    comparison: &Comparison,
    worst: &Against,
    violated: &[&Against],
) -> Draft {
    let model = context.model;
    let child = &*comparison.own(model);
    let guessed = comparison.rests_on_guess(model, worst);
    let case = comparison.shortfall(model, worst).key();
    let mut subject = subject_of(model, child);
    subject.other = Some(other_of(model, worst));
    let mut draft = Draft::new(case, subject, model.place(child))
        .compares(compare_above(model, comparison, worst))
        .tells(WeakerThanParentFacts {
            child: tell_statement(model, child),
            parent: tell_against(model, worst),
            direction: direction_term_key(comparison.direction),
            accepted: tell_accepted(model, &context.cutoffs, comparison, worst),
            effort: effort(model, comparison, worst),
            guessed,
            parent_set: tell_set(model, &worst.shown(model), &worst.figure.set),
            change: tell_change(comparison, worst),
            unissued: worst.detour == Some(Detour::Unissued),
            skipped: skipped_region(model, worst),
            carried: carried_mean(model, worst),
        })
        .binding(worst.is_binding() || child.class == Some(Class::Binding));
    if comparison.wants_review(model, worst) {
        draft = draft.review();
    }
    for against in violated {
        let told = AboveNote::of(model, against);
        draft = draft.note("parent", model.place(&against.shown(model)), told);
    }
    for (key, base) in
        worst.base.iter().flat_map(|b| [("child_base", b.child), ("parent_base", b.parent)])
    {
        let base = model.statement(base);
        draft = draft.note(key, model.place(base), BaseNote::of(model, base));
    }
    draft
}
