//! What there is to write to one region.

use crate::report::{Card, Material};

/// What there is to write to one region.
#[derive(Default)]
pub(super) struct Matter<'a> {
    /// The region; empty when not known.
    pub(super) region: &'a str,
    /// The region and those above it.
    pub(super) line: &'a str,
    /// Its plans that the letter speaks of.
    pub(super) plans: Vec<&'a str>,
    /// What has to be mended.
    pub(super) errors: Vec<&'a Card>,
    /// What has to be explained.
    pub(super) warnings: Vec<&'a Card>,
    /// What is only for information here, and the root of something in the plans of others.
    pub(super) causes: Vec<&'a Card>,
}

impl<'a> Matter<'a> {
    /// Its findings in the order of their numbers in the letter.
    pub(super) fn cards(&self) -> impl Iterator<Item = &'a Card> {
        [&self.errors, &self.warnings, &self.causes].into_iter().flatten().copied()
    }

    /// How a Chinese letter speaks to the region: 你县, 你市.
    pub(super) fn you(&self) -> &'static str {
        match self.region.chars().last() {
            Some('县' | '旗') => "你县",
            Some('市') => "你市",
            Some('省') => "你省",
            Some('区') => "你区",
            // A nation, a state, or a park: whatever it is, the plan is its own.
            _ => "你地",
        }
    }

    /// The number that a card of the material has in this letter.
    pub(super) fn number(&self, card: usize) -> Option<usize> {
        self.cards().position(|own| own.number == card).map(|at| at + 1)
    }
}

/// The loud findings in plans of other regions that `card` is the root of.
pub(super) fn followers<'a>(
    card: &'a Card,
    material: &'a Material,
) -> impl Iterator<Item = &'a Card> {
    let cards =
        card.consequences.iter().filter_map(|number| material.cards.get(number.checked_sub(1)?));
    cards.filter(|other| other.is_loud() && addressee(other) != addressee(card))
}

/// The region that has to change something; a plan of an unknown region stands for itself.
pub(super) fn addressee(card: &Card) -> (&str, &str) {
    if card.line.is_empty() && card.region.is_empty() {
        ("", &card.plan)
    } else {
        (&card.line, &card.region)
    }
}
