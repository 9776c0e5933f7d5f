//! Tasks as arguments of messages, always under the same names.

use crate::{
    finding::{Args, Subject},
    model::{Model, PlanId, Task},
};

use super::telling::tell_plan;

/// A task as a record: `plan`, `region`, `tier`, `draft` of its plan; `name`, `aim`, `deadline` and `lead` as
/// printed, empty where they are not.
#[must_use]
pub fn tell_task(model: &Model, task: &Task) -> Args {
    let mut told = tell_plan(model, task.plan);
    let words = |span| model.words(task.file, span).into();
    told.insert("name", words(task.name));
    told.insert("aim", words(task.aim));
    told.insert("deadline", words(task.deadline_cell));
    told.insert("lead", words(task.lead));
    told
}

/// What a finding about a task is about, in the plan that has it or lacks it.
#[must_use]
pub fn subject_of_task(model: &Model, plan: PlanId, task: &Task) -> Subject {
    let head = model.plan(plan);
    Subject {
        plan: Some(head.title.clone()),
        region: head.region.map(|id| model.catalogue.region_of(id).name.clone()),
        other: Some(model.task_name(task).into()),
        ..Subject::default()
    }
}
