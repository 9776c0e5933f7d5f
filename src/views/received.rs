//! What a run had before it, what it should have had, and what it could not read or use.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    catalogue::{NameKey, RegionId},
    engine::World,
    model::{Model, Plan, PlanId},
    syntax::{ProblemKind, Status},
};

use super::{
    heading::{PlanLabel, in_order},
    tree::{Branch, RunHierarchy, UnreadFile, tree},
};

/// What a run had before it.
#[derive(Clone, Debug, Default)]
pub struct Receipt {
    /// The plans, each region before those below it.
    pub plans: Vec<PlanReceipt>,
    /// The regions without a plan that lie between regions with plans.
    pub gaps: Vec<RegionWithoutPlan>,
    /// The plans of the same or a higher region that others name as their basis and that are not here.
    pub cited: Vec<Cited>,
    /// The regions some of whose regions below, as the workspace's own table lists them, have no plan.
    pub partial: Vec<Partial>,
    /// The files that could not be read, each with the reason.
    pub unread: Vec<UnreadFile>,
    /// What could not be read of the other files: the file, what it is, how many.
    pub parts: Vec<(Arc<str>, &'static str, usize)>,
    /// The titles of the plans whose region is not known.
    pub strays: Vec<Arc<str>>,
    /// The plans that several files claim to be, each with those files.
    pub doubles: Vec<(Arc<str>, Vec<Arc<str>>)>,
}

/// One plan.
#[derive(Clone, Debug)]
pub struct PlanReceipt {
    /// What it is called by.
    pub plan: PlanLabel,
    /// How far it has come.
    pub status: Option<Status>,
    /// How many rows its indicator tables have.
    pub indicators: usize,
    /// The file.
    pub file: Arc<str>,
    /// Whether it only serves as a parent.
    pub is_reference: bool,
}

/// A region without a plan between regions with plans.
#[derive(Clone, Debug)]
pub struct RegionWithoutPlan {
    /// The region.
    pub region: Arc<str>,
    /// The first region below it that has a plan.
    pub below: Arc<str>,
    /// How many regions below it have one.
    pub count: usize,
}

/// A plan that is named and not here.
#[derive(Clone, Debug)]
pub struct Cited {
    /// Its title.
    pub title: Arc<str>,
    /// The first plan that names it.
    pub by: Arc<str>,
    /// How many name it.
    pub count: usize,
}

/// A region of which not every region below has a plan.
#[derive(Clone, Debug)]
pub struct Partial {
    /// The region.
    pub region: Arc<str>,
    /// What the tier of those below is called, where all are called alike.
    pub tier: Option<Arc<str>>,
    /// How many the table lists.
    pub listed: usize,
    /// How many of them have a plan here.
    pub received: usize,
}

/// What a run had before it.
#[must_use]
pub fn receipt(world: &World) -> Receipt {
    let (model, tree) = (&world.model, tree(world));
    let path = |file| model.sources.get(file).map(|source| Arc::clone(&source.path));
    let doubles = world.forest.duplicates.iter().filter_map(|group| {
        let files = group.iter().filter_map(|&id| path(model.plan(id).file)).collect();
        Some((Arc::clone(&model.plan(*group.first()?).title), files))
    });
    Receipt {
        plans: in_order(world).into_iter().map(|id| plan_receipt(world, id)).collect(),
        gaps: gaps(&tree),
        cited: cited_not_received(world),
        partial: partial(model),
        parts: unread_parts(model),
        strays: tree.strays.into_iter().map(|leaf| leaf.title).collect(),
        doubles: doubles.collect(),
        unread: tree.unread,
    }
}

fn plan_receipt(world: &World, id: PlanId) -> PlanReceipt {
    let plan = world.model.plan(id);
    let source = world.model.sources.get(plan.file);
    PlanReceipt {
        plan: PlanLabel::of(world, id),
        status: plan.status,
        indicators: world.model.rows(id).count(),
        file: source.map(|source| Arc::clone(&source.path)).unwrap_or_default(),
        is_reference: plan.reference_only,
    }
}

/// Goes through the regions from the end, each behind all below it, with what is known of those.
fn gaps(tree: &RunHierarchy) -> Vec<RegionWithoutPlan> {
    let mut open: Vec<(usize, Arc<str>, usize)> = Vec::new();
    let mut gaps = Vec::new();
    // From the end, so that all below a region have been seen before it, and no region has to be looked up.
    for Branch { depth, region, plans, is_gap, .. } in tree.regions.iter().rev() {
        let mut planned: Option<(Arc<str>, usize)> = None;
        while let Some((_, first, count)) = open.pop_if(|(below, ..)| *below > *depth) {
            planned = Some(planned.map_or((first, count), |(name, more)| (name, more + count)));
        }
        if let Some((below, count)) = planned.clone().filter(|_| *is_gap) {
            gaps.push(RegionWithoutPlan { region: Arc::clone(region), below, count });
        }
        if !plans.is_empty() {
            planned = Some((Arc::clone(region), planned.map_or(1, |(_, count)| count + 1)));
        }
        open.extend(planned.map(|(first, count)| (*depth, first, count)));
    }
    gaps.reverse();
    gaps
}

/// Endings of titles that are plans; laws and notices end otherwise, whatever they are about.
// 依据 names laws and notices as well, and nobody sends for those.
const PLANS: [&str; 4] = ["规划", "纲要", "计划", "方案"];

fn cited_not_received(world: &World) -> Vec<Cited> {
    let model = &world.model;
    let here: BTreeSet<String> =
        model.plans().map(|(_, plan)| comparable_title(&plan.title)).collect();
    let mut order: Vec<String> = Vec::new();
    let mut missing: BTreeMap<String, Cited> = BTreeMap::new();
    for (_, plan) in model.plans().filter(|(_, plan)| !plan.reference_only) {
        let named: BTreeMap<String, &Arc<str>> = plan
            .based_on
            .iter()
            .map(|cited| (comparable_title(&cited.title), &cited.title))
            .collect();
        for (key, title) in named.into_iter().filter(|(key, _)| !here.contains(key)) {
            if !is_plan_above(model, plan, title) || is_under_another_title(world, plan, title) {
                continue;
            }
            let known = missing.entry(key.clone()).or_insert_with(|| {
                order.push(key);
                Cited { title: Arc::clone(title), by: Arc::clone(&plan.title), count: 0 }
            });
            known.count += 1;
        }
    }
    order.iter().filter_map(|key| missing.remove(key)).collect()
}

/// A title as titles are compared: 二○三五 and 二〇三五 are one year.
fn comparable_title(title: &str) -> String {
    NameKey::of(title).0.replace(['○', '〇', '零'], "0")
}

/// Whether a title is that of a plan, and names the region of `plan`, one above it or the nation.
fn is_plan_above(model: &Model, plan: &Plan, title: &str) -> bool {
    // A plan of another province may be named for comparison; only those above could be held against.
    let nation = ["国家", "全国", "中华人民共和国"].iter().any(|name| title.starts_with(name));
    let named = |region| title.contains(&*model.catalogue.region_of(region).name);
    let ends = |ending: &&str| title_without_brackets(title).ends_with(*ending);
    PLANS.iter().any(ends) && (nation || region_and_above(model, plan).any(named))
}

/// A title without what stands in brackets at its end: （2021—2035年）.
fn title_without_brackets(title: &str) -> &str {
    let open = title.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    open.and_then(|open| title.get(..open)).unwrap_or(title).trim_end()
}

/// The region of a plan and those above it.
fn region_and_above<'a>(model: &'a Model, plan: &Plan) -> impl Iterator<Item = RegionId> + 'a {
    plan.region.into_iter().flat_map(|region| model.catalogue.line(region))
}

/// Whether the plan that a title means, by its region and topic, is here under another title.
fn is_under_another_title(world: &World, plan: &Plan, title: &str) -> bool {
    let model = &world.model;
    let named = region_and_above(model, plan)
        .filter(|region| title.contains(&*model.catalogue.region_of(*region).name));
    let mut others = named.flat_map(|region| world.forest.plans_of(region));
    others.any(|&other| {
        let topic = model.plan(other).topic.as_deref();
        topic.is_some_and(|topic| title.contains(topic))
    })
}

fn partial(model: &Model) -> Vec<Partial> {
    let planned: BTreeSet<RegionId> = model.plans().filter_map(|(_, plan)| plan.region).collect();
    let mut below: BTreeMap<RegionId, Vec<RegionId>> = BTreeMap::new();
    for (id, region) in model.catalogue.regions() {
        if let Some(above) = region.parent.filter(|_| region.place.is_some()) {
            below.entry(above).or_default().push(id);
        }
    }
    let partial = |(above, listed): (RegionId, Vec<RegionId>)| {
        let received = listed.iter().filter(|region| planned.contains(region)).count();
        // The table lists a whole province; where nothing of a city is at hand, its silent counties are no news.
        let concerned = planned.contains(&above) || received > 0;
        // By the word of its table: a member state is no province, though both stand on one level.
        let word = |&region| model.catalogue.tier_word(model.catalogue.region_of(region));
        let tiers: BTreeSet<Option<&Arc<str>>> = listed.iter().map(word).collect();
        let tier = tiers.first().copied().flatten().filter(|_| tiers.len() == 1);
        (concerned && received < listed.len()).then(|| Partial {
            region: Arc::clone(&model.catalogue.region_of(above).name),
            tier: tier.cloned(),
            listed: listed.len(),
            received,
        })
    };
    below.into_iter().filter_map(partial).collect()
}

fn unread_parts(model: &Model) -> Vec<(Arc<str>, &'static str, usize)> {
    let mut parts = Vec::new();
    for (_, plan) in model.plans().filter(|(_, plan)| !plan.reference_only) {
        let Some(source) = model.sources.get(plan.file) else { continue };
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        for problem in model.tree(plan.file).map_or(&[][..], |tree| &tree.problems) {
            if let ProblemKind::UnreadPart { what } = problem.kind {
                *counts.entry(what).or_default() += 1;
            }
        }
        let part = |(what, count)| (Arc::clone(&source.path), what, count);
        parts.extend(counts.into_iter().map(part));
    }
    parts
}
