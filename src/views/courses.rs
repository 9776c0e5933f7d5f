//! The way of each indicator through the years: base, observed values, milestones and targets of every plan.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use serde::Serialize;

use crate::{
    alignment::{base_of, units_meet},
    catalogue::IndicatorId,
    engine::World,
    model::{Model, PlanId, Role, Statement, StatementId},
    quantity::{Basis, Decimal, Direction, Unit},
    syntax::Class,
    text::Keyed,
};

use super::{
    heading::{PlanLabel, depth, in_order},
    keys::{strongest, unit_word},
};

/// One indicator through the years.
#[derive(Clone, Debug)]
pub struct IndicatorCourse {
    /// Its name in the catalogue.
    pub indicator: Arc<str>,
    /// The unit as the first plan prints it; empty when it has none.
    pub unit: String,
    /// The side that is better; `None` when nobody says it.
    pub direction: Option<Direction>,
    /// The plans that state it, each region before those below it.
    pub curves: Vec<PlanCurve>,
}

/// One plan's way.
#[derive(Clone, Debug)]
pub struct PlanCurve {
    /// The plan.
    pub plan: PlanLabel,
    /// How many regions with plans lie above.
    pub depth: usize,
    /// The class that asks most.
    pub class: Option<Class>,
    /// Its points by year.
    pub points: Vec<CoursePoint>,
}

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoursePoint {
    /// The year.
    pub year: i32,
    /// The number in the unit of the course.
    pub number: Decimal,
    /// What it is on the way.
    pub kind: PointKind,
    /// The words of the plan.
    pub written: String,
    /// The unit they are in, where it is another one than the course's.
    pub unit: Option<String>,
}

/// What a value is on the way of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PointKind {
    /// Where the way begins.
    Base,
    /// A value that was reached.
    Observed,
    /// A target for a year on the way.
    Milestone,
    /// The target of the last year.
    Target,
}

impl Keyed for PointKind {}

/// The courses of all indicators that two plans state as levels in one unit, in the order of the plans.
#[must_use]
pub fn indicator_courses(world: &World) -> Vec<IndicatorCourse> {
    let mut order: Vec<IndicatorId> = Vec::new();
    let mut stated: BTreeMap<IndicatorId, Vec<(PlanId, Vec<StatementId>)>> = BTreeMap::new();
    for plan in in_order(world) {
        for (indicator, ids) in levels_by_indicator(world, plan) {
            let plans = stated.entry(indicator).or_insert_with(|| {
                order.push(indicator);
                Vec::new()
            });
            plans.push((plan, ids));
        }
    }
    let several = order.iter().filter_map(|one| Some((*one, stated.get(one)?)));
    several.filter_map(|(indicator, plans)| course(world, indicator, plans)).collect()
}

/// The levels a plan states for the whole of its region, by indicator in the plan's order; only what has a target is a way.
fn levels_by_indicator(world: &World, plan: PlanId) -> Vec<(IndicatorId, Vec<StatementId>)> {
    let (model, head) = (&world.model, world.model.plan(plan));
    let mut order = Vec::new();
    let mut levels: BTreeMap<IndicatorId, Vec<StatementId>> = BTreeMap::new();
    let mut aimed = BTreeSet::new();
    for (id, statement) in model.statements(plan) {
        // Of targets only those that speak for their plan: the table's, and not the same number told again in the
        // prose.
        let counts = statement.is_past() || world.alignment.statement(id).is_some();
        if counts && statement.region == head.region && is_level(model, statement) {
            let indicator = statement.measure.indicator;
            levels.entry(indicator).or_insert_with(|| {
                order.push(indicator);
                Vec::new()
            });
            levels.entry(indicator).or_default().push(id);
            if statement.role == Role::Target {
                aimed.insert(indicator);
            }
        }
    }
    let whole = order.into_iter().filter(|indicator| aimed.contains(indicator));
    whole.filter_map(|indicator| Some((indicator, levels.remove(&indicator)?))).collect()
}

/// Whether a value is the level of the whole region at the end of its year: rates of growth begin anew every year.
fn is_level(model: &Model, statement: &Statement) -> bool {
    let measure = &statement.measure;
    statement.number.is_some()
        && statement.is_level()
        && statement.condition().is_none()
        && measure.basis == Basis::Stock
        && measure.scope.is_none()
        && !measure.coverage
        && !model.catalogue.indicator(measure.indicator).changes
}

fn course(
    world: &World,
    indicator: IndicatorId,
    plans: &[(PlanId, Vec<StatementId>)],
) -> Option<IndicatorCourse> {
    let model = &world.model;
    let (_, first) = plans.first()?;
    let unit = model.statement(*first.first()?).unit.as_ref();
    // One axis has one unit. A plan in another one is left out of the picture, not converted into it.
    let alike = |id: &StatementId| units_meet(model.statement(*id).unit.as_ref(), unit);
    let curves: Vec<PlanCurve> = plans
        .iter()
        .filter(|(_, ids)| ids.iter().all(alike))
        .map(|(plan, ids)| curve(world, *plan, ids, unit))
        .collect();
    let known = model.catalogue.indicator(indicator);
    // Single values of one year each show no way.
    let is_way = curves.len() > 1 && curves.iter().any(|curve| curve.points.len() > 1);
    is_way.then(|| IndicatorCourse {
        indicator: Arc::clone(&known.name),
        unit: unit.map(unit_word).unwrap_or_default(),
        direction: known.direction,
        curves,
    })
}

fn curve(world: &World, plan: PlanId, ids: &[StatementId], unit: Option<&Unit>) -> PlanCurve {
    let (model, head) = (&world.model, world.model.plan(plan));
    let base = base_among(model, ids);
    let mut points: Vec<CoursePoint> =
        ids.iter().filter_map(|&id| point(model, id, base, unit)).collect();
    points.sort_by_key(|point| point.year);
    // A baseline is often told in the table and once more as an observed value.
    points.dedup_by_key(|point| (point.year, point.kind));
    PlanCurve {
        plan: PlanLabel::of(world, plan),
        depth: head.region.map_or(0, |region| depth(world, region)),
        class: strongest(ids.iter().filter_map(|&id| model.statement(id).class)),
        points,
    }
}

/// The base of the targets among some statements.
fn base_among(model: &Model, ids: &[StatementId]) -> Option<StatementId> {
    let first = model.statement(*ids.first()?);
    base_of(model, first.plan, first.region?, &first.measure, None)
}

fn point(
    model: &Model,
    id: StatementId,
    base: Option<StatementId>,
    unit: Option<&Unit>,
) -> Option<CoursePoint> {
    let statement = model.statement(id);
    let last = model.plan(statement.plan).target_year();
    let kind = match statement.role {
        // By the period and not by the largest year that is stated: a plan that gives this indicator for 2023 alone
        // has promised no end of the way with it.
        Role::Target if last.is_some_and(|last| statement.year < last) => PointKind::Milestone,
        Role::Target => PointKind::Target,
        _ if Some(id) == base => PointKind::Base,
        _ => PointKind::Observed,
    };
    // A range or words have no height to draw at; the table of the plan still has them.
    let number = statement.number?;
    Some(CoursePoint {
        year: statement.year,
        number: unit.map_or(Some(number), |unit| number.checked_div(unit.factor))?,
        kind,
        written: model.phrase(statement).to_owned(),
        unit: statement
            .unit
            .as_ref()
            .filter(|own| unit.is_none_or(|unit| unit != *own))
            .map(unit_word),
    })
}
