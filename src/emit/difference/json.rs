//! The comparison of two drafts as one document.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    text::{Place, Sources},
    views::{
        BaselineDifference, Difference, Followed, Lone, PlanDifference, Standing, Stated,
        TargetDifference,
    },
    words::Words,
};

use super::Outcomes;

#[derive(Serialize)]
struct Document<'a> {
    schema: &'static str,
    version: &'static str,
    worse: bool,
    unread: usize,
    plans: Vec<Plan<'a>>,
    gone: Vec<Alone<'a>>,
    new: Vec<Alone<'a>>,
    findings: Vec<Finding<'a>>,
}

#[derive(Serialize)]
struct Plan<'a> {
    region: &'a str,
    plan: &'a str,
    former: Option<&'a str>,
    unchanged: usize,
    targets: Vec<Target<'a>>,
    baselines: Vec<Baseline<'a>>,
}

#[derive(Serialize)]
struct Target<'a> {
    indicator: &'a str,
    region: Option<&'a str>,
    scope: Option<&'a str>,
    unit: &'a str,
    changes: Vec<&'static str>,
    gap: Option<&'a str>,
    old: Option<Value<'a>>,
    new: Option<Value<'a>>,
}

#[derive(Serialize)]
struct Value<'a> {
    year: i32,
    value: &'a str,
    class: Option<&'static str>,
    #[serde(flatten)]
    at: At<'a>,
}

#[derive(Serialize)]
struct Baseline<'a> {
    indicator: &'a str,
    year: i32,
    old: &'a str,
    new: &'a str,
    #[serde(flatten)]
    at: At<'a>,
}

#[derive(Serialize)]
struct Alone<'a> {
    region: &'a str,
    plan: &'a str,
    targets: usize,
}

#[derive(Serialize)]
struct Finding<'a> {
    standing: &'static str,
    id: &'a str,
    rule: &'a str,
    level: &'static str,
    former_level: Option<&'static str>,
    message: String,
    #[serde(flatten)]
    at: At<'a>,
}

/// Where something stands: a line counts from 1; the place as the document itself would name it.
#[derive(Default, Serialize)]
struct At<'a> {
    file: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    locator: Option<String>,
}

/// Writes one document, its keys always in one order.
///
/// # Errors
/// Those of `out`.
pub fn write_difference_json(
    difference: &Difference,
    outcomes: Outcomes,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let document = Document {
        schema: "planlint-diff/1",
        version: env!("CARGO_PKG_VERSION"),
        worse: difference.is_worse(),
        unread: outcomes.old.summary.unread + outcomes.new.summary.unread,
        plans: difference.plans.iter().map(|one| plan(one, outcomes, words)).collect(),
        gone: difference.gone.iter().map(alone).collect(),
        new: difference.new.iter().map(alone).collect(),
        findings: difference.findings.iter().map(|one| finding(one, outcomes, words)).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

fn plan<'a>(one: &'a PlanDifference, outcomes: Outcomes<'a>, words: &Words) -> Plan<'a> {
    Plan {
        region: &one.region,
        plan: &one.title,
        former: one.former_title.as_deref(),
        unchanged: one.unchanged,
        targets: one.targets.iter().map(|target| self::target(target, outcomes, words)).collect(),
        baselines: one.baselines.iter().map(|base| baseline(base, outcomes, words)).collect(),
    }
}

fn target<'a>(one: &'a TargetDifference, outcomes: Outcomes<'a>, words: &Words) -> Target<'a> {
    let value = |stated: &'a Stated, sources: &'a Sources| Value {
        year: stated.year,
        value: &stated.value,
        class: stated.class,
        at: at(sources, words, &stated.place),
    };
    Target {
        indicator: &one.indicator,
        region: one.region.as_deref(),
        scope: one.scope.as_deref(),
        unit: &one.unit,
        changes: one.changes.iter().map(|change| change.key()).collect(),
        gap: one.gap.as_deref(),
        old: one.old.as_ref().map(|stated| value(stated, &outcomes.old.sources)),
        new: one.new.as_ref().map(|stated| value(stated, &outcomes.new.sources)),
    }
}

fn baseline<'a>(
    one: &'a BaselineDifference,
    outcomes: Outcomes<'a>,
    words: &Words,
) -> Baseline<'a> {
    Baseline {
        indicator: &one.indicator,
        year: one.year,
        old: &one.old,
        new: &one.new,
        at: at(&outcomes.new.sources, words, &one.place),
    }
}

fn alone(one: &Lone) -> Alone<'_> {
    Alone { region: &one.region, plan: &one.title, targets: one.targets }
}

fn finding<'a>(one: &Followed<'a>, outcomes: Outcomes<'a>, words: &Words) -> Finding<'a> {
    let (former_level, outcome) = match one.standing {
        Standing::Raised(from) => (Some(from.key()), outcomes.new),
        Standing::Fixed | Standing::Allowed => (None, outcomes.old),
        Standing::New | Standing::Known => (None, outcomes.new),
    };
    Finding {
        standing: one.standing.key(),
        id: &one.finding.id,
        rule: one.finding.rule,
        level: one.finding.level.key(),
        former_level,
        message: words.message(one.finding),
        at: at(&outcome.sources, words, one.finding.place()),
    }
}

fn at<'a>(sources: &'a Sources, words: &Words, place: &Place) -> At<'a> {
    let Some(source) = sources.get(place.file) else { return At::default() };
    At {
        file: &source.path,
        line: sources.line(place),
        locator: place.locator.as_ref().map(|locator| words.locator(locator)),
    }
}
