//! What the proposals for several years of one target ask of each other.

use std::mem;

use crate::{
    alignment::{lift, milestone_floor},
    model::{Model, Statement},
    quantity::Decimal,
};

use super::{asked::AskedTarget, target::BriefTarget};

/// Lifts what falls behind the proposals for earlier years of the same series.
pub(super) fn lift_over_years(model: &Model, asked: &[AskedTarget], targets: &mut [BriefTarget]) {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    let like = |at: usize| asked.get(at).map(|asked| model.statement(asked.like));
    order.sort_by_key(|&at| like(at).map(|like| (like.measure, asked.get(at).map(|a| a.year))));
    for pair in order.windows(2) {
        let &[before, after] = pair else { continue };
        let (Some(first), Some(second)) = (like(before), like(after)) else { continue };
        if first.measure != second.measure {
            continue;
        }
        let factor = |like: &Statement| like.unit.as_ref().map_or(Decimal::ONE, |u| u.factor);
        let floor = targets.get(before).and_then(|earlier| {
            let to = factor(second).checked_div(factor(first))?;
            milestone_floor(model, second, (earlier.steps.first()?, earlier.direction?), to)
        });
        let later = targets.get_mut(after);
        if let Some((later, floor)) = later.zip(floor)
            && let Some(direction) = later.direction
        {
            later.steps = lift(mem::take(&mut later.steps), direction, &[floor]);
        }
    }
}
