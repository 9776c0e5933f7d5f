//! Which part of a report or plan a value stands in: whether it was reached or is promised, and for which year.

use planlint::{config::Settings, engine, text::Keyed, views};

use crate::{prose_names::hold_whole, support};

/// What is read of a report of 2026: `target` or `citation`, year, indicator and value, in order.
fn read(lines: &[&str]) -> Vec<String> {
    read_as("2026年甲县政府工作报告", lines)
}

fn read_as(title: &str, lines: &[&str]) -> Vec<String> {
    let text = format!("{title}\n各位代表：\n{}\n", lines.join("\n"));
    let files = support::files([("report.txt", &*text)]);
    let world = engine::understand(files, &Settings::default(), Some(1));
    hold_whole(&world);
    let told = |record: views::Record| {
        format!("{} {} {} {}", record.role.key(), record.year, record.indicator, record.value)
    };
    views::records(&world.model).into_iter().map(told).collect()
}

#[test]
fn headings_without_numbers_part_a_report() {
    let found = read(&[
        "“十四五”时期工作回顾",
        "五年来，全县常住人口城镇化率达到61%，新增学位3000个。",
        "“十五五”时期主要目标任务",
        "要努力实现以下目标：常住人口城镇化率达到68%。",
        "2026年重点工作",
        "地区生产总值增长5%左右，城镇新增就业2万人以上。",
    ]);
    assert_eq!(
        found,
        [
            "target 2030 常住人口城镇化率 达到68%",
            "target 2026 地区生产总值增长 5%左右",
            "target 2026 城镇新增就业 城镇新增就业2万人以上",
            "citation 2025 常住人口城镇化率 达到61%",
        ]
    );
}

#[test]
fn opening_sentences_part_a_report_whose_headings_are_slogans() {
    let found = read(&[
        "一、同心奋斗，交出亮丽答卷",
        "2025年是“十四五”收官之年。",
        "常住人口城镇化率达到61%。",
        "二、勇毅前行，描绘崭新蓝图",
        "“十五五”时期是夯实基础的关键时期。",
        "常住人口城镇化率达到68%。",
        "三、开拓进取，实现“十五五”良好开局",
        "今年是“十五五”开局之年，要迈好第一步。",
        "全县经济社会发展的主要预期目标是：地区生产总值增长5%左右。",
        "（一）扩大需求。社会消费品零售总额增长4%左右。",
    ]);
    assert_eq!(
        found,
        [
            "target 2030 常住人口城镇化率 达到68%",
            "target 2026 地区生产总值增长 5%左右",
            "target 2026 社会消费品零售总额增长 4%左右",
            "citation 2025 常住人口城镇化率 达到61%",
        ]
    );
}

#[test]
fn goals_of_this_year_may_stand_before_those_of_the_next_five() {
    let found = read(&[
        "一、工作回顾",
        "常住人口城镇化率达到61%。",
        "二、2026年工作安排",
        "今年主要预期目标是：地区生产总值增长5%左右。",
        "三、“十五五”时期主要目标任务",
        "到2030年，常住人口城镇化率达到68%。",
    ]);
    assert_eq!(
        found,
        [
            "target 2026 地区生产总值增长 5%左右",
            "target 2030 常住人口城镇化率 达到68%",
            "citation 2025 常住人口城镇化率 达到61%",
        ]
    );
}

#[test]
fn under_a_heading_of_two_parts_the_sentence_decides() {
    let found = read(&[
        "一、“十四五”时期发展成就和“十五五”时期主要目标任务",
        "过去五年，常住人口城镇化率达到61%。",
        "《纲要》提出，“十五五”时期地区生产总值年均增长6%左右。",
        "二、“十五五”时期目标任务和2026年工作安排",
        "今年是“十五五”开局之年，要迈好第一步。",
        "主要预期目标是：地区生产总值增长5%左右。",
    ]);
    assert_eq!(
        found,
        [
            "target 2030 地区生产总值年均增长 地区生产总值年均增长6%左右",
            "target 2026 地区生产总值增长 5%左右",
            "citation 2025 常住人口城镇化率 达到61%",
        ]
    );
}

#[test]
fn a_plan_of_five_years_knows_no_this_year() {
    let found = read_as(
        "甲县国民经济和社会发展第十五个五年规划纲要（2026—2030年）",
        &["一、主要目标", "今年以来就业稳定。到2030年，常住人口城镇化率达到68%。"],
    );
    assert_eq!(found, ["target 2030 常住人口城镇化率 达到68%"]);
}

#[test]
fn a_number_in_a_heading_is_no_five_year_plan() {
    let found = read_as(
        "甲县国民经济和社会发展第十五个五年规划纲要（2026—2030年）",
        &[
            "二、主要任务",
            "（十四）绿色发展",
            "森林覆盖率达到48.5%。",
            "（十五）新型城镇化",
            "常住人口城镇化率达到70%。",
        ],
    );
    assert_eq!(found, ["target 2030 森林覆盖率 达到48.5%", "target 2030 常住人口城镇化率 达到70%"]);
}

#[test]
fn one_sentence_about_another_time_opens_no_part() {
    let found = read(&[
        "二、2026年主要预期目标",
        "回顾历史，展望未来，今年发展的主要目标是：常住人口城镇化率达到71%。",
        "明年要再接再厉。",
        "地区生产总值增长5%左右。",
    ]);
    assert_eq!(
        found,
        ["target 2026 常住人口城镇化率 达到71%", "target 2026 地区生产总值增长 5%左右"]
    );
}

#[test]
fn what_a_review_says_was_raised_is_no_target() {
    let found = read(&[
        "一、2025年工作回顾",
        "五年来，城乡收入倍差从2.05缩小至1.83。常住人口城镇化率从57%提升至61%左右。",
        "二、2026年工作目标",
        "今年地区生产总值增长5%左右。",
    ]);
    assert_eq!(
        found,
        [
            "target 2026 地区生产总值增长 5%左右",
            "citation 2025 常住人口城镇化率 从57%提升至61%左右",
        ]
    );
}

#[test]
fn a_paragraph_that_turns_back_does_so_until_it_turns_again() {
    let found = read(&[
        "一、2026年工作目标",
        "2026年是开局之年，任务艰巨。过去一年，各项工作取得成绩。地区生产总值增长6.1%，城镇新增就业3万人。今年要再接再厉，城镇新增就业2万人以上。",
    ]);
    assert_eq!(
        found,
        [
            "target 2026 城镇新增就业 城镇新增就业2万人以上",
            "citation 2025 地区生产总值增长 6.1%",
            "citation 2025 城镇新增就业 城镇新增就业3万人",
        ]
    );
}

#[test]
fn a_year_to_come_turns_a_paragraph_ahead() {
    let found = read(&["一、工作目标", "五年来成效显著。到2030年，常住人口城镇化率达到68%。"]);
    assert_eq!(found, ["target 2030 常住人口城镇化率 达到68%"]);
}

#[test]
fn each_paragraph_of_the_goals_of_a_plan_may_name_the_period_anew() {
    let found = read_as(
        "甲县国民经济和社会发展第十五个五年规划纲要（2026—2030年）",
        &[
            "一、主要目标",
            "到2028年，常住人口城镇化率达到66%，人均地区生产总值12万元以上。",
            "“十五五”时期，人均预期寿命提高到82岁左右，城镇新增就业3万人。",
        ],
    );
    assert_eq!(
        found,
        [
            "target 2028 常住人口城镇化率 达到66%",
            "target 2028 人均地区生产总值 12万元以上",
            "target 2030 人均预期寿命 提高到82岁左右",
            "target 2030 城镇新增就业 城镇新增就业3万人",
        ]
    );
}
