//! A target row whose numbers stand without a unit.

use crate::{
    catalogue::Indicator,
    finding::Drafts,
    model::{Model, PlanId, TargetRow},
    quantity::Comparator,
    rulebook::{Context, lacking},
    syntax::{ColumnKind, Table},
};

/// Ends of names that count by themselves or have no unit at all.
const UNITLESS: [&str; 11] =
    ["数", "比", "倍差", "得分", "评分", "位次", "排名", "index", "ratio", "score", "rank"];

/// Reports once a table the rows where neither name, unit column nor any phrase prints a unit.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let lacks = |row: &TargetRow, table: &Table| {
        !row.unit_in_name
            && !is_pure(model.catalogue.indicator(row.indicator), &row.printed)
            && unit_cell(model, row, table).is_empty()
            && !says_unit(model, row, table)
            && only_bare_numbers(model, row)
    };
    for found in lacking(model, plan, lacks) {
        drafts.push(found.draft(model, plan, "rows"));
    }
}

/// Whether the indicator is a ratio, an index or a plain count.
fn is_pure(indicator: &Indicator, printed: &str) -> bool {
    match &indicator.unit {
        // Only a unit that is known can say that none is missing.
        Some(unit) if unit.is_known() => matches!(&*unit.name, "倍" | ":1" | "1:"),
        _ => {
            let name = printed.to_lowercase();
            indicator.is_defined() || UNITLESS.iter().any(|end| name.ends_with(end))
        }
    }
}

fn unit_cell<'a>(model: &'a Model, row: &TargetRow, table: &Table) -> &'a str {
    let line = table.rows.get(row.at.1 as usize);
    let cell = line.zip(table.column(&ColumnKind::Unit));
    cell.map_or("", |(line, column)| model.words(row.file, table.cell(line, column)))
}

/// Whether title or notes of the table speak of units, for all of its rows.
fn says_unit(model: &Model, row: &TargetRow, table: &Table) -> bool {
    let words = |span| model.words(row.file, span).to_lowercase();
    table
        .title
        .iter()
        .chain(&table.notes)
        .any(|&span| ["单位", "unit"].iter().any(|word| words(span).contains(word)))
}

/// Whether the row prints numbers, and none with a unit; full coverage needs none.
fn only_bare_numbers(model: &Model, row: &TargetRow) -> bool {
    let quantities = || {
        let said = model.row_statements(row).filter_map(|(_, said)| said.quantity.as_ref());
        said.filter(|quantity| quantity.comparator != Comparator::All)
    };
    // One phrase with its unit tells the unit of the row.
    quantities().all(|quantity| quantity.unit.is_none())
        && quantities().any(|quantity| quantity.low.or(quantity.high).is_some())
}
