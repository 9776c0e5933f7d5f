//! What a region's own figures ask of its next target, whatever the levels above accept from it.

use crate::{
    model::{Model, Statement},
    quantity::{Basis, Bound, Comparator, Decimal, Direction},
};

use super::{
    is_plain_target,
    proposal::{OwnFigure, Proposal, printable, with_sign_of_side},
};

/// The weakest end that does not fall behind one of the region's own figures, in the printed unit of the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnFloor {
    whose: OwnFigure,
    end: Bound,
    /// Whether nothing lies beyond it: 100 of 100 needs no sign.
    best: bool,
}

/// The end that `figure` asks of a target for `year` that stands `like` another; `None` where the two make no way through the years.
#[must_use]
pub fn own_floor(
    model: &Model,
    direction: Direction,
    (like, year): (&Statement, i32),
    (whose, figure): (OwnFigure, &Statement),
) -> Option<OwnFloor> {
    let way = has_way(model, like) && figure.measure == like.measure;
    let counts = match whose {
        OwnFigure::OwnBase => figure.is_level(),
        OwnFigure::EarlierPlan | OwnFigure::Milestone | OwnFigure::OwnProse => {
            is_plain_target(figure)
        }
    };
    let number =
        figure.number.filter(|_| way && counts && !is_bound_from_beyond(direction, figure))?;
    let factor = like.unit.as_ref().map_or(Decimal::ONE, |unit| unit.factor);
    let value = printable(number.checked_div(factor)?, direction)?;
    let set = figure.interval()?;
    let end = if direction == Direction::Lower { set.high } else { set.low }?;
    // `>6` is fallen behind by 6 itself. A number that was reached has no sign to repeat.
    let open = whose != OwnFigure::OwnBase && end.open && end.value == number;
    // The number of the earlier plan for a later year is the same promise with more time.
    let later = whose == OwnFigure::EarlierPlan && year > figure.year;
    let best = model.at_best_end(figure);
    let end = match later && !best {
        true => {
            let half = model.half_printed_digit(figure, number).checked_div(factor)?;
            beyond(Bound { value, open }, direction, half.checked_add(half)?.normalize())?
        }
        false => Bound { value, open },
    };
    Some(OwnFloor { whose, end, best })
}

/// Whether what a target measures leads from year to year: a growth of 6% after one of 8% is no step back.
fn has_way(model: &Model, like: &Statement) -> bool {
    let is_stock = like.measure.basis == Basis::Stock && !like.measure.coverage;
    is_stock && model.catalogue.indicator(like.measure.indicator).shows_progress()
}

/// Whether a figure only says what is not to be exceeded on the wanted side: 控制在70%以内 of what shall rise asks for nothing.
fn is_bound_from_beyond(direction: Direction, figure: &Statement) -> bool {
    let comparator = figure.quantity.as_ref().map(|quantity| quantity.comparator);
    match direction {
        Direction::Lower => {
            matches!(comparator, Some(Comparator::AtLeast | Comparator::MoreThan))
        }
        _ => matches!(comparator, Some(Comparator::AtMost | Comparator::LessThan)),
    }
}

/// The next weakest end that is more than `end`: beyond the number itself, else the next one with its digits.
fn beyond(end: Bound, direction: Direction, digit: Decimal) -> Option<Bound> {
    let value = match (end.open, direction) {
        (false, _) => end.value,
        (true, Direction::Lower) => end.value.checked_sub(digit)?,
        (true, _) => end.value.checked_add(digit)?,
    };
    Some(Bound { value, open: !end.open })
}

/// What a proposal for an earlier year asks of a target that stands `like` another; `to` is the later one's printed unit by that
/// of the earlier.
#[must_use]
pub fn milestone_floor(
    model: &Model,
    like: &Statement,
    (earlier, direction): (&Proposal, Direction),
    to: Decimal,
) -> Option<OwnFloor> {
    let indicator = model.catalogue.indicator(like.measure.indicator);
    let number = earlier.number.filter(|_| has_way(model, like))?;
    let value = printable(number.checked_div(to)?, direction)?;
    let factor = like.unit.as_ref().map_or(Decimal::ONE, |unit| unit.factor);
    let best = value.checked_mul(factor).is_some_and(|number| indicator.at_best_end(number));
    let end = Bound { value, open: earlier.beats };
    Some(OwnFloor { whose: OwnFigure::Milestone, end, best })
}

/// The proposals with those lifted that fall behind a floor; each is still weaker than the one before.
#[must_use]
pub fn lift(steps: Vec<Proposal>, direction: Direction, floors: &[OwnFloor]) -> Vec<Proposal> {
    let rank = |value: Decimal, open: bool| {
        let rising = if direction == Direction::Lower { -value } else { value };
        (rising, open)
    };
    let strictest = floors.iter().max_by_key(|floor| rank(floor.end.value, floor.end.open));
    let Some(floor) = strictest else { return steps };
    let asked = rank(floor.end.value, floor.end.open);
    let behind = |step: &Proposal| step.number.is_some_and(|n| rank(n, step.beats) < asked);
    let mut lifted: Vec<Proposal> = Vec::with_capacity(steps.len());
    for step in steps {
        if !behind(&step) {
            lifted.push(step);
            continue;
        }
        // What is weaker still comes to the same figure of one's own, which was proposed already.
        let level = |before: &Proposal| before.number.map(|n| rank(n, before.beats)) == Some(asked);
        if !lifted.last().is_some_and(level) {
            let phrase = match floor.best {
                true => floor.end.value.normalize().to_string(),
                false => with_sign_of_side(direction, floor.end),
            };
            let (number, beats) = (Some(floor.end.value), floor.end.open);
            lifted.push(Proposal { phrase, number, beats, lifted_by: Some(floor.whose), ..step });
        }
        break;
    }
    lifted
}
