//! What tables of outline plans print besides plain numbers: averages beside sums, words that look upwards or sideways.

use planlint::finding::{Finding, Level};

use crate::support::{self, TODAY};

const NAMES: &str = "行政区划
| 地区 | 层级 | 上级 |
| ---- | ---- | ---- |
| 全国 | 国家 |      |
| 甲省 | 省   | 全国 |
| 乙市 | 市   | 甲省 |

指标目录
| 指标                   | 单位 | 方向     | 汇总     |
| ---------------------- | ---- | -------- | -------- |
| 研发经费增长           | %    | 越高越好 | 平均     |
| 失业率                 | %    | 越低越好 | 平均     |
| 收入增长               | %    | 越高越好 | 平均     |
| 护理型床位占比         | %    | 越高越好 | 平均     |
| 非化石能源比重         | %    | 越高越好 | 平均     |
| 二氧化碳排放降低       | %    | 越高越好 | 分解下达 |
| 保障性住房             | 套   | 越高越好 | 加总     |
| 工业增加值比重         | %    | 越高越好 | 平均     |
| 数字经济增加值比重     | %    | 越高越好 | 平均     |
| 人均预期寿命           | 岁   | 越高越好 | 平均     |
| 粮食产能               | 斤   | 越高越好 | 加总     |
";

const NATION: &str = "规划 《全国规划》
地区: 全国
规划期: 2026—2030
主题: 纲要

指标表
| 指标                   | 2025年   | 2030年 | 年均/累计       | 属性   |
| ---------------------- | -------- | ------ | --------------- | ------ |
| 研发经费增长（%）      | 9.1      | —      | >7              | 预期性 |
| 失业率（%）            | 5.6      | —      | <5.5            | 预期性 |
| 收入增长（%）          | 5        | —      | 与GDP增长同步   | 预期性 |
| 护理型床位占比（%）    | 68       | 73     | —               | 预期性 |
| 非化石能源比重（%）    | 21.7     | 25     | —               | 约束性 |
| 二氧化碳排放降低（%）  | 〔17.7〕 | —      | 〔17〕          | 约束性 |
| 粮食产能（万亿斤）     | 1.39     | 1.45   | —               | 约束性 |
注：〔〕为5年累计数。
";

/// The findings of a plan of 甲省 or 乙市 below the nation's.
fn below(region: &str, body: &str) -> Vec<Finding> {
    let plan =
        format!("规划 《{region}规划》\n地区: {region}\n规划期: 2026—2030\n主题: 纲要\n\n{body}");
    let files =
        support::files([("below.plan", &*plan), ("names.plan", NAMES), ("nation.plan", NATION)]);
    support::check(files, TODAY).1.findings
}

/// Level, rule and indicator of what is found in the plan below, by rules of one of these names.
fn found(region: &str, body: &str, rules: &[&str]) -> Vec<String> {
    let told = |finding: &Finding| {
        let indicator = finding.draft.subject.indicator.as_deref().unwrap_or_default().to_owned();
        format!("{} {} {indicator}", finding.level.key(), finding.rule)
    };
    below(region, body).iter().filter(|f| rules.contains(&f.rule)).map(told).collect()
}

#[test]
fn one_column_of_averages_and_sums_holds_both() {
    let body = "指标表
| 指标                  | 2025年 | 2030年 | 年均［累计］ | 属性   |
| --------------------- | ------ | ------ | ------------ | ------ |
| 研发经费增长（%）     | 9      | —      | 6            | 预期性 |
| 失业率（%）           | 5.8    | —      | <5.7         | 预期性 |
| 保障性住房（万套）    | —      | —      | ［25—27］    | 预期性 |
| 二氧化碳排放降低（%） | —      | —      | ［16］       | 约束性 |

正文
| 位置 | 指标       | 年份     | 表述           |
| ---- | ---------- | -------- | -------------- |
| 二   | 保障性住房 | “十五五” | 新增25—27万套 |
";
    let rules = [
        "weaker-than-parent",
        "unknown-column",
        "missing-target",
        "cumulative-mismatch",
        "table-prose-conflict",
        "basis-mismatch",
        "worse-than-baseline",
    ];
    assert_eq!(
        found("甲省", body, &rules),
        [
            "info weaker-than-parent 研发经费增长",
            "info weaker-than-parent 失业率",
            "info weaker-than-parent 二氧化碳排放降低"
        ]
    );
}

#[test]
fn a_change_in_a_column_of_its_own_leaves_the_years_levels() {
    let body = "指标表
| 指标                 | 2025年 | 2030年 | 年均/累计 | 属性   |
| -------------------- | ------ | ------ | --------- | ------ |
| 护理型床位占比（%）  | 68     | 72     | 〔4〕     | 预期性 |
";
    let rules = ["weaker-than-parent", "basis-mismatch", "worse-than-baseline"];
    assert_eq!(found("甲省", body, &rules), ["warning weaker-than-parent 护理型床位占比"]);
}

#[test]
fn a_reference_looks_only_where_it_says() {
    let body = "指标表
| 指标                  | 2025年 | 2030年                         | 属性   |
| --------------------- | ------ | ------------------------------ | ------ |
| 收入增长（%）         | 5      | 与经济增长同步                 | 预期性 |
| 护理型床位占比（%）   | 80     | 完成省定目标                   | 约束性 |
| 非化石能源比重（%）   | 30     | 完成经国家审核衔接后确定的目标 | 约束性 |
| 保障性住房（套）      | 10     | 完成省下达指标                 | 约束性 |
";
    let rules = ["dangling-reference", "reference-without-progress", "number-became-words"];
    assert_eq!(found("乙市", body, &rules), [""; 0]);
    let to_anybody = body.replace("完成省下达指标", "完成上级下达指标");
    assert_eq!(found("乙市", &to_anybody, &rules), ["warning dangling-reference 保障性住房"]);
}

#[test]
fn a_rate_of_growth_starts_from_nothing_and_a_level_from_what_the_text_reports() {
    let body = "指标表
| 指标                   | 2025年 | 2030年 | 属性   |
| ---------------------- | ------ | ------ | ------ |
| 研发经费增长（%）      | 12     | 8      | 预期性 |
| 人均预期寿命（岁）     |        | 85左右 | 预期性 |
| 护理型床位占比（%）    | 75     | >75    | 预期性 |
| 数字经济增加值比重（%）| 19     | 19     | 预期性 |

引述
| 位置 | 地区 | 指标         | 年份 | 表述      |
| ---- | ---- | ------------ | ---- | --------- |
| 一   | 甲省 | 人均预期寿命 | 2025 | 达85.21岁 |
";
    let rules = ["worse-than-baseline", "no-progress"];
    assert_eq!(
        found("甲省", body, &rules),
        ["warning worse-than-baseline 人均预期寿命", "info no-progress 数字经济增加值比重"]
    );
}

#[test]
fn what_only_looks_different_is_not_shouted() {
    let body = "指标表
| 指标                    | 2025年 | 2030年 | 属性   |
| ----------------------- | ------ | ------ | ------ |
| 失业率（%）             | 4.1    | 4      | 预期性 |
| 护理型床位占比（%）     | 70     | ＞75   | 预期性 |
| 数字经济增加值比重（%） | 19     | ＞20   | 预期性 |
| 粮食产能（万吨）        | 90     | 100    | 约束性 |

正文
| 位置 | 指标           | 年份 | 表述      |
| ---- | -------------- | ---- | --------- |
| 二   | 护理型床位占比 | 2030 | 75%以上   |
| 二   | 工业增加值比重 | 2030 | 20%以上   |

引述
| 位置 | 地区 | 指标   | 年份 | 表述           |
| ---- | ---- | ------ | ---- | -------------- |
| 一   | 甲省 | 失业率 | 2025 | 始终在5%以内   |
";
    let loud: Vec<_> = below("甲省", body)
        .into_iter()
        .filter(|finding| finding.level >= Level::Warning && finding.rule != "binding-not-carried")
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(loud, [""; 0]);
    assert_eq!(
        found("甲省", body, &["table-prose-drift"]),
        ["info table-prose-drift 护理型床位占比"]
    );
}
