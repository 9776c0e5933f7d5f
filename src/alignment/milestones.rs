//! The targets of one measure in the order of their years, with the value they start from.

use crate::{
    model::{Model, PlanId, Statement, StatementId},
    quantity::Decimal,
};

use super::{Alignment, baseline};

/// A value with its year, as far as a way through the years needs it.
#[derive(Clone, Copy, Debug)]
pub struct Milestone<'a> {
    /// The statement's id.
    pub id: StatementId,
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

/// The year-end levels a plan sets for several years, at least two, series by series; sums of the period and values of single years are none.
pub fn milestone_series<'a>(
    model: &'a Model,
    alignment: &'a Alignment,
    plan: PlanId,
) -> impl Iterator<Item = Series<'a>> {
    // Twelve parks one year and six the next lie on no way to anything.
    let is_state = |ids: &&[StatementId]| {
        let first = ids.first().map(|&id| model.statement(id).measure.indicator);
        !first.is_some_and(|indicator| model.catalogue.indicator(indicator).is_flow())
    };
    model.stated_by_indicator(plan).filter(is_state).flat_map(move |ids| {
        let mut targets = ids.iter().filter_map(|&id| milestone(model, alignment, id));
        match (targets.next(), targets.next()) {
            (Some(first), Some(second)) => {
                by_measure(model, [first, second].into_iter().chain(targets).collect(), 2)
            }
            // Nearly every indicator has one target.
            _ => Vec::new(),
        }
    })
}

/// The year-end levels among the statements of one indicator, series by series, one target being enough.
pub(super) fn series_of<'a>(
    model: &'a Model,
    alignment: &Alignment,
    ids: &[StatementId],
) -> Vec<Series<'a>> {
    let targets = ids.iter().filter_map(|&id| milestone(model, alignment, id));
    by_measure(model, targets.collect(), 1)
}

fn milestone<'a>(
    model: &'a Model,
    alignment: &Alignment,
    id: StatementId,
) -> Option<Milestone<'a>> {
    let statement = model.statement(id);
    // Only what speaks for its plan: the same target in a sentence is no second milestone.
    let speaks = alignment.statement(id).is_some() && baseline::is_plain_level(statement);
    statement.number.filter(|_| speaks).map(|number| Milestone { id, statement, number })
}

/// The targets of one indicator as the series of its measures, each of at least so many.
fn by_measure<'a>(
    model: &'a Model,
    mut targets: Vec<Milestone<'a>>,
    least: usize,
) -> Vec<Series<'a>> {
    // Measure before year, so that neighbours are of one series.
    targets.sort_by_key(|target| (target.statement.measure, target.statement.year));
    let alike = |a: &Milestone, b: &Milestone| a.statement.measure == b.statement.measure;
    let several = targets.chunk_by(alike).filter(|targets| targets.len() >= least);
    let series = |targets: &[Milestone<'a>]| Series {
        base: targets.first().and_then(|first| milestone_base(model, first.statement)),
        targets: targets.to_vec(),
    };
    several.map(series).collect()
}

fn milestone_base<'a>(model: &'a Model, first: &Statement) -> Option<Milestone<'a>> {
    // A value as late as the first target is no start of it.
    let (id, statement) =
        baseline::baseline_of_target(model, first).filter(|(_, base)| base.year < first.year)?;
    Some(Milestone { id, statement, number: statement.number? })
}
