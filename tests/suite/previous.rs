//! `check --previous`: what became of the findings of an earlier run.

use std::{fs, path::Path};

use crate::{
    command::{planlint, text},
    house::root,
};

/// The real plans and the results of checking them, in a folder; then one target of the county is raised and one lowered.
fn checked_before() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let plans = fs::read_dir(root().join("plans/zhejiang")).unwrap();
    for plan in plans.map(|entry| entry.unwrap().path()) {
        fs::copy(&plan, folder.path().join(plan.file_name().unwrap())).unwrap();
    }
    planlint(folder.path(), &["check", "--format", "json=old.json", "--lang", "en"]);
    let county = folder.path().join("deqing-2021-2025.plan");
    let plan = fs::read_to_string(&county).unwrap();
    let plan =
        plan.replace("| 23.79      | 24               |", "| 23.79      | 25               |");
    let plan =
        plan.replace("| 91.8       | 95               |", "| 91.8       | 91               |");
    fs::write(&county, plan).unwrap();
    folder
}

fn concise(folder: &Path, words: &[&str]) -> String {
    let words = [&["check", "--previous", "old.json", "--format", "concise"], words].concat();
    text(&planlint(folder, &words).stdout)
}

#[test]
fn new_known_and_fixed_findings_are_told_apart() {
    let folder = checked_before();
    let said = concise(folder.path(), &[]);
    let new: Vec<_> = said.lines().filter(|line| line.contains(" [新] ")).collect();
    assert!(!new.is_empty() && new.iter().all(|line| line.contains("空气质量优良天数")), "{said}");
    let housing = "已解决：须核改 弱于上级目标（德清县 城镇住房保障受益覆盖率 2025 年）";
    assert!(said.lines().any(|line| line == housing), "{said}");
    let last = said.lines().last().unwrap();
    assert!(last.contains("；与上次相比：新增 ") && last.ends_with(" 处，已解决 1 处"), "{last}");
    let english = concise(folder.path(), &["--lang", "en"]);
    assert!(english.contains("fixed: error ") && english.contains("warning [new] "), "{english}");
    let full = text(&planlint(folder.path(), &["check", "--previous", "old.json"]).stdout);
    assert!(full.contains("请说明 [新] "), "{full}");
}

#[test]
fn machines_are_told_as_well() {
    let folder = checked_before();
    let json = |words: &[&str]| -> serde_json::Value {
        let words = [&["check", "--format", "json"], words].concat();
        serde_json::from_slice(&planlint(folder.path(), &words).stdout).unwrap()
    };
    let with = json(&["--previous", "old.json"]);
    let findings = with["findings"].as_array().unwrap();
    let count = |word: &str| findings.iter().filter(|one| one["since"] == word).count();
    assert_eq!(with["since"]["new"], count("new"));
    assert_eq!(with["since"]["known"], count("known"));
    assert_eq!(count("new") + count("known"), findings.len());
    assert_eq!(with["since"]["fixed"][0]["rule"], "weaker-than-parent");
    assert!(json(&[]).get("since").is_none());
}

#[test]
fn what_was_not_looked_for_is_not_fixed() {
    let folder = checked_before();
    let one = concise(folder.path(), &["huzhou-2021-2025.plan", "--against", "."]);
    let last = one.lines().last().unwrap();
    assert!(last.contains("已解决 0 处，") && last.ends_with(" 处不在本次检查范围"), "{last}");
    fs::write(folder.path().join("planlint.toml"), "[levels]\nweaker-than-parent = \"off\"\n")
        .unwrap();
    let off = concise(folder.path(), &[]);
    assert!(!off.contains("已解决：") && off.contains("已解决 0 处，"), "{off}");
}

#[test]
fn allowing_a_finding_does_not_fix_it() {
    let folder = tempfile::tempdir().unwrap();
    let plan = |above: &str| {
        format!(
            "规划 《甲省规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|\n{above}| 甲率（%） | 20 | 20 | 预期性 |\n"
        )
    };
    let write = |text: String| fs::write(folder.path().join("a.plan"), text).unwrap();
    write(plan(""));
    planlint(folder.path(), &["check", "--format", "json=old.json"]);
    write(plan("# 豁免(no-progress) 保持即可\n"));
    let allowed = concise(folder.path(), &[]);
    assert!(allowed.contains("已豁免") && allowed.contains("新增 0 处"), "{allowed}");
    assert!(allowed.contains("已解决 0 处"), "{allowed}");
    planlint(folder.path(), &["check", "--format", "json=old.json"]);
    write(plan(""));
    let back = concise(folder.path(), &[]);
    assert!(back.contains("新增 0 处") && back.contains("已解决 0 处"), "{back}");
}

#[test]
fn a_file_of_another_kind_is_exit_2_and_says_why() {
    let folder = checked_before();
    for (content, zh) in [
        ("{", "bad.json: 不是完整的检查结果，请用 planlint check --format json=文件 写出的文件\n"),
        (
            "[1]",
            "bad.json: 不是完整的检查结果，请用 planlint check --format json=文件 写出的文件\n",
        ),
        (
            "{\"schema\": \"planlint/9\"}",
            "bad.json: 结果的格式是“planlint/9”，本版只能读取 planlint/1，请用本版重新检查旧稿\n",
        ),
    ] {
        fs::write(folder.path().join("bad.json"), content).unwrap();
        let output = planlint(folder.path(), &["check", "--previous", "bad.json"]);
        assert_eq!((output.status.code(), text(&output.stderr).as_str()), (Some(2), zh));
        assert!(output.stdout.is_empty());
    }
    let output = planlint(folder.path(), &["check", "--previous", "bad.json", "--lang", "en"]);
    assert!(text(&output.stderr).contains("this version reads planlint/1 only"));
    fs::write(folder.path().join("planlint.toml"), "max-file-size = \"20KiB\"\n").unwrap();
    let large = planlint(folder.path(), &["check", "--previous", "old.json"]);
    assert_eq!(
        (large.status.code(), text(&large.stderr).as_str()),
        (Some(2), "old.json: 文件太大\n")
    );
    let missing = planlint(folder.path(), &["check", "--previous", "none.json"]);
    assert_eq!(missing.status.code(), Some(2));
}

#[test]
fn results_that_a_shell_wrote_in_utf_16_are_read() {
    let folder = checked_before();
    let json = fs::read_to_string(folder.path().join("old.json")).unwrap();
    let units = std::iter::once(0xFEFF).chain(json.encode_utf16());
    let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
    let before = concise(folder.path(), &[]);
    fs::write(folder.path().join("old.json"), bytes).unwrap();
    assert_eq!(concise(folder.path(), &[]), before);
}
