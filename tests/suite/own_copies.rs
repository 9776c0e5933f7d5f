//! What this program wrote lies beside the plans: it is passed over whatever it is called, until somebody works in it.

use std::{fs, path::Path};

use planlint::{document, office};

use crate::{
    documents::package,
    outputs::draft,
    program::{planlint, text},
};

const CITY: &str = "规划 《湖州市住房“十四五”规划》\n地区: 湖州市\n规划期: 2021-2025\n主题: 住房\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 |\n| --- | --- | --- | --- |\n| 城镇住房保障受益覆盖率（%） | 20 | 25 | 约束性 |\n";
const SUMMARY: [&str; 4] = ["plans", "copies", "passed_over", "unread"];

/// A folder with the plan of a city and the draft of a county below it.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("city.plan"), CITY).unwrap();
    fs::write(folder.path().join("draft.docx"), draft()).unwrap();
    folder
}

/// The counts of a check, and the ids of its findings.
fn checked(folder: &Path, words: &[&str]) -> ([u64; 4], Vec<String>) {
    let told = planlint(folder, &[&["check", "--format", "json"], words].concat());
    let results: serde_json::Value = serde_json::from_slice(&told.stdout).unwrap();
    let counts = SUMMARY.map(|key| results["summary"][key].as_u64().unwrap());
    let findings = results["findings"].as_array().unwrap().iter();
    (counts, findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect())
}

fn done(folder: &Path, words: &[&str]) {
    let told = planlint(folder, words);
    assert_eq!(told.status.code(), Some(0), "{words:?}: {told:?}");
}

/// The package with the words of one part changed.
fn changed(bytes: &[u8], part: &str, from: &str, to: &str) -> Vec<u8> {
    package::changed(bytes, |name, bytes| {
        if name == part {
            let before = String::from_utf8(bytes.clone()).unwrap();
            assert!(before.contains(from), "{part} holds no {from}: {before}");
            *bytes = before.replacen(from, to, 1).into_bytes();
        }
    })
}

#[test]
fn copies_tables_and_forms_are_passed_over_whatever_they_are_called() {
    let folder = folder();
    let folder = folder.path();
    let before = checked(folder, &["."]);
    assert_eq!(before.0, [2, 0, 0, 0]);
    assert!(before.1.contains(&"weaker-than-parent".to_owned()), "{before:?}");
    done(folder, &["annotate", "draft.docx", "-o", "总体稿.docx", "--against", "city.plan"]);
    done(folder, &["export", "draft.docx", "city.plan", "--format", "xlsx", "-o", "甲.xlsx"]);
    done(folder, &["sheet", "draft.docx", "-o", "乙.xlsx"]);
    done(folder, &["annotate", "乙.xlsx", "-o", "丙.xlsx", "--against", "city.plan"]);
    assert_eq!(checked(folder, &["."]), ([2, 4, 0, 0], before.1.clone()));
    for (lang, said) in [
        ("zh", "4 个 planlint 写出、此后未改动的副本不再检查"),
        ("en", "4 unchanged copies that planlint wrote passed over"),
    ] {
        let told = text(&planlint(folder, &["check", ".", "--lang", lang]).stdout);
        assert!(told.lines().last().unwrap().contains(said), "{told}");
    }
    // As parents they count as little.
    assert_eq!(checked(folder, &["draft.docx", "--against", "."]).0, [1, 4, 0, 0]);
    // A person may ask for one.
    let (counts, rules) = checked(folder, &["总体稿.docx", "--against", "city.plan"]);
    assert_eq!((counts, rules.contains(&"weaker-than-parent".to_owned())), ([1, 0, 0, 0], true));
}

#[test]
fn a_name_that_ends_as_copies_do_makes_no_copy() {
    let folder = folder();
    fs::rename(folder.path().join("draft.docx"), folder.path().join("草案-批注.docx")).unwrap();
    assert_eq!(checked(folder.path(), &["."]).0, [2, 0, 0, 0]);
}

#[test]
fn a_copy_that_somebody_has_worked_in_is_a_draft() {
    let folder = folder();
    let at = |name: &str| folder.path().join(name);
    done(folder.path(), &["annotate", "draft.docx", "-o", "b.docx", "--against", "city.plan"]);
    let copy = fs::read(at("b.docx")).unwrap();
    assert!(document::is_own_file(&copy));
    // A comment more changes nothing that is checked, one figure does.
    let answered = changed(
        &copy,
        "word/comments.xml",
        "</w:comments>",
        "<w:comment w:id=\"99\"><w:p><w:r><w:t>已阅</w:t></w:r></w:p></w:comment></w:comments>",
    );
    assert!(document::is_own_file(&answered));
    fs::write(at("b.docx"), changed(&copy, "word/document.xml", ">24<", ">26<")).unwrap();
    let (counts, rules) = checked(folder.path(), &["."]);
    assert_eq!(counts, [3, 0, 0, 0]);
    assert!(rules.contains(&"duplicate-plan".to_owned()), "two drafts are told: {rules:?}");
    // A form is there to be filled in.
    done(folder.path(), &["sheet", "draft.docx", "-o", "form.xlsx"]);
    assert_eq!(checked(folder.path(), &["."]).0[1], 1);
    let form = fs::read(at("form.xlsx")).unwrap();
    fs::write(at("form.xlsx"), changed(&form, "xl/sharedStrings.xml", "24", "27")).unwrap();
    assert_eq!(checked(folder.path(), &["."]).0[1], 0);
}

#[test]
fn a_mark_is_added_once_and_costs_no_other_property() {
    let draft = draft();
    let once = document::sign_as_own(&draft).unwrap();
    assert!(document::is_own_file(&once) && !document::is_own_file(&draft));
    assert_eq!(document::sign_as_own(&once).unwrap(), once);
    let space = "http://schemas.openxmlformats.org/officeDocument/2006";
    let own = format!(
        "<p:Properties xmlns:p=\"{space}/custom-properties\"><p:property fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"7\" name=\"文号\"><v:lpwstr xmlns:v=\"{space}/docPropsVTypes\">甲政发1号</v:lpwstr></p:property></p:Properties>"
    );
    let relations = package::RELATIONS.replace("</Relationships>", &format!("<Relationship Id=\"rId9\" Type=\"{space}/relationships/custom-properties\" Target=\"own/words.xml\"/></Relationships>"));
    let body = package::document("<w:p><w:r><w:t>甲县规划</w:t></w:r></w:p>");
    let parts = [
        ("_rels/.rels", relations.as_bytes()),
        ("word/document.xml", body.as_bytes()),
        ("own/words.xml", own.as_bytes()),
    ];
    let marked = document::sign_as_own(&package::zip(parts)).unwrap();
    assert!(document::is_own_file(&marked));
    let mut marked = office::Package::open(&marked).unwrap();
    let (words, _) = marked.text("own/words.xml").unwrap().unwrap();
    assert!(words.contains("甲政发1号") && words.contains("<p:property fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\" pid=\"8\" name=\"planlint\">"), "{words}");
    assert!(!marked.has("docProps/custom.xml"));
}

#[test]
fn a_copy_takes_the_place_of_the_last_one_until_somebody_saves_it() {
    let folder = folder();
    let folder = folder.path();
    let copy = |name: &str| fs::read(folder.join(name)).ok();
    let run = |draft: &str| text(&planlint(folder, &[draft, "city.plan"]).stdout);
    assert!(run("draft.docx").contains("批注稿已写入 draft-批注.docx\n"));
    let first = copy("draft-批注.docx").unwrap();
    assert!(run("draft.docx").contains("批注稿已写入 draft-批注.docx（替换上次的批注稿）\n"));
    assert_eq!((copy("draft-批注.docx").unwrap(), copy("draft-批注2.docx")), (first.clone(), None));
    // An answer to a comment is somebody's work, though the words of the draft are the same.
    let answered = changed(&first, "word/comments.xml", "须核改", "已改，原为须核改");
    fs::write(folder.join("draft-批注.docx"), &answered).unwrap();
    let told = run("draft.docx");
    let kept = "批注稿已写入 draft-批注2.docx（已有的 draft-批注.docx 与写出时不同，保留未动）\n";
    assert!(told.contains(kept), "{told}");
    assert_eq!(copy("draft-批注.docx").unwrap(), answered);
    // The copy as a draft: it is never written over, and its name does not grow.
    assert!(run("draft-批注2.docx").contains("批注稿已写入 draft-批注3.docx（"));
    // What only has the name of a copy stays.
    fs::write(folder.join("draft-批注.docx"), draft()).unwrap();
    assert!(
        run("draft.docx")
            .contains("draft-批注2.docx（替换上次的批注稿）（已有的 draft-批注.docx 与写出时不同")
    );
    assert_eq!(copy("draft-批注.docx").unwrap(), draft());
}
