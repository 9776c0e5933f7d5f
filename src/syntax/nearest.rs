//! The closest known word to one that is not known.

use super::terms::{KeywordSet, Term, compared_form};

/// A longer word is prose, not a misspelling.
const LONGEST: usize = 24;

/// The meaning closest to `written`, when at most a third of the letters (at least one) differ; none when two are equally close.
pub(super) fn nearest_meaning<T: PartialEq>(
    written: &str,
    candidates: impl IntoIterator<Item = (&'static str, T)>,
) -> Option<T> {
    let key = compared_form(written);
    let length = key.chars().count();
    // One letter is near to anything.
    if !(2..=LONGEST).contains(&length) {
        return None;
    }
    let mut best: Option<(usize, Option<T>)> = None;
    for (candidate, meaning) in candidates {
        let letters = candidate.chars().count().max(length);
        let distance = strsim::osa_distance(&key, candidate);
        // At least one, or no two-letter word could be misspelt; and never all of them, or any word of one letter
        // would be near any other.
        if distance > (letters / 3).max(1) || distance >= letters {
            continue;
        }
        match &mut best {
            Some((least, _)) if *least < distance => {}
            Some((least, found)) if *least == distance => {
                // Two words at one distance that mean the same thing are no doubt; 目标 and 指标 beside 木标 are,
                // and a wrong hint is worse than none.
                found.take_if(|found| *found != meaning);
            }
            _ => best = Some((distance, Some(meaning))),
        }
    }
    best.and_then(|(_, meaning)| meaning)
}

/// The term with the word closest to `written`, by its usual word in `set`.
pub(super) fn nearest_word<T>(
    written: &str,
    terms: &'static [Term<T>],
    set: KeywordSet,
) -> Option<String> {
    let words = terms.iter().flat_map(|term| term.all().map(move |word| (word, term.word(set))));
    nearest_meaning(written, words).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn misspellings_find_their_word() {
        let words = || ["指标表", "正文", "targets", "statements"].map(|word| (word, word));
        assert_eq!(nearest_meaning("指标 标", words()), Some("指标表"));
        assert_eq!(nearest_meaning("指标标表", words()), Some("指标表"));
        assert_eq!(nearest_meaning("Tagrets", words()), Some("targets"));
        assert_eq!(nearest_meaning("完全不同的字", words()), None);
        assert_eq!(nearest_meaning("", words()), None);
        assert_eq!(nearest_meaning("约期性", ["约束性", "预期性"].map(|word| (word, word))), None);
    }
}
