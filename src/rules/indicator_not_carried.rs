//! An indicator of the direct parent, not a binding one, that the plan does not carry on.

use serde::Serialize;

use crate::{
    alignment::lost_rows,
    finding::{Compared, Draft, Drafts, Subject},
    hierarchy::Link,
    model::{Plan, TargetRow},
    rulebook::{Context, NamesFacts, PlanFacts, draft_lost_row, tell_plan},
    syntax::Class,
};

/// Reports the rows that are not binding of a direct parent of the same topic without a counterpart here, many of them in one finding.
pub fn check(context: &Context, link: &Link, drafts: &mut Drafts) {
    // What the nation expects reaches a city through its province, which may well leave it elsewhere.
    if is_far(context, link) {
        return;
    }
    let lost = lost_rows(context.model, context.forest, link);
    let lost: Vec<&TargetRow> =
        lost.into_iter().filter(|row| row.class != Some(Class::Binding)).collect();
    match lost.as_slice() {
        [first, ..] if lost.len() > MOST => {
            drafts.push(draft_several(context, link, first, &lost));
        }
        rows => rows.iter().for_each(|row| drafts.push(draft_lost_row(context, link, row, "lost"))),
    }
}

/// More rows than these are told in one finding.
// A choice: each of three can be looked into, and a dozen would hide everything else that is said of the plan.
const MOST: usize = 3;

/// Whether a region lies between the two plans' regions.
fn is_far(context: &Context, link: &Link) -> bool {
    let region = |plan| context.model.plan(plan).region;
    let between = region(link.child).zip(region(link.parent));
    between.and_then(|(own, above)| context.forest.region_between(own, above)).is_some()
}

/// What the sentence on several rows can say.
#[derive(Debug, Serialize)]
struct SeveralFacts {
    child: PlanFacts,
    parent: PlanFacts,
    #[serde(flatten)]
    listed: NamesFacts,
}

fn draft_several(context: &Context, link: &Link, first: &TargetRow, rows: &[&TargetRow]) -> Draft {
    let model = context.model;
    let (child, parent) = (model.plan(link.child), model.plan(link.parent));
    let name =
        |plan: &Plan| plan.region.map(|region| model.catalogue.region_of(region).name.clone());
    let subject = Subject {
        plan: Some(child.title.clone()),
        region: name(child),
        other: name(parent),
        ..Subject::default()
    };
    Draft::new("several", subject, child.place.clone())
        .compares(Compared::counted(rows.len()))
        .tells(SeveralFacts {
            child: tell_plan(model, link.child),
            parent: tell_plan(model, link.parent),
            listed: NamesFacts::of(rows.iter().map(|row| &*row.printed)),
        })
        .note("parent", model.row_place(first), ())
}
