//! How a phrase compares: the words beside its number, its basis, and what it is relative to.

/// How the outcome must stand to the printed number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparator {
    /// `70`, `达到70`: reach it; the indicator's direction decides the side.
    Reach,
    /// `≥25`, `25以上`, `不低于25`.
    AtLeast,
    /// `>50`, `超过50`, `突破1300亿元`.
    MoreThan,
    /// `≤1.6`, `1.6以内`, `缩小到1.60:1`.
    AtMost,
    /// `<5`, `低于5`.
    LessThan,
    /// `75左右`, `约30`.
    Approx,
    /// `350至400家`.
    Range,
    /// `每个区县至少1个`: at least, for each of several objects.
    EachAtLeast,
    /// `全部超百亿元`: more than, for each of several objects.
    EachMoreThan,
    /// `公办学校全覆盖`, `100%社区`: the whole of the object it names.
    All,
    /// `高于市均`.
    RelativeMore,
    /// `不低于全省平均水平`.
    RelativeAtLeast,
    /// `低于全国平均`.
    RelativeLess,
    /// `不高于全省平均水平`.
    RelativeAtMost,
    /// `达到全省平均水平`.
    RelativeEqual,
    /// `全国前30强`: rank no worse than.
    RankAtMost,
    /// `居全国第3位`.
    RankEqual,
    /// `完成上级下达指标`: whatever the parent assigns.
    Assigned,
    /// `保持高位`.
    Hold,
    /// `持续提高`, without a number.
    Improve,
    /// Words only: `走在全市前列`, `基本消除`.
    Qualitative,
}

impl Comparator {
    /// The short name that lists of phrases use.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::AtLeast => "ge",
            Self::MoreThan => "gt",
            Self::AtMost => "le",
            Self::LessThan => "lt",
            Self::Approx => "approx",
            Self::Range => "range",
            Self::EachAtLeast => "each_ge",
            Self::EachMoreThan => "each_gt",
            Self::All => "all",
            Self::RelativeMore => "rel_gt",
            Self::RelativeAtLeast => "rel_ge",
            Self::RelativeLess => "rel_lt",
            Self::RelativeAtMost => "rel_le",
            Self::RelativeEqual => "rel_eq",
            Self::RankAtMost => "rank_le",
            Self::RankEqual => "rank_eq",
            Self::Assigned => "ref",
            Self::Hold => "hold",
            Self::Improve => "improve",
            Self::Qualitative => "qual",
        }
    }
}

/// Over what time the number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

/// The kind of a change against a base year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// In percent of the base: `较2020年下降50%`, `翻一番` (100).
    Percent,
    /// In percentage points: `比2020年提高6个百分点`.
    Points,
    /// In the unit of the indicator: `比2020年增加3所`.
    Amount,
}

/// Whose figure a relative phrase looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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
