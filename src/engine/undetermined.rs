//! The comparisons that could not be judged: they are counted and listed, so that nothing unread looks like a pass.

use crate::{
    alignment::{Comparison, Resolution},
    model::PlanId,
    rulebook::Context,
};

use super::Passed;

/// Every comparison without a judgement, in the order of its place.
pub fn undetermined(context: &Context) -> Vec<Passed> {
    let reported = context.model.plans().filter(|(_, plan)| !plan.reference_only);
    let mut passed: Vec<Passed> = reported.flat_map(|(plan, _)| of_plan(context, plan)).collect();
    passed.sort();
    passed
}

fn of_plan(context: &Context, plan: PlanId) -> Vec<Passed> {
    let comparisons = context.alignment.plan(plan).iter();
    comparisons
        .filter_map(|comparison| why(comparison).map(|why| told(context, comparison, why)))
        .collect()
}

/// Why a comparison says nothing; the places above that hold no number count where nobody above has one. A reference that
/// dangles is a finding of its own.
fn why(comparison: &Comparison) -> Option<&'static str> {
    if matches!(comparison.resolution, Some(Resolution::Dangling { .. })) {
        return None;
    }
    comparison.undetermined.or_else(|| {
        (comparison.against.is_empty() && !comparison.passed.is_empty())
            .then_some("placeholder-above")
    })
}

fn told(context: &Context, comparison: &Comparison, why: &'static str) -> Passed {
    let statement = context.model.statement(comparison.child);
    Passed {
        place: context.model.place(statement),
        plan: context.model.plan(statement.plan).title.clone(),
        indicator: context.model.printed_name(statement).into(),
        year: Some(statement.year),
        why,
    }
}
