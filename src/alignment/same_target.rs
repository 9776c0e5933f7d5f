//! The statements of one target inside one plan, in pairs: the one that speaks, and each other one.

use std::collections::HashMap;

use crate::{
    catalogue::RegionId,
    hierarchy::Forest,
    model::{Measure, Model, PlanId, Role, Statement, StatementId},
    quantity::{Comparator, Decimal, Direction, Interval, Relative},
};

use super::{Alignment, Resolution, resolve_reference, units_meet};

/// One statement with its number; where it refers upwards, with what that means.
#[derive(Clone, Copy, Debug)]
pub struct NumberedStatement<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// Its set, where it has one.
    pub set: Option<Interval>,
    /// Its number in the plain unit.
    pub number: Decimal,
}

/// Two statements of one target.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The one that speaks for the plan: the table's, else the first as printed.
    pub first: NumberedStatement<'a>,
    /// The other.
    pub second: NumberedStatement<'a>,
}

/// What statements of one target share.
///
/// A plan whose region is not known has its own statements without one.
type SharedTarget<'a> = (Option<RegionId>, Measure, i32, Option<&'a str>);

/// Every further statement of a target of `plan` beside the one that speaks; two rows of one table, and parts of one phrase, are not paired.
#[must_use]
pub fn same_target_pairs<'a>(
    model: &'a Model,
    forest: &Forest,
    alignment: &Alignment,
    plan: PlanId,
) -> Vec<Pair<'a>> {
    // In a plan that is one table nothing can be said twice, and most plan files are one.
    if stands_in_one_table(model, plan) {
        return Vec::new();
    }
    let stated = model.statements(plan);
    let side = |id, statement| numbered_side(model, forest, alignment, id, statement);
    let sides: Vec<_> =
        stated.filter_map(|(id, s)| Some((shared_target(model, s)?, side(id, s)?))).collect();
    let mut speakers: HashMap<SharedTarget, NumberedStatement> =
        HashMap::with_capacity(sides.len());
    for (target, side) in &sides {
        // The table speaks wherever it stands: a sentence before it is the one that is held against it.
        let known = speakers.entry(*target).or_insert(*side);
        if side.statement.in_table() && !known.statement.in_table() {
            *known = *side;
        }
    }
    let pair = |(target, second): &(SharedTarget, NumberedStatement<'a>)| {
        let first = *speakers.get(target)?;
        let both = (first.statement, second.statement);
        stand_apart(both.0, both.1).then_some(Pair { first, second: *second })
    };
    sides.iter().filter_map(pair).collect()
}

fn stands_in_one_table(model: &Model, plan: PlanId) -> bool {
    let mut statements = model.statements(plan).map(|(_, statement)| statement);
    let Some(first) = statements.next() else { return true };
    first.in_table() && statements.all(|other| other.in_table() && other.at.0 == first.at.0)
}

fn shared_target<'a>(model: &Model, statement: &'a Statement) -> Option<SharedTarget<'a>> {
    let condition = statement.quantity.as_ref()?.condition.as_deref();
    let target = (statement.region, statement.measure, statement.year, condition);
    (statement.role == Role::Target && model.has_subject(statement)).then_some(target)
}

fn numbered_side<'a>(
    model: &Model,
    forest: &Forest,
    alignment: &Alignment,
    id: StatementId,
    statement: &'a Statement,
) -> Option<NumberedStatement<'a>> {
    let (set, number) = if statement.is_reference() {
        set_and_number(model, forest, alignment, id, statement)?
    } else {
        (statement.interval().copied(), statement.number.filter(|_| statement.is_level())?)
    };
    Some(NumberedStatement { statement, set, number })
}

fn set_and_number(
    model: &Model,
    forest: &Forest,
    alignment: &Alignment,
    id: StatementId,
    statement: &Statement,
) -> Option<(Option<Interval>, Decimal)> {
    if let Some(comparison) = alignment.statement(id) {
        return Some((comparison.set, comparison.number?));
    }
    let indicator = model.catalogue.indicator(statement.measure.indicator);
    match resolve_reference(model, forest, id, indicator.direction) {
        Resolution::Resolved { number, set, .. } => {
            Some((Some(set.meet(&indicator.range)), number))
        }
        _ => None,
    }
}

/// Whether two statements stand apart and count in one unit.
fn stand_apart(one: &Statement, other: &Statement) -> bool {
    // Two rows of one table are duplicate-indicator's, and a cell with two numbers states both.
    let one_table = one.in_table() && other.in_table() && one.at.0 == other.at.0;
    one.cell != other.cell && !one_table && units_meet(one.unit.as_ref(), other.unit.as_ref())
}

impl NumberedStatement<'_> {
    /// How far 左右 lets its number go, in the plain unit; `None` without 左右.
    #[must_use]
    pub fn tolerance(&self, model: &Model) -> Option<Decimal> {
        let quantity = self.statement.quantity.as_ref()?;
        if quantity.comparator != Comparator::Approx {
            return None;
        }
        let set = self.set?;
        // Where less is better 左右 reaches upwards.
        let known = model.catalogue.indicator(self.statement.measure.indicator).direction;
        let end = match known.or(quantity.heading) {
            Some(Direction::Lower) => set.high,
            _ => set.low.or(set.high),
        };
        end.map(|end| (end.value - self.number).abs())
    }

    /// Whether it only tells how much more than the other is striven for: 70%，力争75%.
    fn strives_beyond(&self, model: &Model, other: &NumberedStatement) -> bool {
        let soft = |side: &NumberedStatement| {
            side.statement.quantity.as_ref().is_some_and(|quantity| quantity.softener.is_some())
        };
        let direction = model.catalogue.indicator(self.statement.measure.indicator).direction;
        let beyond = match direction {
            Some(Direction::Higher) => self.number > other.number,
            Some(Direction::Lower) => self.number < other.number,
            _ => false,
        };
        soft(self) && !soft(other) && beyond
    }

    /// Whether its words cover `number`: the number itself, what 左右 reaches, what lies between two ends, what rounding explains.
    fn covers(&self, model: &Model, other: &NumberedStatement) -> bool {
        // A reference covers what its set holds, since it has no number of its own to be near to.
        let statement = self.statement;
        let Some(quantity) = &statement.quantity else { return false };
        if statement.is_reference() {
            return self.set.is_some_and(|set| set.holds(other.number));
        }
        match (quantity.comparator, quantity.relative) {
            (Comparator::Approx, _) => self
                .tolerance(model)
                .is_none_or(|tolerance| (self.number - other.number).abs() <= tolerance),
            (Comparator::Range, _) => {
                quantity.low.is_none_or(|low| low <= other.number)
                    && quantity.high.is_none_or(|high| other.number <= high)
            }
            // A change worked out from two rounded numbers may miss the level by a rounded digit.
            (_, Some(Relative::Base { .. })) => {
                let slack = model.half_printed_digit(other.statement, other.number);
                (self.number - other.number).abs() <= slack
            }
            _ => false,
        }
    }
}

impl Pair<'_> {
    /// Whether the two numbers contradict each other.
    #[must_use]
    pub fn contradicts(&self, model: &Model) -> bool {
        self.first.number != self.second.number
            && !self.first.strives_beyond(model, &self.second)
            && !self.second.strives_beyond(model, &self.first)
            && !self.first.covers(model, &self.second)
            && !self.second.covers(model, &self.first)
    }
}
