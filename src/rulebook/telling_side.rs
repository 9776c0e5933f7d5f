//! One of two statements of one target as facts of a sentence.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::NumberedStatement,
    finding::ExactNumber,
    model::{Model, Statement},
    text::Locator,
};

use super::telling::{StatementFacts, in_printed_unit, tell_statement};

/// One of two statements of one target among the facts of a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SideFacts {
    /// The statement, with the number that a reference means.
    #[serde(flatten)]
    pub said: StatementFacts,
    /// The term of where it stands.
    #[serde(rename = "where")]
    pub stands: &'static str,
    /// Its position in the prose, where somebody wrote one; else empty.
    pub position: Arc<str>,
    /// Whether its year is only assumed.
    pub assumed_year: bool,
    /// Whether it refers to a number elsewhere.
    pub reference: bool,
    /// How far the number may be off under 左右.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<ExactNumber>,
}

/// What is told of a statement and where it stands.
#[must_use]
pub fn tell_where(model: &Model, statement: &Statement) -> SideFacts {
    // Where nobody wrote a position, the first and the later place are told apart by their order.
    let position = match model.place(statement).locator {
        Some(Locator::Prose { position }) if !statement.in_table() => position,
        _ => "".into(),
    };
    SideFacts {
        said: tell_statement(model, statement),
        stands: if statement.in_table() { "table" } else { "prose" },
        position,
        assumed_year: !model.says_year(statement),
        reference: statement.is_reference(),
        tolerance: None,
    }
}

/// What is told of a side of a pair.
#[must_use]
pub fn tell_side(model: &Model, side: &NumberedStatement) -> SideFacts {
    let plain = |number| Some(in_printed_unit(number, side.statement).into());
    let mut told = tell_where(model, side.statement);
    told.said.number = plain(side.number);
    told.tolerance = side.tolerance(model).and_then(plain);
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
