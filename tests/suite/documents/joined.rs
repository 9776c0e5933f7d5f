//! A draft as a Word file beside the plan file of the level above: findings, places, and the plan file made of it.

use std::fs;

use docx_rs::{Docx, Paragraph, Run, Table, TableCell, TableRow};

use super::word::packed;
use crate::command::{planlint, text};

const NAMES: &str = "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n| 住房保障覆盖率 | % | 越高越好 | 逐级达标 |\n| 绿地率 | % | 越高越好 | 逐级达标 |\n";
const PARENT: &str = "规划 《甲省住房发展“十四五”规划》\n地区: 甲省\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 住房保障覆盖率（%） | 23 | 25 | 约束性 |\n| 绿地率（%） | 30 | 40 | 预期性 |\n";
const ROWS: [[&str; 4]; 3] = [
    ["指标名称", "2020年", "2025年目标值", "指标属性"],
    ["住房保障覆盖率（%）", "22", "24", "约束性"],
    ["绿地率（%）", "31", "41", "预期性"],
];

fn words(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words))
}

/// The draft of a county: its title, two headings, a sentence and a table.
pub fn draft() -> Docx {
    let cell = |cell: &&str| TableCell::new().add_paragraph(words(cell));
    let rows = ROWS.iter().map(|row| TableRow::new(row.iter().map(cell).collect()));
    let table = Table::new(rows.collect());
    ["乙县住房发展“十四五”规划", "一、发展目标", "（一）总体目标"]
        .into_iter()
        .fold(Docx::new(), |docx, line| docx.add_paragraph(words(line)))
        .add_paragraph(words("到2025年，住房保障覆盖率达到23%，绿地率达到41%。"))
        .add_paragraph(words("表1 乙县住房发展指标体系"))
        .add_table(table)
        .add_paragraph(words("二、保障措施"))
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [("names.plan", NAMES), ("a.plan", PARENT)] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    fs::write(folder.path().join("草案.docx"), packed(draft())).unwrap();
    folder
}

#[test]
fn a_word_file_is_checked_and_its_places_are_told_as_its_readers_know_them() {
    let folder = folder();
    let said = planlint(folder.path(), &["check", "--format", "concise"]);
    assert_eq!(said.status.code(), Some(1));
    let said = text(&said.stdout);
    assert!(said.contains("草案.docx 表1 第1行 2025年: 须核改 weaker-than-parent"), "{said}");
    assert!(said.contains("第1段“达到23%”: 须核改"), "{said}");
    for format in ["full", "narrated", "csv", "json"] {
        let said = text(&planlint(folder.path(), &["check", "--format", format]).stdout);
        println!("{said}");
    }
    panic!();
}
