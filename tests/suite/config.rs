//! `planlint.toml`: what it settles, and every problem at once with its place.

use planlint::{
    config::{ConfigProblem, FailOn, Language, Settings, read_settings},
    finding::Level,
    quantity::Decimal,
    rulebook::{RuleSheets, Sheet},
    text::Source,
    words::config_problem,
};

fn sheets() -> RuleSheets {
    let files = [
        ("unused-allow", include_str!("../../rules/unused-allow.toml")),
        ("expired-allow", include_str!("../../rules/expired-allow.toml")),
    ];
    files.into_iter().map(|(name, text)| (name, Sheet::read(text).unwrap())).collect()
}

/// The problems as `line:column sentence`.
fn said(text: &str, language: Language, problems: &[ConfigProblem]) -> Vec<String> {
    let source = Source::new("planlint.toml", text);
    let one = |problem: &ConfigProblem| {
        let at = source.position(problem.span.start);
        format!("{}:{} {}", at.line, at.column, config_problem(language, &problem.kind))
    };
    problems.iter().map(one).collect()
}

#[test]
fn an_empty_file_settles_nothing() {
    assert_eq!(read_settings("", &sheets()), Ok(Settings::default()));
}

#[test]
fn every_key_is_read_exactly() {
    let text = r#"
tiers = ["EU", "member state", "region"]
max-file-size = "8MiB"
lang = "en"
fail-on = "warning,undetermined"

[levels]
unused-allow = "info"
"豁免过期" = "不检查"

[tolerance]
about = 0.1

[trajectory]
converges = "0.9"
diverges = 1.10

[schedule]
warning = "0.95"
error = 0.6
"#;
    let settings = read_settings(text, &sheets()).unwrap();
    assert_eq!(settings.about, Decimal::new(1, 1));
    assert_eq!(settings.trajectory.converges, Decimal::new(9, 1));
    assert_eq!(settings.trajectory.diverges, Decimal::new(11, 1));
    assert_eq!(settings.schedule.warning, Decimal::new(95, 2));
    assert_eq!(settings.schedule.error, Decimal::new(6, 1));
    assert_eq!(settings.max_file_size, 8 << 20);
    assert_eq!(settings.language, Some(Language::En));
    assert_eq!(
        settings.fail_on,
        FailOn { level: Level::Warning, undetermined: true, unread: false }
    );
    assert_eq!(
        settings.tiers.iter().map(|tier| &**tier).collect::<Vec<_>>(),
        ["EU", "member state", "region"]
    );
    assert_eq!(settings.levels.settle("unused-allow", Level::Warning), Level::Info);
    assert!(settings.levels.dropped("expired-allow"));
}

#[test]
fn all_problems_come_at_once_with_their_places() {
    let text = "level = 1\nlanguage = \"zh\"\ntiers = []\nlang = \"cn\"\n[levels]\nunused-alow = \"info\"\nexpired-allow = \"warn\"\n[tolerance]\nabout = \"2\"\n[trajectory]\ndiverges = true\n";
    let problems = read_settings(text, &sheets()).unwrap_err();
    assert_eq!(
        said(text, Language::Zh, &problems),
        [
            "1:1 没有名为“level”的设置；是否为“levels”？",
            "2:1 没有名为“language”的设置",
            "3:9 此处应为名称列表，至少一项",
            "4:8 不认识“cn”，可用：zh、en",
            "6:1 没有名为“unused-alow”的规则；是否为“unused-allow”？",
            "7:17 不认识“warn”，可用：error、warning、info、off、须核改、请说明、供参考、不检查",
            "9:9 此处应为不小于 0、小于 1 的小数，例如 \"0.02\"",
            "11:12 此处应为不小于 1 的小数，例如 \"1.05\"",
        ]
    );
    assert_eq!(
        said(text, Language::En, &problems).first().unwrap(),
        "1:1 there is no setting “level”; did you mean “levels”?"
    );
}

#[test]
fn a_file_that_is_no_toml_is_one_problem_and_the_rest_is_still_read() {
    let text = "tiers = [\"省\", \"市\"\n\n[levels]\nnobody = \"info\"\n";
    let problems = read_settings(text, &sheets()).unwrap_err();
    let said = said(text, Language::Zh, &problems);
    assert!(said.iter().any(|line| line.contains("TOML")), "{said:?}");
    for size in ["64 miles", "-1"] {
        let text = format!("max-file-size = \"{size}\"");
        assert_eq!(read_settings(&text, &sheets()).unwrap_err().len(), 1, "{size}");
    }
}

#[test]
fn one_rule_under_two_names_is_a_problem() {
    let text = "[levels]\nunused-allow = \"info\"\n\"豁免未用\" = \"warning\"\n";
    let problems = read_settings(text, &sheets()).unwrap_err();
    assert_eq!(said(text, Language::En, &problems), ["3:1 “豁免未用” stands twice"]);
}

#[test]
fn a_chinese_key_without_quotes_is_explained() {
    let problems = read_settings("[levels]\n豁免未用 = \"info\"\n", &sheets()).unwrap_err();
    let text = "[levels]\n豁免未用";
    assert_eq!(said(text, Language::Zh, &problems), ["2:1 此处要加引号：\"豁免未用\""]);
}
