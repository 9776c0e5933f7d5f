//! Documents beside plan files: which are read, what is said of them, and what is never done to them.

use std::fs;

use crate::command::{planlint, text};

const PLAN: &str = "规划 《浙江省规划》\n地区: 浙江省\n规划期: 2021-2025\n主题: 住房\n\n正文\n| 位置 | 指标 | 年份 | 表述 |\n| --- | --- | --- | --- |\n| 一 | 住房保障率 | 2025 | 25%以上 |\n";
const NOTE: &str = "关于召开会议的通知\n\n请各有关单位准时参加。\n";

#[test]
fn text_is_read_when_it_is_named_and_a_lock_file_never() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, words: &str| fs::write(folder.path().join(name), words).unwrap();
    write("a.plan", PLAN);
    write("note.txt", NOTE);
    write("note.md", NOTE);
    write("~$草案.docx", "\u{1}user");
    let checked = |words: &[&str]| text(&planlint(folder.path(), words).stdout);
    let said = checked(&["check", "--format", "concise"]);
    assert!(!said.contains("note") && !said.contains("~$"), "{said}");
    let same = checked(&["check", "a.plan", "--format", "concise"]);
    let told = "；另有 2 个文本文件或其他文档未点名，没有读";
    assert!(said.contains(told), "{said}");
    assert_eq!(said.replace(told, ""), same);
}

#[test]
fn a_folder_of_texts_alone_says_how_they_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let texts = folder.path().join("in put");
    fs::create_dir(&texts).unwrap();
    let said = |language: &str| {
        let done = planlint(folder.path(), &["check", "in put", "--lang", language]);
        assert_eq!((done.status.code(), text(&done.stdout)), (Some(2), String::new()));
        text(&done.stderr)
    };
    // What no reader opens is no text: naming it would not help.
    fs::write(texts.join("旧稿.doc"), "x").unwrap();
    assert_eq!(said("zh"), "in put：没有规划文件（*.plan）\n");
    for name in ["b.txt", "a b.md"] {
        let draft = "# 杭州市住房发展规划（2021—2025年）\n\n到2025年，常住人口城镇化率达到70%。\n";
        fs::write(texts.join(name), draft).unwrap();
    }
    let zh = "in put：没有规划文件（*.plan）；有 2 个文本文件（txt、md、csv），写出文件名才会读取，例如：planlint check \"in put/a b.md\"\n";
    assert_eq!(said("zh"), zh);
    let en = "in put: no plan files (*.plan); texts (txt, md, csv: 2 here) are read when they are named, for example: planlint check \"in put/a b.md\"\n";
    assert_eq!(said("en"), en);
    let named = planlint(folder.path(), &["check", "in put/a b.md"]);
    assert!(text(&named.stdout).contains("检查 1 个规划"), "{named:?}");
}

/// A table of targets as Excel saves it.
#[cfg(feature = "office")]
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let rows = [
        ["德清县住房发展“十四五”规划主要指标", "", "", ""],
        ["指标", "2020年", "2025年", "属性"],
        ["城镇住房保障受益覆盖率（%）", "23", "24", "约束性"],
    ];
    for (row, cells) in (0..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

#[cfg(feature = "office")]
#[test]
fn a_bare_planlint_checks_a_folder_of_office_files() {
    let word = fs::read(crate::documents::joined::folder().path().join("草案.docx")).unwrap();
    for (name, bytes) in [("草案.docx", word), ("指标表.xlsx", workbook())] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(name), bytes).unwrap();
        let bare = planlint(folder.path(), &[]);
        let check = planlint(folder.path(), &["check"]);
        assert!(text(&check.stdout).contains("检查 1 个规划"), "{check:?}");
        assert_eq!((bare.status, bare.stdout), (check.status, check.stdout), "{name}");
        // One folder up it is one of many files.
        let above = folder.path().join("above");
        fs::create_dir_all(above.join("below")).unwrap();
        fs::rename(folder.path().join(name), above.join("below").join(name)).unwrap();
        assert_eq!(planlint(&above, &[]).status.code(), Some(2), "{name}");
        fs::write(above.join("~$草案.docx"), "user").unwrap();
        assert_eq!(planlint(&above, &[]).status.code(), Some(2), "{name}");
    }
}

#[test]
fn what_is_said_of_a_document_is_said_of_the_first() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.txt", "b.txt"] {
        let draft =
            "住房发展规划（2021—2025年）\n一、主要目标\n到2025年，常住人口城镇化率达到70%。\n";
        fs::write(folder.path().join(name), draft).unwrap();
    }
    let words = ["export", "a.txt", "b.txt", "--region", "杭州市", "--format", "csv"];
    let said = text(&planlint(folder.path(), &words).stdout);
    let of = |name: &str| said.lines().find(|line| line.contains(name)).unwrap_or_default();
    assert!(of("a.txt").contains(",杭州市,"), "{said}");
    assert!(!of("b.txt").contains("杭州市"), "{said}");
}

#[test]
fn a_document_is_never_formatted() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.txt"), NOTE).unwrap();
    let named = planlint(folder.path(), &["fmt", "a.txt"]);
    assert_eq!(named.status.code(), Some(2));
    assert!(text(&named.stderr).contains("是文档，不是规划文件"), "{named:?}");
    assert_eq!(fs::read_to_string(folder.path().join("a.txt")).unwrap(), NOTE);
}

#[test]
fn a_sentence_above_a_table_is_not_its_title() {
    let folder = tempfile::tempdir().unwrap();
    let sentence = "到2025年，全县城镇住房保障受益覆盖率稳步提高。";
    let draft = format!(
        "# 德清县公共服务“十四五”规划\n\n{sentence}\n\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 30 | 24 | 约束性 |\n"
    );
    std::fs::write(folder.path().join("草案.md"), draft).unwrap();
    let told = crate::command::planlint(folder.path(), &["check", "草案.md", "--format", "json"]);
    let said = crate::command::text(&told.stdout);
    assert!(said.contains("worse-than-baseline"), "{said}");
    assert!(!said.contains(&format!("“{sentence}”")), "{said}");
}
