//! The names of the header fields.

use super::{KeywordSet, Term, find_term};
use crate::syntax::FieldKey;

/// Every field.
pub(in crate::syntax) static FIELDS: [Term<FieldKey>; 12] = [
    field_term(FieldKey::Region, &["地区"], &["region"]),
    field_term(FieldKey::Period, &["规划期", "规划期限"], &["period"]),
    field_term(FieldKey::Outlook, &["展望"], &["outlook"]),
    field_term(FieldKey::Kind, &["类型"], &["kind"]),
    field_term(FieldKey::Topic, &["主题"], &["topic"]),
    field_term(FieldKey::Status, &["状态"], &["status"]),
    field_term(FieldKey::Number, &["文号"], &["number"]),
    field_term(FieldKey::Issuer, &["发布机构"], &["issuer"]),
    field_term(FieldKey::Issued, &["发布日期"], &["issued"]),
    field_term(FieldKey::BasedOn, &["依据"], &["based-on", "basedon"]),
    field_term(FieldKey::Coverage, &["收录"], &["coverage"]),
    field_term(FieldKey::Source, &["来源"], &["source"]),
];

impl FieldKey {
    /// The field that `word` names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        find_term(&FIELDS, word).map(|term| term.means)
    }

    /// Its usual word in one keyword set.
    #[must_use]
    pub fn word(self, set: KeywordSet) -> &'static str {
        FIELDS.iter().find(|term| term.means == self).map_or("", |term| term.word(set))
    }
}

const fn field_term(
    means: FieldKey,
    chinese: &'static [&'static str],
    english: &'static [&'static str],
) -> Term<FieldKey> {
    Term { means, chinese, english }
}
