//! Statements, rows and plans as facts of sentences, always under the same names.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    catalogue::RegionId,
    finding::{ExactNumber, Subject},
    model::{Arithmetic, Model, PlanId, Role, Statement, TargetRow},
    quantity::{Decimal, ReadingKind, Relative, Unit},
    syntax::Class,
};

/// A plan among the facts of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanFacts {
    /// Its title.
    pub plan: Arc<str>,
    /// Its region; empty when that is unknown.
    pub region: Arc<str>,
    /// What the level of its region is called; empty when that is unknown.
    pub tier: Arc<str>,
    /// Whether it is a draft.
    pub draft: bool,
}

/// A statement among the facts of a sentence; the region is that of its value.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementFacts {
    /// Its plan.
    #[serde(flatten)]
    pub of: PlanFacts,
    /// Its indicator as printed.
    pub name: Arc<str>,
    /// Its year.
    pub year: i32,
    /// Its value as written.
    pub phrase: Arc<str>,
    /// Its number, in the unit its row prints.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<ExactNumber>,
    /// The unit its row prints; empty when there is none.
    pub unit: Arc<str>,
    /// The term of its class.
    pub class: &'static str,
    /// Whether it is a value that was only estimated.
    pub estimate: bool,
    /// The value that a change against a base year leads to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resolved: Option<ExactNumber>,
    /// The number in the unit it was converted to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted: Option<CountedFacts>,
}

/// A converted number beside the printed one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CountedFacts {
    /// The number.
    pub number: ExactNumber,
    /// Its unit.
    pub unit: Arc<str>,
    /// Whether no digit of it was left out.
    pub exact: bool,
}

/// A row among the facts of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowFacts {
    /// Its plan; the region is that of the row.
    #[serde(flatten)]
    pub of: PlanFacts,
    /// Its indicator as printed.
    pub name: Arc<str>,
    /// The unit it prints; empty when there is none.
    pub unit: Arc<str>,
    /// The term of its class.
    pub class: &'static str,
    /// Its last target that says something, else its last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target: Option<StatementFacts>,
}

/// What is told of a statement.
#[must_use]
pub fn tell_statement(model: &Model, statement: &Statement) -> StatementFacts {
    let number = statement.number.map(|number| in_printed_unit(number, statement).into());
    let relative = statement.quantity.as_ref().and_then(|quantity| quantity.relative);
    let changes = matches!(relative, Some(Relative::Base { .. }));
    let unit = statement.unit.as_ref();
    StatementFacts {
        of: tell_plan_of(model, statement.plan, statement.region),
        name: model.printed_name(statement).into(),
        year: statement.year,
        phrase: model.printed(statement).into(),
        number,
        unit: printed_unit_of(statement),
        class: class_term_key(statement.class),
        estimate: statement.role == Role::Estimate,
        resolved: number.filter(|_| changes),
        // A number that was converted is told in the other unit, too, for the reader meets it there in
        // the other plan.
        counted: statement
            .number
            .zip(unit)
            .and_then(|(number, unit)| converted_number(number, unit)),
    }
}

/// What is told of a row.
#[must_use]
pub fn tell_row(model: &Model, row: &TargetRow) -> RowFacts {
    RowFacts {
        of: tell_plan_of(model, row.plan, row.region),
        name: Arc::clone(&row.printed),
        unit: unit_words(row.unit.as_ref()),
        class: class_term_key(row.class),
        target: final_target(model, row).map(|target| tell_statement(model, target)),
    }
}

/// The same with the target of the last year that another row states as well, where there is one.
#[must_use]
pub fn tell_row_beside(model: &Model, row: &TargetRow, other: &TargetRow) -> RowFacts {
    let target = target_beside(model, row, other).map(|target| tell_statement(model, target));
    RowFacts { target, ..tell_row(model, row) }
}

/// The target of a row for the last year that the other states as well, else its own last.
pub(super) fn target_beside<'a>(
    model: &'a Model,
    row: &TargetRow,
    other: &TargetRow,
) -> Option<&'a Statement> {
    let said = |row| {
        let targets = model.row_statements(row).map(|(_, statement)| statement);
        targets.filter(|said| said.role == Role::Target && said.kind != ReadingKind::Absent)
    };
    let both = said(row).filter(|own| said(other).any(|other| other.year == own.year));
    both.max_by_key(|own| own.year).or_else(|| final_target(model, row))
}

/// The last target of a row that says something, else its last.
pub(super) fn final_target<'a>(model: &'a Model, row: &TargetRow) -> Option<&'a Statement> {
    let targets = model.row_statements(row).map(|(_, statement)| statement);
    let targets: Vec<_> = targets.filter(|statement| statement.role == Role::Target).collect();
    // `/` or a blank in the last year says nothing: what the row says last is told.
    let said = targets.iter().rfind(|target| target.kind != ReadingKind::Absent);
    said.or(targets.last()).copied()
}

/// What is told of a plan.
#[must_use]
pub fn tell_plan(model: &Model, plan: PlanId) -> PlanFacts {
    let head = model.plan(plan);
    let region = head.region.map(|id| model.catalogue.region_of(id));
    let tier = region.and_then(|region| model.catalogue.tier_word(region));
    PlanFacts {
        plan: Arc::clone(&head.title),
        region: region.map(|region| Arc::clone(&region.name)).unwrap_or_default(),
        tier: tier.cloned().unwrap_or_default(),
        draft: head.is_draft(),
    }
}

/// The same with the region that a value of the plan is of, where it says one.
fn tell_plan_of(model: &Model, plan: PlanId, region: Option<RegionId>) -> PlanFacts {
    let told = tell_plan(model, plan);
    match region {
        Some(region) => {
            PlanFacts { region: Arc::clone(&model.catalogue.region_of(region).name), ..told }
        }
        None => told,
    }
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
pub fn printed_unit_of(statement: &Statement) -> Arc<str> {
    unit_words(statement.unit.as_ref())
}

/// The unit as the row prints it: 万人 where one of it is 10 000 人.
fn unit_words(unit: Option<&Unit>) -> Arc<str> {
    unit.map_or_else(String::new, Unit::words).into()
}

/// The term's key of a class.
pub(super) fn class_term_key(class: Option<Class>) -> &'static str {
    match class {
        Some(Class::Binding) => "binding",
        Some(Class::Indicative) => "indicative",
        None => "no-class",
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

/// A converted number beside the printed one.
fn converted_number(number: Decimal, unit: &Unit) -> Option<CountedFacts> {
    let other = unit.counted.as_ref()?;
    let number = number.checked_div(other.factor)?.normalize();
    let shown = readable(number);
    Some(CountedFacts { number: shown.into(), unit: other.words().into(), exact: shown == number })
}
