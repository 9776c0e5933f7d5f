//! Decisions and the list of known findings, as a person uses them beside the real plans.

mod known;

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const COUNTY: &str = "plans/zhejiang/deqing-2021-2025.plan";
const CITY: &str = "plans/zhejiang/huzhou-2021-2025.plan";
const DECISIONS: &str = "planlint.decisions.toml";
const BASELINE: &str = "planlint.baseline.toml";

/// The decision on the county's housing target, with other lines at its end.
fn housing(ruling: &str, more: &str) -> String {
    format!(
        "[[decision]]\nrule = \"弱于上级目标\"\nplan = \"《德清县新型城镇化发展“十四五”规划》\"\nindicator = \"城镇住房保障受益覆盖率\"\nyear = 2025\nverdict = \"{ruling}\"\n{more}"
    )
}

const FULL: &str = "reason = \"用地不足\"\napprover = \"省建设厅\"\nchild = \"24\"\nparent = 25\n";

/// The full lines without that of one key.
fn without(key: &str) -> String {
    FULL.lines().filter(|line| !line.starts_with(key)).map(|line| format!("{line}\n")).collect()
}

/// The real plans in a folder of their own.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("plans/zhejiang");
    fs::create_dir_all(&target).unwrap();
    for entry in fs::read_dir(crate::support::plans_folder().join("zhejiang")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, target.join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.join(name), text).unwrap();
}

fn swap(folder: &Path, file: &str, old: &str, new: &str) {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
    write(folder, file, text.replace(old, new));
}

fn county_target(folder: &Path, old: &str, new: &str) {
    swap(folder, COUNTY, &format!("| 23.79      | {old} "), &format!("| 23.79      | {new} "));
}

fn planlint(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words);
    command.args(["--today", "2026-01-31"]).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// What a check says, one line each.
fn check(folder: &Path) -> String {
    text(&planlint(folder, &["check", "plans", "--format", "concise"]).stdout)
}

fn json(folder: &Path) -> serde_json::Value {
    let output = planlint(folder, &["check", "plans", "--format", "json"]);
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The lines that hold all of `parts`.
fn lines<'a>(said: &'a str, parts: &[&str]) -> Vec<&'a str> {
    said.lines().filter(|line| parts.iter().all(|part| line.contains(part))).collect()
}

const WEAKER: [&str; 2] = ["须核改 weaker-than-parent", "城镇住房保障受益覆盖率：德清县"];

#[test]
fn a_declined_finding_is_covered_and_registered_in_every_output() {
    let folder = folder();
    assert_eq!(lines(&check(folder.path()), &WEAKER).len(), 1);
    write(folder.path(), DECISIONS, housing("不采纳", &format!("{FULL}until = 2026-12-31\n")));
    let said = check(folder.path());
    assert_eq!(lines(&said, &WEAKER), [""; 0], "{said}");
    let line = "planlint.decisions.toml:2:8: 已豁免（处理意见：不采纳） 弱于上级目标 德清县 城镇住房保障受益覆盖率 2025 年：用地不足（批准：省建设厅，至 2026-12-31）";
    let full = text(&planlint(folder.path(), &["check", "plans"]).stdout);
    for said in [&said, &full] {
        assert!(said.lines().any(|said| said == line), "{said}");
        assert!(said.lines().last().unwrap().contains("；1 处已登记豁免；"), "{said}");
    }
    let json = json(folder.path());
    let allow = &json["allows"][0];
    assert_eq!(allow["by"], "decision");
    assert_eq!((&allow["verdict"], &allow["approver"]), (&"declined".into(), &"省建设厅".into()));
    assert_eq!((&allow["reason"], &allow["until"]), (&"用地不足".into(), &"2026-12-31".into()));
    assert_eq!((&allow["rule"], &allow["year"]), (&"weaker-than-parent".into(), &2025.into()));
    assert_eq!(allow["indicator"], "城镇住房保障受益覆盖率");
    assert_eq!(allow["place"]["file"], DECISIONS);
}

#[test]
fn a_decision_covers_while_the_gap_is_no_larger() {
    let folder = folder();
    write(folder.path(), DECISIONS, housing("declined", FULL));
    county_target(folder.path(), "24  ", "24.2");
    assert_eq!(lines(&check(folder.path()), &WEAKER), [""; 0]);
    county_target(folder.path(), "24.2", "20  ");
    let back = check(folder.path());
    let back = lines(&back, &WEAKER);
    assert!(back[0].ends_with("；上次同意时 24，现为 20"), "{back:?}");
    // The province asks for as much more as the county promises more: the gap is what was agreed.
    county_target(folder.path(), "20  ", "24.3");
    let province = "plans/zhejiang/zhejiang-2021-2025.plan";
    swap(folder.path(), province, "| 24           | 25   ", "| 24           | 25.3 ");
    assert_eq!(lines(&check(folder.path()), &WEAKER), [""; 0]);
    swap(folder.path(), province, "| 24           | 25.3 ", "| 24           | 25.31");
    let wider = check(folder.path());
    let wider = lines(&wider, &WEAKER);
    assert!(wider[0].ends_with("；上次同意时 24（对照 25），现为 24.3（对照 25.31）"), "{wider:?}");
    let english = planlint(folder.path(), &["check", "plans", "--lang", "en"]);
    assert!(text(&english.stdout).contains("when agreed 24 beside 25, now 24.3 beside 25.31"));
}

const PROVINCE: &str = "plans/zhejiang/zhejiang-2021-2025.plan";

#[test]
fn what_is_accepted_in_part_is_covered_once_the_agreed_value_is_there() {
    let folder = folder();
    let folder = folder.path();
    write(
        folder,
        DECISIONS,
        housing("部分采纳", &format!("value = 24.3\n{FULL}until = 2026-12-31\n")),
    );
    let said = check(folder);
    let stays = lines(&said, &WEAKER);
    let told = "；处理意见：部分采纳（议定值 24.3，尚未改到；2026-12-31 前）：用地不足";
    assert!(stays[0].ends_with(told), "{stays:?}");
    let english = text(&planlint(folder, &["check", "plans", "--lang", "en"]).stdout);
    let told = "decision: accepted in part (agreed value 24.3, not reached yet; by 2026-12-31): ";
    assert!(english.contains(told), "{english}");
    let standing = |json: &serde_json::Value| {
        let findings = json["findings"].as_array().unwrap();
        findings.iter().filter(|finding| finding["standing"] == "short").count()
    };
    assert_eq!(standing(&json(folder)), 1);
    county_target(folder, "24  ", "24.3");
    let reached = json(folder);
    assert_eq!(standing(&reached), 0);
    let allow = &reached["allows"][0];
    assert_eq!((&allow["verdict"], &allow["value"]), (&"partly".into(), &"24.3".into()));
    let sarif = planlint(folder, &["check", "plans", "--format", "sarif"]);
    let sarif: serde_json::Value = serde_json::from_slice(&sarif.stdout).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let covered = results.iter().flat_map(|result| result["suppressions"].as_array()).flatten();
    let values: Vec<_> = covered.map(|one| &one["properties"]["value"]).collect();
    assert_eq!(values, ["24.3"]);
    // What was agreed is a gap of 0.7. The province asks for more: it is larger now, though below the first one.
    swap(folder, PROVINCE, "| 24           | 25   ", "| 24           | 25.5 ");
    let wider = check(folder);
    let wider = lines(&wider, &WEAKER);
    assert!(
        wider[0].ends_with("；上次同意时 24.3（对照 25），现为 24.3（对照 25.5）"),
        "{wider:?}"
    );
    county_target(folder, "24.3", "24.8");
    assert_eq!(lines(&check(folder), &WEAKER), [""; 0]);
    // Beside a smaller target of the province the gap is as agreed, but the value is not there.
    swap(folder, PROVINCE, "| 24           | 25.5 ", "| 24           | 24.8 ");
    county_target(folder, "24.8", "24.2");
    let short = check(folder);
    assert!(lines(&short, &WEAKER)[0].contains("尚未改到"), "{short}");
}

#[test]
fn an_agreed_value_is_read_as_a_plan_writes_it() {
    let folder = folder();
    let folder = folder.path();
    for (line, verdict, said) in [
        ("value = \"高一点\"", "partly", "7:9: 此处应为一个议定值，照规划的写法"),
        ("value = \"24.4，其中城区26\"", "partly", "7:9: 此处应为一个议定值，照规划的写法"),
        ("value = [24.3]", "partly", "7:9: 此处应为引号内的文字"),
        ("value = \"24.3\"", "accepted", "7:9: 部分采纳才有议定值"),
        ("value = \"24.3\"", "不采纳", "7:9: 部分采纳才有议定值"),
    ] {
        write(folder, DECISIONS, housing(verdict, &format!("{line}\n{FULL}")));
        let output = planlint(folder, &["check", "plans"]);
        assert_eq!(output.status.code(), Some(2), "{line}");
        let error = text(&output.stderr);
        assert!(error.contains(said) && error.lines().count() == 1, "{error}");
    }
    county_target(folder, "24  ", "24.3%以上");
    for value in ["24.3", "≥24.3%", "提高到24.3%", "２４.３％以上"] {
        write(folder, DECISIONS, housing("partly", &format!("value = \"{value}\"\n{FULL}")));
        assert_eq!(json(folder)["allows"][0]["value"], value);
    }
    // Without the province's value it would cover whatever that becomes.
    let lacking = format!("value = \"24.3\"\n{}", without("parent"));
    write(folder, DECISIONS, housing("partly", &lacking));
    assert!(check(folder).contains("invalid-allow 这条处理意见没有记下同意时的数值"));
}

#[test]
fn words_that_are_no_plain_number_cover_only_as_they_are() {
    let folder = folder();
    write(folder.path(), DECISIONS, housing("declined", FULL));
    county_target(folder.path(), "24  ", "24左右");
    let about = check(folder.path());
    assert!(about.contains("上次同意时 24，现为 24左右"), "{about}");
    let agreed = FULL.replace("\"24\"", "\"24左右\"");
    write(folder.path(), DECISIONS, housing("declined", &agreed));
    assert_eq!(
        lines(&check(folder.path()), &["weaker-than-parent 城镇住房", "德清县 2025"]),
        [""; 0]
    );
}

#[test]
fn an_accepted_finding_stays_and_is_marked() {
    let folder = folder();
    write(folder.path(), DECISIONS, housing("采纳", "until = \"2026-06-30\"\n"));
    let said = check(folder.path());
    let stays = lines(&said, &WEAKER);
    assert!(stays[0].ends_with("；处理意见：采纳，待修改（2026-06-30 前）"), "{stays:?}");
    assert!(!said.contains("已登记豁免"), "{said}");
    let json = json(folder.path());
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(findings.iter().filter(|finding| finding["standing"] == "agreed").count(), 1);
}

#[test]
fn decisions_that_do_not_hold_are_findings_and_cover_nothing() {
    let folder = folder();
    let cases = [
        (housing("不采纳", &without("approver")), "invalid-allow 这条处理意见没有写明批准人"),
        (housing("不采纳", &without("reason")), "invalid-allow 这条处理意见没有写理由"),
        (housing("不采纳", &without("child")), "invalid-allow 这条处理意见没有记下同意时的数值"),
        (
            housing("不采纳", &format!("{FULL}until = \"2026-02-30\"\n")),
            "invalid-allow 截止日期“2026-02-30”",
        ),
        (
            housing("不采纳", &format!("{FULL}until = 2026-01-30\n")),
            "expired-allow 这条处理意见到 2026-01-30 为止",
        ),
        (housing("不采纳", FULL).replace("2025", "2024"), "unused-allow 这条处理意见没有用上"),
        (housing("采纳", FULL).replace("2025", "2024"), "unused-allow 会议要求修改的问题已不存在"),
        (
            housing("不采纳", FULL).replace("德清县新型", "德清县新形"),
            "unused-allow 没有检查过名为",
        ),
        (
            housing("不采纳", FULL).replace("德清县新型城镇化发展", "安吉县交通"),
            "unused-allow 1 条处理意见说的规划",
        ),
        (
            housing("不采纳", FULL).replace("弱于上级目标", "低于目标"),
            "invalid-allow 没有名为“低于目标”的规则",
        ),
        (housing("不采纳", FULL).replace("弱于上级目标", "missing-head"), "invalid-allow “"),
    ];
    for (decision, expected) in cases {
        write(folder.path(), DECISIONS, &decision);
        let output = planlint(folder.path(), &["check", "plans", "--format", "concise", "-v"]);
        let said = text(&output.stdout);
        assert_eq!(lines(&said, &WEAKER).len(), 1, "{decision}\n{said}");
        let told = lines(&said, &["planlint.decisions.toml:"]);
        assert_eq!(told.len(), 1, "{decision}\n{told:?}");
        assert!(told[0].contains(expected), "{told:?}");
    }
}

#[test]
fn a_comment_on_a_binding_error_stays_invalid() {
    let folder = folder();
    swap(
        folder.path(),
        COUNTY,
        "| 7    | 城镇住房保障",
        "# 豁免(弱于上级目标) 用地不足\n| 7    | 城镇住房保障",
    );
    let said = check(folder.path());
    assert_eq!(lines(&said, &WEAKER).len(), 1, "{said}");
    assert_eq!(lines(&said, &["须核改 invalid-allow 城镇住房保障"]).len(), 1, "{said}");
}

#[test]
fn every_problem_of_the_decisions_file_is_said_with_its_place() {
    let folder = folder();
    let wrong = "decisions = 1\n[[decision]]\nrule = \"no-progress\"\nplam = \"甲\"\nverdict = \"不采用\"\nyear = \"二〇二五\"\n";
    write(folder.path(), DECISIONS, wrong);
    let output = planlint(folder.path(), &["check", "plans"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        text(&output.stderr).lines().collect::<Vec<_>>(),
        [
            "planlint.decisions.toml:1:1: 没有名为“decisions”的设置；是否为“decision”？",
            "planlint.decisions.toml:2:1: 这一组缺少 plan",
            "planlint.decisions.toml:4:1: 没有名为“plam”的设置；是否为“plan”？",
            "planlint.decisions.toml:5:11: 不认识“不采用”，可用：accepted、partly、declined、采纳、部分采纳、不采纳；是否为“不采纳”？",
            "planlint.decisions.toml:6:8: 此处应为年份，例如 2025",
        ]
    );
}

#[test]
fn hostile_files_are_refused_and_nothing_is_obeyed() {
    let folder = folder();
    let deep = format!("decision = {}", "[".repeat(200_000));
    let huge = "#".repeat((16 << 20) + 1);
    for name in [DECISIONS, BASELINE] {
        for (bytes, said) in [
            (deep.as_bytes(), "TOML"),
            (huge.as_bytes(), "文件太大"),
            (b"\xFF\x00".as_slice(), "不是 UTF-8 文字"),
            ("\"\u{1b}[31m\" = 1".as_bytes(), ":1:2: "),
        ] {
            write(folder.path(), name, bytes);
            let output = planlint(folder.path(), &["check", "plans"]);
            assert_eq!(output.status.code(), Some(2), "{said}");
            let error = text(&output.stderr);
            assert!(error.contains(name) && error.contains(said), "{error}");
            assert!(!error.contains('\u{1b}') && error.len() < 10_000, "{error}");
        }
        fs::remove_file(folder.path().join(name)).unwrap();
    }
}

#[test]
fn the_files_stand_beside_the_configuration_and_never_beside_the_plans() {
    let folder = folder();
    let below = folder.path().join("plans");
    write(&below, DECISIONS, housing("不采纳", FULL));
    assert_eq!(lines(&check(folder.path()), &WEAKER).len(), 1);
    fs::rename(below.join(DECISIONS), folder.path().join(DECISIONS)).unwrap();
    write(folder.path(), "planlint.toml", "");
    let output = planlint(&below, &["check", "--format", "concise"]);
    let said = text(&output.stdout);
    assert_eq!(lines(&said, &["../planlint.decisions.toml:2:8: 已豁免"]).len(), 1, "{said}");
}

#[test]
fn twenty_runs_give_the_same_bytes() {
    let folder = folder();
    let more = housing("采纳", "").replace("2025\n", "2025\nid = \"0000000000\"\n");
    write(folder.path(), DECISIONS, housing("不采纳", FULL) + &more);
    planlint(folder.path(), &["baseline", "write", "plans"]);
    let list = fs::read(folder.path().join(BASELINE)).unwrap();
    county_target(folder.path(), "24  ", "23.9");
    let first = planlint(folder.path(), &["check", "plans", "--format", "json"]).stdout;
    let said = text(&first);
    assert!(
        said.contains("\"known\": true") && said.contains("\"standing\": \"lapsed\""),
        "{said}"
    );
    for threads in ["1", "2"].iter().cycle().take(20) {
        let words = ["check", "plans", "--format", "json", "--threads", threads];
        assert!(planlint(folder.path(), &words).stdout == first);
    }
    county_target(folder.path(), "23.9", "24  ");
    planlint(folder.path(), &["baseline", "write", "plans"]);
    assert!(fs::read(folder.path().join(BASELINE)).unwrap() == list);
}
