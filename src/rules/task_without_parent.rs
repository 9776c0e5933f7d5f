//! A task that names one of a level above, where no plan above has it.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Unfounded, unfounded_tasks},
    finding::{Compared, Draft, Drafts, StatedValue},
    model::{Model, PlanId},
    rulebook::{Context, TaskFacts, subject_of_task, tell_task},
};

/// Reports each such task at the name it gives, with the closest name above.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for unfounded in unfounded_tasks(context.model, context.forest, plan) {
        drafts.push(draft(context.model, &unfounded));
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct TaskWithoutParentFacts {
    child: TaskFacts,
    upper: Arc<str>,
    close: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    nearest: Option<TaskFacts>,
}

fn draft(model: &Model, unfounded: &Unfounded) -> Draft {
    let task = unfounded.task;
    let named = unfounded.nearest.map(|nearest| tell_task(model, nearest));
    let mut draft =
        Draft::new("unknown", subject_of_task(model, task.plan, task), model.upper_place(task))
            .compares(Compared::alone(StatedValue::written(model.words(task.file, task.upper))))
            .tells(TaskWithoutParentFacts {
                child: tell_task(model, task),
                upper: model.words(task.file, task.upper).into(),
                close: unfounded.nearest.is_some(),
                nearest: named,
            });
    if let Some(nearest) = unfounded.nearest {
        draft = draft.note("nearest", model.task_place(nearest), ());
    }
    // The name may stand in a plan above whose tasks are not written down.
    if unfounded.certain { draft } else { draft.review() }
}
