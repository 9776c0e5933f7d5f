//! The closest known word to one that is not known.

use super::terms::{KeywordSet, Term, compared};

/// A longer word is prose, not a misspelling.
const LONGEST: usize = 24;

/// The meaning closest to `written`, when at most a third of the letters (at least one) differ; the first of equals.
pub(super) fn nearest<T>(
    written: &str,
    candidates: impl IntoIterator<Item = (&'static str, T)>,
) -> Option<T> {
    let key = compared(written);
    let length = key.chars().count();
    if !(2..=LONGEST).contains(&length) {
        return None;
    }
    let mut best: Option<(usize, T)> = None;
    for (candidate, meaning) in candidates {
        let letters = candidate.chars().count().max(length);
        let distance = strsim::osa_distance(&key, candidate);
        let close = distance <= (letters / 3).max(1) && distance < letters;
        if close && best.as_ref().is_none_or(|(least, _)| distance < *least) {
            best = Some((distance, meaning));
        }
    }
    best.map(|(_, meaning)| meaning)
}

/// The term with the word closest to `written`, by its usual word in `set`.
pub(super) fn nearest_word<T>(
    written: &str,
    terms: &'static [Term<T>],
    set: KeywordSet,
) -> Option<String> {
    let words = terms.iter().flat_map(|term| term.all().map(move |word| (word, term)));
    nearest(written, words).map(|term| term.word(set).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspellings_find_their_word() {
        let words = || ["指标表", "正文", "targets", "statements"].map(|word| (word, word));
        assert_eq!(nearest("指标 标", words()), Some("指标表"));
        assert_eq!(nearest("指标标表", words()), Some("指标表"));
        assert_eq!(nearest("Tagrets", words()), Some("targets"));
        assert_eq!(nearest("完全不同的字", words()), None);
        assert_eq!(nearest("", words()), None);
    }
}
