//! How people's formats look, and which findings they list.

use crate::{
    config::FailOn,
    engine::Outcome,
    finding::{Finding, Level, reading_order},
    text::ColumnUnit,
};

/// How people's formats look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether to colour.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether infos and undetermined comparisons are listed one by one; machine formats always do.
    pub verbose: bool,
    /// Whether nothing is said besides the findings.
    pub quiet: bool,
    /// Whether the findings are counted by rule instead of listed.
    pub statistics: bool,
    /// How many findings are listed at most, the loudest first.
    pub most: Option<usize>,
    /// What the columns of concise lines count.
    pub columns: ColumnUnit,
    /// Whether concise lines are followed by those of the places that a finding speaks of.
    pub related: bool,
    /// What makes a run fail, for a format that says what failed.
    pub fail_on: FailOn,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            colour: false,
            // A choice for where no terminal is known; one that is says its own.
            width: 120,
            verbose: false,
            quiet: false,
            statistics: false,
            most: None,
            columns: ColumnUnit::Char,
            related: false,
            fail_on: FailOn::default(),
        }
    }
}

/// The findings that are listed one by one, in the order of their places.
pub(super) fn listed_findings(outcome: &Outcome, options: Options) -> Vec<&Finding> {
    let mut listed: Vec<&Finding> = listable(outcome, options).collect();
    // The loudest are kept and then put back into the order of their places, so that a bounded list reads like the
    // whole one.
    if let Some(most) = options.most.filter(|most| *most < listed.len()) {
        // The sort is stable: of one weight, those of the first places stay.
        listed.sort_by_key(|finding| reading_order(finding));
        listed.truncate(most);
        listed.sort_by(|a, b| a.order(b));
    }
    listed
}

/// The findings that are listed when there is no bound.
pub(super) fn listable(outcome: &Outcome, options: Options) -> impl Iterator<Item = &Finding> {
    let least = if options.verbose { Level::Info } else { Level::Warning };
    outcome.findings.iter().filter(move |finding| finding.level >= least)
}
