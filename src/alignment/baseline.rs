//! The baseline a plan gives for one of its targets: in its table, else in its text.

use std::collections::HashMap;

use crate::{
    model::{Measure, Model, Origin, PlanId, Role, Statement, StatementId},
    quantity::{Basis, Decimal},
};

use super::{Alignment, base_of};

/// A target with its number, and the baseline it starts from.
#[derive(Clone, Copy, Debug)]
pub struct Start<'a> {
    /// The target.
    pub target: &'a Statement,
    /// Its number, in the plain unit.
    pub number: Decimal,
    /// The observed or estimated value before it.
    pub base: &'a Statement,
    /// The baseline's number, in the plain unit.
    pub from: Decimal,
}

/// The stock targets of `plan` that state a number of their own, without condition, each with its baseline; in the plan's order.
pub fn starts<'a>(
    model: &'a Model,
    alignment: &'a Alignment,
    plan: PlanId,
) -> impl Iterator<Item = Start<'a>> {
    let achieved = achieved(model, plan);
    model.statements(plan).filter_map(move |(id, target)| {
        let number = target.number.filter(|_| speaks_as_target(alignment, id, target))?;
        // A sentence reports for the plan's own region; for one below only its table can.
        let own = || target.region == model.plan(plan).region;
        let told = || achieved.get(&target.measure).copied().filter(|_| own());
        let (_, base) = baseline_of_target(model, target)
            .or_else(told)
            .filter(|(_, base)| base.year < target.year)?;
        Some(Start { target, number, base, from: base.number? })
    })
}

/// Whether a statement speaks for its plan as a target with a number of its own.
fn speaks_as_target(alignment: &Alignment, id: StatementId, target: &Statement) -> bool {
    // A row counts even where another statement speaks for the plan, because its own base stands beside
    // it.
    let speaks = target.in_table() || alignment.statement(id).is_some();
    target.role == Role::Target && speaks && is_plain_level(target)
}

/// Whether a statement is an unconditional level at the end of its year.
pub(super) fn is_plain_level(statement: &Statement) -> bool {
    let condition = statement.quantity.as_ref().and_then(|quantity| quantity.condition.as_ref());
    statement.is_level() && statement.measure.basis == Basis::Stock && condition.is_none()
}

/// The latest value of the target's own row, else of the plan's tables.
pub(super) fn baseline_of_target<'a>(
    model: &'a Model,
    target: &Statement,
) -> Option<(StatementId, &'a Statement)> {
    // The row's own value first: the same indicator in another table may be of another definition.
    let in_row = base_before(model, target, i32::MAX);
    in_row.or_else(|| {
        let id = base_of(model, target.plan, target.region?, &target.measure, None)?;
        Some((id, model.statement(id)))
    })
}

/// The latest value of the target's own row that is older than `year`.
pub(super) fn base_before<'a>(
    model: &'a Model,
    target: &Statement,
    year: i32,
) -> Option<(StatementId, &'a Statement)> {
    match target.origin {
        Origin::Table(row) => model
            .row_statements(model.row(row))
            .filter(|(_, s)| s.is_past() && s.measure == target.measure && s.number.is_some())
            .filter(|(_, s)| is_plain_level(s) && s.year < year)
            .max_by_key(|(_, statement)| statement.year),
        _ => None,
    }
}

/// What the plan's text reports as reached by its own region before the period, the latest figure of each measure.
pub(super) fn achieved(model: &Model, plan: PlanId) -> HashMap<Measure, (StatementId, &Statement)> {
    let head = model.plan(plan);
    let own = |said: &Statement| said.region.is_some() && said.region == head.region;
    let mut latest: HashMap<Measure, (StatementId, &Statement)> = HashMap::new();
    let Some(period) = head.period else { return latest };
    for (id, said) in model.statements(plan) {
        // From before the period: what is cited from within it is a report on the plan, and no start.
        let reports = said.role == Role::Citation && own(said) && said.year < period.start;
        if reports && said.number.is_some() && is_plain_level(said) {
            let known = latest.entry(said.measure).or_insert((id, said));
            if known.1.year < said.year {
                *known = (id, said);
            }
        }
    }
    latest
}
