//! Tasks as facts of sentences, always under the same names.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::Subject,
    model::{Model, PlanId, Task},
};

use super::telling::{PlanFacts, tell_plan};

/// A task among the facts of a sentence, in the words that are printed; empty where none are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TaskFacts {
    /// Its plan.
    #[serde(flatten)]
    pub of: PlanFacts,
    /// Its name.
    pub name: Arc<str>,
    /// What it is to come to.
    pub aim: Arc<str>,
    /// By when it is to be done.
    pub deadline: Arc<str>,
    /// Who leads it.
    pub lead: Arc<str>,
}

/// What is told of a task.
#[must_use]
pub fn tell_task(model: &Model, task: &Task) -> TaskFacts {
    let words = |span| model.words(task.file, span).into();
    TaskFacts {
        of: tell_plan(model, task.plan),
        name: words(task.name),
        aim: words(task.aim),
        deadline: words(task.deadline_cell),
        lead: words(task.lead),
    }
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
