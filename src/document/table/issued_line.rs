//! One line of a table that issues a target to regions.

use crate::{document::compose::ComposedWords, text::Span};

/// One number of each region: an indicator's in a year.
pub(super) struct IssuedLine {
    /// Where it is named.
    pub(super) span: Span,
    /// The indicator, with its unit.
    pub(super) name: ComposedWords,
    /// The year.
    pub(super) year: ComposedWords,
    /// The numbers, in the order of the regions.
    pub(super) values: Vec<Span>,
    /// That of the whole.
    pub(super) own: Option<Span>,
}
