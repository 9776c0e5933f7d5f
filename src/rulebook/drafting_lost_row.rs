//! The draft of a finding about a row of the level above that a plan does not carry on.

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Subject},
    hierarchy::Link,
    model::{Plan, TargetRow},
};

use super::{
    Context,
    comparing::stated_row,
    telling::{PlanFacts, RowFacts, tell_plan, tell_row},
};

/// What is known of a lost row.
#[derive(Debug, Serialize)]
struct LostRowFacts {
    child: PlanFacts,
    parent: RowFacts,
    defined: bool,
}

/// What is said of a lost row: it stands at the child's title, for there is nothing else to point at.
#[must_use]
pub fn draft_lost_row(
    context: &Context,
    link: &Link,
    row: &TargetRow,
    case: &'static str,
) -> Draft {
    let model = context.model;
    let (child, parent) = (model.plan(link.child), model.plan(link.parent));
    let name =
        |plan: &Plan| plan.region.map(|region| model.catalogue.region_of(region).name.clone());
    let subject = Subject {
        plan: Some(child.title.clone()),
        region: name(child),
        indicator: Some(row.printed.clone()),
        year: None,
        other: name(parent),
    };
    let defined = model.catalogue.indicator(row.indicator).is_defined();
    let draft = Draft::new(case, subject, child.place.clone())
        .compares(Compared::missing(stated_row(model, row)))
        .tells(LostRowFacts {
            child: tell_plan(model, link.child),
            parent: tell_row(model, row),
            defined,
        })
        .note("parent", model.row_place(row), ());
    // No catalogue says at which levels the indicator is kept.
    if defined { draft } else { draft.review() }
}
