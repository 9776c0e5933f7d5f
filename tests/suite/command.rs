//! The command as a person starts it: languages, exit codes, files written.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

const PARENT: &str = "规划 《甲省规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 23.9 | 25 | 约束性 |\n";

/// Runs planlint in `folder` with a bare environment.
pub fn planlint(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words).output().unwrap()
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), PARENT).unwrap();
    folder
}

#[test]
fn nothing_to_do_is_exit_2_and_says_why() {
    let empty = tempfile::tempdir().unwrap();
    let missing = planlint(empty.path(), &["check", "none.plan"]);
    assert_eq!(missing.status.code(), Some(2));
    assert_eq!(text(&missing.stderr), "none.plan: 没有这个文件或目录\n");
    let nothing = planlint(empty.path(), &["--lang", "en"]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(text(&nothing.stderr).contains("no plan files"));
    let wrong = planlint(empty.path(), &["check", "--today", "2026-02-30"]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn every_problem_of_the_configuration_is_said() {
    let folder = folder();
    fs::write(folder.path().join("planlint.toml"), "lang = 1\nnobody = 2\n").unwrap();
    let output = planlint(folder.path(), &["check"]);
    assert_eq!(output.status.code(), Some(2));
    let said = text(&output.stderr);
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("planlint.toml:1:8: ") && said.contains("planlint.toml:2:1: "), "{said}");
}

#[test]
fn the_language_of_the_configuration_yields_to_the_command_line() {
    let folder = folder();
    fs::write(folder.path().join("planlint.toml"), "lang = \"en\"\n").unwrap();
    let last = |words: &[&str]| {
        let output = planlint(folder.path(), words);
        text(&output.stdout).lines().last().unwrap_or_default().to_owned()
    };
    assert!(last(&["check"]).starts_with("checked 1 plan, "), "{}", last(&["check"]));
    assert!(last(&["check", "--lang", "zh"]).starts_with("检查 1 个规划"));
}

#[test]
fn several_formats_come_from_one_run() {
    let folder = folder();
    planlint(folder.path(), &["check", "--format", "concise", "--format", "json=out.json"]);
    let json = fs::read_to_string(folder.path().join("out.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["schema"], "planlint/1");
    assert_eq!(json["summary"]["plans"], 1);
}

#[test]
fn explain_lists_candidates_when_a_part_is_not_enough() {
    let empty = tempfile::tempdir().unwrap();
    let one = planlint(empty.path(), &["explain", "豁免过期"]);
    assert_eq!(one.status.code(), Some(0));
    assert!(text(&one.stdout).contains("expired-allow") && text(&one.stdout).contains("怎么改"));
    let candidates = planlint(empty.path(), &["explain", "豁免"]);
    assert_eq!(candidates.status.code(), Some(2));
    assert!(text(&candidates.stderr).contains("unused-allow"));
    for part in ["expired", "EXPIRED A", "豁免过"] {
        let found = planlint(empty.path(), &["explain", part]);
        assert_eq!((found.status.code(), &found.stdout), (Some(0), &one.stdout), "{part}");
    }
}

#[test]
fn explain_lists_the_rules_when_none_is_named() {
    let empty = tempfile::tempdir().unwrap();
    for language in ["zh", "en"] {
        let [explain, rules] = ["explain", "rules"]
            .map(|command| planlint(empty.path(), &[command, "--lang", language]));
        assert_eq!(explain.status.code(), Some(0), "{explain:?}");
        assert_eq!(text(&explain.stdout), text(&rules.stdout));
        assert!(text(&explain.stdout).contains("\nweaker-than-parent  "), "{explain:?}");
        // The line below the list counts it.
        let said = text(&explain.stdout);
        let (list, count) = said.trim_end().rsplit_once('\n').unwrap();
        let number: String = count.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(number, list.lines().count().to_string(), "{count}");
    }
}

#[test]
fn a_phrase_becomes_one_json_object_a_line() {
    let empty = tempfile::tempdir().unwrap();
    let output = planlint(empty.path(), &["read", "≥25", "待补充", "--format", "json"]);
    let lines: Vec<serde_json::Value> =
        text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["comparator"], lines[0]["targets"][0]["comparator"]);
    assert_eq!((&lines[0]["comparator"], &lines[0]["low"]), (&"ge".into(), &"25".into()));
    assert_eq!(lines[1]["comparator"], "none");
}

#[test]
fn trace_and_export_show_the_values() {
    let folder = folder();
    let trace = planlint(folder.path(), &["trace", "住房保障"]);
    assert!(text(&trace.stdout).contains("浙江省  2025  25    约束性"), "{trace:?}");
    let none = planlint(folder.path(), &["trace", "无此指标"]);
    assert_eq!(none.status.code(), Some(2));
    let csv = text(&planlint(folder.path(), &["export", "--format", "csv"]).stdout);
    assert!(csv.starts_with('\u{FEFF}') && csv.lines().count() == 3, "{csv}");
    let json = text(&planlint(folder.path(), &["export"]).stdout);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json[1]["value"], "25");
}

#[test]
fn plans_of_against_serve_as_parents_and_are_not_reported_on() {
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans");
    let county = plans.join("zhejiang/deqing-2021-2025.plan");
    let words = ["check", county.to_str().unwrap(), "--against", plans.to_str().unwrap()];
    let output = planlint(&plans, &[&words[..], &["--format", "concise"]].concat());
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1));
    assert!(said.contains("城镇住房保障受益覆盖率：德清县 2025 年 24%"), "{said}");
    assert!(said.lines().last().unwrap().starts_with("检查 1 个规划、19 项指标"), "{said}");
    let elsewhere = said.lines().any(|line| line.contains("huzhou-2021-2025.plan:"));
    assert!(!elsewhere, "{said}");
}

/// Runs planlint in `folder` with `input` on its standard input.
fn fed(folder: &Path, words: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words).stdin(Stdio::piped());
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that reads nothing may be gone already.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

#[test]
fn phrases_on_standard_input_may_be_in_any_encoding() {
    let empty = tempfile::tempdir().unwrap();
    let (gb, _, _) = encoding_rs::GB18030.encode("不低于25%\n");
    let read = fed(empty.path(), &["read", "-"], &gb);
    assert_eq!(text(&read.stdout), "不低于25%  →  不低于 25%\n");
    let noise: Vec<u8> = (0..=255).collect();
    let read = fed(empty.path(), &["read", "-"], &noise);
    assert_eq!(read.status.code(), Some(0));
    assert!(!text(&read.stdout).chars().any(|c| c.is_control() && c != '\n'));
}

#[test]
fn terminals_obey_nothing_that_names_and_arguments_hold() {
    let folder = tempfile::tempdir().unwrap();
    let plan = PARENT.replace("城镇", "\u{1b}[31m城镇");
    let rows = format!("{plan}| \u{1b}[32m城镇其他（%） | 1 | 2 | 约束性 |\n");
    fs::write(folder.path().join("a.plan"), rows).unwrap();
    for words in
        [&["trace", "城镇"][..], &["\u{1b}[31m"], &["--lang", "en", "\u{1b}[31m"], &["check"]]
    {
        let output = planlint(folder.path(), words);
        let said = [output.stdout, output.stderr].concat();
        assert!(!said.is_empty() && !said.contains(&0x1b), "{words:?}: {}", text(&said));
    }
}

#[test]
fn init_writes_once_what_a_check_can_read() {
    for (language, keyword) in [("zh", "规划 《德清县"), ("en", "plan \"德清县")] {
        let empty = tempfile::tempdir().unwrap();
        let init = |more: &[&str]| {
            let words = ["init", "--lang", language, "--today", "2026-01-31"];
            planlint(empty.path(), &[&words[..], more].concat())
        };
        for (more, name) in [(&[][..], "planlint.toml"), (&["--plan", "德清县"], "德清县.plan")]
        {
            assert_eq!(init(more).status.code(), Some(0), "{name}");
            let first = fs::read(empty.path().join(name)).unwrap();
            let again = init(more);
            assert_eq!(again.status.code(), Some(2));
            assert!(text(&again.stderr).starts_with(&format!("{name}: ")), "{again:?}");
            assert_eq!(fs::read(empty.path().join(name)).unwrap(), first);
        }
        let plan = fs::read_to_string(empty.path().join("德清县.plan")).unwrap();
        assert!(plan.contains(keyword) && plan.contains("2026-2030"), "{plan}");
        let check = planlint(empty.path(), &["check", "--format", "concise"]);
        let said = text(&check.stdout);
        assert!(said.contains(" placeholder-value "), "{said}");
        let broken = ["unreadable", "unknown-keyword", "unknown-field", "unknown-value", "column"];
        assert!(!broken.iter().any(|rule| said.contains(rule)), "{said}");
        let formatted = planlint(empty.path(), &["fmt", "--check", "."]);
        assert_eq!(formatted.status.code(), Some(0), "{formatted:?}");
        assert_eq!(init(&["--plan", "../德清县"]).status.code(), Some(2));
        assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 2);
    }
}

#[test]
fn init_makes_the_folder_and_says_what_comes_next() {
    let empty = tempfile::tempdir().unwrap();
    let init = |words: &[&str]| planlint(empty.path(), &[&["init"], words].concat());
    let made = init(&["省/市"]);
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let said = text(&made.stdout);
    assert!(said.starts_with("已写入 省/市/planlint.toml\n接下来："), "{said}");
    assert!(empty.path().join("省/市/planlint.toml").is_file());
    let plan = init(&["drafts", "--plan", "德清县", "--lang", "en"]);
    let said = text(&plan.stdout);
    assert!(said.contains("\nnext: open it") && said.contains("run planlint check"), "{said}");
    assert_eq!(text(&init(&["quiet", "-q"]).stdout), "已写入 quiet/planlint.toml\n");
    // Where nothing can be written nothing is made.
    for words in [&["-"][..], &["new", "--plan", "../德清县"], &["quiet/planlint.toml/below"]] {
        let refused = init(words);
        assert_eq!((refused.status.code(), refused.stdout.len()), (Some(2), 0), "{refused:?}");
    }
    let mut made: Vec<_> =
        fs::read_dir(empty.path()).unwrap().map(|f| f.unwrap().file_name()).collect();
    made.sort();
    assert_eq!(made, ["drafts", "quiet", "省"]);
}

#[cfg(unix)]
#[test]
fn a_configuration_that_never_ends_is_refused() {
    let folder = folder();
    let endless = planlint(folder.path(), &["check", "--config", "/dev/zero"]);
    assert_eq!(endless.status.code(), Some(2));
    assert_eq!(text(&endless.stderr), "/dev/zero: 不是普通文件\n");
    fs::write(folder.path().join("planlint.toml"), b"\xFF").unwrap();
    let bytes = planlint(folder.path(), &["check"]);
    assert!(text(&bytes.stderr).ends_with("planlint.toml: 不是 UTF-8 文字\n"), "{bytes:?}");
}

#[test]
fn any_number_of_threads_gives_one_result() {
    let folder = folder();
    fs::write(folder.path().join("b.plan"), PARENT.replace("甲省", "乙省")).unwrap();
    let with = |threads: &str| planlint(folder.path(), &["check", "--threads", threads]).stdout;
    let one = with("1");
    assert!(["0", "2", "100000"].iter().all(|threads| with(threads) == one));
}

#[cfg(target_os = "linux")]
#[test]
fn fmt_writes_a_file_whatever_its_name() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(std::ffi::OsStr::from_bytes(b"\xFF.plan"));
    fs::write(&path, "规划   《甲》\n").unwrap();
    let output = planlint(folder.path(), &["fmt", "."]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(fs::read_to_string(&path).unwrap(), "规划 《甲》\n");
}

#[test]
fn a_bare_planlint_checks_this_folder_or_says_in_one_line_what_is_missing() {
    let folder = folder();
    let bare = planlint(folder.path(), &[]);
    let check = planlint(folder.path(), &["check"]);
    assert_eq!((bare.status.code(), bare.stdout), (check.status.code(), check.stdout));
    let empty = tempfile::tempdir().unwrap();
    for (language, words) in [("zh", "planlint check 路径"), ("en", "planlint check PATH")] {
        let idle = fed(empty.path(), &["--lang", language], PARENT.as_bytes());
        assert_eq!((idle.status.code(), idle.stdout.len()), (Some(2), 0));
        let said = text(&idle.stderr);
        assert!(said.lines().count() == 1 && said.contains(words), "{said}");
    }
}
