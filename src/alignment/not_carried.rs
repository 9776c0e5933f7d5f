//! What a direct parent asks for and a plan does not carry on.

use std::collections::HashSet;

use crate::{
    catalogue::Relation,
    hierarchy::{Forest, Link, ParentReason},
    model::{Model, Plan, PlanId, Role, TargetRow},
    syntax::PlanKind,
    text::Span,
};

use super::{CloseNames, mentions::mentions};

/// The rows of a direct parent whose indicator applies at the child's tier and that the child's plan neither states under
/// this or a close name nor mentions, in the parent's order; none where the child's file is an excerpt, for the rest may
/// state them.
#[must_use]
pub fn lost_rows<'a>(model: &'a Model, forest: &Forest, link: &Link) -> Vec<&'a TargetRow> {
    if model.plan(link.child).is_excerpt {
        return Vec::new();
    }
    let mut lost = unstated_rows(model, forest, link);
    let mut mentioned = mentions(model, link.child, &lost).into_iter();
    lost.retain(|_| mentioned.next().flatten().is_none());
    lost
}

/// The rows of a direct parent that a whole plan mentions without stating a target for them, each with the place.
#[must_use]
pub fn mentioned_rows<'a>(
    model: &'a Model,
    forest: &Forest,
    link: &Link,
) -> Vec<(&'a TargetRow, Span)> {
    if model.plan(link.child).is_excerpt {
        return Vec::new();
    }
    let rows = unstated_rows(model, forest, link);
    let places = mentions(model, link.child, &rows);
    rows.into_iter().zip(places).filter_map(|(row, place)| Some((row, place?))).collect()
}

/// Why the loss of a row is less than a binding promise dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyLossIsMild {
    /// A tier between the two has no plan that could have carried it on.
    TierBetween,
    /// The regions reach it together, and nothing was issued to this one.
    Shared,
}

/// Whether a lost row asks less of the child's region than a target of its own.
#[must_use]
pub fn mildness(model: &Model, link: &Link, row: &TargetRow) -> Option<WhyLossIsMild> {
    let (child, above) = (model.plan(link.child).region?, row.region?);
    let issued = || !model.stated(link.parent, child, row.indicator).is_empty();
    match model.relation_between(row.indicator, above, Some(child)) {
        Relation::Sum | Relation::Allocated | Relation::Together { .. } if !issued() => {
            Some(WhyLossIsMild::Shared)
        }
        _ if model.catalogue.region_of(child).parent != Some(above) && child != above => {
            Some(WhyLossIsMild::TierBetween)
        }
        _ => None,
    }
}

/// The rows that count as lost where the child's file holds its whole document, and as undetermined in an excerpt.
#[must_use]
pub fn unstated_rows<'a>(model: &'a Model, forest: &Forest, link: &Link) -> Vec<&'a TargetRow> {
    let mut lost = asked_rows(model, forest, link);
    lost.retain(|row| !model.speaks_of(link.child, row.indicator));
    // Likeness is asked only where something seems lost, for most links lose nothing.
    if !lost.is_empty() {
        let close = CloseNames::between(model, link.child, link.parent).pairs;
        let renamed: HashSet<Span> = close.iter().map(|pair| pair.parent.name).collect();
        lost.retain(|row| !renamed.contains(&row.name));
    }
    lost
}

/// The rows of a direct parent that the child's plan is asked to carry on, in the parent's order.
#[must_use]
pub fn asked_rows<'a>(model: &'a Model, forest: &Forest, link: &Link) -> Vec<&'a TargetRow> {
    if !carries_on(model, link) {
        return Vec::new();
    }
    let child = model.plan(link.child);
    let tier = child.region.and_then(|region| model.catalogue.region_of(region).tier);
    let later = later_parents(forest, link);
    // Of two plans above that are both parents the later one asks; the earlier would ask for the same row
    // again.
    let asked_later = |row: &TargetRow| later.iter().any(|&plan| model.names(plan, row.indicator));
    model
        .rows(link.parent)
        .map(|(_, row)| row)
        .filter(|row| model.catalogue.indicator(row.indicator).applies_at(tier))
        .filter(|row| asks_of_child(model, row, child) && !asked_later(row))
        .collect()
}

/// Whether the child is one of the plans that carry the parent's indicators on: the direct level below, of one topic, and
/// neither an implementation plan. A named outline plan is a basis for every topic and asks for none of them in whole.
fn carries_on(model: &Model, link: &Link) -> bool {
    let (child, parent) = (model.plan(link.child), model.plan(link.parent));
    // An implementation plan carries out one part, and a plan of one year its share, of what is asked; to
    // ask them for all of the indicators would call each of them incomplete.
    let exempt =
        |plan: &Plan| matches!(plan.kind, Some(PlanKind::Implementation | PlanKind::Annual));
    let named = link.choice == ParentReason::Named && child.kind == parent.kind;
    let one_topic = child.shares_topic(parent).unwrap_or(named);
    link.direct && one_topic && !exempt(child) && !exempt(parent)
}

/// Whether a row is a target for the whole of the parent's region that falls into the child's period, and more than the
/// parent's own affair.
fn asks_of_child(model: &Model, row: &TargetRow, child: &Plan) -> bool {
    let own = model.catalogue.indicator(row.indicator);
    // What is due behind the child's own years is not lost by it.
    let in_period = |year: i32| child.period.is_none_or(|p| (p.start..=p.end).contains(&year));
    row.region == model.plan(row.plan).region
        && row.scope.is_none()
        // A row that breaks off is told at its own plan, once; below it would be told again for each
        // child.
        && !row.breaks_off
        && !(own.is_defined() && own.relation == Relation::Own)
        && model.row_statements(row).any(|(_, s)| s.role == Role::Target && in_period(s.year))
}

/// The later plans of the parent's region that are parents, too: what they state is asked for there.
fn later_parents<'a>(forest: &'a Forest, link: &Link) -> &'a [PlanId] {
    let plans = forest.parents(link.child).iter().map(|parents| parents.plans.as_slice());
    plans
        .filter_map(|plans| {
            plans.iter().position(|&plan| plan == link.parent).map(|at| &plans[..at])
        })
        .next()
        .unwrap_or_default()
}
