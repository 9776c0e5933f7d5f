//! Indicator tables in the forms plans print, merged cells included.

use super::*;
use crate::{
    document::{Block, Cell, Document, Given, Grid, Years},
    syntax::ColumnKind,
    text::Span,
};

mod columns;

/// A document of tables and lines. A table's rows are lines between bars; `<` and `^` reach from the left and from above.
fn document(parts: &[&str]) -> Document {
    let mut document = Document::default();
    for part in parts {
        if part.starts_with('|') {
            let grid = grid(&mut document.text, part);
            document.blocks.push(Block::Table(grid));
        } else {
            let start = document.text.len();
            document.text.push_str(part);
            document.blocks.push(Block::Paragraph(Span::new(start, document.text.len())));
            document.text.push('\n');
        }
    }
    document
}

fn grid(text: &mut String, rows: &str) -> Grid {
    let mut grid = Grid::default();
    for row in rows.lines() {
        let row = row.trim();
        let row = row.strip_prefix('|').and_then(|row| row.strip_suffix('|')).unwrap_or(row);
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        grid.width = cells.len();
        for words in cells {
            let reached = match words {
                "<" => grid.cells.last().copied(),
                "^" => grid.cells.iter().rev().nth(grid.width - 1).copied(),
                _ => None,
            };
            let start = text.len();
            grid.cells.push(reached.map(|cell| Cell { first: false, ..cell }).unwrap_or_else(
                || {
                    text.push_str(&words.replace('/', "\n"));
                    Cell { span: Span::new(start, text.len()), first: true }
                },
            ));
            text.push('\n');
        }
    }
    grid
}

/// Each table as its heads, its rows with their groups, its notes; then what is not read.
fn told(parts: &[&str]) -> Vec<String> {
    let document = document(parts);
    let mut given = Given::behind(document.text.clone());
    let period = Some(Years { start: 2021, end: 2025 });
    let found = read_target_tables(&document, period, &mut given);
    let text = given.text();
    let mut lines = Vec::new();
    for table in &found.tables {
        let heads = table.columns.iter().map(|column| {
            assert_eq!(ColumnKind::named(table.kind, column.span.of(text)), column.kind);
            column.span.of(text)
        });
        lines.push(heads.collect::<Vec<_>>().join(" "));
        for row in &table.rows {
            let cells = (0..table.columns.len()).map(|at| table.cell(row, at).of(text));
            let cells = cells.collect::<Vec<_>>().join(" ");
            lines.push(match row.group {
                Some(group) => format!("{}: {cells}", group.of(text)),
                None => cells,
            });
        }
        lines.extend(table.notes.iter().map(|note| format!("注 {}", note.of(text))));
    }
    lines.extend(
        found.unread.iter().map(|unread| format!("{:?} {}", unread.why, unread.span.of(text))),
    );
    lines
}

#[test]
fn heads_are_split_over_two_rows() {
    assert_eq!(
        told(&["|序号|指标|2020年|2025年|目标|<|
                |^|^|数值|目标值|2030年|2035年|
                |1|就业（人）|5|6|7|8|"]),
        ["序号 指标 2020年数值 2025年目标值 目标2030年 目标2035年", "1 就业（人） 5 6 7 8"]
    );
}

#[test]
fn heads_without_a_year_take_that_of_the_period() {
    assert_eq!(
        told(&["|主要指标|计量单位|现状值|“十四五”目标|指标性质|
                |就业|万人|5|6|预期性|"]),
        ["指标 计量单位 2020年实绩 2025年目标值 属性", "就业 万人 5 6 预期性"]
    );
}

#[test]
fn groups_are_rows_columns_or_merged_cells() {
    assert_eq!(
        told(&["|序号|指标|2025年|
                |一、经济|<|<|
                |1|产值（亿元）|6|
                |（二）|民生||
                |2|就业（人）|7|"]),
        ["序号 指标 2025年", "一、经济: 1 产值（亿元） 6", "民生: 2 就业（人） 7"]
    );
    assert_eq!(
        told(&["|类别|指标|2025年|
                |经/济|产值（亿元）|6|
                |^|税收（亿元）|5|
                |民生|就业（人）|7|
                ||托位（个）|8|"]),
        [
            "指标 2025年",
            "经济: 产值（亿元） 6",
            "经济: 税收（亿元） 5",
            "民生: 就业（人） 7",
            "民生: 托位（个） 8"
        ]
    );
}

#[test]
fn parts_of_an_indicator_have_no_number_of_their_own() {
    assert_eq!(
        told(&["|序号|指标|2025年|
                |1|污染物减排量（吨）||
                ||氨氮|6|
                ||其中：总磷（公斤）|7|
                |2|就业（人）|8|
                ||其中：大学生就业（人）|3|"]),
        [
            "序号 指标 2025年",
            " 污染物减排量：氨氮（吨） 6",
            " 总磷（公斤） 7",
            "2 就业（人） 8",
            " 大学生就业（人） 3"
        ]
    );
    assert_eq!(
        told(&["|序号|指标|<|2025年|
                |1|污染物减排（%）|氨氮|6|
                |^|^|总磷|7|
                |2|就业（人）|<|8|"]),
        [
            "序号 指标 2025年",
            "1 污染物减排：氨氮（%） 6",
            "1 污染物减排：总磷（%） 7",
            "2 就业（人） 8"
        ]
    );
}

#[test]
fn a_table_goes_on_below_its_page() {
    let first = "|序号|指标|2025年|\n|1|产值（亿元）|6|";
    let rows = ["序号 指标 2025年", "1 产值（亿元） 6", "2 就业（人） 7"];
    assert_eq!(told(&[first, "|序号|指标|2025年|\n|2|就业（人）|7|"]), rows);
    assert_eq!(told(&[first, "续表1", "|2|就业（人）|7|"]), rows);
    assert_eq!(told(&[first, "|2|就业（人）|7|"]), rows);
    let apart = told(&[first, "下面是项目。", "|5|甲项目|70|"]);
    assert_eq!(apart, ["序号 指标 2025年", "1 产值（亿元） 6", "NoIndicators 5"]);
}

#[test]
fn notes_stand_in_the_table_and_below_it() {
    assert_eq!(
        told(&[
            "|单位：万人|<|
                |指标|2025年|
                |就业|[6]|
                |注：[ ]内为五年累计数。|<|",
            "*就业是指城镇新增就业。",
            "正文。"
        ]),
        [
            "指标 2025年 单位",
            "就业 [6] 万人",
            "注 [ ]内为五年累计数。",
            "注 *就业是指城镇新增就业。"
        ]
    );
}

#[test]
fn tables_with_numbers_that_are_not_understood_are_listed() {
    assert_eq!(told(&["|项目|投资|\n|甲路|500|\n|乙路|600|"]), ["NoIndicators 项目"]);
    assert_eq!(told(&["|指标|甲区|乙区|\n|就业|5|6|"]), ["NoYears 指标"]);
    assert_eq!(told(&["|姓名|电话|\n|甲|无|"]), Vec::<String>::new());
    assert_eq!(
        told(&["|指标|2025年|比2020年增长|\n|就业|5|1|\n||6|2|"]),
        ["指标 2025年", "就业 5", "Column 比2020年增长", "Row 6\n2"]
    );
}

#[test]
fn numbers_are_issued_to_regions_in_rows_and_in_columns() {
    assert_eq!(
        told(&[
            "甲省2025年能耗目标分解表",
            "|地区|能耗降低率（%）|备注|
                |乙市|15|无|
                |丙市|14.5||
                |合计|15||"
        ]),
        ["指标 年份 乙市 丙市", "能耗降低率（%） 2025 15 14.5", "Row 合计\n15"]
    );
    assert_eq!(
        told(&["|甲省能耗强度目标分解表|<|<|\n|市县|2024年|2025年目标|\n|乙市|3|15|"]),
        ["NoIndicators 甲省能耗强度目标分解表"]
    );
    assert_eq!(
        told(&["|甲省“十四五”能耗强度目标分解表|<|<|\n|市县|2024年|2025年目标|\n|乙市|3|15|"]),
        ["指标 年份 乙市", "能耗强度 2024 3", "能耗强度 2025 15"]
    );
    assert_eq!(
        told(&["附表 2025年目标分解表", "|指标|单位|乙市|丙市|\n|能耗降低率|%|15|14.5|"]),
        ["指标 年份 乙市 丙市", "能耗降低率（%） 2025 15 14.5"]
    );
    // Without a word of issuing it may be what was reached.
    assert_eq!(
        told(&["表1 2023年能耗情况表", "|地区|能耗降低率（%）|\n|乙市|15|\n|丙市|14|"]),
        ["NoIndicators 表1 2023年能耗情况表"]
    );
}
