//! One indicator in two rows of one table.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    alignment::units_meet,
    catalogue::RegionId,
    finding::{Draft, Drafts, ExactNumber},
    model::{Measure, Model, PlanId, Statement},
    quantity::{Decimal, ReadingKind},
    rulebook::{
        Context, StatementFacts, compare_statements, in_printed_unit, printed_unit_of, subject_of,
        tell_statement,
    },
};

/// What two rows must share to be one: table, region, measure, year, condition.
type RowIdentity<'a> = (u32, Option<RegionId>, Measure, i32, Option<&'a str>);

/// Reports each later row that gives a value for what an earlier row of its table gives one for already.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for ids in model.stated_by_indicator(plan) {
        let counted =
            || ids.iter().map(|&id| model.statement(id)).filter(|said| is_counted_statement(said));
        let mut rows = counted().map(table_and_row);
        let first = rows.next();
        // Most indicators stand in one row, and the maps below are spared for them.
        if rows.any(|row| Some(row) != first) {
            report_repeated_rows(model, counted(), drafts);
        }
    }
}

/// Reports the later ones of several rows of one indicator, each once: by a year in which the numbers differ, else by the first.
fn report_repeated_rows<'a>(
    model: &Model,
    counted: impl Iterator<Item = &'a Statement>,
    drafts: &mut Drafts,
) {
    let mut first: HashMap<RowIdentity, &Statement> = HashMap::new();
    let mut pairs: Vec<(&Statement, &Statement)> = Vec::new();
    for said in counted {
        let known = *first.entry(row_identity(said)).or_insert(said);
        let again = known.at.1 != said.at.1
            // A baseline and a target are two roles of one row, and two units may be two definitions.
            && known.role == said.role
            && units_meet(known.unit.as_ref(), said.unit.as_ref());
        match pairs.last_mut() {
            _ if !again => {}
            // One finding a row: a year in which the numbers differ says more than one in which they do
            // not.
            Some(told) if table_and_row(told.1) == table_and_row(said) => {
                if differ(*told).is_none() && differ((known, said)).is_some() {
                    *told = (known, said);
                }
            }
            _ => pairs.push((known, said)),
        }
    }
    for (known, said) in pairs {
        drafts.push(draft(model, known, said));
    }
}

/// The two numbers, where they are not the same.
fn differ((known, said): (&Statement, &Statement)) -> Option<(Decimal, Decimal)> {
    known.number.zip(said.number).filter(|(one, other)| one != other)
}

/// Promises and past values in tables; of what is full coverage alone, the object may differ.
fn is_counted_statement(statement: &Statement) -> bool {
    statement.in_table()
        && statement.kind == ReadingKind::Targets
        && statement.measure.indicator == statement.indicator
        && !statement.measure.coverage
}

/// Table and row in the file's tree.
fn table_and_row(statement: &Statement) -> (u32, u32) {
    (statement.at.0, statement.at.1)
}

fn row_identity(statement: &Statement) -> RowIdentity<'_> {
    let Statement { at, region, measure, year, .. } = *statement;
    (at.0, region, measure, year, statement.condition())
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct DuplicateIndicatorFacts {
    first: StatementFacts,
    again: StatementFacts,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<ExactNumber>,
}

fn draft(model: &Model, known: &Statement, said: &Statement) -> Draft {
    let differ = differ((known, said));
    let case = if differ.is_some() { "differ" } else { "same" };
    let mut subject = subject_of(model, said);
    subject.other = Some(model.printed_name(known).into());
    subject.year = None;
    let gap = differ.map(|(one, other)| in_printed_unit((one - other).abs(), said));
    let compared = compare_statements(model, said, known);
    let compared = match gap {
        Some(gap) => compared.apart(gap, printed_unit_of(said)),
        None => compared,
    };
    Draft::new(case, subject, model.name_place(said))
        .compares(compared)
        .tells(DuplicateIndicatorFacts {
            first: tell_statement(model, known),
            again: tell_statement(model, said),
            gap: gap.map(Into::into),
        })
        .note("first", model.name_place(known), ())
}
