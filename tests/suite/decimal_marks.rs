//! One table, one habit: what a comma in a number is, where all numbers of a table agree, and what is said where they do not.

use planlint::{
    engine::{File, Files},
    finding::Finding,
    views,
};

use crate::{
    support::{self, TODAY},
    table_formats::written,
};

/// The values that are read of one file and the findings about values that cannot be.
fn read(name: &str, bytes: Vec<u8>) -> (Vec<String>, Vec<String>) {
    let files: Files = [(name.to_owned(), File::of_bytes(bytes))].into_iter().collect();
    let (world, outcome) = support::check(files, TODAY);
    let mut values: Vec<String> = views::records(&world.model)
        .into_iter()
        .filter_map(|record| {
            let number = record.high.or(record.low)?;
            Some(format!("{} {} {number}", record.indicator, record.year))
        })
        .collect();
    values.sort();
    let unread = outcome.findings.iter().filter(|found| found.rule == "unreadable-quantity");
    let either = |found: &Finding| {
        let told = found.draft.facts.told();
        let fact = |name| told[name].as_str().expect("words");
        format!("{} or {}", fact("decimal"), fact("thousands"))
    };
    (values, unread.map(either).collect())
}

/// A plan file whose table has these rows.
fn plan(rows: &str) -> Vec<u8> {
    format!(
        "规划 《湖州市“十四五”林业规划》\n地区: 湖州市\n规划期: 2021—2025\n\n指标表\n| 指标 | 单位 | 2020年 | 2025年 |\n{rows}"
    )
    .into_bytes()
}

#[test]
fn a_comma_is_a_decimal_one_where_every_number_agrees() {
    let (values, unread) =
        read("a.plan", plan("| 林木良种率 | % | 61,25 | 74,5 |\n| 苗圃面积 | 亩 | 800 | 950 |\n"));
    assert_eq!(
        values,
        ["林木良种率 2020 61.25", "林木良种率 2025 74.5", "苗圃面积 2020 800", "苗圃面积 2025 950"]
    );
    assert_eq!(unread, Vec::<String>::new());
}

#[test]
fn a_decimal_comma_beside_decimal_points_is_unread_with_both_readings() {
    let rows = "| 林木良种率 | % | 61.25 | 74,5 |\n| 苗圃面积 | 亩 | 800 | 950.5 |\n";
    let document = format!("湖州市“十四五”林业规划\n| 指标 | 单位 | 2020年 | 2025年 |\n{rows}");
    let csv = "湖州市“十四五”林业规划\n指标,单位,2020年,2025年\n林木良种率,%,61.25,\"74,5\"\n苗圃面积,亩,800,950.5\n";
    let mut files = written(&document);
    files.retain(|(name, _)| *name != "a.csv");
    files.extend([("a.plan", plan(rows)), ("a.csv", csv.as_bytes().to_vec())]);
    assert_eq!(files.len(), 7);
    for (name, bytes) in files {
        let (values, unread) = read(name, bytes);
        assert_eq!(
            values,
            ["林木良种率 2020 61.25", "苗圃面积 2020 800", "苗圃面积 2025 950.5"],
            "{name}"
        );
        assert_eq!(unread, ["74.5 or 745"], "{name}");
    }
}

#[test]
fn three_digits_behind_a_sign_are_doubtful_beside_a_decimal_comma() {
    for doubtful in ["1,234", "1.234"] {
        let rows =
            format!("| 林木良种率 | % | 61,25 | 74,5 |\n| 苗圃面积 | 亩 | 800 | {doubtful} |\n");
        let (values, unread) = read("a.plan", plan(&rows));
        assert_eq!(
            values,
            ["林木良种率 2020 61.25", "林木良种率 2025 74.5", "苗圃面积 2020 800"],
            "{doubtful}"
        );
        assert_eq!(unread, ["1.234 or 1234"], "{doubtful}");
    }
    let (values, unread) = read("a.plan", plan("| 苗圃面积 | 亩 | 800.5 | 1,234 |\n"));
    assert_eq!(values, ["苗圃面积 2020 800.5", "苗圃面积 2025 1234"]);
    assert_eq!(unread, Vec::<String>::new());
}

#[test]
fn tables_have_habits_of_their_own() {
    let rows = "| 林木良种率 | % | 61,25 | 74,5 |\n\n指标表 “附表”\n| 指标 | 单位 | 2020年 | 2025年 |\n| 苗圃面积 | 亩 | 800.5 | 950.5 |\n";
    let (values, unread) = read("a.plan", plan(rows));
    assert_eq!((values.len(), unread.len()), (4, 0), "{values:?} {unread:?}");
}

#[test]
fn a_comma_that_cannot_be_read_where_it_stands_has_both_readings_named() {
    let (values, unread) = read("a.plan", plan("| 林木良种率 | % | 61 | at least 74,5 % |\n"));
    assert_eq!(values, ["林木良种率 2020 61"]);
    assert_eq!(unread, ["74.5 or 745"]);
}
