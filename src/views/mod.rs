//! What is shown besides findings, as plain data: records of values, one indicator through every tier.

mod keys;
mod records;
mod trace;

pub use keys::{average_key, basis_key, class_key, comparator_key, relative_key, role_key};
pub use records::{Record, records};
pub use trace::{Beside, Line, Trace, indicators, trace};
