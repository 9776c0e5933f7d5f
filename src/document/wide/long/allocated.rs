//! Records of numbers issued to the regions below: the table 分解表.

use std::collections::BTreeMap;

use crate::{
    document::compose::{Composed, ComposedWords, column_under_usual_head},
    syntax::{ColumnKind, TableKind},
    text::Span,
};

use super::record::{LongColumn, LongRecord};

/// One row: an indicator and a year, and what each region shall reach.
struct LongAllocationRow<'a> {
    first: &'a LongRecord,
    span: Span,
    values: BTreeMap<usize, &'a LongRecord>,
}

/// Writes the records as one 分解表; no table without records.
pub(super) fn write_allocations(records: &[&LongRecord], composed: &mut Composed) {
    let mut heads: Vec<(ColumnKind, ComposedWords)> = Vec::new();
    let mut known: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines: Vec<LongAllocationRow> = Vec::new();
    for record in records {
        let region = record.words(LongColumn::Region);
        let column = *known.entry(region).or_insert_with(|| {
            heads.push(column_of_region(record));
            heads.len() - 1
        });
        let same =
            |key: LongColumn, line: &LongAllocationRow| line.first.words(key) == record.words(key);
        let keys = [LongColumn::Indicator, LongColumn::Year];
        // Only the row before is asked: `export` writes the records of one row together, and the same
        // indicator and year further down is a row of its own in the plan.
        match lines.last_mut().filter(|line| keys.iter().all(|key| same(*key, line))) {
            Some(line) if !line.values.contains_key(&column) => {
                line.values.insert(column, record);
                line.span = line.span.to(record.span);
            }
            _ => {
                let values = BTreeMap::from([(column, *record)]);
                lines.push(LongAllocationRow { first: record, span: record.span, values });
            }
        }
    }
    if !lines.is_empty() {
        write_allocation_table(heads, &lines, composed);
    }
}

/// The column of a region; that of what is kept back where no region is named.
fn column_of_region(record: &LongRecord) -> (ColumnKind, ComposedWords) {
    let region = record.piece(LongColumn::Region);
    if region.words.is_empty() {
        column_under_usual_head(TableKind::Allocations, ColumnKind::Reserve)
    } else {
        (ColumnKind::Child, region)
    }
}

fn write_allocation_table(
    heads: Vec<(ColumnKind, ComposedWords)>,
    lines: &[LongAllocationRow],
    composed: &mut Composed,
) {
    let fixed = [ColumnKind::Indicator, ColumnKind::When];
    let fixed = fixed.map(|kind| column_under_usual_head(TableKind::Allocations, kind));
    let width = heads.len();
    let columns = fixed.into_iter().chain(heads).collect();
    composed.table(TableKind::Allocations, None, columns);
    for line in lines {
        let mut cells = vec![line.first.indicator(), line.first.piece(LongColumn::Year)];
        let value = |column: usize| line.values.get(&column).map(|r| r.piece(LongColumn::Value));
        cells.extend((0..width).map(|column| value(column).unwrap_or_default()));
        composed.row(line.span, None, &cells);
    }
}
