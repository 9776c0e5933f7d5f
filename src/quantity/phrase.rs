//! Reads a phrase: which numbers it holds, what they say together, and what stops it.

use std::ops::Range;

use super::folded::Folded;
use super::grammar::Rule;
use super::phrase_tokens::tokens_of_phrase;
use super::reading::{Reading, ReadingKind};
use super::targets::targets_of_phrase;
use super::tokens::PhraseToken;
use super::{doubt, number_roles, path, placeholder, plain_number, whole};

/// The longest phrase that is read, in characters; what is longer is prose, not a phrase.
// Rules look from each number to the ends of the phrase, so the work grows with the square of its length; cells are
// far shorter.
const LONGEST: usize = 2_000;

/// Reads a phrase; never fails: what cannot be read to its last character says so, and which words stopped it.
#[must_use]
pub fn read_phrase(phrase: &str) -> Reading {
    if let Some(target) =
        plain_number::read_bare_number(phrase).or_else(|| plain_number::in_brackets(phrase))
    {
        return Reading { targets: vec![target], kind: ReadingKind::Targets, stopped: None };
    }
    if placeholder::is_absent(phrase) {
        return Reading::without_targets(ReadingKind::Absent);
    }
    if phrase.chars().nth(LONGEST).is_some() {
        return Reading::without_targets(ReadingKind::Unreadable);
    }
    let folded = Folded::new(phrase);
    if placeholder::is_error_value(&folded.text) {
        return Reading::stopped_by(folded.original(0, folded.text.len()));
    }
    match tokens_of_phrase(&folded.text) {
        Ok(tokens) => understood(&folded, &tokens),
        Err(range) => Reading::stopped_by(folded.original(range.start, range.end)),
    }
}

/// What the tokens of a phrase say together.
fn understood(folded: &Folded<'_>, tokens: &[PhraseToken]) -> Reading {
    // The order is that of what a reader must hear first: words that turn a number round, then parts that contradict
    // each other, then numbers of no year, and last a word that nothing explains.
    let candidates = number_roles::candidates(tokens);
    let stopped =
        |range: Range<usize>| Reading::stopped_by(folded.original(range.start, range.end));
    let doubtful =
        candidates.iter().find_map(|candidate| doubt::doubted(&folded.text, tokens, candidate));
    if let Some(range) = doubtful {
        return stopped(range);
    }
    let targets = targets_of_phrase(folded, tokens, &candidates);
    // One wrong target stops the phrase, since the others were read by the same words.
    if let Some(target) = targets.iter().find(|target| !path::agrees(target)) {
        return Reading::stopped_by(target.span);
    }
    let undated = candidates.iter().find(|candidate| path::is_of_no_year(tokens, candidate));
    if let Some(token) = undated.and_then(|candidate| tokens.get(candidate.at)) {
        return stopped(token.start..token.end);
    }
    if targets.is_empty() {
        let kind = placeholder::kind_without_targets(&folded.text, tokens);
        let date = tokens.iter().find(|token| token.rule == Rule::date);
        // 2025年12月31日 in a value cell is a deadline that somebody put into the wrong column, and the drafter is
        // shown it.
        return match date.filter(|_| kind != ReadingKind::Placeholder) {
            Some(date) => stopped(date.start..date.end),
            None => Reading::without_targets(kind),
        };
    }
    match whole::stopper(&folded.text, tokens, &candidates) {
        Some(range) => stopped(range),
        None => Reading { targets, kind: ReadingKind::Targets, stopped: None },
    }
}
