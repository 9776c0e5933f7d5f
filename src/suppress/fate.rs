//! What became of a decision in a run.

use crate::{config::Decision, finding::Place};

/// A decision with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The decision.
    pub decision: Decision,
    /// Where it stands.
    pub place: Place,
    /// What became of it.
    pub fate: Fate,
}

/// What became of a decision; findings are named by their ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It covers a finding, which has left the list.
    Covers(String),
    /// It says that a finding will be mended, and the finding is still there.
    Open(String),
    /// It accepts a finding in part, and the plan has not come up to the agreed value.
    Short(String),
    /// The same without an agreed value, so that it can cover nothing.
    Valueless(String),
    /// It covered a finding whose gap has grown or whose words have changed since.
    Lapsed(String),
    /// Its plan was looked at and there is no such finding.
    Gone,
    /// Its plan is not part of the run.
    Elsewhere,
    /// Its rule was not run.
    Unasked,
    /// Its last day has passed.
    Expired,
    /// It does not hold as it is written; a finding of its own says why.
    Invalid,
}
