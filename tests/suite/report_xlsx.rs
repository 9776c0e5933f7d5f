//! 指标对照表.xlsx: what stands in its cells, how it is set up, and that it is the same twice.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read},
    path::Path,
    process::{Command, Output},
};

use calamine::{Data, Range, Reader, Xlsx};
use planlint::{office, report::form::FormColumn, words::Language};

mod hostile;
#[cfg(feature = "libreoffice")]
mod opened;
mod rollups;

const FILE: &str = "out/指标对照表.xlsx";

fn planlint(folder: &Path, words: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_planlint"));
    command.env_clear().current_dir(folder).args(words);
    command.args(["--today", "2026-01-31"]).output().unwrap()
}

/// The plans of one topic in a folder of their own.
fn plans() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("plans")).unwrap();
    let plans = crate::support::plans_folder().join("zhejiang");
    for entry in fs::read_dir(plans).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, folder.path().join("plans").join(path.file_name().unwrap())).unwrap();
    }
    folder
}

/// The workbook of a run on `plans`.
fn report(folder: &Path, more: &[&str]) -> Vec<u8> {
    let words = ["report", "plans", "-o", "out", "--force", "-f", "xlsx,json"];
    let told = planlint(folder, &[&words, more].concat());
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    let english = folder.join("out/comparison.xlsx");
    fs::read(if more.contains(&"en") { english } else { folder.join(FILE) }).unwrap()
}

fn book(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    book(bytes).worksheet_range(name).unwrap()
}

/// The words of a column below its head.
fn column(range: &Range<Data>, head: &str) -> Vec<String> {
    let rows: Vec<&[Data]> = range.rows().collect();
    let at = rows[0].iter().position(|cell| *cell == Data::String(head.to_owned())).expect(head);
    rows[1..].iter().map(|row| row[at].to_string()).collect()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        parts.insert(entry.name().unwrap().into_owned(), text);
    }
    parts
}

#[test]
fn every_finding_is_a_row_with_the_words_of_the_run() {
    let folder = plans();
    for (language, name, results) in [
        (Language::Zh, "问题清单", "out/检查结果.json"),
        (Language::En, "findings", "out/results.json"),
    ] {
        let bytes = report(folder.path(), &["--lang", language.pick("zh", "en")]);
        let results = fs::read_to_string(folder.path().join(results)).unwrap();
        let results: serde_json::Value = serde_json::from_str(&results).unwrap();
        let findings = sheet(&bytes, name);
        let ids = column(&findings, FormColumn::Id.head(language));
        let messages = column(&findings, FormColumn::Finding.head(language));
        let [own, other, verdicts] = [FormColumn::Own, FormColumn::Other, FormColumn::Verdict]
            .map(|head| column(&findings, head.head(language)));
        assert!(verdicts.iter().all(String::is_empty));
        let (found, mut values) = (results["findings"].as_array().unwrap(), 0);
        assert!(found.len() == ids.len() && ids.len() > 20, "{}", ids.len());
        for finding in found {
            let text = |key: &str| finding[key].as_str().unwrap();
            let at = ids.iter().position(|id| id == text("id")).expect("a row");
            assert!(messages[at].starts_with(text("message")), "{}", messages[at]);
            if finding["rule"] == "weaker-than-parent" && finding["level"] == "error" {
                values += 1;
                let facts = [&finding["facts"]["child"], &finding["facts"]["parent"]];
                let facts = facts.map(|value| value.as_str().unwrap());
                assert!(own[at].contains(facts[0]) && other[at].contains(facts[1]), "{finding}");
            }
        }
        assert!(values > 0, "{values}");
    }
}

#[test]
fn the_findings_can_be_filtered_filled_in_and_printed() {
    let folder = plans();
    let bytes = report(folder.path(), &[]);
    let parts = parts(&bytes);
    let findings = &parts["xl/worksheets/sheet2.xml"];
    for expected in [
        r#"topLeftCell="C2" activePane="bottomRight" state="frozen""#,
        "<autoFilter ref=\"A1:U",
        r#"<dataValidation type="list""#,
        r#"<formula1>"采纳,部分采纳,不采纳"</formula1>"#,
        r#"type="cellIs""#,
        "<formula>\"须核改\"</formula>",
        r#"numberStoredAsText="1""#,
    ] {
        assert!(findings.contains(expected), "{expected}");
    }
    // Heights that a long reason may raise.
    assert!(findings.contains(" ht=\"") && !findings.contains("customHeight"));
    let names = &parts["xl/workbook.xml"];
    assert!(names.contains("_xlnm.Print_Titles") && names.contains("_xlnm.Print_Area"), "{names}");
    let sheets = parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    for (name, xml) in sheets {
        for expected in [
            r#"orientation="landscape""#,
            r#"paperSize="9""#,
            r#"fitToHeight="0""#,
            "第 &amp;P 页，共 &amp;N 页",
            "以审查人签署为准",
        ] {
            assert!(xml.contains(expected), "{name}: {expected}");
        }
    }
    assert!(parts["xl/styles.xml"].contains("<name val=\"宋体\"/>"));
}

#[test]
fn the_same_day_gives_the_same_bytes() {
    let folder = plans();
    for language in ["zh", "en"] {
        let first = report(folder.path(), &["--lang", language]);
        assert!(report(folder.path(), &["--lang", language]) == first, "{language}");
        let properties = &parts(&first)["docProps/core.xml"];
        assert!(properties.contains(">2026-01-31T00:00:00Z</dcterms:created>"), "{properties}");
        assert!(properties.contains("<dc:creator></dc:creator>"), "{properties}");
    }
}

#[test]
fn a_run_without_findings_says_so_and_has_no_empty_sheets() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("plans")).unwrap();
    let plan = "规划 《甲省规划》\n地区: 甲省\n规划期: 2021-2025\n主题: 住房\n";
    let names = "行政区划\n| 地区 | 层级 |\n| ---- | ---- |\n| 甲省 | 省 |\n";
    fs::write(folder.path().join("plans/a.plan"), plan).unwrap();
    fs::write(folder.path().join("plans/names.plan"), names).unwrap();
    let bytes = report(folder.path(), &[]);
    let names = book(&bytes).sheet_names();
    assert!(!names.contains(&"问题清单".to_owned()) && names[0] == "说明", "{names:?}");
    let about = sheet(&bytes, "说明");
    let said = |words: &str| {
        about.used_cells().any(|(_, _, cell)| *cell == Data::String(words.to_owned()))
    };
    assert!(said("问题清单：本次没有。"), "{about:?}");
}

#[test]
fn a_filled_in_workbook_is_read_back() {
    let folder = plans();
    let folder = folder.path();
    let bytes = report(folder, &[]);
    let findings = sheet(&bytes, "问题清单");
    let ids = column(&findings, "编号");
    let row =
        column(&findings, "问题类型").iter().position(|title| title == "弱于上级目标").unwrap();
    let declined = [("L", "不采纳"), ("N", "=用地不足"), ("O", "省建设厅"), ("P", "2026-12-31")];
    fs::write(folder.join("filled.xlsx"), filled(&bytes, row, &declined)).unwrap();
    let told = planlint(folder, &["import-decisions", "filled.xlsx"]);
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    let decisions = fs::read_to_string(folder.join("planlint.decisions.toml")).unwrap();
    assert!(decisions.contains(&format!("id = \"{}\"", ids[row])), "{decisions}");
    let after = report(folder, &[]);
    assert!(!column(&sheet(&after, "问题清单"), "编号").contains(&ids[row]));
    let register = sheet(&after, "豁免与处理意见");
    let said =
        |words: &str| register.used_cells().any(|(.., cell)| cell.to_string().starts_with(words));
    assert!(said("=用地不足") && said("有理由保留"), "{register:?}");
    // The same finding accepted in part: it is back until the agreed value is there.
    let partly = [("K", "部分采纳"), ("L", "24.8%"), ("M", "用地不足"), ("N", "省建设厅")];
    fs::write(folder.join("filled.xlsx"), filled(&bytes, row, &partly)).unwrap();
    let told = planlint(folder, &["import-decisions", "filled.xlsx"]);
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    let after = report(folder, &[]);
    assert!(column(&sheet(&after, "问题清单"), "编号").contains(&ids[row]));
    let register = sheet(&after, "豁免与处理意见");
    let said =
        |words: &str| register.used_cells().any(|(.., cell)| cell.to_string().starts_with(words));
    assert!(said("24.8%") && said("尚未改到议定值"), "{register:?}");
}

/// The workbook with words in open cells of a finding, as a spreadsheet program writes them.
fn filled(bytes: &[u8], row: usize, cells: &[(&str, &str)]) -> Vec<u8> {
    let part = "xl/worksheets/sheet2.xml";
    let mut xml = parts(bytes)[part].clone();
    for (letter, words) in cells {
        let cell = format!("<c r=\"{letter}{}\" ", row + 2);
        let start = xml.find(&cell).expect("an open cell") + cell.len();
        let end = start + xml[start..].find("/>").unwrap();
        let style = xml[start..end].to_owned();
        let filled = format!("{style} t=\"inlineStr\"><is><t>{words}</t></is></c>");
        xml.replace_range(start..end + 2, &filled);
    }
    let changed = BTreeMap::from([(part.to_owned(), xml.into_bytes())]);
    office::rewrite(&mut office::Package::open(bytes).unwrap(), &changed).unwrap()
}

#[test]
fn what_was_written_for_a_meeting_is_passed_over_in_a_folder_and_refused_by_name() {
    let folder = plans();
    let folder = folder.path();
    let check = || {
        let bytes = planlint(folder, &["check", ".", "--format", "json"]).stdout;
        let mut results: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let mut count = |key: &str| results["summary"][key].take().as_u64().unwrap();
        let counts = (count("passed_over"), count("unnamed"));
        (counts, results)
    };
    let (none, before) = check();
    assert_eq!(none, (0, 0));
    let told = planlint(
        folder,
        &["report", "plans", "-o", "plans/out", "-f", "html,docx,xlsx,letters,md,csv"],
    );
    assert_eq!(told.status.code(), Some(0), "{told:?}");
    assert!(folder.join("plans/out/指标对照表.xlsx").exists());
    // Whatever it is called by now.
    fs::rename(folder.join("plans/out/指标对照表.xlsx"), folder.join("plans/德清.xlsx")).unwrap();
    let letters = fs::read_dir(folder.join("plans/out/衔接意见函")).unwrap().count() as u64;
    // The report as Markdown and the list as csv are text, which is read only where it is named.
    assert_eq!(check(), ((3 + letters, 2), before));
    let said = String::from_utf8(planlint(folder, &["check", "."]).stdout).unwrap();
    assert!(said.contains("个会议审查材料不作规划检查"), "{said}");
    // What a plan file says in a comment makes it no material.
    let mark = "# <!doctype html>\n# <meta name=\"generator\" content=\"planlint 0.1.0\">\n";
    let county = folder.join("plans/deqing-2021-2025.plan");
    let plan = fs::read_to_string(&county).unwrap();
    fs::write(&county, format!("{mark}{plan}")).unwrap();
    assert_eq!(check().0, (3 + letters, 2));
    assert_eq!(check().1["summary"]["plans"], 5);
    for words in [&["check", "plans/德清.xlsx"][..], &["import", "plans/德清.xlsx", "-o", "read"]]
    {
        let told = planlint(folder, &[words, &["--color", "never"]].concat());
        let said = String::from_utf8([told.stdout, told.stderr].concat()).unwrap();
        assert_ne!(told.status.code(), Some(0), "{said}");
        assert!(said.contains("会议审查材料") || said.contains("会议审查的材料"), "{said}");
    }
}
