//! Regions by the words plans print: those of the workspace's tables, else those of the built-in register.

use std::{collections::BTreeSet, sync::Arc};

use super::{
    Catalogue, Region, RegionId, WrittenPath,
    builtin::{Division, Register, builtin_register},
};

/// Bytes of a region's name; the likeness of longer ones is not worth its price.
// The likeness of two names takes time in the product of their lengths, once for each of three thousand divisions.
const LONGEST: usize = 120;

impl Catalogue {
    pub(super) fn add_region(&mut self, region: Region) {
        let above = region.parent_written.as_ref().map(|(name, _)| name.clone());
        // The parent belongs to the key: there are two 鼓楼区 in one province.
        if self.region_rows.insert((region.name.clone(), above)) {
            let name = region.name.clone();
            let id = self.push_region(region);
            self.by_region.entry(name).or_default().push(id);
        }
    }

    pub(super) fn push_region(&mut self, region: Region) -> RegionId {
        let id = RegionId(u32::try_from(self.regions.len()).unwrap_or(u32::MAX));
        self.regions.push(region);
        id
    }

    /// A parent is looked up among all regions; a namesake one tier above is preferred.
    pub(super) fn resolve_parents(&mut self) {
        for at in 0..self.regions.len() {
            let Some(region) = self.regions.get(at) else { continue };
            let Some((written, _)) = region.parent_written.clone() else {
                self.complete(at);
                continue;
            };
            let tier = region.tier;
            let path = WrittenPath::of(&written);
            let found = match self.tabled(&path).as_slice() {
                [] => self.registered(&path),
                [one] => Some(*one),
                // Of several namesakes only one of a higher tier can lie above the row.
                several => several.iter().copied().find(|&id| self.region_of(id).tier < tier),
            };
            if let Some(region) = self.regions.get_mut(at) {
                region.parent = found;
            }
        }
    }

    /// A row that says neither tier nor parent, but weights or tags, takes both from the register.
    fn complete(&mut self, at: usize) {
        // Whoever writes a tier means the row as it stands: a row of a made-up county shall not be moved under a
        // real one.
        let unsaid = self.regions.get(at).filter(|region| region.tier.is_none());
        let Some((name, register)) = unsaid.map(|r| r.name.clone()).zip(self.register()) else {
            return;
        };
        if let [only] = register.find(&WrittenPath::of(&name)).as_slice() {
            let tier = self.tiers.read(register.tier(*only));
            let parent = register.above(*only).map(|above| self.enter(register, above));
            if let Some(region) = self.regions.get_mut(at) {
                (region.tier, region.parent) = (tier, parent);
            }
        }
    }

    /// The region that a name, or as much of a path as makes it unique (`徐州市/鼓楼区`), means; `None` when it means none, or
    /// several. A division of the register comes in with those above it.
    pub fn find_region(&mut self, written: &str) -> Option<RegionId> {
        let path = WrittenPath::of(written);
        match self.tabled(&path).as_slice() {
            // The register only where no table knows the name: rows of the workspace may rename or move a division.
            [] => self.registered(&path),
            [one] => Some(*one),
            _ => None,
        }
    }

    /// As much of the paths as a plan has to write, for every region that written words may mean.
    #[must_use]
    pub fn candidates(&self, written: &str) -> Vec<String> {
        let path = WrittenPath::of(written);
        let tabled = self.tabled(&path);
        let step = |name: &str, above: Option<&str>| match above {
            Some(above) => format!("{above}/{name}"),
            None => name.to_owned(),
        };
        if !tabled.is_empty() {
            let above = |id: RegionId| self.line(id).nth(1).map(|id| &*self.region_of(id).name);
            return tabled.iter().map(|&id| step(path.name, above(id))).collect();
        }
        let Some(register) = self.register() else { return Vec::new() };
        let above = |division| register.above(division).map(|above| register.name(above));
        let found = register.find(&path).into_iter();
        found.map(|division| step(path.name, above(division))).collect()
    }

    /// The paths of all regions that have `part` in their names, in order; those of the register where no table knows the name.
    #[must_use]
    pub fn regions_with(&self, part: &str) -> Vec<String> {
        let own = self.regions.iter().map(|region| &*region.name);
        let registered =
            self.register().into_iter().flat_map(Register::names).map(|name| -> &str { name });
        let small = part.to_lowercase();
        let names = own.chain(registered).filter(|name| name.to_lowercase().contains(&small));
        let names: BTreeSet<&str> = names.collect();
        names.into_iter().flat_map(|name| self.candidates(name)).collect()
    }

    /// The regions of the workspace's tables that a written path fits.
    fn tabled(&self, path: &WrittenPath) -> Vec<RegionId> {
        let namesakes = self.by_region.get(path.name).into_iter().flatten().copied();
        let way_up = |id| self.line(id).skip(1).map(|id| &*self.region_of(id).name);
        namesakes.filter(|&id| path.fits(way_up(id))).collect()
    }

    /// The built-in register, where regions stand at the usual levels.
    pub(super) fn register(&self) -> Option<&'static Register> {
        // With other levels, Länder and Kreise, its divisions would have no place among them.
        ["省", "市", "县"].iter().all(|tier| self.tiers.read(tier).is_some()).then(builtin_register)
    }

    /// Whether the built-in register counts, so that a name it does not have is worth a word.
    #[must_use]
    pub fn register_is_in_use(&self) -> bool {
        self.register().is_some()
    }

    fn registered(&mut self, path: &WrittenPath) -> Option<RegionId> {
        let register = self.register()?;
        match register.find(path).as_slice() {
            [only] => Some(self.enter(register, *only)),
            _ => None,
        }
    }

    /// A division as a region of this run, with those above it; a row of the workspace goes before the register's.
    fn enter(&mut self, register: &Register, division: Division) -> RegionId {
        if let Some(&known) = self.entered.get(&division) {
            return known;
        }
        let tier = self.tiers.read(register.tier(division));
        let name = register.name(division);
        let rows = self.by_region.get(name).into_iter().flatten();
        // A row of the same name and tier is taken for the division, so that a region never stands twice in one line
        // upwards.
        if let Some(&own) = rows.into_iter().find(|&&id| self.region_of(id).tier == tier) {
            return own;
        }
        let parent = register.above(division).map(|above| self.enter(register, above));
        let id = self.push_region(Region {
            name: name.into(),
            tier,
            tier_word: None,
            parent,
            code: Some(register.code(division).into()),
            tags: Vec::new(),
            weights: Vec::new(),
            place: None,
            parent_written: None,
        });
        self.entered.insert(division, id);
        id
    }

    /// What the tier of a region is called: the word of its table, else the first name of the tier.
    #[must_use]
    pub fn tier_word<'a>(&'a self, region: &'a Region) -> Option<&'a Arc<str>> {
        region.tier_word.as_ref().or_else(|| self.tiers.name(region.tier?))
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
    // A table of strangers may name a region as its own grandparent; what goes in circles is told elsewhere, and
    // here only must end.
    pub const DEEPEST: usize = 64;

    /// A region and those above it, nearest first; at most [`Self::DEEPEST`] in all, so that a loop ends, too.
    pub fn line(&self, region: RegionId) -> impl Iterator<Item = RegionId> {
        std::iter::successors(Some(region), |&id| self.region_of(id).parent).take(Self::DEEPEST)
    }

    /// How many names [`Self::nearest_region`] looks at.
    #[must_use]
    pub fn known_regions(&self) -> usize {
        self.regions.len() + self.register().map_or(0, Register::len)
    }

    /// The known region name closest to `written`, when one is close.
    #[must_use]
    pub fn nearest_region(&self, written: &str) -> Option<Arc<str>> {
        let own = self.regions.iter().map(|region| &*region.name);
        let registered =
            self.register().into_iter().flat_map(Register::names).map(|name| -> &str { name });
        let short = |name: &&str| name.len() <= LONGEST && written.len() <= LONGEST;
        own.chain(registered)
            .filter(short)
            .map(|name| (strsim::normalized_levenshtein(name, written), name))
            // Half of the letters: 德青县 finds 德清县. Less would offer names that only share 县.
            .filter(|(likeness, _)| *likeness >= 0.5)
            // Of equal likeness the first in the alphabet, so that the hint does not depend on the order of the
            // files.
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.cmp(a.1)))
            .map(|(_, name)| name.into())
    }
}
