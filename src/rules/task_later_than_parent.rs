//! A task that is to be done later here than a plan above wants it done.

use serde::Serialize;

use crate::{
    alignment::{LateTask, late_tasks},
    finding::{Compared, Draft, Drafts, StatedValue},
    model::{Model, PlanId, Task},
    rulebook::{Context, TaskFacts, subject_of_task, tell_task},
};

/// Reports each task once, with every plan above whose deadline it misses.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for late in late_tasks(context.model, context.forest, plan) {
        drafts.push(draft(context.model, &late));
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct TaskLaterThanParentFacts {
    child: TaskFacts,
    above: Vec<EarlierTaskFacts>,
}

fn draft(model: &Model, late: &LateTask) -> Draft {
    let subject = subject_of_task(model, late.task.plan, late.task);
    let earlier =
        |task, year| EarlierTaskFacts { task: tell_task(model, task), years: late.year - year };
    let told = late.earlier.iter().map(|&(task, year)| earlier(task, year)).collect();
    let deadline = |task: &Task| StatedValue::written(model.words(task.file, task.deadline_cell));
    let draft = Draft::new("later", subject, model.deadline_place(late.task))
        .compares(Compared {
            own: deadline(late.task),
            other: late.earlier.first().and_then(|&(task, _)| deadline(task)),
            ..Compared::default()
        })
        .tells(TaskLaterThanParentFacts { child: tell_task(model, late.task), above: told });
    late.earlier.iter().fold(draft, |draft, &(task, year)| {
        let note = EarlierTaskNote { parent: earlier(task, year) };
        draft.note("parent", model.deadline_place(task), note)
    })
}

/// A task above whose deadline is missed.
#[derive(Debug, Serialize)]
struct EarlierTaskFacts {
    #[serde(flatten)]
    task: TaskFacts,
    /// By how many years it is missed.
    years: i32,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct EarlierTaskNote {
    parent: EarlierTaskFacts,
}
