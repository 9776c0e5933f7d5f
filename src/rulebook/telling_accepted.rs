//! The weakest numbers that the levels above accept from a target, as an argument of messages.

use crate::{
    alignment::{Against, Comparison, Cutoffs, Proposal, Standing, propose},
    finding::Args,
    model::Model,
    quantity::Direction,
};

use super::telling::in_printed_unit;

/// The weakest numbers accepted from a target that falls short of `lead`, in its own printed unit: `meets`, where that is not
/// the number `lead` prints, with `whose` (the region of the nearest figure, where `lead` is not of it); `catches_up`; `keeps_up`; of these a number that has to be beaten is left out.
/// `beats`: whether the number of `lead` has to be.
#[must_use]
pub fn tell_accepted(
    model: &Model,
    cutoffs: &Cutoffs,
    comparison: &Comparison,
    lead: &Against,
) -> Args {
    let child = model.statement(comparison.child);
    let steps = propose(model, cutoffs, child, comparison);
    let number = |standing: Standing| {
        // A number that has to be beaten cannot be named as the one that is accepted.
        let stands = |step: &&Proposal| step.standing == standing && !step.beats;
        steps.iter().find(stands).and_then(|step| step.number)
    };
    let printed = in_printed_unit(lead.figure.number, child);
    let mut told = Args::new();
    // The number of the figure itself is told anyway.
    if let Some(meets) = number(Standing::Meets).filter(|meets| *meets != printed) {
        told.insert("meets", meets.into());
        let nearest = comparison.against.first().filter(|nearest| nearest.region != lead.region);
        let region = nearest.map(|nearest| model.catalogue.region_of(nearest.region));
        told.extend(region.map(|region| ("whose", (&region.name).into())));
    }
    let set = &lead.figure.set;
    let end = if comparison.direction == Some(Direction::Lower) { set.high } else { set.low };
    told.insert("beats", end.is_some_and(|end| end.open).into());
    told.extend(number(Standing::CatchesUp).map(|number| ("catches_up", number.into())));
    told.extend(number(Standing::KeepsUp).map(|number| ("keeps_up", number.into())));
    told
}
