//! Chinese characters.

/// Whether a character is one of the common Chinese characters (the block of unified ideographs, without its extensions).
pub(crate) fn is_han(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}')
}
