//! A finding as miette sees it.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, Severity, SourceCode};

use crate::finding::Level;

use super::snippet::Snippet;

/// A sentence with a line under it, and further pictures beside it.
#[derive(Debug)]
pub(super) struct Picture {
    /// How loud it is.
    pub(super) level: Level,
    /// The line above it: level, title and name of the rule.
    pub(super) head: Option<String>,
    /// The sentence.
    pub(super) message: String,
    /// The line; `None` when the text is not at hand.
    pub(super) snippet: Option<Snippet>,
    /// Places in other texts and lines.
    pub(super) related: Vec<Picture>,
}

impl Picture {
    /// A place beside another one, with its note.
    pub(super) fn beside(note: String, snippet: Option<Snippet>) -> Self {
        Self { level: Level::Info, head: None, message: note, snippet, related: Vec::new() }
    }
}

impl Picture {
    /// Whether its head names line and column.
    pub(super) fn has_lines(&self) -> bool {
        self.snippet.as_ref().is_none_or(Snippet::has_lines)
    }
}

impl fmt::Display for Picture {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Picture {}

impl Diagnostic for Picture {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let head = self.head.as_ref()?;
        Some(Box::new(head))
    }

    fn severity(&self) -> Option<Severity> {
        Some(match self.level {
            Level::Error => Severity::Error,
            Level::Warning => Severity::Warning,
            Level::Info | Level::Off => Severity::Advice,
        })
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.snippet.as_ref().map(|snippet| snippet as &dyn SourceCode)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let snippet = self.snippet.as_ref()?;
        Some(Box::new(snippet.labels()))
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        let pictures = self.related.iter().map(|picture| picture as &dyn Diagnostic);
        Some(Box::new(pictures))
    }
}
