//! Target rows that do not say who answers for them.

use crate::{
    finding::Drafts,
    model::{Model, PlanId, TargetRow},
    rulebook::{Context, lacking},
    syntax::{Class, ColumnKind, PlanKind, Table},
};

/// Reports once a table which rows leave the owner blank, or that binding targets have no column for it.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let head = model.plan(plan);
    let is_outline = head.kind == Some(PlanKind::Outline);
    let lacks = |row: &TargetRow, table: &Table| match table.column(&ColumnKind::Owner) {
        Some(column) => is_cell_blank(model, row, table, column),
        // Indicative targets need nobody to answer for them; a column that is there promises an owner for
        // each row. The outline of a region leaves the division of work to a paper of its own.
        // An excerpt may have left the column out.
        None => !is_outline && !head.is_excerpt && row.class == Some(Class::Binding),
    };
    for found in lacking(model, plan, lacks) {
        let column = found.table.column(&ColumnKind::Owner);
        let case = if column.is_some() { "cells" } else { "column" };
        drafts.push(found.draft(model, plan, case));
    }
}

fn is_cell_blank(model: &Model, row: &TargetRow, table: &Table, column: usize) -> bool {
    let line = table.rows.get(row.at.1 as usize);
    line.is_some_and(|line| model.words(row.file, table.cell(line, column)).is_empty())
}
