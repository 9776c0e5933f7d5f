//! The plan language: text to a typed tree that always exists, with problems; and the formatter.

mod allow;
mod cell;
mod column;
mod format;
mod grammar;
mod invisible;
mod layout;
mod nearest;
mod problem;
mod read;
mod spoken;
mod terms;
mod tree;
mod year_head;

pub(crate) use allow::AllowComment;
pub use allow::Covers;
pub(crate) use cell::unescape;
pub use format::{FormatOptions, Keywords, format_plan};
pub use grammar::grammar_only;
pub(crate) use invisible::{first_invisible, is_invisible};
pub use problem::ProblemKind;
pub(crate) use problem::{Problem, Unsure, UnsureReason};
pub use read::parse;
pub(crate) use spoken::is_plan_file;
pub use terms::{Class, DirectionWord, KeywordSet, PathWord, PlanKind, RelationWord, Status};
pub(crate) use terms::{Coverage, compared_form, is_blank_cell};
pub(crate) use tree::{Column, Row};
pub use tree::{ColumnKind, Field, FieldKey, PlanHead, Table, TableKind, Tree, YearRole};
pub(crate) use year_head::without_growth;
