//! An indicator that the level above and the level below state, and the level between does not.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    alignment::{CloseNames, unstated_rows},
    catalogue::IndicatorId,
    finding::{Compared, Draft, Drafts, Subject},
    hierarchy::{Link, ParentReason},
    model::{PlanId, TargetRow},
    rulebook::{Context, PlanFacts, RowFacts, stated_row, tell_plan, tell_row},
    syntax::{Class, PlanKind},
};

/// A row above and the rows below it, by the indicator they share.
type Skipped<'a> = BTreeMap<IndicatorId, (&'a TargetRow, Vec<&'a TargetRow>)>;

/// The links between plans of one topic, by one of their ends.
type Links<'a> = BTreeMap<PlanId, Vec<&'a Link>>;

/// Reports each indicator that a plan leaves out between a parent's row and a child's, where nothing else says so.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let upward = links(context, |link| link.child);
    for (plan, downward) in links(context, |link| link.parent) {
        let head = context.model.plan(plan);
        // Implementation plans and plans of one year need not state everything, and an excerpt may state
        // it elsewhere.
        let exempt = matches!(head.kind, Some(PlanKind::Implementation | PlanKind::Annual));
        let exempt = exempt || head.is_excerpt || head.reference_only;
        let upward = upward.get(&plan).filter(|_| !exempt);
        let Some(upward) = upward else { continue };
        for (above, below) in skipped(context, plan, upward, &downward).into_values() {
            drafts.push(draft(context, plan, above, &below));
        }
    }
}

fn links<'a>(context: &Context<'a>, end: impl Fn(&Link) -> PlanId) -> Links<'a> {
    let model = context.model;
    let mut links = Links::new();
    for link in &context.forest.links {
        let (child, parent) = (model.plan(link.child), model.plan(link.parent));
        // Plans of two topics skip nothing of each other's.
        if link.choice == ParentReason::Topic || child.shares_topic(parent) == Some(true) {
            links.entry(end(link)).or_default().push(link);
        }
    }
    links
}

fn skipped<'a>(
    context: &Context<'a>,
    plan: PlanId,
    upward: &[&Link],
    downward: &[&Link],
) -> Skipped<'a> {
    let model = context.model;
    let tier = model.plan(plan).region.and_then(|region| model.catalogue.region_of(region).tier);
    let asked = rows_above(context, upward);
    let mut skipped = Skipped::new();
    for link in downward.iter().filter(|link| link.direct) {
        let close = CloseNames::between(model, link.child, plan);
        let renamed: HashSet<_> = close.pairs.iter().map(|pair| pair.child.name).collect();
        for (_, row) in model.rows(link.child).filter(|(_, row)| !renamed.contains(&row.name)) {
            let applies = model.catalogue.indicator(row.indicator).applies_at(tier);
            let missing = applies && !model.speaks_of(plan, row.indicator);
            if let Some(above) = asked.get(&row.indicator).filter(|_| missing) {
                skipped.entry(row.indicator).or_insert((above, Vec::new())).1.push(row);
            }
        }
    }
    skipped
}

/// The rows of the plans above, without those that are reported as not carried or have a close name here.
fn rows_above<'a>(context: &Context<'a>, upward: &[&Link]) -> BTreeMap<IndicatorId, &'a TargetRow> {
    let model = context.model;
    let mut rows = BTreeMap::new();
    for link in upward {
        let close = CloseNames::between(model, link.child, link.parent);
        let renamed = close.pairs.iter().map(|pair| pair.parent.name);
        let lost = unstated_rows(model, context.forest, link);
        // What is reported as not carried says the same from above, and a close name is asked about by
        // definition-drift.
        let said: HashSet<_> = lost.iter().map(|row| row.name).chain(renamed).collect();
        for (_, row) in model.rows(link.parent).filter(|(_, row)| !said.contains(&row.name)) {
            rows.entry(row.indicator).or_insert(row);
        }
    }
    rows
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct TierSkippedFacts {
    between: PlanFacts,
    above: RowFacts,
    below: Vec<Arc<str>>,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct SkippedRowNote {
    row: RowFacts,
}

fn draft(context: &Context, plan: PlanId, above: &TargetRow, below: &[&TargetRow]) -> Draft {
    let model = context.model;
    let head = model.plan(plan);
    let name = |plan: PlanId| {
        model.plan(plan).region.map(|region| model.catalogue.region_of(region).name.clone())
    };
    let subject = Subject {
        plan: Some(head.title.clone()),
        region: name(plan),
        indicator: Some(above.printed.clone()),
        year: None,
        other: name(above.plan),
    };
    let regions: Vec<_> = below.iter().filter_map(|row| name(row.plan)).collect();
    let binding = below.iter().copied().chain([above]).any(|r| r.class == Some(Class::Binding));
    let mut draft = Draft::new("skipped", subject, head.place.clone())
        .compares(Compared::missing(stated_row(model, above)))
        .tells(TierSkippedFacts {
            between: tell_plan(model, plan),
            above: tell_row(model, above),
            below: regions,
        })
        .binding(binding)
        .note("above", model.row_place(above), ());
    for row in below {
        let told = SkippedRowNote { row: tell_row(model, row) };
        draft = draft.note("below", model.row_place(row), told);
    }
    draft
}
