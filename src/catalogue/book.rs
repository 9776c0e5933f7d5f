//! The book of names: every indicator and region of a run, looked up by what plans print.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
};

use crate::{
    quantity::Unit,
    syntax::{TableKind, Tree},
    text::{FileId, Source},
};

use super::{
    Indicator, IndicatorId, NameKey, Region, RegionId, Tiers,
    builtin::{self, Division},
    indicator_table,
    name::split_printed_unit,
    region_table,
};

/// Every indicator and region of a run.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The levels of government.
    pub tiers: Tiers,
    pub(super) indicators: Vec<Indicator>,
    pub(super) by_key: HashMap<NameKey, IndicatorId>,
    /// The units that numbers of an indicator are counted in besides its own: the first of each kind that a plan prints.
    counted: HashMap<IndicatorId, Vec<Unit>>,
    /// Printed names seen so far: each spelling is taken apart once.
    by_printed: HashMap<Arc<str>, PrintedName>,
    pub(super) regions: Vec<Region>,
    /// The regions of the workspace's tables; those of the built-in register are found by their divisions.
    pub(super) by_region: HashMap<Arc<str>, Vec<RegionId>>,
    /// Names with the parents written beside them: a row that stands twice counts once.
    pub(super) region_rows: HashSet<(Arc<str>, Option<Arc<str>>)>,
    /// The divisions of the register that a plan or a table names, with those above them.
    pub(super) entered: HashMap<Division, RegionId>,
}

/// A printed name taken apart.
#[derive(Clone, Debug)]
pub struct PrintedName {
    /// The indicator it means.
    pub indicator: IndicatorId,
    /// The name without unit and footnote mark.
    pub name: Arc<str>,
    /// The unit in its last bracket.
    pub unit: Option<Unit>,
}

impl Catalogue {
    /// Reads the catalogue and regions tables of all files, in the order of the files; the first row of a name counts.
    #[must_use]
    pub fn read<'a>(
        files: impl Iterator<Item = (FileId, &'a Source, &'a Tree)>,
        tiers: Tiers,
    ) -> Self {
        let mut book = Self { tiers, ..Self::default() };
        let mut rows = Vec::new();
        for (file, source, tree) in files {
            for table in &tree.tables {
                match table.kind {
                    TableKind::Catalogue => rows.extend(table.rows.iter().filter_map(|row| {
                        indicator_table::read_indicator_row(table, row, file, source, &book.tiers)
                    })),
                    TableKind::Regions => {
                        for row in &table.rows {
                            let region = region_table::read_region_row(
                                table,
                                row,
                                file,
                                source,
                                &book.tiers,
                            );
                            region.into_iter().for_each(|region| book.add_region(region));
                        }
                    }
                    _ => {}
                }
            }
        }
        // After all files: 覆盖口径 and 易混 may name an indicator that a later file defines.
        book.add_indicators(rows);
        book.resolve_parents();
        book
    }

    fn add_indicators(&mut self, rows: Vec<indicator_table::IndicatorRow>) {
        let mut named = Vec::with_capacity(rows.len());
        for row in rows {
            let keys: Vec<NameKey> =
                row.indicator.other_names().map(|name| NameKey::of(name)).collect();
            // Of a second row of one name the aliases and what it is easily confused with still count.
            let id = self.add(row.indicator);
            for key in keys {
                self.by_key.entry(key).or_insert(id);
            }
            named.push((id, row.coverage, row.confusable));
        }
        // Once all names are in, or an indicator named here before its own row would come in as one that nobody
        // defines.
        for (id, coverage, confusable) in named {
            let coverage = coverage.map(|name| self.intern(&name, None).indicator);
            let confusable: Vec<_> =
                confusable.iter().map(|name| self.intern(name, None).indicator).collect();
            for &other in &confusable {
                if let Some(indicator) = self.indicators.get_mut(other.0 as usize) {
                    // Said in one row and meant in both.
                    indicator.confusable.push(id);
                }
            }
            if let Some(indicator) = self.indicators.get_mut(id.0 as usize) {
                // The first row counts: a second one that leaves the cell blank must not take it back.
                indicator.coverage = indicator.coverage.or(coverage);
                indicator.confusable.extend(confusable);
            }
        }
        for indicator in &mut self.indicators {
            indicator.confusable.sort_unstable();
            indicator.confusable.dedup();
        }
    }

    pub(super) fn add(&mut self, indicator: Indicator) -> IndicatorId {
        if let Some(&known) = self.by_key.get(&indicator.key) {
            // A further row says how the indicator is meant for the tiers it names, or for all others where it names none.
            if let Some(first) = self.indicators.get_mut(known.0 as usize)
                && (first.tiers.is_some() || indicator.tiers.is_some())
            {
                let tiers = indicator.tiers.unwrap_or_default();
                first.further_relations.push((tiers, indicator.relation));
            }
            return known;
        }
        let id = IndicatorId(u32::try_from(self.indicators.len()).unwrap_or(u32::MAX));
        self.by_key.insert(indicator.key.clone(), id);
        self.indicators.push(indicator);
        id
    }

    /// The same regions without any indicator: for one that looks regions up, which may enter more of them.
    #[must_use]
    pub fn regions_only(&self) -> Self {
        Self {
            tiers: self.tiers.clone(),
            regions: self.regions.clone(),
            by_region: self.by_region.clone(),
            region_rows: self.region_rows.clone(),
            entered: self.entered.clone(),
            ..Self::default()
        }
    }

    /// A printed name taken apart; the indicator is added when nobody defines it.
    pub fn intern(&mut self, printed: &str, unit_cell: Option<&Unit>) -> &PrintedName {
        if !self.by_printed.contains_key(printed) {
            let (name, unit) = match split_printed_unit(printed) {
                Some((name, unit)) => (name, Some(unit)),
                None => (printed, None),
            };
            let name: Arc<str> = name.trim_start_matches(['*', '＊']).trim().into();
            let key = NameKey::of(printed);
            // The workspace goes before what is built in, so that a county can call an indicator as it likes.
            let own = self.by_key.get(&key).copied().or_else(|| self.growth_of_own(&key, &name));
            let known = own.or_else(|| self.built_in(&key));
            let indicator = known.unwrap_or_else(|| {
                self.add(indicator_table::undefined(printed, unit_cell.cloned()))
            });
            self.by_printed.insert(printed.into(), PrintedName { indicator, name, unit });
        }
        &self.by_printed[printed]
    }

    /// The unit in which all numbers of an indicator are counted that can be converted to `unit`.
    pub fn counts_in(&mut self, id: IndicatorId, unit: &Unit) -> Unit {
        let own = self.indicators.get(id.0 as usize).and_then(|indicator| indicator.unit.as_ref());
        let seen = self.counted.entry(id).or_default();
        let known = || own.into_iter().chain(seen.iter());
        // The same unit before one that converts, or numbers of one unit would be converted to the unit of whichever
        // plan was read first.
        let same = known().find(|known| known.name == unit.name);
        if let Some(found) = same.or_else(|| known().find(|known| unit.ratio_to(known).is_some())) {
            return found.clone();
        }
        seen.push(unit.clone());
        unit.clone()
    }

    /// The indicator of the built-in row that holds a name. Where the workspace defines one indicator under a name of that
    /// row, the row's other names mean it; where it tells several apart, a further name means none of them.
    pub(super) fn built_in(&mut self, key: &NameKey) -> Option<IndicatorId> {
        let rows = builtin::builtin_indicator_rows();
        let at = rows.of_name(key)?;
        let mut own = rows.keys(at).filter_map(|key| self.by_key.get(key)).copied();
        if let Some(defined) = own.next() {
            // A workspace that tells 森林覆盖率 and 林木覆盖率 apart has its reasons; a third name of the built-in
            // row may mean either.
            let one = own.all(|other| other == defined);
            return one.then(|| *self.by_key.entry(key.clone()).or_insert(defined));
        }
        let row = rows.row(at)?;
        let mut indicator = row.indicator.clone();
        indicator.tiers = indicator.tiers.map(|tiers| self.tiers.translated(&tiers));
        for (tiers, _) in &mut indicator.further_relations {
            *tiers = self.tiers.translated(tiers);
        }
        indicator.coverage = row.coverage.as_ref().map(|name| self.intern(name, None).indicator);
        indicator.confusable =
            rows.confusable(at).filter_map(|key| self.by_key.get(key)).copied().collect();
        // Only when a plan names it: the built-in table has hundreds of rows, and lists of indicators show those of
        // the run.
        let id = self.add(indicator);
        for key in rows.keys(at) {
            self.by_key.insert(key.clone(), id);
        }
        for other in self.indicator(id).confusable.clone() {
            if let Some(other) = self.indicators.get_mut(other.0 as usize) {
                other.confusable.push(id);
            }
        }
        Some(id)
    }

    /// Takes in every row of the built-in catalogue that the workspace leaves to it.
    pub fn take_in_built_in(&mut self) {
        for row in builtin::builtin_indicator_rows().iter() {
            self.built_in(&row.indicator.key);
        }
    }

    /// The built-in indicators that have come in, in the order of their table.
    pub fn built_in_indicators(&self) -> impl Iterator<Item = &Indicator> {
        let known = |row: &indicator_table::IndicatorRow| self.by_key.get(&row.indicator.key);
        let found = builtin::builtin_indicator_rows()
            .iter()
            .filter_map(known)
            .map(|&id| self.indicator(id));
        found.filter(|indicator| indicator.is_built_in())
    }

    /// The indicator a printed name means, when it is known.
    #[must_use]
    pub fn lookup(&self, printed: &str) -> Option<IndicatorId> {
        self.by_printed
            .get(printed)
            .map(|known| known.indicator)
            .or_else(|| self.by_key.get(&NameKey::of(printed)).copied())
    }

    /// The indicator of an id of this catalogue.
    #[must_use]
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.indicators[id.0 as usize]
    }

    /// All indicators with their ids, in order.
    pub fn indicators(&self) -> impl Iterator<Item = (IndicatorId, &Indicator)> {
        (0..).map(IndicatorId).zip(&self.indicators)
    }
}
