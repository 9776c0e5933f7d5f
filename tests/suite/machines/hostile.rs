//! Titles, names and reasons that look like commands, tags or links stay text in every format.

use planlint::emit::escape;
use serde_json::Value;

use super::{FORMATS, checked, folder, json, junit};

/// What strangers may write where a name is expected.
const NAMES: [&str; 9] = [
    "::error::假的",
    "甲%0A::error file=x,line=1::乙",
    "]]></system-out></testcase></testsuite>",
    "\"><failure message=\"x\"/>",
    "&lt;b&gt;&amp;",
    "甲\u{202E}乙\u{200B}\u{7}\u{1b}[31m",
    "[点击](http://a.invalid) {0} {{1}}",
    "##[error]假的",
    "率\u{FFFE}\u{FFFF}",
];

/// A plan whose indicators have these names; their values are no numbers.
fn plan() -> String {
    let rows: Vec<String> =
        NAMES.iter().map(|name| format!("| {name}（%） | 20 | 大幅 | 约束性 |\n")).collect();
    format!(
        "规划 《甲省{}规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n{}",
        NAMES.concat(),
        rows.concat()
    )
}

/// What people read of a report, one text each.
fn read_by_people(format: &str, written: &str) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = |value: &Value, part: fn(&Value) -> &Value| {
        value.as_array().unwrap().iter().map(|one| text(part(one))).collect()
    };
    match format {
        "junit" => junit::read(written).iter().map(|case| case.text()).collect(),
        "github" => {
            written.lines().map(|line| line.replace("%0A", "\n").replace("%25", "%")).collect()
        }
        "sarif" => list(&json(written)["runs"][0]["results"], |one| &one["message"]["text"]),
        "rdjson" => list(&json(written)["diagnostics"], |one| &one["message"]),
        "gitlab" => list(&json(written), |one| &one["description"]),
        _ => {
            let lines = written.lines().map(json).filter(|line| line["type"] == "finding");
            lines.map(|line| text(&line["message"])).collect()
        }
    }
}

/// A name as a format has to write it so that its readers see this name.
fn seen(format: &str, name: &str) -> String {
    let shown = escape(name).into_owned();
    match format {
        "jsonl" => name.to_owned(),
        "junit" => shown.replace('\u{FFFE}', "<U+FFFE>").replace('\u{FFFF}', "<U+FFFF>"),
        "sarif" if name.contains("](") => {
            shown.replace('[', "\\[").replace(']', "\\]").replace('{', "{{").replace('}', "}}")
        }
        "sarif" => shown.replace('{', "{{").replace('}', "}}"),
        _ => shown,
    }
}

#[test]
fn strange_names_stay_text_in_every_format() {
    let folder = folder(&[("a::b,c%0A.plan", &plan())]);
    for format in FORMATS {
        let texts = read_by_people(format, &checked(folder.path(), format, &[]));
        for name in NAMES {
            let name = seen(format, name);
            assert!(
                texts.iter().any(|text| text.contains(&name)),
                "{name} in {format}: {texts:#?}"
            );
        }
        let hidden = |c| matches!(c, '\u{202E}' | '\u{200B}' | '\u{7}' | '\u{1b}');
        let shows = |text: &&String| text.contains(hidden) && format != "jsonl";
        assert_eq!(texts.iter().find(shows), None, "{format}");
    }
}

#[test]
fn a_runner_sees_no_command_but_ours() {
    let folder = folder(&[("a::b,c%0A.plan", &plan())]);
    let written = checked(folder.path(), "github", &[]);
    let json = json(&checked(folder.path(), "json", &[]));
    let (last, commands) = written
        .lines()
        .collect::<Vec<_>>()
        .split_last()
        .map(|(last, all)| (*last, all.to_vec()))
        .unwrap();
    let count = |key: &str| json[key].as_array().unwrap().len();
    assert_eq!(commands.len(), count("findings") + count("undetermined"));
    for line in commands {
        let (command, rest) = line.strip_prefix("::").unwrap().split_once(' ').unwrap();
        assert!(["error", "warning", "notice"].contains(&command), "{line}");
        let (properties, _) = rest.split_once("::").unwrap();
        let keys: Vec<&str> =
            properties.split(',').map(|one| one.split('=').next().unwrap()).collect();
        assert!(
            ["file", "line", "endLine", "col", "endColumn", "title"].starts_with(&keys),
            "{line}"
        );
        assert!(properties.starts_with("file=a%3A%3Ab%2Cc%250A.plan,line="), "{line}");
    }
    assert!(last.starts_with("检查 ") && !last.contains("##["), "{last}");
}
