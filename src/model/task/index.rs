//! The tasks of a run by name and by region, sorted once so that looking one up is a short binary search.

use crate::catalogue::{NameKey, RegionId};

use super::{
    super::PlanId,
    row::{Task, TaskId},
};

/// The least number of characters that two names must share for one to stand for the other.
// Two or three characters, 地铁, 产业园, begin the names of many tasks; four ask for more than a kind of thing.
const SHARED: usize = 4;

/// A longer name is a sentence, and no part of another.
const LONGEST: usize = 64;

/// What tasks are found by.
#[derive(Debug, Default)]
pub struct TaskIndex {
    /// By what they are called.
    names: Vec<(PlanId, String, TaskId)>,
    /// By what they are called, read backwards.
    backwards: Vec<(PlanId, String, TaskId)>,
    /// By the task of a level above that they name.
    uppers: Vec<(PlanId, String, TaskId)>,
    /// By the regions they name.
    regions: Vec<(PlanId, RegionId, TaskId)>,
}

impl TaskIndex {
    /// Sorts the tasks of a run.
    pub(in crate::model) fn of(tasks: &[Task]) -> Self {
        let mut index = Self::default();
        for (id, task) in (0..).map(TaskId).zip(tasks) {
            let entry = |words: String| (task.plan, words, id);
            let names = || task.keys.iter().map(|key| key.0.clone());
            index.names.extend(names().map(entry));
            index.backwards.extend(names().map(|name| entry(backwards(&name))));
            index.uppers.extend(task.upper_keys.iter().map(|key| entry(key.0.clone())));
            index.regions.extend(task.regions.iter().map(|&region| (task.plan, region, id)));
        }
        index.names.sort_unstable();
        index.backwards.sort_unstable();
        index.uppers.sort_unstable();
        index.regions.sort_unstable();
        index
    }

    /// The tasks of a plan that have a name, as theirs or as an alias.
    pub fn called(&self, plan: PlanId, name: &NameKey) -> impl Iterator<Item = TaskId> {
        tasks_called(&self.names, plan, &name.0)
    }

    /// The tasks of a plan that name `name` as the task of a level above.
    pub fn below(&self, plan: PlanId, name: &NameKey) -> impl Iterator<Item = TaskId> {
        tasks_called(&self.uppers, plan, &name.0)
    }

    /// The tasks of a plan that name a region, in its order.
    pub fn naming(&self, plan: PlanId, region: RegionId) -> impl Iterator<Item = TaskId> {
        let from = self.regions.partition_point(|entry| (entry.0, entry.1) < (plan, region));
        let rest = self.regions.get(from..).unwrap_or_default().iter();
        rest.take_while(move |entry| (entry.0, entry.1) == (plan, region)).map(|entry| entry.2)
    }

    /// Whether a task of the plan has a name that begins or ends with `name`, or that `name` begins or ends with.
    #[must_use]
    pub fn resembles(&self, plan: PlanId, name: &NameKey) -> bool {
        let letters = name.0.chars().count();
        (SHARED..=LONGEST).contains(&letters)
            && (any_name_begins(&self.names, plan, &name.0)
                // A sorted list finds beginnings only, so endings are beginnings of the names read backwards.
                || any_name_begins(&self.backwards, plan, &backwards(&name.0))
                || cuts(&name.0).any(|part| tasks_called(&self.names, plan, part).next().is_some()))
    }
}

type Named = [(PlanId, String, TaskId)];

fn tasks_called(names: &Named, plan: PlanId, name: &str) -> impl Iterator<Item = TaskId> {
    let from = names.partition_point(|entry| (entry.0, entry.1.as_str()) < (plan, name));
    let rest = names.get(from..).unwrap_or_default();
    let end = rest.partition_point(|entry| (entry.0, entry.1.as_str()) == (plan, name));
    rest.iter().take(end).map(|entry| entry.2)
}

/// Whether a name of the plan begins with `start`.
fn any_name_begins(names: &Named, plan: PlanId, start: &str) -> bool {
    let from = names.partition_point(|entry| (entry.0, entry.1.as_str()) < (plan, start));
    names.get(from).is_some_and(|entry| entry.0 == plan && entry.1.starts_with(start))
}

/// The beginnings and endings of a name that are long enough to be one themselves.
fn cuts(name: &str) -> impl Iterator<Item = &str> {
    let long = |part: &&str| part.chars().count() >= SHARED;
    let starts = name.char_indices().filter_map(|(at, _)| name.get(..at));
    let ends = name.char_indices().skip(1).filter_map(|(at, _)| name.get(at..));
    starts.chain(ends).filter(long)
}

fn backwards(name: &str) -> String {
    name.chars().rev().collect()
}
