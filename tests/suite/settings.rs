//! Where settings come from and where they act: arguments, overrides, profiles.

use std::{fs, path::Path, process::Output};

use planlint::{
    config::{self, Language},
    engine,
    text::FileId,
};

use crate::{
    command::{planlint, text},
    support::{self, TODAY},
};

fn said(output: &Output) -> String {
    text(&output.stdout) + &text(&output.stderr)
}

#[test]
fn problems_of_the_file_and_of_the_arguments_come_at_once() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("planlint.toml"), "nobody = 1\n").unwrap();
    let words = ["check", "--config", "levels.unused-alow=off", "--config", "lang=cn"];
    let output = planlint(folder.path(), &words);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        said(&output).lines().collect::<Vec<_>>(),
        [
            "planlint.toml:1:1: 没有名为“nobody”的设置",
            "--config levels.unused-alow=off:1:8: 没有名为“unused-alow”的规则；是否为“unused-allow”？",
            "--config lang=cn:1:6: 不认识“cn”，可用：zh、en",
        ]
    );
    for words in [["--isolated", "--config", "planlint.toml"], ["check", "--config", "none.toml"]] {
        assert_eq!(planlint(folder.path(), &words).status.code(), Some(2), "{words:?}");
    }
    let twice = ["--config", "planlint.toml", "--config", "planlint.toml"];
    assert!(said(&planlint(folder.path(), &twice)).contains("配置文件只能有一个"));
}

#[test]
fn a_broken_override_is_told_with_all_its_problems() {
    let written = "[[override]]\nlevels = {}\n[[override]]\npaths = [\"../x\", \"[\"]\nregion = [\"甲\"]\n[[override]]\nregions = []\nlevels = { nobody = \"off\" }\n";
    let problems = config::read_settings(written, &support::sheets()).unwrap_err();
    let source = planlint::text::Source::new("planlint.toml", written);
    let said: Vec<String> = problems
        .iter()
        .map(|problem| {
            let at = source.position(problem.span.start);
            let words = planlint::words::config_problem(Language::En, &problem.kind);
            format!("{}:{} {words}", at.line, at.column)
        })
        .collect();
    assert_eq!(
        said,
        [
            "1:1 paths or regions is missing here",
            "3:1 levels is missing here",
            "4:10 expected a path below the folder of the configuration, such as \"county/**\"",
            "4:18 expected a path below the folder of the configuration, such as \"county/**\"",
            "5:1 there is no setting “region”; did you mean “regions”?",
            "7:11 expected a list of at least one name",
            "8:12 there is no rule “nobody”",
        ]
    );
}

/// The findings of the real plans under `configuration`, as rule and file.
fn findings(configuration: &str) -> Vec<(&'static str, String)> {
    let sheets = support::sheets();
    let settings = config::read_settings(configuration, &sheets).unwrap();
    let world = engine::understand(support::plans(), &settings, Some(1));
    let outcome = engine::check(&world, &settings, &sheets, TODAY, Some(1));
    let file = |id: FileId| outcome.sources.get(id).unwrap().path.to_string();
    outcome.findings.iter().map(|one| (one.rule, file(one.place().file))).collect()
}

#[test]
fn an_override_acts_in_its_files_and_regions_alone() {
    let of = |findings: &[(&str, String)], file: &str| {
        findings
            .iter()
            .filter(|(rule, path)| *rule == "definition-drift" && path.contains(file))
            .count()
    };
    let all = findings("");
    let off = "levels = { definition-drift = \"off\" }\n";
    let by_path = findings(&format!("[[override]]\npaths = [\"plans/*/deqing-*\"]\n{off}"));
    let by_region = findings(&format!("[[override]]\nregions = [\"湖州市\"]\n{off}"));
    let neither =
        findings(&format!("[[override]]\npaths = [\"elsewhere\"]\nregions = [\"湖州市\"]\n{off}"));
    let back = findings(
        "[levels]\ndefinition-drift = \"off\"\n[[override]]\nregions = [\"湖州市\"]\nlevels = { definition-drift = \"error\" }\n",
    );
    let count = |findings: &[(&str, String)]| {
        ["deqing-2021", "huzhou", "hangzhou"].map(|file| of(findings, file))
    };
    let [deqing, huzhou, hangzhou] = count(&all);
    assert!(deqing > 0 && huzhou > 0 && hangzhou > 0, "{deqing} {huzhou} {hangzhou}");
    assert_eq!(count(&by_path), [0, huzhou, hangzhou]);
    assert_eq!(count(&by_region), [0, 0, hangzhou]);
    assert_eq!(neither, all);
    assert_eq!(count(&back), [deqing, huzhou, 0]);
}

#[test]
fn a_draft_is_judged_by_the_plans_around_it() {
    let plans = support::plans_folder();
    let county = plans.join("zhejiang/deqing-2021-2025.plan");
    let check = |folder: &Path, more: &[&str]| {
        let words =
            ["check", county.to_str().unwrap(), "--format", "concise", "--today", "2026-01-31"];
        text(&planlint(folder, &[&words[..], more].concat()).stdout)
    };
    let draft = check(&plans, &["--profile", "draft"]);
    assert_eq!(draft, check(&plans, &["--against", ".", "-v"]));
    assert!(draft.contains("weaker-than-parent") && draft.contains(": info 供参考 "), "{draft}");
    assert!(!check(&plans, &[]).contains("weaker-than-parent"));
}

#[test]
fn comments_allow_nothing_in_an_audit() {
    let folder = tempfile::tempdir().unwrap();
    let plan = "规划 《甲县规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 覆盖率（%） | 90 | 90 | 预期性 | # planlint: allow(no-progress) 已经全覆盖\n";
    fs::write(folder.path().join("a.plan"), plan).unwrap();
    let check = |more: &[&str]| {
        text(&planlint(folder.path(), &[&["check", "--format", "concise"], more].concat()).stdout)
    };
    let review = check(&[]);
    assert!(!review.contains(" no-progress ") && review.contains("1 处已登记豁免"), "{review}");
    let audit = check(&["--profile", "audit"]);
    assert!(audit.contains(" no-progress ") && !audit.contains("豁免"), "{audit}");
}
