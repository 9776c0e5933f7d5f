//! What the levels above accept from a region: for each target the weakest statements, before a word of its plan is written.

mod asked;
mod over_years;
mod own_figures;
mod scene;
mod statement;
mod target;
mod task;

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Comparison, Cutoffs, Resolution},
    engine::World,
    hierarchy::{ParentReason, Parents},
    model::{Model, Period, PlanId, StatementId},
    syntax::{Class, PlanKind},
};

use super::shape::years;

use asked::{AskedTarget, asked_targets};
use over_years::lift_over_years;
use scene::BriefScene;
pub use scene::Wanted;
pub use statement::BriefStatement;
use target::brief_target;
pub use target::{BriefTarget, WhyOpen};
pub use task::BriefTask;
use task::brief_tasks;

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
    let asked: Vec<AskedTarget> = asked.into_iter().map(|(asked, _)| asked).collect();
    lift_over_years(model, &asked, &mut targets);
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
