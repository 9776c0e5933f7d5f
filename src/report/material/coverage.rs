//! What each plan carries on of the plans above it: indicators carried, missing, without a parent, referring to nothing.

use serde::Serialize;

use crate::{
    engine::World,
    views::{self, Class, Covered},
    words::{Language, term_of},
};

/// One plan beside one plan above it.
#[derive(Clone, Debug, Serialize)]
pub struct CoverageRow {
    /// The region.
    pub region: String,
    /// The plan.
    pub plan: String,
    /// The region above; empty when no plan above is known.
    pub above_region: String,
    /// The plan above; empty when none of that region is of its topic: then indicators are compared one by one.
    pub above_plan: String,
    /// How many indicators of the plan above are asked of this one.
    pub asked: usize,
    /// How many of them it states.
    pub carried: usize,
    /// How many of those asked are binding.
    pub binding_asked: usize,
    /// How many of the binding ones it states.
    pub binding_carried: usize,
    /// What is missing, binding ones first.
    pub missing: Vec<Miss>,
    /// The indicators in this plan's tables that no plan of its topic above names.
    pub own: Vec<String>,
    /// The indicators that refer to a figure nobody above gives; told at the first of several plans above.
    pub dangling: Vec<String>,
}

/// An indicator that is asked for and not stated.
#[derive(Clone, Debug, Serialize)]
pub struct Miss {
    /// The indicator as printed above.
    pub indicator: String,
    /// Whether it is binding.
    pub is_binding: bool,
    /// 约束性 or 预期性; empty when neither is said.
    pub class: String,
}

/// The coverage of a run, in the order of the plans; a plan of the top tier has nothing to carry on.
pub(super) fn coverage_rows(world: &World, language: Language) -> Vec<CoverageRow> {
    views::coverage_of_plans(world).iter().map(|covered| coverage_row(covered, language)).collect()
}

fn coverage_row(covered: &Covered, language: Language) -> CoverageRow {
    let word = |class: Option<Class>| class.map_or("", |class| term_of(language, class));
    let lost = covered.missing.len();
    let lost_binding =
        covered.missing.iter().filter(|(_, class)| *class == Some(Class::Binding)).count();
    let above = covered.above.as_ref();
    let compared_with = above.map(|plan| &plan.region).or(covered.compared_with.as_ref());
    let missing = covered.missing.iter().map(|(name, class)| Miss {
        indicator: name.to_string(),
        is_binding: *class == Some(Class::Binding),
        class: word(*class).to_owned(),
    });
    CoverageRow {
        region: covered.plan.region.to_string(),
        plan: covered.plan.plan.to_string(),
        above_region: compared_with.map(|name| name.to_string()).unwrap_or_default(),
        above_plan: above.map(|plan| plan.plan.to_string()).unwrap_or_default(),
        asked: covered.asked,
        // What an excerpt leaves out it has neither carried nor missed.
        carried: covered.asked.saturating_sub(lost + covered.left_out.0),
        binding_asked: covered.binding_asked,
        binding_carried: covered.binding_asked.saturating_sub(lost_binding + covered.left_out.1),
        missing: missing.collect(),
        own: covered
            .own
            .iter()
            .map(|name| name.trim_end_matches(['*', '＊', '※']).to_owned())
            .collect(),
        dangling: covered.dangling.clone(),
    }
}
