//! Tasks that a plan wants done later than a plan above does.

use crate::{
    hierarchy::Forest,
    model::{Model, PlanId, Task},
};

use super::{concerns, periods_overlap, same_tasks_above};

/// A task with its year, and those of plans above that come first.
#[derive(Clone, Debug)]
pub struct LateTask<'a> {
    /// The task.
    pub task: &'a Task,
    /// Its year.
    pub year: i32,
    /// The same task in plans above with an earlier year, nearest first; at least one.
    pub earlier: Vec<(&'a Task, i32)>,
}

/// The tasks of a plan with a later year than the same task has above, in the plan's order.
#[must_use]
pub fn late_tasks<'a>(model: &'a Model, forest: &Forest, plan: PlanId) -> Vec<LateTask<'a>> {
    let late = |task: &'a Task| {
        let year = task.deadline.year()?;
        let parents = forest.parents(plan).iter();
        let stated = parents.filter_map(|parents| {
            parents.plans.iter().find_map(|&parent| asked_by(model, task, parent))
        });
        let earlier: Vec<_> = stated.filter(|(_, asked)| *asked < year).collect();
        (!earlier.is_empty()).then_some(LateTask { task, year, earlier })
    };
    model.tasks(plan).iter().filter_map(late).collect()
}

/// The same task in a plan above, with its year: the last, where the plan has it several times.
fn asked_by<'a>(model: &'a Model, task: &'a Task, parent: PlanId) -> Option<(&'a Task, i32)> {
    let own = model.plan(task.plan);
    // A plan of other years wants other stages of the same work.
    let region = own.region.filter(|_| periods_overlap(own, model.plan(parent)))?;
    let same: Vec<&Task> = same_tasks_above(model, task, parent)
        .filter(|other| other.starts == task.starts && concerns(model, other, region))
        .collect();
    let mut years = Vec::new();
    for other in same {
        // One that names no year may be the one that is meant.
        years.push((other, other.deadline.year()?));
    }
    // Where the plan above has the task several times the last year is what it asks for in the end.
    years.into_iter().max_by_key(|(_, year)| *year)
}
