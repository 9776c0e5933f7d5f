//! How the two sides of an expression are said to stand, and what stands beside its numbers.

use super::span::Rounded;

/// What stands beside the numbers of an expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs {
    /// Whether one has `%` or `‰`, so that the value of a sum is a share.
    pub share: bool,
    /// Whether one has 万, 亿 or the like.
    pub magnitude: bool,
}

/// How the two sides of an expression are said to stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpressionRelation {
    /// `≤`.
    AtMost,
    /// `≥`.
    AtLeast,
    /// `<`.
    Less,
    /// `>`.
    More,
    /// `=`.
    Equal,
}

impl ExpressionRelation {
    /// Whether it can hold for some values within both bounds.
    #[must_use]
    pub fn can_hold(self, left: Rounded, right: Rounded) -> bool {
        match self {
            Self::AtMost => left.low <= right.high,
            Self::AtLeast => left.high >= right.low,
            Self::Less => left.low < right.high,
            Self::More => left.high > right.low,
            Self::Equal => left.low <= right.high && left.high >= right.low,
        }
    }
}
