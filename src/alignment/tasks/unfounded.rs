//! Tasks that name one of a level above, where no plan above has it.

use crate::{
    hierarchy::Forest,
    model::{Model, PlanId, Task},
};

/// A task that names one of a level above which no plan above has.
#[derive(Clone, Debug)]
pub struct Unfounded<'a> {
    /// The task.
    pub task: &'a Task,
    /// The task above with the closest name, when one is close.
    pub nearest: Option<&'a Task>,
    /// Whether there are plans above of the same topic, or named as basis, and all of them have a 任务表.
    pub certain: bool,
}

/// So many names are compared for suggestions in one plan: a table of strangers is no list of misspellings.
// A choice: more names than one plan has rows, so that only a made-up file meets it.
const COMPARED: usize = 1 << 14;

/// A name of more bytes is no misspelling.
const LONGEST: usize = 96;

/// The tasks of a plan whose 上级任务 no plan above has, in the plan's order; none where no plan above has any tasks.
#[must_use]
pub fn unfounded_tasks<'a>(model: &'a Model, forest: &Forest, plan: PlanId) -> Vec<Unfounded<'a>> {
    // All plans above and not only the parents: a task may rest on a plan of another topic.
    let region = model.plan(plan).region;
    let ancestors = region.map_or(&[][..], |region| forest.ancestors(region));
    let plans: Vec<PlanId> = ancestors
        .iter()
        .flat_map(|&above| forest.plans_of(above))
        .copied()
        .filter(|&above| !model.tasks(above).is_empty())
        .collect();
    // What an excerpt leaves out may hold any task.
    if plans.is_empty() || plans.iter().any(|&above| model.plan(above).is_excerpt) {
        return Vec::new();
    }
    let links = forest.links_of(plan);
    let certain =
        !links.is_empty() && links.iter().all(|link| !model.tasks(link.parent).is_empty());
    let mut left = COMPARED;
    let naming = model.tasks(plan).iter().filter(|task| !task.upper_keys.is_empty());
    naming
        .filter(|task| !is_known(model, task, &plans))
        .map(|task| Unfounded {
            task,
            nearest: nearest_task_above(model, task, &plans, &mut left),
            certain,
        })
        .collect()
}

/// Whether a plan above has what a task names, or something that resembles it.
fn is_known(model: &Model, task: &Task, plans: &[PlanId]) -> bool {
    let index = model.task_index();
    task.upper_keys.iter().any(|key| {
        plans
            .iter()
            .any(|&plan| index.called(plan, key).next().is_some() || index.resembles(plan, key))
    })
}

fn nearest_task_above<'a>(
    model: &'a Model,
    task: &Task,
    plans: &[PlanId],
    left: &mut usize,
) -> Option<&'a Task> {
    let wanted = &task.upper_keys.first().filter(|key| key.0.len() <= LONGEST)?.0;
    // The budget runs over all tasks of the plan, or many tasks beside many names would take their
    // product.
    let known = plans.iter().flat_map(|&plan| model.tasks(plan)).take(*left);
    let named = known.flat_map(|task| task.keys.iter().map(move |key| (task, &key.0)));
    let named = named.filter(|(_, name)| name.len() <= LONGEST);
    let mut best: Option<(f64, &Task)> = None;
    for (known, name) in named {
        *left = left.saturating_sub(1);
        let likeness = strsim::normalized_levenshtein(wanted, name);
        let closer = best.is_none_or(|(most, _)| likeness > most);
        // Half of the characters must stay: less likeness is another task, and no slip.
        if likeness >= 0.5 && closer {
            best = Some((likeness, known));
        }
    }
    best.map(|(_, task)| task)
}
