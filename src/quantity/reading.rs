//! What the grammar makes of one phrase.

use std::sync::Arc;

use crate::text::Span;

use super::folded::Folded;
use super::targets::Fold;
use super::tokens::tokens;
use super::{Basis, Comparator, Decimal, Relative, Unit, bare, doubt, placeholder, roles};

/// A phrase and the targets it states.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The targets in their order; empty unless `kind` is `Targets`.
    pub targets: Vec<Quantity>,
    /// What the phrase is.
    pub kind: ReadingKind,
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
}

/// The longest phrase that is read, in characters; what is longer is prose, not a phrase.
const LONGEST: usize = 2_000;

/// Reads a phrase; never fails: what cannot be read says so.
#[must_use]
pub fn read(phrase: &str) -> Reading {
    if let Some(target) = bare::read(phrase) {
        return Reading { targets: vec![target], kind: ReadingKind::Targets };
    }
    if placeholder::is_absent(phrase) {
        return Reading::without_targets(ReadingKind::Absent);
    }
    if phrase.chars().nth(LONGEST).is_some() {
        return Reading::without_targets(ReadingKind::Unreadable);
    }
    let folded = Folded::new(phrase);
    let Some(tokens) = tokens(&folded.text) else {
        return Reading::without_targets(ReadingKind::Unreadable);
    };
    let candidates = roles::candidates(&tokens);
    if candidates.iter().any(|candidate| doubt::is_doubtful(&folded.text, &tokens, candidate)) {
        return Reading::without_targets(ReadingKind::Unreadable);
    }
    let targets = Fold::targets(&folded, &tokens, &candidates);
    if targets.is_empty() {
        return Reading::without_targets(placeholder::kind(&folded.text, &tokens));
    }
    Reading { targets, kind: ReadingKind::Targets }
}

impl Reading {
    /// A phrase that states no target.
    fn without_targets(kind: ReadingKind) -> Self {
        Self { targets: Vec::new(), kind }
    }
}
