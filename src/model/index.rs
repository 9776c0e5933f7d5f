//! What each plan states, sorted once so that looking it up is a short binary search.

use std::ops::Range;

use crate::catalogue::{IndicatorId, RegionId};

use super::{Plan, PlanId, Role, Statement, StatementId, TargetRow};

/// What every plan states, in the order of the plans.
#[derive(Debug, Default)]
pub struct StatementIndex(Vec<PlanIndex>);

/// What one plan states, quotations aside.
#[derive(Debug, Default)]
struct PlanIndex {
    /// For each region and measured indicator its stretch of `ids`, sorted.
    stretches: Vec<(Option<RegionId>, IndicatorId, Range<usize>)>,
    ids: Vec<StatementId>,
    /// The indicators it speaks of, as named and as measured, sorted.
    indicators: Vec<IndicatorId>,
    /// Whether any value stands under a condition.
    conditional: bool,
}

impl StatementIndex {
    /// Sorts what `plans` state; their statements and rows stand together.
    pub fn of(plans: &[Plan], rows: &[TargetRow], statements: &[Statement]) -> Self {
        let index = |plan: &Plan| PlanIndex::of(plan, rows, statements);
        Self(plans.iter().map(index).collect())
    }

    /// The statements of a plan for a region and a measured indicator, in the plan's order.
    pub fn stated(&self, plan: PlanId, region: RegionId, indicator: IndicatorId) -> &[StatementId] {
        let found = self.0.get(plan.0 as usize).and_then(|plan| {
            let key = |stretch: &(_, IndicatorId, _)| (stretch.0, stretch.1);
            let at = plan.stretches.binary_search_by_key(&(Some(region), indicator), key).ok()?;
            plan.ids.get(plan.stretches.get(at)?.2.clone())
        });
        found.unwrap_or_default()
    }

    /// The statements of a plan for each region and measured indicator, each stretch in the plan's order.
    pub fn stretches(&self, plan: PlanId) -> impl Iterator<Item = &[StatementId]> {
        let plans = self.0.get(plan.0 as usize).into_iter();
        plans.flat_map(|plan| {
            plan.stretches.iter().filter_map(|stretch| plan.ids.get(stretch.2.clone()))
        })
    }

    /// Whether a plan says anything of an indicator, as named or as measured.
    pub fn names(&self, plan: PlanId, indicator: IndicatorId) -> bool {
        let plan = self.0.get(plan.0 as usize);
        plan.is_some_and(|plan| plan.indicators.binary_search(&indicator).is_ok())
    }

    /// Whether a plan states anything under a condition.
    pub fn states_conditions(&self, plan: PlanId) -> bool {
        self.0.get(plan.0 as usize).is_some_and(|plan| plan.conditional)
    }
}

impl PlanIndex {
    fn of(plan: &Plan, rows: &[TargetRow], statements: &[Statement]) -> Self {
        let own = (plan.statements.start as usize)..(plan.statements.end as usize);
        let numbered = plan.statements.clone().map(StatementId).zip(&statements[own]);
        let (mut measured, mut indicators, mut conditional) = (Vec::new(), Vec::new(), false);
        for (id, statement) in numbered.filter(|(_, s)| s.role != Role::Citation) {
            conditional |= statement.condition().is_some();
            let indicator = statement.measure.indicator;
            measured.push((statement.region, indicator, id));
            indicators.extend([statement.indicator, indicator]);
        }
        // Once before sorting, too: the values of a row follow each other, so there is less to sort.
        indicators.dedup();
        let rows = &rows[(plan.rows.start as usize)..(plan.rows.end as usize)];
        indicators.extend(rows.iter().map(|row| row.indicator));
        indicators.sort_unstable();
        indicators.dedup();
        // By region, indicator and id: the ids are last, so that a stretch keeps the order of the plan.
        measured.sort_unstable();
        let mut stretches = Vec::with_capacity(indicators.len());
        for alike in measured.chunk_by(|one, next| (one.0, one.1) == (next.0, next.1)) {
            let start = stretches.last().map_or(0, |(_, _, last): &(_, _, Range<usize>)| last.end);
            stretches.extend(alike.first().map(|f| (f.0, f.1, start..start + alike.len())));
        }
        let ids = measured.into_iter().map(|(_, _, id)| id).collect();
        Self { stretches, ids, indicators, conditional }
    }
}
