//! What a column of a table of targets holds, as its head says it.

use crate::{syntax::ColumnKind, text::Span};

/// One column of a head.
#[derive(Clone, Debug)]
pub struct HeadColumn {
    /// What it holds.
    pub kind: ColumnKind,
    /// Its words from top to bottom, without breaks.
    pub words: String,
    /// The stretch from its first cell to its last.
    pub span: Span,
    /// Its lowest cell, which no other column shares.
    pub last: Span,
    /// The unit in its brackets, for values that print none: `年均增长（%）`.
    pub unit: Option<String>,
    /// Whether a column before it says the same, so that nobody knows which one counts.
    pub repeats: bool,
}
