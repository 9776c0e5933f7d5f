//! Rows of one indicator table that all lack the same thing, told once a table.

use crate::{
    finding::{Compared, Draft, Place, Subject},
    model::{Model, PlanId, TargetRow},
    quantity::ReadingKind,
    syntax::Table,
};

use super::{
    rows::is_whole_row,
    telling::tell_plan,
    telling_names::{NamesFacts, PlanNamesFacts},
};

/// The rows of one table that lack the same thing; at least one.
#[derive(Clone, Debug)]
pub struct Lacking<'a> {
    /// Their table.
    pub table: &'a Table,
    /// The rows, in order.
    pub rows: Vec<&'a TargetRow>,
}

/// The rows with a readable target that lack something, table by table.
pub fn lacking<'a>(
    model: &'a Model,
    plan: PlanId,
    lacks: impl Fn(&TargetRow, &Table) -> bool,
) -> Vec<Lacking<'a>> {
    let mut found: Vec<Lacking> = Vec::new();
    for (_, row) in model.rows(plan) {
        let table = model.tree(row.file).and_then(|tree| tree.tables.get(row.at.0 as usize));
        let Some(table) =
            table.filter(|table| is_whole_target_row(model, row) && lacks(row, table))
        else {
            continue;
        };
        // Told once a table: thirty rows without a unit are one slip, and thirty findings would hide the
        // others.
        match found.last_mut().filter(|last| std::ptr::eq(last.table, table)) {
            Some(last) => last.rows.push(row),
            None => found.push(Lacking { table, rows: vec![row] }),
        }
    }
    found
}

/// Whether a row is all there and states a target.
fn is_whole_target_row(model: &Model, row: &TargetRow) -> bool {
    // A row that breaks off, or has no target, is a finding of its own; what else it lacks is no news.
    let states = |kind| kind == ReadingKind::Targets;
    !row.breaks_off
        && is_whole_row(model, row)
        && model.row_statements(row).any(|(_, said)| !said.is_past() && states(said.kind))
}

impl Lacking<'_> {
    /// A draft that lists the rows: at the table's head when the whole column is missing, else at the first row's name.
    #[must_use]
    pub fn draft(&self, model: &Model, plan: PlanId, case: &'static str) -> Draft {
        let head = model.plan(plan);
        let place = match self.rows.first() {
            // Where the whole column is missing no row is at fault; the head is where it would be added.
            Some(row) if case != "column" => model.row_place(row),
            _ => Place::new(head.file, self.table.keyword),
        };
        let listed = NamesFacts::of(self.rows.iter().map(|row| &*row.printed));
        Draft::new(case, self.subject(model, plan), place)
            .compares(Compared::counted(self.rows.len()))
            .tells(PlanNamesFacts { of: tell_plan(model, plan), listed })
    }

    /// The plan and the table.
    fn subject(&self, model: &Model, plan: PlanId) -> Subject {
        let head = model.plan(plan);
        let title = model.words(head.file, self.table.title.unwrap_or(self.table.keyword));
        Subject {
            plan: Some(head.title.clone()),
            region: head.region.map(|id| model.catalogue.region_of(id).name.clone()),
            other: Some(title.into()),
            ..Subject::default()
        }
    }
}
