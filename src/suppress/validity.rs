//! Whether an allow comment may allow at all: its reason, its date, its rules; dates and rules are those of decisions, too.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    finding::{Draft, Place, Subject},
    rulebook::RuleSheets,
    text::{FileId, Written},
};

use super::Allow;

/// The rules that speak of allow comments.
pub(super) const UNUSED: &str = "unused-allow";
pub(super) const EXPIRED: &str = "expired-allow";
pub(super) const INVALID: &str = "invalid-allow";

/// What is said of an allow comment or of a decision.
#[derive(Debug, Serialize)]
pub(super) struct ExceptionFacts {
    /// Which of the two it is.
    pub(super) by: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) rule: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) until: Option<Arc<str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) today: Option<String>,
    /// What may have been meant: a rule, or the title of a plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) nearest: Option<Arc<str>>,
    /// The values that a decision ought to name.
    #[serde(flatten)]
    pub(super) values: Option<DecisionValues>,
    /// How many decisions it stands for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) count: Option<usize>,
}

/// The values of a finding as a decision names them; empty where there is none.
#[derive(Debug, Serialize)]
pub(super) struct DecisionValues {
    pub(super) child: Arc<str>,
    pub(super) parent: Arc<str>,
}

impl ExceptionFacts {
    /// Nothing but that it is an allow comment.
    pub(super) const COMMENT: Self = Self::by("comment");
    /// Nothing but that it is a decision.
    pub(super) const DECISION: Self = Self::by("decision");

    const fn by(by: &'static str) -> Self {
        Self {
            by,
            rule: None,
            reason: None,
            until: None,
            today: None,
            nearest: None,
            values: None,
            count: None,
        }
    }
}

/// A draft with the rule it belongs to.
pub(super) type Ruled = (&'static str, Draft);

/// The rules `allow` may cover, each with the place of its name; what is wrong with it is added to `drafts`.
pub(super) fn valid_rules<'a>(
    allow: &'a Allow,
    sheets: &RuleSheets,
    today: Date,
    drafts: &mut Vec<Ruled>,
) -> Vec<(&'static str, &'a Written)> {
    // A comment without a rule has no reason to speak of, so one of these two is told. The date and the
    // names are looked at besides: whoever corrects the line should not need a second run.
    let before = drafts.len();
    if allow.rules.is_empty() {
        drafts.push((
            INVALID,
            draft_about_exception("no-rule", allow.place.clone(), ExceptionFacts::COMMENT),
        ));
    } else if allow.reason.is_none() {
        drafts.push((
            INVALID,
            draft_about_exception("no-reason", allow.place.clone(), ExceptionFacts::COMMENT),
        ));
    }
    if let Some(until) = &allow.until {
        let by = ExceptionFacts::COMMENT;
        drafts.extend(trouble_with_date(allow.place.file, until, allow.reason.as_ref(), today, by));
    }
    let stands = drafts.len() == before;
    let file = allow.place.file;
    let named = allow.rules.iter().filter_map(|name| named_rule(file, name, sheets, drafts));
    let named: Vec<_> = named.collect();
    if stands { named } else { Vec::new() }
}

/// What is wrong with the date `until` that an allow or a decision of `file` names.
pub(super) fn trouble_with_date(
    file: FileId,
    until: &Written,
    reason: Option<&Written>,
    today: Date,
    by: ExceptionFacts,
) -> Option<Ruled> {
    let place = Place::new(file, until.span);
    let told = ExceptionFacts { until: Some(Arc::clone(&until.text)), ..by };
    // `2026-02-30` reads like a date and is none. It must not hold for ever because it never passes.
    let Ok(last) = until.text.parse::<Date>() else {
        return Some((INVALID, draft_about_exception("no-such-date", place, told)));
    };
    // The last day still counts, as 至2026-06-30 says.
    (last < today).then(|| {
        let reason = reason.map(|reason| Arc::clone(&reason.text)).unwrap_or_default();
        let today = Some(today.to_string());
        let told = ExceptionFacts { today, reason: Some(reason), ..told };
        (EXPIRED, draft_about_exception("expired", place, told))
    })
}

/// The rule that is named; a draft when there is none or when it can never be allowed.
fn named_rule<'a>(
    file: FileId,
    name: &'a Written,
    sheets: &RuleSheets,
    drafts: &mut Vec<Ruled>,
) -> Option<(&'static str, &'a Written)> {
    let Some(rule) = sheets.named(&name.text) else {
        drafts.push(draft_unknown_rule(file, name, sheets, ExceptionFacts::COMMENT));
        return None;
    };
    if sheets.get(rule).is_some_and(|sheet| !sheet.allowable) {
        drafts.push(not_allowable(file, name, rule, ExceptionFacts::COMMENT));
        return None;
    }
    Some((rule, name))
}

/// A rule nobody knows.
pub(super) fn draft_unknown_rule(
    file: FileId,
    name: &Written,
    sheets: &RuleSheets,
    by: ExceptionFacts,
) -> Ruled {
    let words = sheets.iter().flat_map(|(name, sheet)| [name, sheet.zh.title.as_str()]);
    // Titles are offered, too: in a Chinese file most rules are written by theirs.
    let nearest = crate::config::nearest_meant(&name.text, words).unwrap_or_default();
    let rule = Some(Arc::clone(&name.text));
    let told = ExceptionFacts { rule, nearest: Some(nearest.into()), ..by };
    (INVALID, draft_about_exception("unknown-rule", Place::new(file, name.span), told))
}

/// A rule whose findings nobody can allow.
pub(super) fn not_allowable(
    file: FileId,
    name: &Written,
    rule: &'static str,
    by: ExceptionFacts,
) -> Ruled {
    let told = ExceptionFacts { rule: Some(rule.into()), ..by };
    (INVALID, draft_about_exception("not-allowable", Place::new(file, name.span), told))
}

/// A certain draft about an allow comment or a decision.
pub(super) fn draft_about_exception(
    case: &'static str,
    place: Place,
    told: ExceptionFacts,
) -> Draft {
    Draft::new(case, Subject::default(), place).tells(told)
}
