//! What a sentence can be filled from: a record of named facts, put into values only when a sentence or a fact is asked for.

use std::{fmt, sync::Arc};

use serde::{Serialize, Serializer};
use serde_json::{Map, Value};

use crate::quantity::Decimal;

/// Named facts: words as the documents print them, keys of terms, exact numbers as text, counts, flags, lists and records of
/// these.
pub type FactRecord = Map<String, Value>;

/// Anything that can be told by name.
trait Tellable: fmt::Debug + Send + Sync {
    fn told(&self) -> FactRecord;
}

impl<T: Serialize + fmt::Debug + Send + Sync> Tellable for T {
    fn told(&self) -> FactRecord {
        match serde_json::to_value(self) {
            Ok(Value::Object(record)) => record,
            // What has no names gives a sentence none, and the sentence that asks for one says so.
            _ => FactRecord::new(),
        }
    }
}

/// The facts of one sentence or note. They are kept as the rule made them; a finding that nobody renders costs no map.
#[derive(Clone, Debug)]
pub struct SentenceFacts(Arc<dyn Tellable>);

impl SentenceFacts {
    /// The facts by name: of a field that is skipped when it is absent no name at all.
    #[must_use]
    pub fn told(&self) -> FactRecord {
        self.0.told()
    }
}

impl Default for SentenceFacts {
    fn default() -> Self {
        Self(Arc::new(()))
    }
}

impl<T: Serialize + fmt::Debug + Send + Sync + 'static> From<T> for SentenceFacts {
    fn from(facts: T) -> Self {
        Self(Arc::new(facts))
    }
}

impl PartialEq for SentenceFacts {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.told() == other.told()
    }
}

/// A number among facts that stays exact: told as text, without trailing zeros.
// As text, because template engines and readers of JSON count in floating point: 0.1 + 0.2 is no number of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ExactNumber(pub Decimal);

impl From<Decimal> for ExactNumber {
    fn from(number: Decimal) -> Self {
        Self(number)
    }
}

impl Serialize for ExactNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.normalize())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[derive(Debug, Serialize)]
    struct Whole {
        #[serde(flatten)]
        part: Part,
        share: ExactNumber,
        years: Vec<i32>,
        owner: Option<Arc<str>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        gap: Option<ExactNumber>,
    }

    #[derive(Debug, Serialize)]
    struct Part {
        name: &'static str,
        binding: bool,
    }

    fn whole(gap: Option<Decimal>) -> SentenceFacts {
        let part = Part { name: "绿地率", binding: true };
        let share = Decimal::new(100, 2).into();
        let gap = gap.map(ExactNumber);
        Whole { part, share, years: vec![2025, 2030], owner: None, gap }.into()
    }

    #[test]
    fn a_record_is_told_by_the_names_of_its_fields() {
        let told = whole(Some(Decimal::ONE)).told();
        let expected = json!({
            "binding": true,
            "gap": "1",
            "name": "绿地率",
            "owner": null,
            "share": "1",
            "years": [2025, 2030],
        });
        assert_eq!(Value::Object(told), expected);
        assert!(!whole(None).told().contains_key("gap"));
    }

    #[test]
    fn numbers_keep_every_digit() {
        let long = Decimal::MAX.checked_mul(Decimal::new(-1, 10)).unwrap_or_default();
        let told = serde_json::to_value(ExactNumber(long)).unwrap_or_default();
        assert_eq!(told, long.normalize().to_string());
    }

    #[test]
    fn equal_facts_are_equal_whoever_made_them() {
        assert_eq!(whole(None), whole(None));
        assert_ne!(whole(None), whole(Some(Decimal::ONE)));
        assert_eq!(SentenceFacts::from(json!({})), SentenceFacts::default());
        assert_eq!(SentenceFacts::from("words").told(), FactRecord::new());
    }
}
