//! What a brief is asked for, and what is known before its targets are looked at.

use crate::{
    alignment::Cutoffs,
    catalogue::{NameKey, RegionId},
    engine::World,
    hierarchy::{ParentReason, Parents},
    model::{Period, Plan, PlanId},
};

/// What a brief is asked for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The region.
    pub region: RegionId,
    /// The region as a plan must write it.
    pub written: String,
    /// 主题; that of the region's latest plan, else that of the plans above, where nothing is said.
    pub topic: Option<String>,
    /// 规划期; likewise.
    pub period: Option<Period>,
}

/// What is known before the targets are looked at.
pub(super) struct BriefScene<'a> {
    pub(super) world: &'a World,
    pub(super) cutoffs: &'a Cutoffs,
    pub(super) region: RegionId,
    pub(super) own: Option<PlanId>,
    pub(super) period: Option<Period>,
    pub(super) parents: Vec<Parents>,
    /// The region's plans of the period or before it, the own one first.
    pub(super) based: Vec<PlanId>,
    pub(super) earlier: Vec<PlanId>,
}

impl<'a> BriefScene<'a> {
    pub(super) fn of(world: &'a World, cutoffs: &'a Cutoffs, wanted: &Wanted) -> Self {
        let (model, forest) = (&world.model, &world.forest);
        let topic = wanted.topic.as_deref().map(NameKey::of);
        let fits = |plan: &Plan| {
            (topic.is_none() || plan.topic_key == topic)
                && (wanted.period.is_none() || plan.period == wanted.period)
        };
        let plans = forest.plans_of(wanted.region);
        // Plans of a region come latest first, so the one that is meant where nothing is said is the draft at hand.
        let own = plans.iter().copied().find(|&id| fits(model.plan(id)));
        let parents = match own {
            Some(own) => forest.parents(own).to_vec(),
            None => {
                let topic = topic.or_else(|| topic_above(world, wanted.region));
                forest.parents_of_topic(model, wanted.region, topic.as_ref())
            }
        };
        let nearest = own.or_else(|| nearest_plan_above(&parents));
        let period = wanted.period.or_else(|| model.plan(nearest?).period);
        let before = |id: &PlanId| {
            let ends = model.plan(*id).period.zip(period);
            ends.is_some_and(|(plan, period)| (plan.end, plan.start) < (period.end, period.start))
        };
        let earlier: Vec<PlanId> = plans.iter().copied().filter(before).collect();
        let based = own.into_iter().chain(earlier.iter().copied()).collect();
        Self { world, cutoffs, region: wanted.region, own, period, parents, based, earlier }
    }

    pub(super) fn nearest(&self) -> Option<PlanId> {
        nearest_plan_above(&self.parents)
    }
}

/// The latest plan of the nearest region above, one of the same topic before any other.
fn nearest_plan_above(parents: &[Parents]) -> Option<PlanId> {
    let named = parents.iter().find(|parents| parents.choice != ParentReason::Indicator);
    named.or(parents.first())?.plans.first().copied()
}

/// The topic of the latest plan of the nearest region above that names one.
fn topic_above(world: &World, region: RegionId) -> Option<NameKey> {
    let above = world.model.catalogue.line(region).skip(1);
    let mut plans = above.flat_map(|above| world.forest.plans_of(above));
    plans.find_map(|&id| world.model.plan(id).topic_key.clone())
}
