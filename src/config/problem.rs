//! What can be wrong with a configuration, with the place of each problem.

use crate::{quantity::Decimal, text::Span};

/// One problem in a configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigProblem {
    /// Where it stands in the file.
    pub span: Span,
    /// What is wrong.
    pub kind: ConfigProblemKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigProblemKind {
    /// The text is no TOML; the reader's own words.
    Syntax(String),
    /// A key that has to stand in quotes, because it is not made of letters, digits, - and _ alone.
    Unquoted(String),
    /// A key nobody knows.
    UnknownKey {
        /// The key as written.
        key: String,
        /// The closest known key.
        nearest: Option<String>,
    },
    /// A key that has to be there.
    MissingKey(&'static str),
    /// A rule nobody knows.
    UnknownRule {
        /// The name as written.
        name: String,
        /// The closest known rule.
        nearest: Option<String>,
    },
    /// A word that is none of those that are known.
    UnknownWord {
        /// The word as written.
        word: String,
        /// The words that are known.
        known: Vec<String>,
        /// The closest of them.
        nearest: Option<String>,
    },
    /// A value of another kind, or out of bounds.
    Expected(Expected),
    /// A rule or tier that stands twice under two names.
    Twice(String),
    /// An agreed value where nothing is accepted in part.
    ValueUnasked,
    /// A table without any of these keys.
    Lacking(&'static [&'static str]),
}

/// What a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A table of keys.
    Table,
    /// A list of tables of keys.
    Tables,
    /// Words in quotes.
    Text,
    /// Groups that each begin with `[[decision]]`.
    Decisions,
    /// A year such as 2025.
    Year,
    /// One value as a plan could write it, such as 24.8 or ≥24.8%.
    Value,
    /// A list of names, at least one.
    Names,
    /// A pattern of paths below the folder of the configuration.
    Pattern,
    /// A size such as 64MiB.
    Size,
    /// A number within bounds.
    Number(Bounds),
}

/// Between which numbers a setting has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bounds {
    /// From 0 up to, not including, 1.
    Share,
    /// Above 0 and at most 1.
    Converging,
    /// At least 1.
    Diverging,
}

impl Bounds {
    /// Whether `number` is within them.
    #[must_use]
    pub fn hold(self, number: Decimal) -> bool {
        match self {
            Self::Share => number >= Decimal::ZERO && number < Decimal::ONE,
            Self::Converging => number > Decimal::ZERO && number <= Decimal::ONE,
            Self::Diverging => number >= Decimal::ONE,
        }
    }
}
