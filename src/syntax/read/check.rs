//! Values that a field or a column is restricted to.

use crate::syntax::nearest::nearest_word;
use crate::syntax::terms::{
    Class, DirectionWord, Enumerated, KeywordSet, PathWord, RelationWord, find_term, is_blank_cell,
};
use crate::syntax::{ColumnKind, ProblemKind};

/// A column that knows its values, with the check of one cell.
#[derive(Clone, Copy)]
pub(super) struct CheckedColumn {
    /// Which column.
    pub(super) index: usize,
    /// What is wrong with a cell.
    pub(super) check: fn(&str, KeywordSet) -> Option<ProblemKind>,
}

impl CheckedColumn {
    /// The check of a column, when its kind has one.
    pub(super) fn of(index: usize, kind: &ColumnKind) -> Option<Self> {
        let check = match kind {
            ColumnKind::Class => unknown_value::<Class>,
            ColumnKind::Direction => unknown_value::<DirectionWord>,
            ColumnKind::Path => unknown_value::<PathWord>,
            ColumnKind::Relation => unknown_relation,
            _ => return None,
        };
        Some(Self { index, check })
    }
}

/// The problem of a value that is not blank and none of the known ones.
pub(super) fn unknown_value<T: Enumerated>(words: &str, set: KeywordSet) -> Option<ProblemKind> {
    // Nearly every cell is written in the usual word: no folding, no allocation.
    let usual = |term: &super::super::terms::Term<T>| term.word(set) == words;
    if T::terms().iter().any(usual)
        || is_blank_cell(words)
        || find_term(T::terms(), words).is_some()
    {
        return None;
    }
    let known: Vec<_> = T::terms().iter().map(|term| term.word(set).to_owned()).collect();
    Some(ProblemKind::UnknownValue { known, nearest: nearest_word(words, T::terms(), set) })
}

fn unknown_relation(words: &str, set: KeywordSet) -> Option<ProblemKind> {
    if RelationWord::read_with_weight(words).is_some() {
        return None;
    }
    unknown_value::<RelationWord>(words, set).map(|kind| match kind {
        ProblemKind::UnknownValue { mut known, nearest } => {
            known.dedup();
            ProblemKind::UnknownValue { known, nearest }
        }
        other => other,
    })
}
