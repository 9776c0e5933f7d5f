//! The levels of government, highest first: data, not code.

use std::sync::Arc;

/// One level of government by its rank; smaller is higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tier(pub u8);

/// The levels in use, highest first, each with the words it is called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tiers {
    names: Vec<Vec<Arc<str>>>,
}

impl Default for Tiers {
    fn default() -> Self {
        let names: [&[&str]; 5] = [
            &["国家", "nation", "全国", "country", "Union"],
            &["省", "province", "全省", "member state"],
            &["市", "city", "全市", "region"],
            &["县", "county", "全县", "district"],
            &["乡镇", "township", "全乡", "municipality"],
        ];
        Self {
            names: names
                .iter()
                .map(|words| words.iter().map(|&word| word.into()).collect())
                .collect(),
        }
    }
}

impl Tiers {
    /// Levels called by one name each, highest first; more than 255 are cut.
    #[must_use]
    pub fn named(names: &[String]) -> Self {
        Self { names: names.iter().take(255).map(|name| vec![name.as_str().into()]).collect() }
    }

    /// The level a word means: its name, or a list item such as `市级`.
    #[must_use]
    pub fn read(&self, word: &str) -> Option<Tier> {
        let word = word.trim();
        // 适用层级 lists say 市级、县级 for the levels that plans call 市 and 县.
        let bare = word.strip_suffix('级').unwrap_or(word);
        self.names
            .iter()
            .position(|names| names.iter().any(|name| bare.eq_ignore_ascii_case(name)))
            .and_then(|rank| u8::try_from(rank).ok())
            .map(Tier)
    }

    /// The level a word means, and the word where it is not the first name of the level: a state of the Union is called one.
    #[must_use]
    pub fn read_with_word(&self, word: &str) -> (Option<Tier>, Option<Arc<str>>) {
        let tier = self.read(word);
        let named = word.trim();
        let usual = named.strip_suffix('级').unwrap_or(named);
        let own = tier.filter(|&tier| self.name(tier).is_some_and(|name| **name != *usual));
        (tier, own.map(|_| named.into()))
    }

    /// Levels of the usual list as those of the same name here; names that are not in use fall out.
    #[must_use]
    pub fn translated(&self, usual: &[Tier]) -> Vec<Tier> {
        let names = Self::default();
        usual.iter().filter_map(|&tier| self.read(names.name(tier)?)).collect()
    }

    /// The first name of a level.
    #[must_use]
    pub fn name(&self, tier: Tier) -> Option<&Arc<str>> {
        self.names.get(usize::from(tier.0)).and_then(|names| names.first())
    }

    /// The names of all levels, highest first.
    pub fn names(&self) -> impl Iterator<Item = &Arc<str>> {
        self.names.iter().filter_map(|names| names.first())
    }
}
