//! From 行政区划 tables to regions.

use std::sync::Arc;

use crate::{
    quantity::{Decimal, read_unit},
    syntax::{ColumnKind, Row, Table},
    text::{FileId, Place, Source, Span},
};

use super::{Region, Tiers, Weight};

/// Reads one row of a regions table; `None` when it names no region. Parents are resolved later.
pub fn read_region_row(
    table: &Table,
    row: &Row,
    file: FileId,
    source: &Source,
    tiers: &Tiers,
) -> Option<Region> {
    let span = |kind: ColumnKind| table.column(&kind).map(|column| table.cell(row, column));
    let words = |span: Option<Span>| span.map_or("", |span| source.slice(span).trim());
    let name_span = span(ColumnKind::Region)?;
    let name = words(Some(name_span));
    if name.is_empty() {
        return None;
    }
    let parent = span(ColumnKind::Parent);
    let parent_name = words(parent);
    let (tier, tier_word) = tiers.read_with_word(words(span(ColumnKind::Tier)));
    Some(Region {
        name: name.into(),
        // Parents are left open: the row of a parent may stand below its children's, or in another file.
        tier,
        tier_word,
        parent: None,
        code: Some(words(span(ColumnKind::Code))).filter(|code| !code.is_empty()).map(Arc::from),
        tags: tags(words(span(ColumnKind::Tags))),
        weights: weights(table, row, source),
        place: Some(Place::new(file, name_span)),
        parent_written: parent
            .filter(|_| !is_nothing(parent_name))
            .map(|span| (parent_name.into(), Place::new(file, span))),
    })
}

/// A cell that says there is no parent.
fn is_nothing(cell: &str) -> bool {
    cell.chars().all(|character| matches!(character, '-' | '—' | '–'))
}

fn tags(cell: &str) -> Vec<Arc<str>> {
    cell.split(['、', ',', '，', ';', '；'])
        .map(str::trim)
        .filter(|tag| !tag.is_empty())
        .map(Arc::from)
        .collect()
}

/// The printed weights, in the plain unit: 54.8568 of a column in 万人 are 548 568 人.
fn weights(table: &Table, row: &Row, source: &Source) -> Vec<Weight> {
    let weight = |(at, column): (usize, &crate::syntax::Column)| {
        let ColumnKind::Weight { name, unit, year } = &column.kind else { return None };
        // Weights are plain numbers: a weight with 左右 could not be multiplied by, and is left out like one that is
        // missing.
        let printed = source.slice(table.cell(row, at)).trim().replace(',', "");
        let value: Decimal = printed.parse().ok()?;
        let factor = read_unit(unit).map_or(Decimal::ONE, |unit| unit.factor);
        let value = value.checked_mul(factor)?;
        Some(Weight { name: name.as_str().into(), year: *year, value })
    };
    table.columns.iter().enumerate().filter_map(weight).collect()
}
