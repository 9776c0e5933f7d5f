//! The fields of views that machines are told otherwise than they are kept.

use serde::{Serialize, Serializer};

use crate::{model::Period, quantity::Direction, text::Keyed};

/// A period as its first and last year, both null where none is said.
#[derive(Serialize)]
struct PeriodYears {
    start: Option<i32>,
    end: Option<i32>,
}

/// The two keys of a period, to be flattened into the document around it.
pub(super) fn years<S: Serializer>(
    period: &Option<Period>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let (start, end) = (period.map(|period| period.start), period.map(|period| period.end));
    PeriodYears { start, end }.serialize(serializer)
}

/// A side as its key, `unknown` where nobody says it.
pub(super) fn side<S: Serializer>(
    direction: &Option<Direction>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(direction.map_or("unknown", |direction| direction.key()))
}
