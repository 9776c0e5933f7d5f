//! Workflow commands of GitHub Actions: one annotation for each finding and each remark, and the last line.
//!
//! Nothing of a plan stands outside a command: the runner obeys commands wherever it sees one in a line.

use std::io::{self, Write};

use crate::{
    engine::Outcome,
    finding::{Level, Place, reading_order},
    words::{Language, Words, closing_line},
};

use super::{escape, finding_lines::Teller, remarks::besides};

/// Writes the annotations, the heaviest first and those of the remarks last: GitHub shows only the first ten of a kind.
pub(super) fn write_github(
    outcome: &Outcome,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    let teller = Teller::new(outcome, words);
    let mut findings: Vec<_> = outcome.findings.iter().collect();
    findings.sort_by_key(|finding| reading_order(finding));
    for finding in findings {
        let told = teller.tell(finding);
        let title = match words.language() {
            Language::Zh => format!("{} {} {}", told.level, told.title, finding.rule),
            Language::En => format!("{} {}", told.level, finding.rule),
        };
        // All in one command: a line of a plan written by itself, ::set-output …, would be obeyed.
        let at = properties(outcome, finding.place(), Some(&title));
        writeln!(out, "::{} {at}::{}", github_command(finding.level), data(&told.whole()))?;
    }
    for besides in besides(outcome, words) {
        let at = properties(outcome, besides.place, None);
        writeln!(out, "::notice {at}::{}", data(&besides.message))?;
    }
    writeln!(out, "{}", closing_line(words.language(), outcome))
}

fn github_command(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info | Level::Off => "notice",
    }
}

/// `file=…,line=…,endLine=…,col=…,endColumn=…,title=…`; columns count characters, and stand only where the words end in the line they begin in: GitHub refuses others.
fn properties(outcome: &Outcome, place: &Place, title: Option<&str>) -> String {
    let mut parts = Vec::new();
    if let Some(source) = outcome.sources.get(place.file) {
        parts.push(format!("file={}", github_property(&escape(&source.path))));
        if source.has_lines() {
            let start = source.position(place.span.start);
            let end = source.position(place.span.end);
            parts.push(format!("line={},endLine={}", start.line, end.line));
            if start.line == end.line {
                parts.push(format!("col={},endColumn={}", start.column, end.column));
            }
        }
    }
    parts.extend(title.map(|title| format!("title={}", github_property(title))));
    parts.join(",")
}

/// The text of a command.
fn data(text: &str) -> String {
    // The percent sign first, or the signs written for the others would be escaped once more.
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn github_property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_a_command_but_its_line() {
        assert_eq!(data("a%0A\n::error::b"), "a%250A%0A::error::b");
        assert_eq!(github_property("a,line=1::b\r\n"), "a%2Cline=1%3A%3Ab%0D%0A");
    }
}
