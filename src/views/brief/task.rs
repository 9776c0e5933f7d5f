//! The projects and tasks of the plans above that name the region.

use std::{collections::BTreeSet, sync::Arc};

use serde::Serialize;

use crate::{
    hierarchy::ParentReason,
    model::{Model, Task},
    text::Place,
};

use super::scene::BriefScene;

/// One task that a plan above gives the region by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BriefTask {
    /// Its name.
    #[serde(rename = "task")]
    pub name: String,
    /// 期限, as written; empty where there is none.
    pub deadline: String,
    /// 目标, as written; empty where there is none.
    pub aim: String,
    /// The region whose plan names it.
    pub region: Arc<str>,
    /// The title of that plan.
    pub plan: Arc<str>,
    /// The path of the file.
    pub file: Arc<str>,
    /// The line, counted from 1; `None` in a document without lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Where it stands.
    #[serde(skip)]
    pub place: Place,
}

/// The tasks of the plans above of the topic that name the region, nearest plan first; one that two levels give stands once.
pub(super) fn brief_tasks(scene: &BriefScene) -> Vec<BriefTask> {
    let model = &scene.world.model;
    let groups = scene.parents.iter().filter(|parents| parents.choice != ParentReason::Indicator);
    let mut seen = BTreeSet::new();
    let mut tasks = Vec::new();
    for &plan in groups.flat_map(|parents| &parents.plans) {
        for id in model.task_index().naming(plan, scene.region) {
            let task = model.task(id);
            let known = task.keys.iter().any(|key| seen.contains(key));
            // Also of one that is known already: its other names may be those under which a third level gives it.
            seen.extend(&task.keys);
            if !known {
                tasks.push(brief_task(model, task));
            }
        }
    }
    tasks
}

fn brief_task(model: &Model, task: &Task) -> BriefTask {
    let plan = model.plan(task.plan);
    let region = plan.region.map(|id| Arc::clone(&model.catalogue.region_of(id).name));
    let place = model.sources.home(model.task_place(task));
    let source = model.sources.get(place.file);
    BriefTask {
        name: model.task_name(task).to_owned(),
        deadline: model.words(task.file, task.deadline_cell).to_owned(),
        aim: model.words(task.file, task.aim).to_owned(),
        region: region.unwrap_or_default(),
        plan: Arc::clone(&plan.title),
        file: source.map(|source| Arc::clone(&source.path)).unwrap_or_default(),
        line: model.sources.line(&place),
        place,
    }
}
