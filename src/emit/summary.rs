//! One draft on ten lines: who it is held against, its loudest findings, the last line.

use std::io::{self, Write};

use crate::{
    config::Language,
    engine::Outcome,
    finding::{Finding, Level, reading_order},
    text::ColumnUnit,
    words::{Words, closing_line},
};

use super::{Options, clip::clip, escape, footer::write_unread_numbers};

/// Findings that are told at most.
// A head, five findings, what is left over, the last line, the copy that was written and the command that lists everything are
// ten lines.
const MOST: usize = 5;

/// Writes the draft's title, region and period with those above, the loudest findings one a line, the unread
/// numbers when everything is asked for, and the last line.
///
/// # Errors
/// Those of `out`.
pub fn write_summary(
    outcome: &Outcome,
    draft: &str,
    parents: &[String],
    words: &Words,
    options: Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let language = words.language();
    let above = parents.join(language.pick("、", ", "));
    let head = match (language, parents.is_empty()) {
        (Language::Zh, true) => format!("草案：{draft}；没有可以对照的上级规划"),
        (Language::En, true) => format!("draft: {draft}; no plan above it is known"),
        (Language::Zh, false) => format!("草案：{draft}；上级：{above}"),
        (Language::En, false) => format!("draft: {draft}; above it: {above}"),
    };
    writeln!(out, "{}", clip(&head, options.width))?;
    let told = loud_findings(outcome);
    for finding in told.iter().take(MOST) {
        let line = format!("{} {}", words.level(finding.level), words.message(finding));
        writeln!(out, "{}", clip(&line, options.width))?;
    }
    let more = told.len().saturating_sub(MOST);
    match language {
        _ if more == 0 => {}
        Language::Zh => writeln!(out, "另有 {more} 处须核改或请说明")?,
        Language::En => writeln!(out, "{more} more errors and warnings")?,
    }
    if options.verbose {
        write_unread_numbers(outcome, words, ColumnUnit::Char, out)?;
    }
    writeln!(out, "{}", escape(&closing_line(language, outcome)))
}

/// Errors before warnings, the heaviest of each first.
fn loud_findings(outcome: &Outcome) -> Vec<&Finding> {
    // Infos are in the last line as a number; on ten lines they would push out what has to be mended.
    let loud = outcome.findings.iter().filter(|finding| finding.level >= Level::Warning);
    let mut loud: Vec<&Finding> = loud.collect();
    loud.sort_by_key(|finding| reading_order(finding));
    loud
}
