//! What findings mean: small hand-made sets of plans, each with the verdict that the definitions give it.
//!
//! `tests/meaning/THEME.toml` holds the cases. `expect` names every error and warning of a case, `infos` what has to be told
//! as information, `never` what must not be told at all; `may` leaves a rule open, `any_of` asks for one of several.

use std::{collections::BTreeMap, fs, path::PathBuf};

use planlint::{
    config::read_settings,
    engine::Outcome,
    finding::{Finding, Level},
};
use serde::Deserialize;

use crate::support;

#[derive(Deserialize)]
struct Theme {
    case: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    lang: String,
    /// The definition that the verdict follows from.
    why: String,
    /// Lines of a `planlint.toml`.
    #[serde(default)]
    settings: String,
    #[serde(default)]
    expect: Vec<Expected>,
    #[serde(default)]
    infos: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    may: Vec<String>,
    #[serde(default)]
    any_of: Vec<String>,
    #[serde(default)]
    counts: BTreeMap<String, usize>,
    undetermined: Option<usize>,
    undetermined_min: Option<usize>,
    files: BTreeMap<String, String>,
}

#[derive(Clone, Deserialize, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[serde(deny_unknown_fields)]
struct Expected {
    rule: String,
    level: String,
    file: String,
}

fn themes() -> Vec<(String, Vec<Case>)> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/meaning");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the cases")
        .map(|entry| entry.expect("a file").path())
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = fs::read_to_string(&path).expect("a text");
        let theme: Theme = toml::from_str(&text).expect("cases");
        (path.file_stem().expect("a name").to_string_lossy().into_owned(), theme.case)
    };
    paths.into_iter().map(read).collect()
}

#[test]
fn every_case_has_the_verdict_that_the_definitions_give_it() {
    let mut wrong = Vec::new();
    for (theme, cases) in themes() {
        for case in cases {
            let outcome = checked(&case);
            let differences = differences(&case, &outcome);
            if !differences.is_empty() {
                wrong.push(format!(
                    "{theme}: {} ({})\n    {}",
                    case.name,
                    case.why,
                    differences.join("\n    ")
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn both_languages_have_cases_that_fire_and_cases_that_stay_silent() {
    let all: Vec<Case> = themes().into_iter().flat_map(|(_, cases)| cases).collect();
    for lang in ["zh", "en"] {
        let own = || all.iter().filter(|case| case.lang == lang);
        let fires = own().filter(|case| !case.expect.is_empty() || !case.infos.is_empty()).count();
        let silent = own().count() - fires;
        assert!(fires >= 30 && silent >= 30, "{lang}: {fires} fire and {silent} stay silent");
    }
}

fn checked(case: &Case) -> Outcome {
    let sheets = support::sheets();
    let settings = read_settings(&case.settings, &sheets).expect("settings");
    let texts = case.files.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    support::check_with(support::files(texts), support::TODAY, &settings).1
}

fn differences(case: &Case, outcome: &Outcome) -> Vec<String> {
    let mut differences = Vec::new();
    let told = |rule: &str| -> Vec<Level> {
        let own = outcome.findings.iter().filter(|finding| finding.rule == rule);
        own.map(|finding| finding.level).collect()
    };
    let loud = || outcome.findings.iter().filter(|finding| finding.level != Level::Info);
    let mut missing = case.expect.clone();
    for finding in loud() {
        let found = as_expected(finding, outcome);
        match missing.iter().position(|expected| *expected == found) {
            Some(at) => {
                missing.remove(at);
            }
            None if case.may.contains(&found.rule) || case.any_of.contains(&found.rule) => {}
            None => differences.push(format!("not right: {found:?}")),
        }
    }
    differences.extend(missing.iter().map(|expected| format!("missing: {expected:?}")));
    if !case.any_of.is_empty() && !loud().any(|one| case.any_of.iter().any(|rule| one.rule == rule))
    {
        differences.push(format!("none of {:?}", case.any_of));
    }
    for rule in &case.infos {
        if !told(rule).contains(&Level::Info) {
            differences.push(format!("missing: info {rule}"));
        }
    }
    differences.extend(
        case.never.iter().filter(|rule| !told(rule).is_empty()).map(|rule| format!("told: {rule}")),
    );
    for (rule, &count) in &case.counts {
        let have = told(rule).len();
        if have != count {
            differences.push(format!("{rule}: {have} times, right is {count}"));
        }
    }
    let undetermined = outcome.undetermined.len();
    let exact = case.undetermined.is_none_or(|right| right == undetermined);
    if !exact || undetermined < case.undetermined_min.unwrap_or_default() {
        let why: Vec<_> = outcome.undetermined.iter().map(|one| one.why).collect();
        differences.push(format!("not judged: {undetermined} {why:?}"));
    }
    differences
}

fn as_expected(finding: &Finding, outcome: &Outcome) -> Expected {
    let file = outcome.sources.get(finding.draft.place.file).expect("a file");
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Info => "info",
        Level::Off => "off",
    };
    Expected { rule: finding.rule.to_string(), level: level.into(), file: file.path.to_string() }
}
