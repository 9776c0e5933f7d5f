//! What is known of a region.

use std::sync::Arc;

use crate::{quantity::Decimal, text::Place};

use super::Tier;

/// Names one region of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionId(pub u32);

/// A weight of a region in one year, e.g. 常住人口 2020.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// The weight's name.
    pub name: Arc<str>,
    /// The year, when printed.
    pub year: Option<i32>,
    /// The value in the plain unit.
    pub value: Decimal,
}

/// A region with its tier, parent, tags and weights.
#[derive(Clone, Debug)]
pub struct Region {
    /// Its name.
    pub name: Arc<str>,
    /// Its tier; `None` when unsaid.
    pub tier: Option<Tier>,
    /// The word for its tier where a table calls it by another than the first name.
    pub tier_word: Option<Arc<str>>,
    /// The region above; `None` at the top or when unknown.
    pub parent: Option<RegionId>,
    /// Its code.
    pub code: Option<Arc<str>>,
    /// 类别.
    pub tags: Vec<Arc<str>>,
    /// Its weights.
    pub weights: Vec<Weight>,
    /// Where a table of the workspace defines it; `None` for a division of the built-in register.
    pub place: Option<Place>,
    /// The parent as written, with its place, when a table names one.
    pub parent_written: Option<(Arc<str>, Place)>,
}
