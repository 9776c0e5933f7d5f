//! Bad input: each a finding with its place, never a panic, and the other files are still checked.

use std::fs;

use planlint::{
    config::Settings,
    engine::{self, Outcome},
};

use crate::support::{self, TODAY};

/// A county below its province, with one target that is short: found in every run below.
const SOUND: &str = "\
行政区划
| 地区 | 层级 | 上级 |
| ---- | ---- | ---- |
| 甲省 | 省   |      |
| 乙县 | 县   | 甲省 |

指标目录
| 指标   | 单位 | 方向     | 汇总     |
| ------ | ---- | -------- | -------- |
| 覆盖率 | %    | 越高越好 | 逐级达标 |
";

const ABOVE: &str = "\
规划 《甲省规划》
地区: 甲省
规划期: 2021-2025
主题: 住房

指标表
| 指标        | 2020年 | 2025年 | 属性   |
| ----------- | ------ | ------ | ------ |
| 覆盖率（%） | 20     | 25     | 约束性 |
";

/// Writes the files beside a sound pair of plans and checks the folder.
fn beside(files: &[(&str, &[u8])]) -> Outcome {
    let folder = tempfile::tempdir().unwrap();
    let below = ABOVE.replace("甲省", "乙县").replace("| 25 ", "| 24 ");
    let sound = [("sound.plan", SOUND), ("above.plan", ABOVE), ("below.plan", &below)];
    for (name, text) in sound {
        fs::write(folder.path().join(name), text).unwrap();
    }
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
    }
    check(folder.path())
}

fn check(folder: &std::path::Path) -> Outcome {
    let settings = Settings::default();
    let files = engine::load(&[folder.to_owned()], &[], settings.max_file_size).unwrap();
    let world = engine::understand(files, &settings, None);
    let outcome = engine::check(&world, &settings, &support::sheets(), TODAY, None);
    assert_eq!(found(&outcome, "below.plan"), [("weaker-than-parent", 9)], "the sound pair");
    outcome
}

/// The rules found in a file, with their lines.
fn found(outcome: &Outcome, name: &str) -> Vec<(&'static str, u32)> {
    let in_file = outcome.findings.iter().filter_map(|finding| {
        let source = outcome.sources.get(finding.place().file)?;
        let line = source.position(finding.place().span.start).line;
        source.path.ends_with(name).then_some((finding.rule, line))
    });
    in_file.collect()
}

#[test]
fn files_that_hold_no_text_are_unread() {
    let outcome = beside(&[
        ("empty.plan", b""),
        ("blank.plan", b" \n\t\n"),
        ("binary.plan", b"\x7fELF\0\0\x01"),
    ]);
    for name in ["empty.plan", "blank.plan", "binary.plan"] {
        assert_eq!(found(&outcome, name), [("unread-file", 1)], "{name}");
    }
    assert_eq!(outcome.summary.unread, 3);
}

#[test]
fn a_file_over_the_limit_is_unread_and_a_line_below_it_is_read() {
    let long = vec![b'|'; 60 << 20];
    let outcome = beside(&[("long.plan", &long)]);
    assert!(found(&outcome, "long.plan").len() <= 2, "{:?}", found(&outcome, "long.plan"));
    assert!(!found(&outcome, "long.plan").is_empty());
    let large = vec![b'x'; 65 << 20];
    let outcome = beside(&[("large.plan", &large)]);
    assert_eq!(found(&outcome, "large.plan"), [("unread-file", 1)]);
}

#[test]
fn nested_brackets_are_one_problem_a_line() {
    for bracket in ["[", "《", "(", "（", "“", "|"] {
        let nested = bracket.repeat(100_000);
        let text = format!("规划 《丙》\n地区: 乙县\n{nested}\n");
        let outcome = beside(&[("nested.plan", text.as_bytes())]);
        assert!(!found(&outcome, "nested.plan").is_empty(), "{bracket}");
        assert!(found(&outcome, "nested.plan").len() < 5, "{bracket}");
    }
}

#[test]
fn a_name_or_a_phrase_of_many_brackets_is_no_stack_overflow() {
    let nested = "（".repeat(60_000);
    let text = format!(
        "{}| {nested} | {nested} | {nested} | {nested} |\n",
        ABOVE.replace("甲省规划", "丁").replace("地区: 甲省", "地区: 乙县")
    );
    let outcome = beside(&[("cell.plan", text.as_bytes())]);
    let rules = found(&outcome, "cell.plan");
    assert!(rules.iter().any(|(rule, _)| *rule == "unreadable-quantity"), "{rules:?}");
}

#[test]
fn misspelt_words_name_the_nearest_known_one() {
    let text = ABOVE.replace("甲省规划", "丙").replace("指标表", "指示表").replace("主题", "主提");
    let outcome = beside(&[("misspelt.plan", text.as_bytes())]);
    let rules = found(&outcome, "misspelt.plan");
    assert!(rules.contains(&("unknown-field", 4)), "{rules:?}");
    assert!(rules.contains(&("unknown-keyword", 6)), "{rules:?}");
}

#[test]
fn tables_without_head_or_with_other_cells_are_told() {
    let headless = "规划 《丙》\n地区: 乙县\n规划期: 2021-2025\n\n指标表\n\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| --- | --- | --- | --- |\n| 一 | 覆盖率 | 2025 |\n";
    let outcome = beside(&[("headless.plan", headless.as_bytes())]);
    let rules = found(&outcome, "headless.plan");
    assert!(rules.contains(&("missing-head", 5)), "{rules:?}");
    assert!(rules.contains(&("wrong-cell-count", 10)), "{rules:?}");
}

#[test]
fn two_files_of_one_plan_are_told() {
    let outcome = beside(&[
        ("again.plan", ABOVE.replace("甲省规划", "丙").as_bytes()),
        ("once-more.plan", ABOVE.replace("甲省规划", "丙").as_bytes()),
    ]);
    assert!(found(&outcome, "once-more.plan").contains(&("duplicate-plan", 1)));
}

#[test]
fn regions_and_plans_in_a_circle_are_told() {
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 子市 | 市 | 丑县 |\n| 丑县 | 县 | 子市 |\n";
    let plan = |title: &str, other: &str| {
        format!("规划 《{title}》\n地区: 乙县\n规划期: 2021-2025\n依据: 《{other}》\n")
    };
    let outcome = beside(&[
        ("regions.plan", regions.as_bytes()),
        ("one.plan", plan("寅", "卯").as_bytes()),
        ("two.plan", plan("卯", "寅").as_bytes()),
    ]);
    assert!(found(&outcome, "regions.plan").iter().any(|(rule, _)| *rule == "cyclic-hierarchy"));
    let plans = [found(&outcome, "one.plan"), found(&outcome, "two.plan")].concat();
    assert!(plans.iter().any(|(rule, _)| *rule == "cyclic-hierarchy"), "{plans:?}");
}

#[test]
fn other_encodings_are_read_and_bad_bytes_are_told() {
    let text = ABOVE.replace("甲省规划", "丙").replace("地区: 甲省", "地区: 乙县");
    let (gb, _, _) = encoding_rs::GB18030.encode(&text);
    let outcome = beside(&[("gb.plan", &gb)]);
    assert!(!found(&outcome, "gb.plan").iter().any(|(rule, _)| rule.starts_with("un")));
    let mut bytes = text.into_bytes();
    let at = bytes.windows(3).position(|w| w == "住".as_bytes()).unwrap();
    bytes[at] = 0xFF;
    let outcome = beside(&[("bad.plan", &bytes)]);
    assert!(found(&outcome, "bad.plan").iter().any(|(rule, _)| *rule == "undecodable-text"));
}

#[test]
fn a_table_pasted_with_tabs_is_read() {
    let pasted = "规划 《丙》\n地区: 乙县\n规划期: 2021-2025\n主题: 住房\n\n指标表\n指标\t2020年\t2025年\t属性\n覆盖率（%）\t20\t23\t约束性\n";
    let outcome = beside(&[("pasted.plan", pasted.as_bytes())]);
    let settings = Settings::default();
    assert_eq!(settings.max_file_size, 64 << 20);
    assert_eq!(outcome.summary.indicators, 3);
    let rules = found(&outcome, "pasted.plan");
    assert!(
        rules.iter().any(|(rule, line)| *rule == "conflicts-with-parent"
            || (*rule == "weaker-than-parent" && *line == 8)),
        "{rules:?}"
    );
}

#[cfg(unix)]
#[test]
fn links_never_leave_the_folder_and_broken_ones_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("secret.plan"), ABOVE).unwrap();
    let below = ABOVE.replace("甲省", "乙县").replace("| 25 ", "| 24 ");
    for (name, text) in [("sound.plan", SOUND), ("above.plan", ABOVE), ("below.plan", &below)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let link = |to: &std::path::Path, name: &str| {
        std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
    };
    link(&outside.path().join("secret.plan"), "outside.plan");
    link(&folder.path().join("nowhere"), "broken.plan");
    let outcome = check(folder.path());
    assert_eq!(found(&outcome, "outside.plan"), [("unread-file", 1)]);
    assert_eq!(found(&outcome, "broken.plan"), [("unread-file", 1)]);
}
