//! What is wrong with a row of a filled form, and what to do about it.

use crate::{report::form::FormColumn, words::Language};

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
    /// A column is missing.
    NoColumn(FormColumn),
    /// A column stands there twice.
    TwoColumns(FormColumn),
    /// Rows of findings stand below no heads.
    NoHeads,
    /// What a file of verdicts has in a field is no text.
    NoText(FormColumn),
    /// The document is larger than what is read of it.
    Cut,
    /// The id was deleted.
    NoId,
    /// The id is cut off, or never was one.
    BadId,
    /// The words in the column of decisions are none of the three.
    Verdict(String),
    /// Several boxes are ticked.
    SeveralVerdicts(String),
    /// The agreed value is no value that a plan could state.
    Value(String),
    /// There is an agreed value, and nothing is accepted in part.
    ValueUnasked,
    /// Somebody wrote into the other columns, but decided nothing.
    NoVerdict,
    /// What is not to be mended needs a reason.
    NoReason,
    /// What is not to be mended needs somebody who answers for it.
    NoApprover,
    /// The words in the column of dates are no day.
    Until(String),
    /// The day has passed already.
    Past(String),
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
            Self::NoColumn(column) => {
                format!("表头里没有“{}”一栏；请照原表补上", column.head(Language::Zh))
            }
            Self::TwoColumns(column) => {
                format!("表头里“{}”一栏不止一个；请只留一个", column.head(Language::Zh))
            }
            Self::NoHeads => {
                "有一段表没有表头，不知道各格是什么；请删去空行、合并成一张表，或补上表头".to_owned()
            }
            Self::NoText(column) => {
                format!("“{}”不是文字；请照下载时的写法改回", column.head(Language::Zh))
            }
            Self::Cut => "文件太大，没有读完；请只留审查意见".to_owned(),
            Self::BadId => "编号不完整或被改过；请照原表改回".to_owned(),
            Self::NoId => "编号一格是空的，不知道说的是哪处问题；请照原表补上编号".to_owned(),
            Self::Verdict(words) => {
                format!("处理意见“{words}”看不懂；请写采纳、部分采纳或不采纳")
            }
            Self::SeveralVerdicts(words) => format!("处理意见“{words}”选了不止一项；请只留一项"),
            Self::NoVerdict => {
                "写了议定值、理由、批准人或期限，没有写处理意见；请补上或清空".to_owned()
            }
            Self::Value(words) => {
                format!("议定值“{words}”看不懂；请照规划的写法只写一个数值，例如 24.8 或 ≥24.8%")
            }
            Self::ValueUnasked => {
                "部分采纳才有议定值；请把处理意见改为部分采纳，或清空议定值".to_owned()
            }
            Self::NoReason => "没有写理由；部分采纳、不采纳须写明理由".to_owned(),
            Self::NoApprover => "没有写批准人；部分采纳、不采纳须写明由谁批准".to_owned(),
            Self::Until(words) => {
                format!("期限“{words}”看不懂；请写到日，例如 2026-12-31 或 2026年12月31日")
            }
            Self::Past(day) => format!("期限 {day} 已过，意见写入后不会生效；请改写期限或清空"),
            Self::Rule(words) => format!("没有名为“{words}”的问题类型；请照原表改回"),
            Self::NoPlan => "规划一格是空的：不属于某个规划的问题（如文件未能读取）不能写处理意见，请清空；误删的，请照原表补上".to_owned(),
            Self::Year(words) => format!("年份“{words}”不是年份；请照原表改回"),
            Self::DecidedTwice => "同一处问题有两行，意见不同；请改成一致".to_owned(),
        }
    }

    fn en(&self) -> String {
        match self {
            Self::NoColumn(column) => {
                let head = column.head(Language::En);
                format!("there is no column “{head}”; restore the heads of the form that was sent out")
            }
            Self::TwoColumns(column) => {
                format!("the column “{}” stands there twice; leave one", column.head(Language::En))
            }
            Self::NoHeads => {
                "a table without heads holds findings; take out blank rows, join the tables, or repeat the heads".to_owned()
            }
            Self::NoText(column) => {
                format!("“{}” is no text; write it as it was downloaded", column.head(Language::En))
            }
            Self::Cut => "the file is too large and was not read to its end; leave the decisions alone in it".to_owned(),
            Self::BadId => "the id is cut off or was changed; copy it from the form that was sent out".to_owned(),
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
                "there is an agreed value, a reason, an approver or a date, but no decision; write one or clear the row".to_owned()
            }
            Self::Value(words) => {
                format!("“{words}” is no value; write one as the plan would, such as 24.8 or ≥24.8%")
            }
            Self::ValueUnasked => {
                "only what is partly accepted has an agreed value; change the decision or clear the value".to_owned()
            }
            Self::NoReason => "there is no reason; what is partly accepted or declined needs one".to_owned(),
            Self::NoApprover => {
                "nobody is named who approves; what is partly accepted or declined needs somebody".to_owned()
            }
            Self::Until(words) => format!("“{words}” is no day; write it as 2026-12-31"),
            Self::Past(day) => {
                format!("{day} has passed, so the decision would not hold; write a later day or none")
            }
            Self::Rule(words) => {
                format!("no rule is called “{words}”; write it as in the form that was sent out")
            }
            Self::NoPlan => "the plan is blank: findings of no plan, such as a file that was not read, cannot be decided, so clear the row; if it was deleted, copy it from the form that was sent out".to_owned(),
            Self::Year(words) => {
                format!("“{words}” is no year; write it as in the form that was sent out")
            }
            Self::DecidedTwice => {
                "two rows of one finding say different things; make them say the same".to_owned()
            }
        }
    }
}
