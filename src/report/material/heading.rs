//! A plan's tier, period and line of regions as tables show them.

use crate::{
    engine::World,
    finding::Place,
    views::PlanLabel,
    words::{Language, term, text},
};

/// The tier; empty when not known.
pub(super) fn tier(plan: &PlanLabel, language: Language) -> String {
    plan.tier.as_deref().map(|tier| term(language, tier).to_owned()).unwrap_or_default()
}

/// `2021—2025`; empty when not said.
pub(super) fn label_period(plan: &PlanLabel, language: Language) -> String {
    let years = |(start, end)| text! { language; zh: "{start}—{end}", en: "{start}-{end}" };
    plan.period.map(years).unwrap_or_default()
}

/// The region of the plan at a place and those above it, the highest first: `江苏省/徐州市/鼓楼区`; empty when not known.
pub(super) fn region_line(world: &World, place: &Place) -> String {
    let catalogue = &world.model.catalogue;
    let region = world.model.plan_in(place.file).and_then(|(_, plan)| plan.region);
    let line = region.into_iter().flat_map(|region| catalogue.line(region));
    let mut names: Vec<&str> = line.map(|region| &*catalogue.region_of(region).name).collect();
    names.reverse();
    names.join("/")
}
