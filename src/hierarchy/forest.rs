//! The forest of a run: ancestors, parents, earlier plans, and what is wrong with them.

use std::collections::HashMap;

use crate::{
    catalogue::{NameKey, RegionId, Tier},
    model::{Model, Plan, PlanId},
    syntax::PlanKind,
};

use super::{
    latest_plans::{duplicates, plans_of},
    parents::{ParentReason, Parents, choose, choose_by_topic, named_plans, outlines},
    region_tree::{RegionTree, plan_circles},
};

/// One parent-child pair of plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// The lower plan.
    pub child: PlanId,
    /// The upper plan.
    pub parent: PlanId,
    /// Whether no region between the two has a parent of the child.
    pub direct: bool,
    /// Why it is a parent.
    pub choice: ParentReason,
}

/// Regions and plans, each with what lies above it.
#[derive(Debug, Default)]
pub struct Forest {
    regions: RegionTree,
    /// The plans of each region, latest first.
    plans_of: HashMap<RegionId, Vec<PlanId>>,
    /// For each plan, its parents in each region above that has any, nearest first.
    parents: Vec<Vec<Parents>>,
    /// For each plan, the outlines of its own region.
    outlines: Vec<Option<Parents>>,
    /// For each plan, the plans of the regions directly below that look up to it: by region, the latest first.
    below: Vec<Vec<(RegionId, PlanId)>>,
    /// For each plan, the earlier plans of its region, latest first.
    earlier: Vec<Vec<PlanId>>,
    /// The links between plans whose parent was named or shares the topic, in the order of the lower plans.
    pub links: Vec<Link>,
    /// Plans that name each other in a circle.
    pub plan_circles: Vec<Vec<PlanId>>,
    /// Files that claim to be one plan, each group in the order of the files.
    pub duplicates: Vec<Vec<PlanId>>,
}

impl Forest {
    /// Builds the forest of a model.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        let regions = RegionTree::of(&model.catalogue);
        let duplicates = duplicates(model);
        let named = named_plans(model);
        let plan_circles = plan_circles(model, &named);
        let mut forest = Self {
            plans_of: plans_of(model, &duplicates),
            regions,
            plan_circles,
            duplicates,
            ..Self::default()
        };
        let mut outlines_of: HashMap<RegionId, Vec<PlanId>> = HashMap::new();
        for ((id, plan), named) in model.plans().zip(&named) {
            let parents = forest.parents_above(model, id, plan, named);
            forest.link(id, &parents);
            forest.parents.push(parents);
            forest.outlines.push(plan.region.and_then(|region| {
                let among = || forest.outlines_among(model, region);
                outlines(model, id, region, outlines_of.entry(region).or_insert_with(among))
            }));
            forest.earlier.push(forest.earlier_than(model, id, plan));
        }
        // Last, as it turns the parents of all plans round.
        forest.below = forest.plans_below(model);
        forest
    }

    /// Whether the file of a plan above is an excerpt: what nobody above seems to state may stand in the rest of it.
    #[must_use]
    pub fn rests_on_excerpt(&self, model: &Model, plan: PlanId) -> bool {
        let above = self.parents(plan).iter().flat_map(|parents| &parents.plans);
        above.into_iter().any(|&above| model.plan(above).is_excerpt)
    }

    fn outlines_among(&self, model: &Model, region: RegionId) -> Vec<PlanId> {
        let outline = |id: &PlanId| model.plan(*id).kind == Some(PlanKind::Outline);
        self.plans_of(region).iter().copied().filter(outline).collect()
    }

    fn plans_below(&self, model: &Model) -> Vec<Vec<(RegionId, PlanId)>> {
        let mut below = vec![Vec::new(); model.plan_count()];
        for (region, _) in model.catalogue.regions() {
            let Some(&above) = self.ancestors(region).first() else { continue };
            for &plan in self.plans_of(region) {
                let direct = self.parents(plan).iter().find(|parents| parents.region == above);
                for parent in direct.into_iter().flat_map(|parents| &parents.plans) {
                    below[parent.0 as usize].push((region, plan));
                }
            }
        }
        below
    }

    fn parents_above(
        &self,
        model: &Model,
        id: PlanId,
        plan: &Plan,
        named: &[PlanId],
    ) -> Vec<Parents> {
        let Some(region) = plan.region else { return Vec::new() };
        self.regions
            .ancestors(region)
            .iter()
            .filter_map(|&above| {
                let plans = self.plans_of.get(&above)?;
                choose(model, id, named, above, plans)
            })
            .collect()
    }

    fn link(&mut self, child: PlanId, parents: &[Parents]) {
        let of_plan = parents.iter().filter(|parents| parents.choice != ParentReason::Indicator);
        // A link through an indicator alone is none between plans: else every special plan would be the child of
        // every other above it.
        for (distance, parents) in of_plan.enumerate() {
            for &parent in &parents.plans {
                let direct = distance == 0;
                self.links.push(Link { child, parent, direct, choice: parents.choice });
            }
        }
    }

    /// Plans of the same region whose period ends earlier, or ends together and began earlier.
    fn earlier_than(&self, model: &Model, id: PlanId, plan: &Plan) -> Vec<PlanId> {
        let (Some(region), Some(own)) = (plan.region, end_and_start(plan)) else {
            return Vec::new();
        };
        let siblings = self.plans_of(region).iter().copied();
        siblings
            .filter(|&other| {
                // By the end first: a plan for 2016—2020 is earlier than one for 2011—2025 that is still running.
                other != id && end_and_start(model.plan(other)).is_some_and(|span| span < own)
            })
            .collect()
    }

    /// The plans that have this one among their earlier plans, latest first.
    #[must_use]
    pub fn later(&self, model: &Model, id: PlanId) -> Vec<PlanId> {
        let plan = model.plan(id);
        let (Some(region), Some(own)) = (plan.region, end_and_start(plan)) else {
            return Vec::new();
        };
        let siblings = self.plans_of(region).iter().copied();
        siblings
            .filter(|&other| end_and_start(model.plan(other)).is_some_and(|span| span > own))
            .collect()
    }

    /// The links from a plan upwards, nearest region first.
    #[must_use]
    pub fn links_of(&self, child: PlanId) -> &[Link] {
        let start = self.links.partition_point(|link| link.child < child);
        let own = self.links.get(start..).unwrap_or_default();
        own.split_at(own.partition_point(|link| link.child == child)).0
    }

    /// The regions directly below one, in the order of the regions.
    #[must_use]
    pub fn children(&self, region: RegionId) -> &[RegionId] {
        self.regions.children(region)
    }

    /// The plans of the regions directly below a plan's region that have it as a parent: by region, the latest first.
    #[must_use]
    pub fn below(&self, plan: PlanId) -> &[(RegionId, PlanId)] {
        self.below.get(plan.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The regions above one, nearest first.
    #[must_use]
    pub fn ancestors(&self, region: RegionId) -> &[RegionId] {
        self.regions.ancestors(region)
    }

    /// The region between two, where the upper one is further up than the next: that next one.
    #[must_use]
    pub fn region_between(&self, lower: RegionId, upper: RegionId) -> Option<RegionId> {
        let next = self.ancestors(lower).first().copied();
        next.filter(|&next| next != upper && lower != upper)
    }

    /// Regions that lie above themselves.
    #[must_use]
    pub fn region_circles(&self) -> &[Vec<RegionId>] {
        &self.regions.circles
    }

    /// The outlines of a plan's own region, which it obeys though they lie on its own level.
    #[must_use]
    pub fn outlines(&self, plan: PlanId) -> Option<&Parents> {
        self.outlines.get(plan.0 as usize)?.as_ref()
    }

    /// All whose figures a plan is measured by: the outlines of its own region, then its parents, nearest region first.
    pub fn measures(&self, plan: PlanId) -> impl Iterator<Item = &Parents> {
        self.outlines(plan).into_iter().chain(self.parents(plan))
    }

    /// The parents of a plan in the regions above, nearest first.
    #[must_use]
    pub fn parents(&self, plan: PlanId) -> &[Parents] {
        self.parents.get(plan.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The parents that a plan of `topic` would have in `region`, nearest region first; the region may have none so far.
    #[must_use]
    pub fn parents_of_topic(
        &self,
        model: &Model,
        region: RegionId,
        topic: Option<&NameKey>,
    ) -> Vec<Parents> {
        let above = model.catalogue.line(region).skip(1);
        above
            .filter_map(|above| choose_by_topic(model, topic, above, self.plans_of(above)))
            .collect()
    }

    /// The earlier plans of a plan's region, latest first.
    #[must_use]
    pub fn earlier(&self, plan: PlanId) -> &[PlanId] {
        self.earlier.get(plan.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// The plans of a region, latest first.
    #[must_use]
    pub fn plans_of(&self, region: RegionId) -> &[PlanId] {
        self.plans_of.get(&region).map_or(&[], Vec::as_slice)
    }

    /// The highest tier at which any plan of the run stands.
    #[must_use]
    pub fn top_tier(&self, model: &Model) -> Option<Tier> {
        let tier = |plan: &Plan| plan.region.and_then(|id| model.catalogue.region_of(id).tier);
        model.plans().filter_map(|(_, plan)| tier(plan)).min()
    }
}

/// What tells an earlier plan from a later one.
fn end_and_start(plan: &Plan) -> Option<(i32, i32)> {
    plan.period.map(|period| (period.end, period.start))
}
