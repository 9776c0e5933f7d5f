//! The outline of a region and its other plans: which is measured by which, and which plan a comparison names.

use planlint::{
    config::Language,
    engine::{Outcome, World},
    hierarchy::ParentReason,
    model::PlanId,
    words::Words,
};

use crate::support::{self, TODAY};

const REGISTER: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 丙市 | 市 | 甲省 |\n\n\
    指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| 覆盖率 | % | 越高越好 | 平均 |\n| 学校 | 所 | 越高越好 | 加总 |\n";

/// A plan of the years 2021 to 2025: `head` are further lines of its head.
fn plan(title: &str, region: &str, head: &str, rows: &str) -> String {
    format!(
        "规划 《{title}》\n地区: {region}\n规划期: 2021-2025\n{head}\n\n\
         指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n{rows}\n"
    )
}

fn outline(rows: &str) -> String {
    plan("丙市发展规划纲要", "丙市", "类型: 规划纲要\n主题: 发展", rows)
}

fn special(rows: &str) -> String {
    plan("丙市教育规划", "丙市", "类型: 专项规划\n主题: 教育", rows)
}

fn check(plans: &[String]) -> (World, Outcome) {
    let names = ["a.plan", "b.plan", "c.plan", "d.plan"];
    let texts = names.into_iter().zip(plans.iter().map(String::as_str));
    support::check(support::files(texts.chain([("names.plan", REGISTER)])), TODAY)
}

fn of(outcome: &Outcome, rule: &str) -> Vec<String> {
    let all = outcome.findings.iter().filter(|finding| finding.rule == rule);
    all.filter_map(|finding| finding.draft.subject.other.as_deref().map(str::to_owned)).collect()
}

#[test]
fn a_special_plan_obeys_the_outline_and_not_the_other_way_round() {
    let (world, outcome) = check(&[
        outline("| 覆盖率 | 80 | 90 | 约束性 |\n| 学校 | 20 | 30 | 预期性 |"),
        special("| 覆盖率 | 80 | 88 | 约束性 |\n| 学校 | 20 | 28 | 预期性 |"),
    ]);
    assert_eq!(of(&outcome, "weaker-than-parent"), ["丙市发展规划纲要", "丙市发展规划纲要"]);
    let (outline, special) = (PlanId(0), PlanId(1));
    assert_eq!(
        world.forest.outlines(special).map(|own| own.plans.as_slice()),
        Some(&[outline][..])
    );
    assert_eq!(world.forest.outlines(outline), None);
    assert!(world.forest.links.is_empty() && world.forest.parents(special).is_empty());
}

#[test]
fn an_outline_of_other_years_or_beside_an_outline_asks_nothing() {
    let rows = |number: u8| format!("| 覆盖率 | 80 | {number} | 约束性 |");
    let later = outline(&rows(90)).replace("2021-2025", "2026-2030").replace("2025年", "2030年");
    let revised = outline(&rows(88)).replace("丙市发展", "丙市新发展");
    let untold = special(&rows(88)).replace("类型: 专项规划\n主题: 教育", "主题: 发展");
    for other in [revised, untold] {
        let (world, outcome) = check(&[outline(&rows(90)), other]);
        assert_eq!(world.forest.outlines(PlanId(1)), None);
        assert!(of(&outcome, "weaker-than-parent").is_empty());
    }
    let (world, outcome) = check(&[later, special(&rows(88))]);
    assert_eq!(world.forest.outlines(PlanId(1)), None);
    assert!(of(&outcome, "weaker-than-parent").is_empty());
}

#[test]
fn what_only_the_outline_states_is_not_missed_in_a_special_plan() {
    let (_, outcome) = check(&[
        outline("| 覆盖率 | 80 | 90 | 约束性 |\n| 学校 | 20 | 30 | 约束性 |"),
        special("| 覆盖率 | 80 | 90 | 约束性 |"),
    ]);
    let rules: Vec<_> = outcome.findings.iter().map(|finding| finding.rule).collect();
    for by_link in
        ["binding-not-carried", "indicator-not-carried", "tier-skipped", "uncited-parent"]
    {
        assert!(!rules.contains(&by_link), "{by_link}");
    }
}

#[test]
fn an_outline_that_is_met_hides_no_break_with_the_plan_above() {
    let rows = |number: u8| format!("| 覆盖率 | 80 | {number} | 约束性 |");
    let above = plan("甲省教育规划", "甲省", "主题: 教育", &rows(95));
    let (world, outcome) = check(&[outline(&rows(90)), special(&rows(90)), above]);
    let weaker = of(&outcome, "weaker-than-parent");
    assert_eq!(weaker, ["甲省", "甲省"], "the outline's own gap, and the special plan's");
    let comparison = &world.alignment.plan(PlanId(1))[0];
    let choices: Vec<_> = comparison.against.iter().map(|against| against.choice).collect();
    assert_eq!(choices, [ParentReason::Outline, ParentReason::Topic]);
}

#[test]
fn each_of_two_named_plans_of_one_region_is_compared_and_named() {
    let rows = |number: u8| format!("| 覆盖率 | 80 | {number} | 预期性 |");
    let outline = plan("甲省发展规划纲要", "甲省", "类型: 规划纲要\n主题: 发展", &rows(90));
    let topic = plan("甲省教育规划", "甲省", "类型: 专项规划\n主题: 教育", &rows(92));
    let cited = "主题: 教育\n依据: 《甲省发展规划纲要》\n依据: 《甲省教育规划》";
    let (world, outcome) =
        check(&[outline.clone(), topic.clone(), plan("丙市教育规划", "丙市", cited, &rows(85))]);
    let against = &world.alignment.plan(PlanId(2))[0].against;
    assert_eq!(against.len(), 2);
    assert!(against.iter().all(|above| above.choice == ParentReason::Named && above.names_plan()));
    let finding = outcome.findings.iter().find(|f| f.rule == "weaker-than-parent").expect("one");
    let words = Words::new(Language::Zh, support::sheets());
    let said = words.try_say(finding).expect("words");
    let notes = said.notes.iter().map(String::as_str).collect::<String>();
    for title in ["《甲省教育规划》", "《甲省发展规划纲要》"] {
        assert!(notes.contains(title), "{notes}");
    }
    assert!(
        said.message.contains("规划》预期性目标 9") || said.message.contains("纲要》预期性目标 9")
    );
    let (world, _) = check(&[outline, topic, special(&rows(85))]);
    let against = &world.alignment.plan(PlanId(2))[0].against;
    assert!(
        matches!(&against[..], [one] if one.choice == ParentReason::Topic && !one.names_plan())
    );
}
