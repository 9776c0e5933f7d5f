//! Applies the decisions: 采纳 marks a finding, 部分采纳 does until the agreed value is there; then it covers, as 不采纳 does, while the gap is no larger.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    config::Decision,
    finding::{
        AGREED, Allowed, AllowedBy, Draft, Finding, LAPSED, Place, RelatedPlace, Ruling, SHORT,
    },
    text::{FileId, Written},
};

use super::{
    Decided, Fate, Settled, Values,
    agreed_value::has_reached,
    claims::{StandingDecision, match_decisions},
    exception_scene::{ExceptionScene, draft_about_decision, place_of_decision},
    unused_decisions::report_unused_decisions,
    validity::{self, DecisionValues, EXPIRED, ExceptionFacts, INVALID, Ruled},
    values_of,
};

/// Splits `findings` by the `decisions` of `file`.
#[must_use]
pub fn decide(
    findings: Vec<Finding>,
    decisions: &[Decision],
    file: FileId,
    scene: &ExceptionScene<'_>,
) -> Settled {
    let mut settled = Settled::default();
    let (mut standing, mut fates) = (Vec::new(), vec![Fate::Invalid; decisions.len()]);
    for (decision, fate) in decisions.iter().zip(&mut fates) {
        match valid(decision, file, scene, &mut settled.drafts) {
            Err(wrong) => *fate = wrong,
            Ok(rule) => {
                // It may speak of nothing until a finding turns up; then its fate is replaced.
                let dropped = scene.levels.dropped(rule);
                *fate = if dropped { Fate::Unasked } else { scene.idle(decision) };
                standing.push((StandingDecision { decision, rule }, fate));
            }
        }
    }
    let (standing, mut fates_of): (Vec<_>, Vec<_>) = standing.into_iter().unzip();
    let claimed = match_decisions(&findings, &standing);
    for (at, finding) in findings.into_iter().enumerate() {
        let decided =
            claimed.get(&at).and_then(|at| Some((standing.get(*at)?, fates_of.get_mut(*at)?)));
        match decided {
            None => settled.kept.push(finding),
            Some((standing, fate)) => {
                **fate = settle_decided(standing, finding, file, &mut settled)
            }
        }
    }
    // Only those that still have their first fate are idle, and of a rule that was not run nobody knows.
    let idle = standing.iter().zip(&fates_of).filter(|(standing, fate)| {
        matches!(fate, Fate::Gone | Fate::Elsewhere) && !scene.levels.dropped(standing.rule)
    });
    report_unused_decisions(
        &idle.map(|(standing, _)| standing).collect::<Vec<_>>(),
        file,
        scene,
        &mut settled.drafts,
    );
    let decided = decisions.iter().cloned().zip(fates);
    settled.decided = decided
        .map(|(decision, fate)| Decided {
            place: place_of_decision(&decision, file),
            decision,
            fate,
        })
        .collect();
    settled
}

/// The rule a decision speaks of, or its fate when something is wrong with it.
fn valid(
    decision: &Decision,
    file: FileId,
    scene: &ExceptionScene<'_>,
    drafts: &mut Vec<Ruled>,
) -> Result<&'static str, Fate> {
    let rule = scene.sheets.named(&decision.rule.text);
    let wrong = wrong_with_decision(decision, file, scene, rule);
    let stands = wrong.is_empty();
    // An expired one was right in its day. With any other fault it never held, and that is the worse of
    // the two.
    let expired = wrong.iter().all(|(rule, _)| *rule == EXPIRED);
    drafts.extend(
        wrong.into_iter().map(|(rule, draft)| (rule, draft_about_decision(decision, draft))),
    );
    let fate = if expired { Fate::Expired } else { Fate::Invalid };
    rule.filter(|_| stands).ok_or(fate)
}

/// What is wrong with a decision on `rule`.
fn wrong_with_decision(
    decision: &Decision,
    file: FileId,
    scene: &ExceptionScene<'_>,
    rule: Option<&'static str>,
) -> Vec<Ruled> {
    // All that is wrong with an entry is told at once, so that its writer need not run again for each
    // fault.
    let mut wrong = Vec::new();
    let covers = decision.ruling.covers();
    let lacks = [("no-reason", &decision.reason), ("no-approver", &decision.approver)];
    // 采纳 promises work and takes nothing off the list, so it owes no reason and nobody has to sign for
    // it.
    for (case, _) in lacks.into_iter().filter(|(_, written)| covers && written.is_none()) {
        wrong.push((
            INVALID,
            validity::draft_about_exception(
                case,
                place_of_decision(decision, file),
                ExceptionFacts::DECISION,
            ),
        ));
    }
    if let Some(until) = &decision.until {
        let by = ExceptionFacts::DECISION;
        wrong.extend(validity::trouble_with_date(
            file,
            until,
            decision.reason.as_ref(),
            scene.today,
            by,
        ));
    }
    match rule.and_then(|rule| Some((rule, scene.sheets.get(rule)?))) {
        None => wrong.push(validity::draft_unknown_rule(
            file,
            &decision.rule,
            scene.sheets,
            ExceptionFacts::DECISION,
        )),
        Some((rule, sheet)) if covers && !sheet.allowable => {
            wrong.push(validity::not_allowable(
                file,
                &decision.rule,
                rule,
                ExceptionFacts::DECISION,
            ));
        }
        Some(_) => {}
    }
    wrong
}

/// What becomes of a finding that `standing` speaks of, and of the decision.
fn settle_decided(
    standing: &StandingDecision<'_>,
    mut finding: Finding,
    file: FileId,
    settled: &mut Settled,
) -> Fate {
    let id = finding.id.clone();
    let decision = standing.decision;
    // Before the values are looked at: a promise to mend is kept on the finding whatever they are.
    if let Some(mending) = still_to_mend(decision, &finding) {
        finding.draft.related.push(note_of_decision(mending.note, decision, file));
        settled.kept.push(finding);
        return (mending.fate)(id);
    }
    let (then, now) = (standing.values_agreed(), values_of(&finding.draft));
    // A decision that leaves out a value would cover whatever the value becomes; it has to name each that
    // the finding has.
    let missing = now.child.is_some() && then.child.is_none()
        || now.parent.is_some() && then.parent.is_none();
    // The agreed value was reached to get here, so that the gap is no larger while the value beside stays.
    let agreed = decision.ruling == Ruling::Partly && then.same_beside(&now);
    if missing {
        settled.drafts.push((INVALID, lacks_values(decision, file, &finding, now)));
        settled.kept.push(finding);
        Fate::Invalid
    } else if agreed || then.still_cover(&finding.draft) {
        settled.allowed.push(registered_by_decision(decision, finding, file));
        Fate::Covers(id)
    } else {
        let lapsed = then.beside(&now);
        // The note points at the value that was agreed on, for that is what has to be compared with
        // today's.
        let values = [&decision.value, &decision.child, &decision.parent];
        let agreed = values
            .into_iter()
            .flatten()
            .next()
            .map_or_else(|| place_of_decision(decision, file), |w| Place::new(file, w.span));
        finding.draft = finding.draft.note(LAPSED, agreed, lapsed);
        settled.kept.push(finding);
        Fate::Lapsed(id)
    }
}

/// How a finding is marked that is still to be mended, and what becomes of its decision.
struct Mending {
    note: &'static str,
    fate: fn(String) -> Fate,
}

/// `None` where nothing has to be mended any more, or never had to.
fn still_to_mend(decision: &Decision, finding: &Finding) -> Option<Mending> {
    match (decision.ruling, &decision.value) {
        (Ruling::Accepted, _) => Some(Mending { note: AGREED, fate: Fate::Open }),
        // Nobody can tell when enough of it is mended, so it stands until it is gone.
        (Ruling::Partly, None) => Some(Mending { note: SHORT, fate: Fate::Valueless }),
        (Ruling::Partly, Some(value)) if !has_reached(&finding.draft.compared, &value.text) => {
            Some(Mending { note: SHORT, fate: Fate::Short })
        }
        (Ruling::Partly | Ruling::Declined, _) => None,
    }
}

/// That a decision does not name the values it was made at.
fn lacks_values(decision: &Decision, file: FileId, finding: &Finding, now: Values) -> Draft {
    let values = DecisionValues {
        child: now.child.unwrap_or_default(),
        parent: now.parent.unwrap_or_default(),
    };
    let told = ExceptionFacts { values: Some(values), ..ExceptionFacts::DECISION };
    let place = place_of_decision(decision, file);
    let lacks = validity::draft_about_exception("no-values", place, told);
    draft_about_decision(decision, lacks).note("finding", finding.place().clone(), ())
}

/// What a decision says that leaves its finding on the list; empty where it says nothing.
#[derive(Debug, Serialize)]
struct MendingNote {
    value: Option<Arc<str>>,
    reason: Option<Arc<str>>,
    until: Option<Arc<str>>,
}

fn note_of_decision(note: &'static str, decision: &Decision, file: FileId) -> RelatedPlace {
    let text =
        |written: &Option<Written>| written.as_ref().map(|written| Arc::clone(&written.text));
    let told = MendingNote {
        value: text(&decision.value),
        reason: text(&decision.reason),
        until: text(&decision.until),
    };
    RelatedPlace { place: place_of_decision(decision, file), note, facts: told.into() }
}

fn registered_by_decision(decision: &Decision, finding: Finding, file: FileId) -> Allowed {
    let text = |written: &Written| Arc::clone(&written.text);
    Allowed {
        finding,
        by: AllowedBy::Decision {
            ruling: decision.ruling,
            value: decision.value.as_ref().map(text),
            approver: decision.approver.as_ref().map(text).unwrap_or_default(),
        },
        reason: decision.reason.as_ref().map(text).unwrap_or_default(),
        until: decision.until.as_ref().map(text),
        place: place_of_decision(decision, file),
    }
}
