//! How long `check` takes beside reading the bytes and beside the bare pest parse: ratios of one run, on generated plans.

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
    engine, syntax,
    words::Words,
};

use timing::{RUNS, median};

const PLANS: usize = 1_000;

/// What the generated plans measure, in percent.
const NAMES: [&str; 25] = [
    "常住人口城镇化率",
    "城镇住房保障受益覆盖率",
    "义务教育巩固率",
    "空气质量优良天数比率",
    "生活垃圾无害化处理率",
    "森林覆盖率",
    "地表水达到或好于Ⅲ类水体比例",
    "基本养老保险参保率",
    "农村自来水普及率",
    "公园绿地服务半径覆盖率",
    "高中阶段毛入学率",
    "千兆光网通达比例",
    "政务服务网上可办率",
    "养老机构护理型床位占比",
    "新能源公交车占比",
    "农作物耕种收综合机械化率",
    "再生水利用率",
    "战略性新兴产业占比",
    "科技进步贡献率",
    "村级综合服务设施拥有率",
    "装配式建筑占新建建筑面积",
    "家庭医生签约服务率",
    "公共文化场馆免费开放率",
    "食品安全评价性抽检合格率",
    "数字经济核心产业比重",
];
const INDICATORS: usize = NAMES.len();

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let bytes = generate(folder.path());
    let paths: Vec<_> = fs::read_dir(folder.path())
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    let texts: Vec<String> =
        paths.iter().map(|path| fs::read_to_string(path).expect("a text")).collect();

    let read = median(|| {
        for path in &paths {
            black_box(fs::read(path).expect("bytes"));
        }
    });
    let parse = median(|| {
        for text in &texts {
            black_box(syntax::grammar_only(text));
        }
    });
    println!("{PLANS} plans x {INDICATORS} indicators, {bytes} bytes, median of {RUNS} runs");
    println!("reading the bytes        {read:9.2} ms");
    println!("bare pest parse, 1 thread {parse:8.2} ms");
    for threads in [1, std::thread::available_parallelism().map_or(1, usize::from)] {
        let mut found = 0;
        let check = median(|| found = check(folder.path(), threads));
        println!(
            "check, {threads} thread(s)       {check:9.2} ms = {:.2} x reading, {:.2} x bare parse ({found} findings)",
            check / read,
            check / parse
        );
    }
    stages(folder.path());
}

/// Where the time of `check` goes on one thread.
fn stages(folder: &Path) {
    let settings = Settings::default();
    let load = || engine::load(&[folder.to_owned()], &[], settings.max_file_size).expect("plans");
    let sheets = engine::sheets().expect("sheets");
    let files = load();
    let loading = median(|| _ = black_box(load()));
    let understanding =
        median(|| _ = black_box(engine::understand(files.clone(), &settings, Some(1))));
    let world = engine::understand(files.clone(), &settings, Some(1));
    let today = date(2026, 1, 31);
    let checking =
        median(|| _ = black_box(engine::check(&world, &settings, &sheets, today, Some(1))));
    let outcome = engine::check(&world, &settings, &sheets, today, Some(1));
    let writing = median(|| {
        let words = Words::new(Language::Zh, sheets.clone());
        let mut out = Vec::new();
        emit::write(Format::Concise, &outcome, &words, Options::default(), &mut out)
            .expect("memory");
        black_box(out);
    });
    println!(
        "load {loading:.2} ms, understand {understanding:.2} ms, rules {checking:.2} ms, write {writing:.2} ms"
    );
}

/// The whole command without its process: load, understand, check, write everything as `concise`.
fn check(folder: &Path, threads: usize) -> usize {
    let settings = Settings::default();
    let files = engine::load(&[folder.to_owned()], &[], settings.max_file_size).expect("plans");
    let world = engine::understand(files, &settings, Some(threads));
    let sheets = engine::sheets().expect("sheets");
    let outcome = engine::check(&world, &settings, &sheets, date(2026, 1, 31), Some(threads));
    let words = Words::new(Language::Zh, sheets);
    let mut out = Vec::new();
    emit::write(Format::Concise, &outcome, &words, Options::default(), &mut out).expect("memory");
    black_box(out);
    outcome.findings.len()
}

/// One province, its cities, their counties, and one plan for each; one target in a hundred is short of its parent's.
fn generate(folder: &Path) -> usize {
    let mut names = String::from("行政区划\n| 地区 | 层级 | 上级 |\n| ---- | ---- | ---- |\n");
    let mut catalogue =
        String::from("\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| ---- | ---- | ---- | ---- |\n");
    for name in NAMES {
        let _ = writeln!(catalogue, "| {name} | % | 越高越好 | 平均 |");
    }
    let mut bytes = 0;
    for plan in 0..PLANS {
        let (region, tier, above) = match plan {
            0 => ("甲省".to_owned(), "省", String::new()),
            1..=30 => (format!("乙{plan}市"), "市", "甲省".to_owned()),
            _ => (format!("丙{plan}县"), "县", format!("乙{}市", plan % 30 + 1)),
        };
        let _ = writeln!(names, "| {region} | {tier} | {above} |");
        bytes += write(folder, &format!("{plan:04}.plan"), &text(plan, &region));
    }
    bytes + write(folder, "names.plan", &(names + &catalogue))
}

fn text(plan: usize, region: &str) -> String {
    let mut text = format!(
        "规划 《{region}公共服务规划》\n地区: {region}\n规划期: 2021-2025\n主题: 公共服务\n\n\
         指标表 “表1 主要指标”\n\
         | 序号 | 指标                 | 2020年数值 | 2025年目标值 | 指标属性 | 责任单位 |\n\
         | ---- | -------------------- | ---------- | ------------ | -------- | -------- |\n"
    );
    for (indicator, name) in NAMES.iter().enumerate() {
        let class = if indicator % 3 == 0 { "约束性" } else { "预期性" };
        let short = (plan * INDICATORS + indicator) % 100 == 99;
        let target = 64 + indicator - usize::from(short);
        let _ = writeln!(
            text,
            "| {:<4} | {name}（%） | {}.{:02}      | {target}           | {class}   | 第{}局     |",
            indicator + 1,
            40 + indicator,
            plan % 100,
            indicator % 9 + 1,
        );
    }
    text
}

fn write(folder: &Path, name: &str, text: &str) -> usize {
    fs::write(folder.join(name), text).expect("a written file");
    text.len()
}
