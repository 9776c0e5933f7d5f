//! All sheets of a program, found by the rule's name or by its Chinese title.

use std::collections::BTreeMap;

use crate::finding::{Confidence, Level};

use super::Sheet;

/// The sheets of all rules by name.
#[derive(Clone, Debug, Default)]
pub struct RuleSheets {
    by_name: BTreeMap<&'static str, Sheet>,
}

impl FromIterator<(&'static str, Sheet)> for RuleSheets {
    fn from_iter<T: IntoIterator<Item = (&'static str, Sheet)>>(sheets: T) -> Self {
        Self { by_name: sheets.into_iter().collect() }
    }
}

impl RuleSheets {
    /// The sheet of the rule `name`.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Sheet> {
        self.by_name.get(name)
    }

    /// All rules with their sheets, in the order of their names.
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Sheet)> {
        self.by_name.iter().map(|(name, sheet)| (*name, sheet))
    }

    /// The name of the rule that is written as `written`: its name, or its title in either language.
    #[must_use]
    pub fn named(&self, written: &str) -> Option<&'static str> {
        // Names first: a title could be the name of another rule.
        if let Some((name, _)) = self.by_name.get_key_value(written) {
            return Some(name);
        }
        let titled = |sheet: &Sheet| sheet.zh.title == written || sheet.en.title == written;
        self.iter().find(|(_, sheet)| titled(sheet)).map(|(name, _)| name)
    }

    /// The level of a case of a rule before anybody's settings: what its sheet says, and what rests on an inference is never an
    /// error.
    #[must_use]
    pub fn level(&self, rule: &str, case: &str, confidence: Confidence) -> Level {
        let level = self.get(rule).and_then(|sheet| sheet.levels.get(case));
        // A case without a level is a slip in a sheet; the run goes on with the middle one.
        let level = level.copied().unwrap_or(Level::Warning);
        match confidence {
            Confidence::Review => level.min(Level::Warning),
            Confidence::Certain => level,
        }
    }

    /// How many rules there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.by_name.len()
    }

    /// Whether there is no rule.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.by_name.is_empty()
    }
}
