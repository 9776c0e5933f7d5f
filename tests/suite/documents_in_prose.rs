//! Whole documents of other kinds than reports, on invented figures: opinions, lists of works, schemes without a period.

use planlint::{
    config::Settings,
    engine,
    views::{self, ValueRole},
};

use crate::{prose_names::hold_whole, support};

/// The region of a document and its targets, each as indicator, value and year.
fn targets(text: &str) -> (String, Vec<String>) {
    let files = support::files([("draft.txt", text)]);
    let world = engine::understand(files, &Settings::default(), Some(1));
    hold_whole(&world);
    let records: Vec<_> = views::records(&world.model)
        .into_iter()
        .filter(|record| record.role == ValueRole::Target)
        .collect();
    let region =
        records.first().and_then(|record| record.region.as_deref()).unwrap_or_default().to_owned();
    let told =
        |record: views::Record| format!("{}: {} {}", record.indicator, record.value, record.year);
    (region, records.into_iter().map(told).collect())
}

fn holds(text: &str, region: &str, expected: &[&str]) {
    let (own, found) = targets(text);
    assert_eq!(own, region, "{text}");
    assert_eq!(found, expected, "{text}");
}

#[test]
fn the_year_that_a_document_aims_at_holds_for_its_goals() {
    holds(
        "甲市关于推进示范田块建设的实施意见\n\n一、发展目标\n\n到2015年把甲市建成示范市。\n\n\
         渠道防渗率达到45%。村级灌溉管护率提高到80%以上。\n\n二、主要任务\n\n新建示范田块300个。\n",
        "",
        &[
            "渠道防渗率: 达到45% 2015",
            "村级灌溉管护率: 提高到80%以上 2015",
            "新建示范田块: 新建示范田块300个 2015",
        ],
    );
}

#[test]
fn a_heading_with_a_year_dates_a_list_of_works_and_its_lines_need_no_stops() {
    holds(
        "贵州省今年五类实事拟定\n\n2017年民生实事\n\n\
         有关部门从群众关心的问题入手，拟定了全省今年的实事项目，涵盖教育、医疗、养老、住房和出行等许多领域，努力让群众受益。\n\
         新建、改扩建农村公路1万公里\n培训农民技术员2万人\n对60个乡镇实施排灌设施改造\n",
        "贵州省",
        &[
            "改扩建农村公路: 新建、改扩建农村公路1万公里 2017",
            "培训农民技术员: 培训农民技术员2万人 2017",
        ],
    );
}

#[test]
fn marked_lines_are_sentences_and_a_summary_of_results_is_none_of_goals() {
    holds(
        "湖北省政府工作报告摘要\n\n■ 2024年成绩单\n\n●粮食产量达到557亿斤\n●新建示范田块300个，超额完成\n\n\
         ■ 2025年主要预期目标\n\n●粮食产量稳定在560亿斤以上\n●居民收入增长与经济增长同步，生态良好\n",
        "湖北省",
        &["粮食产量: 稳定在560亿斤以上 2025", "居民收入增长: 与经济增长同步 2025"],
    );
}

#[test]
fn a_heading_that_looks_back_and_ahead_names_the_year_of_the_report_last() {
    let report = "咸宁市第六届人民代表大会第二次会议政府工作报告\n\n一、2025年工作回顾和2026年工作安排\n\n\
        今年主要预期目标是：进出口总额增长5%。\n";
    holds(report, "咸宁市", &["进出口总额: 增长5% 2026"]);
}

#[test]
fn the_government_that_sends_a_plan_out_is_its_region() {
    let goals = "一、工作目标\n\n到2020年，渠道防渗率达到45%。\n";
    holds(
        &format!("重庆市人民政府关于印发贯彻落实国务院灌溉行动计划实施方案的通知\n\n{goals}"),
        "重庆市",
        &["渠道防渗率: 达到45% 2020"],
    );
    holds(
        &format!(
            "黔东南州人民政府关于加强灌溉设施建设的实施意见\n\n{goals}凯里市、凯里市和凯里市先行。\n"
        ),
        "黔东南苗族侗族自治州",
        &["渠道防渗率: 达到45% 2020"],
    );
}

#[test]
fn traditional_characters_are_read_as_simplified_ones() {
    holds(
        "重慶市灌溉發展規劃（2026—2030年）\n\n一、發展目標\n\n到2030年，糧食產量穩定在1000萬噸以上，渠道防滲率達到45%，\
         居民收入增長與經濟增長同步。\n",
        "重庆市",
        &[
            "粮食产量: 稳定在1000万吨以上 2030",
            "渠道防渗率: 达到45% 2030",
            "居民收入增长: 与经济增长同步 2030",
        ],
    );
}

#[test]
fn what_is_told_of_a_part_of_a_year_is_no_figure_of_the_year() {
    let (_, found) = targets(
        "咸宁市2021年重点工作完成情况的报告\n\n一、完成情况\n\n上半年，进出口总额50亿元，增长86%。\n\n\
         二、2021年目标任务\n\n重大项目前期工作加快，确保财政收入增长4%。\n",
    );
    assert_eq!(found, ["财政收入: 增长4% 2021"]);
}

#[test]
fn what_is_of_no_year_is_not_counted_as_read() {
    let text = "甲县关于加强灌溉管理的实施意见\n\n一、发展目标\n\n渠道防渗率达到45%。\n";
    let files = support::files([("draft.txt", text)]);
    let world = engine::understand(files, &Settings::default(), Some(1));
    let counts: Vec<_> = world.model.ledgers.iter().map(|ledger| ledger.counts().unread).collect();
    assert_eq!(counts, [1]);
}

#[test]
fn lines_of_names_and_values_are_goals_one_by_one() {
    holds(
        "2024年河南省政府工作报告\n\n二、2024年主要目标\n\n研发经费投入强度2.1%\n居民消费价格涨幅3%左右\n",
        "河南省",
        &["研发经费投入强度: 2.1% 2024", "居民消费价格涨幅: 3%左右 2024"],
    );
}

#[test]
fn what_stands_inside_a_part_that_looks_back_is_told() {
    for inner in ["民生实事", "主要指标"] {
        let text = format!(
            "2026年湖州市政府工作报告\n\n一、2025年工作回顾\n\n{inner}\n\n新建学校10所，新增停车位5000个。\n\n\
             二、2026年工作安排\n\n新建公园3座。\n"
        );
        assert_eq!(targets(&text).1, ["新建公园: 新建公园3座 2026"], "{inner}");
    }
    let list = "2026年湖州市政府工作报告\n\n2025年工作总结\n\n新建公路100公里\n改造危房3000户\n";
    assert_eq!(targets(list).1, [""; 0]);
}

#[test]
fn the_year_of_a_remark_is_none_of_the_document() {
    let (_, found) = targets(
        "甲市关于推进示范田块建设的实施意见\n\n一、发展目标\n\n到2015年，渠道防渗率达到45%。\n\n\
         到2050年，建成美丽田园。\n\n村级灌溉管护率提高到80%以上。\n",
    );
    assert_eq!(found, ["渠道防渗率: 达到45% 2015", "村级灌溉管护率: 提高到80%以上 2015"]);
}

#[test]
fn a_county_keeps_its_name_in_traditional_characters() {
    holds(
        "陝西省乾縣灌溉發展規劃（2026—2030年）\n\n一、發展目標\n\n到2030年，渠道防滲率達到45%。\n",
        "乾县",
        &["渠道防渗率: 达到45% 2030"],
    );
}

#[test]
fn last_year_and_this_one_in_a_sentence_keep_their_own_values() {
    let (_, found) = targets(
        "2026年青阳市政府工作报告\n\n一、2025年工作回顾\n\n过去一年，成效显著。\n\n二、2026年主要目标任务\n\n\
         去年生产总值增长5%，今年增长6%。\n\n去年，粮食产量达到30万吨；今年，粮食产量达到32万吨。\n\n\
         目前森林覆盖率为42%，到2026年底达到43%。\n\n目前，城镇化率62%，今年力争达到65%。\n",
    );
    assert_eq!(
        found,
        [
            "生产总值: 增长6% 2026",
            "粮食产量: 达到32万吨 2026",
            "森林覆盖率: 达到43% 2026",
            "城镇化率: 力争达到65% 2026"
        ]
    );
}

#[test]
fn a_sentence_turns_to_its_own_time_and_back() {
    let (_, found) = targets(
        "2026年青阳市政府工作报告\n\n一、2025年工作回顾\n\n过去一年，成效显著。\n\n二、2026年主要目标任务\n\n\
         去年，造林成效明显。努力使森林覆盖率达到45%。\n\n\
         去年燃气普及率达到80%，今年达到85%；截至目前，供水普及率达到97%。\n",
    );
    assert_eq!(found, ["森林覆盖率: 达到45% 2026", "燃气普及率: 达到85% 2026"]);
    let (_, found) = targets(
        "甲省住房发展规划（2021—2025年）\n\n一、发展目标\n\n截至2022年底，城镇化率达到62%。\n\n\
         到2025年，城镇化率达到65%。\n",
    );
    assert_eq!(found, ["城镇化率: 达到65% 2025"]);
}
