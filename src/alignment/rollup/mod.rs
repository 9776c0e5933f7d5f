//! What the regions below come to together, beside the figure their parent states for all of them.

mod below;
mod range;
mod weights;

use crate::{
    catalogue::{RegionId, Relation},
    hierarchy::Forest,
    model::{Model, PlanId, Role, Statement, StatementId},
    quantity::{Decimal, Direction, Interval},
};

use super::Alignment;

use below::{AllocationIndex, RollupRegions};

pub use range::{RollupOutcome, rollup_outcome};
pub use weights::Weights;

/// The figures of the regions below one region, rolled up beside its own.
#[derive(Clone, Debug)]
pub struct Rollup {
    /// The statement that speaks for the region's own figure.
    pub parent: StatementId,
    /// Which way is better.
    pub direction: Option<Direction>,
    /// Whether the figures are those its own 分解表 issues; else those the plans below state.
    pub issued: bool,
    /// What is known, in the order of the regions.
    pub terms: Vec<RegionTerm>,
    /// What is issued and kept back.
    pub reserve: Option<StatementId>,
    /// The regions below that state nothing, in order.
    pub silent: Vec<RegionId>,
    /// Whether these are all regions below.
    pub known: RollupCompleteness,
    /// The weights of a mean; none for a sum.
    pub weights: Option<Weights>,
    /// What is known, added up, or multiplied by its weights and added up; the reserve included.
    pub stated: Decimal,
    /// The values that can come out, with the silent regions anywhere in the indicator's range.
    pub reach: Interval,
    /// How that stands to the parent's figure.
    pub outcome: RollupOutcome,
    /// What the silent regions must come to: together for a sum, on average for a mean.
    pub needed: Option<Decimal>,
}

/// One region's part.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionTerm {
    /// The region.
    pub region: RegionId,
    /// Its statement.
    pub statement: StatementId,
    /// Its number in the plain unit, references resolved.
    pub number: Decimal,
    /// Its weight in a mean.
    pub weight: Option<Decimal>,
}

/// How far the regions below are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RollupCompleteness {
    /// All of them: an allocations table names them, or their weights make up the whole.
    All,
    /// Those of the regions table, which may leave some out.
    Listed,
    /// Some of them.
    Some,
}

impl Rollup {
    /// Whether every region below states its part.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.silent.is_empty()
            && self.known != RollupCompleteness::Some
            && self.weights.as_ref().is_none_or(|weights| weights.silent.is_zero())
    }

    /// Whether it rests on the regions table naming every region below.
    #[must_use]
    pub fn rests_on_list(&self) -> bool {
        self.weights
            .as_ref()
            .map_or(self.known == RollupCompleteness::Listed, |weights| weights.listed)
    }

    /// How what can come out would stand to another figure.
    #[must_use]
    pub fn against(&self, asked: &Interval, range: &Interval) -> RollupOutcome {
        range::rollup_outcome(&self.reach, asked, range)
    }

    /// The best number among those stated.
    #[must_use]
    pub fn best(&self) -> Option<&RegionTerm> {
        match self.direction? {
            // `max_by_key` keeps the last of equals and `min_by_key` the first; turned round, both name
            // the first region.
            Direction::Higher => self.terms.iter().rev().max_by_key(|term| term.number),
            Direction::Lower => self.terms.iter().min_by_key(|term| term.number),
            Direction::Neither => None,
        }
    }

    /// Whether the silent regions would all have to do better on average than the best of those that weigh at least half.
    #[must_use]
    pub fn needs_outlier(&self) -> bool {
        let (Some(weights), Some(needed), Some(best)) = (&self.weights, self.needed, self.best())
        else {
            return false;
        };
        // From a few small regions nobody can tell what the many others are able to.
        let most = weights.stated >= weights.silent;
        let beyond = match self.direction {
            Some(Direction::Higher) => needed > best.number,
            Some(Direction::Lower) => needed < best.number,
            _ => false,
        };
        self.outcome == RollupOutcome::Open && most && beyond
    }
}

/// A target that has figures below, but no roll-up: its weights are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unweighed {
    /// The statement that speaks for the region's own figure.
    pub parent: StatementId,
}

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
