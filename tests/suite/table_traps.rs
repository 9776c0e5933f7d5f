//! Tables as plans, reports and bulletins print them, each in every format: the right values, or what is not read by name.

use crate::table_formats::{told, written};

/// Every format of a document gives these lines; `rule` is found in all of them, `!rule` in none.
fn each(document: &str, expected: &[&str], rules: &[&str]) {
    for (name, bytes) in written(document) {
        let told = told(name, bytes);
        assert_eq!(told.lines, expected, "{name} {:?}", told.rules);
        for rule in rules {
            let (wanted, rule) = match rule.strip_prefix('!') {
                Some(rule) => (false, rule),
                None => (true, *rule),
            };
            let found = told.rules.iter().any(|found| found == rule);
            assert_eq!(found, wanted, "{name} {rule} {:?}", told.rules);
        }
    }
}

#[test]
fn the_first_line_is_the_title_in_every_format() {
    for (name, bytes) in written(
        "湖州市“十四五”规划主要指标
         | 指标 | 单位 | 2020年 | 2025年 | 属性 |
         | 常住人口城镇化率 | % | 65.6 | 60 | 预期性 |",
    ) {
        let told = told(name, bytes);
        assert_eq!(told.head, "湖州市“十四五”规划主要指标 湖州市 2021—2025", "{name}");
        assert!(told.rules.contains(&"worse-than-baseline".to_owned()), "{name} {:?}", told.rules);
    }
}

#[test]
fn heads_of_two_rows_combine_even_where_merged_cells_are_lost() {
    each(
        "湖州市2025年国民经济和社会发展计划
         | 指标 | 单位 | 2024年 | < | 2025年 | < |
         | ^ | ^ | 绝对数 | 增长 | 绝对数 | 增长 |
         | 一般公共预算收入 | 亿元 | 400 | 5 | 420 | 5 |
         | 城镇新增就业 | 万人 | 6.5 | 1 | 6 | -7.7 |",
        &[
            "指标表: 指标 单位 2024年绝对数 2024年增长 2025年绝对数 2025年增长",
            "一般公共预算收入 亿元 400 5 420 5",
            "城镇新增就业 万人 6.5 1 6 -7.7",
        ],
        &["!worse-than-baseline", "!no-progress", "!growth-level-mismatch"],
    );
    each(
        "湖州市2025年国民经济和社会发展计划
         | 指标 | 2024年实际 | < | 2025年预期 | < |
         | ^ | 总量（亿元） | 增速（%） | 总量（亿元） | 增速（%） |
         | 地区生产总值 | 4213 | 5.5 | 4450 | 5.5 |",
        &[
            "指标表: 指标 2024年实绩 2024年实际增速（%） 2025年目标值 2025年目标值增长（%） 单位",
            "地区生产总值 4213 5.5% 4450 5.5% 亿元",
        ],
        &["!worse-than-baseline"],
    );
}

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

#[test]
fn a_unit_may_be_said_for_the_whole_table() {
    for above in ["表1 主要指标（单位：万元）", "表1 主要指标\n单位：万元"] {
        each(
            &format!(
                "湖州市“十四五”财政规划
                 {above}
                 | 指标 | 2020年 | 2025年 |
                 | 一般公共预算收入 | 3200000 | 4200000 |
                 | 财政自给率（%） | 80 | 85 |"
            ),
            &[
                "指标表: 指标 2020年 2025年 单位",
                "一般公共预算收入 3200000 4200000 万元",
                "财政自给率（%） 80 85 .",
            ],
            &["!missing-unit"],
        );
    }
    each(
        "湖州市“十四五”财政规划
         | 单位：万元 | < | < |
         | 指标 | 2020年 | 2025年 |
         | 一般公共预算收入 | 3200000 | 4200000 |",
        &["指标表: 指标 2020年 2025年 单位", "一般公共预算收入 3200000 4200000 万元"],
        &["!missing-unit"],
    );
}

#[test]
fn cells_that_repeat_those_above_them() {
    each(
        "湖州市“十四五”规划主要指标
         | 类别 | 指标 | 单位 | 2020年 | 2025年 | 属性 |
         | 经济发展 | 税收收入 | 万元 | 100 | 150 | 预期性 |
         | ^ | 非税收入 | ^ | 20 | 30 | 〃 |
         | 生态 | 森林覆盖率 | % | 48.1 | 48.5 | 约束性 |",
        &[
            "指标表: 指标 单位 2020年 2025年 属性",
            "[经济发展] 税收收入 万元 100 150 预期性",
            "[经济发展] 非税收入 万元 20 30 预期性",
            "[生态] 森林覆盖率 % 48.1 48.5 约束性",
        ],
        &[],
    );
}

#[test]
fn heads_may_repeat_halves_stand_side_by_side_and_sums_are_no_indicators() {
    each(
        "湖州市“十四五”规划主要指标
         | 序号 | 指标 | 单位 | 2020年 | 2025年 |
         | 1 | 公路投资 | 亿元 | 100 | 150 |
         | 序号 | 指标 | 单位 | 2020年 | 2025年 |
         | 2 | 铁路投资 | 亿元 | 50 | 60 |
         |  | 小计 | 亿元 | 150 | 210 |",
        &[
            "指标表: 序号 指标 单位 2020年 2025年",
            "1 公路投资 亿元 100 150",
            "2 铁路投资 亿元 50 60",
            "unread row",
        ],
        &["unread-part"],
    );
    each(
        "湖州市“十四五”规划主要指标
         | 指标 | 2020年 | 2025年 | 指标 | 2020年 | 2025年 |
         | 森林覆盖率（%） | 48.1 | 48.5 | 常住人口城镇化率（%） | 65.6 | 70 |",
        &[
            "指标表: 指标 2020年 2025年",
            "森林覆盖率（%） 48.1 48.5",
            "常住人口城镇化率（%） 65.6 70",
        ],
        &["!unread-part"],
    );
}

#[test]
fn years_may_stand_in_rows() {
    each(
        "湖州市“十四五”规划主要指标
         | 指标 | 森林覆盖率（%） | 常住人口城镇化率（%） |
         | 2020年实际 | 48.1 | 65.6 |
         | 2025年目标 | 48.5 | 60 |
         | 属性 | 约束性 | 预期性 |",
        &[
            "指标表: 指标 2020年实际 2025年目标 属性",
            "森林覆盖率（%） 48.1 48.5 约束性",
            "常住人口城镇化率（%） 65.6 60 预期性",
        ],
        &["worse-than-baseline"],
    );
}

#[test]
fn long_tables_have_a_value_a_row() {
    each(
        "湖州市“十四五”规划指标
         | 指标 | 地区 | 年份 | 数值 |
         | 常住人口城镇化率（%） | 湖州市 | 2025 | 60 |
         | 常住人口城镇化率（%） | 湖州市 | 2020 | 65.6 |
         | 森林覆盖率（%） | 湖州市 | 2025 | 48.5 |",
        &[
            "指标表: 指标 地区 2020年 2025年",
            "常住人口城镇化率（%） 湖州市 65.6 60",
            "森林覆盖率（%） 湖州市 . 48.5",
        ],
        &["worse-than-baseline", "!unread-part"],
    );
    each(
        "湖州市“十四五”规划目标分解表
         | 地区 | 指标 | 单位 | 年份 | 目标值 |
         | 德清县 | 森林覆盖率 | % | 2025 | 40 |
         | 安吉县 | 森林覆盖率 | % | 2025 | 70 |",
        &["分解表: 指标 年份 德清县 安吉县", "森林覆盖率（%） 2025 40 70"],
        &["!unread-part"],
    );
}

#[test]
fn numbers_for_regions_keep_their_years_and_those_of_the_whole_are_the_plans_own() {
    each(
        "湖州市“十四五”目标任务分解表
         | 区县 | 森林覆盖率（%） | < | 常住人口城镇化率（%） | < |
         | ^ | 2020年 | 2025年 | 2020年 | 2025年 |
         | 德清县 | 40 | 40.5 | 60 | 68 |
         | 安吉县 | 70 | 70.2 | 58 | 65 |
         | 全市 | 48 | 48.5 | 65.6 | 60 |",
        &[
            "分解表: 指标 年份 德清县 安吉县",
            "森林覆盖率（%） 2020 40 70",
            "森林覆盖率（%） 2025 40.5 70.2",
            "常住人口城镇化率（%） 2020 60 58",
            "常住人口城镇化率（%） 2025 68 65",
            "指标表: 指标 2020年 2025年",
            "森林覆盖率（%） 48 48.5",
            "常住人口城镇化率（%） 65.6 60",
        ],
        &["worse-than-baseline", "!table-prose-conflict", "!unknown-region"],
    );
    each(
        "湖州市2025年各区县主要目标
         | 指标 | 单位 | 全市 | 德清县 | 安吉县 |
         | 森林覆盖率 | % | 48.5 | 40 | 70 |",
        &[
            "分解表: 指标 年份 德清县 安吉县",
            "森林覆盖率（%） 2025 40 70",
            "指标表: 指标 2025年",
            "森林覆盖率（%） 48.5",
        ],
        &["!unread-part"],
    );
}

#[test]
fn tasks_have_owners_and_deadlines() {
    each(
        "湖州市2025年政府工作报告重点任务分解表
         | 序号 | 重点任务 | 目标 | 牵头单位 | 完成时限 | 投资（亿元） |
         | 1 | 老旧小区改造 | 80个 | 市建设局 | 2025年12月底 | 3 |
         | 2 | 保障性租赁住房建设 | 5000套 | 市建设局 | 12月底前 | 8 |",
        &[
            "任务表: 任务 目标 责任单位 期限",
            "老旧小区改造 80个 市建设局 2025年12月底",
            "保障性租赁住房建设 5000套 市建设局 2025年12月底前",
            "unread column",
        ],
        &["unread-part"],
    );
}

#[test]
fn bulletins_tell_what_was_reached() {
    each(
        "湖州市2025年国民经济和社会发展统计公报
         | 指标 | 单位 | 2025年实际 | 比上年增长（%） |
         | 地区生产总值 | 亿元 | 4213 | 5.5 |
         | 一般公共预算收入 | 亿元 | 410 | -2.1 |",
        &[
            "实绩表: 指标 单位 2025年实际 2025年实绩增长（%）",
            "地区生产总值 亿元 4213 5.5",
            "一般公共预算收入 亿元 410 -2.1",
        ],
        &["!nothing-read", "!backslides", "!no-progress", "!unread-part"],
    );
}

#[test]
fn english_tables_have_codes_goals_and_financial_years() {
    each(
        "Arcadia Council Plan 2021-2030
         | Ref | KPI | Unit | Baseline (2020) | 2025 goal | FY2030 | Lead |
         | A1 | Recycling rate | % | 40 | 50 | 65 | Head of Waste |",
        &[
            "指标表: Ref KPI Unit Baseline (2020) 2025 goal FY2030 Lead",
            "A1 Recycling rate % 40 50 65 Head of Waste",
        ],
        &["!unread-part"],
    );
    each(
        "Arcadia Council Plan 2021-2030
         | Metric | Baseline 2020/21 | 2025-26 | 2029-30 | Comments |
         | Homes built (number) | 400 | 500 | 650 | see p 5 |",
        &[
            "指标表: Metric Baseline 2020/21 2025-26 2029-30 Comments",
            "Homes built (number) 400 500 650 see p 5",
        ],
        &["!unread-part"],
    );
}
