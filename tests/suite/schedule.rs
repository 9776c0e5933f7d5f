//! Observed values against the path of their target: the arithmetic to the last digit, and what is left alone.

use planlint::{
    config::{Language, Settings},
    engine::Outcome,
    finding::{Confidence, Draft, FactRecord, Level},
    quantity::Decimal,
    views::trace_indicator,
};

use crate::support::{self, TODAY};

const NAMES: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲市 | 市 | |\n\n指标目录\n\
    | 指标 | 单位 | 方向 | 汇总 | 路径 | 取值范围 |\n\
    | 绿化率 | % | 越高越好 | 平均 | 直线 | 0至100 |\n\
    | 收入比 | 倍 | 越低越好 | 平均 | 直线 | ≥1 |\n\
    | 总产值 | 亿元 | 越高越好 | 加总 | 复利 | ≥0 |\n\
    | 能耗 | 吨 | 越低越好 | 加总 | 复利 | ≥0 |\n\
    | 改造 | 个 | 越高越好 | 加总 | 直线 | ≥0 |\n\
    | 事故 | 起 | 越低越好 | 加总 | 直线 | ≥0 |\n\
    | 增速 | % | 越高越好 | 平均 | 直线 | 0至100 |\n";

fn plan(title: &str, period: &str, tables: &str) -> String {
    format!("规划 《{title}》\n地区: 甲市\n规划期: {period}\n主题: 试验\n\n{tables}\n")
}

fn check_with(texts: &[&str], settings: &Settings) -> Outcome {
    let named = ["names.plan", "a.plan", "b.plan", "c.plan"];
    let texts = std::iter::once(NAMES).chain(texts.iter().copied());
    support::check_with(support::files(named.into_iter().zip(texts)), TODAY, settings).1
}

/// The findings of one plan of 2021 to 2025 with a table of targets and one of actuals.
fn found(targets: &str, actuals: &str) -> Vec<(Level, Draft)> {
    let text = plan("甲", "2021-2025", &format!("指标表\n{targets}\n\n实绩表\n{actuals}"));
    behind(check_with(&[&text], &Settings::default()))
}

fn behind(outcome: Outcome) -> Vec<(Level, Draft)> {
    let findings = outcome.findings.into_iter();
    let behind = findings.filter(|finding| finding.rule == "behind-schedule");
    behind.map(|finding| (finding.level, finding.draft)).collect()
}

fn progress(draft: &Draft) -> FactRecord {
    draft.facts.told()["progress"].as_object().expect("a record").clone()
}

fn numbers<const N: usize>(draft: &Draft, names: [&str; N]) -> [String; N] {
    names.map(|name| match progress(draft).get(name).and_then(|number| number.as_str()) {
        Some(number) => number.to_owned(),
        None => "None".to_owned(),
    })
}

/// The one finding's level with `due`, `share` and `outlook`.
fn told(targets: &str, actuals: &str) -> (Level, [String; 3]) {
    let found = found(targets, actuals);
    assert_eq!(found.len(), 1, "{found:#?}");
    (found[0].0, numbers(&found[0].1, ["due", "share", "outlook"]))
}

fn expected(level: Level, numbers: [&str; 3]) -> (Level, [String; 3]) {
    (level, numbers.map(str::to_owned))
}

const HEAD: &str = "| 指标 | 2020年 | 2025年 |\n";

#[test]
fn a_line_is_followed_to_the_last_digit() {
    let targets = format!("{HEAD}| 绿化率（%） | 60 | 70 |");
    // Due in 2023: 60 + 10 × 3/5 = 66; covered 4.5 of 6; at 1.5 a year 67.5 in 2025.
    let at = |value: &str| format!("| 指标 | 2023年 |\n| 绿化率（%） | {value} |");
    assert_eq!(told(&targets, &at("64.5")), expected(Level::Warning, ["66", "0.75", "67.5"]));
    // One digit less is less than three quarters: 4.49 / 6 = 0.7483…
    assert_eq!(told(&targets, &at("64.49")), expected(Level::Error, ["66", "0.748", "67.483333"]));
    assert!(found(&targets, &at("66")).is_empty());
    assert_eq!(told(&targets, &at("59")).1[1], "-0.166");
    assert_eq!(told(&targets, &at("60")), expected(Level::Error, ["66", "0", "60"]));
}

#[test]
fn lower_is_better_counts_the_fall() {
    let targets = format!("{HEAD}| 收入比 | 1.70 | 1.60 |");
    // Due in 2021: 1.70 − 0.10 / 5 = 1.68; covered 0.01 of 0.02.
    let actuals = "| 指标 | 2021年 |\n| 收入比 | 1.69 |";
    assert_eq!(told(&targets, actuals), expected(Level::Error, ["1.68", "0.5", "1.65"]));
}

#[test]
fn compound_paths_and_their_outlook_grow_by_a_factor() {
    // 1000 × 1.1² = 1210 is due; 1189 covers 189 of 210; 1000 × 1.189^2.5 = 1541.539…
    let targets =
        format!("{HEAD}| 总产值（亿元） | 1000 | 1610.51 |\n| 能耗（吨） | 1000 | 590.49 |");
    let found =
        found(&targets, "| 指标 | 2022年 |\n| 总产值（亿元） | 1189 |\n| 能耗（吨） | 829 |");
    let all: Vec<_> = found.iter().map(|(_, draft)| numbers(draft, ["due", "share"])).collect();
    // 1000 × 0.9² = 810; 171 of 190.
    assert_eq!(all, [["1210", "0.9"], ["810", "0.9"]].map(|pair| pair.map(str::to_owned)));
    let outlook: Decimal = numbers(&found[0].1, ["outlook"])[0].parse().unwrap();
    assert_eq!(outlook.round_dp(3), Decimal::new(1_541_539, 3));
}

#[test]
fn milestones_are_the_path_and_only_the_latest_year_counts() {
    let targets = "| 指标 | 2020年 | 2022年 | 2025年 |\n| 绿化率（%） | 60 | 66 | 72 |";
    // Due in 2023: 66 + 6/3 = 68; covered 7 of 8; (67 − 60)/3 a year leads to 71.666667.
    let actuals = "| 指标 | 2021年 | 2022年 | 2023年 |\n| 绿化率（%） | 60 | 61 | 67 |";
    let found = found(targets, actuals);
    assert_eq!(
        numbers(&found[0].1, ["due", "share", "outlook", "from", "to"]),
        ["68", "0.875", "71.666667", "66", "72"].map(str::to_owned)
    );
    assert_eq!((found.len(), found[0].1.subject.year), (1, Some(2023)));
}

#[test]
fn the_years_of_a_sum_add_up_along_its_yearly_column() {
    let targets = "| 指标 | 2021年 | 2022年 | 2025年 |\n| 改造（个） | 800 | 500 | [3000] |";
    let yearly = "| 指标 | 2021年 | 2022年 | 2023年 |\n| 改造（个） | 500 | 475 | |";
    // 975 of 1300; 487.5 a year lead to 2437.5.
    assert_eq!(told(targets, yearly), expected(Level::Warning, ["1300", "0.75", "2437.5"]));
    // 1300 + 1700/3 are due in 2023, and the table itself says that it adds up.
    let so_far = "| 指标 | 2023年 | 口径 |\n| 改造（个） | 1400 | 2021年以来累计 |";
    assert_eq!(
        told(targets, so_far),
        expected(Level::Error, ["1866.666667", "0.749", "2333.333333"])
    );
    let missing = "| 指标 | 2022年 |\n| 改造（个） | 100 |";
    assert!(found(targets, missing).is_empty(), "2021 is not reported");
    let ceiling = "| 指标 | 2025年 |\n| 事故（起） | [57] |";
    assert!(found(ceiling, "| 指标 | 2021年 |\n| 事故（起） | 3 |").is_empty());
}

#[test]
fn what_has_no_way_to_cover_is_left_alone() {
    for (targets, actuals) in [
        // Of a rounded digit, nothing follows: 60.67 against 60.666667 less half a unit.
        ("| 绿化率（%） | 60 | 63.31 |", "| 指标 | 2021年 |\n| 绿化率（%） | 60.66 |"),
        ("| 绿化率（%） | 100 | 100 |", "| 指标 | 2023年 |\n| 绿化率（%） | 99 |"),
        ("| 绿化率（%） | | 70 |", "| 指标 | 2023年 |\n| 绿化率（%） | 1 |"),
        ("| 绿化率（%） | 60 | *** |", "| 指标 | 2023年 |\n| 绿化率（%） | 1 |"),
        ("| 绿化率（%） | 60 | 70 |", "| 指标 | 2023年 |\n| 绿化率（%） | *** |"),
        ("| 绿化率（%） | 60 | 70 |", "| 指标 | 2026年 |\n| 绿化率（%） | 1 |"),
        ("| 绿化率（%） | 60 | 70左右 |", "| 指标 | 2025年 |\n| 绿化率（%） | 69 |"),
        ("| 总产值（亿元） | 60 | 70 |", "| 指标 | 2023年 |\n| 总产值（吨） | 1 |"),
    ] {
        let targets = format!("{HEAD}{targets}");
        assert!(found(&targets, actuals).is_empty(), "{targets} {actuals}");
    }
}

#[test]
fn the_base_may_stand_in_the_actuals_themselves() {
    let targets = "| 指标 | 2025年 |\n| 绿化率（%） | 70 |";
    let actuals = "| 指标 | 2020年 | 2023年 |\n| 绿化率（%） | 60 | 63 |";
    assert_eq!(told(targets, actuals), expected(Level::Error, ["66", "0.5", "65"]));
}

#[test]
fn later_plans_bear_witness_and_the_latest_of_them_is_heard() {
    let earlier = plan("甲", "2021-2025", &format!("指标表\n{HEAD}| 绿化率（%） | 60 | 70 |"));
    let middle =
        plan("乙", "2022-2026", "指标表\n| 指标 | 2021年 | 2026年 |\n| 绿化率（%） | 60 | 73 |");
    let later = |head: &str| {
        plan(
            "丙",
            "2023-2027",
            &format!("指标表\n| 指标 | {head} | 2027年 |\n| 绿化率（%） | 63.6 | 75 |"),
        )
    };
    let settings = Settings::default();
    let final_figure = behind(check_with(&[&earlier, &middle, &later("2022年")], &settings));
    // 3.6 of 4 for the first plan; 3.6 of 2.6 for the second, which starts in 2021.
    let all: Vec<_> = final_figure.iter().map(|(_, draft)| numbers(draft, ["share"])).collect();
    assert_eq!(all, [["0.9".to_owned()]]);
    assert_eq!(final_figure[0].1.subject.plan.as_deref(), Some("丙"));
    assert_eq!(final_figure[0].1.subject.other.as_deref(), Some("甲"));
    assert_eq!(final_figure[0].1.confidence, Confidence::Certain);
    let estimate = behind(check_with(&[&earlier, &middle, &later("2022年预计值")], &settings));
    assert_eq!(estimate[0].1.confidence, Confidence::Review);
}

#[test]
fn an_estimate_among_actuals_is_no_error() {
    let targets = format!("{HEAD}| 绿化率（%） | 60 | 70 |");
    let found = found(&targets, "| 指标 | 2023年预计值 |\n| 绿化率（%） | 61 |");
    assert_eq!((found[0].0, found[0].1.confidence), (Level::Warning, Confidence::Review));
}

#[test]
fn the_cut_offs_are_settings() {
    let text = plan(
        "甲",
        "2021-2025",
        &format!(
            "指标表\n{HEAD}| 绿化率（%） | 60 | 70 |\n\n实绩表\n| 指标 | 2023年 |\n| 绿化率（%） | 64.8 |"
        ),
    );
    // 4.8 of 6.
    for (warning, error, level) in [
        ("1", "0.75", Some(Level::Warning)),
        ("0.8", "0.75", None),
        ("1", "0.81", Some(Level::Error)),
    ] {
        let text_of = format!("[schedule]\nwarning = \"{warning}\"\nerror = \"{error}\"\n");
        let settings = planlint::config::read_settings(&text_of, &support::sheets()).unwrap();
        let found = behind(check_with(&[&text], &settings));
        assert_eq!(found.first().map(|(level, _)| *level), level, "{text_of}");
    }
}

#[test]
fn numbers_beyond_all_bounds_are_left_alone() {
    let huge = "9".repeat(28);
    let targets =
        format!("{HEAD}| 总产值（亿元） | 0.0000001 | {huge} |\n| 改造（个） | | [{huge}] |");
    let actuals = format!(
        "| 指标 | 2021年 | 2022年 |\n| 总产值（亿元） | {huge} | 1 |\n| 改造（个） | {huge} | {huge} |"
    );
    assert!(found(&targets, &actuals).is_empty());
}

#[test]
fn a_trace_shows_how_far_a_target_has_come() {
    let tables = format!(
        "指标表\n{HEAD}| 绿化率（%） | 60 | 70 |\n\n实绩表\n| 指标 | 2023年 |\n| 绿化率（%） | 64.5 |"
    );
    let text = plan("甲", "2021-2025", &tables);
    let (world, _) =
        support::check(support::files([("names.plan", NAMES), ("a.plan", &text)]), TODAY);
    let indicator = world.model.catalogue.lookup("绿化率").unwrap();
    let shown = |language| {
        let mut out = Vec::new();
        planlint::emit::write_trace(&trace_indicator(&world, indicator), language, &mut out)
            .unwrap();
        String::from_utf8(out).unwrap()
    };
    let [zh, en] = [Language::Zh, Language::En].map(shown);
    assert!(
        zh.contains("└  ")
            && zh.contains("2023 年已达 64.5%，应到 66%，进度 75%，照此 2025 年为 67.5%"),
        "{zh}"
    );
    assert!(en.contains("64.5% in 2023, 66% due, pace 75%, at this speed 67.5% in 2025"), "{en}");
}
