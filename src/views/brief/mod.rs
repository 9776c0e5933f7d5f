//! What the levels above accept from a region: for each target the weakest statements, before a word of its plan is written.

mod asked;
mod statement;
mod target;
mod task;

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Comparison, Cutoffs, Proposal, Resolution},
    catalogue::{NameKey, RegionId},
    engine::World,
    hierarchy::{ParentReason, Parents},
    model::{Model, Period, Plan, PlanId, StatementId},
    quantity::Direction,
    rulebook::RollupFacts,
    syntax::{Class, PlanKind, RelationWord},
};

use super::shape::{side, years};

use asked::asked_targets;
pub use statement::BriefStatement;
pub use target::WhyOpen;
use target::brief_target;
pub use task::BriefTask;
use task::brief_tasks;

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

/// What the levels above accept from one region.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RegionBrief {
    /// The region as a plan must write it.
    pub region: String,
    /// The title of its plan, or one after that of the plan above.
    #[serde(rename = "plan")]
    pub title: String,
    /// Whether the region has such a plan already.
    pub has_plan: bool,
    /// The plan's kind.
    #[serde(skip)]
    pub kind: Option<PlanKind>,
    /// 主题.
    pub topic: Option<Arc<str>>,
    /// 规划期.
    #[serde(flatten, serialize_with = "years")]
    pub period: Option<Period>,
    /// The plans above, nearest first.
    pub above: Vec<AbovePlan>,
    /// The targets they ask for, binding ones first.
    pub targets: Vec<BriefTarget>,
    /// What they, or the region's own plan, leave to a number that nobody has given.
    pub unresolved: Vec<BriefStatement>,
    /// The projects and tasks of the plans above that name the region.
    pub tasks: Vec<BriefTask>,
}

/// A plan above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AbovePlan {
    /// Its region.
    pub region: Arc<str>,
    /// Its title.
    #[serde(rename = "plan")]
    pub title: Arc<str>,
}

/// One target that is asked for.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BriefTarget {
    /// The indicator as the plan above prints it, or the region's own plan where it has it, with its unit.
    #[serde(rename = "indicator")]
    pub name: String,
    /// The indicator's name in the catalogue.
    #[serde(skip)]
    pub indicator: Arc<str>,
    /// The part of the region.
    pub scope: Option<Arc<str>>,
    /// The year.
    pub year: i32,
    /// The side that is better; `None` when nobody says it.
    #[serde(serialize_with = "side")]
    pub direction: Option<Direction>,
    /// The highest class a figure above has.
    pub class: Option<Class>,
    /// The relation it is judged by.
    pub relation: RelationWord,
    /// Whether it belongs into an indicator table.
    #[serde(skip)]
    pub tabled: bool,
    /// Whether direction or relation rest on no catalogue.
    pub guessed: bool,
    /// The weakest statements, each weaker than the one before.
    pub steps: Vec<Proposal>,
    /// Why there are none.
    pub open: Option<WhyOpen>,
    /// What stands above, nearest first.
    pub above: Vec<BriefStatement>,
    /// The region's own base: that of the year the nearest figure has one for, else the latest.
    pub base: Option<BriefStatement>,
    /// What its earlier plan set.
    pub earlier: Option<BriefStatement>,
    /// What its plan says so far, in the table and elsewhere.
    pub own: Vec<BriefStatement>,
    /// What the figures below those above come to so far, each as the record of its roll-up.
    #[serde(skip)]
    pub rolled: Vec<RollupFacts>,
}

/// What is known before the targets are looked at.
struct BriefScene<'a> {
    world: &'a World,
    cutoffs: &'a Cutoffs,
    region: RegionId,
    own: Option<PlanId>,
    period: Option<Period>,
    parents: Vec<Parents>,
    /// The region's plans of the period or before it, the own one first.
    based: Vec<PlanId>,
    earlier: Vec<PlanId>,
}

/// What the levels above accept from a region.
#[must_use]
pub fn brief(world: &World, cutoffs: &Cutoffs, wanted: &Wanted) -> RegionBrief {
    let scene = BriefScene::of(world, cutoffs, wanted);
    let model = &world.model;
    let asked = asked_targets(&scene);
    let mut unresolved = unresolved_above(model, asked.iter().map(|(_, comparison)| comparison));
    unresolved.extend(scene.own.iter().flat_map(|&plan| unresolved_own(world, plan)));
    let mut targets: Vec<BriefTarget> =
        asked.iter().map(|(asked, comparison)| brief_target(&scene, asked, comparison)).collect();
    // The sort is stable: within a class the order is that of the plan above.
    targets.sort_by_key(|target| target.class != Some(Class::Binding));
    let model_plan = scene.own.or_else(|| scene.nearest()).map(|id| model.plan(id));
    RegionBrief {
        region: wanted.written.clone(),
        title: title_of_brief(model, &scene),
        has_plan: scene.own.is_some(),
        kind: model_plan.and_then(|plan| plan.kind),
        topic: model_plan.and_then(|plan| plan.topic.clone()),
        period: scene.period,
        above: plans_above_region(model, &scene.parents),
        targets,
        unresolved,
        tasks: brief_tasks(&scene),
    }
}

impl<'a> BriefScene<'a> {
    fn of(world: &'a World, cutoffs: &'a Cutoffs, wanted: &Wanted) -> Self {
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

    fn nearest(&self) -> Option<PlanId> {
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

fn plans_above_region(model: &Model, parents: &[Parents]) -> Vec<AbovePlan> {
    let groups = parents.iter().filter(|parents| parents.choice != ParentReason::Indicator);
    let plans = groups.flat_map(|parents| parents.plans.iter().map(|&id| (parents.region, id)));
    plans
        .map(|(region, id)| AbovePlan {
            region: Arc::clone(&model.catalogue.region_of(region).name),
            title: Arc::clone(&model.plan(id).title),
        })
        .collect()
}

/// The title of the own plan; else that of the plan above with the region's name in place of the other's.
fn title_of_brief(model: &Model, scene: &BriefScene) -> String {
    if let Some(own) = scene.own {
        return model.plan(own).title.to_string();
    }
    let name = &model.catalogue.region_of(scene.region).name;
    let plan = scene.nearest().map(|id| model.plan(id));
    let above = plan.and_then(|plan| Some((plan, model.catalogue.region_of(plan.region?))));
    match above {
        Some((plan, above)) if plan.title.contains(&*above.name) => {
            // 湖州市…规划 gives 德清县…规划; a title that names no region gets the name put before it.
            plan.title.replace(&*above.name, name)
        }
        Some((plan, _)) => format!("{name}{}", plan.title),
        None => name.to_string(),
    }
}

/// What ancestors state without a number, each once.
fn unresolved_above<'a>(
    model: &Model,
    comparisons: impl Iterator<Item = &'a Comparison>,
) -> Vec<BriefStatement> {
    let mut ids: Vec<StatementId> =
        comparisons.flat_map(|one| &one.passed).map(|passed| passed.statement).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().map(|id| BriefStatement::of(model, model.statement(id))).collect()
}

/// The references of the own plan that no number above resolves.
fn unresolved_own(world: &World, plan: PlanId) -> impl Iterator<Item = BriefStatement> + '_ {
    let hangs = |comparison: &&Comparison| {
        matches!(comparison.resolution, Some(Resolution::Dangling { .. } | Resolution::Open))
    };
    let hanging = world.alignment.plan(plan).iter().filter(hangs);
    hanging
        .map(|comparison| BriefStatement::of(&world.model, world.model.statement(comparison.child)))
}
