//! Whether an allow comment may allow at all: its reason, its date, its rules; dates and rules are those of decisions, too.

use jiff::civil::Date;

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

/// A draft with the rule it belongs to.
pub(super) type Ruled = (&'static str, Draft);

/// The rules `allow` may cover, each with the place of its name; what is wrong with it is added to `drafts`.
pub(super) fn rules<'a>(
    allow: &'a Allow,
    sheets: &RuleSheets,
    today: Date,
    drafts: &mut Vec<Ruled>,
) -> Vec<(&'static str, &'a Written)> {
    // A comment without a rule has no reason to speak of, so one of these two is told. The date and the
    // names are looked at besides: whoever corrects the line should not need a second run.
    let before = drafts.len();
    if allow.rules.is_empty() {
        drafts.push((INVALID, draft("no-rule", allow.place.clone())));
    } else if allow.reason.is_none() {
        drafts.push((INVALID, draft("no-reason", allow.place.clone())));
    }
    if let Some(until) = &allow.until {
        drafts.extend(date(allow.place.file, until, allow.reason.as_ref(), today));
    }
    let stands = drafts.len() == before;
    let file = allow.place.file;
    let named = allow.rules.iter().filter_map(|name| rule(file, name, sheets, drafts));
    let named: Vec<_> = named.collect();
    if stands { named } else { Vec::new() }
}

/// What is wrong with the date `until` that an allow or a decision of `file` names.
pub(super) fn date(
    file: FileId,
    until: &Written,
    reason: Option<&Written>,
    today: Date,
) -> Option<Ruled> {
    let place = Place::new(file, until.span);
    // `2026-02-30` reads like a date and is none. It must not hold for ever because it never passes.
    let Ok(last) = until.text.parse::<Date>() else {
        return Some((INVALID, draft("no-such-date", place).with("until", &until.text)));
    };
    // The last day still counts, as 至2026-06-30 says.
    (last < today).then(|| {
        let expired = draft("expired", place)
            .with("until", &until.text)
            .with("today", today.to_string())
            .with("reason", reason.map_or("", |reason| &*reason.text));
        (EXPIRED, expired)
    })
}

/// The rule that is named; a draft when there is none or when it can never be allowed.
fn rule<'a>(
    file: FileId,
    name: &'a Written,
    sheets: &RuleSheets,
    drafts: &mut Vec<Ruled>,
) -> Option<(&'static str, &'a Written)> {
    let Some(rule) = sheets.named(&name.text) else {
        drafts.push(unknown(file, name, sheets));
        return None;
    };
    if sheets.get(rule).is_some_and(|sheet| !sheet.allowable) {
        drafts.push(not_allowable(file, name, rule));
        return None;
    }
    Some((rule, name))
}

/// A rule nobody knows.
pub(super) fn unknown(file: FileId, name: &Written, sheets: &RuleSheets) -> Ruled {
    // Titles are offered, too: in a Chinese file most rules are written by theirs.
    let words = sheets.iter().flat_map(|(name, sheet)| [name, sheet.zh.title.as_str()]);
    let nearest = crate::config::nearest(&name.text, words).unwrap_or_default();
    let unknown = draft("unknown-rule", Place::new(file, name.span));
    (INVALID, unknown.with("rule", &name.text).with("nearest", nearest))
}

/// A rule whose findings nobody can allow.
pub(super) fn not_allowable(file: FileId, name: &Written, rule: &'static str) -> Ruled {
    (INVALID, draft("not-allowable", Place::new(file, name.span)).with("rule", rule))
}

/// A certain draft about an allow comment or, once it is said, about a decision.
pub(super) fn draft(case: &'static str, place: Place) -> Draft {
    Draft::new(case, Subject::default(), place).with("by", "comment")
}
