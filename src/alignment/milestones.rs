//! The targets of one measure in the order of their years, with the value they start from.

use std::collections::HashMap;

use crate::{
    catalogue::RegionId,
    model::{Measure, Model, PlanId, Statement},
    quantity::Decimal,
};

use super::{Alignment, start};

/// A value with its year, as far as a way through the years needs it.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its number, in the plain unit.
    pub number: Decimal,
}

/// The targets of one region and measure, each of another year.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// The observed or estimated value before the first target.
    pub base: Option<Milestone<'a>>,
    /// The targets, earliest first.
    pub targets: Vec<Milestone<'a>>,
}

/// The series of year-end levels a plan sets, in the plan's order; sums of the period and values of single years are none.
#[must_use]
pub fn series<'a>(model: &'a Model, alignment: &Alignment, plan: PlanId) -> Vec<Series<'a>> {
    let mut known: HashMap<(Option<RegionId>, Measure), usize> = HashMap::new();
    let mut all: Vec<Series> = Vec::new();
    for (id, target) in model.statements(plan) {
        let speaks = alignment.statement(id).is_some() && start::is_plain(target);
        let Some(number) = target.number.filter(|_| speaks) else { continue };
        let at = *known.entry((target.region, target.measure)).or_insert(all.len());
        if at == all.len() {
            all.push(Series { base: None, targets: Vec::new() });
        }
        if let Some(series) = all.get_mut(at) {
            series.targets.push(Milestone { statement: target, number });
        }
    }
    for series in &mut all {
        series.targets.sort_by_key(|target| target.statement.year);
        series.base = series.targets.first().and_then(|first| base(model, first.statement));
    }
    all
}

fn base<'a>(model: &'a Model, first: &Statement) -> Option<Milestone<'a>> {
    let statement = start::base(model, first).filter(|base| base.year < first.year)?;
    Some(Milestone { statement, number: statement.number? })
}
