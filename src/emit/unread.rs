//! Which findings say that something was not read, and how much no finding tells of.

use crate::{engine::Outcome, finding::Finding};

/// How much was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum UnreadExtent {
    /// A file or a table, which the last line counts: the run fails.
    Whole,
    /// A part of one, or a document that holds no plan.
    Part,
}

/// What `finding` says was not read, if anything.
pub(super) fn unread_extent(finding: &Finding) -> Option<UnreadExtent> {
    match (finding.rule, finding.draft.case) {
        // The cases that the last line counts as files and tables not read; a picture that is not understood is none
        // of them.
        ("unread-file", _) | ("unread-part", "table" | "numbers" | "english-most") => {
            Some(UnreadExtent::Whole)
        }
        ("unread-part", _) => Some(UnreadExtent::Part),
        _ => None,
    }
}

/// How many files and tables were not read of which no finding tells, because their rule is off.
pub(super) fn untold(outcome: &Outcome) -> usize {
    let whole = |finding: &&Finding| unread_extent(finding) == Some(UnreadExtent::Whole);
    outcome.summary.unread.saturating_sub(outcome.findings.iter().filter(whole).count())
}
