//! Tasks that do not say by when they are to be done.

use crate::{
    finding::{Compared, Draft, Drafts, Place, Subject},
    model::{Deadline, Model, PlanId, Task},
    rulebook::{Context, NamesFacts, PlanNamesFacts, tell_plan},
    syntax::{ColumnKind, Table},
};

/// Reports once a table of who does what that it has no column for the deadline, or which of its tasks leave it blank where most do not.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    // Tasks of one table stand together, so neighbours make a table.
    for tasks in model.tasks(plan).chunk_by(|one, next| one.at.0 == next.at.0) {
        let open: Vec<&Task> =
            tasks.iter().filter(|task| task.deadline == Deadline::Unsaid).collect();
        if let [first, ..] = open.as_slice()
            && let Some(table) = table_of(model, first)
            && promises_deadlines(table, tasks.len(), open.len())
        {
            drafts.push(draft(model, plan, table, &open));
        }
    }
}

/// Whether a reader looks for a deadline in each row: a list of projects without owners promises none, and neither does a column that
/// most rows leave blank.
fn promises_deadlines(table: &Table, tasks: usize, open: usize) -> bool {
    match table.column(&ColumnKind::Deadline) {
        Some(_) => 2 * open <= tasks,
        None => table.column(&ColumnKind::Owner).is_some(),
    }
}

fn table_of<'a>(model: &'a Model, task: &Task) -> Option<&'a Table> {
    model.tree(task.file)?.tables.get(task.at.0 as usize)
}

/// At the table's head when the whole column is missing, else at the first of the tasks.
fn draft(model: &Model, plan: PlanId, table: &Table, open: &[&Task]) -> Draft {
    let head = model.plan(plan);
    let blank = table.column(&ColumnKind::Deadline).is_some();
    let place = match open.first().filter(|_| blank) {
        Some(first) => model.task_place(first),
        None => Place::new(head.file, table.keyword),
    };
    let subject = Subject {
        plan: Some(head.title.clone()),
        region: head.region.map(|id| model.catalogue.region_of(id).name.clone()),
        other: Some(model.words(head.file, table.title.unwrap_or(table.keyword)).into()),
        ..Subject::default()
    };
    let listed = NamesFacts::of(open.iter().map(|task| model.task_name(task)));
    Draft::new(if blank { "cells" } else { "column" }, subject, place)
        .compares(Compared::counted(open.len()))
        .tells(PlanNamesFacts { of: tell_plan(model, plan), listed })
}
