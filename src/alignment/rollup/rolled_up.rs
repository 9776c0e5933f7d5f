//! A roll-up: the figures of the regions below one region, beside its own.

use std::sync::Arc;

use crate::{
    catalogue::RegionId,
    model::StatementId,
    quantity::{Decimal, Direction, Interval},
};

use super::outcome::{RollupOutcome, rollup_outcome};

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
        rollup_outcome(&self.reach, asked, range)
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

/// The weights a mean is taken with.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// What is weighed with, e.g. 常住人口.
    pub name: Arc<str>,
    /// The year of the weights, when printed.
    pub year: Option<i32>,
    /// The regions that state a number, together.
    pub stated: Decimal,
    /// The others, together: the parent's total less those, or the sum of their own.
    pub silent: Decimal,
    /// Whether the others are only those the regions table lists.
    pub listed: bool,
}

impl Weights {
    /// Everybody's.
    #[must_use]
    pub fn total(&self) -> Option<Decimal> {
        self.stated.checked_add(self.silent)
    }
}
