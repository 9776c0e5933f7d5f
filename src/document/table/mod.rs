//! Indicator tables as plans print them, read into tables of the plan language.

mod allocated;
mod column;
mod head;
mod heads;
mod issued;
mod layout;
mod listed;
mod measured;
mod rows;
mod settle;
mod targets;
mod tasks;
#[cfg(test)]
mod tests;
mod whole;
mod words;

pub use column::kind_of;
pub(crate) use head::Head;
pub use targets::read_target_tables;
pub(crate) use targets::{UnreadTablePart, WhyUnread};
pub(crate) use words::{is_caption, is_ditto, is_note, is_unit_line, one_line};
