//! The words of the language in both keyword sets: keywords, fields, columns and the values that fields and columns know.

mod column;
mod field;
mod keyword;
mod value;

use std::borrow::Cow;

use crate::text::fold_char;

use super::invisible::is_invisible;

pub use value::{Class, Coverage, DirectionWord, PathWord, PlanKind, RelationWord, Status};

pub(super) use column::{COLUMNS, NEUTRAL, YEAR_ROLES, required_columns};
pub(super) use field::FIELDS;
pub(super) use keyword::{KEYWORDS, Keyword};
pub use value::is_blank_cell;

pub(super) use value::Enumerated;

/// One of the two sets of words a file can be written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum KeywordSet {
    /// 规划, 指标表, 约束性 …
    Chinese,
    /// plan, targets, binding …
    English,
}

impl KeywordSet {
    /// The set a word belongs to: any character outside ASCII makes it Chinese.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if word.chars().all(|character| fold_char(character).is_ascii()) {
            Self::English
        } else {
            Self::Chinese
        }
    }
}

/// One meaning and its words, the usual one first.
#[derive(Debug)]
pub(super) struct Term<T: 'static> {
    /// What it means.
    pub(super) means: T,
    /// Its Chinese words.
    pub(super) chinese: &'static [&'static str],
    /// Its English words.
    pub(super) english: &'static [&'static str],
}

impl<T> Term<T> {
    /// The words of one set.
    pub(super) fn words(&self, set: KeywordSet) -> &'static [&'static str] {
        match set {
            KeywordSet::Chinese => self.chinese,
            KeywordSet::English => self.english,
        }
    }

    /// The words of both sets.
    pub(super) fn all(&self) -> impl Iterator<Item = &'static str> + use<T> {
        self.chinese.iter().chain(self.english).copied()
    }

    /// The usual word of one set.
    pub(super) fn word(&self, set: KeywordSet) -> &'static str {
        self.words(set).first().copied().unwrap_or_default()
    }

    /// Whether `key`, an output of [`compared_form`], is one of its words, which are kept in that form.
    pub(super) fn is(&self, key: &str) -> bool {
        self.chinese.iter().chain(self.english).any(|word| *word == key)
    }
}

/// The term one of whose words is `written`, compared without spaces, width and case.
pub(super) fn find_term<'a, T>(terms: &'a [Term<T>], written: &str) -> Option<&'a Term<T>> {
    let key = compared_form(written);
    if key.is_empty() { None } else { terms.iter().find(|term| term.is(&key)) }
}

/// `word` as words are compared: half-width, lower case, without spaces, line breaks and invisible characters.
#[must_use]
pub fn compared_form(word: &str) -> Cow<'_, str> {
    let kept = |character: char| !character.is_whitespace() && !is_invisible(character);
    let plain = |character: char| {
        kept(character) && fold_char(character) == character && !character.is_ascii_uppercase()
    };
    // Most words are in this form already, and this is asked of every cell that is compared.
    if word.chars().all(plain) && !word.contains('<') {
        return Cow::Borrowed(word);
    }
    // Converters of tables leave line breaks of a cell behind as tags.
    let word = word.replace("<br>", "").replace("<br/>", "");
    let folded = word.chars().filter(|character| kept(*character)).map(fold_char);
    Cow::Owned(folded.map(|character| character.to_ascii_lowercase()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_without_spaces_width_and_case() {
        assert_eq!(compared_form("指标 名\u{3000}称"), "指标名称");
        assert_eq!(compared_form("Ｂａｓｅｄ-On"), "based-on");
        assert_eq!(compared_form("2025年<br>目标值"), "2025年目标值");
        assert_eq!(compared_form("指\u{200B}标"), "指标");
    }

    #[test]
    fn no_word_means_two_things() {
        for set in [KeywordSet::Chinese, KeywordSet::English] {
            let keywords = KEYWORDS.iter().flat_map(|term| term.words(set));
            let fields = FIELDS.iter().flat_map(|term| term.words(set));
            let mut words: Vec<_> = keywords.chain(fields).collect();
            let all = words.len();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), all);
        }
    }

    #[test]
    fn the_grammar_knows_every_keyword() {
        for term in &KEYWORDS {
            for word in term.all() {
                let tree = crate::syntax::parse(&format!("{word} 《x》\n| 指标 |\n"));
                match term.means {
                    Keyword::Plan => assert!(tree.plan.is_some(), "{word}"),
                    Keyword::Table(kind) => assert_eq!(tree.tables[0].kind, kind, "{word}"),
                }
            }
        }
    }

    #[test]
    fn terms_are_kept_as_they_are_compared() {
        let columns = COLUMNS.iter().flat_map(|column| column.term.all());
        let fields = FIELDS.iter().flat_map(Term::all);
        for word in columns.chain(fields).chain(YEAR_ROLES.iter().flat_map(Term::all)) {
            assert_eq!(compared_form(word), word);
        }
    }
}
