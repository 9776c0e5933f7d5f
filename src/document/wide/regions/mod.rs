//! 对照表: one row an indicator, and for each region a group of columns with its values.

mod groups;
mod label;
mod plan;

pub(super) use groups::Groups;
