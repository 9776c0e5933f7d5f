//! Indicators that stand in no catalogue give no loud finding, whatever their numbers, and what was inferred of them is said.

use planlint::{config::Language, finding::Level, words::Words};

use crate::support::{TODAY, check, files, sheets};

const REGIONS: &str = "行政区划\n| 地区 | 层级 | 上级 |\n|---|---|---|\n| 苍澜市 | 市 | |\n| 云岭县 | 县 | 苍澜市 |\n";

/// A name that nobody lists, its unit, and whether less of it is better.
const INVENTED: [(&str, &str, bool); 30] = [
    ("快递进村网点覆盖率", "%", false),
    ("共配中心日处理件量", "万件", false),
    ("冷链车辆保有量", "辆", false),
    ("产地预冷设施容量", "立方米", false),
    ("客货邮融合线路", "条", false),
    ("无人车配送里程", "公里", false),
    ("村口驿站雨棚改造里程", "公里", false),
    ("包裹平均滞留时长", "小时", true),
    ("配送投诉万件率", "件", true),
    ("新能源配送车占比", "%", false),
    ("循环包装箱使用率", "%", false),
    ("电商服务站坪效", "元/平方米", false),
    ("直播助农场次", "场", false),
    ("快递员持证上岗率", "%", false),
    ("快递员人均月收入", "元", false),
    ("村级代办点空置率", "%", true),
    ("进城农产品包裹量", "万件", false),
    ("下乡包裹量", "万件", false),
    ("仓储安全隐患整改率", "%", false),
    ("智能快件箱格口数", "个", false),
    ("每万人拥有驿站数", "个", false),
    ("物流园单位能耗", "千克标准煤/吨", true),
    ("冷链断链次数", "次", true),
    ("邮路早班准点率", "%", false),
    ("跨镇中转层级", "级", true),
    ("运单电子化比例", "%", false),
    ("货车空驶指数", "—", true),
    ("驿站志愿者人数", "人", false),
    ("物流景气指数", "—", false),
    ("单件末端配送成本", "元", true),
];

/// Three numbers on the way to the better side: what was, a milestone, and the target.
fn way(seed: &mut u64, lower: bool) -> [u64; 3] {
    let mut roll = |sides: u64| {
        *seed =
            seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (*seed >> 33) % sides
    };
    let base = 10 + roll(40);
    let milestone = base + 1 + roll(20);
    let rising = [base, milestone, milestone + 1 + roll(20)];
    if lower { rising.map(|number| 100 - number) } else { rising }
}

fn plan(region: &str, seed: &mut u64) -> String {
    let mut text = format!(
        "规划 《{region}乡村物流发展“十五五”规划》\n地区: {region}\n规划期: 2026-2030\n主题: 乡村物流\n\n指标表\n| 指标 | 单位 | 2025年 | 2028年目标值 | 2030年目标值 | 属性 | 责任单位 |\n|---|---|---|---|---|---|---|\n"
    );
    for (at, (name, unit, lower)) in INVENTED.into_iter().enumerate() {
        let [base, milestone, target] = way(seed, lower);
        let class = if at % 5 == 0 { "约束性" } else { "预期性" };
        text.push_str(&format!(
            "| {name} | {unit} | {base} | {milestone} | {target} | {class} | 交通局 |\n"
        ));
    }
    text
}

#[test]
fn whatever_their_numbers_nothing_is_shouted() {
    let words = Words::new(Language::Zh, sheets());
    let (mut seed, mut inferred) = (11, 0);
    for world in 0..40 {
        let (city, county) = (plan("苍澜市", &mut seed), plan("云岭县", &mut seed));
        // Alone, and below a city that has the same ones.
        let alone = [("regions.plan", REGIONS), ("county.plan", &county)];
        let below = [("regions.plan", REGIONS), ("city.plan", &city), ("county.plan", &county)];
        for texts in [&alone[..], &below[..]] {
            let (_, outcome) = check(files(texts.iter().copied()), TODAY);
            for finding in &outcome.findings {
                let said = words.say(finding);
                let shown = format!("{world} {} {}", finding.rule, said.message);
                assert_eq!(finding.level, Level::Info, "{shown}");
                if finding.rule == "weaker-than-parent" {
                    let help = said.help;
                    assert!(help.contains("以上是推断"), "{shown}: {help}");
                    inferred += 1;
                }
            }
        }
    }
    assert!(inferred > 100, "{inferred}");
}
