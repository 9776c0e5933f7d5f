//! SARIF 2.1.0, the format of viewers and code scanning; its columns count Unicode characters.

mod notices;
mod place;
mod results;
mod rules;
mod shape;
mod text;

use std::io::{self, Write};

use crate::{engine::Outcome, words::Words};

use results::Results;
use rules::{SarifRuleList, tag};
use shape::{Driver, Log, SarifRun, Tool};

/// Writes one log with one run.
pub(super) fn write_sarif(outcome: &Outcome, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let (rules, language) = (SarifRuleList::of(outcome, words), tag(words.language()));
    let driver = Driver {
        name: "planlint",
        version: env!("CARGO_PKG_VERSION"),
        language,
        rules: rules.told(),
        notifications: notices::kinds(words),
    };
    let run = SarifRun {
        tool: Tool { driver },
        invocations: [notices::invocation(outcome, words)],
        language,
        // The other choice are UTF-16 units, which count a rare character of a county's name twice.
        column_kind: "unicodeCodePoints",
        // A lone return ends a line here as well, which the standard's own default does not have.
        newline_sequences: ["\r\n", "\n", "\r"],
        results: Results { outcome, words, rules: &rules }.all(),
    };
    serde_json::to_writer_pretty(
        &mut *out,
        &Log { schema: SCHEMA, version: "2.1.0", runs: [run] },
    )?;
    writeln!(out)
}

/// Where the standard is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
