//! A task that names one of a level above, where no plan above has it.

use crate::{
    alignment::{Unfounded, unfounded_tasks},
    finding::{Args, Compared, Draft, Drafts, StatedValue},
    model::{Model, PlanId},
    rulebook::{Context, subject_of_task, tell_task},
};

/// Reports each such task at the name it gives, with the closest name above.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for unfounded in unfounded_tasks(context.model, context.forest, plan) {
        drafts.push(draft(context.model, &unfounded));
    }
}

fn draft(model: &Model, unfounded: &Unfounded) -> Draft {
    let task = unfounded.task;
    let named = unfounded.nearest.map_or_else(Args::new, |nearest| tell_task(model, nearest));
    let mut draft =
        Draft::new("unknown", subject_of_task(model, task.plan, task), model.upper_place(task))
            .compares(Compared::alone(StatedValue::written(model.words(task.file, task.upper))))
            .with("child", tell_task(model, task))
            .with("upper", model.words(task.file, task.upper))
            .with("close", unfounded.nearest.is_some())
            .with("nearest", named);
    if let Some(nearest) = unfounded.nearest {
        draft = draft.note("nearest", model.task_place(nearest), Args::new());
    }
    // The name may stand in a plan above whose tasks are not written down.
    if unfounded.certain { draft } else { draft.review() }
}
