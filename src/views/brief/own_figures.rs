//! What a region has reached and set itself, and what its targets for several years ask of each other.

use std::{cmp::Ordering, mem};

use crate::{
    alignment::{OwnFigure, OwnFloor, lift, milestone_floor, own_floor},
    model::{Model, Statement},
    quantity::{Decimal, Direction},
};

use super::{BriefTarget, asked::AskedTarget, scene::BriefScene};

/// What the region has said itself and a target that stands `like` another in a year must not fall behind.
pub(super) fn own_floors(
    scene: &BriefScene,
    direction: Direction,
    (like, year): (&Statement, i32),
    [base, earlier]: [Option<&Statement>; 2],
) -> Vec<OwnFloor> {
    let model = &scene.world.model;
    let base = base.filter(|base| base.year < year).map(|base| (OwnFigure::OwnBase, base));
    let earlier = earlier.map(|past| (OwnFigure::EarlierPlan, past));
    let own = scene.own.map(|plan| model.stated(plan, scene.region, like.measure.indicator));
    let own = own.into_iter().flatten().map(|&id| model.statement(id)).filter_map(|said| {
        // The row of the same year is what the proposal would replace; a sentence stays beside it.
        let whose = match said.year.cmp(&year) {
            Ordering::Less => OwnFigure::Milestone,
            Ordering::Equal if !said.in_table() => OwnFigure::OwnProse,
            Ordering::Equal | Ordering::Greater => return None,
        };
        Some((whose, said))
    });
    let figures = base.into_iter().chain(earlier).chain(own);
    figures.filter_map(|figure| own_floor(model, direction, (like, year), figure)).collect()
}

/// Lifts what falls behind the proposals for earlier years of the same series.
pub(super) fn lift_over_years(model: &Model, asked: &[AskedTarget], targets: &mut [BriefTarget]) {
    let mut order: Vec<usize> = (0..targets.len()).collect();
    let like = |at: usize| asked.get(at).map(|asked| model.statement(asked.like));
    order.sort_by_key(|&at| like(at).map(|like| (like.measure, asked.get(at).map(|a| a.year))));
    for pair in order.windows(2) {
        let &[before, after] = pair else { continue };
        let (Some(first), Some(second)) = (like(before), like(after)) else { continue };
        let way = model.catalogue.indicator(first.measure.indicator).shows_progress();
        if first.measure != second.measure || !way {
            continue;
        }
        let factor = |like: &Statement| like.unit.as_ref().map_or(Decimal::ONE, |u| u.factor);
        let floor = targets.get(before).and_then(|earlier| {
            let to = factor(second).checked_div(factor(first))?;
            milestone_floor(earlier.steps.first()?, earlier.direction?, to)
        });
        let later = targets.get_mut(after);
        if let Some((later, floor)) = later.zip(floor)
            && let Some(direction) = later.direction
        {
            later.steps = lift(mem::take(&mut later.steps), direction, &[floor]);
        }
    }
}
