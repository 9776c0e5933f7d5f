//! What the regions below come to beside their parent's figure, with the numbers to do the arithmetic again.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{RegionTerm, Rollup, RollupCompleteness, RollupOutcome},
    engine::World,
    model::{Model, Statement, StatementId},
    quantity::{Decimal, Direction},
    rulebook::{RollupFacts, in_printed_unit, tell_rollup},
    text::{Keyed, Place},
};

use super::{
    heading::{PlanLabel, in_order},
    keys::unit_word,
};

/// How many regions the sentence of a roll-up names.
// A choice for one sentence; the table beside it has them all.
const NAMED: usize = 5;

/// One figure above with those below; numbers are in the unit the parent prints.
#[derive(Clone, Debug)]
pub struct RolledUp {
    /// The indicator as printed, without unit.
    pub printed: String,
    /// The indicator as the catalogue calls it.
    pub indicator: Arc<str>,
    /// The unit the parent prints; empty when there is none.
    pub unit: String,
    /// The plan of the parent.
    pub plan: PlanLabel,
    /// The parent's figure.
    pub parent: RegionPart,
    /// Whether the parts are those the parent itself issues.
    pub is_issued: bool,
    /// The regions that state their part.
    pub terms: Vec<RegionPart>,
    /// What is issued and kept back.
    pub reserve: Option<Decimal>,
    /// The regions that state nothing.
    pub silent: Vec<Arc<str>>,
    /// Whether there may be regions below that nobody names.
    pub is_open_ended: bool,
    /// What a mean is weighed with.
    pub weights: Option<Weighed>,
    /// What the silent regions must come to, or be on average, where that is more than nothing.
    pub needed: Option<Decimal>,
    /// The end of the parent's figure that this starts from: 73.5 of 75左右.
    pub asked: Option<Decimal>,
    /// How they stand to the figure.
    pub outcome: RolledOutcome,
    /// Whether what is left to the silent regions says something: those that state their part make up at least half, and of a mean
    /// the others must do better than the figure itself.
    pub is_telling: bool,
    /// What its sentence is made from.
    pub told: RollupFacts,
}

/// How the regions below stand to the figure above.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RolledOutcome {
    /// They come to less than it asks.
    Short,
    /// They come to more than it allows.
    Over,
    /// Nobody can say, or they meet it.
    Open,
}

impl Keyed for RolledOutcome {}

/// What a mean is weighed with.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// The name: 常住人口.
    pub name: Arc<str>,
    /// The year of the weights.
    pub year: Option<i32>,
    /// The silent regions, together.
    pub silent: Decimal,
}

/// One region's figure.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionPart {
    /// The region.
    pub region: Arc<str>,
    /// The year.
    pub year: i32,
    /// The words of the plan.
    pub written: String,
    /// The number.
    pub number: Option<Decimal>,
    /// The weight; none for a sum.
    pub weight: Option<Decimal>,
    /// Where it stands.
    pub place: Place,
}

/// The roll-ups of a run, each region before those below it.
#[must_use]
pub fn rollups_of_run(world: &World) -> Vec<RolledUp> {
    let rolled = |plan| world.alignment.rollups(plan).iter();
    in_order(world).into_iter().flat_map(rolled).map(|one| lay_out_rollup(world, one)).collect()
}

fn lay_out_rollup(world: &World, rollup: &Rollup) -> RolledUp {
    let model = &world.model;
    let parent = model.statement(rollup.parent);
    let number = |id: StatementId| Some(in_printed_unit(model.statement(id).number?, parent));
    let name = |region| Arc::clone(&model.catalogue.region_of(region).name);
    let heading = PlanLabel::of(world, parent.plan);
    let needed = rollup.needed.filter(|needed| asks_silent_regions(rollup, *needed));
    let needed = needed.map(|needed| in_printed_unit(needed, parent));
    let mut told = tell_rollup(model, rollup, NAMED);
    // The sentence is made from the same record, and would speak of a rest of nothing.
    if needed.is_none() {
        told.needed = None;
    }
    let asked = told.asked.map(|asked| asked.0);
    RolledUp {
        printed: model.printed_name(parent).to_owned(),
        indicator: Arc::clone(&model.catalogue.indicator(parent.indicator).name),
        unit: parent.unit.as_ref().map(unit_word).unwrap_or_default(),
        parent: region_part(
            model,
            parent,
            number(rollup.parent),
            None,
            Arc::clone(&heading.region),
        ),
        plan: heading,
        is_issued: rollup.issued,
        terms: rollup.terms.iter().map(|term| part_of_term(model, parent, term)).collect(),
        reserve: rollup.reserve.and_then(number),
        silent: rollup.silent.iter().map(|&region| name(region)).collect(),
        is_open_ended: rollup.known == RollupCompleteness::Some,
        weights: rollup.weights.as_ref().map(|weights| Weighed {
            name: Arc::clone(&weights.name),
            year: weights.year,
            silent: weights.silent,
        }),
        needed,
        asked: asked.filter(|_| needed.is_some()),
        outcome: match rollup.outcome {
            RollupOutcome::Short(_) => RolledOutcome::Short,
            RollupOutcome::Over(_) => RolledOutcome::Over,
            RollupOutcome::Open => RolledOutcome::Open,
        },
        is_telling: is_telling(rollup)
            && needed.zip(asked).is_none_or(|pair| is_harder(rollup, pair)),
        told,
    }
}

/// Whether anything is left to the silent regions: a sum that is reached already asks nothing of them.
fn asks_silent_regions(rollup: &Rollup, needed: Decimal) -> bool {
    rollup.weights.is_some() || needed > Decimal::ZERO
}

/// A mean by weight; a sum by the number of regions, for who is silent may be small or large.
fn is_telling(rollup: &Rollup) -> bool {
    match &rollup.weights {
        Some(weights) => weights.stated >= weights.silent,
        None => {
            // With regions that nobody names, half of the known ones may be a tenth of all.
            rollup.known != RollupCompleteness::Some && rollup.terms.len() >= rollup.silent.len()
        }
    }
}

/// Whether a mean leaves more to the silent regions than the figure asks of all; a sum always leaves them something.
fn is_harder(rollup: &Rollup, (needed, asked): (Decimal, Decimal)) -> bool {
    match rollup.direction {
        _ if rollup.weights.is_none() => true,
        Some(Direction::Higher) => needed > asked,
        Some(Direction::Lower) => needed < asked,
        _ => needed != asked,
    }
}

fn part_of_term(model: &Model, parent: &Statement, term: &RegionTerm) -> RegionPart {
    let statement = model.statement(term.statement);
    let region = Arc::clone(&model.catalogue.region_of(term.region).name);
    region_part(model, statement, Some(in_printed_unit(term.number, parent)), term.weight, region)
}

fn region_part(
    model: &Model,
    statement: &Statement,
    number: Option<Decimal>,
    weight: Option<Decimal>,
    region: Arc<str>,
) -> RegionPart {
    RegionPart {
        region,
        year: statement.year,
        written: model.phrase(statement).to_owned(),
        number,
        weight,
        place: model.sources.home(model.place(statement)),
    }
}
