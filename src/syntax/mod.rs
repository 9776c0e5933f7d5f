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

pub use allow::{AllowComment, Covers};
pub use cell::unescape;
pub use format::{FormatOptions, Keywords, format_plan};
pub use grammar::grammar_only;
pub use invisible::{first_invisible, is_invisible};
pub use problem::{Problem, ProblemKind, Unsure, UnsureReason};
pub use read::parse;
pub use spoken::is_plan_file;
pub use terms::{
    Class, Coverage, DirectionWord, KeywordSet, PathWord, PlanKind, RelationWord, Status,
    compared_form, is_blank_cell,
};
pub use tree::{
    Column, ColumnKind, Field, FieldKey, PlanHead, Row, Table, TableKind, Tree, YearRole,
};
pub use year_head::without_growth;
