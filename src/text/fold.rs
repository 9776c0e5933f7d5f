//! Full-width forms and their half-width equals.

use std::borrow::Cow;

/// The half-width form of a full-width character (U+FF01–FF5E, U+3000, U+00A0; 【】 become []), else itself.
#[must_use]
pub fn fold_char(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(character as u32 - 0xFEE0).unwrap_or(character),
        '\u{3000}' | '\u{A0}' => ' ',
        // Brackets of one meaning that Chinese input methods offer; of groups and footnotes either kind is written.
        '【' => '[',
        '】' => ']',
        other => other,
    }
}

/// `text` with every full-width form folded; borrowed when there is none.
#[must_use]
pub fn fold_full_width(text: &str) -> Cow<'_, str> {
    if text.chars().all(|character| fold_char(character) == character) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(text.chars().map(fold_char).collect())
    }
}
