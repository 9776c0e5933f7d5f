//! A plan's region, tier, title and period as tables show them.

use crate::{
    text::escape,
    views::Heading,
    words::{Language, term},
};

/// The region; empty when the plan names none.
pub(super) fn region(plan: &Heading) -> String {
    escape(&plan.region).into_owned()
}

/// The tier; empty when not known.
pub(super) fn tier(plan: &Heading, language: Language) -> String {
    let name = plan.tier.as_deref().map(|tier| escape(term(language, tier)).into_owned());
    name.unwrap_or_default()
}

/// The title.
pub(super) fn title(plan: &Heading) -> String {
    escape(&plan.plan).into_owned()
}

/// `2021—2025`; empty when not said.
pub(super) fn period(plan: &Heading, language: Language) -> String {
    let years = |(start, end)| language.pick(format!("{start}—{end}"), format!("{start}-{end}"));
    plan.period.map(years).unwrap_or_default()
}
