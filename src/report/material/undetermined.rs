//! What could not be judged, and why: nothing unread looks like a pass.

use serde::Serialize;

use crate::{
    engine::{Outcome, PassedComparison, World},
    words::{Words, term_of},
};

use super::{
    heading,
    quote::{file_and_position, place_in_document},
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
pub(super) fn passed_rows(world: &World, outcome: &Outcome, words: &Words) -> Vec<PassedRow> {
    outcome.undetermined.iter().map(|one| passed_row(world, outcome, words, one)).collect()
}

fn passed_row(
    world: &World,
    outcome: &Outcome,
    words: &Words,
    one: &PassedComparison,
) -> PassedRow {
    PassedRow {
        line: heading::region_line(world, &one.place),
        plan: one.plan.to_string(),
        indicator: one.indicator.to_string(),
        year: one.year,
        why: term_of(words.language(), one.why).to_owned(),
        source: place_in_document(words, &one.place),
        at: file_and_position(&outcome.sources, &one.place),
    }
}
