//! Targets stated by tags: which clause speaks to a region.

use std::sync::Arc;

use crate::{
    catalogue::RegionId,
    model::{Model, PlanId, Statement, StatementId},
};

use super::figure::conditional_statements;

/// What a plan's clauses by tags say to a region.
pub enum Clauses {
    /// The plan states none.
    Absent,
    /// None is for a tag of the region.
    Unfit,
    /// One is.
    Fit {
        /// The clause for the region's tags.
        chosen: StatementId,
        /// The clauses for other tags, with their conditions.
        others: Vec<(Arc<str>, StatementId)>,
    },
}

/// The clause of a plan above for the region of `statement`; one that names a tag exactly goes before one that only holds it.
pub fn clauses_for(
    model: &Model,
    statement: &Statement,
    plan: PlanId,
    region: RegionId,
) -> Clauses {
    if !model.states_conditions(plan) {
        return Clauses::Absent;
    }
    let all: Vec<(StatementId, Arc<str>)> =
        conditional_statements(model, plan, region, &statement.measure, statement.year)
            .filter_map(|(id, clause)| clause.condition().map(|said| (id, said.into())))
            .collect();
    if all.is_empty() {
        return Clauses::Absent;
    }
    let tags = statement
        .region
        .map_or(&[] as &[Arc<str>], |region| model.catalogue.region_of(region).tags.as_slice());
    // Exactly first: a region tagged 设区城市 and 城市 must not take the clause for 城市 that happens to
    // stand first.
    let exact = |said: &str| tags.iter().any(|tag| **tag == *said);
    let holds = |said: &str| tags.iter().any(|tag| said.contains(&**tag) || tag.contains(said));
    let chosen = all
        .iter()
        .find(|(_, said)| exact(said))
        .or_else(|| all.iter().find(|(_, said)| holds(said)));
    let Some(&(chosen, _)) = chosen else { return Clauses::Unfit };
    let others = all.iter().filter(|(id, _)| *id != chosen);
    Clauses::Fit { chosen, others: others.map(|(id, said)| (said.clone(), *id)).collect() }
}
