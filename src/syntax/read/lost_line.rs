//! An unreadable line that may turn out to be a keyword.

use crate::text::Span;

/// An unreadable line with nothing but blank lines and comments behind it so far.
#[derive(Clone, Copy, Debug)]
pub(super) struct LostLine {
    /// The line, trimmed.
    pub(super) span: Span,
    /// Its problem.
    pub(super) problem: usize,
    /// The allows above it end here.
    pub(super) allows: usize,
}
