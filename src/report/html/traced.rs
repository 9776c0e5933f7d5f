//! The curves of an indicator with their numbers, and which of them are drawn by name.

use crate::{
    finding::Level,
    report::{Card, ChartCurve, ChartPoint},
};

/// Lines that are drawn and named; all others together are one band.
// As many as the style sheet has colours, 0 to 9, and their names have room on the right. More lines than that cross
// each other so often that none can be followed.
const NAMED: usize = 10;

/// A curve with the numbers of its points.
pub(super) struct Traced<'a> {
    pub(super) curve: &'a ChartCurve,
    /// The level of the loudest finding on it.
    pub(super) level: Option<Level>,
    /// Whether the next plan is one below it.
    pub(super) is_above: bool,
    pub(super) points: Vec<(&'a ChartPoint, f64)>,
}

impl<'a> Traced<'a> {
    /// The curve with the numbers it has; `None` without any.
    pub(super) fn of(
        curve: &'a ChartCurve,
        next: Option<&ChartCurve>,
        cards: &[&'a Card],
    ) -> Option<Self> {
        let numbered = |point: &'a ChartPoint| {
            let number = point.number.parse().ok().filter(|number: &f64| number.is_finite());
            Some((point, number?))
        };
        let points: Vec<_> = curve.points.iter().filter_map(numbered).collect();
        let level = cards.iter().find(|card| card.region == curve.region);
        let level = level.map(|card| card.level);
        let is_above = next.is_some_and(|next| next.depth > curve.depth);
        (!points.is_empty()).then_some(Self { curve, level, is_above, points })
    }
}

/// Parts those that are drawn by name: all when they are few, else the highest, those with findings, those with others below.
pub(super) fn part_drawn_by_name(all: Vec<Traced<'_>>) -> (Vec<Traced<'_>>, Vec<Traced<'_>>) {
    if all.len() <= NAMED {
        return (all, Vec::new());
    }
    let rank = |(index, traced): (usize, &Traced<'_>)| {
        // The highest stands first in the order of the tree and is what all others are measured by, whether or not
        // anything is found in it; then what the meeting has to talk about.
        let rank = match traced.level {
            _ if index == 0 => 0,
            Some(Level::Error) => 1,
            Some(Level::Warning) => 2,
            Some(Level::Info | Level::Off) | None if traced.is_above => 3,
            Some(Level::Info | Level::Off) | None => return None,
        };
        Some((rank, index))
    };
    let mut ranks: Vec<_> = all.iter().enumerate().filter_map(rank).collect();
    ranks.sort_unstable();
    ranks.truncate(NAMED);
    let mut kept: Vec<usize> = ranks.into_iter().map(|(_, index)| index).collect();
    // Back in the order of the tree, as all lists of plans have it: ranks only chose.
    kept.sort_unstable();
    let (named, others): (Vec<_>, Vec<_>) =
        all.into_iter().enumerate().partition(|(index, _)| kept.binary_search(index).is_ok());
    (without_index(named), without_index(others))
}

fn without_index(numbered: Vec<(usize, Traced<'_>)>) -> Vec<Traced<'_>> {
    numbered.into_iter().map(|(_, traced)| traced).collect()
}

/// Whether a point is of the future that the plan promises.
pub(super) fn is_planned(point: &ChartPoint) -> bool {
    matches!(point.kind, "milestone" | "target")
}
