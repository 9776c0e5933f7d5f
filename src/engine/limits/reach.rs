//! The strictest number that the regions below can still come to.

use crate::{
    alignment::{AdjustableTarget, Rollup, RollupOutcome},
    model::StatementId,
    quantity::{Bound, Interval},
};

use super::{super::World, turns::turns_of_judgement};

/// What the regions below can come to, beside a figure of any number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RollupReach {
    /// Every number of the range can still be met.
    All,
    /// None of them can.
    Nothing,
    /// Up to this number, in the direction of the indicator; open where the number itself cannot be met.
    Until(Bound),
    /// No side is better: the values that can come out.
    Between(Interval),
}

/// For each roll-up of a figure how far its number could go.
pub fn rollup_reaches(
    world: &World,
    asked: Option<&AdjustableTarget<'_>>,
    parent: StatementId,
) -> Vec<RollupReach> {
    let plan = world.model.statement(parent).plan;
    let own = world.alignment.rollups(plan).iter().filter(|rollup| rollup.parent == parent);
    own.map(|rollup| {
        asked.map_or(RollupReach::Between(rollup.reach), |asked| reach_of_rollup(asked, rollup))
    })
    .collect()
}

fn reach_of_rollup(asked: &AdjustableTarget<'_>, rollup: &Rollup) -> RollupReach {
    // Outside the two ends of what can come out, and between them, nothing changes; only the ends need a
    // closer look.
    let ends = [rollup.reach.low, rollup.reach.high].into_iter().flatten();
    let points = ends.flat_map(|end| asked.ending_at(end.value)).collect();
    let met = |number| {
        let figure = asked.at(number)?;
        Some(rollup.against(&figure.set, &asked.range()) == RollupOutcome::Open)
    };
    let (start, turns) = turns_of_judgement(points, asked, rollup.direction, met);
    // A number that cannot be supposed (`None`) is neither met nor broken: it must not end the reach.
    let broken = |met: &Option<bool>| *met == Some(false);
    if broken(&start) {
        return RollupReach::Nothing;
    }
    match turns.iter().find(|(_, met)| broken(met)) {
        // What no longer holds beyond a number still holds at it.
        Some((from, _)) => RollupReach::Until(Bound { value: from.value, open: !from.open }),
        None => RollupReach::All,
    }
}
