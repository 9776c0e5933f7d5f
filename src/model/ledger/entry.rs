//! One number of a text and what became of it.

use serde::Serialize;

use crate::text::{Keyed, Span};

/// One number of a text: a run of digits, or words that stand for a value, a blank to be filled in included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NumberEntry {
    /// Its digits with the point and the commas between them, or the words that it is written in.
    pub span: Span,
    /// What became of it.
    pub kind: NumberKind,
    /// Whether it stands in a table that sets targets, in a paragraph in which one was read, or in English prose, which may
    /// set some.
    pub sets_targets: bool,
}

/// What became of a number. Of two that claim one number the later counts: who reads it has understood it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NumberKind {
    /// Set aside, and why.
    Aside(AsideReason),
    /// Neither read nor known to be something else.
    Unread,
    /// Part of a value, or of the year of one.
    Read,
}

/// Why a number is set aside: the list is closed, and what fits none of it is unread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum AsideReason {
    /// A date, or a year that no value is of.
    #[serde(rename = "aside-date")]
    Date,
    /// An ordinal, the number of a heading, a row, a table or a place in the text.
    #[serde(rename = "aside-ordinal")]
    Ordinal,
    /// Part of a name, a code or a unit: 5G, 12345热线, GB/T 1234, 人/10万人.
    #[serde(rename = "aside-code")]
    Code,
    /// A circle of minutes: 15分钟生活圈.
    #[serde(rename = "aside-circle")]
    Circle,
    /// A count of documents or meetings.
    #[serde(rename = "aside-count")]
    Count,
    /// A rank: 前10位.
    #[serde(rename = "aside-rank")]
    Rank,
    /// A price, or a rule quoted from law.
    #[serde(rename = "aside-quoted")]
    Quoted,
    /// What is there already, told in passing: 现有学校30所.
    #[serde(rename = "aside-stock")]
    Stock,
    /// A past result of which nobody knows the indicator.
    #[serde(rename = "aside-past")]
    Past,
    /// What an explanation, a footnote or a comment says.
    #[serde(rename = "aside-note")]
    Note,
    /// Page furniture: page numbers.
    #[serde(rename = "aside-furniture")]
    Furniture,
}

impl Keyed for AsideReason {}
