//! The sign of a level on the page of a report.

use crate::finding::Level;

/// The levels, loudest first, and the signs that tell them apart without colour.
// A meeting's papers are copied in black and white, and some readers see no red: colour only repeats what the sign
// says.
pub(super) const LEVELS: [(Level, &str); 3] =
    [(Level::Error, "✕"), (Level::Warning, "▲"), (Level::Info, "●")];

/// The sign of a level; empty for none.
pub(super) fn sign_of(level: Option<Level>) -> &'static str {
    LEVELS.into_iter().find(|(known, _)| Some(*known) == level).map_or("", |(_, sign)| sign)
}
