//! Which targets the plans above ask of a region: those of their tables, what they issue to it, and what its own plan states.

use std::collections::HashSet;

use crate::{
    alignment::{Comparison, align_asked},
    catalogue::Relation,
    hierarchy::{ParentReason, Parents},
    model::{Measure, Origin, PlanId, Role, Statement, StatementId},
    quantity::ReadingKind,
};

use super::scene::BriefScene;

/// A target that is asked for.
#[derive(Clone, Copy)]
pub(super) struct AskedTarget {
    /// The statement that shows it: the nearest one above, else that of the own plan.
    pub(super) like: StatementId,
    /// The year it is asked for.
    pub(super) year: i32,
    /// Whether it belongs into an indicator table.
    pub(super) tabled: bool,
}

/// The targets beside what stands above, in the order of the nearest plan.
pub(super) fn asked_targets(scene: &BriefScene) -> Vec<(AskedTarget, Comparison)> {
    let mut known: HashSet<(Measure, i32)> = HashSet::new();
    let mut found = Vec::new();
    for parents in tables_of(scene) {
        for &plan in &parents.plans {
            let stated = scene.world.model.statements(plan);
            let wanted = stated.filter(|(_, statement)| is_asked(scene, parents, statement));
            for (like, statement) in wanted {
                // A plan to be written for other years than the one above is asked for its own last year as well,
                // read on the line between two targets above.
                let years = [Some(statement.year), scene.period.map(|period| period.end)];
                for year in years.into_iter().flatten() {
                    let asked = AskedTarget { like, year, tabled: true };
                    // The nearest plan that states a measure stands for all above it: the comparison holds the
                    // farther figures beside it anyway.
                    if known.contains(&(statement.measure, year)) {
                        continue;
                    }
                    let comparison = compare_asked(scene, asked);
                    // Beyond the years it states itself a plan above may still state a later one, or say nothing.
                    if year == statement.year || !comparison.against.is_empty() {
                        known.insert((statement.measure, year));
                        found.push((asked, comparison));
                    }
                }
            }
        }
    }
    found.extend(scene.own.into_iter().flat_map(|own| stated_only(scene, own, &mut known)));
    found
}

/// What only the own plan puts into a table, or plans above into their prose.
fn stated_only(
    scene: &BriefScene,
    own: PlanId,
    known: &mut HashSet<(Measure, i32)>,
) -> Vec<(AskedTarget, Comparison)> {
    let model = &scene.world.model;
    let compared = scene.world.alignment.plan(own).iter();
    let mut found = Vec::new();
    for like in compared.filter(|one| !one.against.is_empty()).map(|one| one.child) {
        let statement = model.statement(like);
        let unconditional =
            statement.condition().is_none() && statement.region == Some(scene.region);
        if unconditional && known.insert((statement.measure, statement.year)) {
            let tabled = statement.in_table() && statement.measure.scope.is_none();
            let asked = AskedTarget { like, year: statement.year, tabled };
            found.push((asked, compare_asked(scene, asked)));
        }
    }
    found
}

fn compare_asked(scene: &BriefScene, asked: AskedTarget) -> Comparison {
    align_asked(
        &scene.world.model,
        &scene.world.forest,
        scene.cutoffs,
        (asked.like, asked.year),
        (scene.region, &scene.based),
        &scene.parents,
    )
}

/// The regions above whose tables are asked of the plan: those with a plan of its topic, else all.
fn tables_of<'a>(scene: &'a BriefScene) -> impl Iterator<Item = &'a Parents> {
    // Where one region above has a plan of the topic, the tables of outlines and of other topics are somebody else's
    // business.
    let any = scene.parents.iter().any(|parents| parents.choice != ParentReason::Indicator);
    scene.parents.iter().filter(move |parents| !any || parents.choice != ParentReason::Indicator)
}

/// Whether a statement is a target in a table for the whole of the region above, or issued to the region, for a year of the period.
fn is_asked(scene: &BriefScene, parents: &Parents, statement: &Statement) -> bool {
    let catalogue = &scene.world.model.catalogue;
    let indicator = catalogue.indicator(statement.indicator);
    // Own is assumed of any amount that nobody defines; only a catalogue that says so takes a target out of the
    // brief.
    let own_affair = indicator.is_defined() && indicator.relation == Relation::Own;
    // A number that is issued to the region is asked wherever it stands, also in a 分解表 outside the indicator
    // table.
    let issued = statement.region == Some(scene.region);
    let stands =
        issued || statement.in_table() && statement.region == Some(parents.region) && !own_affair;
    let year = scene.period.is_none_or(|p| (p.start..=p.end).contains(&statement.year));
    statement.role == Role::Target
        && statement.origin != Origin::Citation
        && stands
        && year
        && !is_milestone(scene, statement)
        && statement.kind != ReadingKind::Absent
        && statement.measure.scope.is_none()
        && indicator.applies_at(catalogue.region_of(scene.region).tier)
}

/// Whether its row has a later target in the period: what stands on the way there is each region's own affair.
fn is_milestone(scene: &BriefScene, statement: &Statement) -> bool {
    let Origin::Table(row) = statement.origin else { return false };
    let model = &scene.world.model;
    model.row_statements(model.row(row)).any(|(_, later)| {
        later.role == Role::Target
            && later.kind != ReadingKind::Absent
            && later.year > statement.year
            && scene.period.is_none_or(|period| later.year <= period.end)
    })
}
