//! Progress of a sum over the period: the plan's own yearly column as its path, the values of single years added up.

use std::collections::BTreeMap;

use crate::{
    catalogue::Path,
    model::{Measure, Model, PlanId, Role, Statement, StatementId},
    quantity::{Basis, Decimal},
    text::fold_full_width,
};

use super::{
    path::Point,
    schedule::{Course, Goal, Progress},
    units::units_meet,
    watcher::{Watcher, reports},
};

/// The progress of each sum among the statements of one indicator.
pub fn progress_of_sums(
    watcher: Watcher<'_>,
    observers: &[PlanId],
    ids: &[StatementId],
) -> Vec<Progress> {
    let speaks = |id: StatementId| watcher.alignment.statement(id).is_some();
    let stated = ids.iter().map(|&id| (id, watcher.model.statement(id)));
    let targets: Vec<_> = stated
        .filter(|(id, said)| speaks(*id) && said.is_level() && said.number.is_some())
        .collect();
    let totals = targets
        .iter()
        .filter(|(_, said)| said.measure.basis == Basis::Cumulative && said.condition().is_none());
    totals
        .filter_map(|&(id, total)| progress_of_sum(watcher, observers, &targets, (id, total)))
        .collect()
}

fn progress_of_sum(
    watcher: Watcher<'_>,
    observers: &[PlanId],
    targets: &[(StatementId, &Statement)],
    (id, total): (StatementId, &Statement),
) -> Option<Progress> {
    // A sum that ends elsewhere than the period says nothing of how much of it is due.
    let period = watcher.model.plan(total.plan).period.filter(|period| period.end == total.year)?;
    let goal = Goal { statement: id, at: (total.year, total.number?), set: *total.interval()? };
    // Nothing is known of how works are spread over the years, so they are taken to be done at one speed.
    let course = Course {
        path: Path::Linear,
        direction: watcher.direction(id)?,
        points: points(targets, total.measure, period.start, goal.at),
        base: None,
        goal,
    };
    // Where the plan also sets a level, a bare reported number is that level.
    let level = targets.iter().any(|(_, said)| said.measure == with(total.measure, Basis::Stock));
    let seen = Seen::of(watcher.model, observers, total, level);
    let (observed, reached) = seen.until_now(period.start, total.year)?;
    let pace = course.pace(reached, Decimal::ZERO, watcher.cutoffs)?;
    Some(Progress { course, observed, reached, pace })
}

fn with(measure: Measure, basis: Basis) -> Measure {
    Measure { basis, ..measure }
}

/// Nothing before the period, then the yearly targets added up as far as the plan states one for each year, then the total.
fn points(
    targets: &[(StatementId, &Statement)],
    total: Measure,
    start: i32,
    end: Point,
) -> Vec<Point> {
    let yearly = targets.iter().filter(|(_, said)| said.measure == with(total, Basis::PerYear));
    let yearly: BTreeMap<i32, Decimal> =
        yearly.filter_map(|(_, said)| Some((said.year, said.number?))).collect();
    let mut points = vec![(start.saturating_sub(1), Decimal::ZERO)];
    let mut sum = Decimal::ZERO;
    for year in start..end.0 {
        let next = yearly.get(&year).and_then(|value| sum.checked_add(*value));
        // A gap between the yearly targets ends them: what is due behind it only the total says.
        let Some(next) = next else { break };
        sum = next;
        points.push((year, sum));
    }
    points.push(end);
    points
}

/// What 实绩 tables report of a sum, by year.
#[derive(Default)]
struct Seen {
    /// Values of single years.
    yearly: BTreeMap<i32, (StatementId, Decimal)>,
    /// Sums since the period began.
    so_far: BTreeMap<i32, (StatementId, Decimal)>,
}

impl Seen {
    /// A plain number is that of its year, unless the plan also sets a `level`, or the table's 口径 says that it adds up.
    fn of(model: &Model, observers: &[PlanId], total: &Statement, level: bool) -> Self {
        let mut seen = Self::default();
        let Some(region) = total.region else { return seen };
        let of = |plan: PlanId| model.stated(plan, region, total.measure.indicator).iter();
        for &id in observers.iter().flat_map(|&plan| of(plan)) {
            let said = model.statement(id);
            let reported = reports(model, said)
                && said.role == Role::Observed
                && said.is_level()
                && with(said.measure, total.measure.basis) == total.measure
                && units_meet(total.unit.as_ref(), said.unit.as_ref());
            let Some(number) = said.number.filter(|_| reported) else { continue };
            let by_year = match said.measure.basis {
                Basis::Cumulative => &mut seen.so_far,
                Basis::Stock if !level && is_called_cumulative(model, said) => &mut seen.so_far,
                Basis::Stock if level => continue,
                Basis::Stock | Basis::PerYear => &mut seen.yearly,
                _ => continue,
            };
            by_year.entry(said.year).or_insert((id, number));
        }
        seen
    }

    /// What is reached in the latest year of the period: a reported sum, or the values of every year so far.
    fn until_now(&self, start: i32, end: i32) -> Option<(Vec<StatementId>, Point)> {
        let told = self.so_far.range(start..=end).next_back();
        let told = told.map(|(year, (id, sum))| (vec![*id], (*year, *sum)));
        let added = self.added(start, end);
        match (told, added) {
            // What reaches further in time; of one year the reported sum goes before one added up.
            (Some(told), Some(added)) if added.1.0 > told.1.0 => Some(added),
            (told, added) => told.or(added),
        }
    }

    fn added(&self, start: i32, end: i32) -> Option<(Vec<StatementId>, Point)> {
        let (mut ids, mut reached) = (Vec::new(), None);
        let mut sum = Decimal::ZERO;
        for ((year, (id, number)), expected) in self.yearly.range(start..=end).zip(start..) {
            // A year without a report leaves open what was reached in it.
            if *year != expected {
                break;
            }
            sum = sum.checked_add(*number)?;
            ids.push(*id);
            reached = Some((*year, sum));
        }
        reached.map(|reached| (ids, reached))
    }
}

fn is_called_cumulative(model: &Model, said: &Statement) -> bool {
    let words = model.definition(said).map(fold_full_width).unwrap_or_default();
    ["累计", "cumulative", "total"].iter().any(|word| words.contains(word))
}
