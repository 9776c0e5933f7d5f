//! The comparison of two drafts as one document.

use std::io::{self, Write};

use serde::Serialize;

use crate::{
    finding::Level,
    text::{Keyed, Place, Sources},
    views::{
        BaselineDifference, Difference, EditionTarget, FindingStanding, FollowedFinding, Lone,
        PlanDifference, TargetDifference,
    },
    words::Words,
};

use super::{super::document, outcomes::Outcomes};

#[derive(Serialize)]
struct JsonDifference<'a> {
    worse: bool,
    unread: usize,
    plans: Vec<JsonPlanDifference<'a>>,
    gone: &'a [Lone],
    new: &'a [Lone],
    findings: Vec<JsonFollowedFinding<'a>>,
}

#[derive(Serialize)]
struct JsonPlanDifference<'a> {
    #[serde(flatten)]
    plan: &'a PlanDifference,
    targets: Vec<JsonTargetDifference<'a>>,
    baselines: Vec<Located<'a, BaselineDifference>>,
}

#[derive(Serialize)]
struct JsonTargetDifference<'a> {
    #[serde(flatten)]
    target: &'a TargetDifference,
    old: Option<Located<'a, EditionTarget>>,
    new: Option<Located<'a, EditionTarget>>,
}

/// Something with its place, which only a language can name.
#[derive(Serialize)]
struct Located<'a, T> {
    #[serde(flatten)]
    what: &'a T,
    #[serde(flatten)]
    at: JsonLinePlace<'a>,
}

#[derive(Serialize)]
struct JsonFollowedFinding<'a> {
    standing: &'static str,
    id: &'a str,
    rule: &'a str,
    level: Level,
    former_level: Option<Level>,
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
    let shown = JsonDifference {
        worse: difference.is_worse(),
        unread: outcomes.old.summary.unread + outcomes.new.summary.unread,
        plans: difference
            .plans
            .iter()
            .map(|one| json_plan_difference(one, outcomes, words))
            .collect(),
        gone: &difference.gone,
        new: &difference.new,
        findings: difference
            .findings
            .iter()
            .map(|one| json_followed_finding(one, outcomes, words))
            .collect(),
    };
    document::write("planlint-diff/1", &shown, out)
}

fn json_plan_difference<'a>(
    one: &'a PlanDifference,
    outcomes: Outcomes<'a>,
    words: &Words,
) -> JsonPlanDifference<'a> {
    let (old, new) = (&outcomes.old.sources, &outcomes.new.sources);
    let stated =
        |stated: &'a EditionTarget, sources| located(stated, sources, words, &stated.place);
    let target = |target: &'a TargetDifference| JsonTargetDifference {
        target,
        old: target.old.as_ref().map(|before| stated(before, old)),
        new: target.new.as_ref().map(|after| stated(after, new)),
    };
    let baselines = one.baselines.iter().map(|base| located(base, new, words, &base.place));
    JsonPlanDifference {
        plan: one,
        targets: one.targets.iter().map(target).collect(),
        baselines: baselines.collect(),
    }
}

fn located<'a, T>(
    what: &'a T,
    sources: &'a Sources,
    words: &Words,
    place: &Place,
) -> Located<'a, T> {
    Located { what, at: json_line_place(sources, words, place) }
}

fn json_followed_finding<'a>(
    one: &FollowedFinding<'a>,
    outcomes: Outcomes<'a>,
    words: &Words,
) -> JsonFollowedFinding<'a> {
    let (former_level, outcome) = match one.standing {
        FindingStanding::Raised(from) => (Some(from), outcomes.new),
        FindingStanding::Fixed | FindingStanding::Allowed => (None, outcomes.old),
        FindingStanding::New | FindingStanding::Known => (None, outcomes.new),
    };
    JsonFollowedFinding {
        standing: one.standing.key(),
        id: &one.finding.id,
        rule: one.finding.rule,
        level: one.finding.level,
        former_level,
        message: words.message(one.finding),
        at: json_line_place(&outcome.sources, words, one.finding.place()),
    }
}

fn json_line_place<'a>(sources: &'a Sources, words: &Words, place: &Place) -> JsonLinePlace<'a> {
    let Some(source) = sources.get(place.file) else { return JsonLinePlace::default() };
    JsonLinePlace {
        file: &source.path,
        line: sources.line(place),
        locator: place.locator.as_ref().map(|locator| words.locator(locator)),
    }
}
