//! Fixes: each one reads again, removes its finding and settles; files keep their encoding, their line ends and their numbers.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use planlint::{
    engine::{self, Files, Mended},
    finding::Safety,
    rulebook::{Availability, Example},
    text::{Encoding, decode, encode},
};

use crate::support::{self, TODAY};

fn mend(files: &Files, example: &Example, bound: Safety) -> Mended {
    let settings = support::settings_of(example);
    let today = support::today_of(example);
    engine::mend(files, bound, &settings, &support::sheets(), today, Some(1))
}

#[test]
fn every_fix_of_every_example_removes_its_finding_and_settles() {
    for (rule, sheet) in support::sheets().iter() {
        let mut offered = false;
        for (number, example) in (1..).zip(&sheet.examples().unwrap()) {
            let files = support::files_of(example);
            let (_, before) = support::check_with(
                files.clone(),
                example.today.as_deref().map_or(TODAY, |day| day.parse().unwrap()),
                &support::settings_of(example),
            );
            let fixes = before.findings.iter().filter(|finding| finding.draft.fix.is_some());
            let own = fixes.clone().filter(|finding| finding.rule == rule).count();
            offered |= own > 0;
            if fixes.count() == 0 {
                continue;
            }
            let after = mend(&files, example, Safety::Unsafe);
            assert!(after.fixed > 0, "{rule} example {number}");
            for (name, bytes) in &after.changed {
                let old = decode(files[name].content.as_ref().unwrap()).text;
                assert_same_numbers(&old, &decode(bytes).text, &format!("{rule} example {number}"));
            }
            let left = after.outcome.findings.iter().filter(|f| f.draft.fix.is_some());
            assert_eq!(left.count(), 0, "{rule} example {number}: {after:?}");
            let count = |findings: &[planlint::finding::Finding]| {
                findings.iter().filter(|finding| finding.rule == rule).count()
            };
            let (was, is) = (count(&before.findings), count(&after.outcome.findings));
            assert!(is + own <= was, "{rule} example {number}: {was} before, {is} after");
        }
        let said = sheet.fix != Availability::None;
        assert_eq!(offered, said, "{rule}: the sheet says {:?}", sheet.fix);
        assert_eq!((said, said), (sheet.zh.fix.is_some(), sheet.en.fix.is_some()), "{rule}");
    }
}

/// Asserts that `new` has the digits of `old`; a comment that is taken out takes its date along.
fn assert_same_numbers(old: &str, new: &str, at: &str) {
    let digits = |text: &str| {
        let plan = text.lines().filter_map(|line| line.split(['#', '＃']).next());
        plan.flat_map(str::chars).filter(char::is_ascii_digit).collect::<String>()
    };
    assert_eq!(digits(old), digits(new), "{at}");
}

#[test]
fn the_real_plans_have_nothing_that_is_fixed_unasked() {
    let done = engine::mend(
        &support::plans(),
        Safety::Safe,
        &planlint::config::Settings::default(),
        &support::sheets(),
        TODAY,
        Some(1),
    );
    assert_eq!((done.fixed, done.changed.len()), (0, 0), "{:?}", done.changed.keys());
}

const MISSPELT: &str = "规化 《甲省规划》\r\n地区: 浙江省\r\n规划期: 2021—2025\r\n\r\n指标标\r\n| 指标 | 2020年 | 2025年目标值 | 属性 |\r\n| --- | --- | --- | --- |\r\n| 城镇\u{200B}住房保障受益覆盖率（%） | 23.9 | 25 | 约朿性 |\r\n";

fn planlint(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words).output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

#[test]
fn files_keep_their_encoding_and_their_line_ends() {
    for encoding in [Encoding::Utf8, Encoding::Utf8Bom, Encoding::Gb18030, Encoding::Utf16Le] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.plan");
        fs::write(&path, encode(MISSPELT, encoding)).unwrap();
        let shown = planlint(folder.path(), &["fix", "--diff"]);
        assert_eq!(shown.status.code(), Some(1));
        assert!(said(&shown).contains("\n+规划 《甲省规划》"), "{}", said(&shown));
        assert_eq!(fs::read(&path).unwrap(), encode(MISSPELT, encoding), "--diff writes nothing");
        let done = planlint(folder.path(), &["fix"]);
        assert_eq!(done.status.code(), Some(0));
        assert!(said(&done).starts_with("改了 4 处（1 个文件）；"), "{}", said(&done));
        let wanted = MISSPELT.replace("规化", "规划").replace("指标标", "指标表");
        let wanted = wanted.replace('\u{200B}', "").replace("约朿性", "约束性");
        assert_eq!(fs::read(&path).unwrap(), encode(&wanted, encoding));
        let again = planlint(folder.path(), &["fix", "--diff", "--lang", "en"]);
        assert_eq!(again.status.code(), Some(0));
        assert!(said(&again).starts_with("nothing can be fixed without you; "), "{}", said(&again));
    }
}

#[test]
fn a_read_only_file_stays_and_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.plan");
    fs::write(&path, MISSPELT).unwrap();
    fs::write(folder.path().join("b.plan"), MISSPELT.replace('甲', "乙")).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let output = planlint(folder.path(), &["fix"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "./a.plan: 没有权限\n");
    assert_eq!(fs::read_to_string(&path).unwrap(), MISSPELT);
    let other = fs::read_to_string(folder.path().join("b.plan")).unwrap();
    assert!(other.starts_with("规划 《乙省规划》"), "one failure stops no other file");
}

#[test]
fn bytes_that_would_be_lost_leave_the_file_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.plan");
    let bytes = [MISSPELT.as_bytes(), b"# \xFF\n"].concat();
    fs::write(&path, &bytes).unwrap();
    let output = planlint(folder.path(), &["fix"]);
    assert!(said(&output).starts_with("没有可以直接改的问题；还有 "), "{}", said(&output));
    assert_eq!(fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_finding_carries_its_fix_for_machines() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.plan"), MISSPELT).unwrap();
    let json = said(&planlint(folder.path(), &["check", "--format", "json"]));
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let findings = json["findings"].as_array().unwrap();
    let fixes: Vec<_> = findings.iter().map(|f| &f["fix"]).filter(|fix| !fix.is_null()).collect();
    assert_eq!(fixes[0]["safety"], "safe");
    assert_eq!(fixes[0]["message"], "改为“规划”");
    assert_eq!(fixes[0]["edits"][0]["text"], "规划");
    assert_eq!(fixes[0]["edits"][0]["end_column"], 3);
}
