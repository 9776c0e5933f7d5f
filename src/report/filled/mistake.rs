//! What is wrong with a row of a filled form, and what to do about it.

use crate::words::Language;

/// One mistake.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// The row by its short number and id, as far as the form has them.
    pub at: String,
    /// What is wrong.
    pub kind: MistakeKind,
}

/// What can be wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MistakeKind {
    /// The id was deleted or is cut off.
    NoId,
    /// The words in the column of decisions are none of the three.
    Verdict(String),
    /// Several boxes are ticked.
    SeveralVerdicts(String),
    /// Somebody wrote into the other columns, but decided nothing.
    NoVerdict,
    /// What is not to be mended needs a reason.
    NoReason,
    /// What is not to be mended needs somebody who answers for it.
    NoApprover,
    /// The words in the column of dates are no day.
    Until(String),
    /// No rule has this title.
    Rule(String),
    /// The plan's title was deleted.
    NoPlan,
    /// The year is no year.
    Year(String),
    /// Two rows of one finding say different things.
    DecidedTwice,
}

impl Mistake {
    /// The mistake in one sentence, with what to write instead.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        let said = match language {
            Language::Zh => self.kind.zh(),
            Language::En => self.kind.en(),
        };
        match (self.at.is_empty(), language) {
            (true, _) => said,
            (false, Language::Zh) => format!("{}：{said}", self.at),
            (false, Language::En) => format!("{}: {said}", self.at),
        }
    }
}

impl MistakeKind {
    fn zh(&self) -> String {
        match self {
            Self::NoId => "编号一格是空的，不知道说的是哪处问题；请照原表补上编号".to_owned(),
            Self::Verdict(words) => {
                format!("处理意见“{words}”看不懂；请写采纳、部分采纳或不采纳")
            }
            Self::SeveralVerdicts(words) => format!("处理意见“{words}”选了不止一项；请只留一项"),
            Self::NoVerdict => "写了理由、批准人或期限，没有写处理意见；请补上或清空".to_owned(),
            Self::NoReason => "没有写理由；部分采纳、不采纳须写明理由".to_owned(),
            Self::NoApprover => "没有写批准人；部分采纳、不采纳须写明由谁批准".to_owned(),
            Self::Until(words) => {
                format!("期限“{words}”看不懂；请写到日，例如 2026-12-31 或 2026年12月31日")
            }
            Self::Rule(words) => format!("没有名为“{words}”的问题类型；请照原表改回"),
            Self::NoPlan => "规划一格是空的；请照原表补上规划名称".to_owned(),
            Self::Year(words) => format!("年份“{words}”不是年份；请照原表改回"),
            Self::DecidedTwice => "同一处问题有两行，意见不同；请改成一致".to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::NoId => {
                "the id is blank, so nobody knows which finding is meant; copy it from the form that was sent out".to_owned()
            }
            Self::Verdict(words) => {
                format!("“{words}” is no decision; write accepted, partly accepted or declined")
            }
            Self::SeveralVerdicts(words) => {
                format!("“{words}” ticks more than one decision; leave one")
            }
            Self::NoVerdict => {
                "there is a reason, an approver or a date, but no decision; write one or clear the row".to_owned()
            }
            Self::NoReason => "there is no reason; what is partly accepted or declined needs one".to_owned(),
            Self::NoApprover => {
                "nobody is named who approves; what is partly accepted or declined needs somebody".to_owned()
            }
            Self::Until(words) => format!("“{words}” is no day; write it as 2026-12-31"),
            Self::Rule(words) => {
                format!("no rule is called “{words}”; write it as in the form that was sent out")
            }
            Self::NoPlan => "the plan is blank; copy its title from the form that was sent out".to_owned(),
            Self::Year(words) => {
                format!("“{words}” is no year; write it as in the form that was sent out")
            }
            Self::DecidedTwice => {
                "two rows of one finding say different things; make them say the same".to_owned()
            }
        }
    }
}
