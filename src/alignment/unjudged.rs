//! Why a target could not be compared with the figures above it.

use serde::Serialize;

use crate::{syntax::UnsureReason, text::Keyed};

/// Why nothing was judged. The order is that of the keys: two reasons at one place are told in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyUnjudged {
    /// The file is an excerpt, and what it leaves out may state it.
    Excerpt,
    /// The plan mentions it without a target that could be read.
    Mentioned,
    /// No base value to count from.
    NoBase,
    /// Nobody says which side is better.
    NoDirection,
    /// What stands above is no number that one region can be compared with.
    NoNumberAbove,
    /// The number referred to was not found, or cannot be taken as it is.
    NoReference,
    /// Nothing above is asked of the region's tags.
    NoTag,
    /// No value is given.
    NoValue,
    /// No weights, so that no mean can be taken.
    NoWeights,
    /// The number is still to be added.
    Placeholder,
    /// Nobody above has filled in a number yet.
    PlaceholderAbove,
    /// The units differ.
    UnitDiffers,
    /// The phrase cannot be read.
    Unreadable,
    /// The words encourage rather than promise.
    UnsureIntent,
    /// What the words measure is not clear.
    UnsureName,
    /// The value can be understood in several ways.
    UnsureValue,
    /// Words only.
    WordsOnly,
}

impl Keyed for WhyUnjudged {}

impl From<UnsureReason> for WhyUnjudged {
    fn from(unsure: UnsureReason) -> Self {
        match unsure {
            UnsureReason::Name => Self::UnsureName,
            UnsureReason::Intent => Self::UnsureIntent,
            UnsureReason::Value => Self::UnsureValue,
        }
    }
}
