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
    // What an excerpt leaves blank may be said in what it leaves out.
    if model.plan(plan).is_excerpt {
        return;
    }
    let lacks = |row: &TargetRow, _: &Table| row.class_cell.is_none();
    for found in lacking(model, plan, lacks) {
        // Without the column the whole table is at fault, with it only the rows.
        let column = found.table.column(&ColumnKind::Class);
        let case = if column.is_some() { "cells" } else { "column" };
        drafts.push(found.draft(model, plan, case));
    }
}
