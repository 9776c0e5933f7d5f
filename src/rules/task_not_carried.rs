//! A task that a plan above gives this region by name, and that no plan of the region has.

use serde::Serialize;

use crate::{
    alignment::lost_tasks,
    finding::{Compared, Draft, Drafts, StatedValue},
    model::PlanId,
    rulebook::{Context, PlanFacts, TaskFacts, subject_of_task, tell_plan, tell_task},
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct TaskNotCarriedFacts {
    child: PlanFacts,
    parent: TaskFacts,
}

/// Reports each such task at the plan's title, for there is nothing else to point at.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for task in lost_tasks(model, context.forest, plan) {
        let subject = subject_of_task(model, plan, task);
        let draft = Draft::new("lost", subject, model.plan(plan).place.clone())
            .compares(Compared::missing(StatedValue::written(model.words(task.file, task.aim))))
            .tells(TaskNotCarriedFacts {
                child: tell_plan(model, plan),
                parent: tell_task(model, task),
            })
            .note("parent", model.task_place(task), ());
        drafts.push(draft);
    }
}
