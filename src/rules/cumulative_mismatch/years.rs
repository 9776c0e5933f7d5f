//! A total of the period beside the values of its years: a case of cumulative-mismatch.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, ExactNumber, StatedValue},
    model::{Model, PlanId, Statement},
    quantity::{Basis, Decimal},
    rulebook::{
        Context, StatementFacts, in_printed_unit, printed_unit_of, stated_value, subject_of,
        tell_statement,
    },
    syntax::Class,
};

/// Reports each total whose years, all of them stated in one row, add up to something else.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let Some(period) = model.plan(plan).period else { return };
    for (_, total) in model.statements(plan) {
        let sums = total.measure.basis == Basis::Cumulative && total.condition().is_none();
        // A total of other years than the period's adds up other values.
        if !sums || !total.is_level() || total.is_past() || total.year != period.end {
            continue;
        }
        let Some(number) = total.number else { continue };
        let Some(years) = years_of(model, total, period.start) else { continue };
        let sum: Option<Decimal> =
            years.iter().try_fold(Decimal::ZERO, |sum, year| sum.checked_add(year.number?));
        let Some(sum) = sum else { continue };
        let halves = years.iter().filter_map(|year| Some((*year, year.number?)));
        let slack: Decimal = halves
            .chain([(total, number)])
            .map(|(cell, number)| model.half_printed_digit(cell, number))
            .sum();
        let gap = (number - sum).abs();
        if gap > slack {
            drafts.push(draft(model, total, &years, (sum, gap)));
        }
    }
}

/// The values of all years up to the total's, one of each, as far as one row states them.
fn years_of<'a>(model: &'a Model, total: &Statement, start: i32) -> Option<Vec<&'a Statement>> {
    let flow = model.catalogue.indicator(total.measure.indicator).is_flow();
    let stated = model.stated(total.plan, total.region?, total.measure.indicator).iter();
    let mut rows: BTreeMap<(u32, u32), BTreeMap<i32, &Statement>> = BTreeMap::new();
    for statement in stated.map(|&id| model.statement(id)).filter(|said| said.in_table()) {
        // Levels of several years add up to nothing; of a flow each year's own is meant.
        let yearly = match statement.measure.basis {
            Basis::PerYear => true,
            Basis::Stock => flow,
            _ => false,
        };
        let alike = statement.measure.scope == total.measure.scope
            && statement.unit.as_ref().map(|unit| &unit.name)
                == total.unit.as_ref().map(|unit| &unit.name);
        if yearly && alike && statement.is_level() && statement.number.is_some() {
            let row = rows.entry((statement.at.0, statement.at.1)).or_default();
            row.entry(statement.year).or_insert(statement);
        }
    }
    rows.into_values().find_map(|row| {
        let years: Option<Vec<_>> =
            (start..=total.year).map(|year| row.get(&year).copied()).collect();
        years.filter(|years| years.len() > 1)
    })
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct YearsFacts {
    sum: StatementFacts,
    first: StatementFacts,
    total: ExactNumber,
    gap: ExactNumber,
}

fn draft(
    model: &Model,
    total: &Statement,
    years: &[&Statement],
    (sum, gap): (Decimal, Decimal),
) -> Draft {
    let first = years.first().copied().unwrap_or(total);
    let plain = |value: Decimal| in_printed_unit(value, first);
    let unit = printed_unit_of(first);
    let reckoned = StatedValue::reckoned(plain(sum), unit.clone());
    Draft::new("years", subject_of(model, total), model.place(total))
        .compares(Compared::two(stated_value(model, total), reckoned).apart(plain(gap), unit))
        .tells(YearsFacts {
            sum: tell_statement(model, total),
            first: tell_statement(model, first),
            total: plain(sum).into(),
            gap: plain(gap).into(),
        })
        .binding(total.class == Some(Class::Binding))
        .note("first", model.place(first), ())
}
