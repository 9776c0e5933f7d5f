//! A plan of which nothing was read that could be checked, or that others could be held against.

mod foreign;

use crate::{
    finding::{Draft, Drafts, Place, Subject},
    model::{Model, Plan, PlanId, Role},
    rulebook::Context,
    syntax::{ProblemKind, TableKind},
    text::Source,
};

use foreign::is_foreign;

/// So many past figures are no accident.
const MANY: usize = 20;
/// Of so many figures one at most is a target where nearly all are past.
const ONE_IN: usize = 20;

/// Reports plans without a target, those whose figures are nearly all past, those in a language that is not read, and
/// parents that nothing can be held against.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    let own = model.plans().find(|(_, plan)| !plan.reference_only);
    let alone = is_alone(model);
    for (id, plan) in model.plans() {
        let case = match plan.reference_only {
            true => above(model, id, plan),
            false if alone && registers(model, plan) => Some("head-only"),
            false => asked(model, id, plan),
        };
        let at = if plan.reference_only { own.map(|(_, own)| own) } else { Some(plan) };
        // Nothing is reported in a file that only serves as a parent: it is told at the first plan it was given for.
        let Some((case, at)) = case.zip(at) else { continue };
        drafts.push(draft(model, case, plan, at.place.clone()));
    }
}

fn draft(model: &Model, case: &'static str, plan: &Plan, place: Place) -> Draft {
    let path = model.sources.get(plan.file).map(|source| source.path.clone());
    let subject = Subject {
        plan: Some(plan.title.clone()),
        other: path.clone(),
        region: plan.region.map(|id| model.catalogue.region_of(id).name.clone()),
        ..Subject::default()
    };
    Draft::new(case, subject, place).with("path", path.unwrap_or_default())
}

/// What is wrong with a plan that others are to be held against.
fn above(model: &Model, id: PlanId, plan: &Plan) -> Option<&'static str> {
    if !has_figures(model, id, plan) {
        Some("empty-parent")
    } else {
        plan.region.is_none().then_some("parent-without-region")
    }
}

/// Whether a plan that was to be checked is reported because nothing was read in it.
pub(super) fn is_nothing_read(model: &Model, id: PlanId, plan: &Plan) -> bool {
    matches!(asked(model, id, plan), Some("language" | "no-target"))
}

/// What is wrong with a plan that was to be checked.
fn asked(model: &Model, id: PlanId, plan: &Plan) -> Option<&'static str> {
    let source = model.sources.get(plan.file);
    if source.is_some_and(|source| source.is_document() && is_foreign(&source.text)) {
        return Some("language");
    }
    let (targets, past) = figures(model, id);
    if !has_figures(model, id, plan) && !registers(model, plan) && !is_headless(model, plan) {
        Some("no-target")
    } else {
        let document = model.sources.get(plan.file).is_some_and(Source::is_document);
        (document && past >= MANY && targets * ONE_IN <= past).then_some("past")
    }
}

/// Whether one plan is all that was asked for. A head registers a plan beside others; where nothing else was asked for,
/// nothing was checked. Texts without a plan lend names: beside parents they may be theirs.
fn is_alone(model: &Model) -> bool {
    let own = model.plans().filter(|(_, plan)| !plan.reference_only).count();
    let parents = model.plans().any(|(_, plan)| plan.reference_only);
    own == 1 && (parents || model.sources.len() == 1)
}

/// Whether a plan file is a head and nothing else: it says that a plan exists.
fn registers(model: &Model, plan: &Plan) -> bool {
    let bare = model
        .tree(plan.file)
        .is_some_and(|tree| tree.tables.iter().all(|table| table.columns.is_empty()));
    let document = model.sources.get(plan.file).is_some_and(Source::is_document);
    bare && !document
}

/// Whether a table of the file has lost its head: missing-head has told why nothing could be read.
fn is_headless(model: &Model, plan: &Plan) -> bool {
    let mut problems = model.tree(plan.file).into_iter().flat_map(|tree| &tree.problems);
    problems.any(|problem| matches!(problem.kind, ProblemKind::MissingHead { .. }))
}

/// How many targets and how many past or quoted figures a plan holds.
fn figures(model: &Model, id: PlanId) -> (usize, usize) {
    let past =
        model.statements(id).filter(|(_, said)| said.is_past() || said.role == Role::Citation);
    let past = past.count();
    (model.statements(id).count() - past, past)
}

/// Whether a plan states a target, or is of the kinds that have none: reports of progress, lists of tasks, tables of names.
fn has_figures(model: &Model, id: PlanId, plan: &Plan) -> bool {
    let other =
        |kind| !matches!(kind, TableKind::Targets | TableKind::Statements | TableKind::Citations);
    let tables = model.tree(plan.file).into_iter().flat_map(|tree| &tree.tables);
    figures(model, id).0 > 0 || tables.into_iter().any(|table| other(table.kind))
}
