//! What became of the findings of a draft, by their content.

use serde::Serialize;
use std::collections::{HashMap, VecDeque};

use crate::{
    engine::{Outcome, World},
    finding::{Finding, Level},
    model::PlanId,
    text::Keyed,
};

/// What a finding is of; two of one content are told apart by their order.
type FindingContent<'a> =
    (&'static str, Option<&'a str>, Option<&'a str>, Option<&'a str>, Option<i32>, Option<&'a str>);

/// Every finding with what became of it; a plan that changed its title keeps its findings.
pub fn follow_findings<'a>(
    old: Edition<'a>,
    new: Edition<'a>,
    plans: &[(PlanId, PlanId)],
) -> Vec<FollowedFinding<'a>> {
    let titles: HashMap<&str, &str> = plans
        .iter()
        .map(|&(before, after)| {
            (&*old.world.model.plan(before).title, &*new.world.model.plan(after).title)
        })
        .collect();
    let mut waiting: HashMap<FindingContent, VecDeque<usize>> = HashMap::new();
    for (at, finding) in old.outcome.findings.iter().enumerate() {
        let mut content = finding_content(finding);
        // A draft that is renamed from 征求意见稿 to 送审稿 would otherwise have all its findings fixed and found
        // again.
        content.1 = content.1.map(|title| titles.get(title).copied().unwrap_or(title));
        waiting.entry(content).or_default().push_back(at);
    }
    let mut left: Vec<Option<FindingStanding>> =
        vec![Some(FindingStanding::Fixed); old.outcome.findings.len()];
    let mut take = |finding: &'a Finding, becomes: Option<FindingStanding>| {
        // In their order: two findings of one content are the first and the second as before, even if numbers in
        // them have changed.
        let at = waiting.get_mut(&finding_content(finding))?.pop_front()?;
        *left.get_mut(at)? = becomes;
        old.outcome.findings.get(at)
    };
    let mut all = Vec::with_capacity(new.outcome.findings.len());
    for finding in &new.outcome.findings {
        let former = take(finding, None);
        let standing = match former {
            None => FindingStanding::New,
            Some(former) if former.level < finding.level => FindingStanding::Raised(former.level),
            Some(_) => FindingStanding::Known,
        };
        all.push(FollowedFinding { standing, finding, former });
    }
    // After those that stand: what is found and what is allowed may share their content, and the former has the
    // older claim.
    for allowed in &new.outcome.allowed {
        take(&allowed.finding, Some(FindingStanding::Allowed));
    }
    let former = left.iter().zip(&old.outcome.findings);
    all.extend(former.filter_map(|(left, finding)| {
        left.map(|standing| FollowedFinding { standing, finding, former: None })
    }));
    all
}

fn finding_content(finding: &Finding) -> FindingContent<'_> {
    let subject = &finding.draft.subject;
    (
        finding.rule,
        subject.plan.as_deref(),
        subject.region.as_deref(),
        subject.indicator.as_deref(),
        subject.year,
        subject.other.as_deref(),
    )
}

/// One of the two drafts: its plans with those of its parents, and what was found in them.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The plans.
    pub world: &'a World,
    /// What was found.
    pub outcome: &'a Outcome,
}

/// What became of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingStanding {
    /// Only the new draft has it.
    New,
    /// Both have it, and it is louder now; how loud it was.
    Raised(Level),
    /// Both have it.
    Known,
    /// The new draft allows it.
    Allowed,
    /// Only the old draft has it.
    Fixed,
}

impl Keyed for FindingStanding {}

/// A finding with what became of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FollowedFinding<'a> {
    /// What became of it.
    pub standing: FindingStanding,
    /// The finding: of the old draft when it is fixed or allowed, else of the new one.
    pub finding: &'a Finding,
    /// What it was in the old draft, when both have it.
    pub former: Option<&'a Finding>,
}
