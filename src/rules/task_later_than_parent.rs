//! A task that is to be done later here than a plan above wants it done.

use crate::{
    alignment::{LateTask, late_tasks},
    finding::{Args, Compared, Draft, Drafts, StatedValue, Value},
    model::{Model, PlanId, Task},
    rulebook::{Context, subject_of_task, tell_task},
};

/// Reports each task once, with every plan above whose deadline it misses.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for late in late_tasks(context.model, context.forest, plan) {
        drafts.push(draft(context.model, &late));
    }
}

fn draft(model: &Model, late: &LateTask) -> Draft {
    let subject = subject_of_task(model, late.task.plan, late.task);
    let told: Vec<Value> =
        late.earlier.iter().map(|&(task, year)| earlier(model, late, task, year).into()).collect();
    let deadline = |task: &Task| StatedValue::written(model.words(task.file, task.deadline_cell));
    let draft = Draft::new("later", subject, model.deadline_place(late.task))
        .compares(Compared {
            own: deadline(late.task),
            other: late.earlier.first().and_then(|&(task, _)| deadline(task)),
            ..Compared::default()
        })
        .with("child", tell_task(model, late.task))
        .with("above", told);
    late.earlier.iter().fold(draft, |draft, &(task, year)| {
        let told = Args::from([("parent", earlier(model, late, task, year).into())]);
        draft.note("parent", model.deadline_place(task), told)
    })
}

/// The task above as a record, with `years`: by how many it is missed.
fn earlier(model: &Model, late: &LateTask, task: &Task, year: i32) -> Args {
    let mut told = tell_task(model, task);
    told.insert("years", (late.year - year).into());
    told
}
