//! What an earlier plan of the same region set for a target.

use crate::{
    catalogue::RegionId,
    model::{Measure, Model, PlanId, Role, Statement},
    quantity::Basis,
};

use super::speaker;

/// The last target of an earlier plan at or before `year`, with its number.
#[must_use]
pub fn earlier_target<'a>(
    model: &'a Model,
    plan: PlanId,
    region: RegionId,
    measure: &Measure,
    year: i32,
) -> Option<&'a Statement> {
    let stated = model.stated(plan, region, measure.indicator).iter();
    // The latest year that is not behind the one asked for: what an earlier plan looks out to is no
    // promise for this year.
    let year = stated
        .map(|&id| model.statement(id))
        .filter(|past| past.year <= year && past.measure == *measure && is_plain_target(past))
        .map(|past| past.year)
        .max()?;
    let past = model.statement(speaker(model, plan, region, measure, year, None)?);
    is_plain_target(past).then_some(past)
}

/// Whether a statement is an unconditional stock target with a number of its own.
#[must_use]
pub fn is_plain_target(statement: &Statement) -> bool {
    statement.role == Role::Target
        && statement.measure.basis == Basis::Stock
        && statement.is_level()
        && statement.number.is_some()
        && statement.condition().is_none()
}
