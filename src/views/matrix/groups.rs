//! Which plans stand beside each other: those of one topic, the outline plans, and those that say no topic.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    catalogue::{NameKey, RegionId},
    engine::World,
    hierarchy::ParentReason,
    model::PlanId,
    syntax::PlanKind,
};

/// What the plans of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CommonGround {
    /// They are outline plans.
    Outline,
    /// Their topic, as the highest of them writes it.
    Topic(Arc<str>),
    /// They say no topic.
    Nothing,
}

/// What plans are put together by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum GroupKey {
    Outline,
    Topic(NameKey),
    Nothing,
}

/// The groups of the plans, given in their order, each in the order of its first plan.
pub(super) fn plan_groups(world: &World, plans: &[PlanId]) -> Vec<(CommonGround, Vec<PlanId>)> {
    let mut found: Vec<(CommonGround, Vec<PlanId>)> = Vec::new();
    let mut at: BTreeMap<(Option<RegionId>, GroupKey), usize> = BTreeMap::new();
    let mut keys: BTreeMap<PlanId, GroupKey> = BTreeMap::new();
    for &id in plans {
        let key = group_key(world, id, &keys);
        // Plans come from the top down, so the one that a plan names as its basis has its key by then.
        keys.insert(id, key.clone());
        let common = common(world, id, &key);
        // Outline plans of Spain and of China have a kind in common and nothing to compare.
        let place = *at.entry((highest(world, id), key)).or_insert(found.len());
        match found.get_mut(place) {
            Some((_, group)) => group.push(id),
            None => found.push((common, vec![id])),
        }
    }
    found
}

/// The highest region that the region of a plan lies in.
fn highest(world: &World, id: PlanId) -> Option<RegionId> {
    let region = world.model.plan(id).region?;
    world.model.catalogue.line(region).last()
}

/// A plan that says no topic belongs to the plan of its own kind that it names as its basis.
fn group_key(world: &World, id: PlanId, known: &BTreeMap<PlanId, GroupKey>) -> GroupKey {
    let plan = world.model.plan(id);
    if plan.kind == Some(PlanKind::Outline) {
        return GroupKey::Outline;
    }
    if let Some(topic) = &plan.topic_key {
        return GroupKey::Topic(topic.clone());
    }
    let mut named =
        world.forest.links_of(id).iter().filter(|link| link.choice == ParentReason::Named);
    let base = named.find(|link| world.model.plan(link.parent).kind == plan.kind);
    base.and_then(|link| known.get(&link.parent)).cloned().unwrap_or(GroupKey::Nothing)
}

fn common(world: &World, id: PlanId, key: &GroupKey) -> CommonGround {
    match (key, &world.model.plan(id).topic) {
        (GroupKey::Outline, _) => CommonGround::Outline,
        (GroupKey::Topic(_), Some(topic)) => CommonGround::Topic(Arc::clone(topic)),
        _ => CommonGround::Nothing,
    }
}
