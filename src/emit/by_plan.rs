//! Findings as people read them: plan by plan, and in each what has to be mended first.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
};

use crate::{
    engine::{Checked, Outcome},
    finding::{Finding, Level, reading_order},
    text::FileId,
};

use super::{Options, listed_findings};

/// The findings of one file.
pub(super) struct PlanFindings<'a> {
    /// The file.
    pub(super) file: FileId,
    /// The plan in it; `None` for a file that holds none, or was not read.
    pub(super) plan: Option<&'a Checked>,
    /// Its findings, the heaviest first.
    pub(super) findings: Vec<&'a Finding>,
}

/// The listed findings by their files, those with something to mend first; plans with nobody above come after those that are held
/// against one.
pub(super) fn findings_by_plan(outcome: &Outcome, options: Options) -> Vec<PlanFindings<'_>> {
    let mut by_file: BTreeMap<FileId, Vec<&Finding>> = BTreeMap::new();
    for finding in listed_findings(outcome, options) {
        by_file.entry(finding.place().file).or_default().push(finding);
    }
    let plans: HashMap<FileId, &Checked> =
        outcome.checked.iter().map(|checked| (checked.file, checked)).collect();
    let mut groups: Vec<PlanFindings<'_>> = by_file
        .into_iter()
        .map(|(file, mut findings)| {
            // The sort is stable: what weighs the same stays in the order of its places.
            findings.sort_by_key(|finding| reading_order(finding));
            PlanFindings { file, plan: plans.get(&file).copied(), findings }
        })
        .collect();
    groups.sort_by_cached_key(|group| {
        let errors = group.findings.iter().filter(|one| one.level == Level::Error).count();
        // A parent's own slips keep nobody below from going on.
        let is_top = group.plan.is_some_and(|plan| plan.above.is_empty());
        (errors == 0, is_top, Reverse(errors), Reverse(group.findings.len()))
    });
    groups
}
