//! What the levels above accept from a region, as it is shown: text, Markdown, a plan to fill in, JSON.

use std::fs;

use crate::command::{planlint, text};

const REGIONS: &str = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n| 甲率 | % | 越高越好 | 平均 |\n| 乙率 | % | 越低越好 | 逐级达标 |\n| 丙数 | 个 | 越高越好 | 加总 |\n";

const ABOVE: &str = "规划 《甲省教育规划》\n地区: 甲省\n规划期: 2026-2030\n主题: 教育\n\n指标表\n| 指标 | 2025年 | 2030年 | 属性 |\n|---|---|---|---|\n| 丙数（个） | 10 | 20 | 预期性 |\n| 甲率（%） | 80 | 90 | 约束性 |\n| 乙率（%） | 9.5 | <8 | 预期性 |\n| 丁率（%） | | 待补充 | 预期性 |\n\n分解表\n| 指标 | 年份 | 乙县 |\n|---|---|---|\n| 丙数 | 2030 | 3 |\n";

const EARLIER: &str = "规划 《乙县教育“十四五”规划》\n地区: 乙县\n规划期: 2021-2025\n主题: 教育\n\n指标表\n| 指标 | 2025年目标值 | 2025年实绩 | 属性 |\n|---|---|---|---|\n| 甲率（%） | 75 | 70.0 | 预期性 |\n";

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("regions", REGIONS), ("above", ABOVE), ("earlier", EARLIER)] {
        fs::write(folder.path().join(name).with_extension("plan"), text).unwrap();
    }
    folder
}

#[test]
fn a_brief_says_what_is_accepted_and_why() {
    let folder = folder();
    let asked = ["brief", "乙县", "--period", "2026-2030"];
    let output = planlint(folder.path(), &asked);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(text(&output.stdout), SAID);
    let english = planlint(folder.path(), &[&asked[..], &["--lang", "en"]].concat());
    let english = text(&english.stdout);
    let rate = english.split("\n\n").find(|part| part.contains("binding")).unwrap();
    let expected = "甲率（%） 2030 (binding, mean)
  meets those above: 90
  catches up: ≥81
  keeps its distance: ≥80
  above: 甲省 90 (row 2, 2030)
  own base: 乙县 70.0 (row 1, 2025)
  earlier plan: 乙县 75 (row 1, 2025)";
    assert_eq!(rate, expected);
}

#[test]
fn a_part_of_a_name_is_enough_where_one_region_has_it() {
    let plans = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/zhejiang");
    let asked = |region: &str, more: &[&str]| {
        planlint(&plans, &[&["brief", region, "--format", "json"], more].concat())
    };
    let whole = asked("德清县", &[]);
    assert!(whole.status.success() && !whole.stdout.is_empty(), "{whole:?}");
    for part in ["德清", " 德清 "] {
        assert_eq!(text(&asked(part, &[]).stdout), text(&whole.stdout), "{part}");
    }
    // Two in the register, neither of which has a plan here: both are told as a plan has to write them.
    let several = asked("鼓楼", &[]);
    assert_eq!((several.status.code(), several.stdout.len()), (Some(2), 0));
    let said = text(&several.stderr);
    assert!(said.contains("\n  徐州市/鼓楼区\n") && said.contains("/鼓楼区"), "{said}");
    // Of a part that a thousand have the first are told, and how many more there are.
    let all = text(&asked("县", &["--lang", "en"]).stderr);
    assert!(all.lines().count() == 22 && all.contains("more)"), "{all}");
    let slip = asked("德清具", &[]);
    assert_eq!(slip.status.code(), Some(2));
    let slip = text(&slip.stderr);
    assert!(slip.contains("没有这个地区") && slip.ends_with("  德清县\n"), "{slip}");
    assert_eq!(text(&asked("甲乙丙丁", &[]).stderr), "没有与“甲乙丙丁”相符的名称\n");
}

const SAID: &str = "乙县：上级可以接受的最低表述（2026—2030）
上级规划：《甲省教育规划》

甲率（%） 2030年（约束性，平均）
  达到上级要求：90
  差距缩小：≥81
  差距基本不变：≥80
  上级：甲省 90（第2行 2030年）
  本地基期：乙县 70.0（第1行 2025年）
  本地早先规划：乙县 75（第1行 2025年）

丙数（个） 2030年（预期性，分解下达）
  达到上级要求：3
  上级：甲省 分解下达 3（第1行 乙县）

乙率（%） 2030年（预期性，逐级达标）
  达到上级要求：<8
  上级：甲省 <8（第3行 2030年）

丁率（%） 2030年（预期性，平均）
  上级还没有填数
  上级：甲省 待补充（第4行 2030年）
  指标目录里没有，方向为推断

还没有数的：
  丁率：甲省 待补充（第4行 2030年）

共 4 项目标，其中约束性 1 项；3 项有最低表述
";

#[test]
fn other_formats_say_the_same() {
    let folder = folder();
    let asked = |format| {
        let options = ["brief", "乙县", "--period", "2026-2030", "--format", format];
        text(&planlint(folder.path(), &options).stdout).to_owned()
    };
    let json: serde_json::Value = serde_json::from_str(&asked("json")).unwrap();
    assert_eq!(json["schema"], "planlint-brief/1");
    let first = &json["targets"][0];
    let steps: Vec<_> = first["steps"]
        .as_array()
        .unwrap()
        .iter()
        .map(|step| (&step["standing"], &step["number"]))
        .collect();
    assert_eq!(
        format!("{steps:?}"),
        r#"[(String("meets"), String("90")), (String("converges"), String("81")), (String("keeps-distance"), String("80"))]"#
    );
    assert_eq!(
        (&first["base"]["written"], &first["earlier"]["written"]),
        (&"70.0".into(), &"75".into())
    );
    assert_eq!(json["unresolved"][0]["written"], "待补充");
    let markdown = asked("md");
    assert!(
        markdown
            .contains("| 甲率（%） | 2030 | 约束性 | 90 | ≥81 | ≥80 | 甲省 90（第2行 2030年）；"),
        "{markdown}"
    );
    assert!(markdown.contains("| 乙率（%） | 2030 | 预期性 | \\<8 |"), "{markdown}");
    let plan = asked("plan");
    for line in [
        "规划 《乙县教育规划》",
        "规划期: 2026-2030",
        "主题: 教育",
        "状态: 草案",
        "依据: 《甲省教育规划》",
    ] {
        assert!(plan.lines().any(|written| written == line), "{line} in {plan}");
    }
    fs::write(folder.path().join("new.plan"), plan).unwrap();
    let checked =
        planlint(folder.path(), &["check", "new.plan", "--against", ".", "--format", "concise"]);
    assert!(!text(&checked.stdout).contains("甲率"), "{}", text(&checked.stdout));
}

#[test]
fn what_cannot_be_answered_is_said() {
    let folder = folder();
    let said = |arguments: &[&str]| {
        let output = planlint(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        text(&output.stderr).to_owned()
    };
    assert!(said(&["brief", "乙镇"]).contains("乙镇"));
    assert!(said(&["brief", "鼓楼区"]).contains("徐州市/鼓楼区"));
    assert!(said(&["brief", " "]).contains("名称是空的"));
    assert!(said(&["brief", "乙县", "--period", "2030-2026"]).contains("2026-2030"));
    let nothing = planlint(folder.path(), &["brief", "甲省"]);
    assert_eq!(nothing.status.code(), Some(0));
    assert!(text(&nothing.stdout).contains("没有同一主题的"), "nothing stands above a province");
}

#[test]
fn tasks_that_name_the_region_are_in_every_format() {
    let folder = folder();
    let tasks = "\n任务表\n| 任务 | 地区 | 期限 | 目标 |\n|---|---|---|---|\n| 甲省乡村学校联网工程 | 乙县 | 2028年 | 建成 |\n| 甲省师资培训工程 | | 2027年 | |\n";
    fs::write(folder.path().join("above.plan"), format!("{ABOVE}{tasks}")).unwrap();
    for (format, expected) in [
        ("text", "点名本地的任务：\n  甲省乡村学校联网工程：甲省，期限 2028年，目标 建成（"),
        ("md", "## 点名本地的任务\n\n- 甲省乡村学校联网工程：甲省，期限 2028年，目标 建成（"),
        ("plan", "| 甲省乡村学校联网工程 | 2028年 | 建成 | 见甲省《甲省教育规划》 |"),
        ("json", "\"task\": \"甲省乡村学校联网工程\""),
    ] {
        let asked = ["brief", "乙县", "--period", "2026-2030", "--format", format];
        let said = text(&planlint(folder.path(), &asked).stdout);
        assert!(said.contains(expected), "{format}: {said}");
        assert!(!said.contains("师资培训"), "{format}: {said}");
    }
}
