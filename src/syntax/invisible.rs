//! Characters that change a text without being seen.

use crate::text::Span;

/// Whether a character is a control, zero-width or bidirectional character; tab and line ends are not.
#[must_use]
pub fn is_invisible(character: char) -> bool {
    matches!(character,
        '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}'
        | '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E007F}')
}

/// The first invisible character of the stretch `within` of `text`.
#[must_use]
pub fn first_invisible(text: &str, within: Span) -> Option<(char, Span)> {
    let words = within.of(text);
    // Every line of every plan is looked through, and hardly any byte of Chinese can begin such a character, so most
    // need not be decoded.
    let starts = words.bytes().enumerate().filter(|(_, byte)| MAY_BEGIN[usize::from(*byte)]);
    let (at, character) = starts
        .filter_map(|(at, _)| Some((at, words.get(at..)?.chars().next()?)))
        .find(|(_, character)| is_invisible(*character))?;
    let start = within.start as usize + at;
    Some((character, Span::new(start, start + character.len_utf8())))
}

/// Whether an invisible character can begin with a byte; common Chinese text has few such bytes.
const MAY_BEGIN: [bool; 256] = {
    let mut begins = [false; 256];
    let mut byte = u8::MIN;
    // 0xFF begins no character in UTF-8, so the last byte may be left out.
    while byte < u8::MAX {
        begins[byte as usize] = matches!(byte,
            0..=8 | 0xB | 0xC | 0xE..=0x1F | 0x7F | 0xC2 | 0xD8 | 0xE1 | 0xE2 | 0xEF | 0xF3);
        byte += 1;
    }
    begins
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_byte_test_misses_none() {
        let mut buffer = [0; 4];
        for character in ('\0'..=char::MAX).filter(|character| is_invisible(*character)) {
            let first = character.encode_utf8(&mut buffer).as_bytes()[0];
            assert!(MAY_BEGIN[usize::from(first)], "{character:?}");
        }
    }

    #[test]
    fn tabs_and_chinese_marks_are_seen() {
        let text = "“十四五”\t：—\u{3000}\u{A0}";
        assert_eq!(first_invisible(text, Span::new(0, text.len())), None);
        assert_eq!(
            first_invisible("a\u{200B}b", Span::new(0, 5)),
            Some(('\u{200B}', Span::new(1, 4)))
        );
    }
}
