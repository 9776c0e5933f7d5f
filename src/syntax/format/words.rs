//! Words of one keyword set written in the other.

use std::borrow::Cow;

use crate::syntax::{
    ColumnKind, FieldKey, TableKind, Tree,
    column::{column_word, is_word_of},
    invisible::is_invisible,
    terms::{
        Class, Coverage, DirectionWord, Enumerated, FIELDS, KEYWORDS, KeywordSet, PathWord,
        PlanKind, RelationWord, Status, Term, find_term,
    },
    year_head,
};

/// Knows the words to write, and the tree that says what stands where.
pub(super) struct Rewriter<'a> {
    /// The text the tree was read from.
    pub(super) text: &'a str,
    tree: Tree,
    set: Option<KeywordSet>,
}

impl<'a> Rewriter<'a> {
    pub(super) fn new(text: &'a str, tree: Tree, keywords: Keywords) -> Self {
        let set = match keywords {
            Keywords::Keep => None,
            Keywords::Chinese => Some(KeywordSet::Chinese),
            Keywords::English => Some(KeywordSet::English),
        };
        Self { text, tree, set }
    }

    pub(super) fn keyword(&self, written: &'a str) -> &'a str {
        self.term(&KEYWORDS, written)
    }

    pub(super) fn field(&self, written: &'a str) -> &'a str {
        self.term(&FIELDS, written)
    }

    /// 类型, 状态 and 收录 know their values; every other value stays.
    pub(super) fn field_value(&self, key: &str, written: &'a str) -> &'a str {
        match find_term(&FIELDS, key).map(|term| term.means) {
            Some(FieldKey::Kind) => self.term(PlanKind::terms(), written),
            Some(FieldKey::Status) => self.term(Status::terms(), written),
            Some(FieldKey::Coverage) => self.term(Coverage::terms(), written),
            _ => written,
        }
    }

    /// 注 or note, and the number behind it.
    pub(super) fn note(&self, written: &'a str) -> (&'a str, &'a str) {
        let (word, number) =
            written.split_at(written.trim_end_matches(|c: char| c.is_ascii_digit()).len());
        match self.wanted(word) {
            Some(KeywordSet::Chinese) => ("注", number),
            Some(KeywordSet::English) => ("note", number),
            None => (word, number),
        }
    }

    /// The head of a column.
    pub(super) fn head(&self, table: u32, column: usize, written: &'a str) -> Cow<'a, str> {
        let (Some(set), Some(table)) = (self.wanted(written), self.tree.tables.get(table as usize))
        else {
            return Cow::Borrowed(written);
        };
        // The tree says what a head was read as, so a head that only ends like a known word keeps its own: 主要指标
        // is not rewritten.
        match table.columns.get(column).map(|column| &column.kind) {
            Some(ColumnKind::Year { year, role }) => year_head::of_level(*year, *role, set),
            Some(ColumnKind::Growth { year, role }) => year_head::of_growth(*year, *role, set),
            Some(kind) if is_word_of(table.kind, kind, written) => {
                Cow::Borrowed(column_word(table.kind, kind, set).unwrap_or(written))
            }
            _ => Cow::Borrowed(written),
        }
    }

    /// A cell of a column that knows its values.
    pub(super) fn value(&self, table: u32, column: usize, written: &'a str) -> Cow<'a, str> {
        let table = self.tree.tables.get(table as usize);
        let kind = table.and_then(|table| table.columns.get(column)).map(|column| &column.kind);
        Cow::Borrowed(match kind {
            Some(ColumnKind::Class) => self.term(Class::terms(), written),
            Some(ColumnKind::Direction) => self.term(DirectionWord::terms(), written),
            Some(ColumnKind::Path) => self.term(PathWord::terms(), written),
            Some(ColumnKind::Relation) => return self.relation(written),
            _ => written,
        })
    }

    /// 加权平均(常住人口) and mean(常住人口): the weight is a name and stays.
    fn relation(&self, written: &'a str) -> Cow<'a, str> {
        let name = written.split(['(', '（']).next().unwrap_or_default();
        match (self.wanted(name), RelationWord::read_with_weight(written)) {
            (Some(set), Some((relation, Some(weight)))) => {
                Cow::Owned(format!("{}({weight})", relation.word(set)))
            }
            (Some(set), Some((relation, None))) => Cow::Borrowed(relation.word(set)),
            _ => Cow::Borrowed(written),
        }
    }

    fn term<T>(&self, terms: &'static [Term<T>], written: &'a str) -> &'a str {
        let Some(set) = self.wanted(written) else { return written };
        find_term(terms, written).map_or(written, |term| term.word(set))
    }

    /// The set to write a word in, when it is not in it. A word with something invisible in it stays as it is.
    fn wanted(&self, written: &str) -> Option<KeywordSet> {
        // A word in the wanted set is left as its writer chose it: 征求意见稿 does not become 征求意见.
        let set = self.set?;
        (KeywordSet::of(written) != set && !written.chars().any(is_invisible)).then_some(set)
    }
}

impl ColumnKind {
    /// The usual head of such a column; `None` for one that has none of its own, such as a region's.
    #[must_use]
    pub fn word(&self, table: TableKind, set: KeywordSet) -> Option<Cow<'static, str>> {
        match self {
            Self::Year { year, role } => Some(year_head::of_level(*year, *role, set)),
            Self::Growth { year, role } => Some(year_head::of_growth(*year, *role, set)),
            kind => column_word(table, kind, set).map(Cow::Borrowed),
        }
    }
}

/// The words a formatted file is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keywords {
    /// As they are.
    #[default]
    Keep,
    /// 规划, 指标表, 约束性 …
    Chinese,
    /// plan, targets, binding …
    English,
}
