//! A phrase with its full-width forms folded, and the way back to the bytes of the original.

use std::borrow::Cow;

use crate::text::{Span, fold, fold_char};

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
        let text = fold(phrase);
        let mut gone = Vec::new();
        if matches!(text, Cow::Owned(_)) {
            let (mut offset, mut total) = (0, 0);
            for character in phrase.chars() {
                let half = fold_char(character).len_utf8();
                offset += half;
                if character.len_utf8() > half {
                    total += character.len_utf8() - half;
                    gone.push((offset, total));
                }
            }
        }
        Self { phrase, text, gone }
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
