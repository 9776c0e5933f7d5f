//! The formats for programs: every finding is in each, what was not read or judged is said, and text stays text.

mod hostile;
mod junit;
mod sarif;

use std::{fs, path::Path};

use serde_json::Value;

use crate::program::{on_real_plans, planlint, text};

/// The formats that carry one entry for each finding, besides CSV.
const FORMATS: [&str; 6] = ["jsonl", "sarif", "rdjson", "junit", "github", "gitlab"];

/// What `check` writes in the folder, as text.
fn checked(folder: &Path, format: &str, words: &[&str]) -> String {
    let words = [&["check", ".", "--format", format, "--today", "2026-01-31"][..], words].concat();
    text(&planlint(folder, &words).stdout)
}

fn json(written: &str) -> Value {
    serde_json::from_str(written).unwrap()
}

/// A folder with files.
fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// Rule and level, in order, of each entry of a report that is a finding.
fn entries(format: &str, written: &str) -> Vec<(String, String)> {
    let pair = |rule: &Value, level: &Value| {
        (rule.as_str().unwrap().to_owned(), level.as_str().unwrap().to_lowercase())
    };
    match format {
        "jsonl" => written
            .lines()
            .map(json)
            .filter(|line| line["type"] == "finding")
            .map(|line| pair(&line["rule"], &line["level"]))
            .collect(),
        "sarif" => json(written)["runs"][0]["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|result| pair(&result["ruleId"], &result["level"]))
            .collect(),
        "rdjson" => json(written)["diagnostics"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| pair(&one["code"]["value"], &one["severity"]))
            .collect(),
        "gitlab" => json(written)
            .as_array()
            .unwrap()
            .iter()
            .map(|one| pair(&one["check_name"], &one["severity"]))
            .collect(),
        "github" => written.lines().filter_map(annotation).collect(),
        _ => junit::cases(written),
    }
}

/// The rule and the command of one annotation; a remark has no title.
fn annotation(line: &str) -> Option<(String, String)> {
    let (command, properties) = line.strip_prefix("::")?.split_once(' ')?;
    let (properties, _) = properties.split_once("::")?;
    let rule = properties
        .split_once(",title=")
        .map_or("undetermined", |(_, title)| title.rsplit(' ').next().unwrap_or_default());
    Some((rule.to_owned(), command.to_owned()))
}

/// The words of a format for error, warning and info.
fn levels(format: &str) -> [&'static str; 3] {
    match format {
        "sarif" => ["error", "warning", "note"],
        "github" => ["error", "warning", "notice"],
        "gitlab" => ["major", "minor", "info"],
        "junit" => ["failure", "", ""],
        _ => ["error", "warning", "info"],
    }
}

#[test]
fn every_format_carries_every_finding_at_its_level() {
    for language in ["zh", "en"] {
        let reference = json(&on_real_plans(&["--format", "json", "--lang", language]));
        let findings = reference["findings"].as_array().unwrap();
        let undetermined = reference["undetermined"].as_array().unwrap().len();
        assert!(findings.len() > 80 && undetermined > 10);
        for format in FORMATS {
            let written = on_real_plans(&["--format", format, "--lang", language]);
            let mut found = entries(format, &written);
            let passed = |(rule, _): &(String, String)| rule == "undetermined";
            let judged_elsewhere = matches!(format, "jsonl" | "sarif");
            let remarks = found.iter().filter(|one| passed(one)).count();
            assert_eq!(remarks, if judged_elsewhere { 0 } else { undetermined }, "{format}");
            found.retain(|one| !passed(one));
            let mut expected: Vec<_> = findings
                .iter()
                .map(|one| {
                    let level =
                        ["error", "warning", "info"].iter().position(|l| one["level"] == **l);
                    let level = levels(format)[level.unwrap()].to_owned();
                    (one["rule"].as_str().unwrap().to_owned(), level)
                })
                .collect();
            // Suites stand in the order of their names, which is not always that of the files.
            found.sort();
            expected.sort();
            assert_eq!(found, expected, "{format}");
        }
    }
}

#[test]
fn annotations_that_github_cuts_begin_with_the_heaviest() {
    let written = on_real_plans(&["--format", "github"]);
    let commands: Vec<String> =
        written.lines().filter_map(annotation).map(|(_, command)| command).collect();
    let order = |command: &String| levels("github").iter().position(|level| level == command);
    assert!(commands.is_sorted_by_key(order), "{commands:?}");
    // Of one level what is binding, then what falls behind: as SARIF ranks them.
    let ranked = json(&on_real_plans(&["--format", "sarif"]));
    let results = ranked["runs"][0]["results"].as_array().unwrap();
    let rank = |line: &str| {
        let (properties, _) = line.split_once(",title=")?;
        let (_, properties) = properties.split_once(" file=")?;
        let (file, properties) = properties.split_once(",line=")?;
        let (line_number, _) = properties.split_once(',')?;
        let (rule, _) = annotation(line)?;
        let same = |result: &&Value| {
            let place = &result["locations"][0]["physicalLocation"];
            result["ruleId"] == *rule
                && place["artifactLocation"]["uri"] == *file
                && place["region"]["startLine"].as_u64() == line_number.parse().ok()
        };
        results.iter().filter(same).map(|result| result["rank"].as_f64().unwrap() as u32).max()
    };
    let ranks: Vec<u32> =
        written.lines().filter(|line| line.starts_with("::error ")).filter_map(rank).collect();
    assert!(ranks.len() >= 9 && ranks.first() > ranks.last(), "{ranks:?}");
    assert!(ranks.is_sorted_by(|before, after| before >= after), "{ranks:?}");
}

#[test]
fn what_was_not_judged_is_said_in_lines_and_in_notifications() {
    let reference = json(&on_real_plans(&["--format", "json"]));
    let expected = reference["undetermined"].as_array().unwrap();
    let lines = on_real_plans(&["--format", "jsonl"]);
    let lines: Vec<Value> = lines.lines().map(json).collect();
    assert_eq!(lines[0]["schema"], "planlint/1");
    assert_eq!(lines[0]["summary"], reference["summary"]);
    let of = |kind: &str| lines.iter().filter(|line| line["type"] == kind).count();
    assert_eq!(of("undetermined"), expected.len());
    let sarif = json(&on_real_plans(&["--format", "sarif"]));
    let invocation = &sarif["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], true);
    let notices = invocation["toolExecutionNotifications"].as_array().unwrap();
    assert_eq!(notices.len(), expected.len() + 1);
    assert!(notices.iter().all(|notice| notice["level"] == "note"));
}

#[test]
fn the_read_mes_and_the_help_name_every_format() {
    let names: Vec<&str> = planlint::emit::Format::all().map(|(name, _)| name).collect();
    for (path, between) in [("README.md", ", "), ("README.zh-CN.md", "、")] {
        let listed = names.join(between);
        assert!(crate::house::text(path).contains(&listed), "{path} does not list {listed}");
    }
    let folder = folder(&[]);
    for language in ["zh", "en"] {
        let help = text(&planlint(folder.path(), &["check", "--help", "--lang", language]).stdout);
        let refused = planlint(folder.path(), &["check", "--format", "yaml", "--lang", language]);
        assert_eq!(refused.status.code(), Some(2));
        let refused = text(&refused.stderr);
        for name in &names {
            assert!(help.contains(name), "{name} is missing in {help}");
            assert!(refused.contains(name), "{name} is missing in {refused}");
        }
    }
}

#[test]
fn one_run_writes_them_all() {
    let folder = folder(&[("甲 省.plan", "规划 《甲省规划》\n地区: 甲省\n")]);
    let targets: Vec<String> =
        FORMATS.iter().map(|format| format!("{format}=结果.{format}")).collect();
    let words = targets.iter().flat_map(|target| ["--format", target]);
    let words: Vec<&str> = ["check", "."].into_iter().chain(words).collect();
    let output = planlint(folder.path(), &words);
    assert!(output.stdout.is_empty() && output.stderr.is_empty(), "{output:?}");
    for format in FORMATS {
        let written = fs::read_to_string(folder.path().join(format!("结果.{format}"))).unwrap();
        assert_eq!(written, checked(folder.path(), format, &[]), "{format}");
    }
}
