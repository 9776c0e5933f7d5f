//! The choices that several views share, and the words of units.

use serde::Serialize;

use crate::{
    model::{Origin, Role, Statement},
    quantity::{Relative, Unit},
    syntax::Class,
    text::Keyed,
};

/// A unit as plans print it: 万人 where one of it is 10 000 人.
pub(super) fn unit_word(unit: &Unit) -> String {
    unit.words()
}

/// What a number is relative to: `2020 percent`, `base points`, `city`.
#[must_use]
pub fn relative_key(relative: &Relative) -> String {
    match relative {
        Relative::Of(average) => average.key().to_owned(),
        Relative::Base { year, change } => {
            let change = change.key();
            let year = year.map_or_else(|| "base".to_owned(), |year| year.to_string());
            format!("{year} {change}")
        }
    }
}

/// The class that asks most.
pub(super) fn strongest(classes: impl Iterator<Item = Class>) -> Option<Class> {
    classes.min_by_key(|class| *class != Class::Binding)
}

/// What a value is; a number issued to a region below is an allocation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueRole {
    /// 预留: what is kept back of a number that is issued.
    Reserve,
    /// What a plan issues to a region below.
    Allocation,
    /// What was reached.
    Observed,
    /// What is expected to have been reached.
    Estimate,
    /// A forecast that nobody promises.
    Projection,
    /// A target.
    Target,
    /// A figure quoted from elsewhere.
    Citation,
}

impl Keyed for ValueRole {}

impl ValueRole {
    /// That of a statement.
    #[must_use]
    pub fn of(statement: &Statement) -> Self {
        match (statement.origin, statement.role) {
            (_, Role::Reserve) => Self::Reserve,
            (Origin::Allocation, _) => Self::Allocation,
            (_, Role::Observed) => Self::Observed,
            (_, Role::Estimate) => Self::Estimate,
            (_, Role::Projection) => Self::Projection,
            (_, Role::Target) => Self::Target,
            (_, Role::Citation) => Self::Citation,
        }
    }
}
