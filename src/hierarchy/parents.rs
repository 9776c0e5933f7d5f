//! Which plans of a region above, and which outline of its own region, are a plan's parents.

use crate::{
    catalogue::{IndicatorId, NameKey, RegionId},
    model::{Model, Plan, PlanId},
    syntax::PlanKind,
};

/// Why a plan is a parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ParentReason {
    /// The outline of the plan's own region.
    Outline,
    /// Named in 依据.
    Named,
    /// Of the same topic.
    Topic,
    /// The latest that states the indicator.
    Indicator,
}

/// The parents of one plan in one region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parents {
    /// The region.
    pub region: RegionId,
    /// Why these.
    pub choice: ParentReason,
    /// The plans, latest first. Under `ParentReason::Indicator` the first that states an indicator speaks for it.
    pub plans: Vec<PlanId>,
}

impl Parents {
    /// The plan that speaks for an indicator: the first that states it.
    pub fn speaking(&self, model: &Model, indicator: IndicatorId) -> Option<PlanId> {
        self.plans
            .iter()
            .copied()
            .find(|&plan| !model.stated(plan, self.region, indicator).is_empty())
    }
}

/// The titles a plan names as its basis, as ids of the plans among these texts.
pub fn named_plans(model: &Model) -> Vec<Vec<PlanId>> {
    let key = |title: &str| NameKey::of(title);
    let mut titles: Vec<(NameKey, PlanId)> =
        model.plans().map(|(id, plan)| (key(&plan.title), id)).collect();
    // Sorted once, so that each named basis is searched by halves.
    titles.sort_unstable();
    model
        .plans()
        .map(|(_, plan)| {
            let mut named: Vec<PlanId> = plan
                .based_on
                .iter()
                .flat_map(|cited| {
                    let wanted = key(&cited.title);
                    let from = titles.partition_point(|(title, _)| *title < wanted);
                    titles[from..]
                        .iter()
                        .take_while(move |(title, _)| *title == wanted)
                        .map(|(_, id)| *id)
                })
                .collect();
            named.sort_unstable();
            named.dedup();
            named
        })
        .collect()
}

/// Chooses among the plans of one region: those named, else those of the same topic, else all, latest first.
pub fn choose(
    model: &Model,
    plan: PlanId,
    named: &[PlanId],
    region: RegionId,
    plans: &[PlanId],
) -> Option<Parents> {
    // Plans given by --against are what somebody wants to be held against, so they go before anything found in the
    // folder.
    let plans = outranking(model, plans.to_vec());
    let among = |keep: &dyn Fn(PlanId) -> bool| -> Vec<PlanId> {
        plans.iter().copied().filter(|&id| id != plan && keep(id)).collect()
    };
    let same_topic = |id: PlanId| model.plan(plan).shares_topic(model.plan(id)) == Some(true);
    let (choice, plans) = [
        // What a plan itself names as its basis decides over likeness, and only within this region: 依据 of a
        // province's plan does not do away with the city's.
        (ParentReason::Named, among(&|id| named.contains(&id))),
        (ParentReason::Topic, among(&same_topic)),
        // Without name and topic each plan above may speak for the indicators it states; the latest is asked first.
        (ParentReason::Indicator, among(&|_| true)),
    ]
    .into_iter()
    .find(|(_, plans)| !plans.is_empty())?;
    Some(Parents { region, choice, plans })
}

/// Those of its region's outlines that a plan obeys, latest first: what they fix for years of both holds for every other
/// plan of the region. An outline obeys none.
pub fn outlines(model: &Model, id: PlanId, region: RegionId, among: &[PlanId]) -> Option<Parents> {
    let plan = model.plan(id);
    let obeyed = |other: &PlanId| *other != id && obeys(plan, model.plan(*other));
    let plans = outranking(model, among.iter().copied().filter(obeyed).collect());
    (!plans.is_empty()).then_some(Parents { region, choice: ParentReason::Outline, plans })
}

fn obeys(plan: &Plan, outline: &Plan) -> bool {
    // Two outlines of one region for overlapping years are an older and a newer one, and neither obeys the other.
    let special = match plan.kind {
        Some(kind) => kind != PlanKind::Outline,
        // A plan of the outline's own topic that does not say what it is may be an outline as well.
        None => plan.shares_topic(outline) != Some(true),
    };
    special && plan.period.zip(outline.period).is_some_and(|(own, other)| own.overlaps(other))
}

/// Chooses for a plan that is still to be written: those of its topic, else all, latest first.
pub fn choose_by_topic(
    model: &Model,
    topic: Option<&NameKey>,
    region: RegionId,
    plans: &[PlanId],
) -> Option<Parents> {
    let plans = outranking(model, plans.to_vec());
    let of_topic = |id: &PlanId| topic.is_some() && model.plan(*id).topic_key.as_ref() == topic;
    let same: Vec<PlanId> = plans.iter().copied().filter(of_topic).collect();
    let (choice, plans) = if same.is_empty() {
        (ParentReason::Indicator, plans)
    } else {
        (ParentReason::Topic, same)
    };
    (!plans.is_empty()).then_some(Parents { region, choice, plans })
}

/// Plans given as parents only, where there are any; else all.
fn outranking(model: &Model, plans: Vec<PlanId>) -> Vec<PlanId> {
    let given = |id: &PlanId| model.plan(*id).reference_only;
    if plans.iter().any(given) { plans.into_iter().filter(given).collect() } else { plans }
}
