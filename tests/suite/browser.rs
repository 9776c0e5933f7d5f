//! The report in a browser: Debian's Chromium and axe-core must be installed, see `tests/browser/`.

use std::{fs, path::Path, process::Command};

use crate::{command::planlint, house::root, support::plans_folder};

/// Texts that would be more than text if one place forgot to escape them.
const TITLE: &str = "</title></style></script><script>window.ran=1</script>";
const INDICATOR: &str = "<img src=x onerror=alert(3)>{{7*7}}普及率";
const REGION: &str = "\"><img src=x onerror=alert(5)>";
const NOTE: &str = "=cmd\\|' /C calc'!A0 <!-- ]]> &lt;b&gt;";
const FILES: [&str; 2] = ["\"><img src=x onerror=alert(2)> {% raw %}.plan", "=cmd|' .plan"];
const UNSEEN: &str = "甲\u{202e}乙\u{7}丙\u{200b}丁";

/// A plan on which there is nothing to say.
const CLEAN: &str = "规划 《甲省规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n\
    | 指标 | 2020年 | 2025年 | 属性 | 责任单位 |\n| --- | --- | --- | --- | --- |\n\
    | 城镇住房保障受益覆盖率（%） | 23 | ≥25 | 约束性 | 省建设厅 |\n";

fn plan(title: &str, region: &str, target: u32) -> String {
    let rows = [format!("{INDICATOR}（%）"), "城镇住房保障受益覆盖率（%）".to_owned()]
        .map(|name| format!("| {name} | 20 | {target} | 约束性 | {NOTE} |\n"))
        .concat();
    format!(
        "规划 \"{title}\"\n地区: {region}\n规划期: 2021—2025\n\n指标表\n\
         | 指标 | 2020年 | 2025年 | 属性 | 备注 |\n| --- | --- | --- | --- | --- |\n{rows}"
    )
}

/// Plans whose every text is hostile.
fn write_hostile(folder: &Path) {
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    write("省.plan", plan(TITLE, "浙江省", 25));
    write(FILES[0], plan(UNSEEN, "湖州市", 24));
    write(FILES[1], plan("}}{{7*7}}", REGION, 24));
}

/// The same texts as a reader of the report shall see them, one a line.
fn seen() -> String {
    let unseen = "甲<U+202E>乙<U+0007>丙<U+200B>丁";
    [TITLE, INDICATOR, REGION, FILES[0], FILES[1], "}}{{7*7}}", unseen, "<!-- ]]> &lt;b&gt;"]
        .join("\n")
}

/// Writes the report on `plans` into `folder`, and beside it the findings as JSON.
fn report(folder: &Path, plans: &Path, language: &str) {
    let plans = plans.to_str().unwrap();
    let common = ["--lang", language, "--today", "2026-01-31"];
    let made =
        planlint(folder, &[&["report", plans, "-o", ".", "-f", "html"], &common[..]].concat());
    assert_eq!(made.status.code(), Some(0), "{made:?}");
    let name = if language == "zh" { "审查报告.html" } else { "review.html" };
    fs::rename(folder.join(name), folder.join("report.html")).unwrap();
    let result = ["check", plans, "--format", "json=result.json", "--exit-zero"];
    let checked = planlint(folder, &[&result, &common[..]].concat());
    assert_eq!(checked.status.code(), Some(0), "{checked:?}");
}

#[test]
fn the_report_stands_the_browser() {
    let folder = tempfile::tempdir().unwrap();
    let (clean, hostile) = (folder.path().join("clean"), folder.path().join("bad"));
    fs::create_dir(&clean).unwrap();
    fs::write(clean.join("a.plan"), CLEAN).unwrap();
    fs::create_dir(&hostile).unwrap();
    write_hostile(&hostile);
    let all = plans_folder();
    let runs = [
        ("zh", &all, "zh"),
        ("en", &all, "en"),
        ("none", &clean, "zh"),
        ("hostile", &hostile, "en"),
    ];
    for (run, plans, language) in runs {
        let run = folder.path().join(run);
        fs::create_dir(&run).unwrap();
        report(&run, plans, language);
    }
    fs::write(folder.path().join("hostile/texts.txt"), seen()).unwrap();

    let mut node = Command::new("node");
    node.current_dir(root().join("tests/browser")).env("PLANLINT_REPORTS", folder.path());
    node.env("PLANLINT", env!("CARGO_BIN_EXE_planlint")).env("PLANLINT_PLANS", &all);
    let done = node.args(["--test", "--test-reporter=spec"]).status().expect("node");
    assert!(done.success(), "{done}");
}
