//! Indicators of a region's earlier plan that its later plan no longer states.

use serde::Serialize;

use crate::{
    alignment::CloseNames,
    finding::{Compared, Draft, Drafts, Subject},
    model::{Model, Plan, PlanId, Role, TargetRow},
    rulebook::{Context, NamesFacts, PlanFacts, RowFacts, tell_plan, tell_row},
    syntax::{Class, PlanKind},
};

/// Reports once a plan the rows of the latest earlier plan that go on and have no counterpart here.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let Some(earlier) = earlier_plan(context, plan) else { return };
    // What an excerpt leaves out may go on in the rest of its document.
    if plans_since(context, plan, model.plan(earlier)).iter().any(|&id| model.plan(id).is_excerpt) {
        return;
    }
    let dropped = dropped(context, plan, earlier);
    if !dropped.is_empty() {
        drafts.push(draft(model, plan, earlier, &dropped));
    }
}

/// The latest earlier plan of the same topic, else the latest of all; a year's plan takes nothing over.
fn earlier_plan(context: &Context, plan: PlanId) -> Option<PlanId> {
    let model = context.model;
    let is_annual = |id: PlanId| model.plan(id).kind == Some(PlanKind::Annual);
    let lasting = context.forest.earlier(plan).iter().copied().filter(|&id| !is_annual(id));
    let lasting: Vec<PlanId> = lasting.filter(|_| !is_annual(plan)).collect();
    // Most regions have one line of plans a topic; where no topic is said the latest is what the new plan
    // follows.
    let same = |id: &&PlanId| model.plan(**id).shares_topic(model.plan(plan)) == Some(true);
    lasting.iter().find(same).or(lasting.first()).copied()
}

fn dropped<'a>(context: &Context<'a>, plan: PlanId, earlier: PlanId) -> Vec<&'a TargetRow> {
    let model = context.model;
    let (later, former) = (model.plan(plan), model.plan(earlier));
    let continues = continues(later, former);
    let since = plans_since(context, plan, former);
    let stated = |row: &TargetRow| since.iter().any(|&id| model.speaks_of(id, row.indicator));
    let close = CloseNames::between(model, plan, earlier);
    let renamed = |row: &TargetRow| close.pairs.iter().any(|pair| pair.parent.name == row.name);
    let rows = model.rows(earlier).map(|(_, row)| row);
    // A row that breaks off names nothing that could go on, and a part of the region is not the whole.
    rows.filter(|row| row.region == former.region && row.scope.is_none() && !row.breaks_off)
        .filter(|row| !stated(row) && !renamed(row))
        // A plan of another topic or kind carries on only what still runs; the earlier plan's finished
        // targets are none of its.
        .filter(
            |row| {
                if continues { has_target(model, row) } else { promises_beyond(model, row, later) }
            },
        )
        .collect()
}

/// Whether a plan follows another one in its own line.
fn continues(later: &Plan, former: &Plan) -> bool {
    later.shares_topic(former) == Some(true) && later.kind == former.kind
}

/// This plan and the region's other plans since the earlier one.
fn plans_since(context: &Context, plan: PlanId, former: &Plan) -> Vec<PlanId> {
    let model = context.model;
    let start = |plan: &Plan| plan.period.map(|period| (period.end, period.start));
    let plans = former.region.map_or(&[] as &[_], |region| context.forest.plans_of(region));
    let since = |id: &PlanId| *id == plan || start(model.plan(*id)) > start(former);
    plans.iter().copied().filter(since).collect()
}

fn has_target(model: &Model, row: &TargetRow) -> bool {
    model.row_statements(row).any(|(_, s)| s.role == Role::Target && s.number.is_some())
}

/// Whether the earlier plan promises the row's indicator for a year after the later plan ends: a promise that a plan of
/// another topic or kind runs into as well.
fn promises_beyond(model: &Model, row: &TargetRow, later: &Plan) -> bool {
    let Some((region, end)) = row.region.zip(later.target_year()) else { return false };
    let stated = model.stated(row.plan, region, row.indicator).iter();
    stated
        .map(|&id| model.statement(id))
        .any(|said| said.role == Role::Target && said.number.is_some() && said.year > end)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct DroppedFacts {
    later: PlanFacts,
    earlier: PlanFacts,
    /// The last year of a later plan of another topic or kind: only what is promised beyond it was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    beyond: Option<i32>,
    #[serde(flatten)]
    dropped: NamesFacts,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct RowNote {
    row: RowFacts,
}

fn draft(model: &Model, plan: PlanId, earlier: PlanId, dropped: &[&TargetRow]) -> Draft {
    let head = model.plan(plan);
    let region = head.region.map(|id| model.catalogue.region_of(id).name.clone());
    let other = Some(model.plan(earlier).title.clone());
    let subject = Subject { plan: Some(head.title.clone()), region, other, ..Subject::default() };
    let mut draft = Draft::new("dropped", subject, head.place.clone())
        .compares(Compared::counted(dropped.len()))
        .tells(DroppedFacts {
            later: tell_plan(model, plan),
            earlier: tell_plan(model, earlier),
            beyond: head.target_year().filter(|_| !continues(head, model.plan(earlier))),
            dropped: NamesFacts::of(dropped.iter().map(|row| &*row.printed)),
        })
        .binding(dropped.iter().any(|row| row.class == Some(Class::Binding)));
    for row in dropped.iter().take(NamesFacts::SHOWN) {
        let told = RowNote { row: tell_row(model, row) };
        draft = draft.note("row", model.row_place(row), told);
    }
    draft
}
