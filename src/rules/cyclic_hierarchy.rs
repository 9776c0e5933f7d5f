//! Regions that lie above themselves, and plans that are each other's basis.

use std::{collections::BTreeSet, sync::Arc};

use serde::Serialize;

use crate::{
    catalogue::{Catalogue, NameKey, RegionId},
    finding::{Draft, Drafts, Place, Subject},
    model::{Model, PlanId},
    rulebook::Context,
};

/// Reports each circle once, at its first link; the other links are noted.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    let regions =
        context.forest.region_circles().iter().filter_map(|circle| regions(model, circle));
    let plans =
        context.forest.plan_circles.iter().filter_map(|circle| draft_plan_circle(model, circle));
    regions.chain(plans).chain(too_deep(context)).for_each(|draft| drafts.push(draft));
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct DeepHierarchyFacts {
    names: Vec<Arc<str>>,
    count: usize,
    deepest: usize,
}

/// The first region whose way up is longer than any that is followed, with the number of such regions.
fn too_deep(context: &Context) -> Option<Draft> {
    let catalogue = &context.model.catalogue;
    let cut = |id: RegionId| {
        let above = context.forest.ancestors(id);
        let top = above.last().map(|&top| catalogue.region_of(top));
        // A way up that is as long as any that is followed and has not come to its end: what lies above
        // would be lost without a word.
        above.len() + 1 == Catalogue::DEEPEST && top.is_some_and(|top| top.parent.is_some())
    };
    let mut deep = catalogue.regions().filter(|(id, _)| cut(*id)).map(|(_, region)| region);
    let first = deep.next()?;
    let (name, place) = (first.name.clone(), first.parent_written.as_ref()?.1.clone());
    let subject = Subject { region: Some(name.clone()), ..Subject::default() };
    Some(Draft::new("deep", subject, place).tells(DeepHierarchyFacts {
        names: vec![name],
        count: deep.count() + 1,
        deepest: Catalogue::DEEPEST,
    }))
}

/// A way round from name to name, and where each step is written.
struct Circle {
    names: Vec<Arc<str>>,
    links: Vec<Place>,
}

fn regions(model: &Model, circle: &[RegionId]) -> Option<Draft> {
    let first = *circle.first()?;
    let round: Vec<RegionId> = model.catalogue.line(first).take(circle.len()).collect();
    let region = |id: &RegionId| model.catalogue.region_of(*id);
    let written = round.iter().filter_map(|id| region(id).parent_written.as_ref());
    let links = written.map(|(_, place)| place.clone()).collect();
    let names = round.iter().map(|id| region(id).name.clone()).collect();
    draft("regions", Circle { names, links }, Subject::default())
}

fn draft_plan_circle(model: &Model, circle: &[PlanId]) -> Option<Draft> {
    let keys: BTreeSet<NameKey> =
        circle.iter().map(|&id| NameKey::of(&model.plan(id).title)).collect();
    // A plan that only serves as a parent is never told of, so the circle is told at the link that was
    // asked about.
    let asked = circle.iter().map(|&id| model.plan(id)).filter(|plan| !plan.reference_only);
    let links: Vec<(&Arc<str>, Place)> = asked
        .filter_map(|plan| {
            let cited = plan.based_on.iter().find(|c| keys.contains(&NameKey::of(&c.title)))?;
            Some((&plan.title, cited.place.clone()))
        })
        .collect();
    let plan = links.first().map(|(title, _)| Arc::clone(title));
    let names = circle.iter().map(|&id| model.plan(id).title.clone()).collect();
    let links = links.into_iter().map(|(_, place)| place).collect();
    draft("plans", Circle { names, links }, Subject { plan, ..Subject::default() })
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct CircleFacts {
    names: Vec<Arc<str>>,
}

fn draft(case: &'static str, circle: Circle, mut subject: Subject) -> Option<Draft> {
    let mut links = circle.links.into_iter();
    // The names of the whole circle, so that two circles through one region are two findings.
    subject.other = Some(circle.names.join(" ").into());
    let draft = Draft::new(case, subject, links.next()?).tells(CircleFacts { names: circle.names });
    Some(links.fold(draft, |draft, place| draft.note("link", place, ())))
}
