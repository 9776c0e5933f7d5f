//! Plans from strangers: whatever a title or an indicator holds stays text, and the XML stays well-formed.

use std::fs;

use super::{FORM, empty, open, part, report, rows, tables};

const MARKS: &str = "</w:t></w:r>&amp;&lt;]]><![CDATA[{{7*7}}=cmd";

/// A county weaker than its province, both with names that break what is careless.
fn hostile(title: &str, indicator: &str) -> tempfile::TempDir {
    let folder = empty();
    let plan = |title: &str, region: &str, value: &str| {
        format!(
            "规划 《{title}》\n地区: {region}\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| {indicator}（%） | 20 | {value} | 约束性 |\n"
        )
    };
    let names = format!(
        "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n| {indicator} | % | 越高越好 | 逐级达标 |\n"
    );
    fs::write(folder.path().join("plans/names.plan"), names).unwrap();
    fs::write(folder.path().join("plans/a.plan"), plan("甲省规划", "甲省", "30")).unwrap();
    fs::write(folder.path().join("plans/b.plan"), plan(title, "乙县", "25")).unwrap();
    folder
}

#[test]
fn marks_of_xml_and_templates_stay_text() {
    let folder = hostile(&format!("乙县{MARKS}规划"), &format!("覆盖率{MARKS}"));
    report(folder.path(), "docx", "zh");
    let bytes = fs::read(folder.path().join(FORM)).unwrap();
    let document = open(&bytes);
    let rows = rows(&document, tables(&document).next().expect("a table"));
    assert_eq!(rows[1][1], ["乙县", &format!("乙县{MARKS}规划")]);
    assert_eq!(rows[1][2][0], format!("覆盖率{MARKS}"));
    assert_eq!(rows[1][3], ["25"]);
    assert_eq!(rows[1][4], ["甲省，约束性", "30"]);
}

#[test]
fn characters_nobody_sees_are_spelt_out() {
    let folder = hostile("乙县\u{1}\u{202E}\u{FFFE}规划", "覆盖率\u{202E}\u{B}");
    report(folder.path(), "docx", "zh");
    let bytes = fs::read(folder.path().join(FORM)).unwrap();
    let document = part(&bytes, "word/document.xml");
    let hidden =
        |sign: char| sign.is_control() && sign != '\n' || "\u{202E}\u{FFFE}".contains(sign);
    assert!(!document.contains(hidden), "{:?}", document.find(hidden));
    assert!(document.contains("乙县&lt;U+0001&gt;&lt;U+202E&gt;"), "{document}");
}

#[test]
fn a_very_long_name_is_one_cell() {
    let long = "覆".repeat(5000);
    let folder = hostile("乙县规划", &long);
    report(folder.path(), "docx", "zh");
    let document = open(&fs::read(folder.path().join(FORM)).unwrap());
    let rows = rows(&document, tables(&document).next().expect("a table"));
    assert!(rows.iter().any(|row| row[2][0] == long), "{}", rows.len());
}
