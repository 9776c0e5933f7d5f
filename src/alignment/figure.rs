//! What a plan says of one target: the statement that speaks for it, its baseline, values between milestones.

use crate::{
    catalogue::RegionId,
    model::{Measure, Model, PlanId, Role, Statement, StatementId},
    quantity::{Basis, Bound, Comparator, Decimal, Direction, Interval, ReadingKind},
    syntax::Class,
};

use super::path::{along, path_of};

/// What speaks for a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureSource {
    /// A statement for the year itself.
    Stated(StatementId),
    /// The path between the statements before and after.
    Between(StatementId, StatementId),
}

impl FigureSource {
    /// The statement to show: the one of the year, or the one before it.
    #[must_use]
    pub fn shown(self) -> StatementId {
        match self {
            Self::Stated(id) | Self::Between(id, _) => id,
        }
    }
}

/// A parent's figure with a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What speaks for it.
    pub source: FigureSource,
    /// The values that satisfy it.
    pub set: Interval,
    /// The number that is compared.
    pub number: Decimal,
    /// The class; between milestones the class both share.
    pub class: Option<Class>,
    /// Whether it was issued to the child's region.
    pub allocated: bool,
    /// Whether set and number are those of a change, not of a level.
    pub as_change: bool,
}

/// The targets of a plan for one region and measure without condition, in the plan's order.
fn targets_of_measure<'a>(
    model: &'a Model,
    plan: PlanId,
    region: RegionId,
    measure: &'a Measure,
) -> impl Iterator<Item = (StatementId, &'a Statement)> {
    model
        .stated(plan, region, measure.indicator)
        .iter()
        .map(|&id| (id, model.statement(id)))
        .filter(|(_, statement)| statement.role == Role::Target && statement.measure == *measure)
        .filter(|(_, statement)| !is_of_each(statement))
}

/// Whether the number is asked of each of several objects, as in 每个区县至少1个: it is no figure of the region as a whole.
fn is_of_each(statement: &Statement) -> bool {
    let comparator = statement.quantity.as_ref().map(|quantity| quantity.comparator);
    matches!(comparator, Some(Comparator::EachAtLeast | Comparator::EachMoreThan))
}

/// The statement that speaks for a plan's target: its table row, a filled cell before an empty one, else the first
/// statement as printed.
#[must_use]
pub fn speaker(
    model: &Model,
    plan: PlanId,
    region: RegionId,
    measure: &Measure,
    year: i32,
    under: Option<&str>,
) -> Option<StatementId> {
    let (mut empty, mut first) = (None, None);
    // A filled cell ends the search; an empty one only speaks where no sentence does, so that 待补充 in
    // the table stays seen.
    for (id, statement) in targets_of_measure(model, plan, region, measure) {
        if statement.year == year && statement.condition() == under {
            match (statement.in_table(), statement.kind) {
                (true, ReadingKind::Absent) => empty = empty.or(Some(id)),
                (true, _) => return Some(id),
                (false, _) => first = first.or(Some(id)),
            }
        }
    }
    empty.or(first)
}

/// The conditional statements of a plan for one target.
pub fn conditional_statements<'a>(
    model: &'a Model,
    plan: PlanId,
    region: RegionId,
    measure: &'a Measure,
    year: i32,
) -> impl Iterator<Item = (StatementId, &'a Statement)> {
    targets_of_measure(model, plan, region, measure)
        .filter(move |(_, statement)| statement.year == year && statement.condition().is_some())
}

/// The figure a plan states for a year: its speaker's, else the path between the targets before and after.
/// `Err` holds the speaker that says nothing comparable.
pub fn plan_figure(
    model: &Model,
    plan: PlanId,
    region: RegionId,
    measure: &Measure,
    year: i32,
    direction: Option<Direction>,
) -> Result<Option<Figure>, StatementId> {
    if let Some(id) = speaker(model, plan, region, measure, year, None) {
        return stated_figure(model, id).map(Some).ok_or(id);
    }
    // Nothing is read between milestones where the year itself is stated, even without a number: its own
    // words go first.
    Ok(figure_between_milestones(model, plan, region, measure, year, direction))
}

/// The figure of one statement; a number outside its range is a slip of the pen, and asks nothing of anybody.
pub fn stated_figure(model: &Model, id: StatementId) -> Option<Figure> {
    let statement = model.statement(id);
    let range = model.catalogue.indicator(statement.measure.indicator).range;
    // A misprint such as 905 for 90.5 % would make every plan below it weaker.
    let sound = |number: &Decimal| statement.measure.coverage || range.holds(*number);
    Some(Figure {
        source: FigureSource::Stated(id),
        set: *statement.interval()?,
        number: statement.number.filter(sound)?,
        class: statement.class,
        allocated: false,
        as_change: false,
    })
}

fn figure_between_milestones(
    model: &Model,
    plan: PlanId,
    region: RegionId,
    measure: &Measure,
    year: i32,
    direction: Option<Direction>,
) -> Option<Figure> {
    // Sums of two periods have no path between them.
    if measure.basis == Basis::Cumulative {
        return None;
    }
    let numbered = |(id, statement): (StatementId, &Statement)| {
        (statement.condition().is_none() && statement.interval().is_some())
            .then(|| statement.number.map(|number| (statement.year, id, number)))
            .flatten()
    };
    // The nearest on both sides; nothing is read beyond the last, for a plan promises nothing behind its
    // years.
    let stated: Vec<_> =
        targets_of_measure(model, plan, region, measure).filter_map(numbered).collect();
    let before = stated.iter().filter(|(at, ..)| *at < year).max_by_key(|(at, ..)| *at)?;
    let after = stated.iter().filter(|(at, ..)| *at > year).min_by_key(|(at, ..)| *at)?;
    let speak = |at: i32| speaker(model, plan, region, measure, at, None);
    let (first, second) = (speak(before.0)?, speak(after.0)?);
    let (low, high) = (model.statement(first), model.statement(second));
    let path = path_of(model, measure);
    let number = along(path, (low.year, low.number?), (high.year, high.number?), year)?;
    Some(Figure {
        source: FigureSource::Between(first, second),
        // Without a direction a value on a path has no set: values on both sides of it are as good.
        set: values_reaching(number, direction?)?,
        number,
        // A class that only one end has would make more of a value that nobody printed than of the other
        // end.
        class: low.class.filter(|class| high.class == Some(*class)),
        allocated: false,
        as_change: false,
    })
}

/// The values that reach a number.
pub fn values_reaching(number: Decimal, direction: Direction) -> Option<Interval> {
    let end = Some(Bound { value: number, open: false });
    match direction {
        Direction::Higher => Some(Interval { low: end, high: None }),
        Direction::Lower => Some(Interval { low: None, high: end }),
        Direction::Neither => None,
    }
}

/// The observed or estimated stock of a target in the plan's table: of `year`, or the latest.
#[must_use]
pub fn base_of(
    model: &Model,
    plan: PlanId,
    region: RegionId,
    measure: &Measure,
    year: Option<i32>,
) -> Option<StatementId> {
    let of = |id: StatementId| model.statement(id).year;
    baselines_of_measure(model, plan, region, measure)
        .filter(|&id| year.is_none_or(|year| of(id) == year))
        .max_by_key(|&id| of(id))
}

/// The bases two plans print for one target in one year, the latest they share; the growth of one year is none.
pub fn bases_of(
    model: &Model,
    measure: &Measure,
    child: (PlanId, RegionId),
    parent: (PlanId, RegionId),
) -> Option<(StatementId, StatementId)> {
    // A rate of one year has no level to start from: 6 % last year and 7 % this year are no gap that
    // narrows.
    if model.catalogue.indicator(measure.indicator).changes {
        return None;
    }
    let year = |id: StatementId| model.statement(id).year;
    let above = |at: i32| {
        baselines_of_measure(model, parent.0, parent.1, measure).find(|&id| year(id) == at)
    };
    baselines_of_measure(model, child.0, child.1, measure)
        .filter_map(|id| Some((id, above(year(id))?)))
        .max_by_key(|(id, _)| year(*id))
}

fn baselines_of_measure<'a>(
    model: &'a Model,
    plan: PlanId,
    region: RegionId,
    measure: &'a Measure,
) -> impl Iterator<Item = StatementId> + 'a {
    model.stated(plan, region, measure.indicator).iter().copied().filter(|&id| {
        // Only tables, since a sentence may quote another region's or year's figure; `start` takes
        // sentences where it may.
        let statement = model.statement(id);
        statement.is_past()
            && statement.in_table()
            && statement.measure == *measure
            && statement.number.is_some()
            && statement.condition().is_none()
    })
}
