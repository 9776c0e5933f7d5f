//! One indicator through every tier: its targets from the top down, each beside the figures above it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    alignment::{Against, FigureSource, Progress, Trajectory, WhyUnjudged, base_of},
    catalogue::{IndicatorId, RegionId},
    engine::World,
    model::{Model, PlanId, Role, Statement, StatementId},
    quantity::{Decimal, Verdict},
    rulebook::{RollupFacts, tell_rollup},
    syntax::{Class, RelationWord},
    text::Place,
};

use super::{heading::depth, keys::unit_word};

/// One indicator through every tier.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorTrace {
    /// Its name in the catalogue.
    pub indicator: Arc<str>,
    /// Its unit.
    pub unit: Option<Arc<str>>,
    /// Its relation.
    pub relation: RelationWord,
    /// Its targets, the highest region first, then by year.
    pub lines: Vec<TraceLine>,
}

/// One target.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceLine {
    /// How many regions with plans lie above.
    pub depth: usize,
    /// The region.
    pub region: Arc<str>,
    /// The plan's title.
    pub plan: Arc<str>,
    /// The year.
    pub year: i32,
    /// The base value as written, and its year.
    pub base: Option<(String, i32)>,
    /// The target as written.
    pub value: String,
    /// Its class.
    pub class: Option<Class>,
    /// The figures of the own outline and above, nearest first.
    pub beside: Vec<TraceComparison>,
    /// Why it could not be judged.
    pub undetermined: Option<WhyUnjudged>,
    /// What the regions below come to, each as the record of its roll-up.
    pub rolled: Vec<RollupFacts>,
    /// How far it has come by the latest observed value.
    pub observed: Option<Observed>,
    /// Where it stands.
    pub place: Place,
}

/// The latest observed value on the way to a target; numbers in the plain unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The year it was observed in.
    pub year: i32,
    /// What is reached.
    pub reached: String,
    /// What is due by then.
    pub due: String,
    /// The way covered in percent of the way due, cut off behind one decimal.
    pub percent: String,
    /// What the speed so far leads to in the target's year, when that is still to come.
    pub outlook: Option<String>,
}

/// One figure that it is measured by.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceComparison {
    /// The region.
    pub region: Arc<str>,
    /// The plan's title, where the region alone does not say whose figure it is.
    pub plan: Option<Arc<str>>,
    /// Whether the plan is the outline of the own region.
    pub is_outline: bool,
    /// Its number.
    pub number: String,
    /// Whether the number is read on the line between two of its target years.
    pub between: bool,
    /// How the target stands to it; `None` where the relation compares nothing.
    pub verdict: Option<Verdict>,
    /// How far this target is behind, when it is.
    pub gap: Option<String>,
    /// Whether it catches up.
    pub trajectory: Trajectory,
}

/// The order of lines: depth, region, plan.
type TraceOrder = (usize, Option<RegionId>, PlanId);

/// The indicators that plans state, by name.
#[must_use]
pub fn indicators(model: &Model) -> BTreeMap<Arc<str>, IndicatorId> {
    let stated = model.plans().flat_map(|(id, _)| model.statements(id));
    stated
        .map(|(_, statement)| statement.indicator)
        .map(|id| (Arc::clone(&model.catalogue.indicator(id).name), id))
        .collect()
}

/// The trace of one indicator.
#[must_use]
pub fn trace_indicator(world: &World, indicator: IndicatorId) -> IndicatorTrace {
    let model = &world.model;
    let known = model.catalogue.indicator(indicator);
    let mut lines: Vec<(TraceOrder, TraceLine)> = Vec::new();
    for (plan, _) in model.plans() {
        for (id, statement) in model.statements(plan) {
            if is_target_of(statement, indicator) {
                let depth = statement.region.map_or(0, |region| depth(world, region));
                let key = (depth, statement.region, plan);
                lines.push((key, trace_line(world, id, statement, depth)));
            }
        }
    }
    lines.sort_by(|(a, one), (b, other)| {
        // The place last, so that two statements of one year always stand in the order of the text.
        a.cmp(b).then_with(|| (one.year, &one.place).cmp(&(other.year, &other.place)))
    });
    IndicatorTrace {
        indicator: Arc::clone(&known.name),
        unit: known.unit.as_ref().map(|unit| Arc::clone(&unit.name)),
        relation: known.relation.word(),
        lines: lines.into_iter().map(|(_, line)| line).collect(),
    }
}

/// Whether a statement is a target of `indicator`, or of the rate that full coverage of it promises.
fn is_target_of(statement: &Statement, indicator: IndicatorId) -> bool {
    let asked = statement.indicator == indicator || statement.measure.indicator == indicator;
    asked && statement.role == Role::Target
}

fn trace_line(world: &World, id: StatementId, statement: &Statement, depth: usize) -> TraceLine {
    let model = &world.model;
    let comparison = world.alignment.statement(id);
    let plan = model.plan(statement.plan);
    let region = statement.region.map(|id| Arc::clone(&model.catalogue.region_of(id).name));
    // A region nobody registers is still called what the plan calls it.
    let region = region.or_else(|| plan.region_written.as_ref().map(|(name, _)| Arc::clone(name)));
    let base = statement
        .region
        .and_then(|region| base_of(model, statement.plan, region, &statement.measure, None));
    let base = base.map(|base| model.statement(base));
    TraceLine {
        depth,
        region: region.unwrap_or_default(),
        plan: Arc::clone(&plan.title),
        year: statement.year,
        base: base.map(|base| (value_as_printed(model, base), base.year)),
        value: value_as_printed(model, statement),
        class: statement.class,
        beside: comparison
            .map(|comparison| {
                comparison.against.iter().map(|one| trace_comparison(model, one)).collect()
            })
            .unwrap_or_default(),
        undetermined: comparison.and_then(|comparison| comparison.undetermined),
        rolled: rollups_of_target(world, id, statement),
        observed: observed_of_target(world, id, statement.plan),
        place: model.sources.home(model.place(statement)),
    }
}

/// A value as printed; one in another unit than the indicator's with that unit.
fn value_as_printed(model: &Model, statement: &Statement) -> String {
    let phrase = model.phrase(statement);
    let other = statement.unit.as_ref().filter(|unit| unit.counted.is_some());
    match other.map(unit_word).filter(|unit| !phrase.contains(unit.as_str())) {
        Some(unit) => format!("{phrase} {unit}"),
        None => phrase.to_owned(),
    }
}

fn rollups_of_target(world: &World, id: StatementId, statement: &Statement) -> Vec<RollupFacts> {
    let rollups = world.alignment.rollups(statement.plan).iter();
    let own = rollups.filter(|rollup| rollup.parent == id);
    own.map(|rollup| tell_rollup(&world.model, rollup, usize::MAX)).collect()
}

/// The progress of a target, told at the one its speed is measured by.
fn observed_of_target(world: &World, id: StatementId, plan: PlanId) -> Option<Observed> {
    let mut told = world.alignment.progress(plan).iter();
    let Progress { reached: (year, reached), pace, .. } =
        told.find(|progress| progress.course.goal.statement == id)?;
    let printed = |number: Decimal| number.round_dp(3).normalize().to_string();
    // Cut off and not rounded: 99.96 % is not yet on schedule and may not read as 100.
    let percent = pace.share.checked_mul(Decimal::ONE_HUNDRED)?.trunc_with_scale(1);
    Some(Observed {
        year: *year,
        reached: printed(*reached),
        due: printed(pace.due),
        percent: percent.normalize().to_string(),
        outlook: pace.outlook.map(printed),
    })
}

fn trace_comparison(model: &Model, against: &Against) -> TraceComparison {
    TraceComparison {
        region: Arc::clone(&model.catalogue.region_of(against.region).name),
        plan: against.names_plan().then(|| Arc::clone(&model.plan(against.plan).title)),
        is_outline: against.is_outline(),
        number: against.figure.number.normalize().to_string(),
        between: matches!(against.figure.source, FigureSource::Between(..)),
        verdict: against.verdict,
        gap: against
            .gap
            // The gap is signed, and behind is above zero; being ahead is not told as a gap.
            .filter(|gap| gap.0.is_sign_positive() && !gap.0.is_zero())
            .map(|gap| gap.0.normalize().to_string()),
        trajectory: against.trajectory,
    }
}
