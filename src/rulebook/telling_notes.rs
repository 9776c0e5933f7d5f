//! What notes of several rules say: a base value, and a figure above.

use serde::Serialize;

use crate::{
    alignment::Against,
    model::{Model, Statement},
};

use super::{
    telling::{StatementFacts, tell_statement},
    telling_against::{AgainstFacts, tell_against},
};

/// A note at a value that something starts from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BaseNote {
    /// The value.
    pub base: StatementFacts,
}

impl BaseNote {
    /// The note at `base`.
    #[must_use]
    pub fn of(model: &Model, base: &Statement) -> Self {
        Self { base: tell_statement(model, base) }
    }
}

/// A note at a figure of an ancestor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AboveNote {
    /// The figure.
    pub above: AgainstFacts,
}

impl AboveNote {
    /// The note at the figure of `against`.
    #[must_use]
    pub fn of(model: &Model, against: &Against) -> Self {
        Self { above: tell_against(model, against) }
    }
}
