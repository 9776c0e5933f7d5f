//! Statements, rows and plans as arguments of messages, always under the same names.

use std::sync::Arc;

use crate::{
    finding::{Args, Subject, Value},
    model::{Arithmetic, Model, PlanId, Role, Statement, TargetRow},
    quantity::{Decimal, ReadingKind, Relative, Unit},
    syntax::Class,
};

/// A statement as a record: `region`, `tier`, `plan`, `name`, `year`, `phrase` (as written), `number`, `unit`, `class`, `estimate`;
/// `resolved`, the value that a change against a base year leads to; `counted`, the number in the unit it was converted to.
#[must_use]
pub fn tell(model: &Model, statement: &Statement) -> Args {
    let mut told = tell_plan(model, statement.plan);
    if let Some(region) = statement.region {
        told.insert("region", (&model.catalogue.region_of(region).name).into());
    }
    told.insert("name", model.printed_name(statement).into());
    told.insert("year", statement.year.into());
    told.insert("phrase", model.printed(statement).into());
    told.insert("unit", printed_unit(statement).into());
    told.insert("class", class_key(statement.class));
    told.insert("estimate", (statement.role == Role::Estimate).into());
    if let Some(number) = statement.number {
        // A number that was converted is told in the other unit, too, for the reader meets it there in
        // the other plan.
        let counted = statement.unit.as_ref().and_then(|unit| counted(number, unit));
        told.extend(counted.map(|counted| ("counted", counted.into())));
        let number = in_printed_unit(number, statement);
        told.insert("number", number.into());
        let relative = statement.quantity.as_ref().and_then(|quantity| quantity.relative);
        if matches!(relative, Some(Relative::Base { .. })) {
            told.insert("resolved", number.into());
        }
    }
    told
}

/// A row as a record: `region`, `tier`, `plan`, `name`, `unit`, `class`; `target`, the record of its last target that says something, where it has one.
#[must_use]
pub fn tell_row(model: &Model, row: &TargetRow) -> Args {
    let mut told = tell_plan(model, row.plan);
    if let Some(region) = row.region {
        told.insert("region", (&model.catalogue.region_of(region).name).into());
    }
    told.insert("name", (&row.printed).into());
    told.insert("unit", unit_words(row.unit.as_ref()).into());
    told.insert("class", class_key(row.class));
    let target = final_target(model, row);
    told.extend(target.map(|target| ("target", tell(model, target).into())));
    told
}

/// The last target of a row that says something, else its last.
pub(super) fn final_target<'a>(model: &'a Model, row: &TargetRow) -> Option<&'a Statement> {
    let targets = model.row_statements(row).map(|(_, statement)| statement);
    let targets: Vec<_> = targets.filter(|statement| statement.role == Role::Target).collect();
    // `/` or a blank in the last year says nothing: what the row says last is told.
    let said = targets.iter().rfind(|target| target.kind != ReadingKind::Absent);
    said.or(targets.last()).copied()
}

/// A plan as a record: `plan` (its title), `region`, `tier`, `draft`; the region is empty when unknown.
#[must_use]
pub fn tell_plan(model: &Model, plan: PlanId) -> Args {
    let head = model.plan(plan);
    let region = head.region.map(|id| model.catalogue.region_of(id));
    let tier =
        region.and_then(|region| region.tier).and_then(|tier| model.catalogue.tiers.name(tier));
    Args::from([
        ("plan", (&head.title).into()),
        ("region", region.map_or(Value::from(""), |region| (&region.name).into())),
        ("tier", tier.map_or(Value::from(""), Into::into)),
        ("draft", head.is_draft().into()),
    ])
}

/// What a finding about a statement is about.
#[must_use]
pub fn subject_of(model: &Model, statement: &Statement) -> Subject {
    let head = model.plan(statement.plan);
    let region = statement.region.or(head.region);
    Subject {
        plan: Some(head.title.clone()),
        region: region.map(|id| model.catalogue.region_of(id).name.clone()),
        indicator: Some(model.printed_name(statement).into()),
        year: Some(statement.year),
        other: None,
    }
}

/// What a finding about a 核算 row is about: the expression stands for the indicator.
#[must_use]
pub fn subject_of_arithmetic(model: &Model, row: &Arithmetic) -> Subject {
    let head = model.plan(row.plan);
    Subject {
        plan: Some(head.title.clone()),
        region: head.region.map(|id| model.catalogue.region_of(id).name.clone()),
        indicator: Some(model.words(row.file, row.expression).into()),
        year: None,
        other: None,
    }
}

/// The unit as the row of a statement prints it; empty when there is none.
#[must_use]
pub fn printed_unit(statement: &Statement) -> Arc<str> {
    unit_words(statement.unit.as_ref())
}

/// The unit as the row prints it: 万人 where one of it is 10 000 人.
fn unit_words(unit: Option<&Unit>) -> Arc<str> {
    unit.map_or_else(String::new, Unit::words).into()
}

/// The term's key of a class.
pub(super) fn class_key(class: Option<Class>) -> Value {
    match class {
        Some(Class::Binding) => "binding".into(),
        Some(Class::Indicative) => "indicative".into(),
        None => "no-class".into(),
    }
}

/// The number in the unit the row prints; of a converted one the digits that a reader needs.
#[must_use]
pub fn in_printed_unit(number: Decimal, statement: &Statement) -> Decimal {
    let Some(unit) = &statement.unit else { return number };
    // A conversion may leave 28 digits behind a point (1/3); a number that is printed as it stands is not
    // touched.
    let printed = number.checked_div(unit.factor).unwrap_or(number);
    if unit.counted.is_some() { readable(printed) } else { printed }
}

/// Digits of a converted number that a reader needs.
// Six is a choice: as many as a plan prints, and few enough to be compared by eye.
const DIGITS: u32 = 6;

/// A number to six digits.
fn readable(number: Decimal) -> Decimal {
    number.round_sf(DIGITS).unwrap_or(number).normalize()
}

/// A converted number beside the printed one: `number`, `unit`, and whether it is `exact`.
fn counted(number: Decimal, unit: &Unit) -> Option<Args> {
    let other = unit.counted.as_ref()?;
    let number = number.checked_div(other.factor)?.normalize();
    let shown = readable(number);
    Some(Args::from([
        ("number", shown.into()),
        ("unit", other.words().into()),
        ("exact", (shown == number).into()),
    ]))
}
