//! What the grammar makes of one phrase.

use std::{ops::Range, sync::Arc};

use crate::text::Span;

use super::folded::Folded;
use super::grammar::Rule;
use super::targets::Fold;
use super::tokens::{PhraseToken, tokens_of_phrase};
use super::{Basis, Comparator, Decimal, Relative, Unit};
use super::{doubt, number_roles, path, placeholder, plain_number, whole};

/// A phrase and the targets it states.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The targets in their order; empty unless `kind` is `Targets`.
    pub targets: Vec<Quantity>,
    /// What the phrase is.
    pub kind: ReadingKind,
    /// The words that stopped it, as bytes of the phrase, when it is `Unreadable` and some words did.
    pub stopped: Option<Span>,
}

/// What a phrase is as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadingKind {
    /// It states at least one target.
    Targets,
    /// No value yet, kept apart: 待补充, ***, X%.
    Placeholder,
    /// No value: `—`, `--`, `-`, blank.
    Absent,
    /// Digits that are no target: 5G, 3A, “4210”.
    NotATarget,
    /// The grammar cannot read it.
    Unreadable,
}

/// One target of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    /// Its words, as bytes of the phrase.
    pub span: Span,
    /// How it compares.
    pub comparator: Comparator,
    /// The lower number, in the plain unit; for `Reach` and `Approx` equal to `high`.
    pub low: Option<Decimal>,
    /// The upper number, in the plain unit.
    pub high: Option<Decimal>,
    /// The unit printed beside the number (magnitudes already multiplied in: its factor is 1).
    pub unit: Option<Unit>,
    /// The basis its words say.
    pub basis: Option<Basis>,
    /// What it is relative to.
    pub relative: Option<Relative>,
    /// The condition it stands under, as written: 设区城市.
    pub condition: Option<Arc<str>>,
    /// The object full coverage is promised for, as written: 公办学校.
    pub object: Option<Arc<str>>,
    /// The softening word, as written: 力争, 争取, 原则上.
    pub softener: Option<Arc<str>>,
    /// Whether a verb or sign says that more is better (提高到) or less (降至); `None` for a bare number.
    pub heading: Option<super::Direction>,
    /// The year its own words say: 20%（2026年）, 2027年97%.
    pub year: Option<i32>,
    /// The value it starts from, when it is told beside it: 从209元提高到217元.
    pub start: Option<Decimal>,
    /// The change that leads to it, negative for a fall, when it is told beside it: 提高5个百分点至25%.
    pub change: Option<Decimal>,
}

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
    let targets = Fold::targets(folded, tokens, &candidates);
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

impl Reading {
    /// A phrase that states no target.
    fn without_targets(kind: ReadingKind) -> Self {
        Self { targets: Vec::new(), kind, stopped: None }
    }

    /// A phrase that cannot be read because of the words at `span`.
    fn stopped_by(span: Span) -> Self {
        let kind = ReadingKind::Unreadable;
        Self { targets: Vec::new(), kind, stopped: Some(span).filter(|span| !span.is_empty()) }
    }
}
