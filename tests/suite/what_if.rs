//! Supposed values: the findings are those of the edited file, byte for byte, and nothing is written.

use std::{collections::BTreeMap, fs, path::Path};

use planlint::{
    config::{Language, Settings},
    emit::{self, Format, Options},
    engine::{self, Aim, Files, Missed},
    text::decode,
    words::Words,
};
use serde_json::Value;

use crate::{
    command::{planlint, text},
    support::{self, TODAY},
};

/// The results of a check of these files as one document.
fn checked(files: Files) -> Vec<u8> {
    let (_, outcome) = support::check(files, TODAY);
    let words = Words::new(Language::Zh, support::sheets());
    let mut out = Vec::new();
    emit::write_outcome(Format::Json, &outcome, &words, Options::default(), &mut out).unwrap();
    out
}

/// A text with the words between two columns of a line replaced, as a hand in an editor would.
fn retyped(whole: &str, line: usize, columns: (usize, usize), value: &str) -> String {
    let mut lines: Vec<String> = whole.split('\n').map(str::to_owned).collect();
    let old: Vec<char> = lines[line].chars().collect();
    let (before, after) = (old[..columns.0].iter(), old[columns.1..].iter());
    lines[line] = before.copied().chain(value.chars()).chain(after.copied()).collect();
    lines.join("\n")
}

#[test]
fn a_supposed_value_is_the_edited_file() {
    let files = support::plans();
    let world = engine::understand(files.clone(), &Settings::default(), Some(1));
    let model = &world.model;
    let mut seen = 0;
    for (plan, head) in model.plans() {
        for (id, statement) in model.statements(plan).filter(|(_, s)| s.in_table()) {
            let source = model.sources.get(head.file).unwrap();
            let [from, to] =
                [statement.words.start, statement.words.end].map(|at| source.position(at));
            let columns = (from.column as usize - 1, to.column as usize - 1);
            let typed = retyped(&source.text, from.line as usize - 1, columns, "12.5");
            let values = BTreeMap::from([(id, "12.5".to_owned())]);
            let supposed = engine::suppose(&files, &world, &values).unwrap();
            let file = supposed[&*source.path].content.as_ref().unwrap();
            assert_eq!(decode(file).text, typed, "{}:{}", source.path, from.line);
            seen += 1;
            if seen % 80 == 1 {
                let mut edited = files.clone();
                edited.get_mut(&*source.path).unwrap().content = Ok(typed.into_bytes());
                assert!(checked(supposed) == checked(edited), "{}:{}", source.path, from.line);
            }
        }
    }
    assert!(seen > 150, "{seen}");
}

#[test]
fn every_target_of_a_table_can_be_aimed_at() {
    let world = engine::understand(support::plans(), &Settings::default(), Some(1));
    let model = &world.model;
    let (mut hit, mut several) = (0, 0);
    for (plan, _) in model.plans() {
        let rows = model.statements(plan).filter(|(_, s)| s.in_table() && !s.cell.is_empty());
        for (id, statement) in rows {
            let region = &model.catalogue.region_of(statement.region.unwrap()).name;
            let name = &model.catalogue.indicator(statement.indicator).name;
            let aim = Aim { path: format!("{region}/{name}"), year: statement.year };
            match engine::aimed_statement(model, &aim) {
                Ok(found) if found == id => hit += 1,
                Ok(found) => {
                    let found = model.statement(found);
                    let same = (found.indicator, found.year, found.region);
                    assert_eq!(same, (statement.indicator, statement.year, statement.region));
                }
                Err(Missed::Several(ids)) => {
                    assert!(ids.len() > 1);
                    several += 1;
                }
                Err(missed) => panic!("{aim:?}: {missed:?}"),
            }
        }
    }
    assert!(hit > 150 && several < hit / 5, "{hit} {several}");
}

fn folder(of: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for entry in fs::read_dir(support::plans_folder().join(of)).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn json(folder: &Path, words: &[&str]) -> Value {
    let output =
        planlint(folder, &[words, &["--format", "json", "--today", "2026-01-31"]].concat());
    serde_json::from_slice(&output.stdout).expect("one document")
}

#[test]
fn what_it_says_is_the_difference_of_two_checks_and_nothing_is_written() {
    let plans = folder("zhejiang");
    let set = [
        "--set",
        "浙江省/城镇住房保障受益覆盖率/2025=25.5",
        "--set",
        "德清县/城镇住房/2025年=24.6",
    ];
    let said = json(plans.path(), &[&["what-if"], &set[..]].concat());
    let before = json(plans.path(), &["check"]);
    for (name, old, new) in [
        ("zhejiang-2021-2025.plan", "| 24           | 25 ", "| 24           | 25.5 "),
        ("deqing-2021-2025.plan", "| 23.79      | 24 ", "| 23.79      | 24.6 "),
    ] {
        let path = plans.path().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(old).count(), 1, "{name}: nothing was written");
        fs::write(&path, text.replace(old, new)).unwrap();
    }
    let after = json(plans.path(), &["check"]);
    assert_eq!((&said["before"], &said["after"]), (&before["summary"], &after["summary"]));
    let list = |document: &Value, key: &str| document[key].as_array().unwrap().clone();
    let parts = |key: &str| list(&said, "changed").iter().map(|one| one[key].clone()).collect();
    let [mut old, mut new] = [parts("before"), parts("after")] as [Vec<Value>; 2];
    old.extend(list(&said, "fixed"));
    new.extend(list(&said, "new"));
    assert!(!old.is_empty() && old.len() + new.len() > 4);
    let rest = |all: Vec<Value>, told: &[Value]| -> Vec<_> {
        assert!(told.iter().all(|one| all.contains(one)), "a finding no check has");
        let rest = all.into_iter().filter(|one| !told.contains(one));
        rest.map(|one| (one["id"].clone(), one["level"].clone(), one["message"].clone())).collect()
    };
    let (old, new) = (rest(list(&before, "findings"), &old), rest(list(&after, "findings"), &new));
    assert_eq!(old, new, "what is not told did not change");
    assert_eq!(said["unchanged"], old.len());
}

#[test]
fn both_languages_say_what_becomes_of_the_findings() {
    let plans = folder("zhejiang");
    let run = |words: &[&str]| planlint(plans.path(), &[&["what-if", "--set"], words].concat());
    let said = run(&["德清县/城镇住房保障受益覆盖率/2025=25"]);
    assert_eq!(said.status.code(), Some(0));
    let said = text(&said.stdout);
    assert!(
        said.starts_with(
            "假定 德清县 城镇住房保障受益覆盖率 2025 年：24 → 25（deqing-2021-2025.plan:"
        ),
        "{said}"
    );
    assert!(
        said.contains("问题已解决 deqing-2021-2025.plan:26:58: 须核改 weaker-than-parent"),
        "{said}"
    );
    let worse = run(&["湖州市/德清县/城镇住房保障受益覆盖率/2025=", "--lang", "en"]);
    assert!(text(&worse.stdout).contains("24 → (empty)"));
    let worse = run(&["湖州市/城镇住房保障受益覆盖率/2025=20", "--lang", "en"]);
    assert_eq!(worse.status.code(), Some(1));
    assert!(
        text(&worse.stdout).contains("raised finding huzhou-2021-2025.plan"),
        "{}",
        text(&worse.stdout)
    );
    let same = text(&run(&["德清县/城镇住房保障受益覆盖率/2025=24"]).stdout);
    assert!(same.contains("\n问题没有变化\n"), "{same}");
}

#[test]
fn what_is_not_there_is_said_with_what_there_is() {
    let plans = folder("zhejiang");
    for (set, said) in [
        ("德清/城镇住房/2025=25", "没有这个地区的规划；有规划的地区：\n  湖州市/德清县"),
        ("德清县/住房公积金/2025=25", "没有这项指标；有：\n  "),
        ("德清县/城镇住房/2026=25", "没有这一年的数值；有这些年份：\n  2020\n  2025"),
        ("德清县/2025=25", "--set 的取值“德清县/2025=25”不可用"),
        ("德清县/城镇住房/2025=2|5", "不可用"),
        ("德清县/城镇住房/2025", "不可用"),
    ] {
        let output = planlint(plans.path(), &["what-if", "--set", set]);
        assert_eq!(output.status.code(), Some(2), "{set}");
        assert!(text(&output.stderr).contains(said), "{set}: {}", text(&output.stderr));
    }
    let set = "德清县/城镇住房/2025=25";
    let twice = planlint(plans.path(), &["what-if", "--set", set, "--set", set]);
    assert_eq!(twice.status.code(), Some(2));
    assert!(text(&twice.stderr).contains("同一个数值假定了两次"));
}
