//! The numbers that a finding's help names are what the linter accepts: each is written into the plan and judged again.

use planlint::{
    alignment::Trajectory,
    engine::{File, Files},
    finding::Finding,
    text::Keyed,
};

use crate::support::{self, TODAY};

const NAMES: &str = "\
行政区划
| 地区 | 层级 | 上级 |
| ---- | ---- | ---- |
| 甲省 | 省   |      |
| 丙市 | 市   | 甲省 |
| 乙县 | 县   | 丙市 |

指标目录
| 指标       | 单位      | 方向     | 汇总 |
| ---------- | --------- | -------- | ---- |
| 住房覆盖率 | %         | 越高越好 | 平均 |
| 细颗粒物   | 微克/立方米 | 越低越好 | 平均 |
";

fn plan(region: &str, housing: [&str; 2], dust: [&str; 2]) -> String {
    format!(
        "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 住房\n\n指标表\n\
         | 指标 | 2020年 | 2025年 | 属性 |\n\
         | 住房覆盖率（%） | {} | {} | 约束性 |\n\
         | 细颗粒物（微克/立方米） | {} | {} | 预期性 |\n",
        housing[0], housing[1], dust[0], dust[1]
    )
}

fn family(county: [[&str; 2]; 2], city: Option<[[&str; 2]; 2]>) -> Files {
    let mut files: Vec<(&str, String)> = vec![("names.plan", NAMES.to_owned())];
    files.push(("province.plan", plan("甲省", ["23.9", "25"], ["30", "<25"])));
    let city = city.map(|[housing, dust]| plan("丙市", housing, dust).replace("约束性", "预期性"));
    files.extend(city.map(|city| ("city.plan", city)));
    files.push(("county.plan", plan("乙县", county[0], county[1])));
    support::files(files.iter().map(|(name, text)| (*name, text.as_str())))
}

/// What is held against the county.
fn weaker(files: &Files) -> Vec<Finding> {
    let (_, outcome) = support::check(files.clone(), TODAY);
    let county = |one: &Finding| one.draft.subject.region.as_deref() == Some("乙县");
    let weaker = |one: &Finding| one.rule == "weaker-than-parent" && county(one);
    outcome.findings.into_iter().filter(weaker).collect()
}

fn accepted(finding: &Finding, key: &str) -> Option<String> {
    let told = finding.draft.facts.told();
    Some(told.get("accepted")?.get(key)?.as_str()?.to_owned())
}

/// The findings once `number` stands where the finding points.
fn written(files: &Files, finding: &Finding, number: &str) -> Vec<Finding> {
    let mut files = files.clone();
    let file = files.get_mut("county.plan").unwrap();
    let mut text = String::from_utf8(file.content.clone().unwrap()).unwrap();
    text.replace_range(finding.place().span.range(), number);
    *file = File::of_bytes(text.into_bytes());
    let same = |one: &Finding| one.draft.subject.indicator == finding.draft.subject.indicator;
    weaker(&files).into_iter().filter(same).collect()
}

fn trajectory(finding: &Finding) -> Option<String> {
    let told = finding.draft.facts.told();
    Some(told.get("parent")?.get("trajectory")?.as_str()?.to_owned())
}

#[test]
fn the_nearest_target_is_enough_where_averages_count() {
    let city = Some([["23", "24.5"], ["32", "27"]]);
    let files = family([["23.79", "24"], ["30", "29"]], city);
    let found = weaker(&files);
    let meets: Vec<_> = found.iter().map(|one| accepted(one, "meets")).collect();
    // Of the dust the city's number leads itself.
    assert_eq!(meets, [Some("24.5".to_owned()), None]);
    assert!(written(&files, &found[0], "24.5").is_empty());
    assert_eq!(written(&files, &found[0], "24.4").len(), 1);
}

#[test]
fn what_keeps_up_or_catches_up_is_judged_so() {
    let files = family([["22.9", "23"], ["35", "34"]], None);
    let found = weaker(&files);
    let steps = |key| found.iter().map(|one| accepted(one, key)).collect::<Vec<_>>();
    assert_eq!(steps("keeps_up"), [Some("24".to_owned()), Some("30".to_owned())]);
    assert_eq!(steps("catches_up"), [Some("24.1".to_owned()), Some("29".to_owned())]);
    for finding in &found {
        assert_eq!(trajectory(finding).as_deref(), Some(Trajectory::FallsBehind.key()));
        for (key, expected) in
            [("keeps_up", Trajectory::KeepsDistance), ("catches_up", Trajectory::Converges)]
        {
            let number = accepted(finding, key).unwrap();
            let now = written(&files, finding, &number);
            let now: Vec<_> = now.iter().map(trajectory).collect();
            assert_eq!(now, [Some(expected.key().to_owned())], "{key} {number}");
        }
    }
}
