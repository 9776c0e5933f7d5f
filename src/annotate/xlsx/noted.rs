//! The notes of a sheet by the name of their cell.

use std::collections::BTreeMap;

use super::super::ReviewComment;

/// The notes of a sheet by the name of their cell.
pub(super) type ByCell<'a> = BTreeMap<String, Vec<&'a ReviewComment>>;
