//! The JSON Schema (2020-12) of a configuration, from the table of its keys.

use serde_json::{Map, Value, json};

use crate::rulebook::RuleSheets;

use super::{
    Bounds, Language, SettingShape, Settings,
    keys::{KEYS, SettingKey},
    places::NEEDED,
};

/// The schema, described in `language`; rules are those of `sheets`.
#[must_use]
pub fn config_schema(sheets: &RuleSheets, language: Language) -> Value {
    let mut properties = Map::new();
    for key in &KEYS {
        let described = described(key, sheets, language);
        match key.split() {
            (None, name) => _ = properties.insert(name.to_owned(), described),
            (Some(table), name) => {
                let table = properties.entry(table).or_insert_with(|| object(Map::new()));
                if let Some(inner) = table.get_mut("properties").and_then(Value::as_object_mut) {
                    inner.insert(name.to_owned(), described);
                }
            }
        }
    }
    let mut schema = object(properties);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("$schema".to_owned(), DIALECT.into());
        schema.insert("title".to_owned(), super::FILE_NAME.into());
    }
    schema
}

/// The dialect of all schemas.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// A decimal number as text.
// The patterns say what `number::decimal` and `number::size` read; editors check by them before planlint
// does.
const DECIMAL: &str = r"^\s*[0-9]+(\.[0-9]+)?\s*$";

/// A size as text.
const SIZE: &str = r"^\s*[0-9]+\s*([KkMmGg]?[Bb]|[KkMmGg][Ii][Bb])?\s*$";

fn object(properties: Map<String, Value>) -> Value {
    json!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// The schema of one key, with what it settles and its default.
fn described(key: &SettingKey, sheets: &RuleSheets, language: Language) -> Value {
    let mut schema = of_shape(key.shape, sheets);
    if let Some(schema) = schema.as_object_mut() {
        schema.insert("description".to_owned(), language.pick(key.zh, key.en).into());
        let default = (key.shown)(&Settings::default());
        let default = default.and_then(|default| serde_json::to_value(default).ok());
        schema.extend(default.map(|default| ("default".to_owned(), default)));
    }
    schema
}

fn of_shape(shape: SettingShape, sheets: &RuleSheets) -> Value {
    match shape {
        SettingShape::Word(words) => json!({ "enum": words }),
        SettingShape::Words(words) => {
            // Blanks around commas are read, and the schema must not refuse what the program reads.
            let one = format!(r"\s*({})\s*", words.join("|"));
            json!({ "type": "string", "pattern": format!("^{one}(,{one})*$") })
        }
        SettingShape::Size => {
            number_or_text_schema(json!({ "type": "integer", "minimum": 0 }), SIZE)
        }
        SettingShape::Number(bounds) => number_or_text_schema(number_schema(bounds), DECIMAL),
        SettingShape::Names => names_schema(1),
        SettingShape::AnyNames => names_schema(0),
        SettingShape::Levels(words) => levels_schema(words, sheets),
        SettingShape::Overrides => overrides_schema(sheets),
    }
}

/// A number, or the same as text.
fn number_or_text_schema(number: Value, text: &str) -> Value {
    json!({ "anyOf": [number, { "type": "string", "pattern": text }] })
}

fn number_schema(bounds: Bounds) -> Value {
    match bounds {
        Bounds::Share => json!({ "type": "number", "minimum": 0, "exclusiveMaximum": 1 }),
        Bounds::Converging => json!({ "type": "number", "exclusiveMinimum": 0, "maximum": 1 }),
        Bounds::Diverging => json!({ "type": "number", "minimum": 1 }),
    }
}

fn names_schema(least: u8) -> Value {
    json!({ "type": "array", "items": { "type": "string" }, "minItems": least, "uniqueItems": true })
}

/// A rule by its name or by its title in either language.
fn levels_schema(words: &[&str], sheets: &RuleSheets) -> Value {
    let rules: Vec<&str> =
        sheets.iter().flat_map(|(name, sheet)| [name, &sheet.zh.title, &sheet.en.title]).collect();
    json!({
        "type": "object",
        "propertyNames": { "enum": rules },
        "additionalProperties": { "enum": words },
    })
}

fn overrides_schema(sheets: &RuleSheets) -> Value {
    let paths = json!({ "type": "array", "items": { "type": "string" }, "minItems": 1 });
    let levels = levels_schema(&super::levels::LEVEL_WORDS, sheets);
    let one_of = |keys: &&[&str]| {
        let needs: Vec<Value> = keys.iter().map(|key| json!({ "required": [key] })).collect();
        json!({ "anyOf": needs })
    };
    let needed: Vec<Value> = NEEDED.iter().map(one_of).collect();
    json!({ "type": "array", "items": {
        "type": "object",
        "properties": { "paths": paths, "regions": names_schema(1), "levels": levels },
        "additionalProperties": false,
        "allOf": needed,
    } })
}
