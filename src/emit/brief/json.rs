//! A brief as one document.

use std::io::{self, Write};

use serde::Serialize;

use crate::views::{self, Brief, BriefTarget};

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: &'static str,
    region: &'a str,
    plan: &'a str,
    has_plan: bool,
    topic: Option<&'a str>,
    start: Option<i32>,
    end: Option<i32>,
    above: Vec<Above<'a>>,
    targets: Vec<Target<'a>>,
    unresolved: Vec<Said<'a>>,
    tasks: Vec<Task<'a>>,
}

#[derive(Serialize)]
struct Task<'a> {
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
struct Above<'a> {
    region: &'a str,
    plan: &'a str,
}

#[derive(Serialize)]
struct Target<'a> {
    indicator: &'a str,
    scope: Option<&'a str>,
    year: i32,
    direction: &'static str,
    class: Option<&'static str>,
    relation: &'static str,
    guessed: bool,
    steps: Vec<Step<'a>>,
    open: Option<&'static str>,
    above: Vec<Said<'a>>,
    base: Option<Said<'a>>,
    earlier: Option<Said<'a>>,
    own: Vec<Said<'a>>,
}

#[derive(Serialize)]
struct Step<'a> {
    standing: &'static str,
    phrase: &'a str,
    number: Option<String>,
}

#[derive(Serialize)]
struct Said<'a> {
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
pub fn write_brief_json(brief: &Brief, out: &mut dyn Write) -> io::Result<()> {
    let document = Document {
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
            .map(|plan| Above { region: &plan.region, plan: &plan.title })
            .collect(),
        targets: brief.targets.iter().map(target).collect(),
        unresolved: brief.unresolved.iter().map(said).collect(),
        tasks: brief.tasks.iter().map(task).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn target(target: &BriefTarget) -> Target<'_> {
    Target {
        indicator: &target.name,
        scope: target.scope.as_deref(),
        year: target.year,
        direction: target.direction,
        class: target.class,
        relation: target.relation,
        guessed: target.guessed,
        steps: target.steps.iter().map(step).collect(),
        open: target.open,
        above: target.above.iter().map(said).collect(),
        base: target.base.as_ref().map(said),
        earlier: target.earlier.as_ref().map(said),
        own: target.own.iter().map(said).collect(),
    }
}

fn task(task: &views::BriefTask) -> Task<'_> {
    Task {
        task: &task.name,
        deadline: &task.deadline,
        aim: &task.aim,
        region: &task.region,
        plan: &task.plan,
        file: &task.file,
        line: task.line,
    }
}

fn step(step: &views::Proposal) -> Step<'_> {
    let number = step.number.map(|number| number.to_string());
    Step { standing: step.standing.key(), phrase: &step.phrase, number }
}

fn said(said: &views::Said) -> Said<'_> {
    Said {
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
