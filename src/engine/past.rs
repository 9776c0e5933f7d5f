//! What an earlier run told, and what has become of it since.

use std::collections::BTreeSet;

use crate::finding::Level;

/// A finding as an earlier run told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its id.
    pub id: String,
    /// The rule's name.
    pub rule: String,
    /// How loud it was.
    pub level: Level,
    /// The region.
    pub region: Option<String>,
    /// The plan's title.
    pub plan: Option<String>,
    /// The indicator as printed.
    pub indicator: Option<String>,
    /// The year.
    pub year: Option<i32>,
    /// The file it stood in, as it was shown.
    pub file: String,
    /// Whether it was allowed: then it is known, and cannot be fixed.
    pub allowed: bool,
}

/// The findings of a run beside those of an earlier one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RunComparison {
    /// The ids of the findings the earlier run had not.
    pub new: BTreeSet<String>,
    /// How many findings both have.
    pub known: usize,
    /// What is not found any more, in the order of the earlier run.
    pub fixed: Vec<Past>,
    /// How many findings of the earlier run nobody looked for: of other plans, or of rules that are off.
    pub unasked: usize,
}
