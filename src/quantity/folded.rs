//! A phrase with its full-width forms, traditional characters and signs folded, and the way back to the bytes of the original.

use std::borrow::Cow;

use crate::text::{Span, fold_char, is_han, simplified};

/// The folded text of a phrase.
pub(super) struct Folded<'a> {
    /// The phrase as written.
    phrase: &'a str,
    /// The text the grammar reads.
    pub text: Cow<'a, str>,
    /// Behind which folded offset how many bytes have gone so far, ascending.
    gone: Vec<(usize, usize)>,
}

impl<'a> Folded<'a> {
    /// Folds `phrase`.
    pub fn new(phrase: &'a str) -> Self {
        // Most phrases fold to themselves. The four signs left out are those that folding may drop or turn:
        // thousands marks, the decimal comma, blanks.
        let plain = |c: char| c.is_ascii() && !matches!(c, ' ' | '\'' | ',' | '\t');
        if phrase.chars().all(|c| plain(c) || is_folded_han(c)) {
            return Self { phrase, text: Cow::Borrowed(phrase), gone: Vec::new() };
        }
        let mut folded = Self { phrase, text: Cow::Borrowed(""), gone: Vec::new() };
        let (mut text, mut total) = (String::with_capacity(phrase.len()), 0);
        let mut group = DigitGroup::default();
        for (at, character) in phrase.char_indices() {
            let behind = phrase.get(at + character.len_utf8()..).unwrap_or_default();
            let half = group.take(character, behind).then(|| folded_char(character)).flatten();
            text.extend(half);
            let gone = character.len_utf8() - half.map_or(0, char::len_utf8);
            // A folded character may be shorter than the one it stands for, never longer, so how much is gone only
            // grows and an offset is found by halves.
            if gone > 0 {
                total += gone;
                folded.gone.push((text.len(), total));
            }
        }
        // A full-width comma is one of the sentence: 34，5 are two numbers.
        let listed = phrase.contains('，');
        folded.text = Cow::Owned(if listed { text } else { with_decimal_point(text) });
        folded
    }

    /// Where the folded bytes `start..end` stand in the original phrase.
    pub fn original(&self, start: usize, end: usize) -> Span {
        Span::new(self.offset(start), self.offset(end))
    }

    /// The words at the folded bytes `start..end` as the phrase has them.
    pub fn written(&self, start: usize, end: usize) -> &'a str {
        self.original(start, end).of(self.phrase).trim()
    }

    /// The original offset of a folded one.
    fn offset(&self, folded: usize) -> usize {
        let behind = self.gone.partition_point(|&(offset, _)| offset <= folded);
        let total = behind.checked_sub(1).and_then(|last| self.gone.get(last));
        folded + total.map_or(0, |&(_, total)| total)
    }
}

/// How far the digits of a number go whose thousands are set apart by blanks or apostrophes.
#[derive(Default)]
struct DigitGroup {
    /// How many digits have come since anything else; none when they cannot be thousands.
    digits: Option<usize>,
    /// Whether anything but a letter or a blank stands before the digits.
    tied: bool,
}

impl DigitGroup {
    /// Takes the next character; false for a mark between thousands, `1 500` and `1'500`.
    fn take(&mut self, character: char, behind: &str) -> bool {
        if fold_char(character).is_ascii_digit() {
            self.digits = self.digits.map(|digits| digits + 1).or(Some(1));
            return true;
        }
        if is_invisible_filler(character) {
            return true;
        }
        let digits = self.digits.take();
        let mark = matches!(character, '\'' | '’' | ' ') || is_wide_blank(character);
        // 1 500 is one number; 2030 500 is a year and a number. Digits behind a point, a comma or a number that a
        // blank has closed begin no thousands either.
        let whole = digits.is_some_and(|digits| (1..=3).contains(&digits)) && !self.tied;
        if mark && whole && begins_with_thousands(behind) {
            return false;
        }
        // 0.5 500 and 3/4 500: these digits already go on from something.
        self.tied = matches!(character, '.' | ',' | '．' | '，' | '/' | ':' | '：');
        self.tied |= mark && digits.is_some();
        true
    }
}

/// Whether three digits and no fourth come next.
fn begins_with_thousands(behind: &str) -> bool {
    let mut next = behind.chars().filter(|&c| !is_invisible_filler(c)).map(fold_char);
    let three = next.by_ref().take(3).filter(char::is_ascii_digit).count() == 3;
    let fourth = next.next();
    // Three digits before 年 are a number of years and go on with nothing.
    three && !fourth.is_some_and(|c| c.is_ascii_digit() || c == '年')
}

/// A character that nobody sees and that changes nothing.
fn is_invisible_filler(character: char) -> bool {
    // Marks that turn the direction of writing are not among them: behind one the digits are shown in another order
    // than they are stored, so the phrase has to stop there.
    matches!(
        character,
        '\u{AD}' | '\u{180E}' | '\u{200B}'..='\u{200E}' | '\u{2060}'..='\u{2064}' | '\u{FEFF}'
    )
}

/// A blank of some width.
fn is_wide_blank(character: char) -> bool {
    matches!(character, '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}')
}

/// Whether a character is one of the usual Chinese ones that fold to themselves.
fn is_folded_han(character: char) -> bool {
    is_han(character) && simplified(character) == character
}

/// The plain form of a character; `None` for one that nobody sees.
fn folded_char(character: char) -> Option<char> {
    Some(match fold_char(character) {
        c if is_invisible_filler(c) => return None,
        c if is_wide_blank(c) => ' ',
        // Signs are one family whatever their code point.
        // The long dash — is left as it is: between words it is a sign of the sentence, and the grammar has a rule
        // of its own for 25—30.
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{FE63}' => '-',
        '\u{2236}' | '\u{FE55}' | '\u{FE13}' => ':',
        '\u{FE52}' => '.',
        '\u{FE50}' => ',',
        '\u{FE6A}' => '%',
        '\u{2217}' | '\u{204E}' | '\u{FE61}' => '*',
        '\u{FE62}' => '+',
        '\u{FE64}' => '<',
        '\u{FE65}' => '>',
        '\u{FE66}' => '=',
        '\u{FE59}' => '(',
        '\u{FE5A}' => ')',
        '≦' | '⩽' | '≯' => '≤',
        '≧' | '⩾' | '≮' => '≥',
        c => simplified(c),
    })
}

/// `34,5%` is 34.5 where the number is all there is but signs before it and a unit behind; any other such comma stays.
fn with_decimal_point(text: String) -> String {
    let before = |c: char| matches!(c, ' ' | '<' | '>' | '=' | '≥' | '≤' | '≈' | '-' | '+');
    let number = text.trim_start_matches(before);
    let Some((whole, rest)) = number.split_once(',') else { return text };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let is_whole = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit());
    let behind = rest.get(digits..).unwrap_or_default();
    // In a list nobody can tell 34,5 from 34 and 5; alone in its cell with one or two digits behind it the comma can
    // be nothing but a decimal mark.
    let alone = !behind.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | '、'));
    if !is_whole || !matches!(digits, 1 | 2) || !alone {
        return text;
    }
    let at = text.len() - number.len() + whole.len();
    let (head, tail) = (text.get(..at), text.get(at + 1..));
    format!("{}.{}", head.unwrap_or_default(), tail.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_to_the_original_bytes() {
        let phrase = "达到９５％以上";
        let folded = Folded::new(phrase);
        let at = folded.text.find("95%").unwrap();
        assert_eq!(folded.original(at, at + 3).of(phrase), "９５％");
        let behind = folded.text.find("以上").unwrap();
        assert_eq!(folded.original(behind, folded.text.len()).of(phrase), "以上");
    }
}
