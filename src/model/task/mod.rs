//! 任务: the named projects and tasks of a plan, with the regions they concern and the year they are to be done by.

mod deadline;
mod index;
mod name;
mod row;

pub use deadline::Deadline;
pub use index::TaskIndex;
pub use row::{TaskRow, task_rows};

use crate::{
    catalogue::{NameKey, RegionId},
    text::{FileId, Place, Span},
};

use super::{Model, PlanId};

/// Names one task of a run; ordered as the plans are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TaskId(pub u32);

/// One row of a 任务表.
#[derive(Clone, Debug)]
pub struct Task {
    /// The plan.
    pub plan: PlanId,
    /// The file.
    pub file: FileId,
    /// The cell with its name.
    pub name: Span,
    /// What its name and its aliases are compared by.
    pub keys: Vec<NameKey>,
    /// The cell that names a task of a level above; empty where none does.
    pub upper: Span,
    /// What that cell is compared by: as a whole, and name by name where it lists several.
    pub upper_keys: Vec<NameKey>,
    /// The regions its 地区 names; empty where nobody in particular is named.
    pub regions: Vec<RegionId>,
    /// 期限.
    pub deadline: Deadline,
    /// The cell of 期限; empty where there is none.
    pub deadline_cell: Span,
    /// 目标; empty where none is written.
    pub aim: Span,
    /// The first of the responsible bodies; empty where none is named.
    pub lead: Span,
    /// Whether it is only to be begun or prepared by its deadline.
    pub starts: bool,
    /// Table and row in the file's tree.
    pub at: (u32, u32),
}

impl Model {
    /// The tasks of a plan, in order.
    #[must_use]
    pub fn tasks(&self, plan: PlanId) -> &[Task] {
        let start = self.tasks.partition_point(|task| task.plan < plan);
        let end = self.tasks.partition_point(|task| task.plan <= plan);
        self.tasks.get(start..end).unwrap_or_default()
    }

    /// The task of an id of this model.
    #[must_use]
    pub fn task(&self, id: TaskId) -> &Task {
        &self.tasks[id.0 as usize]
    }

    /// The tasks of a plan by name and by the regions they concern.
    #[must_use]
    pub fn task_index(&self) -> &TaskIndex {
        &self.task_index
    }

    /// Where a task is named.
    #[must_use]
    pub fn task_place(&self, task: &Task) -> Place {
        self.locate(task.file, task.name, task.at, None)
    }

    /// Where a task's deadline stands; its name where it has none.
    #[must_use]
    pub fn deadline_place(&self, task: &Task) -> Place {
        let cell = if task.deadline_cell.is_empty() { task.name } else { task.deadline_cell };
        self.locate(task.file, cell, task.at, None)
    }

    /// Where a task names one of a level above.
    #[must_use]
    pub fn upper_place(&self, task: &Task) -> Place {
        self.locate(task.file, task.upper, task.at, None)
    }

    /// A task's name as printed.
    #[must_use]
    pub fn task_name(&self, task: &Task) -> &str {
        self.words(task.file, task.name)
    }
}
