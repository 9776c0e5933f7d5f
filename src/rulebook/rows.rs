//! Rows of indicator tables: whether all of a row is there, and what the plan says of the same thing elsewhere.

use std::collections::HashSet;

use crate::{
    catalogue::{IndicatorId, RegionId},
    model::{Model, PlanId, ScopeId, Statement, TargetRow},
    quantity::ReadingKind,
};

/// What a value is of, whatever its year: indicator as named, region, part of the region.
pub type ValueTheme = (IndicatorId, Option<RegionId>, Option<ScopeId>);

/// What a row is about.
#[must_use]
pub fn theme_of_row(row: &TargetRow) -> ValueTheme {
    (row.indicator, row.region, row.scope)
}

/// What the plan gives readable values for outside its tables, among the statements that `keep` keeps.
#[must_use]
pub fn themes_elsewhere(
    model: &Model,
    plan: PlanId,
    keep: impl Fn(&Statement) -> bool,
) -> HashSet<ValueTheme> {
    // A row may leave a year to the prose (到2030年达到…): who asks for it must not say that it is
    // missing.
    model
        .statements(plan)
        .map(|(_, statement)| statement)
        .filter(|said| !said.in_table() && said.kind == ReadingKind::Targets && keep(said))
        .map(|said| (said.indicator, said.region, said.measure.scope))
        .collect()
}

/// Whether a row can be asked for values: it has value columns, and a cell for each column of its table.
#[must_use]
pub fn is_whole_row(model: &Model, row: &TargetRow) -> bool {
    let table = model.tree(row.file).and_then(|tree| tree.tables.get(row.at.0 as usize));
    let cells = |line: &crate::syntax::Row| line.count as usize;
    // With fewer cells than columns nobody knows which are left out, and that is a finding of its own.
    !row.statements.is_empty()
        && table.is_some_and(|table| {
            let line = table.rows.get(row.at.1 as usize);
            line.is_some_and(|line| cells(line) >= table.columns.len())
        })
}
