//! Tasks of the plans above that name a region, and that no plan of the region has.

use crate::{
    hierarchy::{Forest, Link, ParentReason},
    model::{Model, PlanId, Task},
    syntax::PlanKind,
};

use super::{is_below, periods_overlap};

/// The tasks that plans above of the same topic give the region of `plan` by name and that no plan of the region has, nearest
/// plan first. A plan without a 任务表 is not asked: its tasks may not have been written down; nor is an excerpt.
#[must_use]
pub fn lost_tasks<'a>(model: &'a Model, forest: &Forest, plan: PlanId) -> Vec<&'a Task> {
    if model.plan(plan).is_excerpt { Vec::new() } else { unstated_tasks(model, forest, plan) }
}

/// The tasks that count as lost where the plan's file holds its whole document, and as undetermined in an excerpt.
#[must_use]
pub fn unstated_tasks<'a>(model: &'a Model, forest: &Forest, plan: PlanId) -> Vec<&'a Task> {
    let head = model.plan(plan);
    // Implementation plans and plans of one year have a part of the tasks by their nature.
    let exempt = matches!(head.kind, Some(PlanKind::Implementation | PlanKind::Annual));
    let Some(region) = head.region.filter(|_| !exempt && !model.tasks(plan).is_empty()) else {
        return Vec::new();
    };
    let links: Vec<&Link> =
        forest.links_of(plan).iter().filter(|link| link_gives_tasks(model, link)).collect();
    let mut lost: Vec<&Task> = Vec::new();
    for (at, link) in links.iter().enumerate() {
        // Links are nearest first, so what stands before is nearer; a task that it gives again is asked
        // for there.
        let nearer = links.get(..at).unwrap_or_default();
        for id in model.task_index().naming(link.parent, region) {
            let task = model.task(id);
            let asked_nearer = || {
                tasks_of_nearer_plans(model, task, nearer).any(|own| own.regions.contains(&region))
            };
            // What was due before the plan begins has been done, or is told at the plan before.
            let past = task.deadline.year().zip(head.period).is_some_and(|(y, p)| y < p.start);
            if !past && !asked_nearer() && !is_carried(model, forest, plan, task, nearer) {
                lost.push(task);
            }
        }
    }
    lost
}

/// Whether the upper plan of a link gives the lower one tasks: one topic, and some of the same years.
fn link_gives_tasks(model: &Model, link: &Link) -> bool {
    let (child, parent) = (model.plan(link.child), model.plan(link.parent));
    let named = link.choice == ParentReason::Named && child.kind == parent.kind;
    child.shares_topic(parent).unwrap_or(named) && periods_overlap(child, parent)
}

/// The tasks of nearer plans that are the same as one of a plan above them.
fn tasks_of_nearer_plans<'a>(
    model: &'a Model,
    task: &'a Task,
    nearer: &'a [&Link],
) -> impl Iterator<Item = &'a Task> {
    let pairs = nearer.iter().flat_map(|link| task.keys.iter().map(|key| (link.parent, key)));
    let index = model.task_index();
    let same = pairs.flat_map(|(plan, key)| index.called(plan, key).chain(index.below(plan, key)));
    same.map(|id| model.task(id))
}

/// Whether a plan of the region has the task, under its name, one that a nearer plan gives it, or one that resembles it.
fn is_carried(model: &Model, forest: &Forest, plan: PlanId, task: &Task, nearer: &[&Link]) -> bool {
    let region = model.plan(plan).region;
    let own = region.map_or(&[][..], |region| forest.plans_of(region));
    let index = model.task_index();
    own.iter().chain([&plan]).any(|&own| {
        is_below(model, task, own)
            || task.keys.iter().any(|key| index.resembles(own, key))
            || tasks_of_nearer_plans(model, task, nearer)
                .any(|between| is_below(model, between, own))
    })
}
