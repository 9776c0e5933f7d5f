//! What machines are told besides the findings, so that nobody takes silence for a pass: what is accepted, and what was not judged.

use crate::{engine::Outcome, finding::Place, words::Words};

use super::{finding_lines::message_with_locator, footer};

/// One remark.
pub(super) struct Besides<'a> {
    /// Where it stands.
    pub(super) place: &'a Place,
    /// `allowed` or `undetermined`.
    pub(super) key: &'static str,
    /// The id of what is accepted; a comparison has none.
    pub(super) id: Option<&'a str>,
    /// What is said; every character of it can be seen.
    pub(super) message: String,
}

/// The register of allows, then the comparisons that could not be judged.
pub(super) fn besides<'a>(
    outcome: &'a Outcome,
    words: &'a Words,
) -> impl Iterator<Item = Besides<'a>> {
    let said = |place, message: &str| message_with_locator(outcome, words, place, message);
    let allowed = outcome.allowed.iter().map(move |one| Besides {
        place: &one.place,
        key: "allowed",
        id: Some(&one.finding.id),
        message: said(&one.place, &footer::register_line(words, one)),
    });
    let undetermined = outcome.undetermined.iter().map(move |one| Besides {
        place: &one.place,
        key: "undetermined",
        // Only findings have ids; those who list remarks make up a fingerprint where their format wants one.
        id: None,
        message: said(&one.place, &footer::unjudged_comparison(words, one)),
    });
    allowed.chain(undetermined)
}
