//! Tasks of one plan beside those of the plans above: carried on, later, or named there by nobody.

mod late;
mod lost;
mod unfounded;

pub use late::{LateTask, late_tasks};
pub use lost::{lost_tasks, unstated_tasks};
pub use unfounded::{Unfounded, unfounded_tasks};

use crate::{
    catalogue::RegionId,
    model::{Model, Plan, PlanId, Task},
};

/// The tasks of `plan` above that are the same as `task`: by name, by alias, or because `task` names them.
fn same_tasks_above<'a>(
    model: &'a Model,
    task: &'a Task,
    plan: PlanId,
) -> impl Iterator<Item = &'a Task> {
    let keys = task.keys.iter().chain(&task.upper_keys);
    keys.flat_map(move |key| model.task_index().called(plan, key)).map(|id| model.task(id))
}

/// Whether a task of `plan` below is the same as `task`.
fn is_below(model: &Model, task: &Task, plan: PlanId) -> bool {
    let index = model.task_index();
    task.keys.iter().any(|key| {
        index.called(plan, key).next().is_some() || index.below(plan, key).next().is_some()
    })
}

/// Whether a task is about a region, all of one above it, or something in it.
fn concerns(model: &Model, task: &Task, region: RegionId) -> bool {
    let lies_in = |one, other| model.catalogue.line(one).any(|above| above == other);
    let touches = |&named: &RegionId| lies_in(named, region) || lies_in(region, named);
    // A task that names no region is everybody's.
    task.regions.is_empty() || task.regions.iter().any(touches)
}

/// Whether two plans are for some of the same years; plans that do not say theirs may be.
fn periods_overlap(one: &Plan, other: &Plan) -> bool {
    one.period
        .zip(other.period)
        .is_none_or(|(one, other)| one.start <= other.end && other.start <= one.end)
}
