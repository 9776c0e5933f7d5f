//! What the regions below come to together, beside the figure their parent states for all of them.

mod below;
mod outcome;
mod range;
mod rolled_up;
mod weights;

use crate::{
    catalogue::{RegionId, Relation},
    hierarchy::Forest,
    model::{Model, PlanId, Role, Statement},
};

use super::Alignment;

use below::{AllocationIndex, RollupRegions};

pub use outcome::{RollupOutcome, rollup_outcome};
pub use rolled_up::{RegionTerm, Rollup, RollupCompleteness, Unweighed, Weights};

/// The roll-ups of one plan's targets, and those that lack weights.
#[must_use]
pub fn rollups_of_plan(
    model: &Model,
    forest: &Forest,
    alignment: &Alignment,
    plan: PlanId,
) -> (Vec<Rollup>, Vec<Unweighed>) {
    let (mut found, mut unweighed) = (Vec::new(), Vec::new());
    let Some(region) = model.plan(plan).region else { return (found, unweighed) };
    let issued = AllocationIndex::of(model, plan);
    // Most plans have nobody below, and issue nothing.
    if issued.is_empty() && forest.below(plan).is_empty() {
        return (found, unweighed);
    }
    let below = RollupRegions::of(model, forest, alignment, (plan, region));
    for comparison in alignment.plan(plan) {
        let statement = model.statement(comparison.child);
        if !is_rolled_up(model, forest, statement, region) {
            continue;
        }
        let weight = relation_below(model, forest, statement, region).weight();
        // What was issued and what the regions state themselves are two sums: the first may add up where
        // the second does not.
        let mut parts = Vec::with_capacity(2);
        parts.extend(issued.of_statement(model, statement, &below));
        // Who states just what was issued makes one sum of the two.
        parts.extend(
            below.of_statement(statement).filter(|own| !parts.iter().any(|i| own.equals(i))),
        );
        for parts in parts {
            match range::settle_rollup(model, comparison, weight, parts) {
                Some(rollup) => found.push(rollup),
                None => unweighed.push(Unweighed { parent: comparison.child }),
            }
        }
    }
    (found, unweighed)
}

/// What the figure of a region says about the regions directly below it.
fn relation_below<'a>(
    model: &'a Model,
    forest: &Forest,
    statement: &Statement,
    region: RegionId,
) -> &'a Relation {
    let child = forest.children(region).first().copied();
    model.relation_between(statement.measure.indicator, region, child)
}

fn is_share(statement: &Statement) -> bool {
    statement.unit.as_ref().is_some_and(|unit| matches!(&*unit.name, "%" | "‰" | ":1" | "倍"))
}

/// Whether figures below add up to a statement: one of the region itself, with a set, whose indicator is a sum or a weighted mean.
/// A mean at the end of its range is asked of every region.
fn is_rolled_up(model: &Model, forest: &Forest, statement: &Statement, region: RegionId) -> bool {
    let relation = match relation_below(model, forest, statement, region) {
        Relation::Sum => true,
        Relation::Mean { weight } => weight.is_some() && !model.at_best_end(statement),
        // What is reached together adds up, unless it is a share: then only weights say what it comes to.
        Relation::Together { weight } => weight.is_some() || !is_share(statement),
        Relation::Each | Relation::Allocated | Relation::Own => false,
    };
    relation
        && statement.role == Role::Target
        && statement.region == Some(region)
        && !statement.measure.coverage
        && statement.condition().is_none()
        && statement.is_level()
        && statement.interval().is_some()
}
