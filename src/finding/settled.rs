//! What the engine returns: a draft with its rule, level and fingerprint, and who allowed it.

use std::{cmp::Ordering, sync::Arc};

use super::{Confidence, Draft, Level, Place, RelatedPlace, Ruling};

/// The note of a finding that a decision accepts: it will be mended.
pub const AGREED: &str = "agreed";
/// The note of a finding that a decision accepts in part, and whose plan has not come up to the agreed value.
pub const SHORT: &str = "short";
/// The note of a finding whose decision has lapsed, because the gap has grown.
pub const LAPSED: &str = "lapsed";
/// The note of a known finding that has become worse.
pub const RISEN: &str = "risen";

/// A finding of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// A short stable fingerprint of its content: rule, plan, indicator, year, other party; never of line numbers.
    pub id: String,
    /// The rule's name.
    pub rule: &'static str,
    /// How loud it is here, after configuration and folding.
    pub level: Level,
    /// What the rule found.
    pub draft: Draft,
    /// The id of the finding that is its root cause, when it is folded under one.
    pub root: Option<String>,
}

impl Finding {
    /// How sure it is.
    #[must_use]
    pub fn confidence(&self) -> Confidence {
        self.draft.confidence
    }

    /// The note that says how it stands to a decision or to the baseline, when one speaks of it.
    #[must_use]
    pub fn standing(&self) -> Option<&RelatedPlace> {
        let related = self.draft.related.iter();
        related.rev().find(|related| [AGREED, SHORT, LAPSED, RISEN].contains(&related.note))
    }

    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.draft.place
    }

    /// The order of findings in every output: place, then loudest first, then rule, then id.
    #[must_use]
    pub fn order(&self, other: &Self) -> Ordering {
        (self.place().file, self.place().span)
            .cmp(&(other.place().file, other.place().span))
            .then_with(|| other.level.cmp(&self.level))
            .then_with(|| self.rule.cmp(other.rule))
            .then_with(|| self.id.cmp(&other.id))
    }
}

/// By what a finding was allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AllowedBy {
    /// A comment in the plan file.
    Comment,
    /// A decision in the decisions file.
    Decision {
        /// What was decided.
        ruling: Ruling,
        /// The value that was agreed on, as written, where it was accepted in part.
        value: Option<Arc<str>>,
        /// Who decided, as written.
        approver: Arc<str>,
    },
}

/// A finding that somebody allowed, for the register.
#[derive(Clone, Debug, PartialEq)]
pub struct Allowed {
    /// The finding.
    pub finding: Finding,
    /// By what.
    pub by: AllowedBy,
    /// The reason as written.
    pub reason: Arc<str>,
    /// Until when, as written.
    pub until: Option<Arc<str>>,
    /// Where the allow stands.
    pub place: Place,
}
