//! What a region has reached and set itself, and its next target must not fall behind.

use std::cmp::Ordering;

use crate::{
    alignment::{OwnFigure, OwnFloor, own_floor},
    model::Statement,
    quantity::Direction,
};

use super::scene::BriefScene;

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
