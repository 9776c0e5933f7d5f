//! Makes every character visible: plans come from strangers, and a terminal obeys what it is shown.

use std::{borrow::Cow, fmt::Write as _};

/// `text` with control, zero-width and bidirectional characters written as `<U+202E>`; borrowed when there is none.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    text.chars().for_each(|character| push_escaped(&mut shown, character));
    Cow::Owned(shown)
}

/// Adds `character` as it may be shown.
pub fn push_escaped(shown: &mut String, character: char) {
    if is_hidden(character) {
        // Writing to a string cannot fail.
        let _ = write!(shown, "<U+{:04X}>", u32::from(character));
    } else {
        shown.push(character);
    }
}

/// Whether a terminal would obey the character instead of showing it, or show nothing.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        // More than the plan language forbids: fillers and variation selectors change nothing in a plan and show
        // nothing in a terminal.
        || matches!(character,
            '\u{AD}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180E}'
            | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{FFA0}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{FFFE}' | '\u{FFFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_are_spelt_out() {
        assert_eq!(escape("德清县 𠮷"), "德清县 𠮷");
        assert_eq!(escape("a\u{202E}b\u{1b}[31m"), "a<U+202E>b<U+001B>[31m");
        assert_eq!(escape("x\u{200B}\n"), "x<U+200B><U+000A>");
    }
}
