//! Settings as the text of a configuration that would settle the same.

use std::fmt::Write as _;

use toml::Value;

use super::{
    SettingShape, Settings,
    keys::{KEYS, SettingKey},
    places::OVERRIDE_KEYS,
};

/// Every setting with its value as a configuration writes it, in the order of [`KEYS`]; one that settles nothing is left out.
pub fn shown_settings(settings: &Settings) -> impl Iterator<Item = (&'static SettingKey, Value)> {
    KEYS.iter().filter_map(|key| Some((key, (key.shown)(settings)?)))
}

/// The text; `note` gives the comment behind a key, `levels.RULE` or `override.N`.
#[must_use]
pub fn settings_text(settings: &Settings, note: impl Fn(&str) -> Option<String>) -> String {
    let mut text = SettingsText { out: String::new(), table: None, note };
    for (key, value) in shown_settings(settings) {
        match (key.shape, value) {
            (SettingShape::Levels(_), Value::Table(caps)) => {
                for (rule, level) in &caps {
                    text.line(Some(key.name), rule, level, &format!("{}.{rule}", key.name));
                }
            }
            (SettingShape::Overrides, Value::Array(list)) => {
                for (at, one) in list.iter().enumerate() {
                    text.one_of(key.name, one, at + 1);
                }
            }
            (_, value) => {
                let (table, name) = key.split();
                text.line(table, name, &value, key.name);
            }
        }
    }
    text.out
}

struct SettingsText<N> {
    out: String,
    table: Option<&'static str>,
    note: N,
}

impl<N: Fn(&str) -> Option<String>> SettingsText<N> {
    /// `name = value`, below the head of its table.
    fn line(&mut self, table: Option<&'static str>, name: &str, value: &Value, key: &str) {
        // A head is written when the table changes, for the settings of one table stand together in the
        // list of keys.
        if let Some(head) = table.filter(|_| table != self.table) {
            self.push(&format!("\n[{head}]"), None);
        }
        self.table = table;
        let note = (self.note)(key);
        self.push(&format!("{name} = {value}"), note);
    }

    /// One table of a list of tables.
    fn one_of(&mut self, name: &str, one: &Value, number: usize) {
        let note = (self.note)(&format!("{name}.{number}"));
        self.push(&format!("\n[[{name}]]"), note);
        let table = one.as_table();
        // In the order of the keys, not of the letters: whom an override is for stands before what it
        // says.
        let given = |key: &'static str| Some((key, table?.get(key)?));
        for (key, value) in OVERRIDE_KEYS.into_iter().filter_map(given) {
            self.push(&format!("{key} = {value}"), None);
        }
    }

    fn push(&mut self, words: &str, note: Option<String>) {
        let note = note.map_or(String::new(), |note| format!("  # {note}"));
        // A String takes everything.
        let _ = writeln!(self.out, "{words}{note}");
    }
}
