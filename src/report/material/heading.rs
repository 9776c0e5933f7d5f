//! A plan's region, tier, title and period as tables show them.

use crate::{
    engine::World,
    finding::Place,
    text::escape,
    views::PlanLabel,
    words::{Language, term},
};

/// The region; empty when the plan names none.
pub(super) fn region(plan: &PlanLabel) -> String {
    escape(&plan.region).into_owned()
}

/// The tier; empty when not known.
pub(super) fn tier(plan: &PlanLabel, language: Language) -> String {
    let name = plan.tier.as_deref().map(|tier| escape(term(language, tier)).into_owned());
    name.unwrap_or_default()
}

/// The title.
pub(super) fn title(plan: &PlanLabel) -> String {
    escape(&plan.plan).into_owned()
}

/// `2021—2025`; empty when not said.
pub(super) fn period(plan: &PlanLabel, language: Language) -> String {
    let years = |(start, end)| language.pick(format!("{start}—{end}"), format!("{start}-{end}"));
    plan.period.map(years).unwrap_or_default()
}

/// The region of the plan at a place and those above it, the highest first: `江苏省/徐州市/鼓楼区`; empty when not known.
pub(super) fn line(world: &World, place: &Place) -> String {
    let catalogue = &world.model.catalogue;
    let region = world.model.plan_in(place.file).and_then(|(_, plan)| plan.region);
    let line = region.into_iter().flat_map(|region| catalogue.line(region));
    let mut names: Vec<&str> = line.map(|region| &*catalogue.region_of(region).name).collect();
    names.reverse();
    escape(&names.join("/")).into_owned()
}
