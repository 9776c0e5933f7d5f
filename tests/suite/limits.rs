//! The steps of a rising figure against a check of every number, and the roll-up's limit against its outcome for each.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    fs,
};

use planlint::{
    alignment::RollupOutcome,
    config::Settings,
    engine::{self, Limits, RollupReach, World},
    finding::Level,
    quantity::{Decimal, Direction},
};

use crate::{
    command::{planlint, text},
    support::{self, TODAY},
};

const INDICATORS: usize = 160;
const CHILDREN: usize = 3;
/// The end of the range of shares.
const TOP: u64 = 10;

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn one_of(&mut self, words: &[&'static str]) -> &'static str {
        words[usize::try_from(self.roll(words.len() as u64)).unwrap()]
    }
}

/// One indicator: how it is defined, how the parent words its number, what the children state.
struct Case {
    catalogue: String,
    base: String,
    form: &'static str,
    class: &'static str,
    children: [(String, String); CHILDREN],
}

fn case(dice: &mut Dice, number: usize) -> Case {
    let lower = dice.roll(3) == 0;
    let direction = if lower { "越低越好" } else { "越高越好" };
    let relation = dice.one_of(&["逐级达标", "平均", "加权平均(人口)", "加权平均(人口)", "加总"]);
    let range = if relation == "加总" { "≥0".to_owned() } else { format!("0至{TOP}") };
    let forms: &[&str] = if lower {
        &["{}", "≤{}", "<{}", "{}左右"]
    } else {
        &["{}", "≥{}", ">{}", "{}左右"]
    };
    let mut value = |nothing| match dice.roll(8) {
        0 if nothing => "—".to_owned(),
        _ => {
            let tenths = dice.roll(TOP * 2 + 1) * 5;
            dice.one_of(forms).replace("{}", &format!("{}.{}", tenths / 10, tenths % 10))
        }
    };
    let children = [(); CHILDREN].map(|()| value(true));
    let mut base = || match dice.roll(3) {
        0 => "—".to_owned(),
        _ => format!("{}", dice.roll(TOP)),
    };
    Case {
        children: children.map(|value| (base(), value)),
        base: base(),
        catalogue: format!("| 甲{number}号 | % | {direction} | {relation} | {range} |"),
        form: dice.one_of(forms),
        class: dice.one_of(&["约束性", "预期性"]),
    }
}

fn texts(cases: &[Case], number: Decimal) -> Vec<(String, String)> {
    let mut names =
        "行政区划\n| 地区 | 层级 | 上级 | 人口 2020 |\n| 丙市 | 市 | | 7 |\n".to_owned();
    for (at, weight) in [1, 2, 4].iter().enumerate() {
        writeln!(names, "| 县{at} | 县 | 丙市 | {weight} |").unwrap();
    }
    names.push_str("\n指标目录\n| 指标 | 单位 | 方向 | 汇总 | 取值范围 |\n");
    let head = |region: &str| {
        format!(
            "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 试验\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n"
        )
    };
    let mut city = head("丙市");
    let mut counties = [0, 1, 2].map(|at| head(&format!("县{at}")));
    for (at, case) in cases.iter().enumerate() {
        writeln!(names, "{}", case.catalogue).unwrap();
        let asked = case.form.replace("{}", &number.to_string());
        writeln!(city, "| 甲{at}号（%） | {} | {asked} | {} |", case.base, case.class).unwrap();
        for (county, (base, value)) in counties.iter_mut().zip(&case.children) {
            writeln!(county, "| 甲{at}号（%） | {base} | {value} | |").unwrap();
        }
    }
    let mut texts = vec![("names.plan".to_owned(), names), ("city.plan".to_owned(), city)];
    texts.extend(counties.into_iter().enumerate().map(|(at, text)| (format!("{at}.plan"), text)));
    texts
}

type Standing = BTreeMap<(String, String), Level>;

/// Who is short of the city in a check, and how loud.
fn checked(cases: &[Case], number: Decimal) -> (World, Standing) {
    let texts = texts(cases, number);
    let texts = texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    let (world, outcome) = support::check(support::files(texts), TODAY);
    let short = ["weaker-than-parent", "conflicts-with-parent"];
    let told = outcome.findings.iter().filter(|finding| short.contains(&finding.rule)).map(|one| {
        let subject = &one.draft.subject;
        let name = |words: &Option<std::sync::Arc<str>>| words.as_deref().unwrap().to_owned();
        ((name(&subject.indicator), name(&subject.region)), one.level)
    });
    let told = told.collect();
    (world, told)
}

fn all_limits(world: &World) -> BTreeMap<String, Limits> {
    let settings = Settings::default();
    let all = world.model.catalogue.indicators().filter(|(_, known)| known.name.starts_with('甲'));
    all.filter_map(|(id, known)| {
        let limits = engine::limits(world, &settings, &support::sheets(), id);
        assert!(limits.len() <= 1, "{}", known.name);
        Some((known.name.to_string(), limits.into_iter().next()?))
    })
    .collect()
}

/// Who is short of `number`, as the steps tell it; the counts are those of the children.
fn told(world: &World, limits: &Limits, number: Decimal) -> BTreeMap<String, Level> {
    let mut levels: Vec<Option<Level>> = vec![None; limits.children.len()];
    let mut broken = limits.start.broken;
    limits.start.turns.iter().for_each(|turn| levels[turn.child] = turn.level);
    for step in limits.steps.as_ref().unwrap() {
        let from = step.from.value;
        let past =
            if limits.direction == Some(Direction::Lower) { number < from } else { number > from };
        if past || number == from && !step.from.open {
            step.turns.iter().for_each(|turn| levels[turn.child] = turn.level);
            broken = step.broken;
        }
    }
    assert_eq!(broken.all(), levels.iter().flatten().count(), "at {number}: {limits:?}");
    assert_eq!(broken.direct, broken.all());
    let region = |at: usize| world.model.statement(limits.children[at].statement).region.unwrap();
    let name = |at: usize| world.model.catalogue.region_of(region(at)).name.to_string();
    levels.iter().enumerate().filter_map(|(at, level)| Some((name(at), (*level)?))).collect()
}

/// Whether the roll-ups of a check are open, by indicator.
fn open(world: &World) -> BTreeMap<String, bool> {
    let rollups = world.model.plans().flat_map(|(plan, _)| world.alignment.rollups(plan));
    let one = |rollup: &planlint::alignment::Rollup| {
        let name = world.model.printed_name(world.model.statement(rollup.parent)).to_owned();
        (name, rollup.outcome == RollupOutcome::Open)
    };
    rollups.map(one).collect()
}

fn reaches(reach: RollupReach, direction: Option<Direction>, number: Decimal) -> bool {
    match reach {
        RollupReach::All => true,
        // Every case has a direction, so that no roll-up lies between two ends.
        RollupReach::Nothing | RollupReach::Between(_) => false,
        RollupReach::Until(end) if end.value == number => !end.open,
        RollupReach::Until(end) if direction == Some(Direction::Lower) => number > end.value,
        RollupReach::Until(end) => number < end.value,
    }
}

#[test]
fn steps_and_limits_agree_with_checking_every_number() {
    let mut dice = Dice(3);
    let cases: Vec<Case> = (0..INDICATORS).map(|at| case(&mut dice, at)).collect();
    let (world, _) = checked(&cases, Decimal::from(5));
    let limits = all_limits(&world);
    assert!(limits.len() > INDICATORS * 9 / 10, "{}", limits.len());
    let (mut short, mut levels, mut closed) = (0, BTreeSet::new(), 0);
    for half in 0..=TOP * 2 {
        let number = Decimal::new(i64::try_from(half).unwrap() * 5, 1).normalize();
        let (other, standing) = checked(&cases, number);
        let rolled = open(&other);
        for (name, limits) in &limits {
            let expected: BTreeMap<String, Level> = standing
                .iter()
                .filter(|((indicator, _), _)| indicator == name)
                .map(|((_, region), level)| (region.clone(), *level))
                .collect();
            assert_eq!(told(&world, limits, number), expected, "{name} at {number}: {limits:?}");
            short += expected.len();
            levels.extend(expected.into_values());
            for reach in &limits.reaches {
                // At the end of a mean's range every region is asked by itself, and nothing is rolled up.
                let Some(met) = rolled.get(name) else { continue };
                let reached = reaches(*reach, limits.direction, number);
                assert_eq!(reached, *met, "{name} at {number}: {limits:?}");
                closed += usize::from(!met);
            }
        }
    }
    assert!(short > 2_000 && levels.len() == 3 && closed > 200, "{short} {levels:?} {closed}");
}

#[test]
fn the_real_plans_say_who_falls_short_where() {
    let plans = support::plans_folder();
    let root = plans.parent().unwrap();
    let run = |words: &[&str]| text(&planlint(root, &[&["limits"], words].concat()).stdout);
    let housing = run(&["城镇住房保障受益覆盖率", "plans/zhejiang"]);
    for said in [
        "浙江省 2025 年目标 25（约束性，越高越好，平均） plans/zhejiang/zhejiang-2021-2025.plan:27",
        "不超过 24%  ",
        "高于 24.5%      2（市 1、县 1）  1       0       1       湖州市 供参考\n",
        "现为 25：2 个下级目标中 2 个达不到",
        "汇总：不汇总（没有各地权重，不能汇总）",
    ] {
        assert!(housing.contains(said), "{said}\n{housing}");
    }
    let share =
        run(&["常住人口城镇化率", "plans/zhejiang", "--region", "浙江省/湖州市", "--lang", "en"]);
    assert!(
        share.contains("now 72: 1 of 1 below fall short\nroll-up: can be met up to about 95.113%"),
        "{share}"
    );
    assert!(!share.contains("浙江省"), "{share}");
    let json = run(&["城镇住房保障受益覆盖率", "plans/zhejiang", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["figures"][0]["steps"][0]["number"], "24");
    // A part of a name is enough where only one region has it.
    let part = run(&["常住人口城镇化率", "plans/zhejiang", "--region", "湖州", "--lang", "en"]);
    assert_eq!(part, share);
    let several = planlint(root, &["limits", "城镇住房保障受益覆盖率", "plans", "--region", "州"]);
    assert_eq!(several.status.code(), Some(0), "{several:?}");
    let none = planlint(root, &["limits", "城镇住房保障受益覆盖率", "plans", "--region", "无"]);
    assert_eq!(none.status.code(), Some(2));
    let none = planlint(root, &["limits", "城镇住房保障受益覆盖率", "plans", "--region", "德清县"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none.stderr).ends_with("有下级可比的地区：\n  浙江省\n  湖州市\n"));
}

#[test]
fn a_sum_is_rolled_up_and_compares_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(1);
    let mut sum = case(&mut dice, 0);
    sum.catalogue = "| 甲0号 | % | 越高越好 | 加总 | ≥0 |".to_owned();
    sum.children = ["3", "4.5", "2"].map(|value| ("—".to_owned(), value.to_owned()));
    sum.form = "{}";
    for (name, text) in texts(&[sum], Decimal::TEN) {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let said = text(&planlint(folder.path(), &["limits", "甲0"]).stdout);
    assert!(said.contains("定多高都没有下级因此达不到\n汇总：最高可以定到 9.5%\n"), "{said}");
}

#[test]
fn whoever_takes_over_the_number_above_falls_short_of_none() {
    let names = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 乙市 | 市 | 甲省 |\n| 丙市 | 市 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| 甲率 | % | 越高越好 | 逐级达标 |\n";
    let plan = |region: &str, target: &str| {
        format!(
            "规划 《{region}规划》\n地区: {region}\n规划期: 2021—2025\n\n指标表\n| 指标 | 2025年 | 属性 |\n| 甲率（%） | {target} | 约束性 |\n"
        )
    };
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("names.plan", names.to_owned()),
        ("1.plan", plan("甲省", "25")),
        ("2.plan", plan("乙市", "完成上级下达指标")),
        ("3.plan", plan("丙市", "26")),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let limits = planlint(folder.path(), &["limits", "甲率", "--format", "json"]);
    let limits: serde_json::Value = serde_json::from_slice(&limits.stdout).unwrap();
    let steps = limits["figures"][0]["steps"].as_array().unwrap();
    let regions: Vec<String> = steps
        .iter()
        .flat_map(|step| step["turns"].as_array().unwrap())
        .map(|turn| turn["region"].to_string())
        .collect();
    assert_eq!(regions, ["\"丙市\""], "{limits:#}");
}

#[test]
fn limits_count_at_the_levels_of_a_check() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        (
            "r.plan",
            "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 乙市 | 市 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| 甲率 | % | 越高越好 | 逐级达标 |\n",
        ),
        (
            "1.plan",
            "规划 《甲省规划》\n地区: 甲省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2025年 | 属性 |\n| 甲率（%） | 25 | 约束性 |\n",
        ),
        (
            "2.plan",
            "规划 《乙市规划》\n地区: 乙市\n规划期: 2021—2025\n\n指标表\n| 指标 | 2025年 | 属性 |\n| 甲率（%） | 24 | 约束性 |\n",
        ),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut counts = Vec::new();
    let placed = "[[override]]\nregions = [\"乙市\"]\nlevels = { weaker-than-parent = \"info\" }\n";
    for (toml, cap) in [("", ""), ("", "warning"), ("", "off"), (placed, "")] {
        fs::write(folder.path().join("planlint.toml"), toml).unwrap();
        let setting = format!("levels.weaker-than-parent={cap}");
        let more: &[&str] = if cap.is_empty() { &[] } else { &["--config", &setting] };
        let limits =
            planlint(folder.path(), &[&["limits", "甲率", ".", "--format", "json"], more].concat());
        let limits: serde_json::Value = serde_json::from_slice(&limits.stdout).unwrap();
        let check = planlint(folder.path(), &[&["check", ".", "--format", "json"], more].concat());
        let check: serde_json::Value = serde_json::from_slice(&check.stdout).unwrap();
        let found = check["findings"].as_array().unwrap().iter();
        let found = found.filter(|finding| finding["rule"] == "weaker-than-parent");
        let found: Vec<String> = found.map(|finding| finding["level"].to_string()).collect();
        let today = &limits["figures"][0]["today"];
        let told: Vec<String> = ["error", "warning", "info"]
            .iter()
            .filter(|level| today[**level] == 1)
            .map(|level| format!("\"{level}\""))
            .collect();
        assert_eq!(told, found, "{toml}{cap}: {limits}");
        counts.push(found.concat());
    }
    assert_eq!(counts, ["\"error\"", "\"warning\"", "", "\"info\""]);
}
