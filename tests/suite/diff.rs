//! Two drafts compared: every kind of change, both ways round, and what became of the findings.

use std::fs;

use planlint::{
    config::Settings,
    engine::{self, Outcome},
    views::{Difference, Edition, FindingStanding, TargetChange, compare_drafts},
};
use proptest::prelude::*;

use crate::{
    command::{planlint, text},
    support::{self, TODAY},
};

const COUNTY: &str = "plans/zhejiang/deqing-2021-2025.plan";

/// One plan with one target and, where `direction` is said, a catalogue for it.
fn plan(value: &str, class: &str, direction: &str) -> String {
    let catalogue =
        format!("\n指标目录\n| 指标 | 单位 | 方向 |\n|---|---|---|\n| 甲率 | % | {direction} |\n");
    let table = format!(
        "\n指标表\n| 指标 | 2025年 | 属性 |\n|---|---|---|\n| 甲率（%） | {value} | {class} |\n"
    );
    let catalogue = if direction.is_empty() { "" } else { &catalogue };
    format!("规划 《甲县规划》\n地区: 甲县\n规划期: 2021—2025\n{table}{catalogue}")
}

/// What `look` sees in the difference of two texts, everything checked.
fn compared<T>(old: &str, new: &str, look: impl Fn(&Difference) -> T) -> T {
    let checked = |text| support::check(support::files([("a.plan", text)]), TODAY);
    let (old, new) = (checked(old), checked(new));
    let old = Edition { world: &old.0, outcome: &old.1 };
    look(&compare_drafts(old, Edition { world: &new.0, outcome: &new.1 }))
}

/// What became of the targets of a text, in the order of the new one.
fn changes(old: &str, new: &str) -> Vec<TargetChange> {
    let read = |text| {
        engine::understand(support::files([("a.plan", text)]), &Settings::default(), Some(1))
    };
    let (old, new, outcome) = (read(old), read(new), Outcome::default());
    let edition = |world| Edition { world, outcome: &outcome };
    let difference = compare_drafts(edition(&old), edition(&new));
    let targets = difference.plans.into_iter().flat_map(|plan| plan.targets);
    targets.flat_map(|target| target.changes).collect()
}

/// What becomes of a value, higher being better.
fn becomes(old: &str, new: &str) -> Vec<TargetChange> {
    changes(&plan(old, "约束性", "越高越好"), &plan(new, "约束性", "越高越好"))
}

#[test]
fn values_are_ranked_by_what_they_accept() {
    for (old, new, expected) in [
        ("25", "24", TargetChange::Weaker),
        ("≥25", "25左右", TargetChange::Softer),
        (">25", "≥25", TargetChange::Softer),
        ("不低于25", "力争25", TargetChange::Softer),
        ("25左右", "24.8", TargetChange::Firmer),
        ("25", "30左右", TargetChange::Stronger),
        ("25", "稳步提高", TargetChange::NumberGone),
        ("25", "待补充", TargetChange::NumberGone),
        ("≥25", "≤25", TargetChange::Altered),
        ("稳步提高", "基本稳定", TargetChange::Altered),
    ] {
        assert_eq!(becomes(old, new), [expected], "{old} → {new}");
        assert_eq!(becomes(new, old), [expected.reversed()], "{new} → {old}");
    }
    assert_eq!(becomes("25", "25以上"), []);
    assert_eq!(becomes("25", "力争24"), [TargetChange::Weaker, TargetChange::Softer]);
}

#[test]
fn the_direction_decides() {
    let both = |direction| changes(&plan("25", "", direction), &plan("24", "", direction));
    assert_eq!(both("越低越好"), [TargetChange::Stronger]);
    assert_eq!(both("无"), [TargetChange::Altered]);
    assert_eq!(both(""), [TargetChange::Altered]);
}

#[test]
fn a_target_that_changes_its_place_year_or_class_is_the_same_target() {
    let table = plan("25", "约束性", "越高越好");
    let prose = table.replace("| 甲率（%） | 25 | 约束性 |", "| 乙率（%） | 3 | 约束性 |")
        + "\n正文\n| 位置 | 指标 | 年份 | 表述 |\n|---|---|---|---|\n| 一 | 甲率 | 2025 | 达到25% |\n";
    let moved = [TargetChange::New, TargetChange::Downgraded, TargetChange::ToProse];
    let mut found = changes(&table, &prose);
    found.sort_unstable_by_key(|change| moved.iter().position(|known| known == change));
    assert_eq!(found, moved);
    assert_eq!(changes(&table, &table.replace("2025年", "2027年")), [TargetChange::Later]);
    assert_eq!(changes(&table, &table.replace("约束性", "预期性")), [TargetChange::Downgraded]);
    assert_eq!(
        changes(&table, &table.replace("甲率（%）", "丙率（%）")),
        [TargetChange::New, TargetChange::Gone]
    );
}

#[test]
fn a_plan_that_changes_its_title_keeps_its_findings() {
    let old = plan("***", "约束性", "越高越好");
    let new = old.replace("《甲县规划》", "《甲县发展规划》");
    let standings = compared(&old, &new, |difference| {
        assert_eq!(difference.plans[0].former_title.as_deref(), Some("甲县规划"));
        difference.findings.iter().map(|one| one.standing).collect::<Vec<_>>()
    });
    assert!(standings.contains(&FindingStanding::Known), "{standings:?}");
    assert!(standings.iter().all(|one| *one == FindingStanding::Known), "{standings:?}");
}

#[test]
fn a_finding_that_is_allowed_now_is_not_fixed() {
    let old = plan("***", "预期性", "越高越好");
    let row = "| 甲率（%） |";
    let new = old.replace(row, &format!("# 豁免(placeholder-value) 等待测算\n{row}"));
    let keys = compared(&old, &new, |difference| {
        difference.findings.iter().map(|one| (one.finding.rule, one.standing)).collect::<Vec<_>>()
    });
    let placeholder = keys.iter().find(|(rule, _)| *rule == "placeholder-value");
    assert_eq!(
        placeholder.map(|(_, standing)| *standing),
        Some(FindingStanding::Allowed),
        "{keys:?}"
    );
}

fn value() -> impl Strategy<Value = String> {
    let forms =
        ["{}", "≥{}", ">{}", "≤{}", "<{}", "{}左右", "力争{}", "{}以上", "待补充", "稳步提高"];
    (0..forms.len(), 1..1000_u32).prop_map(move |(form, tenths)| {
        forms[form].replace("{}", &format!("{}.{}", tenths / 10, tenths % 10))
    })
}

fn draft() -> impl Strategy<Value = (String, &'static str)> {
    (value(), prop::sample::select(vec!["约束性", "预期性", ""]))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn one_way_round_is_the_other_reversed(
        old in draft(),
        new in draft(),
        direction in prop::sample::select(vec!["越高越好", "越低越好", "无", ""]),
    ) {
        let text = |(value, class): &(String, &str)| plan(value, class, direction);
        let (old, new) = (text(&old), text(&new));
        prop_assert_eq!(changes(&old, &old), []);
        let mut back: Vec<_> = changes(&new, &old).into_iter().map(TargetChange::reversed).collect();
        back.sort_unstable();
        prop_assert_eq!(changes(&old, &new), back);
    }
}

#[test]
fn what_an_excerpt_does_not_mention_is_neither_gone_nor_new() {
    let whole = plan("25", "约束性", "越高越好");
    let less = whole.replace("| 甲率（%） |", "| 乙率（%） |");
    let excerpt = |text: &str| text.replace("规划期: 2021—2025", "规划期: 2021—2025\n收录: 节选");
    assert_eq!(changes(&whole, &less), [TargetChange::New, TargetChange::Gone]);
    assert_eq!(changes(&whole, &excerpt(&less)), [TargetChange::New, TargetChange::Unmentioned]);
    assert_eq!(changes(&excerpt(&whole), &less), [TargetChange::Unmentioned, TargetChange::Gone]);
    compared(
        &whole,
        &excerpt(&whole.replace("| 甲率（%） | 25 | 约束性 |\n", "")),
        |changed| {
            assert!(!changed.is_worse(), "{changed:?}");
        },
    );
}

#[test]
fn the_order_of_changes_is_complete() {
    for change in TargetChange::ALL {
        assert_eq!(change.reversed().reversed(), change);
        let both = change.is_worse() && change.reversed().is_worse();
        let open = matches!(change, TargetChange::Altered | TargetChange::Unmentioned);
        assert!(!both && (open || change.is_worse() || change.reversed().is_worse()));
    }
}

/// A county plan as it is, and the same with some of its words replaced, in a folder of their own.
fn drafts() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let old = fs::read_to_string(crate::house::root().join(COUNTY)).unwrap();
    let replaced = [
        ("| 23.79      | 24               |", "| 23.79      | 23.5             |"),
        ("| -          | ≥25              |", "| -          | 25左右           |"),
        ("| 91.8       | 95               | 约束性 ", "| 91.8       | 95               | 预期性 "),
        ("| 84.53      | 90.5             |", "| 84.53      | 稳步提高         |"),
        ("| 33         | 60               |", "| 30         | 66               |"),
    ];
    let new = replaced.iter().fold(old.clone(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    fs::write(folder.path().join("old.plan"), old).unwrap();
    fs::write(folder.path().join("new.plan"), new).unwrap();
    folder
}

#[test]
fn a_real_plan_shows_what_became_of_it() {
    let folder = drafts();
    let plans = support::plans_folder();
    let against = ["--against", plans.to_str().unwrap()];
    let run = |words: &[&str]| planlint(folder.path(), &[&["diff"], words, &against].concat());
    let output = run(&["old.plan", "new.plan"]);
    assert_eq!(output.status.code(), Some(1));
    let said = text(&output.stdout);
    let heads = [
        "属性降低 1 项",
        "要求降低 1 项",
        "不再有数值 1 项",
        "措辞放宽 1 项",
        "要求提高 1 项",
        "基期值改动 1 项",
    ];
    let places: Vec<_> = heads.iter().map(|head| said.find(head).expect(head)).collect();
    assert!(places.is_sorted(), "{said}");
    assert!(said.contains("24 → 23.5  约束性  相差 0.5 个百分点，表1 第7行 2025年"), "{said}");
    assert!(said.contains("新增问题 new.plan:33:76: 须核改 binding-downgraded"), "{said}");
    let same = run(&["old.plan", "old.plan"]);
    assert_eq!(same.status.code(), Some(0));
    assert!(text(&same.stdout).contains("目标没有变化"));
    let english = text(&run(&["old.plan", "new.plan", "--lang", "en"]).stdout);
    assert!(english.contains("binding → indicative"), "{english}");
    assert!(
        english.lines().last().unwrap().starts_with("plans compared: 1; 1 class lowered, 1 weaker")
    );
    let back = run(&["new.plan", "old.plan"]);
    let json = run(&["new.plan", "old.plan", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(back.status.code(), Some(1), "the third sample of waste sorting is fewer again");
    assert_eq!((&json["schema"], &json["worse"]), (&"planlint-diff/1".into(), &true.into()));
    assert_eq!(json["plans"][0]["targets"].as_array().unwrap().len(), 5);
}

#[test]
fn folders_are_matched_plan_by_plan() {
    let folder = tempfile::tempdir().unwrap();
    for (path, region, value) in
        [("a", "甲县", "25"), ("a", "乙县", "25"), ("b", "甲县", "25"), ("b", "丙县", "25")]
    {
        let text = plan(value, "约束性", "").replace("甲县", region);
        fs::create_dir_all(folder.path().join(path)).unwrap();
        fs::write(folder.path().join(path).join(format!("{region}.plan")), text).unwrap();
    }
    let output = planlint(folder.path(), &["diff", "a", "b"]);
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("《甲县规划》（甲县）：目标没有变化"), "{said}");
    assert!(said.contains("新稿中没有的规划：《乙县规划》（乙县），1 项目标"), "{said}");
    assert!(said.contains("新增的规划：《丙县规划》（丙县），1 项目标"), "{said}");
    let missing = planlint(folder.path(), &["diff", "a", "c"]);
    assert_eq!(
        (missing.status.code(), text(&missing.stderr).as_str()),
        (Some(2), "c: 没有这个文件或目录\n")
    );
}
