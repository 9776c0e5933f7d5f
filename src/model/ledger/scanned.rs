//! A number as it stands in a text, with what the words around it say.

use crate::text::Span;

use super::entry::NumberKind;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberNotation {
    /// In digits.
    Digits,
    /// In words: 百分之三, 全覆盖.
    Words,
    /// Not yet: XX.
    Blank,
}

/// A number: where it stands, what claims it, and what it is as long as nothing does.
#[derive(Clone, Copy, Debug)]
pub(super) struct ScannedNumber {
    /// Its stretch.
    pub span: Span,
    /// What claims it.
    pub claimed: Option<NumberKind>,
    /// What the words around it say; `None` for words that are a number only where something claims them.
    pub around: Option<NumberKind>,
    /// How it is written.
    pub shape: NumberNotation,
}

pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}
