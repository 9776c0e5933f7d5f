//! What the two drafts of a comparison gave.

use crate::engine::Outcome;

/// What the two drafts gave, whose texts the places are of.
#[derive(Clone, Copy, Debug)]
pub struct Outcomes<'a> {
    /// The old one.
    pub old: &'a Outcome,
    /// The new one.
    pub new: &'a Outcome,
}
