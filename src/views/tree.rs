//! The hierarchy: regions under regions with their plans, what each plan carries on, and what is missing.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    alignment::{asked_rows, unstated_rows},
    catalogue::{RegionId, Tier},
    engine::World,
    hierarchy::Link,
    model::{Period, PlanId, TargetRow},
    syntax::{Class, Coverage, PlanKind, Status},
    text::UnreadReason,
};

use super::shape::years;

/// The hierarchy of a run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RunHierarchy {
    /// The regions that have plans or lie above one that has, each before those below it.
    pub regions: Vec<Branch>,
    /// The plans whose region is not known, in the order of the files.
    pub strays: Vec<Leaf>,
    /// The files that could not be read.
    pub unread: Vec<UnreadFile>,
}

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnreadFile {
    /// Its path.
    pub file: Arc<str>,
    /// Why.
    pub why: UnreadReason,
}

/// One region.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Branch {
    /// Its name.
    pub region: Arc<str>,
    /// Its tier, when known.
    pub tier: Option<Arc<str>>,
    /// How many regions of the tree lie above.
    pub depth: usize,
    /// Whether no region of the tree follows below the same one.
    #[serde(skip)]
    pub is_last: bool,
    /// Whether the next region of the tree lies below this one.
    #[serde(skip)]
    pub has_below: bool,
    /// Whether it has no plan and lies between regions that have.
    #[serde(rename = "gap")]
    pub is_gap: bool,
    /// How many regions directly below it are registered and have no plan, nor has any below them.
    pub silent: usize,
    /// Its plans, in the order of the files.
    pub plans: Vec<Leaf>,
}

/// One plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leaf {
    /// The title.
    #[serde(rename = "plan")]
    pub title: Arc<str>,
    /// The region as the plan writes it.
    pub region: Option<Arc<str>>,
    /// First and last year.
    #[serde(flatten, serialize_with = "years")]
    pub period: Option<Period>,
    /// Its kind.
    pub kind: Option<PlanKind>,
    /// How far it has come.
    pub status: Option<Status>,
    /// Whether its file holds only a part of the document.
    pub coverage: Coverage,
    /// Whether it stands below the top tier and no plan stands above it.
    #[serde(rename = "orphan")]
    pub is_orphan: bool,
    /// Whether another file claims to be the same plan; then neither is anybody's parent.
    #[serde(rename = "double")]
    pub is_double: bool,
    /// The titles of the outlines of its own region that it obeys.
    pub outlines: Vec<Arc<str>>,
    /// The plans directly above that were named or share the topic.
    pub above: Vec<CarriedPlan>,
}

/// What a plan carries on of one directly above it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CarriedPlan {
    /// The region above.
    pub region: Arc<str>,
    /// The plan above.
    #[serde(rename = "plan")]
    pub title: Arc<str>,
    /// How many of its indicators are asked of this plan; none of an implementation plan, or across topics.
    pub asked: usize,
    /// How many of them this plan states, under the same or a close name.
    pub carried: usize,
    /// How many of those asked are binding.
    pub binding_asked: usize,
    /// How many of the binding ones it states.
    pub binding_carried: usize,
}

/// What is asked for each plan, looked up once.
struct TreeLookup<'a> {
    world: &'a World,
    top: Option<Tier>,
    doubles: BTreeSet<PlanId>,
}

/// The regions of the tree with those directly below each; those at the top lie below none.
type RegionChildren = BTreeMap<Option<RegionId>, Vec<RegionId>>;

/// The hierarchy of `world`.
#[must_use]
pub fn tree(world: &World) -> RunHierarchy {
    let model = &world.model;
    let mut plans: BTreeMap<Option<RegionId>, Vec<PlanId>> = BTreeMap::new();
    for (id, plan) in model.plans() {
        plans.entry(plan.region).or_default().push(id);
    }
    let strays = plans.remove(&None).unwrap_or_default();
    let plans: BTreeMap<RegionId, Vec<PlanId>> =
        plans.into_iter().filter_map(|(region, plans)| Some((region?, plans))).collect();
    let known = TreeLookup {
        world,
        top: world.forest.top_tier(model),
        doubles: world.forest.duplicates.iter().flatten().copied().collect(),
    };
    let path = |file| model.sources.get(file).map(|source| Arc::clone(&source.path));
    let unread = world
        .unread
        .iter()
        .filter_map(|one| Some(UnreadFile { file: path(one.file)?, why: one.reason.clone() }));
    RunHierarchy {
        regions: branches(&known, &plans),
        strays: strays.into_iter().map(|plan| known.leaf(plan)).collect(),
        unread: unread.collect(),
    }
}

/// Walks down without recursion: a chain of regions may be as long as a file can say.
fn branches(known: &TreeLookup, plans: &BTreeMap<RegionId, Vec<PlanId>>) -> Vec<Branch> {
    let world = known.world;
    let below = children_shown(world, plans);
    let registered = registered_below(world);
    let start = |above, depth, planned: bool| {
        let next = below.get(&above).into_iter().flatten().rev();
        next.enumerate().map(move |(at, region)| (*region, depth, at == 0, planned))
    };
    // A stack from which the last is taken, so each level is put on it backwards.
    let mut open: Vec<(RegionId, usize, bool, bool)> = start(None, 0, false).collect();
    let mut branches = Vec::new();
    while let Some((region, depth, is_last, planned_above)) = open.pop() {
        let own: &[PlanId] = plans.get(&region).map_or(&[], Vec::as_slice);
        let children = below.get(&Some(region)).map_or(0, Vec::len);
        let named = world.model.catalogue.region_of(region);
        let tier = world.model.catalogue.tier_word(named);
        branches.push(Branch {
            depth,
            is_last,
            has_below: children > 0,
            region: Arc::clone(&named.name),
            tier: tier.cloned(),
            plans: own.iter().map(|&plan| known.leaf(plan)).collect(),
            // Only between plans: a province without one above a single county's plan is simply not part of the run.
            is_gap: own.is_empty() && planned_above && children > 0,
            // Regions of the register count only once something names them, so a nation of counties is not told as
            // silent.
            silent: registered.get(&region).copied().unwrap_or_default().saturating_sub(children),
        });
        open.extend(start(Some(region), depth + 1, planned_above || !own.is_empty()));
    }
    branches
}

/// The regions with plans and all above them, below the one each lies under.
fn children_shown(world: &World, plans: &BTreeMap<RegionId, Vec<PlanId>>) -> RegionChildren {
    let mut shown: BTreeSet<RegionId> = BTreeSet::new();
    for &region in plans.keys() {
        let mut up = std::iter::once(&region).chain(world.forest.ancestors(region));
        // What lies above a region that is shown is shown.
        while up.next().is_some_and(|region| shown.insert(*region)) {}
    }
    let mut below = RegionChildren::new();
    for &region in &shown {
        let above = world.forest.ancestors(region).first().copied();
        below.entry(above.filter(|above| shown.contains(above))).or_default().push(region);
    }
    below
}

fn registered_below(world: &World) -> BTreeMap<RegionId, usize> {
    let mut count = BTreeMap::new();
    for (_, region) in world.model.catalogue.regions() {
        if let Some(above) = region.parent {
            *count.entry(above).or_default() += 1;
        }
    }
    count
}

impl TreeLookup<'_> {
    fn leaf(&self, id: PlanId) -> Leaf {
        let (model, forest) = (&self.world.model, &self.world.forest);
        let plan = model.plan(id);
        let tier = plan.region.and_then(|region| model.catalogue.region_of(region).tier);
        let below_top = tier.zip(self.top).is_some_and(|(own, top)| own > top);
        let direct = forest.links_of(id).iter().filter(|link| link.direct);
        let outlines = forest.outlines(id).into_iter().flat_map(|own| &own.plans);
        let titles = outlines.map(|&outline| Arc::clone(&model.plan(outline).title));
        Leaf {
            title: Arc::clone(&plan.title),
            region: plan.region_written.as_ref().map(|(words, _)| Arc::clone(words)),
            period: plan.period,
            kind: plan.kind,
            status: plan.status,
            coverage: if plan.is_excerpt { Coverage::Excerpt } else { Coverage::Whole },
            is_orphan: below_top && forest.parents(id).is_empty(),
            is_double: self.doubles.contains(&id),
            outlines: titles.collect(),
            above: direct.map(|link| carried_plan(self.world, link)).collect(),
        }
    }
}

fn carried_plan(world: &World, link: &Link) -> CarriedPlan {
    let (model, parent) = (&world.model, world.model.plan(link.parent));
    let asked = asked_rows(model, &world.forest, link);
    // In an excerpt, too: what is not mentioned is not known to be carried on.
    let lost = unstated_rows(model, &world.forest, link);
    let binding =
        |rows: &[&TargetRow]| rows.iter().filter(|row| row.class == Some(Class::Binding)).count();
    CarriedPlan {
        region: parent.region_written.as_ref().map(|(w, _)| Arc::clone(w)).unwrap_or_default(),
        title: Arc::clone(&parent.title),
        asked: asked.len(),
        carried: asked.len().saturating_sub(lost.len()),
        binding_asked: binding(&asked),
        binding_carried: binding(&asked).saturating_sub(binding(&lost)),
    }
}
