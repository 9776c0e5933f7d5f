//! What is known before the prose is read: names, the plan's region with those below it, and its period.

use std::sync::Arc;

use crate::catalogue::Catalogue;

use super::names::Names;

/// What is known of a document when its prose is read.
#[derive(Clone, Debug)]
pub struct ProseSetting<'a> {
    /// The names to look for.
    pub names: &'a Names,
    /// The plan's own region.
    pub region: Option<Arc<str>>,
    /// The regions above it, nearest first.
    pub above: Vec<Arc<str>>,
    /// The names of the regions below it.
    pub below: Vec<Arc<str>>,
    /// The first and last year of the plan.
    pub period: Option<(i32, i32)>,
}

/// How a region stands to the plan's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kin {
    /// It is the plan's own.
    Own,
    /// It lies below.
    Below,
    /// It is another.
    Other,
}

impl<'a> ProseSetting<'a> {
    /// The setting of a plan of `region`, by name or path; `None` when nobody knows the region.
    #[must_use]
    pub fn of(
        names: &'a Names,
        catalogue: &Catalogue,
        region: Option<&str>,
        period: Option<(i32, i32)>,
    ) -> Self {
        let mut book = catalogue.regions_only();
        let own = region.and_then(|region| book.find_region(region));
        let name_of = |book: &Catalogue, id| Arc::clone(&book.region_of(id).name);
        let above = own.map_or_else(Vec::new, |own| {
            book.line(own).skip(1).map(|id| name_of(&book, id)).collect()
        });
        let own_name = own.map(|own| name_of(&book, own));
        let known: Vec<Arc<str>> = catalogue.region_names().map(Arc::from).collect();
        let is_below = |name: &Arc<str>| {
            let path = own_name.as_ref().map(|own| format!("{own}/{name}"));
            let id = path.and_then(|path| book.find_region(&path));
            id.is_some_and(|id| {
                own.is_some_and(|own| book.line(id).skip(1).any(|above| above == own))
            })
        };
        let mut below: Vec<Arc<str>> = known.into_iter().filter(is_below).collect();
        below.sort();
        below.dedup();
        Self { names, region: own_name, above, below, period }
    }

    /// How a region named in the prose stands to the plan's own.
    #[must_use]
    pub fn kin(&self, name: &str) -> Kin {
        if self.region.as_deref() == Some(name) {
            Kin::Own
        } else if self.below.iter().any(|below| **below == *name) {
            Kin::Below
        } else {
            Kin::Other
        }
    }

    /// The region below whose name without 县, 市 or 区 the words begin with.
    #[must_use]
    pub fn below_by_stem(&self, words: &str) -> Option<&Arc<str>> {
        // A stem of one character (乾 of 乾县) begins too many words.
        self.below.iter().find(|name| {
            let stem = name.trim_end_matches(['县', '市', '区']);
            stem.chars().count() > 1 && words.starts_with(stem)
        })
    }

    /// The region above that 全国, 全省 or 全市 means, when it is none of the plan's own.
    #[must_use]
    pub fn whole(&self, word: &str) -> Option<&Arc<str>> {
        let ending = word.chars().last()?;
        let is_it =
            |name: &&Arc<str>| name.ends_with(ending) || ending == '省' && name.ends_with("自治区");
        self.above.iter().find(is_it)
    }
}
