//! The columns of the form that a meeting fills in: what its writers print above them is what its reader looks for.

use crate::words::Language;

/// One thing that a row of the form says of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FormColumn {
    /// The short number.
    Number,
    /// The stable id.
    Id,
    /// The rule's title.
    Rule,
    /// The region.
    Region,
    /// The plan's title.
    Plan,
    /// The indicator as the plan prints it.
    Indicator,
    /// The year, as digits.
    Year,
    /// The unit of both values, and whether one of them is binding.
    Unit,
    /// The value it is about, exactly as written; no unit is added.
    Own,
    /// Whose value it is compared with, and how binding the two are.
    Whose,
    /// The value it is compared with, likewise.
    Other,
    /// The level, what is found, what to do.
    Finding,
    /// What the meeting says: 采纳, 部分采纳 or 不采纳.
    Verdict,
    /// 议定值: what the plan has to come up to, where the finding is accepted in part.
    Value,
    /// Why.
    Reason,
    /// Who decided.
    Approver,
    /// Until when.
    Until,
}

/// What a file of verdicts calls itself: the page of the report writes it, and it is read back like the form.
pub(crate) const VERDICTS_SCHEMA: &str = "planlint-verdicts/1";

/// What stands for nothing where a cell holds several columns; a cell of its own is left empty instead.
// An empty paragraph may be taken out by whoever tidies the cell, and the paragraphs below it would move up to
// another column.
pub(crate) const NOTHING: &str = "—";

/// The cells of a row on paper. Where several columns share a cell, the head names and the row gives each in a paragraph of
/// its own, in this order; the last one may go on over further paragraphs.
pub const CELLS: [&[FormColumn]; 11] = [
    &[FormColumn::Number, FormColumn::Id],
    &[FormColumn::Region, FormColumn::Plan],
    &[FormColumn::Indicator, FormColumn::Year, FormColumn::Unit],
    &[FormColumn::Own],
    &[FormColumn::Whose, FormColumn::Other],
    &[FormColumn::Rule, FormColumn::Finding],
    &[FormColumn::Verdict],
    &[FormColumn::Value],
    &[FormColumn::Reason],
    &[FormColumn::Approver],
    &[FormColumn::Until],
];

impl FormColumn {
    /// Every column, in the order of a sheet.
    pub const ALL: [Self; 17] = [
        Self::Number,
        Self::Id,
        Self::Rule,
        Self::Region,
        Self::Plan,
        Self::Indicator,
        Self::Year,
        Self::Unit,
        Self::Own,
        Self::Whose,
        Self::Other,
        Self::Finding,
        Self::Verdict,
        Self::Value,
        Self::Reason,
        Self::Approver,
        Self::Until,
    ];

    /// What is printed above it.
    #[must_use]
    pub const fn head(self, language: Language) -> &'static str {
        let (zh, en) = self.heads();
        match language {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    /// The column that has these words above it, in either language; blanks around them and capitals do not count.
    #[must_use]
    pub fn named(words: &str) -> Option<Self> {
        let words = words.trim();
        Self::ALL.into_iter().find(|column| {
            let (zh, en) = column.heads();
            // In both languages: the form may have been printed in one and be read back in a workspace set to the
            // other.
            words == zh || words.eq_ignore_ascii_case(en)
        })
    }

    const fn heads(self) -> (&'static str, &'static str) {
        match self {
            Self::Number => ("序号", "no."),
            Self::Id => ("编号", "id"),
            Self::Rule => ("问题类型", "kind of finding"),
            Self::Region => ("地区", "region"),
            Self::Plan => ("规划", "plan"),
            Self::Indicator => ("指标", "indicator"),
            Self::Year => ("年份", "year"),
            Self::Unit => ("单位、属性", "unit, class"),
            Self::Own => ("本级表述", "own wording"),
            Self::Whose => ("对照谁", "beside whose"),
            Self::Other => ("对照表述", "compared with"),
            Self::Finding => ("问题与建议", "finding and advice"),
            Self::Verdict => ("处理意见", "decision"),
            Self::Value => ("议定值", "agreed value"),
            Self::Reason => ("理由", "reason"),
            Self::Approver => ("批准人", "approver"),
            Self::Until => ("期限", "until"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_found_again_by_its_head() {
        for column in FormColumn::ALL {
            for language in [Language::Zh, Language::En] {
                assert_eq!(
                    FormColumn::named(&format!(" {} ", column.head(language))),
                    Some(column)
                );
            }
        }
    }

    #[test]
    fn the_cells_on_paper_hold_every_column_once() {
        let (mut held, mut all) = (CELLS.concat(), FormColumn::ALL);
        held.sort();
        all.sort();
        assert_eq!(held, all);
    }
}
