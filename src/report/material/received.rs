//! 应收, 已收, 未能读: which plans are here, which are missing, what was not read.

use serde::Serialize;

use crate::{engine::World, words::Language};

/// Which plans a run had before it.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Received {
    /// The plans that were read, the highest region first.
    pub plans: Vec<ReceivedPlan>,
    /// What should be here and is not, a sentence each: a region between two others, a plan that another names as its base.
    pub missing: Vec<String>,
    /// What could not be read, a sentence each.
    pub unread: Vec<String>,
}

/// One plan.
#[derive(Clone, Debug, Serialize)]
pub struct ReceivedPlan {
    /// The region.
    pub region: String,
    /// The tier; empty when not known.
    pub tier: String,
    /// The title.
    pub plan: String,
    /// `2021—2025`; empty when not said.
    pub period: String,
    /// 草案, 印发 …; empty when not said.
    pub status: String,
    /// How many indicators its tables have.
    pub indicators: usize,
    /// The file.
    pub file: String,
    /// Whether it only serves as a parent.
    pub is_reference: bool,
}

/// What a run had before it.
pub(super) fn received(_world: &World, _language: Language) -> Received {
    Received::default()
}
