//! Facts as plain values, as a sentence is filled from them and as machines are told them.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use serde::{Serialize, Serializer};

use crate::quantity::Decimal;

use super::facts::ExactNumber;

/// One fact.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words as the documents print them, or the key of a term (`binding`, `falls-behind`).
    Text(Arc<str>),
    /// An exact number.
    Number(Decimal),
    /// A count or a year.
    Count(i64),
    /// Yes or no.
    Flag(bool),
    /// Several.
    List(Vec<Value>),
    /// A record of named values.
    Record(FactRecord),
}

/// Named facts, in the order of their names.
pub type FactRecord = BTreeMap<Cow<'static, str>, Value>;

/// Named arguments, in the order of their names.
pub type Args = BTreeMap<&'static str, Value>;

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<Arc<str>> for Value {
    fn from(text: Arc<str>) -> Self {
        Self::Text(text)
    }
}

impl From<&Arc<str>> for Value {
    fn from(text: &Arc<str>) -> Self {
        Self::Text(text.clone())
    }
}

impl From<Decimal> for Value {
    fn from(number: Decimal) -> Self {
        Self::Number(number)
    }
}

impl From<i32> for Value {
    fn from(count: i32) -> Self {
        Self::Count(count.into())
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<T: Into<Value>> From<Vec<T>> for Value {
    fn from(list: Vec<T>) -> Self {
        Self::List(list.into_iter().map(Into::into).collect())
    }
}

impl From<Args> for Value {
    fn from(record: Args) -> Self {
        Self::Record(record.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Number(number) => ExactNumber(*number).serialize(serializer),
            Self::Count(count) => count.serialize(serializer),
            Self::Flag(flag) => flag.serialize(serializer),
            Self::List(list) => list.serialize(serializer),
            Self::Record(record) => record.serialize(serializer),
        }
    }
}
