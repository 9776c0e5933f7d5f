//! The forest: regions under regions, plans under plans, and which plan is whose parent.

mod forest;
mod latest_plans;
mod parents;
mod region_tree;

pub(crate) use forest::{Forest, Link};
pub use parents::ParentReason;
pub(crate) use parents::Parents;
