//! A target that refers to a number above which nobody above has.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{CloseNames, Comparison, Resolution, Unresolved},
    finding::{Compared, Draft, Drafts},
    model::{Model, PlanId, Statement},
    quantity::ReadingKind,
    rulebook::{Context, StatementFacts, stated_value, subject_of, tell_statement},
    syntax::Class,
    text::Place,
};

/// Reports each reference that no ancestor resolves; a placeholder above is named as its cause.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    // The number may stand in the part of a plan above that its file leaves out.
    if context.forest.rests_on_excerpt(context.model, plan) {
        return;
    }
    for comparison in context.alignment.plan(plan) {
        if let Some(Resolution::Dangling { above }) = &comparison.resolution
            && !is_named_otherwise(context, comparison)
        {
            drafts.push(draft(context, comparison, above));
        }
    }
}

/// Whether a plan above has a close name, which definition-drift asks about: the number may stand there.
fn is_named_otherwise(context: &Context, comparison: &Comparison) -> bool {
    let (model, child) = (context.model, context.model.statement(comparison.child));
    let above = context.forest.parents(child.plan).iter().flat_map(|parents| &parents.plans);
    above
        .flat_map(|&plan| CloseNames::between(model, child.plan, plan).pairs)
        .any(|pair| pair.child.indicator == child.measure.indicator)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct DanglingReferenceFacts {
    child: StatementFacts,
    above: Vec<UnresolvedFacts>,
    placeholder: bool,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct StatedNote {
    stated: StatementFacts,
}

fn draft(context: &Context, comparison: &Comparison, above: &[Unresolved]) -> Draft {
    let model = context.model;
    let child = model.statement(comparison.child);
    let binding = child.class == Some(Class::Binding);
    let instead = || above.iter().filter_map(|region| region.stated).map(|id| model.statement(id));
    // A placeholder above is the cause, and the finding folds under it: filled in there, it is gone here.
    let placeholder = instead().find(|above| above.kind == ReadingKind::Placeholder);
    let mut draft = Draft::new(
        if binding { "binding" } else { "other" },
        subject_of(model, child),
        model.place(child),
    )
    .compares(Compared::alone(stated_value(model, child)))
    .tells(DanglingReferenceFacts {
        child: tell_statement(model, child),
        above: above.iter().map(|region| tell_region(model, *region)).collect(),
        placeholder: placeholder.is_some(),
    })
    .binding(binding)
    .caused_by(placeholder.and_then(|above| whole_row(model, above)));
    for statement in instead() {
        let told = StatedNote { stated: tell_statement(model, statement) };
        draft = draft.note("above", model.place(statement), told);
    }
    // A plan of the region next above that was not given could hold the number.
    if next_above_is_missing(context, child) { draft.review() } else { draft }
}

/// A region above that gives no number.
#[derive(Debug, Serialize)]
struct UnresolvedFacts {
    region: Arc<str>,
    /// Its words instead of a number; empty where it states nothing.
    stated: Arc<str>,
    placeholder: bool,
    named: bool,
}

fn tell_region(model: &Model, above: Unresolved) -> UnresolvedFacts {
    let stated = above.stated.map(|id| model.statement(id));
    UnresolvedFacts {
        region: Arc::clone(&model.catalogue.region_of(above.region).name),
        stated: stated.map_or("", |statement| model.printed(statement)).into(),
        placeholder: stated.is_some_and(|s| s.kind == ReadingKind::Placeholder),
        named: stated.is_some(),
    }
}

/// The row a statement stands in: what is found wrong with any of its cells lies inside.
fn whole_row(model: &Model, statement: &Statement) -> Option<Place> {
    let table = model.tree(statement.file)?.tables.get(statement.at.0 as usize)?;
    table.rows.get(statement.at.1 as usize).map(|row| Place::new(statement.file, row.span))
}

fn next_above_is_missing(context: &Context, child: &Statement) -> bool {
    let region = context.model.plan(child.plan).region;
    let next = region.and_then(|region| context.forest.ancestors(region).first());
    next.is_some_and(|&next| context.forest.plans_of(next).is_empty())
}
