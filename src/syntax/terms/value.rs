//! The values that 类型, 状态, 属性, 方向, 汇总 and 路径 know.

use serde::Serialize;

use super::{KeywordSet, Term, compared_form, find_term};
use crate::text::{Keyed, fold_char};

/// A word list that a field or a column is restricted to.
pub(in crate::syntax) trait Enumerated: Sized + Copy + 'static {
    /// The values with their words.
    fn terms() -> &'static [Term<Self>];
}

macro_rules! enumerated {
    ($(#[$doc:meta])* $name:ident { $($value:ident $chinese:tt $english:tt,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $(#[doc = concat!(stringify!($chinese), " / ", stringify!($english), ".")] $value,)*
        }

        impl $name {
            /// The value a word of either keyword set stands for; `None` for any other word.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                find_term(Self::terms(), word).map(|term| term.means)
            }

            /// Its usual word in one keyword set.
            #[must_use]
            pub fn word(self, set: KeywordSet) -> &'static str {
                let term = Self::terms().iter().find(|term| term.means == self);
                term.map_or("", |term| term.word(set))
            }
        }

        impl Keyed for $name {}

        impl Enumerated for $name {
            fn terms() -> &'static [Term<Self>] {
                static TERMS: &[Term<$name>] = &[
                    $(Term { means: $name::$value, chinese: &$chinese, english: &$english },)*
                ];
                TERMS
            }
        }
    };
}

enumerated! {
    /// 类型: what kind of document a plan is.
    PlanKind {
        Outline ["规划纲要", "纲要"] ["outline"],
        Special ["专项规划"] ["special"],
        Implementation ["实施方案"] ["implementation"],
        Annual ["年度计划"] ["annual"],
    }
}

enumerated! {
    /// 收录: how much of its document a plan file holds.
    Coverage {
        Whole ["全文"] ["whole"],
        Excerpt ["节选"] ["excerpt"],
    }
}

enumerated! {
    /// 状态: how far a plan has come.
    Status {
        Draft ["草案"] ["draft"],
        Consultation ["征求意见", "征求意见稿"] ["consultation"],
        Issued ["印发"] ["issued"],
        Repealed ["废止"] ["repealed"],
    }
}

enumerated! {
    /// 属性: whether a target binds.
    Class {
        Binding ["约束性", "约束性指标", "约束"] ["binding"],
        Indicative ["预期性", "预期性指标", "预期"] ["indicative"],
    }
}

enumerated! {
    /// 方向: which way an indicator gets better.
    DirectionWord {
        Higher ["越高越好"] ["higher"],
        Lower ["越低越好"] ["lower"],
        None ["无"] ["none"],
    }
}

enumerated! {
    /// 汇总: what a parent's number says about a child; 平均 may name its weight in brackets.
    RelationWord {
        Each ["逐级达标"] ["each"],
        Sum ["加总"] ["sum"],
        Mean ["平均"] ["mean"],
        WeightedMean ["加权平均"] ["mean"],
        Allocated ["分解下达"] ["allocated"],
        Together ["共同完成"] ["together"],
        Own ["不汇总"] ["own"],
    }
}

enumerated! {
    /// 路径: how values run between two years.
    PathWord {
        Linear ["直线"] ["linear"],
        Compound ["复利"] ["compound"],
    }
}

/// A target of no class has a word of its own.
impl Keyed for Option<Class> {
    fn key(&self) -> &'static str {
        self.as_ref().map_or("no-class", Keyed::key)
    }
}

impl RelationWord {
    /// The relation of a whole cell and the weight it names: `加权平均(常住人口)` and `mean(常住人口)` both name 常住人口.
    #[must_use]
    pub fn read_with_weight(cell: &str) -> Option<(Self, Option<&str>)> {
        let (word, weight) = relation_parts(cell)?;
        match (Self::read(word)?, weight.map(str::trim).filter(|weight| !weight.is_empty())) {
            (Self::Mean | Self::WeightedMean, Some(weight)) => {
                Some((Self::WeightedMean, Some(weight)))
            }
            (Self::Together, Some(weight)) => Some((Self::Together, Some(weight))),
            // 加权平均 without a weight names nothing to weigh by; the roll-up says that it has none, instead of
            // taking equal weights.
            (Self::WeightedMean, None) => Some((Self::Mean, None)),
            (relation, None) => Some((relation, None)),
            (_, Some(_)) => None,
        }
    }
}

/// A relation's word and what stands in the brackets behind it; `None` when a bracket does not close.
pub(in crate::syntax) fn relation_parts(cell: &str) -> Option<(&str, Option<&str>)> {
    let cell = cell.trim();
    let Some(open) = cell.find(['(', '（']) else { return Some((cell, None)) };
    let (word, rest) = cell.split_at(open);
    let mut inner = rest.chars();
    inner.next();
    let closed = inner.next_back().is_some_and(|last| fold_char(last) == ')');
    closed.then_some((word, Some(inner.as_str())))
}

/// Whether a cell says nothing: blank, or one of the usual dashes.
#[must_use]
pub fn is_blank_cell(cell: &str) -> bool {
    // Drafts print these where a value is not there or not yet to be known; a class or a direction of *** is not
    // misspelt.
    compared_form(cell).chars().all(|character| matches!(character, '-' | '—' | '–' | '/' | '*'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sets_read_alike() {
        assert_eq!(Class::read(" 约束性 "), Some(Class::Binding));
        assert_eq!(Class::read("Binding"), Some(Class::Binding));
        assert_eq!(PlanKind::read("special"), PlanKind::read("专项规划"));
        assert_eq!(Status::read("已印发"), None);
        assert_eq!(PathWord::Compound.word(KeywordSet::Chinese), "复利");
    }

    #[test]
    fn a_mean_may_name_its_weight() {
        let mean = RelationWord::read_with_weight;
        assert_eq!(
            mean("加权平均（常住人口）"),
            Some((RelationWord::WeightedMean, Some("常住人口")))
        );
        assert_eq!(
            mean("mean(population)"),
            Some((RelationWord::WeightedMean, Some("population")))
        );
        assert_eq!(mean("mean"), Some((RelationWord::Mean, None)));
        assert_eq!(mean("加权平均"), Some((RelationWord::Mean, None)));
        assert_eq!(mean("加总(人口)"), None);
        assert_eq!(mean("加权平均(人口"), None);
        assert_eq!(mean(""), None);
    }
}
