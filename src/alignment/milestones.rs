//! The targets of one measure in the order of their years, with the value they start from.

use crate::{
    model::{Model, PlanId, Statement, StatementId},
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

/// The targets of one region and measure, at least two, each of another year.
#[derive(Clone, Debug)]
pub struct Series<'a> {
    /// The observed or estimated value before the first target.
    pub base: Option<Milestone<'a>>,
    /// The targets, earliest first.
    pub targets: Vec<Milestone<'a>>,
}

/// The year-end levels a plan sets for several years, series by series; sums of the period and values of single years are none.
pub fn series<'a>(
    model: &'a Model,
    alignment: &'a Alignment,
    plan: PlanId,
) -> impl Iterator<Item = Series<'a>> {
    let milestone = |id: StatementId| {
        let statement = model.statement(id);
        let speaks = alignment.statement(id).is_some() && start::is_plain(statement);
        statement.number.filter(|_| speaks).map(|number| Milestone { statement, number })
    };
    model.stated_by_indicator(plan).flat_map(move |ids| {
        let mut targets = ids.iter().filter_map(|&id| milestone(id));
        match (targets.next(), targets.next()) {
            (Some(first), Some(second)) => {
                by_measure(model, [first, second].into_iter().chain(targets).collect())
            }
            // Nearly every indicator has one target.
            _ => Vec::new(),
        }
    })
}

/// The targets of one indicator as the series of its measures.
fn by_measure<'a>(model: &'a Model, mut targets: Vec<Milestone<'a>>) -> Vec<Series<'a>> {
    targets.sort_by_key(|target| (target.statement.measure, target.statement.year));
    let alike = |a: &Milestone, b: &Milestone| a.statement.measure == b.statement.measure;
    let several = targets.chunk_by(alike).filter(|targets| targets.len() > 1);
    let series = |targets: &[Milestone<'a>]| Series {
        base: targets.first().and_then(|first| base(model, first.statement)),
        targets: targets.to_vec(),
    };
    several.map(series).collect()
}

fn base<'a>(model: &'a Model, first: &Statement) -> Option<Milestone<'a>> {
    let statement = start::base(model, first).filter(|base| base.year < first.year)?;
    Some(Milestone { statement, number: statement.number? })
}
