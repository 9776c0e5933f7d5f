//! The formats beside the pictures: sentences for screen readers, tables for spreadsheets, counts; and how much of them is shown.

use std::fs;

use crate::program::{command, on_real_plans, planlint, text};

const PLAN: &str = "规划 《甲省规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| =SUM(A1)（%） | 23.9 | 待补充 | 约束性 |\n| 土地使用下降率（%） | -0.73 | 2 | 约束性 |\n";

/// The findings of the real plans as JSON: every other format is held against them.
fn findings() -> Vec<serde_json::Value> {
    let json = on_real_plans(&["--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    json["findings"].as_array().unwrap().clone()
}

/// The rows of a CSV text, by a reader as plain as the format.
pub fn rows(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut characters = csv.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => cell.extend(characters.next()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            other => cell.push(other),
        }
    }
    rows
}

#[test]
fn a_table_has_one_row_for_each_finding() {
    let csv = on_real_plans(&["--format", "csv"]);
    let rows = rows(csv.strip_prefix('\u{FEFF}').unwrap());
    let (heads, rows) = rows.split_first().unwrap();
    assert!(heads.iter().all(|head| !head.is_ascii()), "{heads:?}");
    let findings = findings();
    assert_eq!(rows.len(), findings.len());
    for (row, finding) in rows.iter().zip(&findings) {
        assert_eq!(row.len(), heads.len());
        assert_eq!(
            (&*row[0], &*row[2]),
            (finding["id"].as_str().unwrap(), finding["rule"].as_str().unwrap())
        );
        assert_eq!(row[16], finding["place"]["line"].to_string());
        assert_eq!(row[12], finding["message"].as_str().unwrap());
    }
    let housing = rows.iter().find(|row| row[6] == "城镇住房保障受益覆盖率" && row[1] == "须核改");
    assert_eq!(housing.unwrap()[7..12], ["2025", "24", "25", "1", "%"]);
    let schools = rows.iter().find(|row| row[2] == "basis-mismatch").unwrap();
    assert_eq!(schools[8..12], ["32", "100%", "", "所"]);
    let english = on_real_plans(&["--format", "csv", "--lang", "en"]);
    assert!(english.lines().next().unwrap().is_ascii() || english.starts_with("\u{FEFF}id,level,"));
}

#[test]
fn a_spreadsheet_runs_nothing_and_keeps_negative_numbers() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), PLAN).unwrap();
    let csv = text(&planlint(folder.path(), &["check", "--format", "csv"]).stdout);
    let rows = rows(&csv);
    let cells = || rows.iter().flatten();
    assert!(cells().any(|cell| cell.starts_with("'=SUM(A1)")), "{csv}");
    assert!(!cells().any(|cell| cell.starts_with('=')), "{csv}");
    assert!(cells().any(|cell| cell == "-0.73"), "{csv}");
}

#[test]
fn one_run_writes_pictures_json_and_a_table() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), PLAN).unwrap();
    fs::write(folder.path().join("y.csv"), "old").unwrap();
    let formats = ["--format", "full", "--format", "json=x.json", "--format", "csv=y.csv"];
    let output = planlint(folder.path(), &[&["check"][..], &formats].concat());
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stdout).contains("╭─[a.plan:8:"));
    let json = fs::read_to_string(folder.path().join("x.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let csv = fs::read_to_string(folder.path().join("y.csv")).unwrap();
    assert_eq!(rows(&csv).len(), json["findings"].as_array().unwrap().len() + 1);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
}

#[test]
fn two_results_never_share_a_file_nor_take_a_plans_place() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), PLAN).unwrap();
    for formats in [
        &["json=x", "csv=./x"][..],
        &["json", "csv"],
        &["json=a.plan"],
        &["json="],
        &["json=none/x.json"],
    ] {
        let words = formats.iter().flat_map(|format| ["--format", format]);
        let words: Vec<&str> = ["check"].into_iter().chain(words).collect();
        let output = planlint(folder.path(), &words);
        assert_eq!(output.status.code(), Some(2), "{formats:?}");
        assert!(!output.stderr.is_empty());
    }
    assert_eq!(fs::read_to_string(folder.path().join("a.plan")).unwrap(), PLAN);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn sentences_carry_all_that_pictures_do() {
    for (language, frame) in [("zh", ["第 ", "位置：文件 "]), ("en", ["Finding ", "Place: file "])]
    {
        let said = on_real_plans(&["--format", "narrated", "-v", "--lang", language]);
        assert!(!said.chars().any(|c| matches!(c, '\u{2500}'..='\u{257F}' | '☞' | '×')), "{said}");
        assert!(frame.iter().all(|words| said.contains(words)), "{said}");
        let json = on_real_plans(&["--format", "json", "--lang", language]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        for finding in json["findings"].as_array().unwrap() {
            let told = |words: &str| assert!(said.contains(words), "{words} is missing");
            let string = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
            for part in ["rule", "message", "help"] {
                told(&string(&finding[part]));
            }
            let related = finding["related"].as_array().unwrap();
            for place in related.iter().chain([&finding["place"]]) {
                let (line, column) = (&place["line"], &place["column"]);
                told(&string(&place["file"]));
                told(&match language {
                    "zh" => format!("第 {line} 行第 {column} 列"),
                    _ => format!("line {line} column {column}"),
                });
                place["message"].as_str().map(told);
                place["locator"].as_str().map(told);
            }
        }
    }
}

#[test]
fn sentences_are_what_is_shown_when_nobody_sees_pictures() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), PLAN).unwrap();
    let shown = |words: &[&str]| {
        let mut command = command(folder.path(), words);
        text(&command.env("NO_GRAPHICS", "1").output().unwrap().stdout)
    };
    assert!(shown(&["check"]).starts_with("第 1 处，共 "), "{}", shown(&["check"]));
    assert!(shown(&["check", "--format", "full"]).contains('╭'));
}
