//! Whether anything was read in a plan that could be checked, or that others could be held against.

use crate::{
    model::{Model, Plan, PlanId, Role},
    syntax::{ProblemKind, TableKind},
    text::Source,
};

use super::foreign::is_foreign;

/// So many past figures are no accident.
// A choice: a plan may quote a dozen past figures beside few targets; with twenty a document looks back
// (a bulletin, a report).
const MANY: usize = 20;
/// Of so many figures one at most is a target where nearly all are past.
const ONE_IN: usize = 20;

/// Whether a plan that was to be checked is reported because nothing was read in it.
#[must_use]
pub fn is_nothing_read(model: &Model, id: PlanId, plan: &Plan) -> bool {
    matches!(why_nothing_read(model, id, plan), Some("language" | "no-target"))
}

/// Why nothing, or next to nothing, was read in a plan that was to be checked: `language`, `no-target`, or `past` for figures that
/// are nearly all past.
#[must_use]
pub fn why_nothing_read(model: &Model, id: PlanId, plan: &Plan) -> Option<&'static str> {
    let source = model.sources.get(plan.file);
    // A foreign text first: what was taken for targets there may be none, so their number says nothing.
    if source.is_some_and(|source| source.is_document() && is_foreign(&source.text)) {
        return Some("language");
    }
    let (targets, past) = count_targets_and_past(model, id);
    // A file that only registers a plan, or whose table has lost its head, is told of elsewhere or is as
    // it should be.
    if !has_figures(model, id, plan) && !only_registers(model, plan) && !is_headless(model, plan) {
        Some("no-target")
    } else {
        // Plan files say for each column what it is, so past figures there are meant.
        let document = model.sources.get(plan.file).is_some_and(Source::is_document);
        (document && past >= MANY && targets * ONE_IN <= past).then_some("past")
    }
}

/// Whether a plan file is a head and nothing else: it says that a plan exists.
#[must_use]
pub fn only_registers(model: &Model, plan: &Plan) -> bool {
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
fn count_targets_and_past(model: &Model, id: PlanId) -> (usize, usize) {
    let past =
        model.statements(id).filter(|(_, said)| said.is_past() || said.role == Role::Citation);
    let past = past.count();
    (model.statements(id).count() - past, past)
}

/// Whether a plan states a target, or is of the kinds that have none: reports of progress, lists of tasks, tables of names.
#[must_use]
pub fn has_figures(model: &Model, id: PlanId, plan: &Plan) -> bool {
    let other =
        |kind| !matches!(kind, TableKind::Targets | TableKind::Statements | TableKind::Citations);
    let tables = model.tree(plan.file).into_iter().flat_map(|tree| &tree.tables);
    count_targets_and_past(model, id).0 > 0 || tables.into_iter().any(|table| other(table.kind))
}
