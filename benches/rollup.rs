//! 3,000 counties under one province: roll-up, limits and what-if beside a plain check of the same files, as ratios of one run.

#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark prints its figures and stops at the first surprise"
)]

mod timing;

use std::{collections::BTreeMap, fmt::Write as _, fs, hint::black_box, path::Path};

use jiff::civil::date;
use planlint::{
    catalogue::IndicatorId,
    config::{Language, Settings},
    emit::{self, Format, Options, Outcomes},
    engine::{self, Aim, Files, Outcome, World},
    rulebook::RuleSheets,
    views::{Edition, followed_findings, margins, trace_indicator},
    words::Words,
};

use timing::{RUNS, median};

const CHILDREN: usize = 3_000;
const NAMES: [(&str, &str); 5] = [
    ("常住人口城镇化率", "加权平均(人口)"),
    ("公园绿地服务半径覆盖率", "平均"),
    ("农村自来水普及率", "逐级达标"),
    ("新建公园", "加总"),
    ("森林覆盖率", "平均"),
];

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    generate(folder.path());
    let sheets = engine::read_rule_sheets().expect("sheets");
    let words = Words::new(Language::Zh, sheets.clone());
    let settings = Settings::default();
    let load = || {
        engine::load_files(&[folder.path().to_owned()], &[], settings.max_file_size).expect("plans")
    };
    let check = median(|| {
        let (_, outcome) = checked(load(), &settings, &sheets);
        let mut out = Vec::new();
        emit::write_outcome(Format::Concise, &outcome, &words, Options::default(), &mut out)
            .expect("memory");
        black_box(out);
    });
    println!("{CHILDREN} plans x {} indicators under one, median of {RUNS} runs", NAMES.len());
    println!("plain check {check:9.2} ms");
    let told = |name: &str, time: f64| println!("{name:11} {time:9.2} ms = {:.2} x", time / check);
    told("roll-up", median(|| rolled_up(understood(load(), &settings))));
    told("limits", median(|| limits(understood(load(), &settings), &settings, &sheets, &words)));
    told("what-if", median(|| what_if(&load(), &settings, &sheets, &words)));
}

fn understood(files: Files, settings: &Settings) -> World {
    engine::understand(files, settings, Some(1))
}

fn checked(files: Files, settings: &Settings, sheets: &RuleSheets) -> (World, Outcome) {
    let world = understood(files, settings);
    let outcome = engine::check(&world, settings, sheets, date(2026, 1, 31), Some(1));
    (world, outcome)
}

fn named(world: &World, name: &str) -> IndicatorId {
    world.model.catalogue.lookup(name).expect("an indicator")
}

/// The roll-ups of all indicators, written out.
fn rolled_up(world: World) {
    for (name, _) in NAMES {
        let mut out = Vec::new();
        let trace = trace_indicator(&world, named(&world, name));
        emit::write_trace(&trace, Language::Zh, &mut out).expect("memory");
        black_box(out);
    }
}

fn limits(world: World, settings: &Settings, sheets: &RuleSheets, words: &Words) {
    for (name, _) in NAMES {
        let limits = engine::limits(&world, settings, sheets, named(&world, name));
        let (margins, mut out) = (margins(&world, &limits), Vec::new());
        emit::write_limits(name, &margins, &world.model.sources, words, &mut out).expect("memory");
        black_box(out);
    }
}

fn what_if(files: &Files, settings: &Settings, sheets: &RuleSheets, words: &Words) {
    let (world, now) = checked(files.clone(), settings, sheets);
    let aim = Aim { path: format!("甲省/{}", NAMES[1].0), year: 2025 };
    let id = engine::aimed_statement(&world.model, &aim).expect("a value");
    let values = BTreeMap::from([(id, "80".to_owned())]);
    let supposed = engine::suppose(files, &world, &values).expect("files");
    let (then, after) = checked(supposed, settings, sheets);
    let old = Edition { world: &world, outcome: &now };
    let findings = followed_findings(old, Edition { world: &then, outcome: &after });
    let (outcomes, mut out) = (Outcomes { old: &now, new: &after }, Vec::new());
    emit::write_what_if(&[], &findings, outcomes, words, Options::default(), &mut out)
        .expect("memory");
    black_box(out);
}

/// One province and its counties, every number another one.
fn generate(folder: &Path) {
    let total = (1..=CHILDREN).sum::<usize>();
    let mut names = format!(
        "行政区划\n| 地区 | 层级 | 上级 | 人口 2020 |\n|---|---|---|---|\n| 甲省 | 省 | | {total} |\n"
    );
    let mut catalogue =
        String::from("\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n|---|---|---|---|\n");
    for (name, relation) in NAMES {
        let unit = if relation == "加总" { "个" } else { "%" };
        let _ = writeln!(catalogue, "| {name} | {unit} | 越高越好 | {relation} |");
    }
    write(folder, "province.plan", &text("甲省", 70_000));
    for county in 1..=CHILDREN {
        let _ = writeln!(names, "| 丙{county}县 | 县 | 甲省 | {county} |");
        let text = text(&format!("丙{county}县"), 65_000 + county * 3);
        write(folder, &format!("{county:04}.plan"), &text);
    }
    write(folder, "names.plan", &(names + &catalogue));
}

fn text(region: &str, thousandths: usize) -> String {
    let mut text = format!(
        "规划 《{region}公共服务规划》\n地区: {region}\n规划期: 2021-2025\n主题: 公共服务\n\n\
         指标表 “表1 主要指标”\n| 序号 | 指标 | 2020年 | 2025年 | 属性 |\n|---|---|---|---|---|\n"
    );
    for (at, (name, _)) in NAMES.iter().enumerate() {
        let [base, target] = [thousandths - 5_000 + at * 7, thousandths + at * 11]
            .map(|number| format!("{}.{:03}", number / 1_000, number % 1_000));
        let _ = writeln!(text, "| {} | {name} | {base} | {target} | 约束性 |", at + 1);
    }
    text
}

fn write(folder: &Path, name: &str, text: &str) {
    fs::write(folder.join(name), text).expect("a written file");
}
