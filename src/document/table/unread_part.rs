//! A row or column of a table that nobody read, and why.

use crate::text::Span;

/// A table, row or column that is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnreadTablePart {
    /// The table's caption or first words; the row; the column's head.
    pub span: Span,
    /// What is missing.
    pub why: WhyUnread,
}

/// Why a table or a part of one is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyUnread {
    /// It has numbers, and no head that names indicators.
    NoIndicators,
    /// It names indicators, and no year tells which values are theirs.
    NoYears,
    /// A row has values and no name.
    Row,
    /// A column has numbers, and its head is not known.
    Column,
    /// A column says the same as one before it.
    Repeated,
}
