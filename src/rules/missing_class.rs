//! Target rows that do not say whether they are binding.

use crate::{
    finding::Drafts,
    model::{PlanId, TargetRow},
    rulebook::{Context, lacking},
    syntax::{ColumnKind, Table},
};

/// Reports once a table that it has no column for the class, or which rows leave it blank.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    // An excerpt may have left the column out.
    let is_excerpt = model.plan(plan).is_excerpt;
    let lacks = |row: &TargetRow, table: &Table| {
        row.class_cell.is_none() && !(is_excerpt && table.column(&ColumnKind::Class).is_none())
    };
    for found in lacking(model, plan, lacks) {
        // Without the column the whole table is at fault, with it only the rows.
        let column = found.table.column(&ColumnKind::Class);
        let case = if column.is_some() { "cells" } else { "column" };
        drafts.push(found.draft(model, plan, case));
    }
}
