//! The turns of all children in one order.

use std::cmp::Ordering;

use crate::{
    finding::Level,
    quantity::{Bound, Direction},
};

use super::{
    limit::{LimitStart, LimitStep, LimitTurn},
    turns::{ChildComparison, Turns},
};

/// Who is short of the least strict number, and the steps at which any child turns, the least strict number first.
pub fn limit_steps(
    children: &[ChildComparison<'_>],
    turns: impl Fn(&ChildComparison<'_>) -> Turns<Option<Level>>,
    direction: Option<Direction>,
) -> (LimitStart, Vec<LimitStep>) {
    let mut start = LimitStart::default();
    let mut all: Vec<(Bound, LimitTurn)> = Vec::new();
    for (at, child) in children.iter().enumerate() {
        let (first, turns) = turns(child);
        start.broken.turn(None, first, child.limit().direct);
        start.turns.extend(first.map(|level| LimitTurn {
            child: at,
            was: None,
            level: Some(level),
        }));
        // Each turn is told with what it turns from, so that counting the steps needs no memory of each
        // child.
        let mut was = first;
        for (bound, level) in turns {
            all.push((bound, LimitTurn { child: at, was, level }));
            was = level;
        }
    }
    let mut broken = start.broken;
    // Children that turn at one number stand in the order of their plans, whatever order their own turns
    // came in.
    all.sort_by(|one, other| {
        strictness(one.0, other.0, direction).then(one.1.child.cmp(&other.1.child))
    });
    let alike = all.chunk_by(|one, other| one.0 == other.0);
    let step = |turns: &[(Bound, LimitTurn)]| {
        for (_, turn) in turns {
            let direct = children.get(turn.child).is_some_and(|child| child.limit().direct);
            broken.turn(turn.was, turn.level, direct);
        }
        let from = turns.first()?.0;
        Some(LimitStep { from, turns: turns.iter().map(|(_, turn)| *turn).collect(), broken })
    };
    (start, alike.filter_map(step).collect())
}

/// Less strict numbers before stricter ones, a number before what lies beyond it.
fn strictness(one: Bound, other: Bound, direction: Option<Direction>) -> Ordering {
    let values = one.value.cmp(&other.value);
    let values = if direction == Some(Direction::Lower) { values.reverse() } else { values };
    // `≥ 60` turns at 60 itself, `> 60` only beyond it: at one number the closed end comes first.
    values.then(one.open.cmp(&other.open))
}
