//! An observed value against the path from base to target: how far along it is, and where its speed leads.

use std::cmp::Ordering;

use crate::{
    catalogue::Path,
    model::StatementId,
    quantity::{Decimal, Direction, Interval},
};

use super::{
    Gap,
    path::{Point, along},
};

/// Where a pace counts as behind schedule, as shares of the way that should be covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaceCutoffs {
    /// Below this share it is behind.
    pub warning: Decimal,
    /// Below this share it is far behind.
    pub error: Decimal,
}

impl Default for PaceCutoffs {
    fn default() -> Self {
        // As defined: below the path a warning, below three quarters of the way an error. Both are
        // settings.
        Self { warning: Decimal::ONE, error: Decimal::new(75, 2) }
    }
}

/// 进度.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lag {
    /// As far as the path, or further.
    OnSchedule,
    /// Short of the path.
    Behind,
    /// Far short of it.
    FarBehind,
}

/// What a plan sets for one measure: where it starts, its targets, and what lies between.
#[derive(Clone, Debug)]
pub struct Course {
    /// How values lie between the points.
    pub path: Path,
    /// Which way is better.
    pub direction: Direction,
    /// The start and each year the plan gives a value for, earliest first.
    pub points: Vec<Point>,
    /// Where the start is stated; a sum over years starts from zero, stated nowhere.
    pub base: Option<StatementId>,
    /// The target the speed is measured by.
    pub goal: Goal,
}

/// The target at the end of a course.
#[derive(Clone, Copy, Debug)]
pub struct Goal {
    /// Where it is stated.
    pub statement: StatementId,
    /// Its year and number.
    pub at: Point,
    /// The values that satisfy it.
    pub set: Interval,
}

/// How far an observed value has come.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// What the path asks for in the year.
    pub due: Decimal,
    /// The way covered as a share of the way that should be: (observed − base) / (path − base).
    pub share: Decimal,
    /// What the share comes to.
    pub lag: Lag,
    /// What the speed so far leads to in the goal's year; `None` once that year is reached, or where it is out of bounds.
    pub outlook: Option<Decimal>,
    /// Whether the outlook, or in the goal's year the value itself, satisfies the goal.
    pub arrives: bool,
}

impl Course {
    /// The two points that `year` lies between, or is one of.
    #[must_use]
    pub fn stretch(&self, year: i32) -> Option<(Point, Point)> {
        self.points.windows(2).find_map(|ends| match ends {
            [from, to] if from.0 <= year && year <= to.0 => Some((*from, *to)),
            _ => None,
        })
    }

    /// What the course asks for in `year`; nothing before its start or behind its last point.
    #[must_use]
    pub fn due(&self, year: i32) -> Option<Decimal> {
        let (from, to) = self.stretch(year)?;
        // At a point itself the printed number and not one worked out, which might differ in its last
        // digit.
        if year == to.0 { Some(to.1) } else { along(self.path, from, to, year) }
    }

    /// The pace of a value observed in a year of the course, which may be off by `slack` as it is rounded. `None` where the
    /// course asks for no progress by then.
    #[must_use]
    pub fn pace(&self, observed: Point, slack: Decimal, cutoffs: &PaceCutoffs) -> Option<Pace> {
        let start = *self.points.first().filter(|start| start.0 < observed.0)?;
        let due = self.due(observed.0)?;
        let ahead = |to: Decimal, from: Decimal| Gap::between(self.direction, from, to);
        let way = ahead(due, start.1)?.0;
        let covered = ahead(observed.1, start.1)?.0;
        let short = ahead(due, observed.1)?.0;
        // A course that asks for no progress by then cannot be behind, and a share of nothing has no
        // value.
        let share = (way > Decimal::ZERO).then(|| covered.checked_div(way)).flatten()?;
        let ends = observed.0.cmp(&self.goal.at.0);
        // In the goal's own year the value itself answers, and no speed has to be carried on.
        let outlook = (ends == Ordering::Less)
            .then(|| along(self.path, start, observed, self.goal.at.0))
            .flatten();
        let last = if ends == Ordering::Equal { Some(observed.1) } else { outlook };
        let arrives = last.is_some_and(|value| self.goal.set.holds(value));
        // What satisfies the goal in its year is late by no definition; a rounded digit decides nothing.
        let there = short <= slack || ends == Ordering::Equal && arrives;
        let lag = match share {
            _ if there => Lag::OnSchedule,
            share if share >= cutoffs.warning => Lag::OnSchedule,
            share if share >= cutoffs.error => Lag::Behind,
            _ => Lag::FarBehind,
        };
        Some(Pace { due, share, lag, outlook, arrives })
    }
}

/// An observed value beside the course of its target.
#[derive(Clone, Debug)]
pub struct Progress {
    /// What the plan sets.
    pub course: Course,
    /// The values observed, earliest first: one, or one for each year so far where yearly values add up.
    pub observed: Vec<StatementId>,
    /// The last year observed with what is reached by then, in the plain unit.
    pub reached: Point,
    /// How far that is.
    pub pace: Pace,
}
