//! The list of known findings: written, obeyed, compared, tidied.

use std::fs;

use super::{
    BASELINE, CITY, COUNTY, check, county_target, folder, json, lines, planlint, swap, text, write,
};

#[test]
fn known_findings_are_counted_until_they_become_worse() {
    let folder = folder();
    let run = |words: &[&str]| {
        let output = planlint(folder.path(), &[&["baseline"], words, &["plans"]].concat());
        (output.status.code(), text(&output.stdout))
    };
    assert_eq!(run(&["status"]).0, Some(2));
    let found = json(folder.path())["findings"].as_array().unwrap().len();
    let written = format!("planlint.baseline.toml：列入存量问题 {found} 处\n");
    assert_eq!(run(&["write"]), (Some(0), written));
    let output = planlint(folder.path(), &["check", "plans"]);
    assert_eq!(output.status.code(), Some(0));
    let (said, tail) = (text(&output.stdout), format!("未发现新问题；另有 {found} 处存量问题；"));
    assert_eq!(said.lines().count(), 1, "{said}");
    assert!(said.contains(&tail), "{said}");
    let marked = json(folder.path());
    assert_eq!(marked["summary"]["known"], found);
    let findings = marked["findings"].as_array().unwrap();
    assert!(findings.len() == found && findings.iter().all(|finding| finding["known"] == true));
    assert_eq!(
        run(&["status"]),
        (Some(0), format!("存量问题 {found} 处，新增 0 处，已消除 0 处\n"))
    );

    county_target(folder.path(), "24  ", "23.9");
    swap(folder.path(), CITY, "| 89              |", "| 91              |");
    let said = check(folder.path());
    let worse = lines(&said, &["weaker-than-parent"]);
    assert!(worse.len() == 1 && worse[0].ends_with("；列入存量时 24，现为 23.9"), "{said}");
    assert!(said.contains("供参考（加 -v 逐条列出）：存量已消除 1\n"), "{said}");
    let (code, status) = run(&["status"]);
    assert_eq!(code, Some(1));
    assert!(status.contains("已消除 弱于上级目标: 湖州市"), "{status}");
    let tail = format!("存量问题 {} 处，新增 1 处，已消除 1 处", found - 2);
    assert_eq!(status.lines().last(), Some(tail.as_str()), "{status}");

    let kept = format!("planlint.baseline.toml：删去 1 条，保留 {} 条\n", found - 1);
    assert_eq!(run(&["prune"]), (Some(0), kept));
    let kept = format!("planlint.baseline.toml：删去 0 条，保留 {} 条\n", found - 1);
    assert_eq!(run(&["prune"]), (Some(0), kept));
    assert_eq!(run(&["write"]).0, Some(0));
    assert_eq!(run(&["status"]).0, Some(0));
}

#[test]
fn a_list_survives_moved_lines_and_a_check_of_one_plan() {
    let folder = folder();
    planlint(folder.path(), &["baseline", "write", "plans"]);
    let before = fs::read_to_string(folder.path().join(BASELINE)).unwrap();
    for file in [COUNTY, CITY] {
        let plan = fs::read_to_string(folder.path().join(file)).unwrap();
        write(folder.path(), file, format!("# 说明\n\n{plan}"));
    }
    assert_eq!(planlint(folder.path(), &["baseline", "status", "plans"]).status.code(), Some(0));
    let one = planlint(folder.path(), &["check", COUNTY, "--against", "plans", "-v"]);
    let said = text(&one.stdout);
    assert!(one.status.success() && !said.contains("stale-baseline"), "{said}");
    planlint(folder.path(), &["baseline", "prune", COUNTY]);
    let after = fs::read_to_string(folder.path().join(BASELINE)).unwrap();
    let elsewhere = |text: &str| {
        text.lines()
            .filter(|line| !line.contains("德清县新型"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(elsewhere(&after), elsewhere(&before));
}

#[test]
fn a_finding_that_is_louder_than_it_was_is_new() {
    let folder = folder();
    planlint(folder.path(), &["baseline", "write", "plans"]);
    let list = fs::read_to_string(folder.path().join(BASELINE)).unwrap();
    write(folder.path(), BASELINE, list.replace("level = \"warning\"", "level = \"info\""));
    let said = check(folder.path());
    assert!(said.contains("；列入存量时为“供参考”，现为“请说明”"), "{said}");
    let english = text(&planlint(folder.path(), &["check", "plans", "--lang", "en"]).stdout);
    assert!(english.contains("listed as info, now warning"), "{english}");
}
