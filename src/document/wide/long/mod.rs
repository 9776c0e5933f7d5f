//! Long tables, as `planlint export` writes them: one value a row.

mod allocated;
mod place;
mod prose_table;
mod record;
mod targets;

use std::collections::BTreeMap;

use crate::{
    document::{
        Document, Grid, Imported,
        compose::{Composed, ComposedWords},
        years::Years,
    },
    syntax::FieldKey,
};

use record::{LongColumn, LongRecord, Sort};

/// Where the columns of a long table stand.
#[derive(Debug)]
pub(super) struct LongLayout {
    columns: BTreeMap<LongColumn, usize>,
}

impl LongLayout {
    /// Finds the columns in the first row of a table; `None` when it is no long table.
    pub(super) fn find(text: &str, grid: &Grid) -> Option<Self> {
        let heads = grid.row(0).iter().enumerate();
        // From the right, so that of two columns with the same head the first stays.
        let columns: BTreeMap<LongColumn, usize> = heads
            .rev()
            .filter_map(|(at, cell)| Some((LongColumn::of(cell.span.of(text))?, at)))
            .collect();
        // Without the plan's name nobody knows whose values these are, and without a year which column
        // they belong to.
        let needed = [LongColumn::Plan, LongColumn::Indicator, LongColumn::Year, LongColumn::Value];
        needed.iter().all(|key| columns.contains_key(key)).then_some(Self { columns })
    }

    /// The plans, in the order in which their titles first stand in the table.
    pub(super) fn plans<'a>(
        &self,
        document: &'a Document,
        grid: &Grid,
    ) -> impl Iterator<Item = Imported> + use<'a> {
        let mut order: BTreeMap<String, usize> = BTreeMap::new();
        let mut plans: Vec<Vec<LongRecord>> = Vec::new();
        for row in 1..grid.height() {
            let record = LongRecord::read(&document.text, grid.row(row), &self.columns);
            if record.is_blank() {
                continue;
            }
            let next = plans.len();
            let at = *order.entry(record.title().to_owned()).or_insert(next);
            match plans.get_mut(at) {
                Some(plan) => plan.push(record),
                None => plans.push(vec![record]),
            }
        }
        plans.into_iter().map(|records| plan_of_records(document, &records))
    }
}

fn plan_of_records(document: &Document, records: &[LongRecord]) -> Imported {
    let title = records.first().map(|record| record.piece(LongColumn::Plan)).unwrap_or_default();
    let region = region_of_records(records);
    let mut composed = Composed::begin(&document.text, &title);
    composed.field(FieldKey::Region, &region);
    let years = Years::of(&title.words);
    if let Some(Years { start, end }) = years {
        composed
            .field(FieldKey::Period, &ComposedWords { words: format!("{start}-{end}"), ..title });
    }
    let of = |sort: Sort| -> Vec<&LongRecord> {
        records.iter().filter(|record| record.sort() == sort).collect()
    };
    targets::write_target_records(&of(Sort::Target), &region.words, &mut composed);
    allocated::write_allocations(&of(Sort::Allocated), &mut composed);
    prose_table::write_prose_records(
        &of(Sort::Said),
        &prose_table::prose(&region.words, years),
        &mut composed,
    );
    prose_table::write_prose_records(
        &of(Sort::Cited),
        &prose_table::citations_table(),
        &mut composed,
    );
    composed.finish(&document.parts)
}

/// The region that most of a plan's own values are of; the first of several.
fn region_of_records(records: &[LongRecord]) -> ComposedWords {
    let own = || records.iter().filter(|record| matches!(record.sort(), Sort::Target | Sort::Said));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for record in own() {
        *counts.entry(record.words(LongColumn::Region)).or_default() += 1;
    }
    counts.remove("");
    // Most of them, because a record may name a region that the plan only mentions.
    let most = counts.values().max().copied();
    let found = own().find(|record| counts.get(record.words(LongColumn::Region)).copied() == most);
    found
        .filter(|_| most.is_some())
        .map(|record| record.piece(LongColumn::Region))
        .unwrap_or_default()
}
