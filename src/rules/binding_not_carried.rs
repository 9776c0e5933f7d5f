//! A binding indicator of the direct parent that the plan does not carry on.

use crate::{
    alignment::lost_rows,
    finding::{Args, Compared, Draft, Drafts, Subject},
    hierarchy::Link,
    model::TargetRow,
    rulebook::{Context, stated_row, tell_plan, tell_row},
    syntax::Class,
};

/// Reports each binding row of a direct parent of the same topic without a counterpart here.
pub fn check(context: &Context, link: &Link, drafts: &mut Drafts) {
    lost_rows(context.model, context.forest, link)
        .into_iter()
        .filter(|row| row.class == Some(Class::Binding))
        .for_each(|row| drafts.push(draft(context, link, row).binding(true)));
}

/// What is said of a lost row: it stands at the child's title, for there is nothing else to point at.
pub fn draft(context: &Context, link: &Link, row: &TargetRow) -> Draft {
    let model = context.model;
    let (child, parent) = (model.plan(link.child), model.plan(link.parent));
    let name = |plan: &crate::model::Plan| {
        plan.region.map(|region| model.catalogue.region_of(region).name.clone())
    };
    let subject = Subject {
        plan: Some(child.title.clone()),
        region: name(child),
        indicator: Some(row.printed.clone()),
        year: None,
        other: name(parent),
    };
    let defined = model.catalogue.indicator(row.indicator).is_defined();
    let draft = Draft::new("lost", subject, child.place.clone())
        .compares(Compared::missing(stated_row(model, row)))
        .with("child", tell_plan(model, link.child))
        .with("parent", tell_row(model, row))
        .with("defined", defined)
        .note("parent", model.row_place(row), Args::new());
    // No catalogue says at which levels the indicator is kept.
    if defined { draft } else { draft.review() }
}
