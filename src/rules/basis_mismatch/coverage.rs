//! A count in the table where a plan above, or this plan's own text, promises all of them: a case of basis-mismatch.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    catalogue::RegionId,
    finding::{Compared, Draft, Drafts},
    model::{Model, PlanId, Role, Statement},
    quantity::Comparator,
    rulebook::{Context, StatementFacts, stated_in_full, stated_value, subject_of, tell_statement},
    syntax::Class,
};

/// Reports a count of a table row beside which nothing says that it is all of them.
pub fn check(context: &Context, child: &Statement, drafts: &mut Drafts) {
    let model = context.model;
    let Some(region) = child.region.filter(|_| is_count(child)) else { return };
    let own = promise(model, child.plan, region, child);
    // The row's plan says in its own table that the count is all of them.
    if own.is_some_and(Statement::in_table) {
        return;
    }
    if let Some(promise) = promise_above(context, child).or(own) {
        drafts.push(draft(model, child, promise, own));
    }
}

fn is_count(child: &Statement) -> bool {
    // A rate and a full coverage compare by themselves; only a bare count (230所) leaves open whether it
    // is all.
    let percent = child.unit.as_ref().is_some_and(|unit| matches!(&*unit.name, "%" | "‰"));
    child.in_table() && child.is_level() && child.number.is_some() && !is_all(child) && !percent
}

fn is_all(statement: &Statement) -> bool {
    statement.quantity.as_ref().is_some_and(|quantity| quantity.comparator == Comparator::All)
}

/// The promise of the nearest table above, else of the nearest text.
fn promise_above<'a>(context: &Context<'a>, child: &Statement) -> Option<&'a Statement> {
    let parents = context.forest.parents(child.plan).iter();
    let promises: Vec<_> = parents
        .flat_map(|parents| parents.plans.iter().map(move |&plan| (plan, parents.region)))
        .filter_map(|(plan, region)| promise(context.model, plan, region, child))
        .collect();
    // A table speaks for a plan that is further off before a sentence of a nearer one.
    let in_table = promises.iter().find(|promise| promise.in_table());
    in_table.or(promises.first()).copied()
}

/// A plan's promise of full coverage for what `child` counts, by the year of the child; its table's first.
fn promise<'a>(
    model: &'a Model,
    plan: PlanId,
    region: RegionId,
    child: &Statement,
) -> Option<&'a Statement> {
    // The catalogue may name the rate that a coverage of this count is measured by; promises then stand
    // under that name.
    let rate = model.catalogue.indicator(child.indicator).coverage;
    let indicator = rate.unwrap_or(child.indicator);
    let stated = model.stated(plan, region, indicator).iter().map(|&id| model.statement(id));
    stated
        .filter(|s| s.role == Role::Target && is_all(s) && s.indicator == child.indicator)
        .filter(|s| s.year == child.year && s.measure.scope == child.measure.scope)
        .reduce(|best, next| if next.in_table() && !best.in_table() { next } else { best })
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct CoverageFacts {
    child: StatementFacts,
    parent: StatementFacts,
    here: bool,
    prose: Arc<str>,
}

fn draft(model: &Model, child: &Statement, promise: &Statement, own: Option<&Statement>) -> Draft {
    let here = promise.plan == child.plan;
    let mut subject = subject_of(model, child);
    let region = promise.region.map(|id| model.catalogue.region_of(id).name.clone());
    subject.other = if here { Some("全覆盖".into()) } else { region };
    let parent =
        StatementFacts { phrase: model.phrase(promise).into(), ..tell_statement(model, promise) };
    // What the text says in the very words of the level above is carried; only the table leaves it open.
    let carried = own.is_some_and(|own| !here && model.phrase(own) == model.phrase(promise));
    let case = if carried { "carried" } else { "coverage" };
    let mut draft = Draft::new(case, subject, model.place(child))
        .compares(Compared::two(stated_value(model, child), stated_in_full(model, promise)))
        .tells(CoverageFacts {
            child: tell_statement(model, child),
            parent,
            here,
            prose: own.filter(|_| !here).map_or("", |own| model.phrase(own)).into(),
        })
        .binding([child, promise].iter().any(|end| end.class == Some(Class::Binding)))
        .note("parent", model.place(promise), ());
    if let Some(own) = own.filter(|_| !here) {
        draft = draft.note("own", model.place(own), ());
    }
    draft
}
