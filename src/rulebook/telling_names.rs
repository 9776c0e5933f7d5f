//! Many names told in one sentence: the first of them, how many there are, how many are left out.

use std::sync::Arc;

use serde::Serialize;

use super::telling::PlanFacts;

/// Names among the facts of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NamesFacts {
    /// The first of them.
    pub names: Vec<Arc<str>>,
    /// How many there are.
    pub total: usize,
    /// How many of them are not named.
    pub rest: usize,
}

impl NamesFacts {
    /// More names than these are counted, not listed.
    // A choice: five names tell what kind of rows it is, and a summary is still read.
    pub const SHOWN: usize = 5;

    /// What is told of names.
    #[must_use]
    pub fn of<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let total = names.len();
        Self {
            names: names.take(Self::SHOWN).map(Arc::from).collect(),
            total,
            rest: total.saturating_sub(Self::SHOWN),
        }
    }
}

/// Names of what one plan has or lacks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanNamesFacts {
    /// The plan.
    #[serde(flatten)]
    pub of: PlanFacts,
    /// The names.
    #[serde(flatten)]
    pub listed: NamesFacts,
}
