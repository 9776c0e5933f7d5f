//! Who falls short as a figure rises, as one document; its numbers are strings, exact to the last digit.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    engine::ShortfallCount,
    finding::Level,
    text::{Keyed, Sources},
    views::{Margin, MarginStep, Reached, Turned},
    words::Words,
};

use super::super::json;

#[derive(Serialize)]
struct JsonLimits<'a> {
    schema: &'static str,
    version: &'static str,
    indicator: &'a str,
    figures: Vec<JsonLimitFigure<'a>>,
}

#[derive(Serialize)]
struct JsonLimitFigure<'a> {
    region: &'a str,
    plan: &'a str,
    year: i32,
    condition: Option<&'a str>,
    value: &'a str,
    unit: &'a str,
    class: Option<&'static str>,
    relation: &'static str,
    direction: Option<&'static str>,
    place: json::JsonPlace<'a>,
    children: usize,
    today: Count,
    start: Count,
    always: Vec<JsonLimitTurn<'a>>,
    steps: Option<Vec<JsonLimitStep<'a>>>,
    rollups: Vec<JsonRollupReach<'a>>,
    no_rollup: Option<&'static str>,
}

#[derive(Serialize)]
struct Count {
    error: usize,
    warning: usize,
    info: usize,
    direct: usize,
}

/// Counts from `number` on, or beyond it only.
#[derive(Serialize)]
struct JsonLimitStep<'a> {
    number: &'a str,
    beyond: bool,
    broken: Count,
    turns: Vec<JsonLimitTurn<'a>>,
}

#[derive(Serialize)]
struct JsonLimitTurn<'a> {
    region: &'a str,
    plan: &'a str,
    value: &'a str,
    direct: bool,
    was: Option<&'static str>,
    level: Option<&'static str>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case", tag = "reach")]
enum JsonRollupReach<'a> {
    All,
    Nothing,
    Until { number: &'a str, beyond: bool },
    Between { low: Option<&'a str>, high: Option<&'a str> },
}

/// Writes one document, its keys always in one order.
///
/// # Errors
/// Those of `out`.
pub fn write_limits_json(
    indicator: &str,
    margins: &[Margin],
    sources: &Sources,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = JsonLimits {
        schema: "planlint-limits/1",
        version: env!("CARGO_PKG_VERSION"),
        indicator,
        figures: margins.iter().map(|margin| figure(margin, sources, words)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn figure<'a>(margin: &'a Margin, sources: &'a Sources, words: &Words) -> JsonLimitFigure<'a> {
    JsonLimitFigure {
        region: &margin.region,
        plan: &margin.plan,
        year: margin.year,
        condition: margin.condition.as_deref(),
        value: &margin.value,
        unit: &margin.unit,
        class: margin.class.map(|class| class.key()),
        relation: margin.relation.key(),
        direction: margin.direction.map(|direction| direction.key()),
        place: json::place(sources, words, &margin.place),
        children: margin.children,
        today: count(margin.today),
        start: count(margin.start),
        always: margin.always.iter().map(turn).collect(),
        steps: margin.steps.as_ref().map(|steps| steps.iter().map(step).collect()),
        rollups: margin.reaches.iter().map(reach).collect(),
        no_rollup: margin.no_rollup.map(|why| why.key()),
    }
}

fn count(broken: ShortfallCount) -> Count {
    let ShortfallCount { errors, warnings, infos, direct } = broken;
    Count { error: errors, warning: warnings, info: infos, direct }
}

fn step(one: &MarginStep) -> JsonLimitStep<'_> {
    JsonLimitStep {
        number: &one.number,
        beyond: one.beyond,
        broken: count(one.broken),
        turns: one.turns.iter().map(turn).collect(),
    }
}

fn turn(one: &Turned) -> JsonLimitTurn<'_> {
    JsonLimitTurn {
        region: &one.region,
        plan: &one.plan,
        value: &one.value,
        direct: one.direct,
        was: one.was.map(Level::key),
        level: one.level.map(Level::key),
    }
}

fn reach(one: &Reached) -> JsonRollupReach<'_> {
    match one {
        Reached::All => JsonRollupReach::All,
        Reached::Nothing => JsonRollupReach::Nothing,
        Reached::Until { number, beyond, .. } => JsonRollupReach::Until { number, beyond: *beyond },
        Reached::Between([low, high]) => {
            JsonRollupReach::Between { low: low.as_deref(), high: high.as_deref() }
        }
    }
}
