//! What a run found, and could not judge, of each measure of each plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    catalogue::IndicatorId,
    engine::{Outcome, World},
    finding::Finding,
    model::{Measure, Model, PlanId, Statement},
    text::{FileId, Place, Span},
};

use super::stated::measure_of_line;

/// One measure of one plan.
pub(super) type PlanMeasure = (PlanId, Measure);

/// What is known of each measure of each plan.
#[derive(Default)]
pub(super) struct MeasureFindings {
    /// Its findings, as their places in the outcome.
    pub(super) findings: BTreeMap<PlanMeasure, Vec<usize>>,
    /// The findings of what a plan does not state, likewise.
    pub(super) absent: BTreeMap<(PlanId, IndicatorId), Vec<usize>>,
    /// Those with a finding that is allowed, or known from before.
    pub(super) settled: BTreeSet<PlanMeasure>,
    /// Those that could not be judged.
    pub(super) passed: BTreeSet<PlanMeasure>,
}

impl MeasureFindings {
    /// Goes through an outcome once.
    pub(super) fn of(world: &World, outcome: &Outcome) -> Self {
        let names = MeasureNames::of(&world.model);
        let mut found = Self::default();
        for (at, finding) in outcome.findings.iter().enumerate() {
            let subjects = names.of_finding(&world.model, finding);
            // A target that is missing has no place of its own; the finding stands at the plan and names the
            // indicator.
            if subjects.is_empty() {
                let absent = absent(&world.model, finding);
                absent.into_iter().for_each(|one| found.absent.entry(one).or_default().push(at));
            }
            for subject in subjects {
                found.findings.entry(subject).or_default().push(at);
            }
        }
        let allowed = outcome.allowed.iter().map(|allowed| &allowed.finding);
        let settled = allowed.chain(&outcome.known);
        found.settled.extend(settled.flat_map(|one| names.of_finding(&world.model, one)));
        let passed = outcome.undetermined.iter();
        found.passed.extend(
            passed.flat_map(|one| names.measures(&world.model, &one.place, &one.indicator)),
        );
        found
    }
}

/// How places and printed names lead to measures.
struct MeasureNames {
    by_place: BTreeMap<(FileId, Span), Measure>,
    by_name: BTreeMap<(PlanId, IndicatorId), BTreeSet<Measure>>,
}

impl MeasureNames {
    fn of(model: &Model) -> Self {
        let mut names = Self { by_place: BTreeMap::new(), by_name: BTreeMap::new() };
        for (plan, head) in model.plans() {
            let own = model.statements(plan).map(|(_, statement)| statement);
            for statement in own.filter(|statement| statement.region == head.region) {
                let measure = measure_of_line(model, &statement.measure);
                names.by_place.entry(place_key(model, statement)).or_insert(measure);
                for indicator in [statement.indicator, measure.indicator] {
                    names.by_name.entry((plan, indicator)).or_default().insert(measure);
                }
            }
        }
        names
    }

    /// What a finding is about; nothing where it is about another region than the plan's.
    fn of_finding(&self, model: &Model, finding: &Finding) -> Vec<PlanMeasure> {
        let subject = &finding.draft.subject;
        let own = model.plan_in(finding.place().file).and_then(|(_, plan)| plan.region);
        let own = own.map(|region| &model.catalogue.region_of(region).name);
        // What a plan issues to a region below is found at the plan and belongs into no column of this matrix.
        let elsewhere = subject.region.as_ref().is_some_and(|region| own != Some(region));
        match &subject.indicator {
            Some(indicator) if !elsewhere => self.measures(model, finding.place(), indicator),
            _ => Vec::new(),
        }
    }

    /// The measure of the value that stands at a place, else all that the plan states under a name.
    fn measures(&self, model: &Model, place: &Place, name: &str) -> Vec<PlanMeasure> {
        let Some((plan, _)) = model.plan_in(place.file) else { return Vec::new() };
        if let Some(measure) = self.by_place.get(&(place.file, place.span)) {
            return vec![(plan, *measure)];
        }
        let indicator = model.catalogue.lookup(name);
        let known = indicator.and_then(|indicator| self.by_name.get(&(plan, indicator)));
        known.into_iter().flatten().map(|measure| (plan, *measure)).collect()
    }
}

/// The plan and the indicator of a finding.
fn absent(model: &Model, finding: &Finding) -> Option<(PlanId, IndicatorId)> {
    let (plan, _) = model.plan_in(finding.place().file)?;
    let indicator = finding.draft.subject.indicator.as_deref()?;
    Some((plan, model.catalogue.lookup(indicator)?))
}

/// Where a value stands, as findings tell it.
fn place_key(model: &Model, statement: &Statement) -> (FileId, Span) {
    let span = if statement.words.is_empty() { statement.name } else { statement.words };
    let home = model.sources.home(Place::new(statement.file, span));
    (home.file, home.span)
}
