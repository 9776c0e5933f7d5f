//! Walking a TOML table whose keys are all known beforehand, with a suggestion for those that are not.

use toml::de::{DeTable, DeValue};

use crate::{
    quantity::Decimal,
    text::{Span, Written},
};

use super::{ConfigProblem, ConfigProblemKind, Expected, number};

/// A value with its place.
pub(super) type TomlEntry<'a> = toml::Spanned<DeValue<'a>>;

/// Where all problems of one file are collected.
#[derive(Default)]
pub(super) struct Problems {
    /// The problems in the order of finding.
    pub(super) found: Vec<ConfigProblem>,
}

impl Problems {
    /// Adds one.
    pub(super) fn push(&mut self, span: Span, kind: ConfigProblemKind) {
        self.found.push(ConfigProblem { span, kind });
    }

    /// Adds that `entry` should have been something else.
    pub(super) fn expected(&mut self, entry: &TomlEntry<'_>, expected: Expected) {
        self.push(span_of_entry(entry), ConfigProblemKind::Expected(expected));
    }

    /// The text of `entry`; a problem when it is none.
    pub(super) fn text<'a>(&mut self, entry: &'a TomlEntry<'_>) -> Option<&'a str> {
        let text = entry.get_ref().as_str();
        if text.is_none() {
            self.expected(entry, Expected::Text);
        }
        text
    }

    /// The table in `entry`; a problem when it is none.
    pub(super) fn table<'a, 'i>(&mut self, entry: &'a TomlEntry<'i>) -> Option<&'a DeTable<'i>> {
        let table = entry.get_ref().as_table();
        if table.is_none() {
            self.expected(entry, Expected::Table);
        }
        table
    }

    /// The number in `entry`, from its text, when `fits` holds for it; a problem when not.
    pub(super) fn number(
        &mut self,
        entry: &TomlEntry<'_>,
        expected: Expected,
        fits: impl Fn(Decimal) -> bool,
    ) -> Option<Decimal> {
        let number =
            number_text(entry).and_then(number::exact_decimal).filter(|number| fits(*number));
        if number.is_none() {
            self.expected(entry, expected);
        }
        number
    }

    /// What `read` makes of the word in `entry`; a problem with the nearest of `known` when it makes nothing.
    pub(super) fn word<T>(
        &mut self,
        entry: &TomlEntry<'_>,
        known: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let word = self.text(entry)?;
        let value = read(word);
        if value.is_none() {
            self.push(
                span_of_entry(entry),
                ConfigProblemKind::UnknownWord {
                    word: word.to_owned(),
                    known: known.iter().map(|word| (*word).to_owned()).collect(),
                    nearest: nearest_candidate(word, known.iter().copied()).map(str::to_owned),
                },
            );
        }
        value
    }

    /// The words in `entry` without the blanks around them; numbers and dates may stand without quotes.
    pub(super) fn written(&mut self, entry: &TomlEntry<'_>) -> Option<Written> {
        // Dates stand bare in many a hand-written file: until = 2026-12-31.
        let date = || entry.get_ref().as_datetime().map(ToString::to_string);
        let text = number_text(entry).map(str::to_owned).or_else(date);
        if text.is_none() {
            self.expected(entry, Expected::Text);
        }
        text.map(|text| Written { text: text.trim().into(), span: span_of_entry(entry) })
    }

    /// The year in `entry`; a problem when it is none.
    pub(super) fn year(&mut self, entry: &TomlEntry<'_>) -> Option<i32> {
        let year = number_text(entry).and_then(|text| text.trim().parse().ok());
        // Four digits, so that 25 for 2025 is told as a slip.
        let year = year.filter(|year| (1000..=9999).contains(year));
        if year.is_none() {
            self.expected(entry, Expected::Year);
        }
        year
    }

    /// What was read, unless there were problems: then these, in the order of their places.
    pub(super) fn closed<T>(mut self, read: T) -> Result<T, Vec<ConfigProblem>> {
        self.found.sort_by_key(|problem| problem.span);
        if self.found.is_empty() { Ok(read) } else { Err(self.found) }
    }

    /// Adds that `key` at `place` is none of `known`.
    pub(super) fn unknown_key(&mut self, key: &str, place: Span, known: &[&str]) {
        let nearest = nearest_candidate(key, known.iter().copied()).map(str::to_owned);
        self.push(place, ConfigProblemKind::UnknownKey { key: key.to_owned(), nearest });
    }
}

/// Where a key or value stands.
pub(super) fn span_of_entry<T>(entry: &toml::Spanned<T>) -> Span {
    Span::new(entry.span().start, entry.span().end)
}

/// The number's own text, whether it stands in quotes or bare; it never passes through a binary fraction.
fn number_text<'a>(entry: &'a TomlEntry<'_>) -> Option<&'a str> {
    // 0.1 as a binary fraction is not 0.1, and cut-offs are compared exactly.
    match entry.get_ref() {
        DeValue::String(text) => Some(text),
        DeValue::Float(number) => Some(number.as_str()),
        // In base ten only: 0x7E9 is a number to TOML and a slip in a file of plans.
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str()),
        _ => None,
    }
}

/// The candidate closest to `written`: at most a third of its characters differ, and fewer than half.
pub(super) fn nearest_candidate<'a>(
    written: &str,
    candidates: impl Iterator<Item = &'a str>,
) -> Option<&'a str> {
    // A third of the letters: `warnign` is meant for warning. Fewer than half besides, for a word of two
    // Chinese characters with one of them changed is another word.
    let length = written.chars().count();
    // Words of quite another length are no misspellings, and a likeness costs the product of both.
    let alike = |word: &str| word.chars().count().abs_diff(length) <= length.div_ceil(3);
    candidates
        .filter(|candidate| alike(candidate))
        .map(|candidate| (strsim::damerau_levenshtein(written, candidate), candidate))
        .filter(|(distance, _)| *distance <= length.div_ceil(3) && distance * 2 < length)
        .min()
        .map(|(_, candidate)| candidate)
}
