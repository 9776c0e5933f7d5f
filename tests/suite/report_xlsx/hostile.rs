//! Words of plans stay words: no formula, no link.

use std::fs;

use calamine::{Data, Reader};

use super::{book, parts, report, sheet};

/// Names of indicators that a spreadsheet program would calculate or follow.
const HOSTILE: [&str; 5] = ["=cmd|' /C calc'!A0", "+1", "@SUM(A1)", "-2+3", "https://example.org/"];

/// A county below its province, with hostile words wherever a plan has words.
fn write(folder: &std::path::Path) {
    fs::create_dir(folder.join("plans")).unwrap();
    let listed = |cells: &str| {
        HOSTILE.map(|name| format!("| {} | {cells} |\n", name.replace('|', "\\|"))).concat()
    };
    let names = format!(
        "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n{}",
        listed("个 | 越高越好 | 逐级达标"),
    );
    fs::write(folder.join("plans/names.plan"), names).unwrap();
    for (file, region, value) in [("a", "甲省", "25"), ("b", "乙县", "24")] {
        let plan = format!(
            "规划 《=HYPERLINK(1){region}》\n地区: {region}\n规划期: 2021-2025\n主题: =住房:[1]*?/'\n\n指标表\n| 指标 | 单位 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n{}",
            listed(&format!("个 | {value} | 约束性")),
        );
        fs::write(folder.join(format!("plans/{file}.plan")), plan).unwrap();
    }
}

#[test]
fn words_that_look_like_formulas_and_links_stay_words() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path());
    let bytes = report(folder.path(), &[]);
    let findings = sheet(&bytes, "问题清单");
    let shown = |words: &str| {
        findings
            .used_cells()
            .any(|(.., cell)| matches!(cell, Data::String(cell) if cell.starts_with(words)))
    };
    assert!(shown("=HYPERLINK(1)乙县"), "{findings:?}");
    for name in HOSTILE {
        // A bar is a bar of the table, written with a stroke before it.
        let name = name.split('|').next().unwrap();
        assert!(shown(name), "{name}: {findings:?}");
    }
    for (name, xml) in parts(&bytes) {
        assert!(!xml.contains("<hyperlink"), "{name}");
        assert!(!name.contains("externalLink"), "{name}");
    }
    let mut book = book(&bytes);
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).unwrap();
        let count = formulas.used_cells().filter(|(.., formula)| !formula.is_empty()).count();
        assert!(count == 0 || name == "下级汇总", "{name}: {count}");
    }
}

#[test]
fn the_longest_words_are_cut_and_cost_no_sheet() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("plans")).unwrap();
    let long = "长".repeat(40_000);
    for (file, region, value) in [("a", "浙江省", "25"), ("b", "湖州市", "24")] {
        let plan = format!(
            "规划 《{region}{long}》\n地区: {region}\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2025年 | 属性 |\n| --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | {value} | 约束性 |\n",
        );
        fs::write(folder.path().join(format!("plans/{file}.plan")), plan).unwrap();
    }
    let bytes = report(folder.path(), &[]);
    assert!(book(&bytes).sheet_names().len() > 3);
}
