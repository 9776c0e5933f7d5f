//! The weakest numbers that the levels above accept from a target, as facts of a sentence.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison, Cutoffs, Proposal, Standing, propose},
    finding::ExactNumber,
    model::Model,
    quantity::Direction,
};

use super::telling::in_printed_unit;

/// The weakest numbers accepted from a target that falls short of a figure above, in its own printed unit; a number that has
/// to be beaten is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AcceptedFacts {
    /// What meets all figures, where that is not the number that the figure itself prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meets: Option<ExactNumber>,
    /// The region of the nearest figure, where `meets` is that one's and it is another region's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub whose: Option<Arc<str>>,
    /// Whether `meets` asks for more than the figure: then it is no way out, but what both levels need.
    pub stricter: bool,
    /// Whether the number of the figure has to be beaten.
    pub beats: bool,
    /// What catches up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub catches_up: Option<ExactNumber>,
    /// What keeps up.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keeps_up: Option<ExactNumber>,
}

/// What is accepted from a target that falls short of `lead`.
#[must_use]
pub fn tell_accepted(
    model: &Model,
    cutoffs: &Cutoffs,
    comparison: &Comparison,
    lead: &Against,
) -> AcceptedFacts {
    let child = model.statement(comparison.child);
    let steps = propose(model, cutoffs, child, comparison);
    let number = |standing: Standing| {
        // A number that has to be beaten cannot be named as the one that is accepted.
        let stands = |step: &&Proposal| step.standing == standing && !step.beats;
        steps.iter().find(stands).and_then(|step| step.number)
    };
    // A change against a base year has no level that could be named instead.
    let number = |standing| number(standing).filter(|_| !lead.figure.as_change);
    let printed = in_printed_unit(lead.figure.number, child);
    // The number of the figure itself is told anyway.
    let meets = number(Standing::Meets).filter(|meets| *meets != printed);
    let nearest = comparison.against.first().filter(|nearest| nearest.region != lead.region);
    // The strictest of several figures may be met by a number that is none of theirs.
    let its_own = |nearest: &&Against| Some(in_printed_unit(nearest.figure.number, child)) == meets;
    let whose = nearest.filter(its_own);
    let set = &lead.figure.set;
    let falls = comparison.direction == Some(Direction::Lower);
    let end = if falls { set.high } else { set.low };
    AcceptedFacts {
        stricter: meets.is_some_and(|meets| if falls { meets < printed } else { meets > printed }),
        meets: meets.map(Into::into),
        whose: whose.map(|above| Arc::clone(&model.catalogue.region_of(above.region).name)),
        beats: end.is_some_and(|end| end.open),
        catches_up: number(Standing::CatchesUp).map(Into::into),
        keeps_up: number(Standing::KeepsUp).map(Into::into),
    }
}
