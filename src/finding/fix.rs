//! What can be written in place of what a finding is about.

use std::sync::Arc;

use crate::text::Span;

/// Who may apply a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Safety {
    /// The program: what the plan says stays the same.
    Safe,
    /// A person who has agreed to it: what the plan says, or what is reported on it, changes.
    Unsafe,
}

impl Safety {
    /// The word used in JSON.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// One stretch of the finding's file and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes to replace; empty to insert.
    pub span: Span,
    /// The new words; empty to remove.
    pub text: Arc<str>,
}

/// A fix: all of its edits or none, all in the file of the finding. It never changes a digit of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// Who may apply it.
    pub safety: Safety,
    /// The edits, in order and apart from each other; at least one.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix that writes `text` at one place.
    #[must_use]
    pub fn one(safety: Safety, span: Span, text: impl Into<Arc<str>>) -> Self {
        Self { safety, edits: vec![Edit { span, text: text.into() }] }
    }

    /// The word that a misspelt one was meant to be; a word of two letters is too short to be sure of.
    #[must_use]
    pub fn spelling(written: &str, span: Span, meant: &str) -> Option<Self> {
        let safety = if written.chars().count() > 2 { Safety::Safe } else { Safety::Unsafe };
        (!meant.is_empty()).then(|| Self::one(safety, span, meant))
    }

    /// The stretch from the first edit to the last.
    #[must_use]
    pub fn span(&self) -> Span {
        let spans = self.edits.iter().map(|edit| edit.span);
        spans.reduce(Span::to).unwrap_or_default()
    }
}
