//! How many terminal columns a text takes.

use unicode_width::UnicodeWidthStr;

/// Display columns of `text`: wide characters count two, ambiguous ones one.
#[must_use]
pub fn display_width(text: &str) -> usize {
    text.width()
}

/// Display columns of `text` where ambiguous characters (“ ” — ≥ …) count two, as in many Chinese fonts.
#[must_use]
pub fn display_width_cjk(text: &str) -> usize {
    text.width_cjk()
}
