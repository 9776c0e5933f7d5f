//! One spelling for a unit's text: width, case, spaces, raised digits and the word "per" no longer matter.

use crate::text::fold_char;

/// `text` in half width and lower case, without spaces and thousands marks; "per" between words is a stroke.
pub fn squeezed(text: &str) -> String {
    let folded: String = text.chars().map(plain_sign).flat_map(char::to_lowercase).collect();
    let mut squeezed = String::with_capacity(folded.len());
    let mut words = folded.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let is_stroke =
            // per cent and per mille are units themselves.
            word == "per" && words.peek().is_some_and(|next| !matches!(*next, "cent" | "mille"));
        if is_stroke {
            squeezed.push('/');
        } else {
            push_word(&mut squeezed, word);
        }
    }
    squeezed
}

/// A thousands mark, and the full stop of an abbreviation, are no part of a word.
fn push_word(squeezed: &mut String, word: &str) {
    let mut last = ' ';
    for character in word.chars() {
        let drops = match character {
            ',' => last.is_ascii_digit(),
            // sq. km loses its stop, 1.5 keeps its point.
            '.' => last.is_ascii_alphabetic(),
            _ => false,
        };
        if !drops {
            squeezed.push(character);
        }
        last = character;
    }
}

/// The plain form of a sign that units print in several ways.
fn plain_sign(character: char) -> char {
    match fold_char(character) {
        '²' | '₂' => '2',
        '³' => '3',
        'µ' => 'μ',
        '∶' => ':',
        '￥' => '¥',
        '\u{2044}' | '\u{2215}' => '/',
        '’' | '‘' => '\'',
        other => other,
    }
}
