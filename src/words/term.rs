//! One word for one key, in the language of the output.

use crate::{config::Language, text::Keyed};

use super::terms::TERMS;

/// The word for a choice: 约束性 for a binding class.
#[must_use]
pub fn term_of(language: Language, choice: impl Keyed) -> &'static str {
    term(language, choice.key())
}

/// The word for `key` (`binding` is 约束性); a key nobody knows is returned as it is, because names of custom tiers are their own words.
#[must_use]
pub fn term(language: Language, key: &str) -> &str {
    // A run asks for few words, so that the table is walked and no map is built for it.
    match TERMS.iter().find(|(known, ..)| *known == key) {
        Some((_, zh, en)) => language.pick(zh, en),
        None => key,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_once_and_in_both_languages() {
        let mut keys: Vec<_> = TERMS.iter().map(|(key, ..)| *key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), TERMS.len());
        for (key, zh, en) in TERMS {
            assert!(zh.chars().any(|c| c > '\u{2E80}'), "{key} has no Chinese word");
            assert!(en.is_ascii(), "{key} has no English word");
        }
        assert_eq!(term(Language::Zh, "binding"), "约束性");
        assert_eq!(term(Language::En, "member-state"), "member-state");
    }
}
