//! Tasks down the levels: who is asked, which names meet, and what the real plans say.

use planlint::{engine::Outcome, finding::Finding};

use crate::support::{self, TODAY};

const NAMES: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 丙市 | 市 | 甲省 |\n| 乙县 | 县 | 丙市 |\n| 丁县 | 县 | 丙市 |\n";

/// The findings about tasks: rule and what they are about.
fn told(outcome: &Outcome) -> Vec<(&str, String)> {
    let about = |finding: &Finding| finding.draft.subject.other.as_deref().map(str::to_owned);
    let tasks = outcome.findings.iter().filter(|finding| finding.rule.starts_with("task-"));
    tasks.map(|finding| (finding.rule, about(finding).unwrap_or_default())).collect()
}

/// Checks a province, a city and a county with these rows of `任务 | 别名 | 上级任务 | 地区 | 期限`.
fn check(rows: [&str; 3]) -> Outcome {
    let plan = |region: &str, rows: &str| {
        format!(
            "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 交通\n\n\
             任务表\n| 任务 | 别名 | 上级任务 | 地区 | 期限 |\n{rows}\n"
        )
    };
    let [province, city, county] = rows;
    let texts = [plan("甲省", province), plan("丙市", city), plan("乙县", county)];
    let names = ["1.plan", "2.plan", "3.plan"].into_iter().zip(texts.iter().map(String::as_str));
    support::check(support::files(names.chain([("names.plan", NAMES)])), TODAY).1
}

#[test]
fn a_task_that_two_levels_give_is_asked_for_once() {
    let rows = [
        "| 甲乙铁路 | | | 乙县 | |",
        "| 甲乙城际 | | 甲乙铁路 | 乙县、丁县 | |",
        "| 别的事 | | | | |",
    ];
    assert_eq!(told(&check(rows)), [("task-not-carried", "甲乙城际".to_owned())]);
}

#[test]
fn a_task_is_carried_under_the_name_the_level_between_gives_it() {
    let between = "| 甲乙城际 | | 甲乙铁路 | | |";
    let rows = |county| ["| 甲乙铁路 | | | 乙县 | |", between, county];
    assert!(told(&check(rows("| 加快甲乙城际建设 | | | | |"))).is_empty());
    let lost = [("task-not-carried", "甲乙铁路".to_owned())];
    assert_eq!(told(&check(rows("| 甲丁城际 | | | | |"))), lost);
}

#[test]
fn every_missed_deadline_above_is_named() {
    let rows = [
        "| 甲乙铁路 | | | | 2023年 |",
        "| 甲乙铁路 | | | | 2024年 |",
        "| 甲乙铁路 | | | | 2025年 |",
    ];
    let outcome = check(rows);
    let notes = |at: usize| outcome.findings.get(at).map(|found| found.draft.related.len());
    let late = ("task-later-than-parent", "甲乙铁路".to_owned());
    assert_eq!(told(&outcome), [late.clone(), late]);
    assert_eq!((notes(0), notes(1)), (Some(1), Some(2)), "the city's finding comes first");
}

#[test]
fn another_region_s_deadline_is_no_deadline_here() {
    let rows = |region: &str| {
        let city = format!("| 老街改造 | | | {region} | 2022年 |");
        told(&check(["", &city, "| 老街改造 | | | | 2025年 |"])).len()
    };
    assert_eq!((rows("丁县"), rows("乙县"), rows("各县"), rows("")), (0, 1, 1, 1));
}

#[test]
fn the_real_plans_are_held_against_each_other() {
    let outcome = support::check(support::plans(), TODAY).1;
    let found = told(&outcome);
    let lost = |name: &str| found.contains(&("task-not-carried", name.to_owned()));
    assert!(lost("国家数字乡村试点") && lost("德清莫干山通用机场二期工程"));
    assert!(found.contains(&("task-without-parent", "杭湖一体化发展先行区".to_owned())));
    assert_eq!(found.len(), 5, "杭州至德清城际铁路工程 is carried as 市域铁路: {found:?}");
}
