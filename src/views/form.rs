//! A 对照表 to fill in: the values of a plan beside those of the regions above it.

use std::collections::HashMap;

use crate::{
    catalogue::{IndicatorId, RegionId},
    engine::World,
    model::{Model, Plan, PlanId, Role, ScopeId, Statement},
    syntax::{Class, Column, ColumnKind, Row, Table, TableKind},
    text::{FileId, Span},
};

/// Plans beside each other, each part as a plan prints it, and room for what is to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ComparisonForm {
    /// The plans, the lowest first; each has the same columns.
    pub plans: Vec<FormPlan>,
    /// The heads of the columns with values.
    pub heads: Vec<String>,
    /// The indicators; none in a blank form.
    pub rows: Vec<FormRow>,
}

/// The head of a plan; what is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormPlan {
    /// 地区.
    pub region: String,
    /// The title without 《》.
    pub title: String,
    /// 规划期.
    pub period: String,
    /// 主题.
    pub topic: String,
}

/// One indicator of the first plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormRow {
    /// What it stands under.
    pub group: String,
    /// Its printed number.
    pub number: String,
    /// Its name with the unit in brackets, where the plan prints it so.
    pub indicator: String,
    /// 单位, where the plan has a column for it.
    pub unit: String,
    /// 属性.
    pub class: String,
    /// Its values in the order of the heads.
    pub values: Vec<String>,
    /// What the plans above state of it, in the order of the plans; shorter where they are not known.
    pub above: Vec<FormValues>,
    /// 说明.
    pub note: String,
}

/// What one plan above states of an indicator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormValues {
    /// Its values in the order of the heads, each with its unit where that is not the unit of the row.
    pub values: Vec<String>,
    /// 属性.
    pub class: Option<Class>,
}

/// The regions above that a blank form has room for.
// A county's city and province; a blank form does not know how many there are.
const ABOVE: usize = 2;

/// The form with the rows of one plan, and beside them what the plans above state, or room for it where a region has none.
#[must_use]
pub fn form_of_plan(world: &World, id: PlanId) -> ComparisonForm {
    let model = &world.model;
    let plan = model.plan(id);
    let own = form_plan_head(model, plan);
    let blank = |region: String| FormPlan {
        region,
        title: String::new(),
        period: own.period.clone(),
        topic: own.topic.clone(),
    };
    let name = |region: RegionId| model.catalogue.region_of(region).name.to_string();
    let regions = plan.region.into_iter().flat_map(|region| model.catalogue.line(region).skip(1));
    let with_plans = regions.map(|region| {
        let mut parents = world.forest.parents(id).iter();
        let known = parents.find(|parents| parents.region == region);
        (region, known.map_or(&[][..], |known| &known.plans))
    });
    let mut parents: Vec<(RegionId, &[PlanId])> = with_plans.collect();
    // Who names the plans above has named all there are; room for others would only make the sheet wider.
    if parents.iter().any(|(_, plans)| !plans.is_empty()) {
        parents.retain(|(_, plans)| !plans.is_empty());
    }
    let head = |(region, plans): &(RegionId, &[PlanId])| match plans.first() {
        Some(&parent) => form_plan_head(model, model.plan(parent)),
        None => blank(name(*region)),
    };
    let mut above: Vec<FormPlan> = parents.iter().map(head).collect();
    if plan.region.is_none() {
        above.resize(ABOVE, blank(String::new()));
    }
    let stated: Vec<StatedAbove> =
        parents.iter().map(|(_, plans)| StatedAbove::of(model, plans)).collect();
    let (heads, rows) = rows_of_form(model, id, &stated);
    ComparisonForm { plans: std::iter::once(own).chain(above).collect(), heads, rows }
}

/// A form for any plan of the five years from `start`.
#[must_use]
pub fn blank_form(heads: [String; 2], start: i32) -> ComparisonForm {
    let plan = FormPlan { period: format!("{start}-{}", start + 4), ..FormPlan::default() };
    ComparisonForm { plans: vec![plan; ABOVE + 1], heads: heads.into(), rows: Vec::new() }
}

fn form_plan_head(model: &Model, plan: &Plan) -> FormPlan {
    let region = plan.region.map(|id| model.catalogue.region_of(id).name.to_string());
    let written = || plan.region_written.as_ref().map(|(words, _)| words.to_string());
    let period = plan.period.map(|period| format!("{}-{}", period.start, period.end));
    FormPlan {
        region: region.or_else(written).unwrap_or_default(),
        title: plan.title.to_string(),
        period: period.unwrap_or_default(),
        topic: plan.topic.as_ref().map(ToString::to_string).unwrap_or_default(),
    }
}

/// What the plans of one region state, by what it is of.
struct StatedAbove<'a> {
    model: &'a Model,
    statements: HashMap<ValueKey, &'a Statement>,
}

impl<'a> StatedAbove<'a> {
    fn of(model: &'a Model, plans: &[PlanId]) -> Self {
        let mut statements = HashMap::new();
        // The plan that speaks first is written last, and so are tables, which say a value as it is meant.
        for plan in plans.iter().rev() {
            for in_table in [false, true] {
                let stated = model.statements(*plan).map(|(_, statement)| statement);
                let stated = stated.filter(|one| one.in_table() == in_table);
                let own = stated.filter(|one| one.region == model.plan(*plan).region);
                statements.extend(own.filter_map(|one| Some((value_key(one)?, one))));
            }
        }
        Self { model, statements }
    }

    /// What stands beside the values of a row.
    fn beside(&self, row: &[Option<&Statement>]) -> FormValues {
        let other = |own: &Statement| self.statements.get(&value_key(own)?).copied();
        let others: Vec<_> = row.iter().map(|own| Some(((*own)?, other((*own)?)?))).collect();
        // A class without a target would ask for one that the plan may state in other words.
        let targets = others.iter().flatten().filter(|(own, _)| own.role == Role::Target);
        let class = targets.filter_map(|(_, other)| other.class).next();
        let values = others.iter().map(|both| match both {
            Some((own, other)) => {
                let words = self.model.phrase(other);
                let unit = other.unit.as_ref().filter(|unit| own.unit.as_ref() != Some(unit));
                let bare = words.chars().all(|c| c.is_ascii_digit() || "., -≥≤＞＜<>=".contains(c));
                let unit = unit.filter(|_| bare).map_or("", |unit| &*unit.name);
                format!("{words}{unit}")
            }
            None => String::new(),
        });
        FormValues { values: values.collect(), class }
    }
}

/// The indicator and the part of the region that a value is of, its year, and whether it is a target.
// By the name and not by what is compared: 全覆盖 beside a number of schools belongs into the row, too.
type ValueKey = (IndicatorId, Option<ScopeId>, i32, bool);

/// What a value of a table is of; nothing for figures of others.
fn value_key(statement: &Statement) -> Option<ValueKey> {
    let is_target = match statement.role {
        Role::Target => true,
        Role::Observed | Role::Estimate => false,
        Role::Projection | Role::Citation | Role::Reserve => return None,
    };
    Some((statement.indicator, statement.measure.scope, statement.year, is_target))
}

/// The columns with values of all indicator tables of a plan, and their rows with what stands above.
fn rows_of_form(
    model: &Model,
    id: PlanId,
    above: &[StatedAbove<'_>],
) -> (Vec<String>, Vec<FormRow>) {
    let file: FileId = model.plan(id).file;
    let mut own: HashMap<Span, &Statement> = HashMap::new();
    for (_, statement) in model.statements(id).filter(|(_, statement)| statement.in_table()) {
        own.entry(statement.cell).or_insert(statement);
    }
    let tables = || {
        let tables = model.tree(file).into_iter().flat_map(|tree| &tree.tables);
        tables.filter(|table| table.kind == TableKind::Targets)
    };
    let mut kinds: Vec<&ColumnKind> = Vec::new();
    let mut heads = Vec::new();
    for column in
        tables().flat_map(|table| &table.columns).filter(|column| column_holds_values(column))
    {
        // Several tables of one plan often have the same years, each under a head of its own wording.
        if !kinds.contains(&&column.kind) {
            kinds.push(&column.kind);
            heads.push(model.words(file, column.span).to_owned());
        }
    }
    let line = |table: &Table, row: &Row| {
        let cell = |kind: &ColumnKind| {
            let column = table.column(kind)?;
            Some(model.words(file, table.cell(row, column)).to_owned())
        };
        let words = |kind: &ColumnKind| cell(kind).unwrap_or_default();
        let stated = |kind: &&ColumnKind| {
            let span = table.cell(row, table.column(kind)?);
            own.get(&span).copied()
        };
        let stated: Vec<Option<&Statement>> = kinds.iter().map(stated).collect();
        FormRow {
            group: row.group.map(|span| model.words(file, span).to_owned()).unwrap_or_default(),
            number: words(&ColumnKind::Number),
            indicator: words(&ColumnKind::Indicator),
            unit: words(&ColumnKind::Unit),
            class: words(&ColumnKind::Class),
            values: kinds.iter().map(|kind| words(kind)).collect(),
            above: above.iter().map(|above| above.beside(&stated)).collect(),
            note: words(&ColumnKind::Note),
        }
    };
    let lines = tables().flat_map(|table| table.rows.iter().map(move |row| line(table, row)));
    let rows = lines.filter(|row| !row.indicator.is_empty()).collect();
    (heads, rows)
}

fn column_holds_values(column: &Column) -> bool {
    column.kind.holds_values()
}
