//! The settings while a text settles them, with the places of what it settles.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{rulebook::RuleSheets, text::Span};

use super::{
    ConfigProblemKind, Expected, Settings, number,
    table::{Problems, TomlEntry, span_of_entry},
};

/// Where a text settles what: the place of each key, `levels.RULE` for a rule and `override.N` for the Nth override.
pub type Places = BTreeMap<String, Span>;

/// The settings so far, and what was wrong.
pub(super) struct SettingsReader<'s> {
    /// What is settled so far.
    pub(super) settings: &'s mut Settings,
    /// What was wrong.
    pub(super) problems: Problems,
    /// What was settled where.
    pub(super) places: Places,
    /// The rules there are.
    pub(super) sheets: &'s RuleSheets,
}

impl<'s> SettingsReader<'s> {
    /// One that changes `settings`.
    pub(super) fn new(settings: &'s mut Settings, sheets: &'s RuleSheets) -> Self {
        Self { settings, problems: Problems::default(), places: Places::new(), sheets }
    }

    /// Puts a value that could be read where it belongs.
    pub(super) fn settle<T>(&mut self, value: Option<T>, at: fn(&mut Settings) -> &mut T) {
        if let Some(value) = value {
            *at(self.settings) = value;
        }
    }

    /// One of the `known` words.
    pub(super) fn word<T>(
        &mut self,
        entry: &TomlEntry<'_>,
        known: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.problems.word(entry, known, read)
    }

    /// Bytes, bare or with a unit.
    pub(super) fn size(&mut self, entry: &TomlEntry<'_>) -> Option<u64> {
        // `max-file-size = 1000000` is no text in TOML and still what somebody means.
        let value = entry.get_ref();
        let written =
            value.as_str().or_else(|| value.as_integer().map(toml::de::DeInteger::as_str));
        let size = written.and_then(number::size);
        if size.is_none() {
            self.problems.expected(entry, Expected::Size);
        }
        size
    }

    /// At least one name, each once.
    pub(super) fn names(&mut self, entry: &TomlEntry<'_>) -> Option<Vec<Arc<str>>> {
        let names = self.any_names(entry)?;
        if names.is_empty() {
            self.problems.expected(entry, Expected::Names);
            return None;
        }
        Some(names)
    }

    /// Names, each once, or none.
    pub(super) fn any_names(&mut self, entry: &TomlEntry<'_>) -> Option<Vec<Arc<str>>> {
        let Some(list) = entry.get_ref().as_array() else {
            self.problems.expected(entry, Expected::Names);
            return None;
        };
        let mut names: Vec<Arc<str>> = Vec::new();
        let mut seen = BTreeSet::new();
        for name in list {
            let Some(text) = self.problems.text(name) else { continue };
            if !seen.insert(text) {
                self.problems.push(span_of_entry(name), ConfigProblemKind::Twice(text.to_owned()));
            }
            names.push(text.into());
        }
        Some(names)
    }
}
