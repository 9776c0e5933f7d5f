//! What looks like one indicator is measured differently in two plans: another name, or another part of the region.

use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    alignment::{CloseNames, ClosePair, ScopePair, parts_between, parts_within},
    catalogue::{IndicatorId, Relation},
    finding::{Compared, Draft, Drafts, Subject},
    hierarchy::ParentReason,
    model::{Model, PlanId, Statement, TargetRow},
    rulebook::{
        Context, RowFacts, StatementFacts, compare_statements, stated_row_beside, subject_of,
        tell_row, tell_row_beside, tell_statement,
    },
    syntax::Class,
    text::Span,
};

/// Reports names that are close to one of a parent's, or of an earlier plan of one topic, and one indicator stated for
/// different parts.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let parents = topical_parents(context, plan);
    report_drifted_names(context, plan, &parents, drafts);
    let above = context.forest.parents(plan).iter();
    let above: Vec<PlanId> = above.flat_map(|parents| parents.plans.iter().copied()).collect();
    let between = above
        .iter()
        .flat_map(|&parent| parts_between(model, plan, parent))
        // A part that any parent states as well was taken from there, and has not drifted.
        .filter(|parts| !agrees_above(model, parts, &above));
    let mut seen: HashSet<IndicatorId> = HashSet::new();
    for parts in parts_within(model, plan).into_iter().chain(between) {
        // Once an indicator: what differs from one parent mostly differs from the next.
        if seen.insert(model.statement(parts.child).measure.indicator) {
            drafts.push(draft_scope_drift(model, &parts));
        }
    }
}

/// The plans above that were named or share the topic, nearest first.
fn topical_parents(context: &Context, plan: PlanId) -> Vec<PlanId> {
    let parents = context.forest.parents(plan).iter();
    let chosen = parents.filter(|parents| parents.choice != ParentReason::Indicator);
    chosen.flat_map(|parents| parents.plans.iter().copied()).collect()
}

/// The plans whose names are searched: those of `parents` that are not of another topic, and the earlier plans of the
/// region on the same one.
fn searched(context: &Context, plan: PlanId, parents: &[PlanId]) -> Vec<PlanId> {
    let shares = |other: &PlanId| context.model.plan(plan).shares_topic(context.model.plan(*other));
    let above = parents.iter().filter(|other| shares(other) != Some(false));
    // Earlier plans need a topic that is the same for certain; a parent may leave its own unsaid.
    let earlier = context.forest.earlier(plan).iter().filter(|other| shares(other) == Some(true));
    above.chain(earlier).copied().collect()
}

/// One finding for each row here, with every counterpart it has; the one that differs most in kind leads, then the closest.
fn report_drifted_names(context: &Context, plan: PlanId, parents: &[PlanId], drafts: &mut Drafts) {
    let model = context.model;
    // A name that another plan above uses has drifted in between, where it is said.
    let kept = |other: PlanId, row: &TargetRow| {
        let mut above = parents.iter().filter(|parent| **parent != other);
        above.any(|&plan| model.names(plan, row.indicator))
    };
    let mut by_row: BTreeMap<Span, Vec<ClosePair>> = BTreeMap::new();
    for other in searched(context, plan, parents) {
        for pair in CloseNames::between(model, plan, other).pairs {
            if !kept(other, pair.child) && !is_own_affair(model, &pair) {
                by_row.entry(pair.child.name).or_default().push(pair);
            }
        }
    }
    for pairs in by_row.into_values() {
        let rank = |pair: &ClosePair| (loudness(pair), pair.likeness);
        let lead =
            // The first of equals leads, so the nearest plan does.
            pairs.iter().reduce(|best, next| if rank(next) > rank(best) { next } else { best });
        lead.into_iter().for_each(|lead| drafts.push(draft_name_drift(model, lead, &pairs)));
    }
}

/// Whether the catalogue leaves the indicator to each level and names nothing it is confused with: then it stands in for nothing.
fn is_own_affair(model: &Model, pair: &ClosePair) -> bool {
    let indicator = model.catalogue.indicator(pair.child.indicator);
    let own = indicator.is_defined() && indicator.relation == Relation::Own;
    own && !pair.listed && !pair.scope_differs
}

fn loudness(pair: &ClosePair) -> u8 {
    match case_of_pair(pair) {
        "scope" => 2,
        "binding" => 1,
        _ => 0,
    }
}

fn case_of_pair(pair: &ClosePair) -> &'static str {
    let binding = |row: &TargetRow| row.class == Some(Class::Binding);
    if pair.scope_differs {
        "scope"
    } else if binding(pair.child) && binding(pair.parent) {
        "binding"
    } else {
        "name"
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct NameDriftFacts {
    kind: &'static str,
    child: RowFacts,
    other: RowFacts,
    listed: bool,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct CounterpartNote {
    counterpart: RowFacts,
}

fn draft_name_drift(model: &Model, lead: &ClosePair, pairs: &[ClosePair]) -> Draft {
    let region = |row: &TargetRow| row.region.map(|id| model.catalogue.region_of(id).name.clone());
    let above = region(lead.parent).unwrap_or_default();
    let subject = Subject {
        plan: Some(model.plan(lead.child.plan).title.clone()),
        region: region(lead.child),
        indicator: Some(lead.child.printed.clone()),
        year: None,
        other: Some(format!("{above} {}", lead.parent.printed).into()),
    };
    let binding = [lead.child, lead.parent].iter().any(|row| row.class == Some(Class::Binding));
    let mut draft = Draft::new(case_of_pair(lead), subject, model.row_place(lead.child))
        .compares(Compared {
            own: stated_row_beside(model, lead.child, lead.parent),
            other: stated_row_beside(model, lead.parent, lead.child),
            ..Compared::default()
        })
        .tells(NameDriftFacts {
            kind: case_of_pair(lead),
            child: tell_row_beside(model, lead.child, lead.parent),
            other: tell_row_beside(model, lead.parent, lead.child),
            listed: lead.listed,
        })
        .binding(binding);
    for pair in pairs {
        let counterpart = CounterpartNote { counterpart: tell_row(model, pair.parent) };
        draft = draft.note("other", model.row_place(pair.parent), counterpart);
    }
    // A catalogue that lists two names as confusable has judged them; likeness alone is only worth a
    // look.
    if lead.listed { draft } else { draft.review() }
}

/// Whether some parent states the indicator for the same part as the child does.
fn agrees_above(model: &Model, parts: &ScopePair, parents: &[PlanId]) -> bool {
    let child = model.statement(parts.child);
    parents.iter().any(|&parent| {
        let region = model.plan(parent).region;
        let ids = region.map_or(&[] as &[_], |r| model.stated(parent, r, child.measure.indicator));
        ids.iter().any(|&id| model.statement(id).measure.scope == child.measure.scope)
    })
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct PartDriftFacts {
    kind: &'static str,
    child: StatementFacts,
    other: StatementFacts,
    child_part: Arc<str>,
    other_part: Arc<str>,
    listed: bool,
}

/// What its note can say.
#[derive(Debug, Serialize)]
struct CounterpartStatementNote {
    counterpart: StatementFacts,
}

fn draft_scope_drift(model: &Model, parts: &ScopePair) -> Draft {
    let (child, other) = (model.statement(parts.child), model.statement(parts.other));
    let scope = |statement: &Statement| {
        statement.measure.scope.map_or("".into(), |scope| model.scope(scope).clone())
    };
    let mut subject = subject_of(model, child);
    subject.other = Some(format!("{} {}", model.plan(other.plan).title, scope(other)).into());
    let binding = [child, other].iter().any(|end| end.class == Some(Class::Binding));
    let case = if parts.order.is_some() { "part" } else { "unordered-part" };
    Draft::new(case, subject, model.place(child))
        .compares(compare_statements(model, child, other))
        .tells(PartDriftFacts {
            kind: "part",
            child: tell_statement(model, child),
            other: tell_statement(model, other),
            child_part: scope(child),
            other_part: scope(other),
            listed: true,
        })
        .binding(binding)
        .note(
            "other",
            model.place(other),
            CounterpartStatementNote { counterpart: tell_statement(model, other) },
        )
}
