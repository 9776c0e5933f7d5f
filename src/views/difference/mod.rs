//! Two drafts of the same plans: what became of each target, baseline and finding.

mod change;
mod findings;
mod plan_difference;
mod plans;
mod target;

use crate::finding::Level;

pub use change::TargetChange;
pub use findings::{Edition, FindingStanding, FollowedFinding};
pub use plan_difference::{
    BaselineDifference, EditionTarget, Lone, PlanDifference, TargetDifference,
};
use target::{DifferenceSide, compare_plan_targets, lone_plan};

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
