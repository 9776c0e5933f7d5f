//! What each plan carries on of the plans above it: indicators carried, missing, without a parent, referring to nothing.

use serde::Serialize;

use crate::{engine::World, words::Language};

/// One plan beside one plan above it.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageRow {
    /// The region.
    pub region: String,
    /// The plan.
    pub plan: String,
    /// The region above; empty when no plan above is known.
    pub above_region: String,
    /// The plan above.
    pub above_plan: String,
    /// How many indicators of the plan above are asked of this one.
    pub asked: usize,
    /// How many of them it states.
    pub carried: usize,
    /// How many of those asked are binding.
    pub binding_asked: usize,
    /// How many of the binding ones it states.
    pub binding_carried: usize,
    /// What is missing, binding ones first.
    pub missing: Vec<Miss>,
    /// The indicators that only this plan states, not the one above.
    pub own: Vec<String>,
    /// The indicators that refer to a figure nobody above gives.
    pub dangling: Vec<String>,
}

/// An indicator that is asked for and not stated.
#[derive(Clone, Debug, Serialize)]
pub struct Miss {
    /// The indicator as printed above.
    pub indicator: String,
    /// 约束性 or 预期性; empty when neither is said.
    pub class: String,
}

/// The coverage of a run, in the order of the plans.
pub(super) fn coverage(_world: &World, _language: Language) -> Vec<CoverageRow> {
    Vec::new()
}
