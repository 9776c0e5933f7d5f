//! What could not be judged, and why: nothing unread looks like a pass.

use serde::Serialize;

use crate::{
    engine::{Outcome, PassedComparison, World},
    words::{Words, term_of},
};

use super::{
    heading,
    quote::{at, located},
};

/// One comparison without a judgement.
#[derive(Clone, Debug, Serialize)]
pub struct PassedRow {
    /// The region of the plan and those above it, as on a card.
    pub line: String,
    /// The plan.
    pub plan: String,
    /// The indicator as printed.
    pub indicator: String,
    /// The year.
    pub year: Option<i32>,
    /// Why.
    pub why: String,
    /// Where it stands in the document.
    pub source: String,
    /// Where it stands in the file.
    pub at: String,
}

/// The comparisons of a run that could not be judged, in order.
pub(super) fn passed(world: &World, outcome: &Outcome, words: &Words) -> Vec<PassedRow> {
    outcome.undetermined.iter().map(|one| row(world, outcome, words, one)).collect()
}

fn row(world: &World, outcome: &Outcome, words: &Words, one: &PassedComparison) -> PassedRow {
    PassedRow {
        line: heading::line(world, &one.place),
        plan: one.plan.to_string(),
        indicator: one.indicator.to_string(),
        year: one.year,
        why: term_of(words.language(), one.why).to_owned(),
        source: located(words, &one.place),
        at: at(&outcome.sources, &one.place),
    }
}
