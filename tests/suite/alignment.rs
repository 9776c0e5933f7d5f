//! Comparisons that must not be made, and ancestors that must lead: small forests against the rules of section C.

use planlint::{alignment::WhyUnjudged, engine::Outcome, finding::Finding, syntax::Class};

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

#[test]
fn a_reference_hangs_where_the_plan_above_has_no_number_for_its_year() {
    let prose = |row: &str| format!("正文\n| 位置 | 范围 | 指标 | 年份 | 表述 |\n| 一 | {row} |");
    for (above, why) in [
        (prose("县城 | 覆盖率 | 2025 | 90"), Some(WhyUnjudged::NoReference)),
        (prose("县城 | 覆盖率 | 2025 | 稳步提高"), None),
        (prose("县城 | 覆盖率 | 2030 | 90"), None),
        (table("2020年", "覆盖率 | 80 | 约束性"), None),
        (table("2025年实绩", "覆盖率 | 85 | 约束性"), None),
    ] {
        let outcome = check(&[
            ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 平均 | 0至100 |")),
            ("a.plan", plan("甲省", &above)),
            (
                "b.plan",
                plan("丙市", &table("2020年 | 2025年", "覆盖率 | 80 | 完成上级下达指标 | 约束性")),
            ),
        ]);
        let unjudged: Vec<_> = outcome.undetermined.iter().map(|one| one.why).collect();
        assert_eq!(unjudged, Vec::from_iter(why), "{above}");
        let hanging = found(&outcome, "dangling-reference");
        assert_eq!(hanging.len(), usize::from(why.is_none()), "{above}");
    }
}

#[test]
fn what_is_not_judged_says_why() {
    for (target, why) in [
        ("待定", WhyUnjudged::Placeholder),
        ("—", WhyUnjudged::NoValue),
        ("★25", WhyUnjudged::Unreadable),
        ("较2020年提高5个百分点", WhyUnjudged::NoBase),
        ("稳步提高", WhyUnjudged::WordsOnly),
    ] {
        let outcome = check(&[
            ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 平均 | 0至100 |")),
            ("a.plan", plan("甲省", &table("2020年 | 2025年", "覆盖率 | 80 | 90 | 约束性"))),
            ("b.plan", plan("丙市", &table("2025年", &format!("覆盖率 | {target} | 约束性")))),
        ]);
        let unjudged: Vec<_> = outcome.undetermined.iter().map(|one| one.why).collect();
        assert_eq!(unjudged, [why], "{target}");
    }
}

/// What the plans above say to 乙县, nearest first.
fn said_to_the_county(texts: &[(&str, String)]) -> Vec<String> {
    let texts = texts.iter().map(|(name, text)| (*name, text.as_str()));
    let (world, _) = support::check(support::files(texts), TODAY);
    let named = |region| world.model.catalogue.region_of(region).name.to_string();
    let county = world.model.plans().find(|(_, plan)| plan.region.map(named).unwrap() == "乙县");
    let against = &world.alignment.plan(county.unwrap().0)[0].against;
    against
        .iter()
        .map(|above| {
            let (number, title) = (above.figure.number, &world.model.plan(above.plan).title);
            format!("{} {number} {title}", named(above.region))
        })
        .collect()
}

#[test]
fn what_was_issued_to_the_city_is_for_its_counties_until_the_city_tells_its_own() {
    let head = "2020年 | 2025年";
    let province = |own: &str, issued: &str| {
        let row = format!("覆盖率 | 80 | {own} | 约束性");
        let issued = format!("分解表\n| 指标 | 年份 | 丙市 |\n| 覆盖率 | 2025 | {issued} |");
        plan("甲省", &format!("{}\n{issued}", table(head, &row)))
    };
    let names = ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 逐级达标 | 0至100 |"));
    let first = ("a1.plan", province("90", "95"));
    let county = ("c.plan", plan("乙县", &table(head, "覆盖率 | 60 | 65 | 约束性")));
    let alone = [names, first, county];
    assert_eq!(said_to_the_county(&alone), ["丙市 95 甲省规划"]);
    let city = ("b.plan", plan("丙市", &table(head, "覆盖率 | 85 | 86 | 约束性")));
    let with_city = [&alone[..], &[city]].concat();
    assert_eq!(said_to_the_county(&with_city), ["丙市 86 丙市规划", "甲省 90 甲省规划"]);
    // What a first plan issued to the city is not what the city tells itself: a second one's number counts as well.
    let second = ("a2.plan", province("91", "96").replace("甲省规划", "甲省第二规划"));
    let mut with_second = [&alone[..], &[second]].concat();
    with_second[2].1 =
        with_second[2].1.replace("主题", "依据: 《甲省规划》\n依据: 《甲省第二规划》\n主题");
    let issued = ["丙市 95 甲省规划", "丙市 96 甲省第二规划"];
    assert_eq!(said_to_the_county(&with_second), issued);
}

#[test]
fn of_two_plans_above_the_later_one_asks_for_what_both_state() {
    let outlook =
        plan("甲省", &table("2020年 | 2025年 | 2030年", "覆盖率 | 80 | 90 | 95 | 约束性"));
    let outlook = outlook.replace("甲省规划", "甲省远景规划").replace("2021-2025", "2021-2030");
    let outcome = check(&[
        ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 平均 | 0至100 |")),
        ("a1.plan", plan("甲省", &table("2020年 | 2025年", "覆盖率 | 80 | 90 | 约束性"))),
        ("a2.plan", outlook),
        ("b.plan", plan("丙市", &table("2020年 | 2025年", "合格率 | 80 | 90 | 约束性"))),
    ]);
    let lost = found(&outcome, "binding-not-carried");
    let plans: Vec<_> = lost
        .iter()
        .filter_map(|finding| finding.draft.compared.other.as_ref()?.plan.as_deref())
        .collect();
    assert_eq!(plans, ["甲省远景规划"]);
}

#[test]
fn names_are_compared_without_those_of_their_regions() {
    let regions = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 乾县 | 县 | 甲省 |\n";
    for (below, above, close) in [
        ("乾县水率", "甲省水率", true),
        ("乾县水率", "甲省菜率", false),
        // One character is a part of other words.
        ("乾果乾菜率", "果菜率", false),
    ] {
        let row = |name: &str| table("2020年 | 2025年", &format!("{name}（%） | 80 | 90 | 约束性"));
        let outcome = check(&[
            ("names.plan", regions.to_owned()),
            ("a.plan", plan("甲省", &row(above))),
            ("b.plan", plan("乾县", &row(below))),
        ]);
        assert_eq!(found(&outcome, "definition-drift").len(), usize::from(close), "{below}");
        let lost = found(&outcome, "binding-not-carried").len();
        assert_eq!(lost, usize::from(!close), "{below}");
    }
}

#[test]
fn a_value_between_two_years_has_the_class_that_both_have() {
    let prose = |year: i32, value: i32| {
        format!("\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| 一 | 覆盖率 | {year} | {value} |")
    };
    let class = |tables: String| {
        let above = plan("甲省", &tables).replace("2021-2025", "2021-2027");
        let outcome = check(&[
            ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 逐级达标 | 0至100 |")),
            ("a.plan", above),
            ("b.plan", plan("丙市", &table("2020年 | 2025年", "覆盖率 | 70 | 85 | 约束性"))),
        ]);
        let compared = found(&outcome, "weaker-than-parent")[0].draft.compared.clone();
        let above = compared.other.unwrap();
        (above.words.to_string(), above.class)
    };
    let words = || "92.5".to_owned();
    let both = table("2023年 | 2027年", "覆盖率 | 90 | 95 | 约束性");
    assert_eq!(class(both), (words(), Some(Class::Binding)));
    let first = table("2020年 | 2023年", "覆盖率 | 80 | 90 | 约束性");
    assert_eq!(class(first + &prose(2027, 95)), (words(), None));
    let last = table("2020年 | 2027年", "覆盖率 | 80 | 95 | 约束性");
    assert_eq!(class(last + &prose(2023, 90)), (words(), None));
}

#[test]
fn a_gap_is_told_with_the_one_of_the_year_that_both_print() {
    let outcome = check(&[
        ("names.plan", catalogue("| 覆盖率 | % | 越高越好 | 平均 | 0至100 |")),
        ("a.plan", plan("甲省", &table("2020年 | 2025年", "覆盖率 | 80 | 90 | 约束性"))),
        ("b.plan", plan("丙市", &table("2020年 | 2025年", "覆盖率 | 65 | 85 | 约束性"))),
    ]);
    let compared = &found(&outcome, "weaker-than-parent")[0].draft.compared;
    let now = compared.distance.as_ref().map(|distance| distance.gap.to_string());
    let then = compared.base.map(|base| (base.gap.to_string(), base.year));
    assert_eq!((now.as_deref(), then), (Some("5"), Some(("15".to_owned(), 2020))));
}
