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

/// Reports each row that is not binding of a direct parent of the same topic without a counterpart here; those of a parent further up
/// than the next region together.
pub fn check(context: &Context, link: &Link, drafts: &mut Drafts) {
    let lost = lost_rows(context.model, context.forest, link);
    let lost: Vec<&TargetRow> =
        lost.into_iter().filter(|row| row.class != Some(Class::Binding)).collect();
    match lost.as_slice() {
        // What the nation expects reaches a city through its province, which may well leave it elsewhere.
        [first, _, ..] if is_far(context, link) => {
            drafts.push(draft_far(context, link, first, &lost));
        }
        rows => rows.iter().for_each(|row| drafts.push(draft_lost_row(context, link, row, "lost"))),
    }
}

/// Whether a region lies between the two plans' regions.
fn is_far(context: &Context, link: &Link) -> bool {
    let region = |plan| context.model.plan(plan).region;
    let next = region(link.child).and_then(|own| context.forest.ancestors(own).first());
    next.copied() != region(link.parent)
}

/// What the sentence on the rows of a far parent can say.
#[derive(Debug, Serialize)]
struct FarFacts {
    child: PlanFacts,
    parent: PlanFacts,
    #[serde(flatten)]
    listed: NamesFacts,
}

fn draft_far(context: &Context, link: &Link, first: &TargetRow, rows: &[&TargetRow]) -> Draft {
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
    Draft::new("far", subject, child.place.clone())
        .compares(Compared::counted(rows.len()))
        .tells(FarFacts {
            child: tell_plan(model, link.child),
            parent: tell_plan(model, link.parent),
            listed: NamesFacts::of(rows.iter().map(|row| &*row.printed)),
        })
        .note("parent", model.row_place(first), ())
}
