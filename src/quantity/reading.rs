//! What a phrase says as it is read: its targets, or why it has none.

use std::sync::Arc;

use crate::text::Span;

use super::{Basis, Comparator, Decimal, Direction, Relative, Unit};

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
    pub heading: Option<Direction>,
    /// The year its own words say: 20%（2026年）, 2027年97%.
    pub year: Option<i32>,
    /// The value it starts from, when it is told beside it: 从209元提高到217元.
    pub start: Option<Decimal>,
    /// The change that leads to it, negative for a fall, when it is told beside it: 提高5个百分点至25%.
    pub change: Option<Decimal>,
}

impl Reading {
    /// A phrase that states no target.
    pub(super) fn without_targets(kind: ReadingKind) -> Self {
        Self { targets: Vec::new(), kind, stopped: None }
    }

    /// A phrase that cannot be read because of the words at `span`.
    pub(super) fn stopped_by(span: Span) -> Self {
        let kind = ReadingKind::Unreadable;
        Self { targets: Vec::new(), kind, stopped: Some(span).filter(|span| !span.is_empty()) }
    }
}
