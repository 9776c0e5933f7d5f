//! What a workspace has accepted outside its plans: decisions and known findings, with the texts they stand in.

use crate::{
    config::{Decision, KnownFinding},
    text::Source,
};

/// The entries of one file, with its text for their places.
#[derive(Clone, Debug)]
pub struct Ledger<T> {
    /// The file.
    pub source: Source,
    /// Its entries, in its order.
    pub entries: Vec<T>,
}

/// Decisions and known findings; both files may be missing.
#[derive(Clone, Debug, Default)]
pub struct Exceptions {
    /// What a meeting decided.
    pub decisions: Option<Ledger<Decision>>,
    /// The findings that were there when the list was written.
    pub baseline: Option<Ledger<KnownFinding>>,
}
