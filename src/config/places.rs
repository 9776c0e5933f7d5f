//! `[levels]` and `[[override]]`: levels for rules, everywhere and in some places.

use std::{collections::BTreeSet, sync::Arc};

use toml::Value;

use crate::rulebook::RuleSheets;

use super::{
    ConfigProblemKind, Expected, PathPattern,
    levels::{Caps, LEVEL_WORDS, Override, read_level},
    reader::SettingsReader,
    table::{TomlEntry, nearest_candidate, span_of_entry},
};

/// The keys of an override.
pub(super) const OVERRIDE_KEYS: [&str; 3] = ["paths", "regions", "levels"];

/// Of each of these, an override has at least one.
pub(super) const NEEDED: [&[&str]; 2] = [&["paths", "regions"], &["levels"]];

/// `[levels]`: caps for every place.
pub(super) fn read_level_caps(reader: &mut SettingsReader<'_>, entry: &TomlEntry<'_>) {
    let caps = caps(reader, entry, "levels");
    reader.settings.levels.caps.extend(caps);
}

/// `[[override]]`: caps for some places, after those that are already settled.
pub(super) fn read_overrides(reader: &mut SettingsReader<'_>, entry: &TomlEntry<'_>) {
    let Some(list) = entry.get_ref().as_array() else {
        reader.problems.expected(entry, Expected::Tables);
        return;
    };
    for item in list {
        // Counted with those that are there: a later file goes on with override.3 where an earlier one
        // had two.
        let name = format!("override.{}", reader.settings.levels.overrides.len() + 1);
        if let Some(one) = read_override(reader, item, &name) {
            reader.settings.levels.overrides.push(one);
            reader.places.insert(name, span_of_entry(item));
        }
    }
}

fn read_override(
    reader: &mut SettingsReader<'_>,
    entry: &TomlEntry<'_>,
    name: &str,
) -> Option<Override> {
    let table = reader.problems.table(entry)?;
    let mut one = Override::default();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "paths" => one.paths = patterns(reader, value),
            "regions" => one.regions = reader.names(value).unwrap_or_default(),
            "levels" => one.caps = caps(reader, value, name),
            other => reader.problems.unknown_key(other, span_of_entry(key), &OVERRIDE_KEYS),
        }
    }
    // Told even where another key is wrong: a missing list is the more common slip.
    for keys in NEEDED {
        if !keys.iter().any(|key| table.contains_key(*key)) {
            reader.problems.push(span_of_entry(entry), ConfigProblemKind::Lacking(keys));
        }
    }
    Some(one)
}

fn patterns(reader: &mut SettingsReader<'_>, entry: &TomlEntry<'_>) -> Vec<PathPattern> {
    let Some(list) = entry.get_ref().as_array().filter(|list| !list.is_empty()) else {
        reader.problems.expected(entry, Expected::Names);
        return Vec::new();
    };
    let mut patterns = Vec::new();
    for item in list {
        let Some(text) = reader.problems.text(item) else { continue };
        match PathPattern::read(text) {
            Some(pattern) => patterns.push(pattern),
            None => reader.problems.expected(item, Expected::Pattern),
        }
    }
    patterns
}

/// A table from rules, by name or title, to their caps; the table is called `name`.
fn caps(reader: &mut SettingsReader<'_>, entry: &TomlEntry<'_>, name: &str) -> Caps {
    let mut caps = Caps::new();
    let Some(table) = reader.problems.table(entry) else { return caps };
    let mut seen = BTreeSet::new();
    for (key, value) in table {
        let Some(rule) = reader.sheets.named(key.get_ref()) else {
            let unknown = unknown_rule(key.get_ref(), reader.sheets);
            reader.problems.push(span_of_entry(key), unknown);
            continue;
        };
        // A rule may stand by its name and by its title; the second is a slip, whichever came first.
        if !seen.insert(rule) {
            let twice = ConfigProblemKind::Twice(key.get_ref().to_string());
            reader.problems.push(span_of_entry(key), twice);
        }
        if let Some(level) = reader.word(value, &LEVEL_WORDS, read_level) {
            caps.insert(rule.to_owned(), level);
            reader.places.insert(format!("{name}.{rule}"), span_of_entry(key));
        }
    }
    caps
}

fn unknown_rule(name: &str, sheets: &RuleSheets) -> ConfigProblemKind {
    let words = sheets.iter().flat_map(|(name, sheet)| [name, sheet.zh.title.as_str()]);
    let nearest = nearest_candidate(name, words).map(str::to_owned);
    ConfigProblemKind::UnknownRule { name: name.to_owned(), nearest }
}

/// Caps as a table.
pub(super) fn shown_caps(caps: &Caps) -> Option<Value> {
    let pairs = caps.iter().map(|(rule, level)| (rule.clone(), Value::from(level.key())));
    let table: toml::Table = pairs.collect();
    (!table.is_empty()).then_some(Value::Table(table))
}

/// Overrides as a list of tables.
pub(super) fn shown_overrides(overrides: &[Override]) -> Option<Value> {
    let shown = overrides.iter().map(|one| Value::Table(shown_override(one))).collect::<Vec<_>>();
    (!shown.is_empty()).then(|| shown.into())
}

fn shown_override(one: &Override) -> toml::Table {
    let paths: Vec<&str> = one.paths.iter().map(PathPattern::written).collect();
    let regions: Vec<&str> = one.regions.iter().map(Arc::as_ref).collect();
    let mut table = toml::Table::new();
    for (key, list) in [("paths", paths), ("regions", regions)] {
        if !list.is_empty() {
            table.insert(key.to_owned(), names_as_value(&list));
        }
    }
    let caps = shown_caps(&one.caps).unwrap_or_else(|| toml::Table::new().into());
    table.insert("levels".to_owned(), caps);
    table
}

/// A list of names as a value.
pub(super) fn names_as_value<T: AsRef<str>>(names: &[T]) -> Value {
    names.iter().map(|name| Value::from(name.as_ref())).collect::<Vec<_>>().into()
}
