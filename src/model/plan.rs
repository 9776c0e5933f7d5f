//! A plan's head.

use std::{ops::Range, sync::Arc};

use crate::{
    catalogue::{NameKey, RegionId},
    syntax::{PlanKind, Status},
    text::{FileId, Place},
};

/// Names one plan of a run; ordered as the files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlanId(pub u32);

/// 规划期: first and last year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The first year.
    pub start: i32,
    /// The last year.
    pub end: i32,
}

impl Period {
    /// Whether both have a year in common.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.start <= other.end && other.start <= self.end
    }
}

/// A plan named in 依据.
#[derive(Clone, Debug)]
pub struct CitedPlan {
    /// Its title without 《》.
    pub title: Arc<str>,
    /// Where it is named.
    pub place: Place,
}

/// A plan's head, and which rows and statements are its own.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The file it stands in.
    pub file: FileId,
    /// The title without 《》.
    pub title: Arc<str>,
    /// Where the title stands.
    pub place: Place,
    /// Its region, when known.
    pub region: Option<RegionId>,
    /// The region as written, with its place.
    pub region_written: Option<(Arc<str>, Place)>,
    /// 规划期.
    pub period: Option<Period>,
    /// 展望.
    pub outlook: Option<i32>,
    /// 类型.
    pub kind: Option<PlanKind>,
    /// 主题.
    pub topic: Option<Arc<str>>,
    /// What topics are compared by.
    pub topic_key: Option<NameKey>,
    /// 状态.
    pub status: Option<Status>,
    /// 文号.
    pub number: Option<Arc<str>>,
    /// 发布日期 as written.
    pub issued: Option<Arc<str>>,
    /// 依据.
    pub based_on: Vec<CitedPlan>,
    /// Whether its file holds only a part of the document (收录: 节选): what it does not say may stand in the rest.
    pub is_excerpt: bool,
    /// Whether it only serves as a parent (`--against`): it is never reported on.
    pub reference_only: bool,
    /// Its rows in the model.
    pub rows: Range<u32>,
    /// Its statements in the model, those of its rows included.
    pub statements: Range<u32>,
}

impl Plan {
    /// Whether it is not yet issued.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        matches!(self.status, Some(Status::Draft | Status::Consultation))
    }

    /// Whether two plans have one topic; `None` where one of them does not say.
    #[must_use]
    pub fn shares_topic(&self, other: &Self) -> Option<bool> {
        let topics = self.topic_key.as_ref().zip(other.topic_key.as_ref());
        topics.map(|(one, other)| one == other)
    }

    /// Whether it was issued before another; `None` where a date is missing, or both are the same as far as they are written.
    #[must_use]
    pub fn issued_before(&self, other: &Self) -> Option<bool> {
        let (own, other) =
            (date_numbers(self.issued.as_deref()?), date_numbers(other.issued.as_deref()?));
        // 2021年12月 and 2021-12-05 agree as far as both go, so neither is earlier.
        let differing = own.iter().zip(&other).find(|(own, other)| own != other);
        differing.map(|(own, other)| own < other)
    }

    /// The last year of the period.
    #[must_use]
    pub fn target_year(&self) -> Option<i32> {
        self.period.map(|period| period.end)
    }
}

/// Year, month and day of a written date, as far as it says them: `2021-12-01`, `2021年12月`.
fn date_numbers(written: &str) -> Vec<u32> {
    written
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|part| part.parse().ok())
        .take(3)
        .collect()
}
