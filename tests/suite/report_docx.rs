//! The form of a review meeting as a Word file, opened again by the reader that reads it back.

mod hostile;
mod letters;
#[cfg(feature = "libreoffice")]
mod opened;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use planlint::{
    document::{self, About, Block, Document, DocumentFormat, Grid},
    office::{Package, rewrite},
    report::form::{CELLS, FormColumn},
    words::Language,
};
use serde_json::Value;

use crate::command::{planlint, text};

const FORM: &str = "out/审查意见表.docx";

/// Writes `kinds` of a folder's plans into `out`.
fn report(folder: &Path, kinds: &str, lang: &str) {
    let words =
        ["report", "plans", "-o", "out", "-f", kinds, "--lang", lang, "--today", "2026-01-31"];
    let made = planlint(folder, &words);
    assert!(made.status.success(), "{}", text(&made.stderr));
}

/// A folder whose `plans` are empty.
fn empty() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("plans")).unwrap();
    folder
}

/// The plans of one topic in a folder of their own.
fn folder() -> tempfile::TempDir {
    let folder = empty();
    for entry in fs::read_dir(crate::support::plans_folder().join("zhejiang")).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join("plans").join(path.file_name().unwrap())).unwrap();
    }
    folder
}

fn part(bytes: &[u8], name: &str) -> String {
    Package::open(bytes).unwrap().text(name).unwrap().expect(name).0
}

fn open(bytes: &[u8]) -> Document {
    document::open_document(DocumentFormat::Package, bytes, &About::default()).expect("a document")
}

fn tables(document: &Document) -> impl Iterator<Item = &Grid> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        _ => None,
    })
}

/// The lines of each cell of each row.
fn rows(document: &Document, grid: &Grid) -> Vec<Vec<Vec<String>>> {
    let lines = |words: &str| words.lines().map(str::to_owned).collect();
    let row = |row| grid.row(row).iter().map(|cell| lines(cell.span.of(&document.text))).collect();
    (0..grid.height()).map(row).collect()
}

/// What a row says under each head, as the reader of forms splits its cells.
fn said(row: &[Vec<String>]) -> BTreeMap<FormColumn, String> {
    let cells = row.iter().zip(CELLS);
    let split = cells.flat_map(|(lines, columns)| {
        columns.iter().enumerate().map(|(at, column)| {
            let rest = lines.get(at..).unwrap_or_default();
            let own =
                if at + 1 == columns.len() { rest } else { rest.get(..1).unwrap_or_default() };
            (*column, own.join("\n"))
        })
    });
    split.collect()
}

#[test]
fn the_form_has_a_row_for_every_error_and_warning_and_says_what_the_run_says() {
    let folder = folder();
    report(folder.path(), "docx,json", "zh");
    let results = fs::read(folder.path().join("out/检查结果.json")).unwrap();
    let results: Value = serde_json::from_slice(&results).unwrap();
    let findings = results["findings"].as_array().unwrap();
    let loud = |level: &'static str| findings.iter().filter(move |one| one["level"] == level);
    // Within a level the heaviest comes first, as everywhere that people read; which that is the list of results does
    // not say.
    let levels: Vec<&Value> = loud("error").chain(loud("warning")).collect();
    assert!(!levels.is_empty());
    let document = open(&fs::read(folder.path().join(FORM)).unwrap());
    let rows = rows(&document, tables(&document).next().expect("a table"));
    let heads: Vec<Vec<&str>> =
        CELLS.iter().map(|cell| cell.iter().map(|one| one.head(Language::Zh)).collect()).collect();
    assert_eq!(rows[0], heads);
    assert_eq!(rows.len(), levels.len() + 1);
    let mut told = BTreeSet::new();
    for (row, level) in rows[1..].iter().map(|row| said(row)).zip(&levels) {
        let id = &*row[&FormColumn::Id];
        assert!(told.insert(id.to_owned()), "{id} stands twice");
        let finding = levels.iter().find(|one| one["id"] == id).expect(id);
        assert_eq!(finding["level"], level["level"], "{row:?}");
        for (column, key) in [(FormColumn::Plan, "plan"), (FormColumn::Indicator, "indicator")] {
            let words = finding[key].as_str().unwrap_or("—");
            assert_eq!(words, row[&column], "{finding}");
        }
        let year = finding["year"].as_i64().map_or("—".to_owned(), |year| year.to_string());
        assert_eq!(row[&FormColumn::Year], year);
        let message = finding["message"].as_str().unwrap();
        // The indicator's name stands in its own column.
        let told = message.split_once('：').map_or(message, |(_, told)| told);
        assert!(row[&FormColumn::Finding].contains(told), "{row:?}");
        assert_eq!(row[&FormColumn::Verdict], "□采纳\n□部分采纳\n□不采纳");
        for blank in
            [FormColumn::Value, FormColumn::Reason, FormColumn::Approver, FormColumn::Until]
        {
            assert_eq!(row[&blank], "", "{blank:?}");
        }
    }
    let said = &document.text;
    let infos = loud("info").count();
    assert!(said.contains(&format!("供参考的 {infos} 处未列入本表")), "{said}");
    assert!(said.contains("未能判定的") && said.contains("2026年1月31日"), "{said}");
    assert!(said.contains("审查单位（章）：") && said.contains("审查人（签名）："), "{said}");
}

/// The form of a folder with the row of the housing target filled in.
fn filled_in(folder: &Path, verdict: &str, words: [&str; 3]) -> Vec<u8> {
    let bytes = fs::read(folder.join(FORM)).unwrap();
    let mut package = Package::open(&bytes).unwrap();
    let document = part(&bytes, "word/document.xml");
    let row = document.find("ccee38976e").expect("the finding");
    let (before, row) = document.split_at(row);
    let boxes = &row[row.find("<w:t>□采纳</w:t>").unwrap()..];
    let boxes = &boxes[..boxes.find("</w:r>").unwrap()];
    let chosen = row.replacen(boxes, &format!("<w:t>{verdict}</w:t>"), 1);
    let blank = "<w:pStyle w:val=\"Cell\"/></w:pPr></w:p>";
    // In the order of the columns: 议定值, 理由, 批准人. A filled paragraph is no blank one any more.
    let filled = words.into_iter().fold(chosen, |row, words| {
        row.replacen(
            blank,
            &blank.replace("</w:p>", &format!("<w:r><w:t> {words}</w:t></w:r></w:p>")),
            1,
        )
    });
    let document = format!("{before}{filled}").into_bytes();
    let changed = BTreeMap::from([("word/document.xml".to_owned(), document)]);
    rewrite(&mut package, &changed).unwrap()
}

#[test]
fn a_form_filled_in_becomes_a_decision() {
    let folder = folder();
    report(folder.path(), "docx", "zh");
    // A choice from the list, or a tick in one of its boxes.
    for verdict in ["不采纳", "□采纳 □部分采纳 ☑不采纳"] {
        let filled = filled_in(folder.path(), verdict, ["", "用地不足", "省建设厅"]);
        fs::write(folder.path().join("filled.docx"), filled).unwrap();
        let told = planlint(folder.path(), &["import-decisions", "filled.docx", "--lang", "zh"]);
        assert!(told.status.success(), "{}", text(&told.stderr));
        let decisions = fs::read_to_string(folder.path().join("planlint.decisions.toml")).unwrap();
        for line in [
            "id = \"ccee38976e\"",
            "verdict = \"declined\"",
            "reason = \"用地不足\"",
            "approver = \"省建设厅\"",
            "child = \"24\"",
            "parent = \"25\"",
        ] {
            assert!(decisions.contains(line), "{line}: {decisions}");
        }
        assert_eq!(decisions.matches("[[decision]]").count(), 1, "{decisions}");
    }
    fs::remove_file(folder.path().join(FORM)).unwrap();
    report(folder.path(), "docx", "zh");
    let next = open(&fs::read(folder.path().join(FORM)).unwrap()).text;
    assert!(next.contains("以往处理意见的落实情况") && next.contains("有理由保留"), "{next}");
    assert!(!next.contains("ccee38976e"), "{next}");
    let again = planlint(folder.path(), &["import-decisions", FORM, "--lang", "zh"]);
    assert!(text(&again.stdout).contains("没有填写处理意见"), "{}", text(&again.stderr));
}

#[test]
fn an_agreed_value_goes_from_the_form_to_the_next_one() {
    let folder = folder();
    report(folder.path(), "docx", "zh");
    let filled = filled_in(folder.path(), "部分采纳", ["24.8%", "用地不足", "省建设厅"]);
    fs::write(folder.path().join("filled.docx"), filled).unwrap();
    let told = planlint(folder.path(), &["import-decisions", "filled.docx", "--lang", "zh"]);
    assert!(text(&told.stdout).contains("部分采纳 1"), "{}", text(&told.stderr));
    fs::remove_file(folder.path().join(FORM)).unwrap();
    report(folder.path(), "docx,html,xlsx", "zh");
    let next = open(&fs::read(folder.path().join(FORM)).unwrap()).text;
    for part in ["部分采纳（议定值 24.8%，尚未改到）：用地不足", "部分采纳（议定值 24.8%）"]
    {
        assert!(next.contains(part), "{part}\n{next}");
    }
    let page = fs::read_to_string(folder.path().join("out/审查报告.html")).unwrap();
    assert!(page.contains("<td>部分采纳<small>议定值 24.8%</small></td>"), "{page}");
    let workbook = open(&fs::read(folder.path().join("out/指标对照表.xlsx")).unwrap()).text;
    assert!(workbook.contains("尚未改到议定值（问题 "), "{workbook}");
}

#[test]
fn its_head_repeats_its_rows_stay_whole_and_its_fonts_have_names() {
    let folder = folder();
    report(folder.path(), "docx", "zh");
    let bytes = fs::read(folder.path().join(FORM)).unwrap();
    let document = part(&bytes, "word/document.xml");
    let opened = open(&bytes);
    let tables: Vec<&Grid> = tables(&opened).collect();
    let rows: usize = tables.iter().map(|grid| grid.height()).sum();
    assert_eq!(document.matches("<w:cantSplit/>").count(), rows);
    assert_eq!(document.matches("<w:tblHeader/>").count(), tables.len());
    assert!(document.contains("w:orient=\"landscape\""));
    let styles = part(&bytes, "word/styles.xml");
    for font in ["方正小标宋简体", "仿宋_GB2312", "黑体"] {
        assert!(styles.contains(&format!("w:eastAsia=\"{font}\"")), "{font}");
        assert!(
            part(&bytes, "word/fontTable.xml").contains(&format!("w:name=\"{font}\"")),
            "{font}"
        );
    }
    let footer = part(&bytes, "word/footer1.xml");
    assert!(
        footer.contains("以上为机器比对的疑似问题，以审查人签署为准") && footer.contains(" PAGE ")
    );
    let properties = part(&bytes, "docProps/core.xml");
    assert!(properties.contains("<dc:creator>planlint "), "{properties}");
}

#[test]
fn the_same_run_gives_the_same_bytes_and_a_filled_form_is_not_written_over() {
    let folder = folder();
    report(folder.path(), "docx", "zh");
    let first = fs::read(folder.path().join(FORM)).unwrap();
    report(folder.path(), "docx", "zh");
    assert_eq!(first, fs::read(folder.path().join(FORM)).unwrap());
    fs::write(folder.path().join(FORM), b"filled in").unwrap();
    let refused = planlint(folder.path(), &["report", "plans", "-o", "out", "-f", "docx"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!(fs::read(folder.path().join(FORM)).unwrap(), b"filled in");
}

#[test]
fn an_english_form_has_english_frame_words() {
    let folder = folder();
    report(folder.path(), "docx", "en");
    let bytes = fs::read(folder.path().join("out/review-form.docx")).unwrap();
    let document = open(&bytes);
    for chinese in ["处理意见", "建议：", "填表说明", "须核改", "未能判定", "审查人（"]
    {
        assert!(!document.text.contains(chinese), "{chinese}");
    }
    let rows = rows(&document, tables(&document).next().expect("a table"));
    assert_eq!(rows[0][6], ["decision"]);
    assert!(document.text.contains("Reviewer (signature)"), "{}", document.text);
    assert!(part(&bytes, "word/document.xml").contains("<w:t>□partly accepted</w:t>"));
}

#[test]
fn a_run_that_finds_nothing_says_so_and_has_no_table() {
    let folder = empty();
    let plan = "规划 《甲省规划》\n地区: 浙江省\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年目标值 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 23.9 | 25 | 约束性 |\n";
    fs::write(folder.path().join("plans/a.plan"), plan).unwrap();
    report(folder.path(), "docx,letters", "zh");
    let document = open(&fs::read(folder.path().join(FORM)).unwrap());
    assert_eq!(tables(&document).count(), 0);
    assert!(document.text.contains("没有须核改或请说明的问题"), "{}", document.text);
    assert!(!folder.path().join("out/衔接意见函").exists());
}
