//! The comparison of two drafts as one document.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    text::{Keyed, Place, Sources},
    views::{
        BaselineDifference, Difference, FindingStanding, FollowedFinding, Lone, PlanDifference,
        StatedTarget, TargetDifference,
    },
    words::Words,
};

use super::Outcomes;

#[derive(Serialize)]
struct JsonDifference<'a> {
    schema: &'static str,
    version: &'static str,
    worse: bool,
    unread: usize,
    plans: Vec<JsonPlanDifference<'a>>,
    gone: Vec<JsonLonePlan<'a>>,
    new: Vec<JsonLonePlan<'a>>,
    findings: Vec<JsonFollowedFinding<'a>>,
}

#[derive(Serialize)]
struct JsonPlanDifference<'a> {
    region: &'a str,
    plan: &'a str,
    former: Option<&'a str>,
    unchanged: usize,
    targets: Vec<JsonTargetDifference<'a>>,
    baselines: Vec<JsonBaselineDifference<'a>>,
}

#[derive(Serialize)]
struct JsonTargetDifference<'a> {
    indicator: &'a str,
    region: Option<&'a str>,
    scope: Option<&'a str>,
    unit: &'a str,
    changes: Vec<&'static str>,
    gap: Option<&'a str>,
    old: Option<JsonStatedTarget<'a>>,
    new: Option<JsonStatedTarget<'a>>,
}

#[derive(Serialize)]
struct JsonStatedTarget<'a> {
    year: i32,
    value: &'a str,
    class: Option<&'static str>,
    #[serde(flatten)]
    at: JsonLinePlace<'a>,
}

#[derive(Serialize)]
struct JsonBaselineDifference<'a> {
    indicator: &'a str,
    year: i32,
    old: &'a str,
    new: &'a str,
    #[serde(flatten)]
    at: JsonLinePlace<'a>,
}

#[derive(Serialize)]
struct JsonLonePlan<'a> {
    region: &'a str,
    plan: &'a str,
    targets: usize,
}

#[derive(Serialize)]
struct JsonFollowedFinding<'a> {
    standing: &'static str,
    id: &'a str,
    rule: &'a str,
    level: &'static str,
    former_level: Option<&'static str>,
    message: String,
    #[serde(flatten)]
    at: JsonLinePlace<'a>,
}

/// Where something stands: a line counts from 1; the place as the document itself would name it.
#[derive(Default, Serialize)]
struct JsonLinePlace<'a> {
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
    let document = JsonDifference {
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

fn plan<'a>(
    one: &'a PlanDifference,
    outcomes: Outcomes<'a>,
    words: &Words,
) -> JsonPlanDifference<'a> {
    JsonPlanDifference {
        region: &one.region,
        plan: &one.title,
        former: one.former_title.as_deref(),
        unchanged: one.unchanged,
        targets: one.targets.iter().map(|target| self::target(target, outcomes, words)).collect(),
        baselines: one.baselines.iter().map(|base| baseline(base, outcomes, words)).collect(),
    }
}

fn target<'a>(
    one: &'a TargetDifference,
    outcomes: Outcomes<'a>,
    words: &Words,
) -> JsonTargetDifference<'a> {
    let value = |stated: &'a StatedTarget, sources: &'a Sources| JsonStatedTarget {
        year: stated.year,
        value: &stated.value,
        class: stated.class.map(|class| class.key()),
        at: at(sources, words, &stated.place),
    };
    JsonTargetDifference {
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
) -> JsonBaselineDifference<'a> {
    JsonBaselineDifference {
        indicator: &one.indicator,
        year: one.year,
        old: &one.old,
        new: &one.new,
        at: at(&outcomes.new.sources, words, &one.place),
    }
}

fn alone(one: &Lone) -> JsonLonePlan<'_> {
    JsonLonePlan { region: &one.region, plan: &one.title, targets: one.targets }
}

fn finding<'a>(
    one: &FollowedFinding<'a>,
    outcomes: Outcomes<'a>,
    words: &Words,
) -> JsonFollowedFinding<'a> {
    let (former_level, outcome) = match one.standing {
        FindingStanding::Raised(from) => (Some(from.key()), outcomes.new),
        FindingStanding::Fixed | FindingStanding::Allowed => (None, outcomes.old),
        FindingStanding::New | FindingStanding::Known => (None, outcomes.new),
    };
    JsonFollowedFinding {
        standing: one.standing.key(),
        id: &one.finding.id,
        rule: one.finding.rule,
        level: one.finding.level.key(),
        former_level,
        message: words.message(one.finding),
        at: at(&outcome.sources, words, one.finding.place()),
    }
}

fn at<'a>(sources: &'a Sources, words: &Words, place: &Place) -> JsonLinePlace<'a> {
    let Some(source) = sources.get(place.file) else { return JsonLinePlace::default() };
    JsonLinePlace {
        file: &source.path,
        line: sources.line(place),
        locator: place.locator.as_ref().map(|locator| words.locator(locator)),
    }
}
