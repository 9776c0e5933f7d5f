//! What became of the targets and baselines of a plan from one draft to the next.

use serde::Serialize;
use std::sync::Arc;

use crate::{syntax::Class, text::Place};

use super::change::TargetChange;

/// A plan without a counterpart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Lone {
    /// The region as the plan writes it.
    pub region: Arc<str>,
    /// The title.
    #[serde(rename = "plan")]
    pub title: Arc<str>,
    /// How many targets it states.
    pub targets: usize,
}

/// What changed in one plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanDifference {
    /// The region as the new plan writes it.
    pub region: Arc<str>,
    /// The new title.
    #[serde(rename = "plan")]
    pub title: Arc<str>,
    /// The old title, when it was another one.
    #[serde(rename = "former")]
    pub former_title: Option<Arc<str>>,
    /// How many targets did not change.
    pub unchanged: usize,
    /// The targets that changed, in the order of the new plan, those that are gone last.
    #[serde(skip)]
    pub targets: Vec<TargetDifference>,
    /// The baselines that changed.
    #[serde(skip)]
    pub baselines: Vec<BaselineDifference>,
}

/// What became of one target.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TargetDifference {
    /// The indicator as printed, in the new plan where it stands there.
    pub indicator: Arc<str>,
    /// The region, when it is another than the plan's.
    pub region: Option<Arc<str>>,
    /// The part of the region.
    pub scope: Option<Arc<str>>,
    /// The unit.
    pub unit: Arc<str>,
    /// What changed, worst first; never empty.
    pub changes: Vec<TargetChange>,
    /// How far apart the two numbers are, in the plain unit, when they can be subtracted.
    pub gap: Option<String>,
    /// The old target; `None` when it is new.
    #[serde(skip)]
    pub old: Option<EditionTarget>,
    /// The new target; `None` when it is gone.
    #[serde(skip)]
    pub new: Option<EditionTarget>,
}

/// One target as a draft states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EditionTarget {
    /// The year.
    pub year: i32,
    /// The value as written.
    pub value: String,
    /// The class.
    pub class: Option<Class>,
    /// Where it stands, in the texts of its own draft.
    #[serde(skip)]
    pub place: Place,
}

/// A baseline that is another one now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BaselineDifference {
    /// The indicator as the new plan prints it.
    pub indicator: Arc<str>,
    /// The year.
    pub year: i32,
    /// The old value as written.
    pub old: String,
    /// The new value as written.
    pub new: String,
    /// Where the new value stands.
    #[serde(skip)]
    pub place: Place,
}
