//! Pasted tables in every form, with invented plans.

use crate::{
    document::{Block, Given, LostKind, Years, pasted, table},
    text::Span,
};

/// The rows of the first table: group, then the cells.
fn rows(text: &str) -> Vec<String> {
    let document = pasted::read(text.to_owned());
    let mut given = Given::behind(document.text.clone());
    let period = Some(Years { start: 2021, end: 2025 });
    let found = table::read_target_tables(&document, period, &mut given);
    let text = given.text();
    let Some(table) = found.tables.first() else { return Vec::new() };
    let row = |row| {
        let cells = (0..table.columns.len()).map(|at| table.cell(row, at).of(text));
        cells.collect::<Vec<_>>().join(" ")
    };
    let group = |group: Option<Span>| group.map_or("-", |group| group.of(text));
    table.rows.iter().map(|line| format!("{}: {}", group(line.group), row(line))).collect()
}

/// The blocks in short.
fn blocks(text: &str) -> Vec<String> {
    let document = pasted::read(text.to_owned());
    let told = document.blocks.iter().map(|block| match block {
        Block::Heading { level, span } => format!("{level} {}", span.of(text)),
        Block::Paragraph(span) => format!("p {}", span.of(text)),
        Block::Note(span) => format!("n {}", span.of(text)),
        Block::Table(grid) => format!("t {}x{}", grid.height(), grid.width),
    });
    told.collect()
}

#[test]
fn cells_one_a_line_behind_tabs() {
    let table = "表1 甲县指标\n\t类别\n\t序号\n\t指  标\n\t2020年\n数值\n\t2025年\n目标值\n\t属性\n\n\t交通\n\t1\n\t公路里程（公里）\n\t90\n\t120\n\t预期性\n\n\t\n\t2\n\t轨道里程（公里）\n\t-\n\t20\n\t约束性\n\n\t民生\n\t3\n\t*就业（人）\n *就业是指城镇新增就业人数。\n下一段说明。\n";
    assert_eq!(
        rows(table),
        [
            "交通: 1 公路里程（公里） 90 120 预期性",
            "交通: 2 轨道里程（公里） - 20 约束性",
            "民生: 3 *就业（人）   "
        ]
    );
    assert_eq!(blocks(table), ["t 4x6", "n *就业是指城镇新增就业人数。", "p 下一段说明。"]);
}

#[test]
fn cells_between_bars_with_blanks_at_the_wrong_end() {
    let table = "类别 | 序号 | 指标 | 2020年 | 2025年 | 属性 |\n交通 | 1 | 公路里程(公里) | 90 | 120 | 预期性 |\n2 | 轨道里程(公里) | 0 | 20 | 预期性 | |\n民生 | 3 | 就业(人) | - | 较2020年翻一番 | 约束性 |\n4 | 健康指数 | - | 90 | 预期性 |";
    assert_eq!(
        rows(table),
        [
            "交通: 1 公路里程(公里) 90 120 预期性",
            "交通: 2 轨道里程(公里) 0 20 预期性",
            "民生: 3 就业(人) - 较2020年翻一番 约束性",
            "民生: 4 健康指数 - 90 预期性"
        ]
    );
}

#[test]
fn cells_one_a_line_without_a_mark() {
    let table = "表2 主要指标\n序号\n指标\n单位\n2020年\n2025年\n目标值\n指标\n属性\n经济发展\n1\n地区生产总值\n亿元\n500\n700\n预期性\n2\n托位数\n个\n2\n3\n预期性\n民生福祉\n3\n新增就业\n万人\n5\n6\n约束性\n以上指标按年度分解。\n一、保障措施";
    assert_eq!(
        rows(table),
        [
            "经济发展: 1 地区生产总值 亿元 500 700 预期性",
            "经济发展: 2 托位数 个 2 3 预期性",
            "民生福祉: 3 新增就业 万人 5 6 约束性"
        ]
    );
    assert_eq!(blocks(table), ["t 6x6", "p 以上指标按年度分解。", "2 一、保障措施"]);
}

#[test]
fn cells_one_a_line_without_numbers() {
    let table = "指标\n2020年\n2025年\n属性\n一、经济\n生产总值（亿元）\n500\n700\n预期性\n二、民生\n就业（人）\n5\n6\n约束性\n说明见附件";
    assert_eq!(
        rows(table),
        ["一、经济: 生产总值（亿元） 500 700 预期性", "二、民生: 就业（人） 5 6 约束性"]
    );
}

#[test]
fn a_group_that_is_printed_once_is_no_column_of_every_row() {
    let table = "类别\n指标\n2020年\n2025年\n安全\n用电总量\n2473 万度\n≤ 2400 万度\n最高负荷\n1451.7 万千瓦\n1800 万千瓦左右\n需求响应\n基础试点\n高于最高负荷\n用电可靠率\n99.9%\n99.99%\n清洁\n风电比重\n约 11.7%\n26% 左右\n其余见附件。";
    assert_eq!(
        rows(table),
        [
            "安全: 用电总量 2473 万度 ≤ 2400 万度",
            "安全: 最高负荷 1451.7 万千瓦 1800 万千瓦左右",
            "安全: 需求响应 基础试点 高于最高负荷",
            "安全: 用电可靠率 99.9% 99.99%",
            "清洁: 风电比重 约 11.7% 26% 左右"
        ]
    );
}

#[test]
fn cells_that_may_begin_with_a_group_or_not_are_lost() {
    let text = "类别\n指标\n2020年\n2025年\n安全\n用电总量（度）\n5\n6\n需求响应\n基础试点\n高于负荷\n清洁\n风电比重\n1\n2\n";
    assert_eq!(rows(text), ["安全: 用电总量（度） 5 6"]);
    let lost = pasted::read(text.to_owned()).lost;
    assert_eq!(
        lost.iter().map(|lost| lost.span.of(text)).collect::<Vec<_>>(),
        ["需求响应\n基础试点\n高于负荷\n清洁"]
    );
}

#[test]
fn numbers_before_names_are_left_out() {
    let table = "类别\t指标\t2020年\t2025年\n经济\t1.收入增长（%）\t2\t3\n2.产值增长（%）\t—\t高于收入增长\n";
    assert_eq!(rows(table), ["经济: 收入增长（%） 2 3", "经济: 产值增长（%） — 高于收入增长"]);
}

#[test]
fn cells_between_tabs_keep_their_blanks() {
    let table = "主要指标\n指标\t单位\t2020年\t2025年\n一、创新\t\t\t\n投入强度\t%\t\t3\n二、绿色\n空气优良率\t%\t90\t\n";
    assert_eq!(rows(table), ["一、创新: 投入强度 %  3", "二、绿色: 空气优良率 % 90 "]);
}

#[test]
fn a_markdown_table_has_a_rule_below_its_head() {
    let table = "| 指标 | 2020年 | 2025年 |\n|:---|---:|---|\n| 就业（人） | 5 | 6 |\n";
    assert_eq!(rows(table), ["-: 就业（人） 5 6"]);
}

#[test]
fn a_row_that_fits_two_columns_is_lost() {
    let text =
        "序号 | 指标 | 2020年 | 2025年 | 属性\n1 | 甲量 | 5 | 6 | 预期性\n2 | 乙量 | 6 | 预期性\n";
    let document = pasted::read(text.to_owned());
    assert_eq!(rows(text), ["-: 1 甲量 5 6 预期性"]);
    let lost: Vec<_> = document.lost.iter().map(|lost| (lost.kind, lost.span.of(text))).collect();
    assert_eq!(lost, [(LostKind::Row, "2 | 乙量 | 6 | 预期性")]);
}

#[test]
fn indented_paragraphs_are_no_cells() {
    let text =
        "\t一、要求\n\t坚持规划引领\n\t到2025年，就业增长。\n\n\t坚持创新驱动\n\n\t坚持绿色发展\n";
    assert_eq!(
        blocks(text),
        [
            "2 一、要求",
            "p 坚持规划引领",
            "p 到2025年，就业增长。",
            "p 坚持创新驱动",
            "p 坚持绿色发展"
        ]
    );
}

#[test]
fn hostile_lines_are_read_once() {
    let wide = format!("甲{}\n{}", "|乙".repeat(5_000), "丙|丁\n".repeat(1_000));
    let document = pasted::read(wide);
    assert_eq!(document.lost.len(), 1);
    for line in ["序号\n指标\n2020年\n甲\n", "乙 |\n", "\t甲\n\n", "甲规划\n", "指标\n2020年\n"]
    {
        assert!(!pasted::read(line.repeat(1_000)).blocks.is_empty());
    }
}

#[test]
fn headings_boxes_and_notes_are_told_apart() {
    let text = "甲县城镇化“十四五”规划\n（征求意见稿）\n[bookmark: _Toc1]一、总体要求\n（一）主要目标。到2025年，人口增长。\n\t专栏1  工程\n1.甲工程。建设甲。\n\n以大都市区为引领[footnoteRef:0]，优化布局。 [0:  “大都市区”是指甲和乙。]\n";
    assert_eq!(
        blocks(text),
        [
            "1 甲县城镇化“十四五”规划",
            "p （征求意见稿）",
            "2 一、总体要求",
            "p （一）主要目标。到2025年，人口增长。",
            "4 专栏1  工程",
            "p 1.甲工程。建设甲。",
            "p 以大都市区为引领[footnoteRef:0]，优化布局。",
            "n [0:  “大都市区”是指甲和乙。]"
        ]
    );
}
