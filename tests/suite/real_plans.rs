//! What is found in the published plans: every error and warning was judged by a person, and all words are on record.

use std::collections::BTreeMap;

use planlint::{
    config::Language,
    emit::{self, Format, Options},
    engine::Outcome,
    finding::{Finding, Level},
    words::Words,
};

use crate::support::{self, TODAY};

fn outcome() -> Outcome {
    support::check(support::plans(), TODAY).1
}

fn words_of(part: &Option<std::sync::Arc<str>>) -> &str {
    part.as_deref().unwrap_or_default()
}

/// `rule region indicator`, as the lists below name findings.
fn name(finding: &Finding) -> String {
    let subject = &finding.draft.subject;
    format!("{} {} {}", finding.rule, words_of(&subject.region), words_of(&subject.indicator))
}

#[test]
fn every_error_and_warning_is_reviewed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/review.tsv");
    let table = std::fs::read_to_string(path).expect("tests/review.tsv");
    let mut reviewed = BTreeMap::new();
    for line in table.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [id, level, rule, region, indicator, verdict, why] = cells[..] else {
            panic!("seven cells: {line}")
        };
        assert!(["true", "false", "debatable"].contains(&verdict), "{line}");
        assert!(!why.trim().is_empty(), "{line}");
        let told = format!("{level} {rule} {region} {indicator}");
        assert!(reviewed.insert(id.to_owned(), told).is_none(), "twice: {line}");
    }
    let loud = |finding: &&Finding| finding.level >= Level::Warning;
    let mut found = BTreeMap::new();
    for (folder, most) in [("zhejiang", 45), ("outline", 20), ("eu-2030", 10)] {
        let outcome = support::check(support::plans_in(folder), TODAY).1;
        let loud: Vec<_> = outcome.findings.iter().filter(loud).collect();
        assert!(loud.len() <= most, "{} errors and warnings in {folder}", loud.len());
        found.extend(loud.into_iter().map(|finding| {
            (finding.id.clone(), format!("{} {}", finding.level.key(), name(finding)))
        }));
    }
    assert_eq!(found, reviewed, "findings on the left, tests/review.tsv on the right");
}

/// Level, then `rule region indicator`; a year in brackets where it matters.
const EXPECTED: &[(&str, &str)] = &[
    ("error", "table-prose-conflict 德清县 跨县异地就医定点医疗机构开通率"),
    ("error", "weaker-than-parent 德清县 城镇住房保障受益覆盖率"),
    ("error", "binding-downgraded 湖州市 城镇住房保障受益覆盖率"),
    ("error", "dangling-reference 德清县 单位地区生产总值建设用地使用面积下降率"),
    ("warning", "reference-without-progress 德清县 依申请政务服务办件“一网通办”率"),
    ("warning", "weaker-than-parent 湖州市 义务教育段学生在城镇学校就读比例"),
    ("info", "weaker-wording 湖州市 常住人口城镇化率"),
    ("info", "weaker-than-parent 湖州市 亿元GDP生产安全事故死亡率"),
    ("info", "weaker-than-parent 德清县 常住人口城镇化率"),
    ("warning", "binding-not-carried 德清县 亿元GDP生产安全事故死亡率"),
    ("warning", "binding-not-carried 湖州市 掌上办公比例"),
    ("warning", "definition-drift 德清县 跨县异地就医定点医疗机构开通率"),
    ("warning", "worse-than-baseline 浙江省 地级及以上城市空气质量优良天数比率"),
    ("error", "placeholder-value 浙江省 单位地区生产总值建设用地使用面积下降率"),
    ("error", "missing-target 浙江省 城乡居民养老保险保障水平"),
    ("warning", "backslides 德清县 城乡居民收入倍差"),
    ("info", "cited-figure-mismatch 浙江省 常住人口城镇化率"),
    ("info", "estimated-baseline 浙江省 常住人口城镇化率"),
    ("warning", "unexplained-sign 德清县 单位地区生产总值建设用地使用面积下降率"),
    ("info", "unmeasurable-target 杭州市 数字治理"),
    ("info", "softened-commitment 德清县 城镇人均居住面积"),
    ("warning", "basis-mismatch 湖州市 城乡义务教育共同体结对学校"),
    ("info", "basis-mismatch 德清县 城乡义务教育共同体结对学校"),
    ("warning", "number-became-words 德清县 城镇住房保障受益覆盖率"),
    ("warning", "same-value-other-indicator 德清县 村级集体资产"),
    ("warning", "later-than-parent 杭州市 义务教育学校结对率"),
    ("info", "dropped-since-earlier-plan 德清县 "),
    ("info", "pace-break 德清县 常住人口城镇化率"),
    ("info", "tier-skipped 湖州市 城乡居民养老保险保障水平"),
    ("warning", "table-prose-conflict 浙江省 城乡教育共同体"),
    ("warning", "table-prose-conflict 湖州市 引进大学生"),
    ("warning", "definition-drift 湖州市 5G网络覆盖"),
    ("warning", "definition-drift 杭州市 5G网络覆盖"),
    ("info", "definition-drift 湖州市 轨道交通营运里程"),
    ("info", "binding-not-carried 德清县 “浙里办”日活跃用户数"),
    ("warning", "binding-not-carried 德清县 市控以上地表水监测断面Ⅲ类及以上水质比例"),
    ("warning", "child-change-exceeds-parent 德清县 生活垃圾高标准分类示范小区"),
];

#[test]
fn the_problems_a_reviewer_knows_are_found() {
    let outcome = outcome();
    let missing: Vec<_> = EXPECTED
        .iter()
        .filter(|(level, wanted)| {
            !outcome.findings.iter().any(|f| f.level.key() == *level && name(f) == *wanted)
        })
        .collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Indicators of which nothing across levels may be louder than info: parts of names.
const QUIET: &[&str] = &[
    "海绵",
    "空气质量",
    "人均居住面积",
    "收入比",
    "倍差",
    "结对学校",
    "老旧小区",
    "公园绿地",
    "示范小区",
    "避灾",
];

#[test]
fn legitimate_differences_are_not_shouted() {
    let across = [
        "weaker-than-parent",
        "conflicts-with-parent",
        "weaker-wording",
        "wrong-tag-applied",
        "value-out-of-range",
        "table-prose-conflict",
    ];
    let outcome = outcome();
    let shouted: Vec<_> = outcome
        .findings
        .iter()
        .filter(|finding| finding.level >= Level::Warning && across.contains(&finding.rule))
        .filter(|finding| {
            let indicator = words_of(&finding.draft.subject.indicator);
            let region = words_of(&finding.draft.subject.region);
            QUIET.iter().any(|part| indicator.contains(part))
                || ["桐庐县", "淳安县", "建德市", "杭州市"].contains(&region)
                || finding.rule == "value-out-of-range"
        })
        .map(name)
        .collect();
    assert!(shouted.is_empty(), "{shouted:#?}");
}

#[test]
fn all_words_are_on_record() {
    let outcome = outcome();
    for (language, name) in [(Language::Zh, "zh"), (Language::En, "en")] {
        let words = Words::new(language, support::sheets());
        for finding in &outcome.findings {
            words.try_say(finding).unwrap();
        }
        let options = Options { verbose: true, ..Options::default() };
        let mut out = Vec::new();
        emit::write_outcome(Format::Concise, &outcome, &words, options, &mut out).unwrap();
        let shown = String::from_utf8(out).unwrap();
        // How many rules there are is no matter of these plans.
        let (before, behind) = shown.rsplit_once(language.pick(" 条规则", " rules")).unwrap();
        let before = before.trim_end_matches(|c: char| c.is_ascii_digit());
        let shown = format!("{before}…{}{behind}", language.pick(" 条规则", " rules"));
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(format!("plans_{name}"), shown);
        });
    }
}
