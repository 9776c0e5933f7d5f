//! Matches findings to allow comments: the narrowest comment that covers a finding allows it.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::Date;

use crate::{
    config::FileLevels,
    finding::{Allowed, AllowedBy, Draft, Finding, Fix, Level, Place, Safety},
    rulebook::RuleSheets,
    text::{FileId, Written},
};

use super::{
    Allow, Decided,
    allow::AllowReach,
    validity::{self, ExceptionFacts, INVALID, Ruled, UNUSED, draft_about_exception},
};

/// What is left after the allow comments have spoken.
#[derive(Debug, Default)]
pub struct Settled {
    /// The findings nobody allowed, in their order.
    pub kept: Vec<Finding>,
    /// The register of those that were allowed, in their order.
    pub allowed: Vec<Allowed>,
    /// What is wrong with the comments, as drafts of the rule that is named.
    pub drafts: Vec<(&'static str, Draft)>,
    /// What became of each decision, in the order of their file; comments decide nothing.
    pub decided: Vec<Decided>,
}

impl Settled {
    /// The same where comments allow nothing: what they would have allowed is kept.
    #[must_use]
    pub fn without_comments(mut self) -> Self {
        // They are taken back after the matching and not left out of it: whether a comment is unused must
        // not depend on the profile.
        let by_comment = |allowed: &Allowed| allowed.by == AllowedBy::Comment;
        let (ignored, allowed): (Vec<_>, Vec<_>) = self.allowed.into_iter().partition(by_comment);
        self.allowed = allowed;
        self.kept.extend(ignored.into_iter().map(|ignored| ignored.finding));
        self.kept.sort_by(Finding::order);
        self
    }
}

/// One rule named by one comment.
struct AllowClaim<'a> {
    allow: &'a Allow,
    rule: &'static str,
    name: &'a Written,
    used: bool,
    refused: bool,
}

/// Claims by file, rule, reach and first byte; stretches of one reach never overlap, so the last one that begins at or before a place is the only one that can hold it.
type ClaimIndex = BTreeMap<(FileId, &'static str, AllowReach, u32), usize>;

/// Splits `findings` by the comments in `allows`. `levels` says which rules are dropped: a comment on one of them is not called unused.
#[must_use]
pub fn apply_allows(
    findings: Vec<Finding>,
    allows: &[Allow],
    sheets: &RuleSheets,
    levels: &FileLevels<'_>,
    today: Date,
) -> Settled {
    let mut settled = Settled::default();
    let mut claims = claims_of_allows(allows, sheets, today, &mut settled.drafts);
    let index = index_claims(&claims);
    for finding in findings {
        // Findings in their order and the narrowest comment for each: how comments are ordered in the
        // file does not matter.
        let covering = covering(&finding, &index, &claims);
        match covering.and_then(|at| claims.get_mut(at)) {
            None => settled.kept.push(finding),
            Some(claim) if needs_decision(&finding) => {
                // Said once for a comment on a table, however many of its rows it would have covered.
                if !claim.refused {
                    settled.drafts.push(refusal(claim, &finding));
                }
                claim.refused = true;
                settled.kept.push(finding);
            }
            Some(claim) => {
                claim.used = true;
                settled.allowed.push(registered_by_comment(claim, finding));
            }
        }
    }
    // One that was refused is not called unused on top of that.
    let idle = claims.iter().filter(|claim| !claim.used && !claim.refused);
    let heard = |claim: &&AllowClaim<'_>| !levels.dropped(claim.allow.place.file, claim.rule);
    settled.drafts.extend(idle.filter(heard).map(draft_unused_allow));
    settled
}

fn claims_of_allows<'a>(
    allows: &'a [Allow],
    sheets: &RuleSheets,
    today: Date,
    drafts: &mut Vec<Ruled>,
) -> Vec<AllowClaim<'a>> {
    let mut claims = Vec::new();
    for allow in allows {
        let named = validity::valid_rules(allow, sheets, today, drafts);
        let claim = |(rule, name)| AllowClaim { allow, rule, name, used: false, refused: false };
        claims.extend(named.into_iter().map(claim));
    }
    claims
}

/// The first comment on a stretch speaks for it; a second one there is never used.
fn index_claims(claims: &[AllowClaim<'_>]) -> ClaimIndex {
    // Twins are left idle and come out as unused, which is how their writer learns of them.
    let mut index = ClaimIndex::new();
    for (at, claim) in claims.iter().enumerate() {
        if let Some(span) = claim.allow.covers {
            let key = (claim.allow.place.file, claim.rule, claim.allow.reach, span.start);
            index.entry(key).or_insert(at);
        }
    }
    index
}

/// The claim with the narrowest reach that holds the finding's place.
fn covering(finding: &Finding, index: &ClaimIndex, claims: &[AllowClaim<'_>]) -> Option<usize> {
    let place = finding.place();
    [AllowReach::Row, AllowReach::Table, AllowReach::File].into_iter().find_map(|reach| {
        let first = (place.file, finding.rule, reach, 0);
        let last = (place.file, finding.rule, reach, place.span.start);
        let (_, at) = index.range(first..=last).next_back()?;
        let end = claims.get(*at)?.allow.covers?.end;
        (place.span.start <= end).then_some(*at)
    })
}

/// An error on a target that is binding at either end is never allowed by a comment.
fn needs_decision(finding: &Finding) -> bool {
    finding.level == Level::Error && finding.draft.binding
}

fn refusal(claim: &AllowClaim<'_>, finding: &Finding) -> Ruled {
    let told = ExceptionFacts { rule: Some(claim.rule.into()), ..ExceptionFacts::COMMENT };
    // The finding's place goes with it, for whoever mends this has to look at the target and not at the
    // comment.
    let mut refused = draft_about_exception("needs-decision", claim_place(claim), told);
    refused.subject = finding.draft.subject.clone();
    let refused = refused.note("finding", finding.place().clone(), ());
    (INVALID, refused)
}

fn draft_unused_allow(claim: &AllowClaim<'_>) -> Ruled {
    let reason = claim.allow.reason.as_ref().map(|reason| Arc::clone(&reason.text));
    let told = ExceptionFacts {
        rule: Some(claim.rule.into()),
        reason: Some(reason.unwrap_or_default()),
        ..ExceptionFacts::COMMENT
    };
    let unused = draft_about_exception("unused", claim_place(claim), told);
    // What it allowed may only be out of sight, when the plan above is not read.
    let alone = claim.allow.rules.len() == 1;
    let fix = alone.then(|| Fix::one(Safety::Unsafe, claim.allow.whole, ""));
    (UNUSED, unused.fixed_by(fix))
}

fn claim_place(claim: &AllowClaim<'_>) -> Place {
    Place::new(claim.allow.place.file, claim.name.span)
}

fn registered_by_comment(claim: &AllowClaim<'_>, finding: Finding) -> Allowed {
    let text = |written: &Written| Arc::clone(&written.text);
    Allowed {
        finding,
        by: AllowedBy::Comment,
        reason: claim.allow.reason.as_ref().map(text).unwrap_or_default(),
        until: claim.allow.until.as_ref().map(text),
        place: claim.allow.place.clone(),
    }
}
