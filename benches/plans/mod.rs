//! Generated plans for the benchmarks: one province, its cities, their counties.

#![expect(clippy::expect_used, reason = "a benchmark stops at the first surprise")]

use std::{fmt::Write as _, fs, path::Path};

/// How many plans are written.
pub const PLANS: usize = 1_000;

/// How the targets of a plan are worded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Wording {
    /// One table of plain numbers.
    Plain,
    /// Phrases in the table, and beside it prose, citations, sums and tasks, as published plans have them.
    Published,
}

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
/// How many indicators each plan has.
pub const INDICATORS: usize = NAMES.len();

/// One province, its cities, their counties, and one plan for each; one target in a hundred is short of its parent's.
pub fn write(folder: &Path, wording: Wording) -> usize {
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
        let mut text = text(plan, &region, wording);
        if wording == Wording::Published {
            prose(plan, &region, &mut text);
        }
        bytes += file(folder, &format!("{plan:04}.plan"), &text);
    }
    bytes + file(folder, "names.plan", &(names + &catalogue))
}

fn text(plan: usize, region: &str, wording: Wording) -> String {
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
        let worded = match wording {
            Wording::Plain => target.to_string(),
            Wording::Published => {
                let phrase = PHRASES[(plan + indicator) % PHRASES.len()];
                phrase.replace("{}", &format!("{target}.{:02}", plan % 90))
            }
        };
        let _ = writeln!(
            text,
            "| {:<4} | {name}（%） | {}.{:02}      | {worded:<12} | {class}   | 第{}局     |",
            indicator + 1,
            40 + indicator,
            plan % 100,
            indicator % 9 + 1,
        );
    }
    text
}

fn file(folder: &Path, name: &str, text: &str) -> usize {
    fs::write(folder.join(name), text).expect("a written file");
    text.len()
}

/// How a target of a table is worded; every one is a floor.
const PHRASES: [&str; 6] = ["{}", "≥{}", "{}以上", "达到{}", "不低于{}", "提高到{}"];

/// What the prose of a plan promises, indicator and words; `{}` is a number of the plan's own.
const PROMISED: [(&str, &str); 18] = [
    ("示范社区", "创建{}个示范社区"),
    ("标准化菜市场", "新建改建标准化菜市场{}个"),
    ("城镇新增就业", "力争累计城镇新增就业{}人以上"),
    ("职业技能培训", "累计开展职业技能培训{}人次以上"),
    ("公共停车位", "新增公共停车位{}个左右"),
    ("农村公路提升", "新改建和提升农村公路{}公里"),
    ("美丽河湖", "建设{}条以上美丽河湖"),
    ("家庭农场", "引导培育家庭农场{}家"),
    ("基层护理床位占比", "基层医疗机构护理床位占比达到 {}%以上"),
    ("村级站点覆盖率", "村级服务站点全覆盖"),
    ("婴幼儿托位", "每个街道至少建设1个托育机构，共{}个托位"),
    ("口袋公园", "约{}个口袋公园"),
    ("体育场地面积", "人均体育场地面积不低于{}平方米"),
    ("高标准农田", "建成高标准农田{}亩"),
    ("零就业家庭", "确保零就业家庭动态清零"),
    ("电商人才", "培育{}名电商创业人才"),
    ("工业增加值", "力争突破{}亿元"),
    ("供热面积", "较2020年提高{}个百分点"),
];

/// What a plan cites of the past.
const CITED: [(&str, &str); 6] = [
    ("常住人口", "{}人"),
    ("老年人口占比", "占{}%"),
    ("建成区面积", "达到{}平方公里"),
    ("中高端民宿", "{}多家"),
    ("引进人才", "三年累计引进各类人才{}人以上"),
    ("大学文化程度人口", "每10万人中由5798人上升为{}人"),
];

/// Adds what stands beside the table of a published plan.
fn prose(plan: usize, region: &str, text: &mut String) {
    text.push_str("\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| ---- | ---- | ---- | ---- |\n");
    for (at, (indicator, words)) in PROMISED.iter().enumerate() {
        let words = words.replace("{}", &number(plan, at).to_string());
        let _ = writeln!(text, "| 三（一） | {region}{indicator} | 2025 | {words} |");
    }
    text.push_str(
        "\n引述\n| 位置 | 地区 | 指标 | 年份 | 表述 |\n| ---- | ---- | ---- | ---- | ---- |\n",
    );
    for (at, (indicator, words)) in CITED.iter().enumerate() {
        let words = words.replace("{}", &number(plan, 40 + at).to_string());
        let _ = writeln!(text, "| 一（一） | {region} | {indicator} | 2020 | {words} |");
    }
    let (town, rural) = (20_000 + number(plan, 60), 10_000 + number(plan, 61));
    text.push_str("\n核算\n| 位置 | 算式 | 结果 |\n| ---- | ---- | ---- |\n");
    let _ = writeln!(text, "| 一（一） | {town} + {rural} | {}人 |", town + rural);
    text.push_str("\n任务表\n| 任务 | 地区 |\n| ---- | ---- |\n");
    for task in ["环线快速路工程", "综合客运枢纽", "城市水厂扩建", "文化中心", "数据中心"]
    {
        let _ = writeln!(text, "| {region}{task} | {region} |");
    }
}

/// A number between 20 and 4,019 that differs from plan to plan and line to line.
fn number(plan: usize, line: usize) -> usize {
    20 + (plan * 7_919 + line * 104_729) % 4_000
}
