//! Everything the catalogue can name, for readers that look for names in running text.

use std::sync::Arc;

use crate::quantity::Unit;

use super::{Catalogue, Indicator, NameKey, builtin};

/// A name or alias, and the indicator it means.
#[derive(Clone, Debug)]
pub struct KnownName {
    /// The name as a table writes it, without unit.
    pub words: Arc<str>,
    /// The unit of the indicator, where somebody says it.
    pub unit: Option<Unit>,
}

impl KnownName {
    fn all(of: &Indicator, meaning: &Indicator) -> impl Iterator<Item = Self> {
        let words = std::iter::once(&of.name).chain(of.other_names());
        words.map(|words| Self { words: Arc::clone(words), unit: meaning.unit.clone() })
    }
}

impl Catalogue {
    /// Every name and alias: those of the workspace, then those of the built-in catalogue that the workspace leaves to it.
    #[must_use]
    pub fn known_names(&self) -> Vec<KnownName> {
        let own = self.indicators().flat_map(|(_, indicator)| KnownName::all(indicator, indicator));
        let mut names: Vec<KnownName> = own.collect();
        let rows = builtin::builtin_indicator_rows();
        for (at, row) in rows.iter().enumerate() {
            let defined = rows.keys(at).filter_map(|key| self.defined(key));
            let mut meanings: Vec<&Indicator> = defined.collect();
            // Several aliases of one row lead to one indicator, and count as one meaning.
            meanings.dedup_by(|one, other| one.key == other.key);
            let meaning = match meanings.as_slice() {
                [] => &row.indicator,
                [one] => one,
                // As above: where the workspace tells several apart, the row's other names mean none of them.
                _ => continue,
            };
            let taken = |name: &KnownName| self.defined(&NameKey::of(&name.words)).is_some();
            names.extend(KnownName::all(&row.indicator, meaning).filter(|name| !taken(name)));
        }
        names
    }

    fn defined(&self, key: &NameKey) -> Option<&Indicator> {
        self.lookup(&key.0).map(|id| self.indicator(id))
    }

    /// The names of the regions of the workspace, then those of the built-in register.
    pub fn region_names(&self) -> impl Iterator<Item = &str> {
        let own = self.regions().map(|(_, region)| &*region.name);
        let registered = self.register().into_iter().flat_map(builtin::Register::names);
        own.chain(registered.map(|name| -> &str { name }))
    }
}
