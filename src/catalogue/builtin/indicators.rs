//! The built-in catalogue of indicators: read once, when the first name asks for it.

use std::{
    collections::{BTreeSet, HashMap},
    sync::LazyLock,
};

use crate::{
    syntax::{TableKind, parse},
    text::{FileId, Source},
};

use super::super::{
    Defined, NameKey, Tiers,
    indicator_table::{IndicatorRow, read_indicator_row},
};

/// The table, in the plan language.
const TEXT: &str = include_str!("indicators.plan");

/// All rows with what their names lead to.
pub struct BuiltinIndicators {
    rows: Vec<IndicatorRow>,
    /// The names and aliases of each row.
    keys: Vec<Vec<NameKey>>,
    by_key: HashMap<NameKey, usize>,
    /// 易混, in both directions.
    confusable: Vec<BTreeSet<usize>>,
}

/// The rows of the built-in catalogue.
#[must_use]
pub fn builtin_indicator_rows() -> &'static BuiltinIndicators {
    static ROWS: LazyLock<BuiltinIndicators> = LazyLock::new(|| BuiltinIndicators::read(TEXT));
    &ROWS
}

impl BuiltinIndicators {
    fn read(text: &str) -> Self {
        // In the plan language, read as any workspace's table is: a row can be copied out, changed and put into a
        // workspace.
        let (source, tree, tiers) = (Source::new("", text), parse(text), Tiers::default());
        let tables = tree.tables.iter().filter(|table| table.kind == TableKind::Catalogue);
        let rows: Vec<IndicatorRow> = tables
            .flat_map(|table| table.rows.iter().map(move |row| (table, row)))
            .filter_map(|(table, row)| read_indicator_row(table, row, FileId(0), &source, &tiers))
            .map(|mut row| {
                row.indicator.defined = Defined::BuiltIn;
                row
            })
            .collect();
        let keys: Vec<Vec<NameKey>> = rows.iter().map(indicator_name_keys).collect();
        let numbered = (0..).zip(&keys);
        let by_key: HashMap<NameKey, usize> =
            numbered.flat_map(|(at, keys)| keys.iter().map(move |key| (key.clone(), at))).collect();
        let confusable = confusable(&rows, &by_key);
        Self { rows, keys, by_key, confusable }
    }

    /// The row that a name or an alias stands in.
    #[must_use]
    pub fn of_name(&self, key: &NameKey) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// A row by its number.
    #[must_use]
    pub fn row(&self, at: usize) -> Option<&IndicatorRow> {
        self.rows.get(at)
    }

    /// The names and aliases of a row.
    pub fn keys(&self, at: usize) -> impl Iterator<Item = &NameKey> {
        self.keys.get(at).into_iter().flatten()
    }

    /// The canonical names of the indicators easily confused with that of a row.
    pub fn confusable(&self, at: usize) -> impl Iterator<Item = &NameKey> {
        let others = self.confusable.get(at).into_iter().flatten();
        others.filter_map(|&other| self.rows.get(other).map(|row| &row.indicator.key))
    }

    /// All rows, in the order of the table.
    pub fn iter(&self) -> impl Iterator<Item = &IndicatorRow> {
        self.rows.iter()
    }
}

fn indicator_name_keys(row: &IndicatorRow) -> Vec<NameKey> {
    let aliases = row.indicator.other_names().map(|name| NameKey::of(name));
    std::iter::once(row.indicator.key.clone()).chain(aliases).collect()
}

fn confusable(rows: &[IndicatorRow], by_key: &HashMap<NameKey, usize>) -> Vec<BTreeSet<usize>> {
    let mut pairs = vec![BTreeSet::new(); rows.len()];
    for (at, row) in (0..).zip(rows) {
        for other in row.confusable.iter().filter_map(|name| by_key.get(&NameKey::of(name))) {
            // One mention suffices; the table need not keep both sides in step.
            for (one, two) in [(at, *other), (*other, at)] {
                if let Some(known) = pairs.get_mut(one) {
                    known.insert(two);
                }
            }
        }
    }
    pairs
}
