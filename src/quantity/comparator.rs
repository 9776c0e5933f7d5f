//! How a phrase compares: the words beside its number, its basis, and what it is relative to.

use serde::Serialize;

use crate::text::Keyed;

/// How the outcome must stand to the printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Comparator {
    /// `70`, `达到70`: reach it; the indicator's direction decides the side.
    Reach,
    /// `≥25`, `25以上`, `不低于25`.
    #[serde(rename = "ge")]
    AtLeast,
    /// `>50`, `超过50`, `突破1300亿元`.
    #[serde(rename = "gt")]
    MoreThan,
    /// `≤1.6`, `1.6以内`, `缩小到1.60:1`.
    #[serde(rename = "le")]
    AtMost,
    /// `<5`, `低于5`.
    #[serde(rename = "lt")]
    LessThan,
    /// `75左右`, `约30`.
    Approx,
    /// `350至400家`.
    Range,
    /// `每个区县至少1个`: at least, for each of several objects.
    #[serde(rename = "each_ge")]
    EachAtLeast,
    /// `全部超百亿元`: more than, for each of several objects.
    #[serde(rename = "each_gt")]
    EachMoreThan,
    /// `公办学校全覆盖`, `100%社区`: the whole of the object it names.
    All,
    /// `高于市均`.
    #[serde(rename = "rel_gt")]
    RelativeMore,
    /// `不低于全省平均水平`.
    #[serde(rename = "rel_ge")]
    RelativeAtLeast,
    /// `低于全国平均`.
    #[serde(rename = "rel_lt")]
    RelativeLess,
    /// `不高于全省平均水平`.
    #[serde(rename = "rel_le")]
    RelativeAtMost,
    /// `达到全省平均水平`.
    #[serde(rename = "rel_eq")]
    RelativeEqual,
    /// `全国前30强`: rank no worse than.
    #[serde(rename = "rank_le")]
    RankAtMost,
    /// `居全国第3位`.
    #[serde(rename = "rank_eq")]
    RankEqual,
    /// `完成上级下达指标`: whatever the parent assigns.
    #[serde(rename = "ref")]
    Assigned,
    /// `保持高位`.
    Hold,
    /// `持续提高`, without a number.
    Improve,
    /// Words only: `走在全市前列`, `基本消除`.
    #[serde(rename = "qual")]
    Qualitative,
}

impl Keyed for Comparator {}

/// Over what time the number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The state at the end of the year.
    Stock,
    /// The sum over the period.
    Cumulative,
    /// Each year.
    PerYear,
    /// Growth in percent a year.
    Growth,
    /// Change against a base.
    Change,
}

impl Keyed for Basis {}

/// The kind of a change against a base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// In percent of the base: `较2020年下降50%`, `翻一番` (100).
    Percent,
    /// In percentage points: `比2020年提高6个百分点`.
    Points,
    /// In the unit of the indicator: `比2020年增加3所`.
    Amount,
}

impl Keyed for Change {}

/// Whose figure a relative phrase looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Average {
    /// 全国平均, 国家.
    Nation,
    /// 省均, 全省平均.
    Province,
    /// 市均, 全市平均.
    City,
    /// 县均, 全县平均.
    County,
    /// 上级, without saying which.
    Superior,
    /// Peers, a rank among them.
    Peers,
}

impl Keyed for Average {}

/// What the number is relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relative {
    /// To the value of a base year of the same region (`None`: not named; 上年 is `None` too).
    Base {
        /// The base year, when named.
        year: Option<i32>,
        /// In what the change is counted.
        change: Change,
    },
    /// To the figure of a region above or of peers.
    Of(Average),
}
