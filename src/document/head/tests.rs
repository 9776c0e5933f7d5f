//! Fronts of invented documents and the heads that are read from them.

use super::*;
use crate::{catalogue::Tiers, document::pasted};

/// The title, then each field.
fn told(text: &str, about: &About) -> Vec<String> {
    called("", text, about)
}

fn called(name: &str, text: &str, about: &About) -> Vec<String> {
    let document = pasted::read(text.to_owned());
    let mut given = Given::behind(document.text.clone());
    let mut catalogue = Catalogue::read(std::iter::empty(), Tiers::default());
    let Some(read) = super::read((&document, name), about, &mut catalogue, &mut given) else {
        return Vec::new();
    };
    let text = given.text();
    let fields = read.head.fields.iter().map(|field| {
        assert_eq!(FieldKey::named(field.key_span.of(text)), Some(field.key));
        format!("{} {}", field.key_span.of(text), field.value.of(text))
    });
    std::iter::once(read.head.title.of(text).to_owned()).chain(fields).collect()
}

fn head(text: &str) -> Vec<String> {
    told(text, &About::default())
}

#[test]
fn a_plan_that_a_letter_sends_out() {
    assert_eq!(
        head(
            "索引号: | 123/2021-1 | 发文时间: | 2021-12-01 |\n文件编号: | 湖发改〔2021〕9号 | 公开: | 长期 |\n湖州市发展和改革委员会\n关于印发《湖州市住房发展“十四五”规划》的通知\n各区县发改局：\n现印发给你们，请执行。\n2021年 12 月 2 日\n湖州市住房发展“十四五”规划\n为建设住房，根据《浙江省住房发展“十四五”规划》《湖州市国民经济和社会发展第十四个五年规划纲要》和《住房条例》，编制本规划。规划期限为2021—2025年，展望至2035年。\n一、现状\n"
        ),
        [
            "湖州市住房发展“十四五”规划",
            "地区 湖州市",
            "规划期 2021—2025",
            "展望 2035",
            "类型 专项规划",
            "主题 住房",
            "状态 印发",
            "文号 湖发改〔2021〕9号",
            "发布机构 湖州市发展和改革委员会",
            "发布日期 2021-12-01",
            "依据 《浙江省住房发展“十四五”规划》",
            "依据 《湖州市国民经济和社会发展第十四个五年规划纲要》"
        ]
    );
}

#[test]
fn a_title_over_two_lines_and_a_region_of_its_office() {
    assert_eq!(
        head(
            "杭州市商务局\n关于征求《关于推进夜间消费集聚区建设实施方案》意见的函\n2023年4月16日\n附件：\n关于推进夜间消费集聚区\n\n建设实施方案（征求意见稿）\n\n到2025年，建成3个；到2027年，5年累计建成9个。到2035年全面建成。\n一、要求\n"
        ),
        [
            "关于推进夜间消费集聚区建设实施方案",
            "地区 杭州市",
            "规划期 2023—2027",
            "展望 2035",
            "类型 实施方案",
            "主题 夜间消费集聚区建设",
            "状态 征求意见",
            "发布机构 杭州市商务局",
            "发布日期 2023-04-16"
        ]
    );
}

#[test]
fn a_title_over_three_lines_and_its_years_below() {
    assert_eq!(
        head(
            "德清县人民政府文件\n德政发〔2021〕5号\n德清县国民经济和社会发展\n第十四个五年规划和二〇三五年\n远景目标纲要\n目录\n一、总则\n"
        )[..4],
        [
            "德清县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要",
            "地区 德清县",
            "规划期 2021—2025",
            "展望 2035"
        ]
    );
    assert_eq!(
        head("湖州市旅游业规划\n（2022—2026年）\n一、总则\n")[..3],
        ["湖州市旅游业规划", "地区 湖州市", "规划期 2022—2026"]
    );
}

#[test]
fn a_title_that_only_a_sentence_names() {
    assert_eq!(
        head(
            "为推进工作，根据《浙江省国土规划》，编制德清县海绵城市“十四五”规划，明确任务。规划期限为2021-2025年。\n一、现状\n"
        ),
        [
            "德清县海绵城市“十四五”规划",
            "地区 德清县",
            "规划期 2021—2025",
            "类型 专项规划",
            "主题 海绵城市",
            "依据 《浙江省国土规划》"
        ]
    );
}

#[test]
fn the_region_of_a_title_is_the_lowest_it_names() {
    let region = |title: &str| head(&format!("{title}\n一、总则\n")).get(1).cloned();
    assert_eq!(region("杭州市富阳区旅游规划").as_deref(), Some("地区 富阳区"));
    assert_eq!(region("江苏省徐州市鼓楼区旅游规划").as_deref(), Some("地区 徐州市/鼓楼区"));
    assert_eq!(region("上海“十四五”旅游规划").as_deref(), Some("地区 上海市"));
    assert_eq!(
        region("中华人民共和国国民经济和社会发展第十五个五年规划纲要").as_deref(),
        Some("地区 全国")
    );
}

#[test]
fn a_work_report_is_the_plan_of_its_year() {
    assert_eq!(
        head(
            "政府工作报告\n（2024年1月20日在湖州市第九届人民代表大会第四次会议上）\n各位代表：\n2024年，全市生产总值增长5%。全市就业增长。湖州市农业增产。湖州市工业增长。\n一、工作回顾\n"
        )[..4],
        ["政府工作报告", "地区 湖州市", "规划期 2024", "类型 年度计划"]
    );
}

#[test]
fn a_work_report_is_of_the_region_whose_congress_hears_it() {
    assert_eq!(
        head(
            "政府工作报告\n——2026年1月27日在内蒙古自治区第十四届人民代表大会第五次会议上\n各位代表：\n现在，我代表自治区人民政府作报告。\n一、工作回顾\n"
        ),
        [
            "政府工作报告",
            "地区 内蒙古自治区",
            "规划期 2026",
            "类型 年度计划",
            "主题 国民经济和社会发展"
        ]
    );
}

#[test]
fn what_the_command_line_says_goes_first() {
    let about = About {
        region: Some("安吉县".to_owned()),
        period: Some("2026—2030".to_owned()),
        topic: Some("竹产业".to_owned()),
        ..About::default()
    };
    assert_eq!(
        told("湖州市竹产业发展规划（草案）\n一、总则\n", &about),
        [
            "湖州市竹产业发展规划",
            "地区 安吉县",
            "规划期 2026—2030",
            "类型 专项规划",
            "主题 竹产业",
            "状态 草案"
        ]
    );
}

#[test]
fn a_title_in_the_first_sentence_or_in_the_name_of_the_file() {
    assert_eq!(
        head(
            "　　湖州市国民经济和社会发展第十二个五年（２０１１—２０１５年）规划纲要，根据建议编制，阐明意图\n　　第二章　主要目标\n"
        )[..3],
        [
            "湖州市国民经济和社会发展第十二个五年（２０１１—２０１５年）规划纲要",
            "地区 湖州市",
            "规划期 2011—2015"
        ]
    );
    for name in ["湖州市住房规划2022-25（征求意见稿）", "湖州市住房规划2022-25-终稿"]
    {
        assert_eq!(
            called(name, "一、主要目标\n住房增加。\n", &About::default())[..3],
            ["湖州市住房规划2022-25", "地区 湖州市", "规划期 2022—2025"],
            "{name}"
        );
    }
    assert_eq!(called("新建文本文档", "今天开会。\n", &About::default()), Vec::<String>::new());
}

#[test]
fn a_plan_without_years_in_its_title_says_them_in_a_sentence() {
    let read = |sentence: &str| {
        let text = format!("湖州市国民经济和社会发展规划纲要\n{sentence}\n一、主要目标\n");
        head(&text).into_iter().filter(|line| line.starts_with("规划期")).collect::<Vec<_>>()
    };
    let own = "本纲要是“十五五”时期（2026年至2030年）经济社会发展的行动纲领。";
    assert_eq!(read(own), ["规划期 2026—2030"]);
    for other in [
        "“十四五”时期（2021—2025年），全市完成了规划任务。",
        "市区是主战场。“十四五”时期（2021—2025年）成效显著。",
        "规划编制离不开积累，特别是“十四五”时期（2021—2025年）的成效。",
    ] {
        assert_eq!(read(other), [""; 0], "{other}");
    }
}

#[test]
fn a_year_to_be_done_by_is_no_period() {
    assert_eq!(
        head("湖州市2030年前碳达峰实施方案\n一、总则\n"),
        ["湖州市2030年前碳达峰实施方案", "地区 湖州市", "类型 实施方案", "主题 碳达峰"]
    );
    // A plan that says when it was issued is for the years from then to that one, not for the first that its text aims at.
    let issued = "湖州市人民政府\n关于印发《湖州市2030年前碳达峰实施方案》的通知\n各区县人民政府：\n现印发给你们，请执行。\n2022年11月3日\n湖州市2030年前碳达峰实施方案\n一、总则\n到2025年，森林增加。到2030年，森林再增加。\n";
    assert!(head(issued).contains(&"规划期 2022—2030".to_owned()), "{:?}", head(issued));
}

#[test]
fn a_region_of_no_register_is_no_reason_to_take_another() {
    let region = |title: &str| {
        let text = format!("{title}\n湖州市人民政府\n湖州市住房，湖州市就业。\n一、总则\n");
        head(&text).get(1).cloned().unwrap_or_default()
    };
    assert_eq!(region("云岭县住房“十四五”规划"), "地区 云岭县");
    assert_eq!(region("湖州市云岭县住房“十四五”规划"), "地区 湖州市/云岭县");
    assert_eq!(region("关于印发云岭县住房规划的通知"), "地区 云岭县");
    for title in [
        "湖州市城市更新规划",
        "湖州市县域商业体系建设规划",
        "城市更新规划",
        "县城建设规划",
        "文明县城创建规划",
        "湖州市现代市场体系规划",
        "森林城市建设规划",
        "湖州市生态县建设规划",
    ] {
        assert_eq!(region(title), "地区 湖州市", "{title}");
    }
}

#[test]
fn a_text_without_a_title_is_no_plan() {
    assert_eq!(head("今天开会。\n一、议程\n"), Vec::<String>::new());
}

#[test]
fn a_text_without_a_title_is_called_as_it_calls_itself() {
    let text = "未来几年是住房发展的重要时期\n根据《住房建议》，制定《中华人民共和国住房发展“十五五”规划》（以下简称《规划》），作为各地行动的指南\n《规划》是住房领域的第一个长期规划\n到2030年，住房保障覆盖率达到25%。\n";
    assert_eq!(
        called("甲文", text, &About::default())[..3],
        ["中华人民共和国住房发展“十五五”规划", "地区 全国", "规划期 2026—2030"]
    );
}

#[test]
fn a_text_that_says_our_state_in_each_chapter_is_of_the_state() {
    let state = "我国住房条件改善，健全市场体系和健全县级保障。\n".repeat(5);
    let text = format!("住房发展“十五五”规划\n{state}到2030年，住房保障覆盖率达到25%。\n");
    assert!(head(&text).contains(&"地区 全国".to_owned()), "{:?}", head(&text));
    let few = text.replacen("我国", "各地", 1);
    let own = format!("{text}全县住房条件改善。\n");
    for text in [few, own] {
        assert!(head(&text).iter().all(|field| !field.starts_with("地区")), "{text}");
    }
}
