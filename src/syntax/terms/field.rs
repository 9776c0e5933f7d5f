//! The names of the header fields.

use super::{KeywordSet, Term, find};
use crate::syntax::FieldKey;

/// Every field.
pub(in crate::syntax) static FIELDS: [Term<FieldKey>; 12] = [
    term(FieldKey::Region, &["地区"], &["region"]),
    term(FieldKey::Period, &["规划期", "规划期限"], &["period"]),
    term(FieldKey::Outlook, &["展望"], &["outlook"]),
    term(FieldKey::Kind, &["类型"], &["kind"]),
    term(FieldKey::Topic, &["主题"], &["topic"]),
    term(FieldKey::Status, &["状态"], &["status"]),
    term(FieldKey::Number, &["文号"], &["number"]),
    term(FieldKey::Issuer, &["发布机构"], &["issuer"]),
    term(FieldKey::Issued, &["发布日期"], &["issued"]),
    term(FieldKey::BasedOn, &["依据"], &["based-on", "basedon"]),
    term(FieldKey::Coverage, &["收录"], &["coverage"]),
    term(FieldKey::Source, &["来源"], &["source"]),
];

impl FieldKey {
    /// The field that `word` names.
    #[must_use]
    pub fn named(word: &str) -> Option<Self> {
        find(&FIELDS, word).map(|term| term.means)
    }

    /// Its usual word in one keyword set.
    #[must_use]
    pub fn word(self, set: KeywordSet) -> &'static str {
        FIELDS.iter().find(|term| term.means == self).map_or("", |term| term.word(set))
    }
}

const fn term(
    means: FieldKey,
    chinese: &'static [&'static str],
    english: &'static [&'static str],
) -> Term<FieldKey> {
    Term { means, chinese, english }
}
