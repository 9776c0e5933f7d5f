//! The facts of a finding as the document has them: flat, numbers as strings.

use std::{collections::BTreeMap, sync::Arc};

use serde_json::Value;

use crate::{
    finding::{self, FactRecord},
    text::Keyed,
    words::plain_number,
};

use super::shape::Fact;

/// Flat facts: one that is a record stands under its name with its number, else its words; beside them what the
/// finding compares says of itself, and whose figure a gap is against as the `ancestor`.
pub(super) fn facts(draft: &finding::Draft) -> BTreeMap<String, Fact> {
    let mut facts = flat(draft.facts.told());
    if !draft.built_in.is_empty() {
        let keys = draft.built_in.iter().map(|key| text(key));
        facts.insert("built_in".into(), Fact::List(keys.collect()));
    }
    let compared = &draft.compared;
    let base = compared.base;
    let said = [
        ("unit", Some(compared.unit()).filter(|unit| !unit.is_empty()).map(text)),
        ("gap", compared.distance.as_ref().map(|apart| Fact::Number(plain_number(apart.gap)))),
        ("base_gap", base.map(|base| Fact::Number(plain_number(base.gap)))),
        ("base_year", base.map(|base| Fact::Count(base.year.into()))),
        ("trajectory", compared.trajectory.map(|known| text(known.key()))),
        ("relation", compared.relation.as_ref().map(|relation| text(relation.key()))),
    ];
    for (name, fact) in said {
        if let Some(fact) = fact {
            facts.entry(name.into()).or_insert(fact);
        }
    }
    let above = compared.other.as_ref().filter(|_| compared.relation.is_some());
    let ancestor = above.and_then(|above| above.region.as_deref());
    facts.extend(ancestor.map(|region| ("ancestor".into(), text(region))));
    facts
}

fn flat(told: FactRecord) -> BTreeMap<String, Fact> {
    let lifted = |(name, value): (String, Value)| {
        let shown = match value {
            Value::Object(mut record) => {
                ["number", "phrase", "name", "plan"].iter().find_map(|key| record.remove(*key))?
            }
            plain => plain,
        };
        Some((name, fact(shown)))
    };
    told.into_iter().filter_map(lifted).collect()
}

fn text(words: &str) -> Fact {
    Fact::Text(Arc::from(words))
}

fn fact(value: Value) -> Fact {
    match value {
        Value::Null => text(""),
        Value::String(words) => Fact::Text(words.into()),
        Value::Number(count) => Fact::Count(count.as_i64().unwrap_or(i64::MAX)),
        Value::Bool(flag) => Fact::Flag(flag),
        Value::Array(list) => Fact::List(list.into_iter().map(fact).collect()),
        Value::Object(record) => Fact::Record(flat(record)),
    }
}
