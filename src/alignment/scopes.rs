//! One indicator stated for different parts of a region: targets that look alike and never meet.

use std::collections::BTreeMap;

use crate::{
    catalogue::{IndicatorId, RegionId, Relation},
    model::{Model, PlanId, Role, ScopeId, StatementId},
};

use super::scope_order::{ScopeOrder, scope_order};

/// Two statements of one indicator for different parts, of one year or both of full coverage, which stays once it is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScopePair {
    /// The statement of the lower plan, or the later one of one plan.
    pub child: StatementId,
    /// The other.
    pub other: StatementId,
    /// How the child's part stands to the other, where that is known.
    pub order: Option<ScopeOrder>,
}

type ByTarget = BTreeMap<(IndicatorId, i32), Vec<(Option<ScopeId>, StatementId)>>;

/// Rates that the child states only for other parts than the parent does, neither naming the other's part. A child that
/// speaks of its whole region promises more, not less.
#[must_use]
pub fn parts_between(model: &Model, child: PlanId, parent: PlanId) -> Vec<ScopePair> {
    let regions = (model.plan(child).region, model.plan(parent).region);
    let (true, (Some(below), Some(above))) = (names_parts(model, child), regions) else {
        return Vec::new();
    };
    let (lower, upper) =
        (statements_by_target(model, child, below), statements_by_target(model, parent, above));
    let full = |stated: &[(_, StatementId)]| stated.iter().all(|(_, id)| is_full(model, *id));
    let differ = |(&(indicator, year), own): (&(IndicatorId, i32), &Vec<_>)| {
        // The latest year up to the child's: full coverage that the parent reaches earlier still holds.
        let until = upper.range((indicator, i32::MIN)..=(indicator, year));
        let (&(_, stated), others) = until.last()?;
        if stated != year && !(full(own) && full(others)) {
            return None;
        }
        let shared = own.iter().any(|(scope, _)| others.iter().any(|(other, _)| other == scope));
        let &(own_scope, child) = own.iter().find(|(scope, _)| scope.is_some())?;
        let whole = own.iter().any(|(scope, _)| scope.is_none());
        let words = |scope: Option<ScopeId>| scope.map(|scope| &**model.scope(scope));
        // The widest part that the parent speaks of is the one that has to be kept up with.
        let wider = |one: &&(Option<ScopeId>, _), best: &&(Option<ScopeId>, _)| {
            scope_order(words(one.0), words(best.0)) == Some(ScopeOrder::Wider)
        };
        let (scope, other) =
            others.iter().reduce(|best, one| if wider(&one, &best) { one } else { best })?;
        let order = scope_order(words(own_scope), words(*scope));
        // A child that speaks of more than its parent does promises more.
        let narrower = order != Some(ScopeOrder::Wider);
        (!shared && !whole && narrower).then_some(ScopePair { child, other: *other, order })
    };
    lower.iter().filter_map(differ).collect()
}

/// Full coverage that one plan promises twice for one year and for different parts.
#[must_use]
pub fn parts_within(model: &Model, plan: PlanId) -> Vec<ScopePair> {
    let Some(region) = model.plan(plan).region.filter(|_| names_parts(model, plan)) else {
        return Vec::new();
    };
    let targets = statements_by_target(model, plan, region);
    let twice = |stated: &Vec<(Option<ScopeId>, StatementId)>| {
        let full = stated.iter().filter(|(scope, id)| scope.is_some() && is_full(model, *id));
        let full: Vec<_> = full.collect();
        let (&&(first, other), rest) = full.split_first()?;
        let words = |scope: Option<ScopeId>| scope.map(|scope| &**model.scope(scope));
        // Whoever covers all villages covers the centres of the towns as well: of two parts that nobody knows to be nested, the
        // plan has to say which it means.
        let differs = |scope| scope != first && scope_order(words(scope), words(first)).is_none();
        let &&(_, child) = rest.iter().find(|(scope, _)| differs(*scope))?;
        Some(ScopePair { child, other, order: Some(ScopeOrder::Narrower) })
    };
    targets.values().filter_map(twice).collect()
}

/// Most plans speak of whole regions only.
fn names_parts(model: &Model, plan: PlanId) -> bool {
    model.statements(plan).any(|(_, statement)| statement.measure.scope.is_some())
}

/// The targets for the plan's own region by what they are of. Amounts of two places are two things, and left out.
fn statements_by_target(model: &Model, plan: PlanId, region: RegionId) -> ByTarget {
    let mut targets = ByTarget::new();
    for (id, statement) in model.statements(plan) {
        let indicator = statement.measure.indicator;
        // Amounts of two places add up and never look alike: 3 schools here and 5 there.
        let rate = matches!(
            model.catalogue.indicator(indicator).relation,
            Relation::Each | Relation::Mean { .. }
        );
        if statement.role == Role::Target && statement.region == Some(region) && rate {
            let key = (indicator, statement.year);
            targets.entry(key).or_default().push((statement.measure.scope, id));
        }
    }
    targets
}

fn is_full(model: &Model, id: StatementId) -> bool {
    let statement = model.statement(id);
    let indicator = model.catalogue.indicator(statement.measure.indicator);
    statement.measure.coverage || statement.number.is_some_and(|n| indicator.at_best_end(n))
}
