//! All names of indicators and regions that a document may use, prepared to be found in running text.

use std::{collections::HashMap, sync::Arc};

use aho_corasick::{AhoCorasick, MatchKind};

use crate::{
    catalogue::{Catalogue, KnownName, NameKey, printed_unit},
    quantity::Unit,
};

use super::figures::figures;
use super::lexicon::{self, Measure};

/// Names prepared for search.
#[derive(Debug)]
pub struct Names {
    pub(super) entries: Vec<Entry>,
    /// Which entries hold a pair of adjacent characters, in order.
    pub(super) by_pair: HashMap<(char, char), Vec<u32>>,
    exact: Option<AhoCorasick>,
    regions: Option<AhoCorasick>,
    region_names: Vec<Arc<str>>,
}

/// One name or alias.
#[derive(Debug)]
pub(super) struct Entry {
    /// As a table writes it.
    pub words: Arc<str>,
    /// As it is compared.
    pub key: String,
    /// The same with 覆盖 for 全覆盖.
    pub covered: String,
    /// The characters of the key that carry meaning.
    pub core: Vec<char>,
    /// Whether it holds what reads as a value.
    pub holds_value: bool,
    /// In what its indicator is measured, when a unit says so.
    pub measure: Option<Measure>,
}

impl Names {
    /// The names of the catalogue, of its built-in rows, and `further` ones that the document's own tables print.
    #[must_use]
    pub fn of<'a>(catalogue: &Catalogue, further: impl IntoIterator<Item = &'a str>) -> Self {
        let mut entries: Vec<Entry> = catalogue.known_names().iter().map(Entry::known).collect();
        entries.extend(further.into_iter().map(Entry::further));
        entries.retain(|entry| entry.core.len() > 1);
        entries.sort_by(|one, other| one.key.cmp(&other.key));
        entries.dedup_by(|one, other| one.key == other.key);
        let mut by_pair: HashMap<(char, char), Vec<u32>> = HashMap::new();
        for (at, entry) in (0_u32..).zip(&entries) {
            for pair in pairs(&entry.core) {
                let holders = by_pair.entry(pair).or_default();
                if holders.last() != Some(&at) {
                    holders.push(at);
                }
            }
        }
        let mut region_names: Vec<Arc<str>> = catalogue.region_names().map(Arc::from).collect();
        region_names.sort();
        region_names.dedup();
        Self {
            exact: AhoCorasick::new(entries.iter().map(|entry| &entry.key)).ok(),
            regions: AhoCorasick::builder()
                .match_kind(MatchKind::LeftmostLongest)
                .build(region_names.iter().map(|name| &**name))
                .ok(),
            entries,
            by_pair,
            region_names,
        }
    }

    /// Where names that hold a value stand in plain text: it is none of the clause.
    pub(super) fn with_values(&self, text: &str) -> Vec<(usize, usize)> {
        let Some(exact) = &self.exact else { return Vec::new() };
        let numbered = |at: usize| self.entries.get(at).is_some_and(|entry| entry.holds_value);
        let found = exact
            .find_overlapping_iter(text)
            .filter(|found| numbered(found.pattern().as_usize()))
            .map(|found| (found.start(), found.end()));
        let mut found: Vec<(usize, usize)> = found.collect();
        found.sort_unstable();
        found
    }

    /// The regions named in plain text, in order.
    pub(super) fn regions_in(&self, text: &str) -> Vec<(usize, usize, Arc<str>)> {
        let found = self.regions.iter().flat_map(|regions| regions.find_iter(text));
        found
            .filter_map(|found| {
                let name = self.region_names.get(found.pattern().as_usize())?;
                Some((found.start(), found.end(), Arc::clone(name)))
            })
            .collect()
    }
}

impl Entry {
    fn known(name: &KnownName) -> Self {
        let measure = name.unit.as_ref().and_then(measure);
        Self::new(Arc::clone(&name.words), measure)
    }

    fn further(name: &str) -> Self {
        let unit = printed_unit(name).map(|(_, unit)| unit);
        let words: Arc<str> = name.trim_start_matches(['*', '＊']).trim().into();
        Self::new(words, unit.as_ref().and_then(measure))
    }

    fn new(words: Arc<str>, measure: Option<Measure>) -> Self {
        let key = NameKey::of(&words).0;
        let holds_value = !figures(&key, 0, key.len()).is_empty();
        Self { core: core(&key), covered: covered(&key), words, key, holds_value, measure }
    }
}

/// What the values of a unit measure.
fn measure(unit: &Unit) -> Option<Measure> {
    if &*unit.name == ":1" {
        return Some(Measure::Bare);
    }
    let plain = unit.name.split('/').next().unwrap_or_default();
    lexicon::unit(plain).filter(|(word, _)| *word == plain).map(|(_, measure)| measure)
}

/// The characters of plain text that carry meaning: without brackets and what only joins words.
pub(super) fn core(plain: &str) -> Vec<char> {
    let joins = |c: &char| {
        matches!(c, '的' | '、' | '(' | ')' | '和' | '与' | '及' | '了' | ',' | '。' | ':')
    };
    plain.chars().filter(|c| !joins(c)).collect()
}

/// 全覆盖 stands for 覆盖 in the names of rates.
pub(super) fn covered(text: &str) -> String {
    text.replace("全覆盖", "覆盖").replace("连片覆盖", "覆盖")
}

/// The pairs of adjacent characters.
pub(super) fn pairs(core: &[char]) -> impl Iterator<Item = (char, char)> {
    core.iter().copied().zip(core.iter().copied().skip(1))
}
