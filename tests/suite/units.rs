//! Units of one kind are converted exactly and compared; all others are kept as printed and never replaced.

use std::fs;

use planlint::engine::Outcome;

use crate::program::{planlint, text};
use crate::support::{self, TODAY};

/// A child's value, its parent's, and how they stand, written down before they were read.
const PAIRS: &str = include_str!("../units.tsv");

fn pairs() -> Vec<[&'static str; 3]> {
    let rows = PAIRS.lines().filter(|row| !row.starts_with('#'));
    rows.map(|row| row.split('\t').collect::<Vec<_>>().try_into().expect("three cells")).collect()
}

/// What stands before the unit of a value, and the unit: `12` and `per 100,000`.
fn apart(value: &str) -> (String, String) {
    let digits = value.trim_start_matches(['£', '€']);
    let sign = value.strip_suffix(digits).unwrap_or_default();
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(digits.len());
    let (number, unit) = digits.split_at(end);
    (number.to_owned(), format!("{sign}{}", unit.trim()))
}

fn table(values: &[&str], is_in_column: bool) -> String {
    let row = |(at, value): (usize, &&str)| {
        let (unit, value) = if is_in_column {
            let (number, unit) = apart(value);
            (unit, number)
        } else {
            (String::new(), (*value).to_owned())
        };
        format!("| Item {at} high | {unit} | {value} |\n| Item {at} low | {unit} | {value} |\n")
    };
    let rows: String = values.iter().enumerate().map(row).collect();
    format!("targets \"T\"\n| indicator | unit | 2030 |\n{rows}")
}

fn plan(region: &str, table: &str) -> String {
    format!(
        "plan \"{region} plan\"\nregion: {region}\nperiod: 2021-2030\ntopic: test\nstatus: issued\n\n{table}"
    )
}

fn names(count: usize) -> String {
    let rows: String = (0..count)
        .map(|at| format!("| Item {at} high | higher | each |\n| Item {at} low | lower | each |\n"))
        .collect();
    format!(
        "regions\n| region | tier | parent |\n| Arcadia | nation | |\n| Bohemia | province | Arcadia |\n\n\
         catalogue\n| indicator | direction | relation |\n{rows}"
    )
}

/// What was said of one indicator.
fn said<'a>(outcome: &'a Outcome, name: &str) -> Vec<&'a str> {
    let about = outcome
        .findings
        .iter()
        .filter(|finding| finding.draft.subject.indicator.as_deref() == Some(name));
    let rules = about.map(|finding| finding.rule);
    rules.filter(|rule| ["weaker-than-parent", "unit-mismatch"].contains(rule)).collect()
}

fn stands(outcome: &Outcome, at: usize) -> &'static str {
    let high = said(outcome, &format!("Item {at} high"));
    let low = said(outcome, &format!("Item {at} low"));
    match (&high[..], &low[..]) {
        ([], []) => "equal",
        ([], ["weaker-than-parent"]) => "more",
        (["weaker-than-parent"], []) => "less",
        (["unit-mismatch"], ["unit-mismatch"]) => "unit",
        _ => "unclear",
    }
}

fn assert_pairs(is_in_column: bool) {
    let pairs = pairs();
    assert!(pairs.len() >= 80);
    let side = |at: usize| -> Vec<&str> { pairs.iter().map(|pair| pair[at]).collect() };
    let texts = [
        ("arcadia.plan", plan("Arcadia", &table(&side(1), is_in_column))),
        ("bohemia.plan", plan("Bohemia", &table(&side(0), is_in_column))),
        ("regions.plan", names(pairs.len())),
    ];
    let files = support::files(texts.iter().map(|(name, text)| (*name, text.as_str())));
    let (_, outcome) = support::check(files, TODAY);
    let wrong: Vec<String> = pairs
        .iter()
        .enumerate()
        .filter(|(at, pair)| stands(&outcome, *at) != pair[2])
        .map(|(at, [child, parent, right])| {
            format!("{child} against {parent} is {right}, not {}", stands(&outcome, at))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn units_beside_their_numbers_are_converted_or_told_apart() {
    assert_pairs(false);
}

#[test]
fn units_in_their_column_are_converted_or_told_apart() {
    assert_pairs(true);
}

const PLACES: &str = "regions\n| region | tier | parent |\n| Arcadia | nation | |\n| Bohemia | province | Arcadia |\n\n\
    catalogue\n| indicator | unit | direction | relation |\n| Floor space | m² | higher | each |\n| Staff | people | higher | each |\n";

fn of_staff(table: &str) -> Vec<String> {
    let parent =
        plan("Arcadia", "targets \"T\"\n| indicator | unit | 2030 |\n| Staff | people | 40 |\n");
    let child = plan("Bohemia", table);
    let texts = [("a.plan", &*parent), ("b.plan", &*child), ("names.plan", PLACES)];
    let (_, outcome) = support::check(support::files(texts), TODAY);
    let compared = ["weaker-than-parent", "unit-mismatch", "weaker-wording"];
    let found = outcome.findings.iter().map(|finding| finding.rule.to_owned());
    found.filter(|rule| compared.contains(&rule.as_str())).collect()
}

#[test]
fn an_unknown_unit_is_never_replaced() {
    for table in [
        "targets \"T\"\n| indicator | 2030 |\n| Staff | 30 FTE |\n",
        "targets \"T\"\n| indicator | unit | 2030 |\n| Staff | people | 30 FTE |\n",
        "targets \"T\"\n| indicator | unit | 2030 |\n| Staff | FTE | 30 |\n",
        "targets \"T\"\n| indicator | unit | 2030 |\n| Staff | FTE | ≥30 |\n",
        "targets \"T\"\n| indicator | unit | 2030 |\n| Staff | 梯次 | 30 |\n",
        "statements\n| indicator | year | value |\n| Staff | 2030 | 30 FTE |\n",
    ] {
        assert_eq!(of_staff(table), ["unit-mismatch"], "{table}");
    }
    // A bracket may as well say which staff: the row is then one of its own.
    let bracket = "targets \"T\"\n| indicator | 2030 |\n| Staff (FTE) | 30 |\n";
    assert!(of_staff(bracket).is_empty());
    // Without any unit the catalogue's is the one that counts.
    let bare = "targets \"T\"\n| indicator | 2030 |\n| Staff | 30 |\n";
    assert_eq!(of_staff(bare), ["weaker-than-parent"]);
}

/// What `check` says of a folder with a parent and a child.
fn told([language, format]: [&str; 2], parent: &str, child: &str, names: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    for (name, words) in [("a.plan", parent), ("b.plan", child), ("names.plan", names)] {
        fs::write(folder.path().join(name), words).unwrap();
    }
    let asked = ["check", ".", "--format", format, "--lang", language, "--today", "2026-01-31"];
    text(&planlint(folder.path(), &asked).stdout)
}

#[test]
fn a_converted_value_stands_beside_the_printed_one() {
    let names = "regions\n| region | tier | parent |\n| Arcadia | nation | |\n| Bohemia | province | Arcadia |\n\n\
        catalogue\n| indicator | unit | direction | relation |\n| Plot area | m² | higher | each |\n| Top speed | mph | lower | each |\n";
    let table = "targets \"T\"\n| indicator | unit | 2030 | class |\n";
    let parent = plan(
        "Arcadia",
        &format!(
            "{table}| Plot area | m² | 1000 | binding |\n| Top speed | mph | 20 | binding |\n"
        ),
    );
    let child = plan(
        "Bohemia",
        &format!(
            "{table}| Plot area | sq ft | 9000 | binding |\n| Top speed | km/h | 30 | binding |\n"
        ),
    );
    let said = told(["en", "concise"], &parent, &child, names);
    assert!(said.contains("9000 sq ft (≈ 836.127 m²)"), "{said}");
    let helped = told(["en", "full"], &parent, &child, names).replace("\n  ", " ");
    assert!(helped.contains("(that is at least 10763.92 sq ft)"), "{helped}");
    assert!(!said.contains("Top speed"), "{said}");
}

#[test]
fn a_converted_value_stands_beside_the_printed_one_in_chinese() {
    let names = "行政区划\n| 地区 | 层级 | 上级 |\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n\n\
        指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| 造林任务 | 公顷 | 越高越好 | 逐级达标 |\n| 巡航时速 | 公里/小时 | 越低越好 | 逐级达标 |\n";
    let plan = |region: &str, rows: &str| {
        format!(
            "规划 《{region}规划》\n地区: {region}\n规划期: 2021-2030\n主题: 试验\n状态: 印发\n\n指标表\n| 指标 | 单位 | 2030年 | 属性 |\n{rows}"
        )
    };
    let parent =
        plan("甲省", "| 造林任务 | 公顷 | 20 | 约束性 |\n| 巡航时速 | 公里/小时 | 40 | 约束性 |\n");
    let child =
        plan("乙县", "| 造林任务 | 亩 | 285 | 约束性 |\n| 巡航时速 | 海里/小时 | 20 | 约束性 |\n");
    let said = told(["zh", "concise"], &parent, &child, names);
    assert!(said.contains("285 亩（= 19 公顷）"), "{said}");
    assert!(!said.contains("巡航时速"), "{said}");
}

#[test]
fn a_converted_value_is_listed_with_the_unit_it_is_printed_in() {
    let pieces = [
        (
            "a.plan",
            plan(
                "Arcadia",
                "targets \"T\"\n| indicator | unit | 2030 |\n| Floor space | m² | 1000 |\n",
            ),
        ),
        (
            "b.plan",
            plan(
                "Bohemia",
                "targets \"T\"\n| indicator | unit | 2030 |\n| Floor space | sq ft | 9000 |\n",
            ),
        ),
        ("names.plan", PLACES.to_owned()),
    ];
    let texts = pieces.iter().map(|(name, text)| (*name, text.as_str()));
    let (world, _) = support::check(support::files(texts), TODAY);
    let records = planlint::views::records(&world.model);
    let own = records.iter().find(|record| record.value == "9000").expect("the value of b.plan");
    assert_eq!((own.unit.as_deref(), own.low.as_deref()), (Some("sq ft"), Some("9000")));
    let (id, _) =
        world.model.catalogue.indicators().find(|(_, one)| &*one.name == "Floor space").unwrap();
    let traced = planlint::views::trace_indicator(&world, id);
    assert!(traced.lines.iter().any(|line| line.value == "9000 sq ft"), "{traced:?}");
}
