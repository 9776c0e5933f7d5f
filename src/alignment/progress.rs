//! The latest observed value of each target of a plan: from its own 实绩表 or a later plan of its region, with its pace.

use std::{cmp::Reverse, collections::HashMap};

use crate::model::{Measure, PlanId, Role, Statement, StatementId};

use super::{
    baseline::{achieved, base_before, is_plain_level},
    milestones::{Milestone, Series, series_of},
    path::{Point, path_of},
    schedule::{Course, Goal, Progress},
    sums::progress_of_sums,
    units::units_meet,
    watcher::{Watcher, reports},
};

/// The progress of each target of `plan` that has a base and a later observed value, in the order of regions and indicators.
#[must_use]
pub fn progress_of_plan(watcher: Watcher<'_>, plan: PlanId) -> Vec<Progress> {
    let Watcher { model, forest, alignment, .. } = watcher;
    let later = forest.later(model, plan);
    let own = model.statements(plan).any(|(_, said)| reports(model, said));
    // Most plans have nothing observed yet, and the walk over all statements is spared for them.
    if later.is_empty() && !own {
        return Vec::new();
    }
    let observers: Vec<PlanId> = std::iter::once(plan).chain(later).collect();
    let told = achieved(model, plan);
    model
        .stated_by_indicator(plan)
        .flat_map(|ids| {
            let levels = series_of(model, alignment, ids).into_iter();
            let levels = levels.filter_map(|series| watcher.level(&observers, &series, &told));
            levels.chain(progress_of_sums(watcher, &observers, ids)).collect::<Vec<_>>()
        })
        .collect()
}

impl Watcher<'_> {
    /// The progress of one level.
    fn level(
        &self,
        observers: &[PlanId],
        series: &Series<'_>,
        told: &HashMap<Measure, (StatementId, &Statement)>,
    ) -> Option<Progress> {
        let first = series.targets.first()?;
        let last = series.targets.last()?.statement.year;
        // Where it starts is settled before what is observed, which must be later than that.
        let (base, start) = self.start(series, told)?;
        let (id, observed) = self.latest(observers, first.statement, start.0, last)?;
        let reached = (observed.year, observed.number?);
        // Judged by the end of the period and not by the next milestone, or each milestone would begin
        // the count anew.
        let goal = self.goal(&series.targets, observed.year)?;
        let own = series.targets.iter().map(|target| (target.statement.year, target.number));
        let course = Course {
            path: path_of(self.model, &first.statement.measure),
            direction: self.direction(goal.statement)?,
            points: std::iter::once(start).chain(own).collect(),
            base: Some(base),
            goal,
        };
        // Half of the last digit that is printed: a value rounded down is not behind for that.
        let slack = self.model.half_printed_digit(observed, reached.1);
        let pace = course.pace(reached, slack, self.cutoffs)?;
        Some(Progress { course, observed: vec![id], reached, pace })
    }

    /// Where a series starts: in its own table, else what the plan's text or its 实绩表 reports from before the period.
    fn start(
        &self,
        series: &Series<'_>,
        told: &HashMap<Measure, (StatementId, &Statement)>,
    ) -> Option<(StatementId, Point)> {
        let first = series.targets.first()?.statement;
        let region = self.model.plan(first.plan).region;
        let period = self.model.plan(first.plan).period?;
        // What the table reports of a year of the period is judged, and no start.
        let in_row = base_before(self.model, first, period.start);
        let in_table = in_row.or(series.base.map(|base| (base.id, base.statement)));
        let in_text = || told.get(&first.measure).copied().filter(|_| first.region == region);
        let reported =
            || self.latest(&[first.plan], first, i32::MIN, period.start.saturating_sub(1));
        // In this order: the row's own value, what the text reports, a table of results. The nearer to
        // the target a value stands, the surer it is the one that the drafters started from.
        let (id, base) = in_table.or_else(in_text).or_else(reported)?;
        Some((id, (base.year, base.number?))).filter(|_| base.year < first.year)
    }

    /// The latest value that the observers report for what `target` is of, after one year and up to another; of one year the
    /// final figure goes before an estimate, and the first observer before the others.
    fn latest(
        &self,
        observers: &[PlanId],
        target: &Statement,
        after: i32,
        until: i32,
    ) -> Option<(StatementId, &Statement)> {
        let region = target.region?;
        let of = |plan: PlanId| self.model.stated(plan, region, target.measure.indicator).iter();
        let all = observers.iter().flat_map(|&plan| of(plan));
        let said = all.map(|&id| (id, self.model.statement(id))).filter(|(_, said)| {
            said.is_past()
                && (said.plan != target.plan || reports(self.model, said))
                && said.measure == target.measure
                && (after < said.year && said.year <= until)
                && said.number.is_some()
                && is_plain_level(said)
                && units_meet(target.unit.as_ref(), said.unit.as_ref())
        });
        // Of one year the final figure, and of two finals that of the plan itself, whose table the target
        // stands in.
        let rank =
            |at: usize, said: &Statement| (said.year, said.role == Role::Observed, Reverse(at));
        said.enumerate().max_by_key(|(at, (_, said))| rank(*at, said)).map(|(_, found)| found)
    }

    /// The target at the end of the period, once it is behind the first one from `year` on.
    fn goal(&self, targets: &[Milestone<'_>], year: i32) -> Option<Goal> {
        let mut ahead = targets.iter().filter(|target| target.statement.year >= year);
        let next = ahead.clone().next()?;
        let end = self.model.plan(next.statement.plan).target_year();
        let target = ahead.find(|target| Some(target.statement.year) == end).unwrap_or(next);
        let set = *target.statement.interval()?;
        Some(Goal { statement: target.id, at: (target.statement.year, target.number), set })
    }
}
