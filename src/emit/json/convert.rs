//! From an outcome to the document.

use crate::{
    engine::{self, Checked, NumberCounts, Outcome, PassedComparison, UnreadNumber},
    finding::{self, AllowedBy},
    text::{Keyed, Sources},
    words::{Tally, Words, plain_number, term_of},
};

use super::facts::facts;
use super::shape::{
    Fixed, JsonAllow, JsonCompared, JsonCounts, JsonEdit, JsonFinding, JsonFix, JsonOutcome,
    JsonPlace, JsonPlan, JsonRelatedPlace, JsonSince, JsonStatedValue, JsonSummary,
    JsonUndetermined, JsonUnreadNumber, Numbers,
};

/// The document for `outcome`.
pub(super) fn json_outcome<'a>(outcome: &'a Outcome, words: &Words) -> JsonOutcome<'a> {
    let sources = &outcome.sources;
    JsonOutcome {
        schema: "planlint/1",
        version: env!("CARGO_PKG_VERSION"),
        summary: summary(outcome),
        since: outcome.since.as_ref().map(json_since),
        findings: json_findings(outcome, words),
        allows: outcome.allowed.iter().map(|one| json_allow(sources, words, one)).collect(),
        undetermined: outcome
            .undetermined
            .iter()
            .map(|one| json_undetermined(sources, words, one))
            .collect(),
        plans: outcome.checked.iter().map(|one| json_plan(sources, one)).collect(),
        unread: outcome.unread.iter().map(|one| json_unread_number(sources, words, one)).collect(),
    }
}

fn json_plan<'a>(sources: &'a Sources, one: &'a Checked) -> JsonPlan<'a> {
    JsonPlan {
        plan: &one.plan,
        region: one.region.as_deref(),
        file: sources.get(one.file).map_or("", |source| &source.path),
        read: json_numbers(one.numbers),
    }
}

fn json_unread_number<'a>(
    sources: &'a Sources,
    words: &Words,
    one: &'a UnreadNumber,
) -> JsonUnreadNumber<'a> {
    JsonUnreadNumber { clause: &one.clause, place: json_place(sources, words, &one.place) }
}

/// Every finding in one order, the known ones marked.
fn json_findings<'a>(outcome: &'a Outcome, words: &Words) -> Vec<JsonFinding<'a>> {
    let fresh = outcome.findings.iter().map(|one| (one, false));
    let mut all: Vec<_> = fresh.chain(outcome.known.iter().map(|one| (one, true))).collect();
    all.sort_by(|(one, _), (other, _)| one.order(other));
    let all = all.into_iter();
    all.map(|(one, known)| json_finding(outcome, words, one, known)).collect()
}

/// The counts of a run.
pub(in crate::emit) fn summary(outcome: &Outcome) -> JsonSummary {
    let Tally { errors, warnings, infos } = Tally::of(outcome);
    JsonSummary {
        files: outcome.summary.files,
        unread: outcome.summary.unread,
        passed_over: outcome.summary.passed_over,
        copies: outcome.summary.copies,
        unnamed: outcome.summary.unnamed,
        read: json_numbers(outcome.summary.numbers),
        plans: outcome.summary.plans,
        indicators: outcome.summary.indicators,
        rules: outcome.summary.rules,
        findings: JsonCounts { error: errors, warning: warnings, info: infos },
        known: outcome.known.len(),
        allowed: outcome.allowed.len(),
        undetermined: outcome.undetermined.len(),
    }
}

fn json_numbers(counts: NumberCounts) -> Numbers {
    let NumberCounts { read, aside, unread } = counts;
    Numbers { read, aside, unread }
}

fn json_since(since: &engine::RunComparison) -> JsonSince<'_> {
    let fixed = since.fixed.iter().map(|past| Fixed {
        id: &past.id,
        rule: &past.rule,
        level: past.level.key(),
        region: past.region.as_deref(),
        plan: past.plan.as_deref(),
        indicator: past.indicator.as_deref(),
        year: past.year,
        file: &past.file,
    });
    JsonSince {
        new: since.new.len(),
        known: since.known,
        unasked: since.unasked,
        fixed: fixed.collect(),
    }
}

/// One finding of a run; `known` when the baseline lists it.
pub(in crate::emit) fn json_finding<'a>(
    outcome: &'a Outcome,
    words: &Words,
    one: &'a finding::Finding,
    known: bool,
) -> JsonFinding<'a> {
    let sources = &outcome.sources;
    let since = outcome.since.as_ref();
    let said = words.say(one);
    let help = said.full_help(words.language());
    let subject = &one.draft.subject;
    let related = one.draft.related.iter().zip(said.notes);
    JsonFinding {
        id: &one.id,
        rule: one.rule,
        case: one.draft.case,
        level: one.level.key(),
        since: since.map(|_| if outcome.is_new(one) { "new" } else { "known" }),
        confidence: one.confidence(),
        message: said.message,
        help,
        region: subject.region.as_deref(),
        plan: subject.plan.as_deref(),
        indicator: subject.indicator.as_deref(),
        year: subject.year,
        compared: json_compared(sources, words, &one.draft.compared),
        facts: facts(&one.draft),
        place: json_place(sources, words, one.place()),
        related: related
            .map(|(other, message)| JsonRelatedPlace {
                place: json_place(sources, words, &other.place),
                message,
            })
            .collect(),
        root: one.root.as_deref(),
        known,
        standing: one.standing().map(|related| related.note),
        fix: one.draft.fix.as_ref().map(|fix| JsonFix {
            safety: fix.safety.key(),
            message: said.fix.unwrap_or_default(),
            edits: fix.edits.iter().map(|edit| self::edit(sources, words, one, edit)).collect(),
        }),
    }
}

fn edit<'a>(
    sources: &'a Sources,
    words: &Words,
    one: &finding::Finding,
    edit: &'a finding::Edit,
) -> JsonEdit<'a> {
    let at = finding::Place::new(one.place().file, edit.span);
    JsonEdit { place: json_place(sources, words, &at), text: &edit.text }
}

/// What a finding compares; nothing where it compares nothing.
fn json_compared<'a>(
    sources: &'a Sources,
    words: &Words,
    compared: &'a finding::Compared,
) -> Option<JsonCompared<'a>> {
    let side = |value: &'a Option<finding::StatedValue>| {
        value.as_ref().map(|value| JsonStatedValue {
            words: &value.words,
            number: value.number.map(plain_number),
            unit: &value.unit,
            region: value.region.as_deref(),
            plan: value.plan.as_deref(),
            year: value.year,
            class: value.class.map(|class| class.key()),
            place: value.place.as_ref().map(|at| json_place(sources, words, at)),
        })
    };
    let (own, other) = (side(&compared.own), side(&compared.other));
    let is_told = own.is_some() || other.is_some() || compared.count.is_some();
    is_told.then(|| JsonCompared {
        own,
        other,
        gap: compared.distance.as_ref().map(|apart| plain_number(apart.gap)),
        unit: compared.unit(),
        direction: compared.direction.map(|direction| direction.key()),
        trajectory: compared.trajectory.map(|trajectory| trajectory.key()),
        relation: compared.relation.as_ref().map(|relation| relation.key()),
        base_gap: compared.base.map(|base| plain_number(base.gap)),
        base_year: compared.base.map(|base| base.year),
        count: compared.count,
    })
}

/// A place; empty when its text is not at hand.
pub(in crate::emit) fn json_place<'a>(
    sources: &'a Sources,
    words: &Words,
    place: &finding::Place,
) -> JsonPlace<'a> {
    let Some(source) = sources.get(place.file) else { return JsonPlace::default() };
    let locator = place.locator.as_ref().map(|locator| words.locator(locator));
    if !source.has_lines() {
        return JsonPlace { file: &source.path, locator, ..JsonPlace::default() };
    }
    let start = source.position(place.span.start);
    let end = source.position(place.span.end);
    JsonPlace {
        file: &source.path,
        line: Some(start.line),
        column: Some(start.column),
        end_line: Some(end.line),
        end_column: Some(end.column),
        column_utf16: Some(start.column_utf16),
        byte_start: Some(place.span.start),
        byte_end: Some(place.span.end),
        locator,
    }
}

fn json_allow<'a>(sources: &'a Sources, words: &Words, one: &'a finding::Allowed) -> JsonAllow<'a> {
    let (by, verdict, value, approver) = match &one.by {
        AllowedBy::Comment => ("comment", None, None, None),
        AllowedBy::Decision { ruling, value, approver } => {
            ("decision", Some(ruling.key()), value.as_deref(), Some(&**approver))
        }
    };
    let subject = &one.finding.draft.subject;
    JsonAllow {
        by,
        id: &one.finding.id,
        rule: one.finding.rule,
        region: subject.region.as_deref(),
        plan: subject.plan.as_deref(),
        indicator: subject.indicator.as_deref(),
        year: subject.year,
        message: words.say(&one.finding).message,
        verdict,
        value,
        approver,
        reason: &one.reason,
        until: one.until.as_deref(),
        place: json_place(sources, words, &one.place),
        finding: json_place(sources, words, one.finding.place()),
    }
}

fn json_undetermined<'a>(
    sources: &'a Sources,
    words: &Words,
    one: &'a PassedComparison,
) -> JsonUndetermined<'a> {
    JsonUndetermined {
        plan: &one.plan,
        indicator: &one.indicator,
        year: one.year,
        why: term_of(words.language(), one.why),
        place: json_place(sources, words, &one.place),
    }
}
