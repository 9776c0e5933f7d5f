//! A target that says something else than its parent's: another basis, or a number where full coverage was promised.

mod coverage;

use serde::Serialize;

use crate::{
    catalogue::{RegionId, Relation},
    finding::{Draft, Drafts},
    model::{Model, PlanId, Role, Statement},
    quantity::Basis,
    rulebook::{Context, StatementFacts, compare_statements, subject_of, tell_statement},
    syntax::Class,
};

/// Reports each target that is stated on another basis than above, and each count where all of a thing is promised.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for comparison in context.alignment.plan(plan) {
        let child = model.statement(comparison.child);
        // Only where nothing was compared: a figure that met the target on its own basis makes another
        // one beside it a second target.
        let unmatched = comparison.nearest().is_none() && comparison.passed.is_empty();
        let own = model.catalogue.indicator(child.measure.indicator).relation == Relation::Own;
        let parent = if unmatched && !own { parent_on_other_basis(context, child) } else { None };
        if let Some(parent) = parent {
            drafts.push(draft(model, child, parent));
        } else {
            coverage::check(context, child, drafts);
        }
    }
}

/// The nearest figure above for the same year on another basis, when the two share none.
fn parent_on_other_basis<'a>(context: &Context<'a>, child: &Statement) -> Option<&'a Statement> {
    let model = context.model;
    child.number?;
    let parents = context.forest.parents(child.plan).iter();
    let (plan, region) = parents
        .flat_map(|parents| parents.plans.iter().map(move |&plan| (plan, parents.region)))
        .find(|&(plan, region)| !numbered_targets(model, plan, region, child).is_empty())?;
    let above = numbered_targets(model, plan, region, child);
    let below = numbered_targets(model, child.plan, child.region?, child);
    let shared = above.iter().any(|a| below.iter().any(|b| a.measure.basis == b.measure.basis));
    // Of several statements of the child's the first speaks.
    // Otherwise every statement of the child would be reported beside the same figure above.
    let first = below.first().is_some_and(|first| std::ptr::eq(*first, child));
    above.into_iter().next().filter(|_| !shared && first)
}

/// The targets with a number that a plan states for the indicator, part and year of `child`.
fn numbered_targets<'a>(
    model: &'a Model,
    plan: PlanId,
    region: RegionId,
    child: &Statement,
) -> Vec<&'a Statement> {
    let stated = model.stated(plan, region, child.measure.indicator).iter();
    stated
        .map(|&id| model.statement(id))
        .filter(|s| s.role == Role::Target && s.number.is_some() && s.is_level())
        .filter(|s| s.year == child.year && s.measure.scope == child.measure.scope)
        .filter(|s| s.measure.coverage == child.measure.coverage)
        .collect()
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct BasisMismatchFacts {
    child: StatementFacts,
    parent: StatementFacts,
    child_basis: &'static str,
    parent_basis: &'static str,
}

fn draft(model: &Model, child: &Statement, parent: &Statement) -> Draft {
    let mut subject = subject_of(model, child);
    subject.other = parent.region.map(|id| model.catalogue.region_of(id).name.clone());
    Draft::new("basis", subject, model.place(child))
        .compares(compare_statements(model, child, parent))
        .tells(BasisMismatchFacts {
            child: tell_statement(model, child),
            parent: tell_statement(model, parent),
            child_basis: basis_term_key(child.measure.basis),
            parent_basis: basis_term_key(parent.measure.basis),
        })
        .binding([child, parent].iter().any(|end| end.class == Some(Class::Binding)))
        .note("parent", model.place(parent), ())
}

/// The term's key of a basis.
fn basis_term_key(basis: Basis) -> &'static str {
    match basis {
        Basis::Stock => "stock",
        Basis::Cumulative => "cumulative",
        Basis::PerYear => "per-year",
        Basis::Growth => "growth",
        Basis::Change => "change",
    }
}
