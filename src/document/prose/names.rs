//! All names of indicators and regions that a document may use, prepared to be found in running text.

use std::{collections::HashMap, sync::Arc};

use aho_corasick::{AhoCorasick, MatchKind};

use crate::{
    catalogue::{Catalogue, KnownName, NameKey, split_printed_unit},
    quantity::{Unit, UnitDimension},
    text::fold_full_width,
};

use super::figures::figures_of_stretch;

/// Characters that a name has at most: the words of a sentence are held against each of them, and nobody writes longer ones.
pub(super) const LONGEST: usize = 128;

/// Names that end at one byte of a text, on average and at most.
// A choice that bounds memory: a real sentence holds far fewer names than characters.
const OVERLAPPING: usize = 2;

/// Names prepared for search: those that every document may use, and those that one adds.
#[derive(Clone, Debug)]
pub struct Names {
    known: Arc<SharedNames>,
    own: Indicators,
}

/// What every document may use.
#[derive(Debug)]
struct SharedNames {
    indicators: Indicators,
    regions: Option<AhoCorasick>,
    region_names: Vec<Arc<str>>,
}

/// Names of indicators, in the order of their keys; no key stands twice.
#[derive(Clone, Debug, Default)]
struct Indicators {
    entries: Vec<NameEntry>,
    /// Which entries hold a pair of adjacent characters, in order.
    by_pair: HashMap<(char, char), Vec<u32>>,
    exact: Option<AhoCorasick>,
}

/// A name in plain text.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameOccurrence<'a> {
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The name.
    pub entry: &'a NameEntry,
}

/// One name or alias.
#[derive(Clone, Debug)]
pub(super) struct NameEntry {
    /// As a table writes it.
    pub words: Arc<str>,
    /// As it is compared.
    pub key: String,
    /// The characters of the key that carry meaning.
    pub core: Vec<char>,
    /// Whether it holds what reads as a value.
    pub holds_value: bool,
    /// In what its indicator is measured, when a unit says so.
    pub measure: Option<UnitDimension>,
}

impl Names {
    /// The names of the catalogue and of its built-in rows.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut region_names: Vec<Arc<str>> = catalogue.region_names().map(Arc::from).collect();
        region_names.sort();
        region_names.dedup();
        let regions = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(region_names.iter().map(|name| &**name))
            .ok();
        let indicators = Indicators::of(catalogue.known_names().iter().map(NameEntry::known));
        let known = SharedNames { indicators, regions, region_names };
        Self { known: Arc::new(known), own: Indicators::default() }
    }

    /// The same with `further` ones that a document's own tables print.
    #[must_use]
    pub fn with<'a>(&self, further: impl IntoIterator<Item = &'a str>) -> Self {
        let unknown = |entry: &NameEntry| self.known.indicators.with_key(&entry.key).is_none();
        // Brackets and joints do not count in a core, so a name may be twice as long as its core; longer
        // ones are not even prepared.
        let short = |name: &&str| name.chars().nth(2 * LONGEST).is_none();
        let own = further.into_iter().filter(short).map(NameEntry::further).filter(unknown);
        Self { known: Arc::clone(&self.known), own: Indicators::of(own) }
    }

    /// The names that hold any of the pairs of characters.
    pub(super) fn holding(&self, pairs: impl Iterator<Item = (char, char)>) -> Vec<&NameEntry> {
        let pairs: Vec<(char, char)> = pairs.collect();
        let parts = [&self.known.indicators, &self.own];
        parts.into_iter().flat_map(|indicators| indicators.holding(&pairs)).collect()
    }

    /// Where names stand in plain text, those inside others included, in order.
    pub(super) fn found_in(&self, text: &str) -> Vec<NameOccurrence<'_>> {
        let mut found = Vec::new();
        self.known.indicators.found_in(text, &mut found);
        self.own.found_in(text, &mut found);
        found.sort_unstable_by_key(|found| (found.start, found.end));
        found
    }

    /// The name with these words.
    pub(super) fn named(&self, words: &str) -> Option<&NameEntry> {
        let key = NameKey::spelt(words).0;
        self.known.indicators.with_key(&key).or_else(|| self.own.with_key(&key))
    }

    /// The regions named in plain text, in order.
    pub(super) fn regions_in(&self, text: &str) -> Vec<(usize, usize, Arc<str>)> {
        let found = self.known.regions.iter().flat_map(|regions| regions.find_iter(text));
        found
            .filter_map(|found| {
                let name = self.known.region_names.get(found.pattern().as_usize())?;
                Some((found.start(), found.end(), Arc::clone(name)))
            })
            .collect()
    }
}

impl Indicators {
    fn of(entries: impl Iterator<Item = NameEntry>) -> Self {
        let mut entries: Vec<NameEntry> =
            // A single character has no pair to be found by.
            entries.filter(|entry| (2..=LONGEST).contains(&entry.core.len())).collect();
        entries.sort_by(|one, other| one.key.cmp(&other.key));
        entries.dedup_by(|one, other| one.key == other.key);
        let mut by_pair: HashMap<(char, char), Vec<u32>> = HashMap::new();
        for (at, entry) in (0_u32..).zip(&entries) {
            for pair in adjacent_pairs(&entry.core) {
                let holders = by_pair.entry(pair).or_default();
                if holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
        }
        // All matches are wanted here, so not the longest alone as for regions: which name is meant only
        // the value's noun decides.
        let exact = AhoCorasick::new(entries.iter().map(|entry| &entry.key)).ok();
        Self { exact: exact.filter(|_| !entries.is_empty()), entries, by_pair }
    }

    fn with_key(&self, key: &str) -> Option<&NameEntry> {
        let at = self.entries.binary_search_by(|entry| entry.key.as_str().cmp(key)).ok()?;
        self.entries.get(at)
    }

    fn holding(&self, pairs: &[(char, char)]) -> Vec<&NameEntry> {
        let holders = pairs.iter().filter_map(|pair| self.by_pair.get(pair));
        let mut holders: Vec<u32> = holders.flatten().copied().collect();
        // The order of the keys again, so that of names that fit alike the same is taken whatever order a
        // hash map has.
        holders.sort_unstable();
        holders.dedup();
        holders.into_iter().filter_map(|at| self.entries.get(at as usize)).collect()
    }

    fn found_in<'a>(&'a self, text: &str, found: &mut Vec<NameOccurrence<'a>>) {
        let matches = self.exact.iter().flat_map(|exact| exact.find_overlapping_iter(text));
        // A text that is made so that names overlap everywhere cannot fill the memory.
        let matches = matches.take(text.len() * OVERLAPPING);
        found.extend(matches.filter_map(|found| {
            let entry = self.entries.get(found.pattern().as_usize())?;
            Some(NameOccurrence { start: found.start(), end: found.end(), entry })
        }));
    }
}

impl NameEntry {
    fn known(name: &KnownName) -> Self {
        let measure = name.unit.as_ref().map(Unit::measure);
        Self::new(Arc::clone(&name.words), measure)
    }

    fn further(name: &str) -> Self {
        let unit = split_printed_unit(name).map(|(_, unit)| unit);
        let words: Arc<str> = name.trim_start_matches(['*', '＊']).trim().into();
        Self::new(words, unit.as_ref().map(Unit::measure))
    }

    fn new(words: Arc<str>, measure: Option<UnitDimension>) -> Self {
        let key = NameKey::spelt(&words).0;
        let holds_value = !figures_of_stretch(&fold_full_width(&words), 0, "").is_empty();
        Self { core: core(&key), words, key, holds_value, measure }
    }
}

/// The characters of plain text that carry meaning: without brackets and what only joins words.
pub(super) fn core(plain: &str) -> Vec<char> {
    let joins = |c: &char| {
        matches!(c, '的' | '、' | '(' | ')' | '和' | '与' | '及' | '了' | ',' | '。' | ':')
    };
    plain.chars().filter(|c| !joins(c)).collect()
}

/// 全覆盖 stands for 覆盖 in the names of rates.
pub(super) fn with_plain_coverage(text: &str) -> String {
    text.replace("全覆盖", "覆盖").replace("连片覆盖", "覆盖")
}

/// The pairs of adjacent characters.
pub(super) fn adjacent_pairs(core: &[char]) -> impl Iterator<Item = (char, char)> {
    core.iter().copied().zip(core.iter().copied().skip(1))
}

#[cfg(test)]
mod tests {
    use crate::catalogue::Tiers;

    use super::*;

    #[test]
    fn a_document_adds_its_names_to_those_of_all() {
        let names = Names::of(&Catalogue::read(std::iter::empty(), Tiers::default()));
        let more = names.with(["本表自设指数（%）", "常住人口城镇化率（%）", "本表自设指数"]);
        assert!(Arc::ptr_eq(&names.known, &more.known));
        let keys = |names: &Names, of: &str| -> Vec<String> {
            let found = names.holding(adjacent_pairs(&core(of)));
            found.iter().filter(|entry| entry.key == of).map(|entry| entry.key.clone()).collect()
        };
        assert_eq!(keys(&more, "常住人口城镇化率"), ["常住人口城镇化率"]);
        assert_eq!(keys(&more, "本表自设指数"), ["本表自设指数"]);
        assert_eq!(keys(&names, "本表自设指数"), [""; 0]);
        // A name as long as a book is held against no sentence.
        let long = "本表自设".repeat(8_000);
        let more = names.with([long.as_str()]);
        assert_eq!(more.own.entries.len(), 0);
    }
}
