//! From the text of a `planlint.toml` to settings, with every problem at once.

use toml::de::DeValue;

use crate::{rulebook::RuleSheets, text::Span};

use super::{
    ConfigProblem, Settings,
    keys::{KEYS, SettingKey},
    open::open_toml,
    reader::{Places, SettingsReader},
    table::{TomlEntry, span_of_entry},
};

/// Reads the text of a configuration file; rules are those of `sheets`.
///
/// # Errors
/// All problems of the file, in the order of their places.
pub fn read_settings(text: &str, sheets: &RuleSheets) -> Result<Settings, Vec<ConfigProblem>> {
    let mut settings = Settings::default();
    read_onto(&mut settings, text, sheets).map(|_| settings)
}

/// Settles in `settings` what `text` says, and tells where it says it; what it does not speak of stays.
///
/// # Errors
/// All problems of the text, in the order of their places; `settings` is then of no use.
pub fn read_onto(
    settings: &mut Settings,
    text: &str,
    sheets: &RuleSheets,
) -> Result<Places, Vec<ConfigProblem>> {
    let (table, problems) = open_toml(text);
    let mut reader = SettingsReader { problems, ..SettingsReader::new(settings, sheets) };
    for (key, entry) in table.get_ref() {
        top(&mut reader, (key.get_ref(), span_of_entry(key)), entry);
    }
    reader.problems.closed(reader.places)
}

/// Whether `text` is a value as TOML writes them: in quotes, a number, a list, a table.
#[must_use]
pub fn is_toml_value(text: &str) -> bool {
    DeValue::parse(text).is_ok()
}

/// One key of the file's first level: a setting, or a table of settings.
fn top(reader: &mut SettingsReader<'_>, (name, place): (&str, Span), entry: &TomlEntry<'_>) {
    // Settings outside tables first, then those in one: no name is both.
    if let Some(key) = KEYS.iter().find(|key| key.name == name) {
        return settle_key(reader, key, place, entry);
    }
    let in_table = KEYS.iter().map(|key| (key.split(), key));
    let inner: Vec<(&str, &SettingKey)> = in_table
        .filter(|((table, _), _)| *table == Some(name))
        .map(|((_, name), key)| (name, key))
        .collect();
    // The heads of tables are known words on this level, and a slip in one is told with the table that
    // was meant.
    if inner.is_empty() {
        let first = |(table, name): (Option<&'static str>, &'static str)| table.unwrap_or(name);
        let known: Vec<&str> = KEYS.iter().map(|key| first(key.split())).collect();
        return reader.problems.unknown_key(name, place, &known);
    }
    let Some(table) = reader.problems.table(entry) else { return };
    for (key, entry) in table {
        match inner.iter().find(|(name, _)| name == key.get_ref()) {
            Some((_, setting)) => settle_key(reader, setting, span_of_entry(key), entry),
            None => {
                let known: Vec<&str> = inner.iter().map(|(name, _)| *name).collect();
                reader.problems.unknown_key(key.get_ref(), span_of_entry(key), &known);
            }
        }
    }
}

fn settle_key(
    reader: &mut SettingsReader<'_>,
    key: &SettingKey,
    place: Span,
    entry: &TomlEntry<'_>,
) {
    // The place is noted even when the value is wrong: it is where the setting was tried.
    reader.places.insert(key.name.to_owned(), place);
    (key.read)(reader, entry);
}
