//! Who looks for observed values, and which statements report one.

use crate::{
    hierarchy::Forest,
    model::{Model, Origin, Statement, StatementId},
    quantity::Direction,
};

use super::{Alignment, schedule::PaceCutoffs};

/// What the progress of a plan is looked up in.
#[derive(Clone, Copy)]
pub struct Watcher<'a> {
    /// The plans.
    pub model: &'a Model,
    /// Who is later than whom.
    pub forest: &'a Forest,
    /// Which statements speak for their plans.
    pub alignment: &'a Alignment,
    /// Where paces part.
    pub cutoffs: &'a PaceCutoffs,
}

/// Whether a statement says what its own plan has come to: in a 实绩表, or as a past value of the period in its table.
pub(super) fn reports(model: &Model, said: &Statement) -> bool {
    let period = model.plan(said.plan).period;
    let in_period = || period.is_some_and(|period| period.start <= said.year);
    // A value of the plan's table from within its own period is a report; one from before it is where the
    // plan starts.
    said.origin == Origin::Actual || said.in_table() && said.is_past() && in_period()
}

impl Watcher<'_> {
    /// Which way is better; `None` where no side is, and for a rate of change, which starts anew each year.
    pub(super) fn direction(&self, target: StatementId) -> Option<Direction> {
        let measure = &self.model.statement(target).measure;
        let changes = self.model.catalogue.indicator(measure.indicator).changes;
        self.alignment.statement(target)?.direction.filter(|_| !changes)
    }
}
