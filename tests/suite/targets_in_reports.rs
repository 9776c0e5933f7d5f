//! Sentences as the goals of reports have them, on invented figures, and the targets that are read from each.

use planlint::{config::Settings, engine, views};

use crate::{prose_names::hold_whole, support};

/// The targets of a sentence that stands under the goals of a report of 2026: indicator, value and, where it is another, the
/// year.
fn targets(sentence: &str) -> Vec<String> {
    let text = format!("2026年甲县政府工作报告\n一、2026年工作目标\n{sentence}\n");
    let files = support::files([("report.txt", &*text)]);
    let world = engine::understand(files, &Settings::default(), Some(1));
    hold_whole(&world);
    let records = views::records(&world.model).into_iter().filter(|record| record.role == "target");
    let told = |record: views::Record| {
        let year = if record.year == 2026 { String::new() } else { format!(" {}", record.year) };
        format!("{}: {}{year}", record.indicator, record.value)
    };
    records.map(told).collect()
}

fn all_read(rows: &[(&str, &[&str])]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter_map(|(sentence, expected)| {
            let found = targets(sentence);
            (found != *expected)
                .then(|| format!("{sentence}\n  read   {found:?}\n  wanted {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn targets_without_a_number_are_targets() {
    all_read(&[
        ("居民收入增长与经济增长同步。", &["居民收入增长: 与经济增长同步"]),
        ("确保制造业增加值占比持续高于全国平均水平。", &["制造业增加值占比: 持续高于全国平均水平"]),
        (
            "工业投资增速高于全部投资增速，民间投资增速不低于全部投资增速。",
            &["工业投资增速: 高于全部投资增速", "民间投资增速: 不低于全部投资增速"],
        ),
        (
            "节能减排和碳排放强度下降完成上级下达任务。",
            &["节能减排: 完成上级下达任务", "碳排放强度下降: 完成上级下达任务"],
        ),
        (
            "完成国家下达的单位地区生产总值二氧化碳排放降低目标。",
            &[
                "单位地区生产总值二氧化碳排放降低: 完成国家下达的单位地区生产总值二氧化碳排放降低目标",
            ],
        ),
        ("力争外贸进出口总值翻一番。", &["外贸进出口总值: 翻一番"]),
        ("守牢不发生规模性返贫致贫底线。", &["规模性返贫致贫: 不发生"]),
        (
            "包括地区生产总值年均增长5%左右、居民人均可支配收入增长与经济增长同步等16个预期性指标。",
            &[
                "地区生产总值年均增长: 地区生产总值年均增长5%左右",
                "居民人均可支配收入增长: 与经济增长同步",
            ],
        ),
    ]);
}

#[test]
fn what_only_sounds_like_a_relation_is_none() {
    all_read(&[
        ("与全国同步基本实现社会主义现代化。", &[]),
        ("推动经济实现质的有效提升和量的合理增长。", &[]),
        ("坚持稳中求进，统筹发展和安全。", &[]),
        ("包括5个方面的内容，实施12项配套政策。", &[]),
    ]);
}

#[test]
fn one_word_may_stand_for_several_names() {
    all_read(&[
        (
            "城乡居民人均可支配收入分别增长5%、6%左右。",
            &["城镇居民人均可支配收入: 增长5%左右", "农村居民人均可支配收入: 增长6%左右"],
        ),
        (
            "文化及相关产业、旅游及相关产业增加值占地区生产总值比重分别超过3%、6%。",
            &[
                "文化及相关产业增加值占地区生产总值比重: 超过3%",
                "旅游及相关产业增加值占地区生产总值比重: 超过6%",
            ],
        ),
        (
            "三次产业比重分别为13%、51%和36%。",
            &["第一产业比重: 为13%", "第二产业比重: 为51%", "第三产业比重: 为36%"],
        ),
        ("化学需氧量、二氧化硫排放分别减少8%。", &["化学需氧量: 减少8%", "二氧化硫排放: 减少8%"]),
    ]);
}

#[test]
fn one_name_may_have_a_value_for_each_of_several_years() {
    let years = ["绿地率: 达到41% 2027", "绿地率: 达到43% 2030"];
    all_read(&[
        ("绿地率2027年、2030年分别达到41%、43%。", &years),
        ("2027年、2030年绿地率分别达到41%、43%。", &years),
        ("到2027年、2030年，绿地率分别达到41%和43%。", &years),
        ("绿地率达到41%（2027年）、43%（2030年）。", &years),
    ]);
}

#[test]
fn what_is_only_measured_is_of_what_the_sentences_are_about() {
    all_read(&[
        (
            "石化产业向精细化延伸。产值突破300亿元。新能源产业做大规模，产业投资超过50亿元。",
            &["石化产业产值: 突破300亿元", "新能源产业投资: 超过50亿元"],
        ),
        ("推进重点工程，产值突破300亿元。", &[]),
        ("社会物流总费用与GDP比率降低至13.6%左右。", &["社会物流总费用与GDP比率: 降低至13.6%左右"]),
        (
            "一产、二产、三产增加值分别增长5%左右、5%以上、6%左右。",
            &["一产增加值: 增长5%左右", "二产增加值: 增长5%以上", "三产增加值: 增长6%左右"],
        ),
    ]);
}

#[test]
fn what_nobody_can_share_out_is_unread() {
    all_read(&[
        ("城镇化率、森林覆盖率、粮食产量分别达到70%、48%。", &[]),
        ("其中安吉县达到75%。", &[]),
        ("如果常住人口城镇化率达到85%，则另行调整。", &[]),
        ("常住人口城镇化率不再要求达到70%。", &[]),
    ]);
}

#[test]
fn lines_that_a_page_has_broken_are_joined() {
    all_read(&[(
        "到2026年，常住人口城镇化\n率达到70%，研发经费支出占生产总值比重达到3.\n7%，空气优良天数比率达到9\n0%以上，人均预期寿命达到82\n岁。",
        &[
            "常住人口城镇化率: 达到70%",
            "研发经费支出占地区生产总值比重: 达到3.7%",
            "空气优良天数比率: 达到90%以上",
            "人均预期寿命: 达到82岁",
        ],
    )]);
}

#[test]
fn two_numbers_at_a_line_end_are_never_made_one() {
    let found =
        targets("空气优良天数比率达到9\n0%以上。\n公办幼儿园数量的目标为100\n50个行政村通公交。");
    assert_eq!(found[..1], ["空气优良天数比率: 达到90%以上"], "{found:?}");
    assert!(found.iter().all(|target| !target.contains("10050")), "{found:?}");
}

#[test]
fn a_clause_goes_on_about_what_the_one_before_it_has_named() {
    all_read(&[
        ("森林覆盖率稳步提高，达到48.5%。", &["森林覆盖率: 达到48.5%"]),
        ("人均预期寿命提高1岁，达到79岁。", &["人均预期寿命: 提高1岁", "人均预期寿命: 达到79岁"]),
    ]);
}

#[test]
fn a_name_is_never_torn_at_a_number() {
    all_read(&[
        ("主要污染物排放总量比2020年减少10%。", &["主要污染物排放总量: 比2020年减少10%"]),
        ("规模以上工业企业从1832户增加到2500户。", &["规模以上工业企业: 从1832户增加到2500户"]),
        ("力争推动11个能源重点领域项目投资突破2000亿元。", &["能源重点领域项目投资: 突破2000亿元"]),
        ("新能源装机规模达到1亿千瓦。", &["新能源装机规模: 达到1亿千瓦"]),
    ]);
}

#[test]
fn values_without_a_verb_and_short_forms_are_read() {
    all_read(&[
        ("人均地区生产总值7万元以上。", &["人均地区生产总值: 7万元以上"]),
        ("全员劳动生产率达18万元。", &["全员劳动生产率: 达18万元"]),
        ("劳动年龄人口平均受教育年限达11.2年。", &["劳动年龄人口平均受教育年限: 达11.2年"]),
        ("水利基础设施投资超24亿元。", &["水利基础设施投资: 超24亿元"]),
        ("规上工业增加值增长7%以上。", &["规上工业增加值: 增长7%以上"]),
        ("保障性租赁住房建设1800套。", &["保障性租赁住房: 保障性租赁住房建设1800套"]),
        ("全县总人口控制在52万人以内。", &["总人口: 控制在52万人以内"]),
        ("细颗粒物浓度不高于26微克/立方米。", &["细颗粒物浓度: 不高于26微克/立方米"]),
        ("耕地保有量保持在38.6万亩。", &["耕地保有量: 保持在38.6万亩"]),
    ]);
}

#[test]
fn lists_without_marks_and_tasks_set_from_above_are_read() {
    all_read(&[
        (
            "一二三产增加值分别增长3%左右、7%左右、6%左右。",
            &[
                "第一产业增加值: 增长3%左右",
                "第二产业增加值: 增长7%左右",
                "第三产业增加值: 增长6%左右",
            ],
        ),
        (
            "粮食播种面积及生态环境质量指标完成上级下达目标任务。",
            &["粮食播种面积: 完成上级下达目标任务", "生态环境质量指标: 完成上级下达目标任务"],
        ),
        (
            "居民人均可支配收入增长与经济增长基本同步。",
            &["居民人均可支配收入增长: 与经济增长基本同步"],
        ),
        ("新开工东线至西线等2个项目。", &[]),
    ]);
}
