//! Comparisons that must not be made, and ancestors that must lead: small forests against the rules of section C.

use planlint::{alignment::WhyUnjudged, engine::Outcome, finding::Finding};

use crate::support::{self, TODAY};

const REGIONS: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 丙市 | 市 | 甲省 |\n| 乙县 | 县 | 丙市 |\n\n";

fn catalogue(row: &str) -> String {
    format!("{REGIONS}指标目录\n| 指标 | 单位 | 方向 | 汇总 | 取值范围 |\n{row}\n")
}

fn plan(region: &str, tables: &str) -> String {
    format!("规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 试验\n\n{tables}\n")
}

fn table(head: &str, row: &str) -> String {
    format!("指标表\n| 指标 | {head} | 属性 |\n| {row} |\n")
}

fn check(texts: &[(&str, String)]) -> Outcome {
    let texts = texts.iter().map(|(name, text)| (*name, text.as_str()));
    support::check(support::files(texts), TODAY).1
}

fn found<'a>(outcome: &'a Outcome, rule: &str) -> Vec<&'a Finding> {
    outcome.findings.iter().filter(|finding| finding.rule == rule).collect()
}

#[test]
fn a_number_outside_its_range_asks_nothing_of_the_level_below() {
    let outcome = check(&[
        ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 逐级达标 | 0至100 |")),
        ("a.plan", plan("甲省", &table("2020年 | 2025年", "覆盖率 | 80 | 900 | 约束性"))),
        ("b.plan", plan("丙市", &table("2020年 | 2025年", "覆盖率 | 80 | 90 | 约束性"))),
    ]);
    assert!(found(&outcome, "weaker-than-parent").is_empty());
    assert!(found(&outcome, "conflicts-with-parent").is_empty());
}

#[test]
fn of_equally_grave_ancestors_the_nearer_leads() {
    let head = "2020年 | 2025年";
    let outcome = check(&[
        ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 平均 | 0至100 |")),
        ("a.plan", plan("甲省", &table(head, "覆盖率 | 80 | 95 | "))),
        ("b.plan", plan("丙市", &table(head, "覆盖率 | 70 | 92 | 预期性"))),
        ("c.plan", plan("乙县", &table(head, "覆盖率 | 60 | 91 | 预期性"))),
    ]);
    let weaker = found(&outcome, "weaker-than-parent");
    let county = weaker.iter().find(|f| f.draft.subject.region.as_deref() == Some("乙县"));
    assert_eq!(county.unwrap().draft.subject.other.as_deref(), Some("丙市"));
}

#[test]
fn the_gap_starts_in_the_latest_year_that_both_print() {
    let outcome = check(&[
        ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 平均 | 0至100 |")),
        ("a.plan", plan("甲省", &table("2019年 | 2025年", "覆盖率 | 80 | 90 | 约束性"))),
        (
            "b.plan",
            plan("丙市", &table("2019年 | 2020年 | 2025年", "覆盖率 | 60 | 65 | 85 | 约束性")),
        ),
    ]);
    let weaker = found(&outcome, "weaker-than-parent");
    assert_eq!(weaker.iter().map(|f| f.draft.case).collect::<Vec<_>>(), ["binding-converges"]);
}

#[test]
fn sums_of_two_periods_have_no_line_between_them() {
    let prose = |rows: &str| format!("正文\n| 位置 | 指标 | 年份 | 表述 |\n{rows}");
    let outcome = check(&[
        ("names.plan", catalogue("| 新建点位 | 个 | 越高越好 | 逐级达标 | |")),
        (
            "a.plan",
            plan(
                "甲省",
                &prose("| 一 | 新建点位 | “十四五” | 100 |\n| 一 | 新建点位 | “十五五” | 400 |"),
            ),
        ),
        ("b.plan", plan("丙市", &prose("| 一 | 新建点位 | 2021-2028 | 120 |"))),
    ]);
    assert!(found(&outcome, "weaker-than-parent").is_empty());
}

#[test]
fn a_number_for_another_part_neither_resolves_a_reference_nor_leaves_it_dangling() {
    let outcome = check(&[
        ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 平均 | 0至100 |")),
        (
            "a.plan",
            plan(
                "甲省",
                "正文\n| 位置 | 范围 | 指标 | 年份 | 表述 |\n| 一 | 县城 | 覆盖率 | 2025 | 90 |",
            ),
        ),
        (
            "b.plan",
            plan("丙市", &table("2020年 | 2025年", "覆盖率 | 80 | 完成上级下达指标 | 约束性")),
        ),
    ]);
    assert!(found(&outcome, "dangling-reference").is_empty());
    assert_eq!(
        outcome.undetermined.iter().map(|u| u.why).collect::<Vec<_>>(),
        [WhyUnjudged::NoReference]
    );
}

#[test]
fn a_change_against_a_base_counts_in_the_unit_of_its_row() {
    let outcome = check(&[
        ("names.plan", catalogue("| 死亡率 | 人/亿元 | 越低越好 | 平均 | |")),
        ("a.plan", plan("甲省", &table("2020年 | 2025年", "死亡率 | 0.016 | 0.01 | 约束性"))),
        (
            "b.plan",
            plan("丙市", &table("2020年 | 2025年", "死亡率 | 0.027 | 较2020年下降50% | 约束性")),
        ),
    ]);
    let weaker = found(&outcome, "weaker-than-parent");
    assert_eq!(weaker.iter().map(|f| f.draft.case).collect::<Vec<_>>(), ["binding-converges"]);
}

#[test]
fn what_is_issued_to_a_region_has_the_class_of_the_row() {
    let head = "2020年 | 2025年";
    let issued = "\n分解表\n| 指标 | 年份 | 丙市 |\n| 能耗下降率 | 2025 | 13 |";
    let outcome = check(&[
        ("names.plan", catalogue("| 能耗下降率 | % | 越高越好 | 分解下达 | |")),
        (
            "a.plan",
            plan("甲省", &format!("{}{issued}", table(head, "能耗下降率 | 10 | 15 | 约束性"))),
        ),
        ("b.plan", plan("丙市", &table(head, "能耗下降率 | 9 | 12 | 约束性"))),
    ]);
    let weaker = found(&outcome, "weaker-than-parent");
    assert_eq!(weaker.iter().map(|f| f.draft.case).collect::<Vec<_>>(), ["binding-each"]);
}
