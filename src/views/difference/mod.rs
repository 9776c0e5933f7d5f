//! Two drafts of the same plans: what became of each target, baseline and finding.

mod change;
mod findings;
mod plans;
mod target;

use std::sync::Arc;

use serde::Serialize;

use crate::{
    engine::{Outcome, World},
    finding::{Finding, Level},
    syntax::Class,
    text::{Keyed, Place},
};

pub use change::TargetChange;
use target::{DifferenceSide, compare_plan_targets, lone_plan};

/// One of the two drafts: its plans with those of its parents, and what was found in them.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The plans.
    pub world: &'a World,
    /// What was found.
    pub outcome: &'a Outcome,
}

/// What changed from one draft to the other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Difference<'a> {
    /// The plans that stand in both, in the order of the new files.
    pub plans: Vec<PlanDifference>,
    /// The plans that stand in the old draft only.
    pub gone: Vec<Lone>,
    /// The plans that stand in the new draft only.
    pub new: Vec<Lone>,
    /// The findings: those of the new draft in their order, then those that are not found any more.
    pub findings: Vec<FollowedFinding<'a>>,
}

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

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingStanding {
    /// Only the new draft has it.
    New,
    /// Both have it, and it is louder now; how loud it was.
    Raised(Level),
    /// Both have it.
    Known,
    /// The new draft allows it.
    Allowed,
    /// Only the old draft has it.
    Fixed,
}

/// A finding with what became of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FollowedFinding<'a> {
    /// What became of it.
    pub standing: FindingStanding,
    /// The finding: of the old draft when it is fixed or allowed, else of the new one.
    pub finding: &'a Finding,
    /// What it was in the old draft, when both have it.
    pub former: Option<&'a Finding>,
}

impl Keyed for FindingStanding {}

impl Difference<'_> {
    /// Whether the new draft asks for less somewhere, or has an error that the old one had not.
    #[must_use]
    pub fn is_worse(&self) -> bool {
        let mut targets = self.plans.iter().flat_map(|plan| &plan.targets);
        !self.gone.is_empty()
            || targets.any(|target| target.changes.iter().any(|change| change.is_worse()))
            || self.findings.iter().any(|followed| {
                followed.finding.level == Level::Error
                    && matches!(
                        followed.standing,
                        FindingStanding::New | FindingStanding::Raised(_)
                    )
            })
    }
}

/// What became of the findings alone; plans that only serve as parents are left out.
#[must_use]
pub fn followed_findings<'a>(old: Edition<'a>, new: Edition<'a>) -> Vec<FollowedFinding<'a>> {
    let matched = plans::matched(&old.world.model, &new.world.model);
    findings::follow_findings(old, new, &matched.pairs)
}

/// Compares two drafts; plans that only serve as parents are left out.
#[must_use]
pub fn compare_drafts<'a>(old: Edition<'a>, new: Edition<'a>) -> Difference<'a> {
    let matched = plans::matched(&old.world.model, &new.world.model);
    let side = |edition: Edition<'a>, plan| DifferenceSide { world: edition.world, plan };
    let both = matched.pairs.iter().map(|&(one, other)| (side(old, one), side(new, other)));
    Difference {
        plans: both.map(|(one, other)| compare_plan_targets(one, other)).collect(),
        gone: matched.gone.iter().map(|&plan| lone_plan(side(old, plan))).collect(),
        new: matched.new.iter().map(|&plan| lone_plan(side(new, plan))).collect(),
        findings: findings::follow_findings(old, new, &matched.pairs),
    }
}
