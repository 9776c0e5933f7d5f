//! Allow comments: which rules, why, until when, and what they cover.

use crate::text::Span;

/// One `# planlint: allow(…)` or `# 豁免(…)` comment.
#[derive(Clone, Debug)]
pub struct AllowComment {
    /// The comment from `#` to its end.
    pub span: Span,
    /// The rule names as written; empty when malformed.
    pub rules: Vec<Span>,
    /// The reason; `None` when missing.
    pub reason: Option<Span>,
    /// The date behind until / 至, as written (it may not exist in the calendar).
    pub until: Option<Span>,
    /// What it covers.
    pub covers: Covers,
}

/// What an allow covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covers {
    /// The row of a table (indices into the tree).
    Row {
        /// Which table.
        table: u32,
        /// Which row of it.
        row: u32,
    },
    /// A whole table.
    Table(u32),
    /// The file.
    File,
    /// Nothing stands below or before it.
    Nothing,
}
