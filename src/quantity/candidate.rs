//! A number of a phrase with the words beside it, and what it is for.

use super::grammar::Rule;
use super::neighbours::NumberContext;
use super::tokens::PhraseToken;

/// What a number is for its phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberRole {
    /// A value to reach.
    Target,
    /// A property of the object counted, an age, a duration.
    Condition,
    /// The value a change starts from.
    Base,
    /// The change that leads to the level behind it: 提高5个百分点至25%.
    Change,
    /// All of that many: 5个试点镇全部.
    Whole,
}

/// One number with the words beside it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Its token.
    pub at: usize,
    /// What stands beside it.
    pub beside: NumberContext,
    /// What it is for.
    pub role: NumberRole,
}

/// Whether a pause (、 和) stands between two candidates.
pub(super) fn paused(tokens: &[PhraseToken], from: &Candidate, to: &Candidate) -> bool {
    tokens_between(tokens, from.at, to.at).any(|token| token.rule == Rule::pause)
}

/// The tokens strictly between two.
pub(super) fn tokens_between(
    tokens: &[PhraseToken],
    from: usize,
    to: usize,
) -> impl Iterator<Item = &PhraseToken> {
    tokens.iter().take(to).skip(from + 1)
}
