//! Indicator tables as plans print them, read into tables of the plan language.

mod allocated;
mod column;
mod head;
mod head_column;
mod heads;
mod issued;
mod issued_line;
mod layout;
mod listed;
mod listed_value;
mod measured;
mod rows;
mod settle;
mod targets;
mod tasks;
#[cfg(test)]
mod tests;
mod unread_part;
mod whole;
mod words;

pub use column::kind_of;
pub(crate) use head::Head;
pub use targets::read_target_tables;
pub(crate) use unread_part::{UnreadTablePart, WhyUnread};
pub(crate) use words::{is_caption, is_ditto, is_note, is_unit_line, one_line};
