//! The signs of the levels, for narrow places and for paper.

use crate::{config::Language, finding::Level};

/// The levels, loudest first, and the signs that tell them apart without colour.
// A meeting's papers are copied in black and white, and some readers see no red: colour only repeats what the sign
// says.
pub(crate) const LEVEL_SIGNS: [(Level, &str); 3] =
    [(Level::Error, "✕"), (Level::Warning, "▲"), (Level::Info, "●")];

/// The sign of a level; empty for none.
pub(crate) fn level_sign(level: Option<Level>) -> &'static str {
    LEVEL_SIGNS.into_iter().find(|(known, _)| Some(*known) == level).map_or("", |(_, sign)| sign)
}

/// The sign of what was not judged.
pub(crate) fn unjudged_sign(language: Language) -> &'static str {
    language.pick("？", "?")
}
