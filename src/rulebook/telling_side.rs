//! One of two statements of one target as an argument of messages.

use std::sync::Arc;

use crate::{
    alignment::NumberedStatement,
    finding::Args,
    model::{Model, Statement},
    text::Locator,
};

use super::telling::{in_printed_unit, tell};

/// A statement as a record: as `tell` has it, with `where` (a term), `position` (in the prose, else empty), `assumed_year`, `reference`.
#[must_use]
pub fn tell_where(model: &Model, statement: &Statement) -> Args {
    let mut told = tell(model, statement);
    let place = if statement.in_table() { "table" } else { "prose" };
    told.insert("where", place.into());
    // Where nobody wrote a position, the first and the later place are told apart by their order.
    let position: Arc<str> = match model.place(statement).locator {
        Some(Locator::Prose { position }) if !statement.in_table() => position,
        _ => "".into(),
    };
    told.insert("position", position.into());
    told.insert("assumed_year", (!model.says_year(statement)).into());
    told.insert("reference", statement.is_reference().into());
    told
}

/// A side as a record: its statement's, with the `number` that a reference means, and `tolerance` under 左右.
#[must_use]
pub fn tell_side(model: &Model, side: &NumberedStatement) -> Args {
    let mut told = tell_where(model, side.statement);
    told.insert("number", in_printed_unit(side.number, side.statement).into());
    if let Some(tolerance) = side.tolerance(model) {
        told.insert("tolerance", in_printed_unit(tolerance, side.statement).into());
    }
    told
}

/// Where a statement stands in the document's own words: the position in the prose, else the table's title or the row.
#[must_use]
pub fn position_of(model: &Model, statement: &Statement) -> Arc<str> {
    match model.place(statement).locator {
        Some(Locator::Prose { position }) => position,
        Some(Locator::Cell { table, row, .. }) => table.unwrap_or(row),
        Some(Locator::Paragraph { .. } | Locator::Sheet { .. }) | None => "".into(),
    }
}
