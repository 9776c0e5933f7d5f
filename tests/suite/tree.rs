//! The hierarchy drawn: what is carried on, what is missing, in any width of names.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path, process::Command};

use planlint::{
    config::Language,
    emit,
    text::display_width,
    views::{RunHierarchy, tree},
};

use crate::{
    command::{planlint, text},
    support::{self, TODAY},
};

const REGIONS: &str = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲省 | 省 | |\n| 乙市 | 市 | 甲省 |\n| 丁市 | 市 | 甲省 |\n| 丙县 | 县 | 乙市 |\n| 戊县 | 县 | 丁市 |\n";

fn plan(region: &str, topic: &str) -> String {
    format!(
        "规划 《{region}规划》\n地区: {region}\n规划期: 2021—2025\n{topic}\n指标表\n| 指标 | 2025年 | 属性 |\n|---|---|---|\n| 甲率（%） | 25 | 约束性 |\n"
    )
}

fn folder(plans: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("regions.plan"), REGIONS).unwrap();
    for (region, topic) in plans {
        fs::write(folder.path().join(format!("{region}.plan")), plan(region, topic)).unwrap();
    }
    folder
}

fn drawn(tree: &RunHierarchy, language: Language, graphics: bool) -> String {
    let mut out = Vec::new();
    emit::write_tree(tree, language, graphics, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn what_is_missing_is_drawn() {
    let folder = folder(&[("甲省", "主题: 教育"), ("丙县", "主题: 教育"), ("庚县", "")]);
    fs::write(folder.path().join("empty.plan"), "").unwrap();
    let output = planlint(folder.path(), &["tree"]);
    let expected = "甲省（省）
│ 《甲省规划》 2021—2025
│ 另有 1 个下级地区没有规划
└ 乙市（市）：这一级没有规划
  └ 丙县（县）
      《丙县规划》 2021—2025
        承接 甲省《甲省规划》：1/1 项，其中约束性 1/1 项
地区不明
  《庚县规划》 2021—2025
未能读取：empty.plan（文件为空）
共 2 个地区、3 个规划，1 个中间层级没有规划，1 个规划地区不明，1 个文件未能读取
";
    assert_eq!(text(&output.stdout), expected);
    assert_eq!(output.status.code(), Some(1), "a file could not be read");
    let english = planlint(folder.path(), &["tree", "--lang", "en"]);
    let english = text(&english.stdout);
    assert!(english.contains("└ 乙市 (city): no plan here\n"), "{english}");
    assert!(english.contains("1 other region below has no plan"), "{english}");
}

#[test]
fn plans_without_one_above_and_plans_in_two_files_are_marked() {
    let alone = folder(&[("乙市", ""), ("戊县", "")]);
    let said = text(&planlint(alone.path(), &["tree"]).stdout);
    assert!(said.contains("《戊县规划》 2021—2025，没有上级规划\n"), "{said}");
    assert!(said.contains("《乙市规划》 2021—2025\n"), "{said}");
    fs::write(alone.path().join("twice.plan"), plan("乙市", "")).unwrap();
    let twice = text(&planlint(alone.path(), &["tree"]).stdout);
    assert_eq!(twice.matches("与另一文件重复").count(), 2, "{twice}");
}

#[test]
fn the_counts_are_those_of_the_findings() {
    let (world, outcome) = support::check(support::plans(), TODAY);
    let mut lost: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in &outcome.findings {
        if matches!(finding.rule, "indicator-not-carried" | "binding-not-carried") {
            let plan = finding.draft.subject.plan.as_deref().unwrap();
            *lost.entry(plan).or_default() += finding.draft.compared.count.unwrap_or(1);
        }
    }
    let tree = tree(&world);
    let plans = tree.regions.iter().flat_map(|branch| &branch.plans);
    let counted: BTreeMap<&str, usize> = plans
        .map(|plan| (&*plan.title, plan.above.iter().map(|one| one.asked - one.carried).sum()))
        .filter(|(_, lost)| *lost > 0)
        .collect();
    assert!(!lost.is_empty());
    assert_eq!(counted, lost);
}

#[test]
fn lines_have_at_most_100_columns_and_strokes_may_be_plain() {
    let long = "很长的名称".repeat(30);
    let texts = [
        ("r", REGIONS.to_owned()),
        ("a", plan("甲省", "主题: 教育")),
        ("b", plan("乙市", "主题: 教育")),
    ];
    let texts =
        texts.map(|(name, text)| (name, text.replace("省规划", &long).replace("市规划", &long)));
    let (world, _) =
        support::check(support::files(texts.iter().map(|(n, t)| (*n, t.as_str()))), TODAY);
    let (real, _) = support::check(support::plans(), TODAY);
    for (tree, language) in [&world, &real].map(tree).iter().zip([Language::Zh, Language::En]) {
        let said = drawn(tree, language, true);
        assert!(said.lines().all(|line| display_width(line) <= 100), "{said}");
        let plain = drawn(tree, language, false);
        assert!(said.contains("└ ") && !plain.contains(['│', '├', '└']), "{plain}");
        assert!(plain.contains("`-") && plain.lines().count() == said.lines().count());
    }
}

#[test]
fn the_environment_asks_for_plain_strokes() {
    let folder = folder(&[("甲省", ""), ("乙市", "")]);
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().env("NO_GRAPHICS", "1").current_dir(folder.path()).arg("tree");
    let said = text(&command.output().unwrap().stdout);
    assert!(said.contains("`-乙市（市）\n"), "{said}");
}

#[test]
fn machines_get_a_flat_list() {
    let folder = folder(&[("甲省", "主题: 教育"), ("丙县", "主题: 教育")]);
    let output = planlint(folder.path(), &["tree", "--format", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["schema"], "planlint-tree/1");
    let regions = json["regions"].as_array().unwrap();
    let depths: Vec<_> =
        regions.iter().map(|one| (&one["region"], &one["depth"], &one["gap"])).collect();
    let expected = [("甲省", 0, false), ("乙市", 1, true), ("丙县", 2, false)];
    let expected = expected.map(|(region, depth, gap)| (region.into(), depth.into(), gap.into()));
    assert_eq!(depths, expected.iter().map(|(a, b, c)| (a, b, c)).collect::<Vec<_>>());
    assert_eq!(regions[2]["plans"][0]["above"][0]["binding_carried"], 1);
}

#[test]
fn a_long_chain_of_regions_is_drawn() {
    let mut regions = "行政区划\n| 地区 | 上级 |\n|---|---|\n| 地1 | |\n".to_owned();
    for at in 2..=3_000 {
        writeln!(regions, "| 地{at} | 地{} |", at - 1).unwrap();
    }
    let chain = [("r", regions), ("a", plan("地3000", "")), ("b", plan("地2980", ""))];
    let (world, _) =
        support::check(support::files(chain.iter().map(|(n, t)| (*n, t.as_str()))), TODAY);
    let said = drawn(&tree(&world), Language::Zh, true);
    assert!(said.contains("《地3000规划》"), "{said}");
    assert!(said.lines().all(|line| display_width(line) <= 100), "{said}");
}

#[test]
fn a_folder_without_plans_is_exit_2() {
    let empty = tempfile::tempdir().unwrap();
    let output = planlint(Path::new(empty.path()), &["tree"]);
    assert_eq!(output.status.code(), Some(2));
}
