//! The keywords that open a plan or a table.

use super::{KeywordSet, Term};
use crate::syntax::{PlanHead, TableKind};

/// What a keyword opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::syntax) enum Keyword {
    /// 规划.
    Plan,
    /// A table.
    Table(TableKind),
}

/// Every keyword; `grammar/plan.pest` lists the same words.
pub(in crate::syntax) static KEYWORDS: [Term<Keyword>; 10] = [
    keyword_term(Keyword::Plan, &["规划"], &["plan"]),
    keyword_term(Keyword::Table(TableKind::Targets), &["指标表"], &["targets"]),
    keyword_term(Keyword::Table(TableKind::Statements), &["正文"], &["statements"]),
    keyword_term(Keyword::Table(TableKind::Citations), &["引述"], &["citations"]),
    keyword_term(Keyword::Table(TableKind::Tasks), &["任务表"], &["tasks"]),
    keyword_term(Keyword::Table(TableKind::Actuals), &["实绩表"], &["actuals"]),
    keyword_term(Keyword::Table(TableKind::Checks), &["核算"], &["checks"]),
    keyword_term(Keyword::Table(TableKind::Allocations), &["分解表"], &["allocations"]),
    keyword_term(Keyword::Table(TableKind::Catalogue), &["指标目录"], &["catalogue", "catalog"]),
    keyword_term(Keyword::Table(TableKind::Regions), &["行政区划"], &["regions"]),
];

impl PlanHead {
    /// The keyword that opens a plan.
    #[must_use]
    pub fn word(set: KeywordSet) -> &'static str {
        let term = KEYWORDS.iter().find(|term| term.means == Keyword::Plan);
        term.map_or("", |term| term.word(set))
    }
}

impl TableKind {
    /// The keyword that opens it; empty for an unknown one.
    #[must_use]
    pub fn word(self, set: KeywordSet) -> &'static str {
        let term = KEYWORDS.iter().find(|term| term.means == Keyword::Table(self));
        term.map_or("", |term| term.word(set))
    }
}

const fn keyword_term(
    means: Keyword,
    chinese: &'static [&'static str],
    english: &'static [&'static str],
) -> Term<Keyword> {
    Term { means, chinese, english }
}
