//! What is said of decisions that speak of no finding.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    catalogue::NameKey,
    config::nearest_meant,
    finding::{Draft, Ruling},
    text::FileId,
};

use super::{
    claims::{StandingDecision, title_key},
    exception_scene::{ExceptionScene, draft_about_decision, place_of_decision},
    validity::{self, ExceptionFacts, Ruled, UNUSED},
};

/// Reports the decisions that speak of no finding. Of those on plans that were not asked for nothing is known: they are
/// counted, unless the title looks like a slip for one that was.
pub(super) fn report_unused_decisions(
    idle: &[&StandingDecision<'_>],
    file: FileId,
    scene: &ExceptionScene<'_>,
    drafts: &mut Vec<Ruled>,
) {
    // By title: the nearest one is looked for once, however many entries share the slip.
    let mut elsewhere: BTreeMap<NameKey, Vec<&StandingDecision<'_>>> = BTreeMap::new();
    for standing in idle {
        let key = title_key(&standing.decision.plan.text);
        if scene.plans.contains_key(&key) {
            // What was to be mended, in whole or in part, is expected to go; what was to stay as it is is not.
            let kept = standing.decision.ruling == Ruling::Declined;
            let case = if kept { "unused" } else { "mended" };
            drafts.push((UNUSED, idle_draft(case, standing, file, ExceptionFacts::DECISION)));
        } else {
            elsewhere.entry(key).or_default().push(standing);
        }
    }
    // A file of decisions serves a whole province and most runs look at one county: the rest is one line
    // with a count.
    let mut uncounted = Vec::new();
    for (key, standings) in elsewhere {
        match nearest_meant(&key.0, scene.plans.keys().map(|key| key.0.as_str())) {
            Some(near) => {
                let near = scene.plans.get(&NameKey(near.to_owned())).cloned().unwrap_or_default();
                let slip = |s: &&StandingDecision<'_>| {
                    let nearest = Some(near.clone());
                    let told = ExceptionFacts { nearest, ..ExceptionFacts::DECISION };
                    idle_draft("unknown-plan", s, file, told)
                };
                drafts.extend(standings.iter().map(slip).map(|draft| (UNUSED, draft)));
            }
            None => uncounted.extend(standings),
        }
    }
    // The first in the file, not in the order of titles: the one line has to stand somewhere that does
    // not jump about.
    uncounted.sort_by_key(|standing| standing.decision.rule.span);
    if let Some(first) = uncounted.first() {
        let told = ExceptionFacts { count: Some(uncounted.len()), ..ExceptionFacts::DECISION };
        drafts.push((UNUSED, idle_draft("elsewhere", first, file, told)));
    }
}

fn idle_draft(
    case: &'static str,
    standing: &StandingDecision<'_>,
    file: FileId,
    told: ExceptionFacts,
) -> Draft {
    let reason = standing.decision.reason.as_ref().map(|reason| Arc::clone(&reason.text));
    let (rule, reason) = (Some(standing.rule.into()), Some(reason.unwrap_or_default()));
    let told = ExceptionFacts { rule, reason, ..told };
    draft_about_decision(
        standing.decision,
        validity::draft_about_exception(case, place_of_decision(standing.decision, file), told),
    )
}
