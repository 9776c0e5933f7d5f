//! Indicators beside plans: who states what, who is asked for it, where something was found.

mod found;
mod groups;
mod stated;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    alignment::{Comparison, lost_rows, units_meet},
    catalogue::IndicatorId,
    engine::{Outcome, World},
    model::{Measure, Model, PlanId, Role, Statement},
    quantity::{Basis, Decimal, Unit},
    syntax::Class,
    text::Place,
};

use super::{
    heading::{PlanLabel, in_order},
    keys::{strongest, unit_word},
};
use found::MeasureFindings;
pub use groups::CommonGround;
use stated::{StatedMeasures, measure_of_line, rank_of_statement};

/// Plans of which each is compared with others.
#[derive(Clone, Debug)]
pub struct PlanGroup {
    /// What they have in common.
    pub common: CommonGround,
    /// The plans, each region before those below it.
    pub plans: Vec<PlanLabel>,
    /// What two of them state, or one of them is asked for, in the order of the first that states it.
    pub rows: Vec<MeasureAcrossPlans>,
}

/// One measure beside the plans of a group.
#[derive(Clone, Debug)]
pub struct MeasureAcrossPlans {
    /// The indicator as the catalogue calls it.
    pub indicator: Arc<str>,
    /// The part of the regions that is measured.
    pub scope: Option<Arc<str>>,
    /// Its basis, where the group has rows of the same indicator on another one.
    pub basis: Option<Basis>,
    /// Whether it is full coverage that is promised.
    pub is_coverage: bool,
    /// The unit as the first plan prints it; empty when it has none.
    pub unit: String,
    /// Binding where any plan binds itself, else indicative; `None` when neither is said.
    pub class: Option<Class>,
    /// What each plan says, in the order of the plans.
    pub entries: Vec<MatrixEntry>,
}

/// What one plan says of one measure.
#[derive(Clone, Debug, Default)]
pub struct MatrixEntry {
    /// The value, where it states one.
    pub value: Option<Valued>,
    /// Whether a plan above asks for it and it states nothing.
    pub is_missing: bool,
    /// Whether it was compared with a figure above and is not behind it, and nothing about it was allowed.
    pub is_good: bool,
    /// Whether the value that is shown could not be judged.
    pub is_passed: bool,
    /// What was found, as places in the outcome's findings.
    pub findings: Vec<usize>,
}

/// One value.
#[derive(Clone, Debug)]
pub struct Valued {
    /// The words of the plan.
    pub written: String,
    /// The unit the plan prints, where it is not the row's.
    pub unit: Option<String>,
    /// Its number in the row's unit.
    pub number: Option<Decimal>,
    /// The year.
    pub year: i32,
    /// Whether that is not the last year of the period.
    pub is_other_year: bool,
    /// Where it stands.
    pub place: Place,
}

/// The groups of a run that have something to compare.
#[must_use]
pub fn matrix(world: &World, outcome: &Outcome) -> Vec<PlanGroup> {
    let found = MeasureFindings::of(world, outcome);
    let groups = groups::plan_groups(world, &in_order(world)).into_iter();
    groups
        .filter(|(_, plans)| plans.len() > 1)
        .map(|(common, plans)| group_of_plans(world, &found, common, &plans))
        .filter(|group| !group.rows.is_empty())
        .collect()
}

fn group_of_plans(
    world: &World,
    found: &MeasureFindings,
    common: CommonGround,
    plans: &[PlanId],
) -> PlanGroup {
    let stated: BTreeMap<PlanId, StatedMeasures> =
        plans.iter().map(|&plan| (plan, StatedMeasures::of(world, plan))).collect();
    let missing = missing_measures(world, plans);
    let maker = GroupMaker { world, found, plans, stated, missing };
    let order = maker.order();
    let bases = bases_by_indicator(&order);
    PlanGroup {
        common,
        plans: plans.iter().map(|&plan| PlanLabel::of(world, plan)).collect(),
        rows: order.iter().map(|measure| maker.row(measure, &bases)).collect(),
    }
}

/// What plans above ask for and a plan does not state.
fn missing_measures(world: &World, plans: &[PlanId]) -> BTreeSet<(PlanId, Measure)> {
    let model = &world.model;
    let links = plans.iter().flat_map(|&plan| world.forest.links_of(plan));
    let mut missing = BTreeSet::new();
    for link in links.filter(|link| link.direct) {
        for row in lost_rows(model, &world.forest, link) {
            let last = model.plan(link.parent).target_year();
            let targets = model.row_statements(row).map(|(_, statement)| statement);
            let targets = targets.filter(|statement| statement.role == Role::Target);
            let asked = targets.max_by_key(|statement| rank_of_statement(statement, last));
            missing.extend(asked.map(|one| (link.child, measure_of_line(model, &one.measure))));
        }
    }
    missing
}

/// How many bases each indicator is shown on.
type Bases = BTreeMap<IndicatorId, BTreeSet<Basis>>;

fn bases_by_indicator(measures: &[Measure]) -> Bases {
    let mut bases = Bases::new();
    for measure in measures {
        bases.entry(measure.indicator).or_default().insert(measure.basis);
    }
    bases
}

struct GroupMaker<'a> {
    world: &'a World,
    found: &'a MeasureFindings,
    plans: &'a [PlanId],
    stated: BTreeMap<PlanId, StatedMeasures<'a>>,
    missing: BTreeSet<(PlanId, Measure)>,
}

impl GroupMaker<'_> {
    /// What two plans state, or one is asked for, as the first plan lists it, then the next; what holds for whole regions comes
    /// before what holds for parts of them.
    fn order(&self) -> Vec<Measure> {
        let asked: BTreeSet<Measure> = self.missing.iter().map(|(_, measure)| *measure).collect();
        let mut counts: BTreeMap<Measure, usize> = BTreeMap::new();
        let mut order: Vec<Measure> = Vec::new();
        let stated = self.plans.iter().filter_map(|plan| self.stated.get(plan));
        for measure in stated.flat_map(|stated| &stated.order) {
            let count = counts.entry(*measure).or_insert_with(|| {
                order.push(*measure);
                0
            });
            *count += 1;
        }
        order.retain(|one| counts.get(one).is_some_and(|count| *count > 1) || asked.contains(one));
        // Stable, so that within both halves the order stays that of the plans.
        order.sort_by_key(|measure| measure.scope.is_some());
        order
    }

    fn row(&self, measure: &Measure, bases: &Bases) -> MeasureAcrossPlans {
        let model = &self.world.model;
        let several = bases.get(&measure.indicator).is_some_and(|bases| bases.len() > 1);
        let shown = || self.plans.iter().filter_map(|plan| self.shown(*plan, measure));
        let unit = shown().find_map(|(statement, _)| statement.unit.as_ref());
        MeasureAcrossPlans {
            indicator: Arc::clone(&model.catalogue.indicator(measure.indicator).name),
            scope: measure.scope.map(|scope| Arc::clone(model.scope(scope))),
            basis: several.then_some(measure.basis),
            is_coverage: measure.coverage,
            unit: unit.map(unit_word).unwrap_or_default(),
            class: strongest(shown().filter_map(|(one, _)| one.class)),
            entries: self.plans.iter().map(|plan| self.entry(*plan, measure, unit)).collect(),
        }
    }

    fn shown(&self, plan: PlanId, measure: &Measure) -> Option<(&Statement, &Comparison)> {
        self.stated.get(&plan)?.shown.get(measure).copied()
    }

    fn entry(&self, plan: PlanId, measure: &Measure, unit: Option<&Unit>) -> MatrixEntry {
        let (model, subject) = (&self.world.model, (plan, *measure));
        let shown = self.shown(plan, measure);
        let value = shown.map(|(statement, _)| valued_entry(model, statement, unit));
        // Nothing is reported on a plan that only serves as a parent, so its cell is neither good nor bad.
        if model.plan(plan).reference_only {
            return MatrixEntry { value, ..MatrixEntry::default() };
        }
        let is_missing = self.missing.contains(&subject);
        let findings = match is_missing {
            true => self.found.absent.get(&(plan, measure.indicator)),
            false => self.found.findings.get(&subject),
        };
        let judged = shown.map(|(_, comparison)| comparison).filter(|one| is_judged(one));
        let met = judged.is_some_and(|comparison| comparison.violated().next().is_none());
        MatrixEntry {
            is_good: met && !self.found.settled.contains(&subject),
            // Where one comparison could be made, another that could not is no reason to leave the cell open.
            is_passed: judged.is_none() && self.found.passed.contains(&subject),
            findings: findings.cloned().unwrap_or_default(),
            is_missing,
            value,
        }
    }
}

/// Whether a target was compared with any figure above.
fn is_judged(comparison: &Comparison) -> bool {
    comparison.against.iter().any(|against| against.verdict.is_some())
}

fn valued_entry(model: &Model, statement: &Statement, unit: Option<&Unit>) -> Valued {
    let written = model.phrase(statement).to_owned();
    let own = statement.unit.as_ref();
    let factor = unit.map(|unit| unit.factor);
    let other = own.filter(|own| unit.is_none_or(|unit| unit != *own));
    let comparable = statement.condition().is_none() && units_meet(own, unit);
    let number = statement.number.filter(|_| comparable);
    let last = model.plan(statement.plan).target_year();
    Valued {
        number: number.and_then(|number| factor.map_or(Some(number), |by| number.checked_div(by))),
        unit: other.map(unit_word).filter(|unit| !written.contains(unit.as_str())),
        written,
        year: statement.year,
        is_other_year: last.is_some_and(|last| last != statement.year),
        place: model.sources.home(model.place(statement)),
    }
}
