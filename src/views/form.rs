//! A 对照表 to fill in: the values of a plan beside those of the regions above it.

use crate::{
    catalogue::RegionId,
    model::{Model, Plan, PlanId},
    syntax::{Column, ColumnKind, Row, Table, TableKind},
    text::FileId,
};

/// What is to be filled in, each part as a plan prints it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlankForm {
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
}

/// The regions above that a blank form has room for.
// A county's city and province; a blank form does not know how many there are.
const ABOVE: usize = 2;

/// The form with the rows of one plan and room for the plans of the regions above it.
#[must_use]
pub fn blank_form_of_plan(model: &Model, id: PlanId) -> BlankForm {
    let plan = model.plan(id);
    let own = form_plan_head(model, plan);
    let blank = |region: String| FormPlan {
        region,
        title: String::new(),
        period: own.period.clone(),
        topic: own.topic.clone(),
    };
    let name = |region: RegionId| model.catalogue.region_of(region).name.to_string();
    let mut above: Vec<FormPlan> = plan
        .region
        .into_iter()
        .flat_map(|region| model.catalogue.line(region).skip(1))
        .map(name)
        .map(blank)
        .collect();
    if plan.region.is_none() {
        above.resize(ABOVE, blank(String::new()));
    }
    let (heads, rows) = rows_of_form(model, plan.file);
    BlankForm { plans: std::iter::once(own).chain(above).collect(), heads, rows }
}

/// A form for any plan of the five years from `start`.
#[must_use]
pub fn blank_form(heads: [String; 2], start: i32) -> BlankForm {
    let plan = FormPlan { period: format!("{start}-{}", start + 4), ..FormPlan::default() };
    BlankForm { plans: vec![plan; ABOVE + 1], heads: heads.into(), rows: Vec::new() }
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

/// The columns with values of all indicator tables of a file, and their rows.
fn rows_of_form(model: &Model, file: FileId) -> (Vec<String>, Vec<FormRow>) {
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
        FormRow {
            group: row.group.map(|span| model.words(file, span).to_owned()).unwrap_or_default(),
            number: words(&ColumnKind::Number),
            indicator: words(&ColumnKind::Indicator),
            unit: words(&ColumnKind::Unit),
            class: words(&ColumnKind::Class),
            values: kinds.iter().map(|kind| words(kind)).collect(),
        }
    };
    let lines = tables().flat_map(|table| table.rows.iter().map(move |row| line(table, row)));
    let rows = lines.filter(|row| !row.indicator.is_empty()).collect();
    (heads, rows)
}

fn column_holds_values(column: &Column) -> bool {
    column.kind.holds_values()
}
