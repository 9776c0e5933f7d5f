//! Facts as plain values, as a sentence is filled from them and as machines are told them.

use std::{borrow::Cow, collections::BTreeMap, sync::Arc};

use crate::quantity::Decimal;

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
