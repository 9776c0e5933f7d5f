//! A phrase on its way to targets: its tokens, its numbers, and the targets so far.

use super::candidate::Candidate;
use super::clause_state::CarriedWords;
use super::folded::Folded;
use super::tokens::PhraseToken;
use super::{Comparator, Quantity};

/// A phrase on its way to targets.
pub(super) struct Fold<'a> {
    /// The phrase.
    pub folded: &'a Folded<'a>,
    /// Its tokens.
    pub tokens: &'a [PhraseToken],
    /// Its numbers.
    pub candidates: &'a [Candidate],
    /// The targets so far.
    pub targets: Vec<Quantity>,
    /// What the words so far say about what follows.
    pub carried: CarriedWords,
}

impl Fold<'_> {
    /// The words of a token.
    pub fn words(&self, token: &PhraseToken) -> &str {
        self.folded.text.get(token.start..token.end).unwrap_or_default()
    }

    /// A target without numbers that covers the tokens `first..=last`.
    pub fn blank(&self, first: usize, last: usize, comparator: Comparator) -> Quantity {
        let start = self.tokens.get(first).map_or(0, |token| token.start);
        let end = self.tokens.get(last).map_or(start, |token| token.end);
        Quantity {
            span: self.folded.original(start, end),
            comparator,
            low: None,
            high: None,
            unit: None,
            basis: None,
            relative: None,
            condition: None,
            object: None,
            softener: self.carried.softener.clone(),
            heading: None,
            year: None,
            start: None,
            change: None,
        }
    }
}
