//! Which plans of a region there are, the latest first, and which of them stand in two files.

use std::{cmp::Reverse, collections::HashMap};

use crate::{
    catalogue::{NameKey, RegionId},
    model::{Model, Plan, PlanId},
};

/// Plans by region, latest first; plans that stand in two files speak for nobody until that is mended.
pub fn plans_of(model: &Model, duplicates: &[Vec<PlanId>]) -> HashMap<RegionId, Vec<PlanId>> {
    let doubtful: Vec<PlanId> = {
        let mut all: Vec<PlanId> = duplicates.iter().flatten().copied().collect();
        all.sort_unstable();
        all
    };
    // Of two files that claim to be one plan nobody can say which is in force; taking the first would make the order
    // of files decide.
    let sure = model.plans().filter(|(id, _)| doubtful.binary_search(id).is_err());
    let mut latest_first: Vec<(PlanId, &Plan)> = sure.collect();
    latest_first.sort_by_key(|(id, plan)| Reverse(age(plan, *id)));
    let mut plans: HashMap<RegionId, Vec<PlanId>> = HashMap::new();
    for (id, plan) in latest_first {
        if let Some(region) = plan.region {
            plans.entry(region).or_default().push(id);
        }
    }
    plans
}

/// What makes a plan later: issued before draft, period, date of issue; the file's order decides what is left.
fn age(plan: &Plan, id: PlanId) -> (bool, Option<i32>, Option<i32>, Option<&str>, Reverse<PlanId>) {
    let period = plan.period;
    (
        // What is issued speaks before what is still a draft, even one for a later period.
        !plan.is_draft(),
        period.map(|period| period.end),
        period.map(|period| period.start),
        plan.issued.as_deref(),
        // The list is turned round to have the latest first; the earlier file stays first among equals.
        Reverse(id),
    )
}

/// Plans of one title and region in several files, each group in the order of the files.
pub fn duplicates(model: &Model) -> Vec<Vec<PlanId>> {
    let mut groups: HashMap<(NameKey, Option<RegionId>), Vec<PlanId>> = HashMap::new();
    for (id, plan) in
        model.plans().filter(|(_, plan)| !plan.title.is_empty() && !plan.reference_only)
    {
        groups.entry((NameKey::of(&plan.title), plan.region)).or_default().push(id);
    }
    let mut groups: Vec<_> = groups.into_values().filter(|group| group.len() > 1).collect();
    // The map has no order, and findings are told in the order of the files.
    groups.sort_unstable();
    groups
}
