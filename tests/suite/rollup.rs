//! Roll-ups against trying every value of the silent regions, over small whole numbers.

use std::fmt::Write;

use planlint::{
    alignment::{Rollup, RollupOutcome},
    config::Language,
    engine::World,
    quantity::Decimal,
    words::Words,
};

use crate::support::{self, TODAY};

const INDICATORS: u64 = 150;
const WORLDS: u64 = 30;
const TOP: i64 = 4;

/// One figure of the parent and what the three regions below state of it.
struct Case {
    weighted: bool,
    floor: bool,
    asked: i64,
    parts: [Option<i64>; 3],
}

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> i64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % sides).unwrap()
    }

    fn case(&mut self) -> Case {
        let weighted = self.roll(2) == 0;
        let parts = [(); 3].map(|()| Some(self.roll(7)).filter(|number| *number <= TOP));
        let most = if weighted { 5 } else { 15 };
        Case { weighted, floor: self.roll(2) == 0, asked: self.roll(most), parts }
    }
}

fn texts(cases: &[Case], weights: [i64; 3]) -> Vec<(String, String)> {
    let total: i64 = weights.iter().sum();
    let mut names =
        format!("行政区划\n| 地区 | 层级 | 上级 | 人口 2020 |\n| 丙市 | 市 | | {total} |\n");
    for (at, weight) in weights.iter().enumerate() {
        writeln!(names, "| 县{at} | 县 | 丙市 | {weight} |").unwrap();
    }
    names.push_str("\n指标目录\n| 指标 | 单位 | 方向 | 汇总 | 取值范围 |\n");
    let head = |region: &str| {
        format!(
            "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 试验\n\n指标表\n| 指标 | 2025年 |\n"
        )
    };
    let mut city = head("丙市");
    let mut counties = [0, 1, 2].map(|at| head(&format!("县{at}")));
    for (number, case) in cases.iter().enumerate() {
        let relation = if case.weighted { "加权平均(人口)" } else { "加总" };
        let direction = if case.floor { "越高越好" } else { "越低越好" };
        let range = if case.weighted { format!("0至{TOP}00") } else { "≥0".to_owned() };
        writeln!(names, "| 甲{number}号 | 个 | {direction} | {relation} | {range} |").unwrap();
        let sign = if case.floor { '≥' } else { '≤' };
        writeln!(city, "| 甲{number}号 | {sign}{} |", case.asked * 100).unwrap();
        for (county, part) in counties.iter_mut().zip(case.parts) {
            if let Some(part) = part {
                writeln!(county, "| 甲{number}号 | {} |", part * 100).unwrap();
            }
        }
    }
    let mut texts = vec![("names.plan".to_owned(), names), ("city.plan".to_owned(), city)];
    texts.extend(counties.into_iter().enumerate().map(|(at, text)| (format!("{at}.plan"), text)));
    texts
}

/// Whether any whole numbers of the silent regions meet the figure.
fn attainable(case: &Case, weights: [i64; 3]) -> bool {
    let most = if case.weighted { TOP } else { 15 };
    let choices = case.parts.map(|part| part.map_or(0..=most, |number| number..=number));
    let total: i64 = weights.iter().sum();
    let weigh = |at: usize| if case.weighted { weights[at] } else { 1 };
    let asked = if case.weighted { case.asked * total } else { case.asked };
    choices[0].clone().any(|a| {
        choices[1].clone().any(|b| {
            choices[2].clone().any(|c| {
                let sum = a * weigh(0) + b * weigh(1) + c * weigh(2);
                if case.floor { sum >= asked } else { sum <= asked }
            })
        })
    })
}

fn rollup(world: &World, number: usize) -> Option<&Rollup> {
    let name = format!("甲{number}号");
    let of_name =
        |rollup: &&Rollup| world.model.printed_name(world.model.statement(rollup.parent)) == name;
    world.model.plans().find_map(|(plan, _)| world.alignment.rollups(plan).iter().find(of_name))
}

/// The exact remainder: what is asked, less what is stated, over the weight of the silent.
fn remainder_holds(case: &Case, weights: [i64; 3], rollup: &Rollup) -> bool {
    let Some(needed) = rollup.needed else { return case.parts.iter().all(Option::is_some) };
    let weigh = |at: usize| if case.weighted { weights[at] } else { 1 };
    let (mut stated, mut silent) = (0, 0);
    for (at, part) in case.parts.iter().enumerate() {
        match part {
            Some(number) => stated += number * weigh(at),
            None => silent += weigh(at),
        }
    }
    let total: i64 = weights.iter().sum();
    let asked = if case.weighted { case.asked * total } else { case.asked };
    let share = if case.weighted { Decimal::from(silent) } else { Decimal::ONE };
    let left = Decimal::from((asked - stated) * 100);
    (needed * share - left).abs() < Decimal::new(1, 20)
}

#[test]
fn attainability_agrees_with_trying_every_value() {
    let mut dice = Dice(7);
    let mut seen = [0; 3];
    for _ in 0..WORLDS {
        let cases: Vec<Case> = (0..INDICATORS).map(|_| dice.case()).collect();
        let weights = [(); 3].map(|()| 1 + dice.roll(3));
        let texts = texts(&cases, weights);
        let texts = texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
        let (world, _) = support::check(support::files(texts), TODAY);
        for (number, case) in cases.iter().enumerate() {
            let at_best = case.weighted && case.asked == if case.floor { TOP } else { 0 };
            let Some(rollup) = rollup(&world, number) else {
                // Nobody below states it, or every region is asked for the best there is.
                assert!(
                    at_best || case.parts.iter().all(Option::is_none),
                    "甲{number}号 has no roll-up"
                );
                continue;
            };
            let open = rollup.outcome == RollupOutcome::Open;
            assert_eq!(open, attainable(case, weights), "甲{number}号: {rollup:?}");
            // What every value of the range meets asks nothing of anybody.
            let asks =
                case.asked != if case.floor { 0 } else { TOP } || !case.weighted && !case.floor;
            assert!(!asks || remainder_holds(case, weights, rollup), "甲{number}号: {rollup:?}");
            seen[match rollup.outcome {
                RollupOutcome::Open => 0,
                RollupOutcome::Short(_) => 1,
                RollupOutcome::Over(_) => 2,
            }] += 1;
        }
    }
    assert!(seen.iter().all(|count| *count > 200), "{seen:?}");
}

/// The message of the only finding of `rule` in the example of its sheet at `number`.
fn said(rule: &str, number: usize) -> String {
    let sheets = support::sheets();
    let example = &sheets.get(rule).unwrap().examples().unwrap()[number];
    let (_, outcome) = support::check(support::files_of(example), TODAY);
    let mut found = outcome.findings.iter().filter(|finding| finding.rule == rule);
    let words = Words::new(Language::Zh, sheets.clone());
    let said = words.try_say(found.next().unwrap()).unwrap().message;
    assert!(found.next().is_none());
    said
}

#[test]
fn the_arithmetic_is_shown_to_the_last_digit() {
    assert_eq!(
        said("rollup-shortfall", 0),
        "普通高中：丙市 2025 年约束性目标 200 所，分解到 3 个地区的数合计 60＋90＋30＋预留 10＝190，还差 10 所"
    );
    assert_eq!(
        said("rollup-shortfall", 1),
        "住房覆盖率：丙市 2025 年预期性目标 25%，3 个下级地区的目标按常住人口（2020 年）加权平均为 (24×30＋25×50＋25×20)÷100＝24.7，还差 0.3 个百分点"
    );
    assert_eq!(
        said("rollup-over-cap", 0),
        "建设用地：丙市 2025 年约束性目标“不超过1000”，分解到 3 个地区的数合计 400＋500＋120＝1020，超出 20 亩"
    );
    assert_eq!(
        said("rollup-unattainable", 0),
        "住房覆盖率：丙市 2025 年约束性目标 85%，2 个地区已定的数不变，其余地区即使都达到 100%，按常住人口（2020 年）加权平均也只有 (80×30＋80×50＋100×20)÷100＝84，还差 1 个百分点"
    );
    assert_eq!(
        said("rollup-needs-outlier", 0),
        "住房覆盖率：丙市 2025 年预期性目标 82%，已定目标的 2 个地区占常住人口的一半以上，其余地区平均须达到 87.5%（(82×100−80×30−81×50)÷20＝87.5），比已定目标中最好的乙县（81%）还要好"
    );
    assert_eq!(
        said("child-change-exceeds-parent", 0),
        "普通高中：甲县到 2025 年增加 27 所（到 30 所），比丙市全域的增量 15 所还多"
    );
}
