//! What a run returns.

use std::sync::Arc;

use crate::{
    alignment::WhyUnjudged,
    finding::{Allowed, Finding, Place},
    model::NumberCounts,
    suppress::Decided,
    text::{FileId, Sources},
};

use super::RunComparison;

/// Everything a run found.
#[derive(Debug, Default)]
pub struct Outcome {
    /// The texts that were read.
    pub sources: Sources,
    /// The plans that were looked at, in the order of their files.
    pub checked: Vec<Checked>,
    /// The findings in their order.
    pub findings: Vec<Finding>,
    /// The findings the baseline lists, in their order; they are counted and nothing else.
    pub known: Vec<Finding>,
    /// The ids of baseline entries that match nothing, though their plan was looked at.
    pub gone: Vec<Arc<str>>,
    /// What comments and decisions allowed.
    pub allowed: Vec<Allowed>,
    /// What became of each decision, in the order of their file.
    pub decided: Vec<Decided>,
    /// Comparisons that could not be judged, in order.
    pub undetermined: Vec<PassedComparison>,
    /// Numbers of the plans that were looked at which nobody read, in order; no more of a plan than anybody looks through.
    pub unread: Vec<UnreadNumber>,
    /// Counts for the last line.
    pub summary: Summary,
    /// What became of the findings of an earlier run, when one was given.
    pub since: Option<RunComparison>,
}

impl Outcome {
    /// Whether an earlier run was given and had not found it.
    #[must_use]
    pub fn is_new(&self, finding: &Finding) -> bool {
        self.since.as_ref().is_some_and(|since| since.new.contains(&finding.id))
    }
}

/// A plan that findings could be reported on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Its file.
    pub file: FileId,
    /// Its title.
    pub plan: Arc<str>,
    /// Its region, when known.
    pub region: Option<Arc<str>>,
    /// Its first and last year, when known.
    pub period: Option<(i32, i32)>,
    /// 主题.
    pub topic: Option<Arc<str>>,
    /// The regions above that have a plan of its topic, or one that it names, nearest first.
    pub above: Vec<Arc<str>>,
    /// What became of the numbers of its file.
    pub numbers: NumberCounts,
    /// The same of those in tables that set targets.
    pub in_targets: NumberCounts,
}

/// A number that was neither read nor set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnreadNumber {
    /// Where it stands.
    pub place: Place,
    /// The words around it.
    pub clause: Arc<str>,
}

/// A comparison that was passed over because one side says nothing that can be compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PassedComparison {
    /// Where the child's value stands.
    pub place: Place,
    /// The plan's title.
    pub plan: Arc<str>,
    /// The indicator as printed.
    pub indicator: Arc<str>,
    /// The year.
    pub year: Option<i32>,
    /// Why.
    pub why: WhyUnjudged,
}

/// Counts of a run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Files asked for.
    pub files: usize,
    /// Files or tables that could not be read.
    pub unread: usize,
    /// Files that were written for a meeting and merely lie beside the plans.
    pub passed_over: usize,
    /// Copies, tables and forms that this program wrote, nobody has changed, and merely lie beside the plans.
    pub copies: usize,
    /// Texts beside the plans that are read only when they are named.
    pub unnamed: usize,
    /// What became of the numbers of the plans.
    pub numbers: NumberCounts,
    /// Plans.
    pub plans: usize,
    /// Indicator rows in the plans' tables.
    pub indicators: usize,
    /// Rules that were run.
    pub rules: usize,
}
