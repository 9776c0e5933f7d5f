//! What each plan carries on of the plans above it, by name: what is missing, what only it states, what refers to nothing.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    alignment::{CloseNames, Resolution, asked_rows, lost_rows, unstated_rows},
    catalogue::Tier,
    engine::World,
    hierarchy::Link,
    model::{PlanId, TargetRow},
    syntax::Class,
    text::Span,
};

use super::heading::{PlanLabel, in_order};

/// One plan beside one directly above it, or alone.
#[derive(Clone, Debug, Default)]
pub struct Covered {
    /// The plan.
    pub plan: PlanLabel,
    /// The plan above; none where no plan of its topic is known.
    pub above: Option<PlanLabel>,
    /// The nearest region above that has plans, where none of them is of its topic: indicators are compared one by one.
    pub compared_with: Option<Arc<str>>,
    /// How many indicators of the plan above are asked of this one.
    pub asked: usize,
    /// How many of those are binding.
    pub binding_asked: usize,
    /// How many are asked of an excerpt that does not state them, and how many of those are binding.
    pub left_out: (usize, usize),
    /// What is asked and not stated, each with its class, binding ones first.
    pub missing: Vec<(Arc<str>, Option<Class>)>,
    /// The indicators of this plan's tables that no plan of its topic above names.
    pub own: Vec<Arc<str>>,
    /// The indicators that refer to a figure nobody above gives; told at the first of several plans above.
    pub dangling: Vec<String>,
}

/// The coverage of all plans that are reported on and have, or should have, a plan above them, in their order.
#[must_use]
pub fn coverage_of_plans(world: &World) -> Vec<Covered> {
    let top = world.forest.top_tier(&world.model);
    let reported = |id: &PlanId| !world.model.plan(*id).reference_only;
    let plans = in_order(world).into_iter().filter(reported);
    plans.flat_map(|plan| coverage_of_plan(world, plan, top)).collect()
}

fn coverage_of_plan(world: &World, id: PlanId, top: Option<Tier>) -> Vec<Covered> {
    let direct = world.forest.links_of(id).iter().filter(|link| link.direct);
    let mut rows: Vec<Covered> = direct.map(|link| coverage_beside_parent(world, link)).collect();
    if rows.is_empty() {
        rows.extend(coverage_without_parent(world, id, top));
    }
    // A reference that dangles does so beside every plan above, and is told once.
    if let Some(first) = rows.first_mut() {
        first.dangling = dangling(world, id);
    }
    rows
}

/// The row of a plan that no plan of its topic stands above; none at the top, where nothing could.
fn coverage_without_parent(world: &World, id: PlanId, top: Option<Tier>) -> Option<Covered> {
    let catalogue = &world.model.catalogue;
    let nearest = world.forest.parents(id).first();
    let compared_with = nearest.map(|one| Arc::clone(&catalogue.region_of(one.region).name));
    let tier = world.model.plan(id).region.and_then(|region| catalogue.region_of(region).tier);
    let below_top = tier.zip(top).is_some_and(|(own, top)| own > top);
    let plan = PlanLabel::of(world, id);
    (below_top || compared_with.is_some()).then(|| Covered {
        plan,
        compared_with,
        ..Covered::default()
    })
}

fn coverage_beside_parent(world: &World, link: &Link) -> Covered {
    let model = &world.model;
    let asked = asked_rows(model, &world.forest, link);
    let mut lost = lost_rows(model, &world.forest, link);
    lost.sort_by_key(|row| !is_binding(row));
    let unstated = unstated_rows(model, &world.forest, link);
    let binding = |rows: &[&TargetRow]| rows.iter().filter(|row| is_binding(row)).count();
    // Unstated is all that is not named; lost is what may be called missing. What lies between may stand in the part
    // that an excerpt leaves out.
    let left_out = (unstated.len() - lost.len(), binding(&unstated) - binding(&lost));
    let missing = lost.iter().map(|row| (Arc::clone(&row.printed), row.class));
    Covered {
        plan: PlanLabel::of(world, link.child),
        above: Some(PlanLabel::of(world, link.parent)),
        compared_with: None,
        asked: asked.len(),
        binding_asked: asked.iter().filter(|row| is_binding(row)).count(),
        left_out,
        missing: missing.collect(),
        // A plan that asks for nothing is of another kind or topic: everything would be the lower plan's own.
        own: if asked.is_empty() { Vec::new() } else { own_indicators(world, link) },
        dangling: Vec::new(),
    }
}

fn is_binding(row: &TargetRow) -> bool {
    row.class == Some(Class::Binding)
}

/// The indicators that no linked plan above names, not even in other words.
fn own_indicators(world: &World, link: &Link) -> Vec<Arc<str>> {
    let model = &world.model;
    let above = world.forest.links_of(link.child);
    let known = |row: &TargetRow| above.iter().any(|up| model.speaks_of(up.parent, row.indicator));
    let close = CloseNames::between(model, link.child, link.parent).pairs;
    // A name that is close to one above is told as a drift of definition, and is no indicator of the plan's own.
    let renamed: BTreeSet<Span> = close.iter().map(|pair| pair.child.name).collect();
    let rows = model.rows(link.child).map(|(_, row)| row);
    let own = rows.filter(|row| !known(row) && !renamed.contains(&row.name));
    let mut seen = BTreeSet::new();
    own.filter(|row| seen.insert(row.indicator)).map(|row| Arc::clone(&row.printed)).collect()
}

fn dangling(world: &World, id: PlanId) -> Vec<String> {
    let hangs =
        |resolution: &Option<Resolution>| matches!(resolution, Some(Resolution::Dangling { .. }));
    let mut names: Vec<String> = Vec::new();
    for comparison in world.alignment.plan(id).iter().filter(|one| hangs(&one.resolution)) {
        let name = world.model.printed_name(world.model.statement(comparison.child));
        // The targets of one indicator stand one behind the other.
        if names.last().is_none_or(|last| last != name) {
            names.push(name.to_owned());
        }
    }
    names
}
