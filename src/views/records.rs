//! Every value of the plans as one record.

use std::sync::Arc;

use crate::{
    model::{Model, Origin, Statement},
    quantity::{Basis, Comparator, Decimal},
    rulebook::in_printed_unit,
    syntax::{Class, ColumnKind},
    text::Place,
};

use super::ValueRole;

/// One value of one plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// The plan's title.
    pub plan: Arc<str>,
    /// The region the value is of.
    pub region: Option<Arc<str>>,
    /// The part of the region.
    pub scope: Option<Arc<str>>,
    /// The indicator as printed.
    pub indicator: String,
    /// The class.
    pub class: Option<Class>,
    /// The unit.
    pub unit: Option<Arc<str>>,
    /// Over what time it counts.
    pub basis: Basis,
    /// The year.
    pub year: i32,
    /// What the value is.
    pub role: ValueRole,
    /// The value as written.
    pub value: String,
    /// How it compares; `None` when it states no target.
    pub comparator: Option<Comparator>,
    /// The lower number, in the plain unit.
    pub low: Option<String>,
    /// The upper number, in the plain unit.
    pub high: Option<String>,
    /// The condition it stands under.
    pub condition: Option<Arc<str>>,
    /// 责任单位.
    pub owner: Option<String>,
    /// Where it stands.
    pub place: Place,
    /// Whether the plan's file holds only a part of its document.
    pub is_excerpt: bool,
}

/// The records of all plans, in the order of the files and of the places in them.
#[must_use]
pub fn records(model: &Model) -> Vec<Record> {
    // What is exported is what was asked for, and not the plans it was held against.
    let plans = model.plans().filter(|(_, plan)| !plan.reference_only);
    plans
        .flat_map(|(id, plan)| {
            model.statements(id).map(|(_, statement)| record(model, &plan.title, statement))
        })
        .collect()
}

fn record(model: &Model, plan: &Arc<str>, statement: &Statement) -> Record {
    let quantity = statement.quantity.as_ref();
    // A converted value is listed in the unit it is printed in: the value and its bounds never speak of two.
    let counted = statement.unit.as_ref().filter(|unit| unit.counted.is_some());
    let number = |number: Option<Decimal>| {
        let printed = |number| match counted {
            Some(_) => in_printed_unit(number, statement),
            None => number,
        };
        number.map(|number| printed(number).normalize().to_string())
    };
    let region = statement.region.map(|id| Arc::clone(&model.catalogue.region_of(id).name));
    Record {
        plan: Arc::clone(plan),
        region,
        scope: statement.measure.scope.map(|id| Arc::clone(model.scope(id))),
        indicator: model.printed_name(statement).to_owned(),
        class: statement.class,
        unit: counted
            .map(|unit| unit.words().into())
            .or_else(|| statement.unit.as_ref().map(|unit| Arc::clone(&unit.name))),
        basis: statement.measure.basis,
        year: statement.year,
        role: ValueRole::of(statement),
        value: model.phrase(statement).to_owned(),
        comparator: quantity.map(|quantity| quantity.comparator),
        low: number(quantity.and_then(|quantity| quantity.low)),
        high: number(quantity.and_then(|quantity| quantity.high)),
        condition: quantity.and_then(|quantity| quantity.condition.clone()),
        owner: owner(model, statement),
        place: model.sources.home(model.place(statement)),
        is_excerpt: model.plan(statement.plan).is_excerpt,
    }
}

/// The 责任单位 of the row a value stands in.
pub(super) fn owner(model: &Model, statement: &Statement) -> Option<String> {
    let Origin::Table(_) = statement.origin else { return None };
    let table = model.tree(statement.file)?.tables.get(statement.at.0 as usize)?;
    let row = table.rows.get(statement.at.1 as usize)?;
    let cell = table.cell(row, table.column(&ColumnKind::Owner)?);
    let words = model.words(statement.file, cell);
    (!words.is_empty()).then(|| words.to_owned())
}
