//! How many findings each rule has, instead of the findings.

use std::{
    cmp::Reverse,
    collections::BTreeMap,
    io::{self, Write},
};

use crate::{engine::Outcome, finding::Level, words::Words};

use super::{Options, columns::Columns, footer};

/// Writes one line for each rule and level, the most frequent first, and the last line.
pub(super) fn write_statistics(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let counts = count_findings_by_rule(outcome);
    let rows = counts.into_iter().map(|(count, level, rule)| {
        let level = words.level(level).to_owned();
        [count.to_string(), level, words.title(rule).to_owned(), rule.to_owned()]
    });
    Columns::of(rows).of_numbers(0).write(out)?;
    footer::write_rest(outcome, words, options, out)
}

/// Count, level and name, in the order they are shown.
fn count_findings_by_rule(outcome: &Outcome) -> Vec<(usize, Level, &'static str)> {
    let mut counts: BTreeMap<(&'static str, Level), usize> = BTreeMap::new();
    for finding in &outcome.findings {
        *counts.entry((finding.rule, finding.level)).or_default() += 1;
    }
    let mut counts: Vec<_> =
        counts.into_iter().map(|((rule, level), count)| (count, level, rule)).collect();
    counts.sort_by_key(|(count, level, rule)| (Reverse(*count), Reverse(*level), *rule));
    counts
}
