//! One value of a table that lists one value a row.

use crate::{syntax::YearRole, text::Span};

/// One value with what its row says of it.
pub(super) struct ListedValue {
    pub(super) row: Span,
    pub(super) name: Span,
    pub(super) region: Option<Span>,
    pub(super) unit: Option<Span>,
    pub(super) class: Option<Span>,
    pub(super) when: Span,
    pub(super) year: i32,
    pub(super) role: YearRole,
    pub(super) value: Span,
}
