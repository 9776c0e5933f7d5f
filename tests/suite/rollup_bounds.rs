//! Where roll-ups turn: each number that is just met, beside the next one that is not.

mod parts;
mod weights;

use std::fmt::Write;

use planlint::{
    alignment::{Rollup, RollupCompleteness, RollupOutcome},
    engine::{Outcome, World},
    quantity::{Bound, Decimal, Interval},
};

use crate::support::{self, TODAY};

const COUNTIES: [&str; 3] = ["甲县", "乙县", "丁县"];

/// A city and what the counties below it state of one indicator.
#[derive(Clone, Copy)]
struct Family<'a> {
    /// Unit, direction, relation and range of the indicator.
    indicator: &'a str,
    /// The heads of the columns of weights, with what they hold of the city and of each county.
    weights: &'a [(&'a str, [&'a str; 4])],
    /// Which counties the regions table lists.
    listed: usize,
    /// The city's target.
    asked: &'a str,
    /// The targets of the counties; one without any has no plan.
    parts: [&'a str; 3],
    /// Head and numbers of the city's allocations table.
    issued: &'a [(&'a str, &'a str)],
}

const SCHOOLS: &str = "所 | 越高越好 | 加总 | ≥0";
const LAND: &str = "亩 | 越低越好 | 加总 | ≥0";
const COVERAGE: &str = "分 | 越高越好 | 加权平均(人口) | 0至100";
const DEATHS: &str = "人 | 越低越好 | 加权平均(人口) | ≥0";
const BALANCE: &str = "分 | 无 | 加总 |";

/// Whole numbers that make every mean a short one.
const PEOPLE: [(&str, [&str; 4]); 1] = [("人口 2020", ["100", "30", "50", "20"])];

/// Every county states its part.
fn all<'a>(indicator: &'a str, asked: &'a str, parts: [&'a str; 3]) -> Family<'a> {
    Family { indicator, weights: &PEOPLE, listed: 3, asked, parts, issued: &[] }
}

impl Family<'_> {
    fn texts(&self) -> Vec<(String, String)> {
        let heads: String = self.weights.iter().map(|(head, _)| format!(" {head} |")).collect();
        let row = |at: usize| -> String {
            self.weights.iter().map(|(_, weights)| format!(" {} |", weights[at])).collect()
        };
        let mut names =
            format!("行政区划\n| 地区 | 层级 | 上级 |{heads}\n| 丙市 | 市 | |{}\n", row(0));
        for (at, county) in COUNTIES.iter().enumerate().take(self.listed) {
            writeln!(names, "| {county} | 县 | 丙市 |{}", row(at + 1)).unwrap();
        }
        let catalogue = "指标目录\n| 指标 | 单位 | 方向 | 汇总 | 取值范围 |";
        writeln!(names, "\n{catalogue}\n| 试验值 | {} |", self.indicator).unwrap();
        let plan = |region: &str, target: &str| {
            format!(
                "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2025\n主题: 试验\n\n指标表\n| 指标 | 2025年 |\n| 试验值 | {target} |\n"
            )
        };
        let mut city = plan("丙市", self.asked);
        if !self.issued.is_empty() {
            let cell = |of: fn(&(&str, &str)) -> String| -> String {
                self.issued.iter().map(|issued| format!(" {} |", of(issued))).collect()
            };
            let (heads, numbers) = (cell(|one| one.0.to_owned()), cell(|one| one.1.to_owned()));
            writeln!(city, "\n分解表\n| 指标 | 年份 |{heads}\n| 试验值 | 2025 |{numbers}").unwrap();
        }
        let mut texts = vec![("names.plan".to_owned(), names), ("city.plan".to_owned(), city)];
        for (county, part) in COUNTIES.iter().zip(self.parts).filter(|(_, part)| !part.is_empty()) {
            texts.push((format!("{county}.plan"), plan(county, part)));
        }
        texts
    }

    fn checked(&self) -> (World, Outcome) {
        checked(&self.texts())
    }

    /// The roll-ups of the city: what it issues first, then what the counties state.
    fn rollups(&self) -> Vec<Rollup> {
        let (world, _) = self.checked();
        world.model.plans().flat_map(|(plan, _)| world.alignment.rollups(plan).to_vec()).collect()
    }

    fn rollup(&self) -> Rollup {
        let mut rollups = self.rollups();
        assert_eq!(rollups.len(), 1, "{:?}", self.texts());
        rollups.remove(0)
    }

    fn outcome(&self) -> String {
        outcome(&self.rollup())
    }

    /// The rules about roll-ups that report the city.
    fn reported(&self) -> Vec<&'static str> {
        let (_, outcome) = self.checked();
        let rules = outcome.findings.iter().map(|finding| finding.rule);
        rules.filter(|rule| rule.starts_with("rollup-")).collect()
    }
}

fn checked(texts: &[(String, String)]) -> (World, Outcome) {
    let texts = texts.iter().map(|(name, text)| (name.as_str(), text.as_str()));
    support::check(support::files(texts), TODAY)
}

/// `open`, `short 10` or `over 0.3`.
fn outcome(rollup: &Rollup) -> String {
    match rollup.outcome {
        RollupOutcome::Open => "open".to_owned(),
        RollupOutcome::Short(by) => format!("short {}", by.normalize()),
        RollupOutcome::Over(by) => format!("over {}", by.normalize()),
    }
}

/// `180..280`; an end that nothing bounds is left out.
fn reach(rollup: &Rollup) -> String {
    let end = |end: Option<Bound>| end.map_or_else(String::new, |end| number(end.value));
    format!("{}..{}", end(rollup.reach.low), end(rollup.reach.high))
}

fn number(number: Decimal) -> String {
    number.normalize().to_string()
}

fn needed(rollup: &Rollup) -> Option<String> {
    rollup.needed.map(number)
}

#[test]
fn a_floor_is_met_by_its_own_number_and_a_strict_one_is_not() {
    let of = |asked| all(SCHOOLS, asked, ["60", "110", "30"]).outcome();
    assert_eq!(["200", "≥200", "199以上"].map(of), ["open"; 3]);
    assert_eq!(of(">200"), "short 0");
    assert_eq!(of(">199"), "open");
    assert_eq!(of("≥201"), "short 1");
    // Of a range the end that binds.
    assert_eq!(["200-220", "201-220"].map(of), ["open", "short 1"]);
    // A cap beside the better side is exceeded by its first number only.
    assert_eq!(["≤200", "≤199", "<200", "<201"].map(of), ["open", "over 1", "over 0", "open"]);
}

#[test]
fn a_cap_is_met_by_its_own_number_and_a_strict_one_is_not() {
    let of = |asked| all(LAND, asked, ["400", "500", "100"]).outcome();
    assert_eq!(["1000", "≤1000", "1001以内"].map(of), ["open"; 3]);
    assert_eq!(of("<1000"), "over 0");
    assert_eq!(of("<1001"), "open");
    assert_eq!(of("≤999"), "over 1");
    assert_eq!(["900-1000", "900-999"].map(of), ["open", "over 1"]);
    assert_eq!(["≥1000", "≥1001", ">1000", ">999"].map(of), ["open", "short 1", "short 0", "open"]);
}

#[test]
fn a_mean_is_held_to_the_last_digit() {
    // (80×30 + 81×50 + 90×20) ÷ 100
    let of = |asked| all(COVERAGE, asked, ["80", "81", "90"]).outcome();
    assert_eq!(["82.5", "82.51", ">82.5"].map(of), ["open", "short 0.01", "short 0"]);
    let of = |asked| all(DEATHS, asked, ["80", "81", "90"]).outcome();
    assert_eq!(["82.5", "82.49", "<82.5"].map(of), ["open", "over 0.01", "over 0"]);
    // Without a range as well, once everybody has spoken.
    let endless = "分 | 越高越好 | 加权平均(人口) |";
    let of = |parts| all(endless, "82.51", parts).outcome();
    assert_eq!([of(["80", "81", "90"]), of(["80", "81", ""])], ["short 0.01", "open"]);
    let endless = "分 | 越低越好 | 加权平均(人口) |";
    let of = |parts| all(endless, "82.49", parts).outcome();
    assert_eq!([of(["80", "81", "90"]), of(["80", "81", ""])], ["over 0.01", "open"]);
}

#[test]
fn every_silent_county_counts_with_the_best_end_of_the_range() {
    let bounded = "所 | 越高越好 | 加总 | 5至50";
    let silent = all(bounded, "160", ["60", "", ""]);
    assert_eq!((reach(&silent.rollup()), silent.outcome()), ("70..160".into(), "open".into()));
    assert_eq!(Family { asked: "161", ..silent }.outcome(), "short 1");
    assert_eq!(Family { asked: ">160", ..silent }.outcome(), "short 0");
    assert_eq!(Family { asked: "161", ..silent }.reported(), ["rollup-unattainable"]);
    assert!(silent.reported().is_empty());
    assert_eq!(needed(&silent.rollup()), Some("100".into()));
    // Everybody has spoken: there is no rest.
    assert_eq!(needed(&all(bounded, "160", ["60", "50", "40"]).rollup()), None);
    // Without an upper end everything can still come.
    let endless = all(SCHOOLS, "9000", ["60", "90", ""]);
    assert_eq!((reach(&endless.rollup()), endless.outcome()), ("150..".into(), "open".into()));
}

#[test]
fn a_silent_county_takes_at_least_the_lower_end_out_of_a_cap() {
    let bounded = "亩 | 越低越好 | 加总 | 5至500";
    let silent = all(bounded, "70", ["60", "", ""]);
    assert_eq!(silent.outcome(), "open");
    assert_eq!(Family { asked: "69", ..silent }.outcome(), "over 1");
    assert_eq!(Family { asked: "69", ..silent }.reported(), ["rollup-over-cap"]);
    assert!(silent.reported().is_empty());
    // What is left of a cap may be less than nothing.
    assert_eq!(needed(&Family { asked: "59", ..silent }.rollup()), Some("-1".into()));
}

#[test]
fn a_mean_takes_the_silent_ones_by_their_weight() {
    let silent = all(COVERAGE, "84", ["80", "80", ""]);
    assert_eq!((reach(&silent.rollup()), silent.outcome()), ("64..84".into(), "open".into()));
    assert_eq!(Family { asked: "84.1", ..silent }.outcome(), "short 0.1");
    assert_eq!(needed(&silent.rollup()), Some("100".into()));
    assert_eq!(needed(&Family { asked: "82", ..silent }.rollup()), Some("90".into()));
    assert_eq!(needed(&all(COVERAGE, "82", ["80", "80", "80"]).rollup()), None);
    let deaths = all(DEATHS, "8", ["10", "10", ""]);
    assert_eq!((reach(&deaths.rollup()), deaths.outcome()), ("8..".into(), "open".into()));
    assert_eq!(Family { asked: "7.9", ..deaths }.outcome(), "over 0.1");
    assert_eq!(Family { asked: "7.9", ..deaths }.reported(), ["rollup-unattainable"]);
}

#[test]
fn who_is_not_listed_may_add_what_the_range_allows() {
    // One county in the table: nobody says that it is the only one.
    let one = |indicator, asked| {
        let parts = ["60", "", ""];
        Family { listed: 1, ..all(indicator, asked, parts) }.rollup()
    };
    let rollup = one("所 | 越高越好 | 加总 | 0至50", "200");
    assert_eq!(rollup.known, RollupCompleteness::Some);
    assert_eq!((&*reach(&rollup), &*outcome(&rollup)), ("60..", "open"));
    assert_eq!(needed(&rollup), Some("140".into()));
    assert!(!rollup.is_complete());
    // Nobody takes anything away again where nothing is negative.
    assert_eq!(outcome(&one("亩 | 越低越好 | 加总 | 0至500", "59")), "over 1");
    assert_eq!(outcome(&one("亩 | 越低越好 | 加总 | 0至500", "60")), "open");
    assert_eq!(reach(&one("亩 | 越低越好 | 加总 | -1至50", "59")), "..");
    assert_eq!(reach(&one("亩 | 越高越好 | 加总 | -50至0", "59")), "..60");
    assert_eq!(reach(&one("亩 | 越高越好 | 加总 | -50至1", "59")), "..");
}

#[test]
fn two_listed_counties_are_taken_for_all_and_one_is_not() {
    let of = |listed| Family { listed, weights: &[], ..all(SCHOOLS, "200", ["60", "90", "30"]) };
    let three = of(3).rollup();
    assert_eq!((three.known, outcome(&three)), (RollupCompleteness::Listed, "short 20".into()));
    assert!(three.rests_on_list() && three.is_complete());
    let two = Family { parts: ["60", "90", ""], ..of(2) };
    assert_eq!(two.rollup().known, RollupCompleteness::Listed);
    assert_eq!(two.reported(), ["rollup-shortfall"]);
    let one = Family { parts: ["60", "", ""], ..of(1) };
    assert_eq!(one.rollup().known, RollupCompleteness::Some);
    assert!(one.reported().is_empty());
}

#[test]
fn a_mean_at_its_best_end_is_asked_of_every_county_and_rolled_up_of_none() {
    let count = |indicator, asked| all(indicator, asked, ["80", "70", ""]).rollups().len();
    assert_eq!([count(COVERAGE, "100"), count(COVERAGE, "99.9")], [0, 1]);
    assert_eq!([count(DEATHS, "0"), count(DEATHS, "0.1"), count(DEATHS, "100")], [0, 1, 1]);
    // A sum at the end of its range is one like any other.
    assert_eq!(count("所 | 越高越好 | 加总 | 0至100", "100"), 1);
}

#[test]
fn what_the_range_says_anyway_asks_nothing() {
    assert_eq!(needed(&all(COVERAGE, "0", ["80", "70", ""]).rollup()), None);
    assert_eq!(needed(&all(COVERAGE, "1", ["80", "70", ""]).rollup()), Some("-290".into()));
    assert_eq!(needed(&all(DEATHS, "90", ["80", "70", ""]).rollup()), Some("155".into()));
    // Of two ends the lower one says what is missing.
    let within = all("分 | 无 | 加总 |", "98-100", ["32", "33", ""]);
    assert_eq!(needed(&within.rollup()), Some("33".into()));
}

#[test]
fn where_no_side_is_better_each_printed_digit_gives_half_of_itself() {
    let of = |asked, parts| outcome(&all(BALANCE, asked, parts).rollup());
    // Four numbers with one digit behind the point may be off by 0.05 each.
    assert_eq!(of("100.0", ["33.3", "33.3", "33.2"]), "open");
    assert_eq!(of("100.0", ["33.3", "33.2", "33.2"]), "short 0.1");
    assert_eq!(of("100.0", ["33.4", "33.4", "33.4"]), "open");
    assert_eq!(of("100.0", ["33.5", "33.4", "33.4"]), "over 0.1");
    // A whole number above: 0.5 + 3 × 0.05.
    assert_eq!(of("100", ["33.2", "33.1", "33.05"]), "short 0.045");
    assert_eq!(of("100", ["33.2", "33.1", "33.1"]), "open");
    assert_eq!(of("100", ["33", "33", "32"]), "open");
    assert_eq!(of("100", ["33", "32", "32"]), "short 1");
    // Where one side is better nothing is given away.
    assert_eq!(outcome(&all(SCHOOLS, "100.0", ["33.3", "33.3", "33.3"]).rollup()), "short 0.1");
    // Both ends of a range count.
    assert_eq!(of("98-100", ["32", "32", "32"]), "open");
    assert_eq!(of("98-100", ["32", "32", "31"]), "short 1");
    assert_eq!(of("98-100", ["34", "34", "34"]), "open");
    assert_eq!(of("98-100", ["35", "34", "34"]), "over 1");
}

#[test]
fn what_is_issued_counts_with_what_is_kept_back() {
    let of = |asked, issued| Family { issued, ..all(SCHOOLS, asked, ["", "", ""]) };
    let kept = [("甲县", "60"), ("乙县", "90"), ("丁县", "30"), ("预留", "10")];
    let rollup = of("190", &kept).rollup();
    assert!(rollup.issued && rollup.reserve.is_some() && rollup.is_complete());
    assert_eq!((number(rollup.stated), outcome(&rollup)), ("190".into(), "open".into()));
    assert_eq!(of("191", &kept).outcome(), "short 1");
    // An empty reserve is none.
    let empty = [("甲县", "60"), ("乙县", "90"), ("丁县", "30"), ("预留", "")];
    let rollup = of("190", &empty).rollup();
    assert_eq!((rollup.reserve, outcome(&rollup)), (None, "short 10".into()));
    // A county without a number is silent, and a column of nobody's leaves the whole open.
    let silent = [("甲县", "60"), ("乙县", "90"), ("丁县", "")];
    let rollup = of("190", &silent).rollup();
    assert_eq!((rollup.silent.len(), rollup.known), (1, RollupCompleteness::All));
    assert_eq!(outcome(&rollup), "open");
    let strange = [("甲县", "60"), ("乙县", "90"), ("未知县", "30")];
    let rollup = of("190", &strange).rollup();
    assert_eq!((rollup.terms.len(), rollup.known), (2, RollupCompleteness::Some));
    assert_eq!(outcome(&rollup), "open");
    // The reserve is rounded like any other number.
    let even = |reserve| {
        let issued = [("甲县", "33.3"), ("乙县", "33.3"), ("丁县", "16.6"), ("预留", reserve)];
        Family { issued: &issued, ..all(BALANCE, "100.0", ["", "", ""]) }.outcome()
    };
    assert_eq!([even("16.6"), even("16.5")], ["open", "short 0.05"]);
}

#[test]
fn a_county_without_a_plan_counts_with_what_is_issued_to_it() {
    let issued = [("甲县", "60"), ("乙县", "90"), ("丁县", "30")];
    let family = Family { issued: &issued, ..all(SCHOOLS, "190", ["70", "95", ""]) };
    let rollups = family.rollups();
    let stated: Vec<_> = rollups.iter().map(|one| (one.issued, number(one.stated))).collect();
    assert_eq!(stated, [(true, "180".into()), (false, "195".into())]);
    assert!(rollups.iter().all(|one| one.silent.is_empty()));
}

#[test]
fn another_figure_is_held_against_the_same_reach() {
    let rollup = all("所 | 越高越好 | 加总 | 0至50", "100", ["60", "", ""]).rollup();
    let range = Interval::between(Bound::closed(Decimal::ZERO), Bound::closed(Decimal::from(50)));
    let floor = |number: i64, open| {
        let low = Bound { value: Decimal::from(number), open };
        rollup.against(&Interval::above(low), &range)
    };
    assert_eq!(floor(160, false), RollupOutcome::Open);
    assert_eq!(floor(160, true), RollupOutcome::Short(Decimal::ZERO));
    assert_eq!(floor(161, false), RollupOutcome::Short(Decimal::ONE));
}
