//! Which decision speaks of which finding: each of at most one, those with the same words before the others.

use std::{
    collections::{BTreeMap, VecDeque},
    sync::Arc,
};

use crate::{catalogue::NameKey, config::Decision, finding::Finding, text::Written};

use super::{Values, values_of};

/// What a decision and its finding have in common: rule, plan, indicator, year.
type DecisionKey = (&'static str, Option<NameKey>, Option<NameKey>, Option<i32>);

/// A decision that may speak, with the rule it names.
pub(super) struct StandingDecision<'a> {
    /// The decision.
    pub(super) decision: &'a Decision,
    /// The rule.
    pub(super) rule: &'static str,
}

impl StandingDecision<'_> {
    fn key(&self) -> DecisionKey {
        let Decision { plan, indicator, year, .. } = self.decision;
        let indicator = indicator.as_ref().map(|name| NameKey::of(&name.text));
        (self.rule, Some(title_key(&plan.text)), indicator, *year)
    }

    /// The values as they were written on the day of the decision.
    pub(super) fn values_seen(&self) -> Values {
        self.values(&self.decision.child)
    }

    /// The values the decision is content with: those of its day, with the agreed value in the place of the plan's own.
    pub(super) fn values_agreed(&self) -> Values {
        let Decision { value, child, .. } = self.decision;
        self.values(if value.is_some() { value } else { child })
    }

    fn values(&self, child: &Option<Written>) -> Values {
        let text = |written: &Option<Written>| written.as_ref().map(|w| Arc::clone(&w.text));
        Values { child: text(child), parent: text(&self.decision.parent) }
    }
}

/// The title of a plan as it is compared, with or without 《》.
#[must_use]
pub fn title_key(title: &str) -> NameKey {
    NameKey::of(bare_title(title))
}

/// The title without 《》 around it.
pub(super) fn bare_title(title: &str) -> &str {
    // Copied from a report, a title has 《》; written by hand, it has none. Both mean the plan.
    let title = title.trim();
    title.strip_prefix('《').and_then(|title| title.strip_suffix('》')).unwrap_or(title)
}

fn key_of(finding: &Finding) -> DecisionKey {
    let subject = &finding.draft.subject;
    let plan = subject.plan.as_deref().map(title_key);
    (finding.rule, plan, subject.indicator.as_deref().map(NameKey::of), subject.year)
}

/// The findings that are still free, by what a decision may say of them.
#[derive(Default)]
struct Free<'a> {
    by_id: BTreeMap<&'a str, usize>,
    by_values: BTreeMap<(DecisionKey, Values), VecDeque<usize>>,
    by_key: BTreeMap<DecisionKey, VecDeque<usize>>,
}

/// For each finding that is spoken of, which of `standing` does.
pub(super) fn match_decisions(
    findings: &[Finding],
    standing: &[StandingDecision<'_>],
) -> BTreeMap<usize, usize> {
    // In three rounds over all decisions and not all ways for one decision after the other: a loose one
    // that stands first would take the finding that a later one means by its very id or words.
    let mut free = Free::default();
    for (at, finding) in findings.iter().enumerate() {
        let key = key_of(finding);
        free.by_id.insert(&finding.id, at);
        let values = (key.clone(), values_of(&finding.draft));
        free.by_values.entry(values).or_default().push_back(at);
        free.by_key.entry(key).or_default().push_back(at);
    }
    let mut claimed = BTreeMap::new();
    // What found its finding drops out; the next round has only those that are left.
    let mut open: Vec<usize> = (0..standing.len()).collect();
    for choose in [Free::by_id, Free::by_values, Free::by_key] {
        open.retain(|decision| {
            let Some(one) = standing.get(*decision) else { return false };
            let found = choose(&mut free, one, &|at| !claimed.contains_key(&at));
            // An id is made of the rest, so a title that was copied without its invisible characters does no harm.
            let same = |finding: &Finding| {
                let named = one.decision.id.is_some() && finding.rule == one.rule;
                named || key_of(finding) == one.key()
            };
            let found = found.filter(|at| findings.get(*at).is_some_and(same));
            if let Some(at) = found {
                claimed.insert(at, *decision);
            }
            found.is_none()
        });
    }
    claimed
}

impl Free<'_> {
    fn by_id(&mut self, one: &StandingDecision<'_>, free: &dyn Fn(usize) -> bool) -> Option<usize> {
        let id = one.decision.id.as_ref()?;
        self.by_id.get(&*id.text).copied().filter(|at| free(*at))
    }

    /// A decision that names an id speaks of no other finding.
    fn by_values(
        &mut self,
        one: &StandingDecision<'_>,
        free: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let nameless = one.decision.id.is_none();
        // Whoever wrote the id meant one finding: where it is not found the decision is reported as idle,
        // and covers no other one that looks alike.
        let queue = self.by_values.get_mut(&(one.key(), one.values_seen())).filter(|_| nameless)?;
        next_free(queue, free)
    }

    fn by_key(
        &mut self,
        one: &StandingDecision<'_>,
        free: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let nameless = one.decision.id.is_none();
        let queue = self.by_key.get_mut(&one.key()).filter(|_| nameless)?;
        next_free(queue, free)
    }
}

/// The first of `queue` that is free; what is looked at leaves the queue.
fn next_free(queue: &mut VecDeque<usize>, free: &dyn Fn(usize) -> bool) -> Option<usize> {
    // Everything before the first free one is taken for good: popping it keeps the whole work linear
    // where a thousand rows look alike.
    while let Some(at) = queue.pop_front() {
        if free(at) {
            return Some(at);
        }
    }
    None
}
