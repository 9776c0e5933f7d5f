//! Which plan of the old draft is which of the new.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    catalogue::NameKey,
    model::{Model, Plan, PlanId},
};

/// Plans of two drafts side by side.
#[derive(Debug, Default)]
pub struct Matched {
    /// Old and new, in the order of the new ones.
    pub pairs: Vec<(PlanId, PlanId)>,
    /// Old ones without a new one.
    pub gone: Vec<PlanId>,
    /// New ones without an old one.
    pub new: Vec<PlanId>,
}

/// What two drafts of one plan may share; `None` where the plan does not say it.
type Way = fn(&Model, &Plan) -> Option<String>;

/// The ways two drafts are known to be of one plan, the surest first.
// A title may change between drafts, and so may a file's name, but hardly all of title, topic, file and region.
const WAYS: [Way; 4] = [by_title, by_topic, by_file, by_region];

/// Matches the plans that are reported on. Several that one way cannot tell apart are left to the next.
pub fn matched(old: &Model, new: &Model) -> Matched {
    let reported = |model: &Model| -> Vec<PlanId> {
        let own = model.plans().filter(|(_, plan)| !plan.reference_only);
        own.map(|(id, _)| id).collect()
    };
    let mut matched = Matched { pairs: Vec::new(), gone: reported(old), new: reported(new) };
    for way in WAYS {
        let (before, mut after) =
            (unshared_plans(old, &matched.gone, way), unshared_plans(new, &matched.new, way));
        let partner: BTreeMap<PlanId, PlanId> =
            before.into_iter().filter_map(|(key, one)| Some((after.remove(&key)?, one))).collect();
        let pairs = matched.new.iter().filter_map(|new| Some((*partner.get(new)?, *new)));
        matched.pairs.extend(pairs);
        let found: BTreeSet<PlanId> = partner.values().copied().collect();
        matched.gone.retain(|id| !found.contains(id));
        matched.new.retain(|id| !partner.contains_key(id));
    }
    matched.pairs.sort_by_key(|(_, new)| *new);
    matched
}

/// The plans that no other one shares `way` with.
fn unshared_plans(model: &Model, plans: &[PlanId], way: Way) -> BTreeMap<String, PlanId> {
    let mut seen: BTreeMap<String, Option<PlanId>> = BTreeMap::new();
    for &id in plans {
        if let Some(key) = way(model, model.plan(id)) {
            // Two plans of one key are both set aside, since taking the first would pair drafts by the order of
            // their files.
            seen.entry(key).and_modify(|known| *known = None).or_insert(Some(id));
        }
    }
    seen.into_iter().filter_map(|(key, id)| Some((key, id?))).collect()
}

fn by_title(_: &Model, plan: &Plan) -> Option<String> {
    let title = NameKey::of(&plan.title).0;
    (!title.is_empty()).then(|| format!("{}\n{title}", written_region(plan)))
}

fn by_topic(_: &Model, plan: &Plan) -> Option<String> {
    let topic = NameKey::of(plan.topic.as_deref()?).0;
    let period = plan.period?;
    Some(format!("{}\n{topic}\n{}-{}", written_region(plan), period.start, period.end))
}

fn by_file(model: &Model, plan: &Plan) -> Option<String> {
    let path = &model.sources.get(plan.file)?.path;
    path.rsplit('/').next().map(str::to_owned)
}

/// The last resort: the only plan of its region that is left.
fn by_region(_: &Model, plan: &Plan) -> Option<String> {
    let region = written_region(plan);
    (!region.is_empty()).then(|| region.to_owned())
}

fn written_region(plan: &Plan) -> &str {
    plan.region_written.as_ref().map_or("", |(words, _)| words)
}
