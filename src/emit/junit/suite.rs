//! The tests of one file.

use std::{
    collections::BTreeMap,
    io::{self, Write},
};

use crate::{
    config::FailOn,
    engine::{Checked, Outcome},
    words::Words,
};

use super::{
    super::{finding_lines::Teller, remarks::besides, unread::untold},
    case::{Case, JunitVerdict},
    xml::Element,
};

/// The tests of one file.
#[derive(Default)]
pub(super) struct Suite<'a> {
    path: &'a str,
    /// What the plan is; a document may hold several.
    plans: Vec<&'a Checked>,
    cases: Vec<Case>,
}

/// How the tests ended.
#[derive(Clone, Copy, Default)]
pub(super) struct JunitCounts {
    tests: usize,
    failures: usize,
    errors: usize,
    skipped: usize,
}

/// The suites in the order of their files' names; what no finding tells of comes last.
pub(super) fn suites<'a>(outcome: &'a Outcome, words: &Words, fail_on: FailOn) -> Vec<Suite<'a>> {
    let mut suites: BTreeMap<&str, Suite> = BTreeMap::new();
    let path = |file| outcome.sources.get(file).map_or("", |source| &*source.path);
    for checked in &outcome.checked {
        suites.entry(path(checked.file)).or_default().plans.push(checked);
    }
    let teller = Teller::new(outcome, words);
    for finding in &outcome.findings {
        let case = Case::of(outcome, &teller, finding, fail_on);
        suites.entry(path(finding.place().file)).or_default().cases.push(case);
    }
    // A suite without tests would not show that its plan was checked. Before the remarks are added, since a remark
    // is no finding.
    for suite in suites.values_mut().filter(|suite| suite.cases.is_empty()) {
        suite.cases.push(Case::passed(words));
    }
    for besides in besides(outcome, words) {
        let suite = suites.entry(path(besides.place.file)).or_default();
        suite.cases.push(Case::besides(outcome, besides, fail_on));
    }
    let suites = suites.into_iter().map(|(path, suite)| Suite { path, ..suite });
    suites.chain(unread_suite(outcome, words)).collect()
}

/// What was not read and no finding tells of.
fn unread_suite(outcome: &Outcome, words: &Words) -> Option<Suite<'static>> {
    let count = untold(outcome);
    let cases = vec![Case::unread(words, count)];
    (count > 0).then(|| Suite { path: "planlint", cases, ..Suite::default() })
}

impl Suite<'_> {
    pub(super) fn counts(&self) -> JunitCounts {
        let one = |case: &Case| {
            let (failed, unread, skipped) = match case.verdict {
                JunitVerdict::Passed(_) => (0, 0, 0),
                JunitVerdict::Failed(..) => (1, 0, 0),
                JunitVerdict::Unread(..) => (0, 1, 0),
                JunitVerdict::Skipped(_) => (0, 0, 1),
            };
            JunitCounts { tests: 1, failures: failed, errors: unread, skipped }
        };
        self.cases.iter().map(one).fold(JunitCounts::default(), JunitCounts::and)
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let suite = Element::new("testsuite").with("name", self.path);
        self.counts().told(suite).with("time", "0").write(1, out, |out| {
            if !self.plans.is_empty() {
                Element::new("properties").write(2, out, |out| self.properties(out))?;
            }
            self.cases.iter().try_for_each(|case| case.write(self.path, out))
        })
    }

    fn properties(&self, out: &mut dyn Write) -> io::Result<()> {
        for Checked { plan, region, .. } in &self.plans {
            let named = [("plan", Some(plan)), ("region", region.as_ref())];
            for (name, value) in named {
                let Some(value) = value else { continue };
                let property = Element::new("property").with("name", name).with("value", value);
                property.write_text(3, out, "")?;
            }
        }
        Ok(())
    }
}

impl JunitCounts {
    /// Both together.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            tests: self.tests + other.tests,
            failures: self.failures + other.failures,
            errors: self.errors + other.errors,
            skipped: self.skipped + other.skipped,
        }
    }

    /// `element` with the counts as attributes.
    pub(super) fn told(self, element: Element) -> Element {
        let Self { tests, failures, errors, skipped } = self;
        let counts =
            [("tests", tests), ("failures", failures), ("errors", errors), ("skipped", skipped)];
        counts
            .into_iter()
            .fold(element, |element, (name, count)| element.with(name, &count.to_string()))
    }
}
