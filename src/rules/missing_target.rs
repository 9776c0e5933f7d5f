//! A row without a value for the plan's target year.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, Place, Subject},
    model::{Model, PlanId, Statement, TargetRow},
    quantity::ReadingKind,
    rulebook::{
        Context, RowFacts, ValueTheme, is_whole_row, stated_row, tell_row, theme_of_row,
        themes_elsewhere,
    },
    syntax::{Class, Table},
};

/// Reports rows that break off, rows without a target, and once a table that it has no column for one.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let Some(year) = model.plan(plan).target_year() else { return };
    let in_prose = themes_elsewhere(model, plan, |said| said.year >= year && !said.is_past());
    let mut tables = HashSet::new();
    for (_, row) in model.rows(plan).filter(|(_, row)| is_whole_row(model, row)) {
        // A row that breaks off gets no other finding: its name may be a heading, and its cells another
        // row's.
        if row.breaks_off {
            drafts.push(draft(model, "breaks-off", row, model.row_place(row), year));
            continue;
        }
        match gap_of_row(model, row, year, &in_prose) {
            Some(RowGap::Cell(place)) => {
                let binding = row.class == Some(Class::Binding);
                let case = if binding { "binding" } else { "other" };
                drafts.push(draft(model, case, row, place, year));
            }
            Some(RowGap::Column(table)) if tables.insert(row.at.0) => {
                drafts.push(without_column(model, row, table, year));
            }
            Some(RowGap::Column(_)) | None => {}
        }
    }
}

/// What a row lacks.
enum RowGap<'a> {
    /// The value in a cell for the target year.
    Cell(Place),
    /// Its table's column for the target year.
    Column(&'a Table),
}

/// A row that states a target for a later year or for the whole period lacks nothing, nor does one whose target stands in the prose.
fn gap_of_row<'a>(
    model: &'a Model,
    row: &TargetRow,
    year: i32,
    in_prose: &HashSet<ValueTheme>,
) -> Option<RowGap<'a>> {
    let cells = model.row_statements(row).map(|(_, said)| said);
    let (past, promises): (Vec<&Statement>, Vec<&Statement>) =
        cells.partition(|said| said.is_past());
    // A later year, or a sum of the period, says where the indicator shall go as well.
    let said = |cell: &&Statement| cell.kind != ReadingKind::Absent && cell.year >= year;
    // A table that tells for the last year only what was reached lacks its targets; one of the time before sets none.
    let none = promises.is_empty() && !past.iter().any(|cell| cell.year == year);
    if none || promises.iter().any(said) || in_prose.contains(&theme_of_row(row)) {
        return None;
    }
    match promises.iter().find(|cell| cell.year == year) {
        Some(cell) => Some(RowGap::Cell(model.phrase_place(cell))),
        None => model.tree(row.file)?.tables.get(row.at.0 as usize).map(RowGap::Column),
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct MissingTargetFacts {
    row: RowFacts,
}

fn draft(model: &Model, case: &'static str, row: &TargetRow, place: Place, year: i32) -> Draft {
    Draft::new(case, subject_of_row_year(model, row, year), place)
        .compares(Compared::alone(stated_row(model, row)))
        .tells(MissingTargetFacts { row: tell_row(model, row) })
        .binding(row.class == Some(Class::Binding))
}

fn without_column(model: &Model, row: &TargetRow, table: &Table, year: i32) -> Draft {
    let title = model.words(row.file, table.title.unwrap_or(table.keyword));
    let other = Some(title.into());
    let subject = Subject { indicator: None, other, ..subject_of_row_year(model, row, year) };
    Draft::new("no-column", subject, Place::new(row.file, table.keyword))
}

fn subject_of_row_year(model: &Model, row: &TargetRow, year: i32) -> Subject {
    let plan = model.plan(row.plan);
    let region = row.region.or(plan.region);
    Subject {
        plan: Some(plan.title.clone()),
        region: region.map(|id| model.catalogue.region_of(id).name.clone()),
        indicator: Some(row.printed.clone()),
        year: Some(year),
        other: None,
    }
}
