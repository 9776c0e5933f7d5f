//! Columns of averages, growth and what was reached beside those of targets, each in every format.

use crate::table_formats::each;

#[test]
fn an_average_is_of_the_period_that_its_year_ends() {
    each(
        "湖州市“十四五”规划主要指标
         | 指标 | 单位 | 2025年 | < | 2030年 | < | 属性 |
         | ^ | ^ | 数值 | 年均 | 数值 | 年均 | ^ |
         | 地区生产总值 | 亿元 | 4000 | 5.5 | 5200 | 5.4 | 预期性 |",
        &[
            "指标表: 指标 单位 2025年数值 2030年数值 属性",
            "地区生产总值 亿元 4000 5200 预期性",
            "unread column",
            "unread column",
        ],
        &["unread-part"],
    );
    // Percentage points a year are no level that the rate shall have.
    each(
        "湖州市“十四五”规划主要指标
         | 指标 | 单位 | 2020年 | 2025年 | 年均增长（%） | 属性 |
         | 常住人口城镇化率 | % | 65.6 | 70 | 0.9 | 预期性 |
         | 地区生产总值 | 亿元 | 3201 | 4500 | 7 | 预期性 |",
        &[
            "指标表: 指标 单位 2020年 2025年 年均增长 属性",
            "常住人口城镇化率 % 65.6 70 0.9% 预期性",
            "地区生产总值 亿元 3201 4500 7% 预期性",
        ],
        &["!table-prose-conflict", "!duplicate-indicator", "!worse-than-baseline"],
    );
}

#[test]
fn an_average_beside_a_level_is_no_second_level() {
    each(
        "湖州市“十五五”规划主要指标
         | 指标 | 2025年 | 2030年 | 年均 | 属性 |
         | 常住人口城镇化率（%） | 69 | 74 | 1 | 预期性 |",
        &["指标表: 指标 2025年 2030年 属性", "常住人口城镇化率（%） 69 74 预期性", "unread column"],
        &["unread-part", "!duplicate-indicator", "!table-prose-conflict"],
    );
    each(
        "湖州市“十五五”规划主要指标
         | 指标 | 单位 | 2025年 | 2030年 | 年均（%） | 属性 |
         | 地区生产总值 | 亿元 | 4400 | 5700 | 5.3 | 预期性 |",
        &[
            "指标表: 指标 单位 2025年 2030年 年均增长 属性",
            "地区生产总值 亿元 4400 5700 5.3% 预期性",
        ],
        &["!unread-part", "!duplicate-indicator", "!table-prose-conflict"],
    );
    // Where no level of the years planned for stands beside it, it is what is promised each year.
    each(
        "湖州市“十五五”规划主要指标
         | 指标 | 单位 | 2025年 | 2030年 | 年均 | 属性 |
         | 森林覆盖率 | % | 48.1 | 48.5 | — | 约束性 |
         | 城镇新增就业 | 万人 | 12 | — | 10 | 预期性 |",
        &[
            "指标表: 指标 单位 2025年 2030年 年均 属性",
            "森林覆盖率 % 48.1 48.5 — 约束性",
            "城镇新增就业 万人 12 — 10 预期性",
        ],
        &["!unread-part"],
    );
}

#[test]
fn growth_without_a_year_is_of_the_column_before_it() {
    each(
        "湖州市2026年国民经济和社会发展计划
         | 指标 | 单位 | 2025年完成 | 比上年增长% | 2026年目标 | 比上年增长% |
         | 地区生产总值 | 亿元 | 4213 | 5.5 | 4450 | 5左右 |",
        &[
            "指标表: 指标 单位 2025年完成 2025年实绩增长（%） 2026年目标 2026年目标值增长（%）",
            "地区生产总值 亿元 4213 5.5 4450 5左右",
        ],
        &["!unread-part"],
    );
    // In a plan of five years 增长 may be that of all of them.
    each(
        "湖州市“十四五”规划主要指标
         | 指标 | 单位 | 2020年 | 2025年 | 增长（%） |
         | 地区生产总值 | 亿元 | 3201 | 4500 | 40 |",
        &["指标表: 指标 单位 2020年 2025年", "地区生产总值 亿元 3201 4500", "unread column"],
        &["unread-part"],
    );
}

#[test]
fn a_column_that_says_the_same_again_is_told() {
    each(
        "湖州市“十四五”规划主要指标
         | 指标 | 单位 | 2020年 | 2025年 | 2025年 | 属性 |
         | 森林覆盖率 | % | 48.1 | 48.5 | 49 | 约束性 |",
        &["指标表: 指标 单位 2020年 2025年 属性", "森林覆盖率 % 48.1 48.5 约束性", "twice 2025年"],
        &["duplicate-column"],
    );
}

#[test]
fn what_was_reached_in_the_last_year_is_no_target_of_it() {
    each(
        "湖州市“十四五”规划主要指标
         | 指标 | 单位 | 2020年实际 | 2025年实际 | 属性 |
         | 常住人口城镇化率 | % | 65.6 | 70 | 预期性 |",
        &["指标表: 指标 单位 2020年实际 2025年实际 属性", "常住人口城镇化率 % 65.6 70 预期性"],
        &["missing-target", "nothing-read"],
    );
}

#[test]
fn a_plan_of_one_year_says_which_year_was_completed() {
    each(
        "湖州市2025年国民经济和社会发展计划主要指标完成情况
         | 指标 | 单位 | 年度目标 | 完成情况 | 同比增长（%） |
         | 地区生产总值 | 亿元 | 4300 | 4213 | 5.5 |",
        &[
            "指标表: 指标 单位 2025年目标值 2025年实绩 2025年实绩增长（%）",
            "地区生产总值 亿元 4300 4213 5.5",
        ],
        &["!unread-part", "!backslides"],
    );
    each(
        "湖州市“十四五”规划主要指标监测
         | 指标 | 单位 | 2020年 | 2025年目标 | 2024年上半年完成 | 完成情况 | 完成率（%） |
         | 森林覆盖率 | % | 48.1 | 48.5 | 48.2 | 48.2 | 25 |",
        &[
            "指标表: 指标 单位 2020年 2025年目标 完成率",
            "森林覆盖率 % 48.1 48.5 25",
            "unread column",
            "unread column",
        ],
        &["unread-part"],
    );
}

#[test]
fn what_was_completed_is_of_the_year_that_the_title_names() {
    for (title, caption) in [
        ("湖州市“十四五”规划2023年监测评估", ""),
        ("湖州市“十四五”规划监测评估", "表1 2023年主要指标完成情况\n"),
    ] {
        each(
            &format!(
                "{title}
                 {caption}| 指标 | 单位 | 2020年 | 2025年目标 | 完成情况 | 完成率（%） | 属性 |
                 | 常住人口城镇化率 | % | 65.6 | 70 | 66 | 9.1 | 预期性 |"
            ),
            &[
                "指标表: 指标 单位 2020年 2025年目标 2023年实绩 完成率 属性",
                "常住人口城镇化率 % 65.6 70 66 9.1 预期性",
            ],
            &["behind-schedule", "!unread-part"],
        );
    }
    // Half a year says nothing of a whole one, and a year behind the plan is none of it.
    each(
        "湖州市“十四五”规划2026年总结评估
         | 指标 | 单位 | 2020年 | 2025年目标 | 完成情况 |
         | 森林覆盖率 | % | 48.1 | 48.5 | 48.2 |",
        &["指标表: 指标 单位 2020年 2025年目标", "森林覆盖率 % 48.1 48.5", "unread column"],
        &["unread-part"],
    );
}
