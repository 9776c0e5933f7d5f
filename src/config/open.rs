//! The first look at a TOML text: its table as far as it can be read, and what breaks the syntax.

use toml::{Spanned, de::DeTable};

use crate::text::Span;

use super::{ConfigProblemKind, table::Problems};

/// The table of `text`, and the places where it is no TOML.
pub(super) fn open_toml(text: &str) -> (Spanned<DeTable<'_>>, Problems) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut problems = Problems::default();
    for error in errors {
        // An error of the parser without a place stands at the beginning: it must not be lost.
        let at = error.span().unwrap_or(0..0);
        let at = Span::new(at.start, at.end);
        problems.push(at, syntax(at.of(text), error.message()));
    }
    (table, problems)
}

/// A Chinese title as a key is the one mistake in TOML's own rules that our users will make.
fn syntax(words: &str, reason: &str) -> ConfigProblemKind {
    // `目标未提高 = "off"` without quotes: TOML allows letters of ASCII alone in bare keys, and its own
    // message speaks of none of that.
    let word = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    if !words.is_ascii() && words.chars().all(word) {
        ConfigProblemKind::Unquoted(words.to_owned())
    } else {
        ConfigProblemKind::Syntax(reason.to_owned())
    }
}
