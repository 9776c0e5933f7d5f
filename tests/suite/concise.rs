//! Lines for editors: their columns in each unit, on lines that hold characters of every width.

use std::{fs, path::Path, process::Output};

use serde_json::Value;

use crate::program::{planlint, text};

/// What stands before the value in its line: Chinese, two characters outside the first plane, full-width letters, a tab.
const AHEAD: &str = "中文𠮷😀Ａ％\t甲";

/// A city below its province, both with Windows' ends of lines.
pub fn workspace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let plan = |region: &str, [base, value]: [&str; 2]| {
        let lines = [
            &format!("规划 《{region}住房规划》"),
            &format!("地区: {region}"),
            "规划期: 2021-2025",
            "主题: 住房",
            "",
            "指标表 “表1”",
            "| 责任单位 | 指标 | 2020年 | 2025年 | 属性 |",
            "| --- | --- | --- | --- | --- |",
            &format!("| {AHEAD} | 城镇住房保障受益覆盖率（%） | {base} | {value} | 约束性 |"),
            &format!("| {AHEAD} | 常住人口城镇化率（%） | 60 | 60 | 预期性 |"),
        ];
        lines.map(|line| format!("{line}\r\n")).concat()
    };
    fs::write(folder.path().join("province.plan"), plan("浙江省", ["23", "25"])).unwrap();
    fs::write(folder.path().join("city.plan"), plan("湖州市", ["22.9", "24"])).unwrap();
    folder
}

fn check(folder: &Path, more: &[&str]) -> Output {
    planlint(folder, &[&["check", "--today", "2026-01-31"], more].concat())
}

/// The findings as the JSON of the same folder has them.
fn findings(folder: &Path) -> Vec<Value> {
    let json = text(&check(folder, &["--format", "json"]).stdout);
    let json: Value = serde_json::from_str(&json).unwrap();
    json["findings"].as_array().unwrap().clone()
}

/// `file:line:column: ` of a place, counted here from the bytes of the file.
fn at(folder: &Path, place: &Value, count: fn(&str) -> usize) -> String {
    let file = place["file"].as_str().unwrap();
    let read = fs::read_to_string(folder.join(file)).unwrap();
    let before = &read[..place["byte_start"].as_u64().unwrap() as usize];
    let (above, line) = before.rsplit_once("\r\n").unwrap_or(("", before));
    let above = above.matches("\r\n").count() + usize::from(before.contains("\r\n"));
    format!("{file}:{}:{}: ", above + 1, count(line) + 1)
}

/// Options, and how they make columns count what stands before a place.
type CountedColumns = (&'static [&'static str], fn(&str) -> usize);

#[test]
fn columns_count_what_is_asked_for() {
    let folder = workspace();
    let findings = findings(folder.path());
    let counts: [CountedColumns; 4] = [
        (&[], |line| line.chars().count()),
        (&["--columns", "char"], |line| line.chars().count()),
        (&["--columns", "byte"], str::len),
        (&["--columns", "utf16"], |line| line.encode_utf16().count()),
    ];
    for (asked, count) in counts {
        let said = check(folder.path(), &[&["--format", "concise", "-v"], asked].concat());
        let said = text(&said.stdout);
        let lines = said.lines().collect::<Vec<_>>();
        assert!(findings.len() > 2 && lines.len() > findings.len(), "{said}");
        for (finding, line) in findings.iter().zip(lines) {
            let level = finding["level"].as_str().unwrap();
            let head = at(folder.path(), &finding["place"], count) + level + " ";
            assert!(line.starts_with(&head), "{asked:?}: {head} {line}");
        }
    }
    // The value of the city stands behind all of it.
    let said = check(folder.path(), &["--format", "concise", "--columns", "utf16"]);
    let head = format!("| {AHEAD} | 城镇住房保障受益覆盖率（%） | 22.9 | ");
    let column = head.encode_utf16().count() + 1;
    assert!(head.encode_utf16().count() > head.chars().count());
    let weaker = format!("city.plan:9:{column}: error 须核改 weaker-than-parent ");
    assert!(text(&said.stdout).contains(&weaker), "{weaker}: {said:?}");
}

#[test]
fn the_places_that_a_finding_speaks_of_follow_it() {
    let folder = workspace();
    let findings = findings(folder.path());
    for lang in ["zh", "en"] {
        let words = ["--format", "concise", "-v", "--related", "--columns", "byte", "--lang", lang];
        let said = text(&check(folder.path(), &words).stdout);
        let mut lines = said.lines();
        let mut notes = 0;
        for finding in &findings {
            assert!(lines.next().unwrap().contains(finding["rule"].as_str().unwrap()), "{said}");
            for other in finding["related"].as_array().unwrap() {
                notes += 1;
                let head = at(folder.path(), other, str::len) + "note: ";
                let line = lines.next().unwrap();
                let told = line.strip_prefix(&head).unwrap_or_else(|| panic!("{head} {line}"));
                let same = other["message"].as_str().unwrap() == told;
                assert!(!told.is_empty() && (same || lang == "en"), "{line}");
            }
        }
        assert!(notes > 1, "{said}");
    }
    let plain = text(&check(folder.path(), &["--format", "concise", "-v"]).stdout);
    assert!(!plain.contains("note:"), "{plain}");
}

#[test]
fn what_says_how_lines_look_is_refused_where_there_are_none() {
    let folder = workspace();
    for (words, said) in [
        (&["--columns", "byte"][..], "应为 concise"),
        (&["--columns", "byte", "--format", "json"], "“json”"),
        (&["--related", "--format", "json"], "--related 只用于"),
        (&["--columns", "byte", "--lang", "en"], "is not concise"),
        (&["--columns", "word", "--format", "concise"], "可用：char、byte、utf16"),
    ] {
        let refused = check(folder.path(), words);
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0), "{words:?}");
        assert!(text(&refused.stderr).contains(said), "{words:?}: {refused:?}");
    }
    let words = ["--format", "json", "--format", "concise=lines.txt", "--columns", "byte"];
    assert_eq!(check(folder.path(), &words).status.code(), Some(1));
    assert!(folder.path().join("lines.txt").exists());
}
