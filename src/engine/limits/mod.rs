//! How the children of each stated figure would stand if its number were any other one.

mod limit;
mod reach;
mod steps;
mod turns;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    alignment::{AdjustableTarget, Against, Comparison, FigureSource},
    catalogue::{IndicatorId, Relation},
    config::Settings,
    model::{Model, PlanId, Statement, StatementId},
    quantity::Direction,
    rulebook::RuleSheets,
    text::Keyed,
};

use super::World;

pub use limit::{Limit, LimitStart, LimitStep, LimitTurn, ShortfallCount};
pub use reach::RollupReach;

use turns::{ChildComparison, Judge};

/// One stated figure and what becomes of the children as its number grows stricter.
#[derive(Clone, Debug, PartialEq)]
pub struct Limits {
    /// The statement.
    pub parent: StatementId,
    /// Which way is better; none, or neither, where there is nothing to grow.
    pub direction: Option<Direction>,
    /// The children that state the target themselves, in the order of their plans.
    pub children: Vec<Limit>,
    /// Where the standing of children turns, the least strict number first; none where `direction` says so, or where the
    /// figure's words cannot take another number.
    pub steps: Option<Vec<LimitStep>>,
    /// Who is short of the least strict number already.
    pub start: LimitStart,
    /// How many are short of the figure as it is stated.
    pub today: ShortfallCount,
    /// What the regions below can still come to; empty without a roll-up.
    pub reaches: Vec<RollupReach>,
    /// Why there is no roll-up.
    pub no_rollup: Option<NoRollup>,
}

/// Why the regions below are not rolled up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoRollup {
    /// Each of them has to reach the figure.
    Each,
    /// Only the number issued to a region binds it.
    Allocated,
    /// The figure is each level's own affair.
    Own,
    /// A mean without weights.
    NoWeights,
    /// No region below states it.
    NoneBelow,
}

impl Keyed for NoRollup {}

/// The limits of every figure of `indicator` that has children, or numbers below that roll up; the highest region first.
///
/// Levels are those of a check, by this figure alone: another one that is missed as well may be louder.
#[must_use]
pub fn limits(
    world: &World,
    settings: &Settings,
    sheets: &RuleSheets,
    indicator: IndicatorId,
) -> Vec<Limits> {
    let mut all: Vec<Limits> = (comparisons_by_figure(world, indicator).into_iter())
        .map(|(parent, children)| of_figure(world, settings, sheets, parent, &children))
        .collect();
    // By depth, and not by the order of files: whoever looks for room looks at the nation's figure first,
    // then at the province's.
    let depth = |limits: &Limits| {
        let region = world.model.statement(limits.parent).region;
        region.map_or(0, |region| world.forest.ancestors(region).len())
    };
    all.sort_by_key(|limits| (depth(limits), limits.parent));
    all
}

/// The comparisons that look up to each figure, and the figures that are rolled up.
fn comparisons_by_figure(
    world: &World,
    indicator: IndicatorId,
) -> BTreeMap<StatementId, Vec<ChildComparison<'_>>> {
    // A parent with roll-ups alone has its place, too: no child states the target, and still the numbers
    // below limit it.
    let (model, alignment) = (&world.model, &world.alignment);
    let mut below: BTreeMap<StatementId, Vec<ChildComparison<'_>>> = BTreeMap::new();
    for (plan, _) in model.plans() {
        for comparison in alignment.plan(plan) {
            if is_of_indicator(model.statement(comparison.child), indicator) {
                for (at, against) in comparison.against.iter().enumerate() {
                    if let Some(parent) = statement_of_figure(against) {
                        below.entry(parent).or_default().push(ChildComparison {
                            comparison,
                            against,
                            at,
                        });
                    }
                }
            }
        }
        for parent in rolled_up_figures(world, plan)
            .filter(|id| is_of_indicator(model.statement(*id), indicator))
        {
            below.entry(parent).or_default();
        }
    }
    below
}

fn is_of_indicator(statement: &Statement, indicator: IndicatorId) -> bool {
    statement.indicator == indicator || statement.measure.indicator == indicator
}

/// The statement of a figure that is stated for the region above itself.
fn statement_of_figure(against: &Against) -> Option<StatementId> {
    // A figure that a plan above allocates to the child's own region (分解表) concerns that child alone:
    // another number in its place asks nothing of the rest, so it is no limit of the region above.
    match against.figure.source {
        FigureSource::Stated(id) if !against.figure.allocated => Some(id),
        _ => None,
    }
}

fn rolled_up_figures(world: &World, plan: PlanId) -> impl Iterator<Item = StatementId> {
    let rollups = world.alignment.rollups(plan).iter().map(|rollup| rollup.parent);
    rollups.chain(world.alignment.unweighed(plan).iter().map(|unweighed| unweighed.parent))
}

fn of_figure(
    world: &World,
    settings: &Settings,
    sheets: &RuleSheets,
    parent: StatementId,
    children: &[ChildComparison<'_>],
) -> Limits {
    let comparison = world.alignment.statement(parent);
    let asked = comparison.and_then(|own| AdjustableTarget::of(&world.model, own, settings.about));
    let judge = Judge::new(world, settings, sheets);
    let direction = comparison.and_then(|own| own.direction);
    // A figure in words, or with several numbers, has no single number that could be another one.
    let steps = asked.as_ref().map(|asked| {
        steps::limit_steps(children, |child| judge.turns(asked, child, direction), direction)
    });
    let (start, steps) = steps.unzip();
    Limits {
        parent,
        direction,
        children: children.iter().map(ChildComparison::limit).collect(),
        steps,
        start: start.unwrap_or_default(),
        today: shortfalls_today(children, &judge),
        reaches: reach::rollup_reaches(world, asked.as_ref(), parent),
        no_rollup: why_none(world, comparison, parent),
    }
}

fn shortfalls_today(children: &[ChildComparison<'_>], judge: &Judge<'_>) -> ShortfallCount {
    // Counted anew from the figure itself and not read off the steps: those are missing where no other
    // number can be supposed.
    let mut broken = ShortfallCount::default();
    for child in children {
        broken.turn(None, judge.level(child, child.against), child.limit().direct);
    }
    broken
}

/// Why the regions below are not rolled up.
fn why_none(
    world: &World,
    comparison: Option<&Comparison>,
    parent: StatementId,
) -> Option<NoRollup> {
    // Roll-ups are kept by the plan of the figure, so only its own plan is looked through.
    let model: &Model = &world.model;
    let statement = model.statement(parent);
    if world.alignment.rollups(statement.plan).iter().any(|rollup| rollup.parent == parent) {
        return None;
    }
    let unweighed = world.alignment.unweighed(statement.plan);
    let lacks =
        |weight: &Option<_>| weight.is_none() || unweighed.iter().any(|u| u.parent == parent);
    let at_best = comparison.is_some() && model.at_best_end(statement);
    Some(match &model.catalogue.indicator(statement.measure.indicator).relation {
        // At the best end (100%) a mean is met only where each region meets it: then each is asked, and
        // there is nothing to weigh.
        Relation::Mean { .. } if at_best => NoRollup::Each,
        Relation::Mean { weight } if lacks(weight) => NoRollup::NoWeights,
        Relation::Mean { .. } | Relation::Sum => NoRollup::NoneBelow,
        Relation::Each => NoRollup::Each,
        Relation::Together { weight } if weight.is_some() && lacks(weight) => NoRollup::NoWeights,
        Relation::Together { .. } => NoRollup::NoneBelow,
        Relation::Allocated => NoRollup::Allocated,
        Relation::Own => NoRollup::Own,
    })
}
