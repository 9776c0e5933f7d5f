//! Facts as templates see them.

use minijinja::Value as Shown;
use serde_json::Value;
use std::collections::BTreeMap;

use crate::finding::FactRecord;

/// Facts as templates see them, by name.
pub(super) type ShownFacts = BTreeMap<String, Shown>;

/// The facts as templates see them: long words cut, what is absent as no words, everything else as it is.
pub(super) fn shown_arguments(told: FactRecord) -> ShownFacts {
    told.into_iter().map(|(name, value)| (name, shown_argument(value))).collect()
}

fn shown_argument(value: Value) -> Shown {
    match value {
        Value::Null => Shown::from(""),
        Value::String(text) => shortened_argument(text),
        Value::Array(list) => list.into_iter().map(shown_argument).collect(),
        Value::Object(record) => Shown::from(shown_arguments(record)),
        Value::Bool(flag) => Shown::from(flag),
        Value::Number(count) => Shown::from(count.as_i64().unwrap_or(i64::MAX)),
    }
}

/// The longest text a sentence quotes, in characters: plans come from strangers, and a message must stay readable.
// The length is a choice: three lines of a terminal.
const LONGEST: usize = 120;

fn shortened_argument(text: String) -> Shown {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => Shown::from(format!("{}…", text.get(..end).unwrap_or_default())),
        None => Shown::from(text),
    }
}
