//! `planlint catalogue` as a person starts it: the list, rows to paste, and rows for what nobody defines.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use planlint::{syntax::parse, text::display_width};

const PLAN: &str = "规划 《德清县规划》\n地区: 德清县\n规划期: 2021—2025\n\n指标表\n\
    | 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n\
    | 乡村书屋覆盖率（%） | 60 | 不低于80 | 预期性 |\n\
    | 乡村书屋（个） | 90 | 60 | 预期性 |\n\
    | *书香指数 | 70 | 70 | 预期性 |\n\
    | 城镇新增就业（人） | 100 | 120 | 预期性 |\n\
    | 农村生活污水的治理率（%） | 70 | 90 | 预期性 |\n";

/// Runs planlint in `folder` with a bare environment.
fn planlint(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words).output().unwrap()
}

fn said(folder: &Path, words: &[&str]) -> String {
    let output = planlint(folder, words);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), PLAN).unwrap();
    folder
}

#[test]
fn without_plans_what_is_built_in_is_listed() {
    let empty = tempfile::tempdir().unwrap();
    let list = said(empty.path(), &["catalogue"]);
    assert!(list.lines().last().unwrap().starts_with("共 363 项：工作区定义 0 项"), "{list}");
    assert!(list.lines().all(|line| display_width(line) <= 120));
    let english = said(empty.path(), &["catalogue", "--lang", "en"]);
    assert!(english.contains("higher is better") && !english.contains("越高越好"));
    assert_eq!(planlint(empty.path(), &["catalogue", "--suggest"]).status.code(), Some(2));
    assert_eq!(planlint(empty.path(), &["catalogue", "none.plan"]).status.code(), Some(2));
}

#[test]
fn rows_of_the_workspace_come_first_and_replace_what_is_built_in() {
    let folder = folder();
    let own = "指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n\
               | 新增城镇就业人数 | 万人 | 无 | 不汇总 |\n";
    fs::write(folder.path().join("own.plan"), own).unwrap();
    let json = said(folder.path(), &["catalogue", "--format", "json"]);
    let list: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((list.len(), &list[0]["name"]), (363, &"新增城镇就业人数".into()));
    assert_eq!(
        (&list[0]["catalogue"], &list[0]["place"]),
        (&"workspace".into(), &"own.plan:4".into())
    );
    assert!(list.iter().all(|one| one["name"] != "城镇新增就业"));
    assert!(list[1..].iter().all(|one| one["catalogue"] == "built-in" && one["note"].is_string()));
}

#[test]
fn the_first_row_of_a_name_counts_whatever_a_second_one_leaves_blank() {
    let empty = tempfile::tempdir().unwrap();
    let own = "指标目录\n| 指标 | 单位 | 方向 | 汇总 | 覆盖口径 |\n| --- | --- | --- | --- | --- |\n\
               | 结对学校 | 所 | 越高越好 | 加总 | 学校结对率 |\n\
               | 结对学校 | 所 | 越高越好 | 加总 |  |\n";
    fs::write(empty.path().join("own.plan"), own).unwrap();
    let json = said(empty.path(), &["catalogue", "--format", "json"]);
    let list: Vec<serde_json::Value> =
        json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let schools = list.iter().find(|one| one["name"] == "结对学校").unwrap();
    assert_eq!(schools["coverage"], "学校结对率");
}

#[test]
fn the_rows_can_be_pasted_and_mean_the_same() {
    let empty = tempfile::tempdir().unwrap();
    for language in ["zh", "en"] {
        let words = ["catalogue", "--format", "plan", "--lang", language];
        let rows = said(empty.path(), &words);
        assert_eq!(parse(&rows).problems, [], "{language}");
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("all.plan"), &rows).unwrap();
        assert_eq!(said(folder.path(), &words), rows);
    }
}

#[test]
fn suggested_rows_hold_what_the_plan_shows_and_settle_the_finding() {
    let folder = folder();
    let unknown = |folder: &Path| {
        let json = planlint(folder, &["check", "--format", "json"]).stdout;
        let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let findings = json["findings"].as_array().unwrap().iter();
        findings.filter(|one| one["rule"] == "unknown-indicator").count()
    };
    assert_eq!(unknown(folder.path()), 1);
    for language in ["en", "zh"] {
        let rows = said(folder.path(), &["catalogue", "--suggest", "--lang", language]);
        assert_eq!(parse(&rows).problems, []);
        fs::write(folder.path().join("own.plan"), &rows).unwrap();
        assert_eq!(unknown(folder.path()), 0, "{rows}");
        fs::remove_file(folder.path().join("own.plan")).unwrap();
    }
    let rows = said(folder.path(), &["catalogue", "--suggest"]);
    let row = |name: &str| {
        let line = rows.lines().find(|line| line.contains(&format!("| {name} "))).unwrap();
        line.split('|').map(|cell| cell.trim().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(row("乡村书屋覆盖率")[2..5], ["%", "越高越好", "平均"]);
    assert_eq!(row("乡村书屋")[2..5], ["个", "越低越好", "不汇总"]);
    let blank = row("书香指数");
    assert_eq!(blank[2..4], ["", ""]);
    assert!(blank[6].contains("方向待填") && blank[6].contains("单位待填"), "{blank:?}");
    assert!(!rows.contains("城镇新增就业"), "{rows}");
    let near = rows.lines().position(|line| line.contains("农村生活污水的治理率")).unwrap();
    assert!(rows.lines().nth(near - 1).unwrap().contains("“农村生活污水治理率”"), "{rows}");
}

#[test]
fn nothing_to_suggest_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let plan: Vec<&str> = PLAN.lines().filter(|line| !line.contains('书')).collect();
    let plan = plan.join("\n").replace("污水的治", "污水治");
    fs::write(folder.path().join("a.plan"), plan).unwrap();
    let rows = said(folder.path(), &["catalogue", "--suggest"]);
    assert_eq!(rows, "# 各规划用到的指标都已有定义\n");
}
