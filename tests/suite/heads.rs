//! Heads of tables: what a column holds by its words, and the same table in every format that documents come in.

use std::fs;

use planlint::{
    document::{Years, table::kind_of},
    syntax::{ColumnKind, TableKind, YearRole},
};
use rust_xlsxwriter::Workbook;

use crate::{documents::package, program};

const PERIOD: Option<Years> = Some(Years { start: 2021, end: 2025 });

/// What a column holds, in a few letters: a year with its role, `+` where it is growth.
fn told(kind: &ColumnKind) -> String {
    let role = |role: &YearRole| match role {
        YearRole::Bare => "",
        YearRole::Observed => " observed",
        YearRole::Estimate => " estimate",
        YearRole::Projection => " projection",
        YearRole::Target => " target",
    };
    match kind {
        ColumnKind::Year { year, role: said } => format!("{year}{}", role(said)),
        ColumnKind::Growth { year, role: said } => format!("{year}{} +", role(said)),
        kind => format!("{kind:?}"),
    }
}

#[test]
fn heads_say_what_their_columns_hold() {
    for (head, expected) in [
        ("2025年数值", "2025"),
        ("2025年指标值", "2025"),
        ("2025年目标", "2025 target"),
        ("2025年目标值", "2025 target"),
        ("2025年目标值（%）", "2025 target"),
        ("2020年（基期）", "2020 observed"),
        ("2020年基期值", "2020 observed"),
        ("2020年现状", "2020 observed"),
        ("2023年实际", "2023 observed"),
        ("2023年完成", "2023 observed"),
        ("2023年完成情况", "2023 observed"),
        ("2023年实际完成", "2023 observed"),
        ("2024年快报", "2024 estimate"),
        ("2025年预计", "2025 estimate"),
        ("2030年预测", "2030 projection"),
        ("2027年（中期）", "2027"),
        ("2035年远景", "2035 target"),
        ("2025年计划", "2025 target"),
        ("2025年预期目标", "2025 target"),
        ("2025年绝对数", "2025"),
        ("2025年总量（亿元）", "2025"),
        ("2025年增长（%）", "2025 +"),
        ("2025年增速", "2025 +"),
        ("2025年同比增长（%）", "2025 +"),
        ("2024年完成比上年增长（%）", "2024 observed +"),
        ("2025年预期增长（%）", "2025 target +"),
        ("2025年年均增长（%）", "2025 +"),
        ("2025年增长（亿元）", "Unknown"),
        ("2025年年均", "Unknown"),
        ("2025年比2020年增长", "Unknown"),
        ("2024年上半年完成", "Unknown"),
        ("上半年完成", "Unknown"),
        ("完成情况", "Unknown"),
        ("实际完成", "Unknown"),
        ("目标完成率", "Progress"),
        ("五年新增", "Unknown"),
        ("“十四五”累计", "Cumulative"),
        ("年均增长", "YearlyAverage"),
        ("年均增长（%）", "YearlyAverage"),
        ("现状值", "2020 observed"),
        ("目标值", "2025 target"),
        ("属性", "Class"),
        ("牵头单位", "Owner"),
        ("备注", "Note"),
        ("KPI", "Indicator"),
        ("Key performance indicator", "Indicator"),
        ("Metric", "Indicator"),
        ("Indicators", "Indicator"),
        ("Measure", "Indicator"),
        ("Objective", "Category"),
        ("Ref", "Number"),
        ("Unit", "Unit"),
        ("Class", "Class"),
        ("Lead officer", "Owner"),
        ("Good is", "Note"),
        ("Polarity", "Note"),
        ("RAG", "Note"),
        ("Source", "Note"),
        ("Frequency", "Note"),
        ("Comments", "Note"),
        ("Baseline (2020)", "2020 observed"),
        ("2020 baseline", "2020 observed"),
        ("Target (2030)", "2030 target"),
        ("2030 goal", "2030 target"),
        ("FY2030", "2030"),
        ("FY 2029/30", "2030"),
        ("2029-30 target", "2030 target"),
        ("Actual 2023", "2023 observed"),
        ("2022/23 outturn", "2023 observed"),
        ("2023 growth (%)", "2023 +"),
        ("Baseline", "2020 observed"),
        ("Target", "2025 target"),
        ("Baseline year", "Unknown"),
    ] {
        assert_eq!(told(&kind_of(head, PERIOD)), expected, "{head}");
    }
}

#[test]
fn a_plan_file_reads_the_same_heads() {
    for (head, expected) in [
        ("2025年数值", "2025"),
        ("2023年实际", "2023 observed"),
        ("2023年完成情况", "2023 observed"),
        ("2025年增长（%）", "2025 +"),
        ("2024年完成增长", "2024 observed +"),
        ("2025年年均", "Unknown"),
        ("2024年上半年完成", "Unknown"),
        ("KPI", "Indicator"),
        ("Baseline (2020)", "2020 observed"),
        ("FY 2029/30 target", "2030 target"),
    ] {
        assert_eq!(told(&ColumnKind::named(TableKind::Targets, head)), expected, "{head}");
    }
}

/// The cells of a table, row by row.
pub type Rows<'a> = &'a [&'a [&'a str]];

fn markdown(title: &str, rows: Rows<'_>) -> Vec<u8> {
    let line = |cells: &[&str]| format!("| {} |\n", cells.join(" | "));
    let mut lines = rows.iter().map(|row| line(row));
    let head = lines.next().unwrap();
    let dashes = line(&vec!["---"; rows[0].len()]);
    format!("# {title}\n\n{head}{dashes}{}", lines.collect::<String>()).into_bytes()
}

fn csv(title: &str, rows: Rows<'_>) -> Vec<u8> {
    let body: String = rows.iter().map(|row| row.join(",") + "\n").collect();
    format!("{title}{}\n{body}", ",".repeat(rows[0].len() - 1)).into_bytes()
}

fn html(title: &str, rows: Rows<'_>) -> Vec<u8> {
    let cells =
        |row: &&[&str]| -> String { row.iter().map(|cell| format!("<td>{cell}</td>")).collect() };
    let body: String = rows.iter().map(|row| format!("<tr>{}</tr>", cells(row))).collect();
    let head = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head>";
    format!("{head}<body><h1>{title}</h1><table>{body}</table></body></html>").into_bytes()
}

fn word(title: &str, rows: Rows<'_>) -> Vec<u8> {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let cell = |words: &&str| format!("<w:tc>{}</w:tc>", paragraph(words));
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    let table: String = rows.iter().map(row).collect();
    package::word(&package::document(&format!("{}<w:tbl>{table}</w:tbl>", paragraph(title))))
}

fn sheet(title: &str, rows: Rows<'_>) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, title).unwrap();
    for (row, cells) in (1..).zip(rows) {
        for (column, words) in (0..).zip(*cells) {
            match words.parse::<f64>() {
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, *words).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

/// A title and a table below it in each format that documents come in.
pub fn in_each_format(title: &str, rows: Rows<'_>) -> [(&'static str, Vec<u8>); 5] {
    [
        ("a.md", markdown(title, rows)),
        ("a.csv", csv(title, rows)),
        ("a.html", html(title, rows)),
        ("a.docx", word(title, rows)),
        ("a.xlsx", sheet(title, rows)),
    ]
}

/// What is said of the same table in each format: of the document itself, and of what is imported from it.
fn checked(title: &str, rows: Rows<'_>) -> Vec<(&'static str, String, String, String)> {
    let folder = tempfile::tempdir().unwrap();
    let written = in_each_format(title, rows);
    let run = |words: &[&str]| {
        let output = program::planlint(folder.path(), words);
        program::text(&output.stdout) + &program::text(&output.stderr)
    };
    let all = written.into_iter().map(|(name, bytes)| {
        fs::write(folder.path().join(name), bytes).unwrap();
        let document = run(&["check", name]);
        let out = format!("from-{}", name.replace('.', "-"));
        run(&["import", name, "--output", &out]);
        let plans = fs::read_dir(folder.path().join(&out)).unwrap();
        let plan = plans.map(|plan| fs::read_to_string(plan.unwrap().path()).unwrap()).collect();
        (name, document, run(&["check", &out]), plan)
    });
    all.collect()
}

#[test]
fn an_observed_column_is_judged_against_the_path() {
    let rows: Rows<'_> = &[
        &["指标", "单位", "2020年", "2025年目标", "2023年实际", "属性"],
        &["常住人口城镇化率", "%", "65.6", "70", "66", "预期性"],
    ];
    for (name, document, plan, _) in checked("湖州市“十四五”规划主要指标监测表", rows)
    {
        for said in [document, plan] {
            assert!(said.contains("behind-schedule"), "{name}: {said}");
            assert!(said.contains("68.24") && said.contains("15.1%"), "{name}: {said}");
        }
    }
}

#[test]
fn amounts_and_their_growth_are_two_bases() {
    let rows: Rows<'_> = &[
        &["指标", "单位", "2024年完成", "2024年完成", "2025年计划", "2025年计划"],
        &["指标", "单位", "绝对数", "增长（%）", "绝对数", "增长（%）"],
        &["一般公共预算收入", "亿元", "400", "5", "420", "5"],
    ];
    for (name, document, plan, imported) in checked("湖州市2025年国民经济和社会发展计划", rows)
    {
        assert!(imported.contains("2025年计划增长（%）"), "{name}: {imported}");
        for said in [document, plan] {
            for rule in ["no-progress", "unreadable-quantity", "duplicate-column", "unread-part"] {
                assert!(!said.contains(rule), "{name}: {said}");
            }
        }
    }
}

#[test]
fn the_last_year_of_the_period_holds_targets() {
    let rows: Rows<'_> = &[
        &["指标", "单位", "2020年数值", "2025年数值", "属性"],
        &["常住人口城镇化率", "%", "65.6", "60", "预期性"],
    ];
    for (name, document, plan, _) in checked("湖州市“十四五”规划主要指标", rows) {
        for said in [document, plan] {
            assert!(said.contains("worse-than-baseline"), "{name}: {said}");
        }
    }
}

#[test]
fn numbers_for_regions_below_are_issued() {
    let rows: Rows<'_> =
        &[&["地区", "单位GDP能耗降低率（%）"], &["杭州市", "15"], &["湖州市", "14.5"]];
    for (name, document, _, plan) in checked("浙江省2025年能耗强度目标分解表", rows) {
        assert!(!document.contains("unread"), "{name}: {document}");
        assert!(plan.contains("分解表") && plan.contains("杭州市"), "{name}: {plan}");
        assert!(plan.contains("14.5") && plan.contains("2025"), "{name}: {plan}");
    }
}

#[test]
fn english_heads_are_read() {
    let rows: Rows<'_> = &[
        &["Ref", "Key performance indicator", "Good is", "Baseline (2020)", "Target (2030)"],
        &["EN01", "Recycling rate (%)", "High", "40", "65"],
    ];
    for (name, _, _, plan) in checked("Arcadia Council Plan 2021-2030", rows) {
        assert!(plan.contains("40") && plan.contains("65"), "{name}: {plan}");
        assert!(plan.contains("Recycling rate"), "{name}: {plan}");
    }
}
