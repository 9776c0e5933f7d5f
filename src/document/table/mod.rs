//! Indicator tables as plans print them, read into tables of the plan language.

mod column;
mod head;
mod heads;
mod issued;
mod rows;
mod targets;
#[cfg(test)]
mod tests;
mod words;

pub use column::kind_of;
pub use head::Head;
pub use targets::{Found, Unread, WhyUnread, targets};
pub use words::{is_caption, is_note, one_line};
