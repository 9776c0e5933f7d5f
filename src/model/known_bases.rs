//! The observed values a plan prints of its targets, each under its year: what its changes are counted from.

use std::collections::HashMap;

use crate::{
    catalogue::{IndicatorId, RegionId},
    quantity::{Admissible, Basis, Decimal, Quantity, Relative, Undetermined},
};

use super::{Model, ScopeId, Statement, StatementId};

/// What a base must share with the target that starts from it.
pub type Target = (IndicatorId, Option<RegionId>, Option<ScopeId>);

/// The target that a statement is of.
pub fn target_of_statement(statement: &Statement) -> Target {
    (statement.measure.indicator, statement.region, statement.measure.scope)
}

/// The one number of a quantity.
pub fn single(quantity: &Quantity) -> Option<Decimal> {
    quantity.low.or(quantity.high)
}

/// The base year that a statement's change names; `None` too where it is no change.
pub fn base_year_named(statement: &Statement) -> Option<i32> {
    match statement.quantity.as_ref()?.relative {
        Some(Relative::Base { year, .. }) => year,
        _ => None,
    }
}

/// One observed value.
#[derive(Clone, Copy, Debug)]
struct KnownBase {
    year: i32,
    value: Decimal,
    in_table: bool,
}

/// The observed values of one plan by target.
#[derive(Debug, Default)]
pub struct KnownBases {
    by_target: HashMap<Target, Vec<KnownBase>>,
}

impl KnownBases {
    /// Collects the observed stocks of one plan: of its tables, and of its text as the second choice.
    pub fn of(statements: &[Statement]) -> Self {
        let mut by_target: HashMap<Target, Vec<KnownBase>> = HashMap::new();
        for statement in statements.iter().filter(|statement| statement.is_past()) {
            // A baseline of one class of places is none of the whole.
            let plain = statement.quantity.as_ref().filter(|q| q.condition.is_none());
            let stock = statement.measure.basis == Basis::Stock;
            if let Some(value) = plain.filter(|q| stock && q.relative.is_none()).and_then(single) {
                let (year, in_table) = (statement.year, statement.in_table());
                let known = by_target.entry(target_of_statement(statement)).or_default();
                known.push(KnownBase { year, value, in_table });
            }
        }
        Self { by_target }
    }

    /// The value a change starts from: that of the year it names and of no other, else the latest before its own year.
    pub fn of_change(&self, statement: &Statement) -> Option<Decimal> {
        match base_year_named(statement) {
            Some(year) => self.of_year(statement, year),
            None => self.latest_before(statement),
        }
    }

    fn of_year(&self, statement: &Statement, year: i32) -> Option<Decimal> {
        let known = self.by_target.get(&target_of_statement(statement))?;
        let of_year = || known.iter().filter(|base| base.year == year);
        of_year().find(|base| base.in_table).or_else(|| of_year().next()).map(|base| base.value)
    }

    /// The latest value of the tables that is older than a target: 2020 and 2023 observed, and it starts from the later.
    pub fn latest_before(&self, statement: &Statement) -> Option<Decimal> {
        // Only tables, for a sentence may quote a figure in passing and name no year at all.
        let known = self.by_target.get(&target_of_statement(statement))?.iter();
        let older = known.filter(|base| base.in_table && base.year < statement.year);
        older.reduce(|best, next| if next.year > best.year { next } else { best }).map(|b| b.value)
    }
}

/// The changes of a run whose base year no value of their own plan is of, each with the value that the other plans of its
/// region give for that year; none where they differ.
pub fn bases_in_other_plans(model: &Model) -> Vec<(StatementId, Decimal)> {
    let open = (0..).map(StatementId).zip(&model.statements);
    let open = open.filter(|(_, statement)| {
        statement.set == Admissible::Undetermined(Undetermined::Base)
            && base_year_named(statement).is_some()
    });
    open.filter_map(|(id, statement)| Some((id, base_in_other_plans(model, statement)?))).collect()
}

fn base_in_other_plans(model: &Model, change: &Statement) -> Option<Decimal> {
    let (region, year) = (change.region?, base_year_named(change)?);
    let mut known = model
        .plans()
        .filter(|(_, plan)| plan.region == Some(region))
        .flat_map(|(id, _)| model.stated(id, region, change.measure.indicator))
        .map(|&id| model.statement(id))
        .filter(|other| other.is_past() && other.year == year)
        .filter(|other| target_of_statement(other) == target_of_statement(change))
        .filter(|other| other.measure.basis == Basis::Stock && other.condition().is_none())
        .filter_map(|other| other.number);
    let first = known.next()?;
    // Two plans that remember the year differently leave open what the change starts from.
    known.all(|other| other == first).then_some(first)
}
