//! One line a finding: `path:line:col: level rule message`, where programs know the level by a word that no language changes.

use std::io::{self, Write};

use crate::{engine::Outcome, finding::Finding, words::Words};

use super::{Options, escape, footer, listed_findings};

/// Writes the findings, the register of allows and the last line.
pub(super) fn write_concise(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    for finding in listed_findings(outcome, options) {
        let at = footer::path_with_column(outcome, words, finding.place(), options.columns);
        let level = level_for_programs(outcome, words, finding);
        let mut message = words.message(finding);
        // On the same line: a lapsed decision is why the finding is here again, and the next line is another
        // finding's.
        if let Some(standing) = words.standing(finding) {
            message.push_str(words.language().pick("；", "; "));
            message.push_str(&standing);
        }
        writeln!(out, "{at}: {level} {} {}", finding.rule, escape(&message))?;
        if options.related {
            write_related(outcome, words, options, finding, out)?;
        }
    }
    footer::write_rest(outcome, words, options, out)
}

/// The places that a finding speaks of, as compilers write them behind an error.
fn write_related(
    outcome: &Outcome,
    words: &Words,
    options: Options,
    finding: &Finding,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (other, note) in finding.draft.related.iter().zip(&words.say(finding).notes) {
        let at = footer::path_with_column(outcome, words, &other.place, options.columns);
        writeln!(out, "{at}: note: {}", escape(note))?;
    }
    Ok(())
}

/// The level's key, which editors match, then its word where the language has another one, and the mark of a new finding.
fn level_for_programs(outcome: &Outcome, words: &Words, finding: &Finding) -> String {
    let (key, told) = (finding.level.key(), footer::level_with_mark(outcome, words, finding));
    if told.starts_with(key) { told } else { format!("{key} {told}") }
}
