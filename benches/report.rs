//! The web report of 100 plans with 100 indicators each and 300 findings, beside the check alone, as a ratio of one run.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints its figures and stops at the first surprise"
)]

mod timing;

use std::{fmt::Write as _, fs, hint::black_box, path::Path};

use jiff::civil::date;
use planlint::{
    config::{Language, Settings},
    emit::{self, Format, Options},
    engine::{self, Outcome, World},
    report::{self, Circumstances},
    rulebook::RuleSheets,
    words::Words,
};

use timing::{RUNS, median};

const CHILDREN: usize = 99;
const INDICATORS: usize = 100;
/// Every so many values of a child fall short of the parent's.
const SHORT_EVERY: usize = 33;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path());
    let sheets = engine::read_rule_sheets().expect("sheets");
    let words = Words::new(Language::Zh, sheets.clone());
    let check = median(|| {
        let (_, outcome) = checked(folder.path(), &sheets);
        let mut out = Vec::new();
        emit::write_outcome(Format::Concise, &outcome, &words, Options::default(), &mut out)
            .expect("memory");
        black_box(out);
    });
    let report = median(|| {
        black_box(page(folder.path(), &sheets, &words));
    });
    let (_, outcome) = checked(folder.path(), &sheets);
    let (plans, found) = (outcome.summary.plans, outcome.findings.len());
    println!("{plans} plans x {INDICATORS} indicators, {found} findings, median of {RUNS} runs");
    println!("check       {check:9.2} ms");
    println!("report      {report:9.2} ms = {:.2} x", report / check);
    println!("size        {:9} bytes", page(folder.path(), &sheets, &words).len());
}

fn checked(folder: &Path, sheets: &RuleSheets) -> (World, Outcome) {
    let settings = Settings::default();
    let files =
        engine::load_files(&[folder.to_owned()], &[], settings.max_file_size).expect("plans");
    let world = engine::understand(files, &settings, Some(1));
    let outcome = engine::check(&world, &settings, sheets, date(2026, 1, 31), Some(1));
    (world, outcome)
}

fn page(folder: &Path, sheets: &RuleSheets, words: &Words) -> String {
    let (world, outcome) = checked(folder, sheets);
    let material = report::material(&world, &outcome, words, Circumstances::default());
    report::html(&material).expect("a page")
}

/// A province and its counties; every county falls short in three indicators or so.
fn generate(folder: &Path) {
    let mut names = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 甲省 | 省 | |\n".to_owned();
    let mut catalogue =
        String::from("\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n");
    for indicator in 1..=INDICATORS {
        let _ = writeln!(catalogue, "| 第{indicator}项公共服务覆盖率 | % | 越高越好 | 逐级达标 |");
    }
    write(folder, "province.plan", &text("甲省", 0));
    for county in 1..=CHILDREN {
        let _ = writeln!(names, "| 丙{county}县 | 县 | 甲省 |");
        write(folder, &format!("{county:03}.plan"), &text(&format!("丙{county}县"), county));
    }
    write(folder, "names.plan", &(names + &catalogue));
}

fn text(region: &str, county: usize) -> String {
    let mut text = format!(
        "规划 《{region}公共服务规划》\n地区: {region}\n规划期: 2021-2025\n主题: 公共服务\n\n\
         指标表 “表1 主要指标”\n| 序号 | 指标 | 2020年 | 2025年 | 属性 | 责任单位 |\n|---|---|---|---|---|---|\n"
    );
    for indicator in 1..=INDICATORS {
        let short = county > 0 && (county * 7 + indicator).is_multiple_of(SHORT_EVERY);
        let (base, target) = (40 + indicator % 20, if short { 79 } else { 80 + county % 9 });
        // No two indicators share a number, else plans would seem to have copied one from another.
        let _ = writeln!(
            text,
            "| {indicator} | 第{indicator}项公共服务覆盖率（%） | {base} | {target}.{indicator:03} | 约束性 | 民政局 |"
        );
    }
    text
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a written file");
}
