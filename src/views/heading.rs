//! What a plan is called by beside others, and the order plans stand in: region under region, the earlier plan first.

use std::sync::Arc;

use crate::{
    catalogue::RegionId,
    engine::World,
    model::{Period, PlanId},
};

/// What a plan is called by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanLabel {
    /// The region; as the plan writes it when nobody registers it, empty when it names none.
    pub region: Arc<str>,
    /// The region's tier, when known.
    pub tier: Option<Arc<str>>,
    /// The title.
    pub plan: Arc<str>,
    /// First and last year.
    pub period: Option<(i32, i32)>,
}

impl PlanLabel {
    /// The heading of `id`.
    pub(super) fn of(world: &World, id: PlanId) -> Self {
        let catalogue = &world.model.catalogue;
        let plan = world.model.plan(id);
        let known = plan.region.map(|region| catalogue.region_of(region));
        let tier = known.and_then(|region| catalogue.tier_word(region));
        let written = || plan.region_written.as_ref().map(|(words, _)| Arc::clone(words));
        let name = known.map(|region| Arc::clone(&region.name)).or_else(written);
        Self {
            region: name.unwrap_or_default(),
            tier: tier.cloned(),
            plan: Arc::clone(&plan.title),
            period: plan.period.map(|Period { start, end }| (start, end)),
        }
    }
}

/// All plans: each region before those below it, the earlier plan first; those whose region is not known come last.
pub(super) fn in_order(world: &World) -> Vec<PlanId> {
    let mut plans: Vec<_> = world
        .model
        .plans()
        // The way from the top down as the key puts each region before those below it, and sisters in the order in
        // which they became known.
        .map(|(id, plan)| (plan.region.is_none(), way(world, plan.region), plan.period, id))
        .collect();
    plans.sort_unstable();
    plans.into_iter().map(|(.., id)| id).collect()
}

/// The regions from the top down to one.
fn way(world: &World, region: Option<RegionId>) -> Vec<RegionId> {
    let above = region.map_or(&[][..], |region| world.forest.ancestors(region));
    above.iter().rev().copied().chain(region).collect()
}

/// How many regions above one have plans of their own.
pub(super) fn depth(world: &World, region: RegionId) -> usize {
    let above = world.forest.ancestors(region).iter();
    above.filter(|region| !world.forest.plans_of(**region).is_empty()).count()
}
