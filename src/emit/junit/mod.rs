//! `JUnit` XML: a suite for each file, a test for each finding and each remark, and one that passes for a plan without findings.

mod case;
mod suite;
mod xml;

use std::io::{self, Write};

use crate::{config::FailOn, engine::Outcome, words::Words};

use suite::{JunitCounts, suites};
use xml::Element;

/// Writes the suites; `fail_on` says which findings are tests that fail.
pub(super) fn write_junit(
    outcome: &Outcome,
    words: &Words,
    fail_on: FailOn,
    out: &mut dyn Write,
) -> io::Result<()> {
    let suites = suites(outcome, words, fail_on);
    let all =
        suites.iter().map(suite::Suite::counts).fold(JunitCounts::default(), JunitCounts::and);
    writeln!(out, r#"<?xml version="1.0" encoding="UTF-8"?>"#)?;
    let root = all.told(Element::new("testsuites").with("name", "planlint"));
    root.write(0, out, |out| suites.iter().try_for_each(|suite| suite.write(out)))
}
