//! A brief as one document.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    text::Keyed,
    views::{self, BriefTarget, RegionBrief},
};

#[derive(Serialize)]
struct JsonBrief<'a> {
    schema: &'static str,
    version: &'static str,
    region: &'a str,
    plan: &'a str,
    has_plan: bool,
    topic: Option<&'a str>,
    start: Option<i32>,
    end: Option<i32>,
    above: Vec<JsonAbovePlan<'a>>,
    targets: Vec<JsonBriefTarget<'a>>,
    unresolved: Vec<JsonBriefStatement<'a>>,
    tasks: Vec<JsonBriefTask<'a>>,
}

#[derive(Serialize)]
struct JsonBriefTask<'a> {
    task: &'a str,
    deadline: &'a str,
    aim: &'a str,
    region: &'a str,
    plan: &'a str,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

#[derive(Serialize)]
struct JsonAbovePlan<'a> {
    region: &'a str,
    plan: &'a str,
}

#[derive(Serialize)]
struct JsonBriefTarget<'a> {
    indicator: &'a str,
    scope: Option<&'a str>,
    year: i32,
    direction: &'static str,
    class: Option<&'static str>,
    relation: &'static str,
    guessed: bool,
    steps: Vec<JsonBriefStep<'a>>,
    open: Option<&'static str>,
    above: Vec<JsonBriefStatement<'a>>,
    base: Option<JsonBriefStatement<'a>>,
    earlier: Option<JsonBriefStatement<'a>>,
    own: Vec<JsonBriefStatement<'a>>,
}

#[derive(Serialize)]
struct JsonBriefStep<'a> {
    standing: &'static str,
    phrase: &'a str,
    number: Option<String>,
}

#[derive(Serialize)]
struct JsonBriefStatement<'a> {
    region: &'a str,
    plan: &'a str,
    indicator: &'a str,
    year: i32,
    written: &'a str,
    between: Option<&'a str>,
    allocated: bool,
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
}

/// Writes one document, its keys always in one order; numbers of the plans are strings.
///
/// # Errors
/// Those of `out`.
pub fn write_brief_json(brief: &RegionBrief, out: &mut dyn Write) -> io::Result<()> {
    let document = JsonBrief {
        schema: "planlint-brief/1",
        version: env!("CARGO_PKG_VERSION"),
        region: &brief.region,
        plan: &brief.title,
        has_plan: brief.has_plan,
        topic: brief.topic.as_deref(),
        start: brief.period.map(|period| period.start),
        end: brief.period.map(|period| period.end),
        above: brief
            .above
            .iter()
            .map(|plan| JsonAbovePlan { region: &plan.region, plan: &plan.title })
            .collect(),
        targets: brief.targets.iter().map(target).collect(),
        unresolved: brief.unresolved.iter().map(said).collect(),
        tasks: brief.tasks.iter().map(task).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn target(target: &BriefTarget) -> JsonBriefTarget<'_> {
    JsonBriefTarget {
        indicator: &target.name,
        scope: target.scope.as_deref(),
        year: target.year,
        direction: target.direction.map_or("unknown", |direction| direction.key()),
        class: target.class.map(|class| class.key()),
        relation: target.relation.key(),
        guessed: target.guessed,
        steps: target.steps.iter().map(step).collect(),
        open: target.open.map(|why| why.key()),
        above: target.above.iter().map(said).collect(),
        base: target.base.as_ref().map(said),
        earlier: target.earlier.as_ref().map(said),
        own: target.own.iter().map(said).collect(),
    }
}

fn task(task: &views::BriefTask) -> JsonBriefTask<'_> {
    JsonBriefTask {
        task: &task.name,
        deadline: &task.deadline,
        aim: &task.aim,
        region: &task.region,
        plan: &task.plan,
        file: &task.file,
        line: task.line,
    }
}

fn step(step: &views::Proposal) -> JsonBriefStep<'_> {
    let number = step.number.map(|number| number.to_string());
    JsonBriefStep { standing: step.standing.key(), phrase: &step.phrase, number }
}

fn said(said: &views::BriefStatement) -> JsonBriefStatement<'_> {
    JsonBriefStatement {
        region: &said.region,
        plan: &said.plan,
        indicator: &said.indicator,
        year: said.year,
        written: &said.written,
        between: said.between.as_deref(),
        allocated: said.allocated,
        file: &said.file,
        line: said.line,
    }
}
