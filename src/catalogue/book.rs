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
    Indicator, IndicatorId, NameKey, Region, RegionId, Tiers, indicator_table, name::printed_unit,
    region_table,
};

/// Bytes of a region's name; the likeness of longer ones is not worth its price.
const LONGEST_REGION: usize = 120;

/// Every indicator and region of a run.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The levels of government.
    pub tiers: Tiers,
    indicators: Vec<Indicator>,
    by_key: HashMap<NameKey, IndicatorId>,
    /// Printed names seen so far: each spelling is taken apart once.
    by_printed: HashMap<Arc<str>, Printed>,
    regions: Vec<Region>,
    by_region: HashMap<Arc<str>, Vec<RegionId>>,
    /// Names with the parents written beside them: a row that stands twice counts once.
    region_rows: HashSet<(Arc<str>, Option<Arc<str>>)>,
}

/// A printed name taken apart.
#[derive(Clone, Debug)]
pub struct Printed {
    /// The indicator it means.
    pub indicator: IndicatorId,
    /// The name without unit and footnote mark.
    pub name: Arc<str>,
    /// The unit in its last bracket.
    pub unit: Option<Unit>,
}

/// What a region's words mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionLookup {
    /// One region.
    Found(RegionId),
    /// Several regions of that name.
    Ambiguous(Vec<RegionId>),
    /// None.
    Unknown,
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
                        indicator_table::read_row(table, row, file, source, &book.tiers)
                    })),
                    TableKind::Regions => {
                        for row in &table.rows {
                            let region =
                                region_table::read_row(table, row, file, source, &book.tiers);
                            region.into_iter().for_each(|region| book.add_region(region));
                        }
                    }
                    _ => {}
                }
            }
        }
        book.add_indicators(rows);
        book.resolve_parents();
        book
    }

    fn add_indicators(&mut self, rows: Vec<indicator_table::IndicatorRow>) {
        let mut named = Vec::with_capacity(rows.len());
        for row in rows {
            let id = self.add(row.indicator);
            for alias in &row.aliases {
                self.by_key.entry(NameKey::of(alias)).or_insert(id);
            }
            named.push((id, row.coverage, row.confusable));
        }
        for (id, coverage, confusable) in named {
            let coverage = coverage.map(|name| self.intern(&name, None).indicator);
            let confusable: Vec<_> =
                confusable.iter().map(|name| self.intern(name, None).indicator).collect();
            for &other in &confusable {
                if let Some(indicator) = self.indicators.get_mut(other.0 as usize) {
                    indicator.confusable.push(id);
                }
            }
            if let Some(indicator) = self.indicators.get_mut(id.0 as usize) {
                indicator.coverage = coverage;
                indicator.confusable.extend(confusable);
            }
        }
        for indicator in &mut self.indicators {
            indicator.confusable.sort_unstable();
            indicator.confusable.dedup();
        }
    }

    fn add(&mut self, indicator: Indicator) -> IndicatorId {
        if let Some(&known) = self.by_key.get(&indicator.key) {
            return known;
        }
        let id = IndicatorId(u32::try_from(self.indicators.len()).unwrap_or(u32::MAX));
        self.by_key.insert(indicator.key.clone(), id);
        self.indicators.push(indicator);
        id
    }

    fn add_region(&mut self, region: Region) {
        let above = region.parent_written.as_ref().map(|(name, _)| name.clone());
        if self.region_rows.insert((region.name.clone(), above)) {
            let id = RegionId(u32::try_from(self.regions.len()).unwrap_or(u32::MAX));
            self.by_region.entry(region.name.clone()).or_default().push(id);
            self.regions.push(region);
        }
    }

    /// A parent is looked up among all regions; a namesake one tier above is preferred.
    fn resolve_parents(&mut self) {
        for at in 0..self.regions.len() {
            let Some(region) = self.regions.get(at) else { continue };
            let Some((written, _)) = &region.parent_written else { continue };
            let found = match self.region(written) {
                RegionLookup::Found(id) => Some(id),
                RegionLookup::Ambiguous(ids) => {
                    ids.into_iter().find(|&id| self.region_of(id).tier < region.tier)
                }
                RegionLookup::Unknown => None,
            };
            if let Some(region) = self.regions.get_mut(at) {
                region.parent = found;
            }
        }
    }

    /// A printed name taken apart; the indicator is added when nobody defines it.
    pub fn intern(&mut self, printed: &str, unit_cell: Option<&Unit>) -> &Printed {
        if !self.by_printed.contains_key(printed) {
            let (name, unit) = match printed_unit(printed) {
                Some((name, unit)) => (name, Some(unit)),
                None => (printed, None),
            };
            let name = name.trim_start_matches(['*', '＊']).trim().into();
            let indicator = match self.by_key.get(&NameKey::of(printed)) {
                Some(&known) => known,
                None => self.add(indicator_table::undefined(printed, unit_cell.cloned())),
            };
            self.by_printed.insert(printed.into(), Printed { indicator, name, unit });
        }
        &self.by_printed[printed]
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

    /// The region that a name, or as much of a path as makes it unique (`徐州市/鼓楼区`), means.
    #[must_use]
    pub fn region(&self, written: &str) -> RegionLookup {
        let mut steps = written.split('/').map(str::trim).rev();
        let name = steps.next().unwrap_or_default();
        let above: Vec<&str> = steps.collect();
        let Some(namesakes) = self.by_region.get(name) else { return RegionLookup::Unknown };
        let fits = |id: &RegionId| {
            let mut line = self.line(*id).skip(1).map(|id| &*self.region_of(id).name);
            above.iter().all(|step| line.any(|name| name == *step))
        };
        let found: Vec<_> = namesakes.iter().copied().filter(fits).collect();
        match found.as_slice() {
            [] => RegionLookup::Unknown,
            [one] => RegionLookup::Found(*one),
            _ => RegionLookup::Ambiguous(found),
        }
    }

    /// The region of an id of this catalogue.
    #[must_use]
    pub fn region_of(&self, id: RegionId) -> &Region {
        &self.regions[id.0 as usize]
    }

    /// All regions with their ids, in order.
    pub fn regions(&self) -> impl Iterator<Item = (RegionId, &Region)> {
        (0..).map(RegionId).zip(&self.regions)
    }

    /// How many levels of regions are followed upwards: more than any country has, and few enough to walk for every region.
    pub const DEEPEST: usize = 64;

    /// A region and those above it, nearest first; at most [`Self::DEEPEST`] in all, so that a loop ends, too.
    pub fn line(&self, region: RegionId) -> impl Iterator<Item = RegionId> {
        std::iter::successors(Some(region), |&id| self.region_of(id).parent).take(Self::DEEPEST)
    }

    /// How many regions there are.
    #[must_use]
    pub fn region_count(&self) -> usize {
        self.regions.len()
    }

    /// The known region name closest to `written`, when one is close.
    #[must_use]
    pub fn nearest_region(&self, written: &str) -> Option<&Arc<str>> {
        let short = |name: &str| name.len() <= LONGEST_REGION;
        let regions = self.regions.iter().filter(|region| short(written) && short(&region.name));
        regions
            .map(|region| (strsim::normalized_levenshtein(&region.name, written), &region.name))
            .filter(|(likeness, _)| *likeness >= 0.5)
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
            .map(|(_, name)| name)
    }
}
