//! 任务: the named projects and tasks of a plan, with the regions they concern and the year they are to be done by.

mod deadline;
mod index;
mod name;
mod row;

pub use deadline::Deadline;
pub use index::TaskIndex;
pub use row::{Task, TaskId, TaskRow, task_rows};
