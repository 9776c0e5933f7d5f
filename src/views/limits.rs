//! How far a figure could rise, and who falls short at which number, as the plans would print it.

use std::{collections::BTreeMap, sync::Arc};

use rust_decimal::RoundingStrategy;
use serde::Serialize;

use crate::{
    catalogue::Tier,
    engine::{LimitStep, LimitTurn, Limits, NoRollup, RollupReach, ShortfallCount, World},
    finding::Level,
    model::{Model, Statement},
    quantity::{Bound, Decimal, Direction},
    rulebook::in_printed_unit,
    syntax::{Class, RelationWord},
    text::Place,
};

/// One figure above others, where it stands, and what it means below.
#[derive(Clone, Debug, PartialEq)]
pub struct Margin {
    /// The figure.
    pub figure: MarginFigure,
    /// Where it stands.
    pub place: Place,
    /// Who falls short of it.
    pub below: MarginBelow,
}

/// A figure that others are held against.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarginFigure {
    /// The region.
    pub region: Arc<str>,
    /// The plan's title.
    pub plan: Arc<str>,
    /// The year.
    pub year: i32,
    /// The condition it stands under.
    pub condition: Option<String>,
    /// The figure as written.
    pub value: String,
    /// The unit.
    pub unit: Arc<str>,
    /// Its class.
    pub class: Option<Class>,
    /// Its relation.
    pub relation: RelationWord,
    /// The side that is better; `None` where none is.
    pub direction: Option<Direction>,
}

/// Who falls short of a figure, today and as it rises.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarginBelow {
    /// How many below state the target.
    pub children: usize,
    /// Who is short of the figure as it stands.
    pub today: ShortfallCount,
    /// How many are short of the least strict number.
    pub start: ShortfallCount,
    /// Who they are.
    pub always: Vec<Turned>,
    /// The numbers from which on somebody stands otherwise, the least strict first; none where that cannot be said.
    pub steps: Option<Vec<MarginStep>>,
    /// How far the roll-ups go.
    #[serde(rename = "rollups")]
    pub reaches: Vec<Reached>,
    /// Why there is none.
    pub no_rollup: Option<NoRollup>,
}

/// A number from which on, or beyond which only, somebody stands otherwise.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MarginStep {
    /// The number in full, in the printed unit.
    pub number: String,
    /// The same with few digits.
    #[serde(skip)]
    pub short: String,
    /// Whether it begins beyond the number only.
    pub beyond: bool,
    /// How many are short from here on.
    pub broken: ShortfallCount,
    /// Who turns.
    pub turns: Vec<Turned>,
    /// How many of them there are at each tier, the highest first; the tier's name, empty when not known.
    #[serde(skip)]
    pub tiers: Vec<(Arc<str>, usize)>,
}

/// Who stands otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Turned {
    /// The region.
    pub region: Arc<str>,
    /// Its plan's title.
    pub plan: Arc<str>,
    /// Its target as written.
    pub value: String,
    /// Whether nobody with the target stands between.
    pub direct: bool,
    /// How loud it was.
    pub was: Option<Level>,
    /// How loud it is.
    pub level: Option<Level>,
}

/// What those below can come to, in the printed unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "reach")]
pub enum Reached {
    /// Any number.
    All,
    /// None.
    Nothing,
    /// Up to a number; `beyond` where it cannot itself be met.
    Until {
        /// The number in full.
        number: String,
        /// The same with few digits, on the side that can still be met.
        #[serde(skip)]
        short: String,
        /// Whether it is itself out of reach.
        beyond: bool,
    },
    /// The values that can come out, each end where there is one.
    Between {
        /// The least.
        low: Option<String>,
        /// The most.
        high: Option<String>,
    },
}

/// Digits behind the point that a reader needs of a mean.
// More than any plan prints; the number in full stands in the document for machines.
const DIGITS: u32 = 4;
/// Digits behind the point of a number where somebody turns.
// Steps may lie close together, where two regions turn at nearly one number, and must not look like one.
const FINE: u32 = 6;

/// The figures in the order they were worked out.
#[must_use]
pub fn margins(world: &World, limits: &[Limits]) -> Vec<Margin> {
    limits.iter().map(|one| margin(world, one)).collect()
}

fn margin(world: &World, limits: &Limits) -> Margin {
    let model = &world.model;
    let parent = model.statement(limits.parent);
    let figure = MarginFigure {
        region: region_of_statement(model, parent),
        plan: Arc::clone(&model.plan(parent.plan).title),
        year: parent.year,
        condition: parent.condition().map(str::to_owned),
        value: model.phrase(parent).to_owned(),
        unit: parent.unit.as_ref().map(|unit| Arc::clone(&unit.name)).unwrap_or_default(),
        class: parent.class,
        relation: model.catalogue.indicator(parent.measure.indicator).relation.word(),
        // Neither side better and no side known are one here: in both no step of the figure makes anybody fall
        // short.
        direction: limits.direction.filter(|direction| *direction != Direction::Neither),
    };
    let below = MarginBelow {
        children: limits.children.len(),
        today: limits.today,
        start: limits.start.broken,
        always: limits
            .start
            .turns
            .iter()
            .filter_map(|one| turned_target(model, limits, one))
            .collect(),
        steps: limits.steps.as_ref().map(|all| margin_steps(model, limits, parent, all)),
        reaches: limits
            .reaches
            .iter()
            .map(|one| reached_number(one, parent, limits.direction))
            .collect(),
        no_rollup: limits.no_rollup,
    };
    Margin { figure, place: model.sources.home(model.place(parent)), below }
}

fn region_of_statement(model: &Model, statement: &Statement) -> Arc<str> {
    let known = statement.region.map(|id| Arc::clone(&model.catalogue.region_of(id).name));
    known.unwrap_or_default()
}

fn margin_steps(
    model: &Model,
    limits: &Limits,
    parent: &Statement,
    all: &[LimitStep],
) -> Vec<MarginStep> {
    let mut tiers = BTreeMap::new();
    limits.start.turns.iter().for_each(|turn| tally(model, limits, turn, &mut tiers));
    let step = |step: &LimitStep| {
        step.turns.iter().for_each(|turn| tally(model, limits, turn, &mut tiers));
        let some = tiers.iter().filter(|(_, count)| **count > 0);
        let number = in_printed_unit(step.from.value, parent);
        MarginStep {
            number: number.normalize().to_string(),
            short: number.round_dp(FINE).normalize().to_string(),
            beyond: step.from.open,
            turns: step
                .turns
                .iter()
                .filter_map(|turn| turned_target(model, limits, turn))
                .collect(),
            broken: step.broken,
            tiers: some.map(|(tier, count)| (tier_name(model, *tier), *count)).collect(),
        }
    };
    all.iter().map(step).collect()
}

/// Counts a child at its tier, or no longer.
fn tally(
    model: &Model,
    limits: &Limits,
    turn: &LimitTurn,
    tiers: &mut BTreeMap<Option<Tier>, usize>,
) {
    let child = limits.children.get(turn.child).map(|child| model.statement(child.statement));
    let region = child.and_then(|statement| statement.region);
    let tier = region.and_then(|region| model.catalogue.region_of(region).tier);
    let count = tiers.entry(tier).or_default();
    // A child that was short before and is so more loudly now is not counted again.
    let by = isize::from(turn.level.is_some()) - isize::from(turn.was.is_some());
    *count = count.saturating_add_signed(by);
}

fn tier_name(model: &Model, tier: Option<Tier>) -> Arc<str> {
    tier.and_then(|tier| model.catalogue.tiers.name(tier)).cloned().unwrap_or_default()
}

fn turned_target(model: &Model, limits: &Limits, turn: &LimitTurn) -> Option<Turned> {
    let child = limits.children.get(turn.child)?;
    let statement = model.statement(child.statement);
    Some(Turned {
        region: region_of_statement(model, statement),
        plan: Arc::clone(&model.plan(statement.plan).title),
        value: model.phrase(statement).to_owned(),
        direct: child.direct,
        was: turn.was,
        level: turn.level,
    })
}

fn reached_number(
    reach: &RollupReach,
    parent: &Statement,
    direction: Option<Direction>,
) -> Reached {
    match reach {
        RollupReach::All => Reached::All,
        RollupReach::Nothing => Reached::Nothing,
        RollupReach::Until(Bound { value, open }) => {
            let printed = in_printed_unit(*value, parent);
            // Rounded to the side that can still be met: 74.99996 shown as 75 would promise what cannot be reached.
            let towards = match direction {
                Some(Direction::Lower) => RoundingStrategy::ToPositiveInfinity,
                _ => RoundingStrategy::ToNegativeInfinity,
            };
            let short = printed.round_dp_with_strategy(DIGITS, towards);
            Reached::Until {
                number: printed.normalize().to_string(),
                short: short.normalize().to_string(),
                beyond: *open,
            }
        }
        RollupReach::Between(set) => {
            let [low, high] =
                [set.low, set.high].map(|end| end.map(|end| number_as_printed(end.value, parent)));
            Reached::Between { low, high }
        }
    }
}

fn number_as_printed(number: Decimal, parent: &Statement) -> String {
    in_printed_unit(number, parent).normalize().to_string()
}
