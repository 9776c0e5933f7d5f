//! English prose with values is told once a document, where nothing else says that the document was not read.

use std::fs;

use crate::{
    documents::package,
    program::{planlint, text},
};

const CHINESE: &str = "浙江省住房发展规划（2026—2030年）";
const TARGET: &str = "到2030年，城镇化率达到65%，森林覆盖率达到48.5%。";
const PROSE: &str =
    "By 2030, housing coverage will reach 65%, and one in five new homes will be affordable.";

/// The lines of a check of `name` in both languages, and how it ends.
fn checked(name: &str, bytes: &[u8], words: &[&str]) -> [(Option<i32>, Vec<String>); 2] {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(name), bytes).unwrap();
    ["zh", "en"].map(|language| {
        let all = [&["check", "--format", "concise", "--lang", language], words].concat();
        let output = planlint(folder.path(), &all);
        let lines = text(&output.stdout).lines().map(str::to_owned).collect();
        (output.status.code(), lines)
    })
}

/// The lines that tell of English prose, or of a document that was not read.
fn lost(lines: &[String]) -> Vec<&str> {
    let rules = ["unread-part", "unread-file", "nothing-read", "unreadable-line"];
    let told = |line: &&String| rules.iter().any(|rule| line.contains(rule));
    lines.iter().filter(told).map(String::as_str).collect()
}

fn markdown(paragraphs: &[&str]) -> String {
    format!("# {CHINESE}\n\n{}\n", paragraphs.join("\n\n"))
}

/// A Word file of a title and paragraphs.
fn word(title: &str, paragraphs: &[&str]) -> Vec<u8> {
    let body: String = std::iter::once(&title)
        .chain(paragraphs)
        .map(|words| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"))
        .collect();
    package::word(&package::document(&body))
}

#[test]
fn english_prose_in_a_chinese_document_is_told_once_at_the_first_place() {
    let again = "We will build 12,000 homes by 2030.";
    let paragraphs = [TARGET, PROSE, "加强领导。", again];
    let joined = markdown(&paragraphs);
    for (name, bytes, place) in [
        ("a.md", joined.clone().into_bytes(), "a.md:5:1"),
        ("a.txt", joined.replace("# ", "").into_bytes(), "a.txt:5:1"),
        ("a.docx", word(CHINESE, &paragraphs), "a.docx "),
    ] {
        let [(code, zh), (_, en)] = checked(name, &bytes, &[name]);
        let (zh, en) = (lost(&zh), lost(&en));
        assert!(zh.len() == 1 && en.len() == 1, "{zh:?} {en:?}");
        assert!(zh[0].starts_with(place) && en[0].starts_with(place), "{zh:?} {en:?}");
        let expected = "请说明 unread-part 从这里起有 2 处英文正文，planlint 不从里面读目标，3 个数没有检查，这份文档不能算作读全";
        assert!(zh[0].contains(expected), "{zh:?}");
        let expected = "warning unread-part 2 passages of English prose, from here on, hold 3 numbers that are not checked";
        assert!(en[0].contains(expected) && en[0].contains("does not count as read"), "{en:?}");
        assert_eq!(code, Some(1), "{zh:?}");
    }
}

#[test]
fn a_little_english_fails_only_a_run_that_asks_for_it() {
    let targets = [TARGET; 12];
    let some = markdown(&[&targets[..], &["One in five new homes will be affordable."]].concat());
    let [(code, zh), (_, en)] = checked("a.md", some.as_bytes(), &["a.md"]);
    let (zh, en) = (lost(&zh), lost(&en));
    assert_eq!((code, zh.len(), en.len()), (Some(0), 1, 1), "{zh:?} {en:?}");
    assert!(
        zh[0].contains("从这里起有 1 处英文正文") && zh[0].contains("1 个数没有检查"),
        "{zh:?}"
    );
    assert!(!zh[0].contains("不能算作读全") && !en[0].contains("count as read"), "{zh:?} {en:?}");
    let expected = "1 passage of English prose, from here on, holds 1 number that is not checked";
    assert!(en[0].contains(expected), "{en:?}");
    let [(code, _), _] = checked("a.md", some.as_bytes(), &["a.md", "--fail-on", "unread"]);
    assert_eq!(code, Some(1));
}

#[test]
fn a_year_alone_is_no_number_of_english_prose() {
    for (number, told) in [
        ("1999", false),
        ("2030", false),
        ("20", true),
        ("203", true),
        ("1234", true),
        ("2100", true),
        ("20300", true),
    ] {
        let paragraph = format!("We will build {number} homes for the people.");
        let text = markdown(&[TARGET, &paragraph]);
        let [(_, zh), _] = checked("a.md", text.as_bytes(), &["a.md"]);
        assert_eq!(lost(&zh).len(), usize::from(told), "{number} {zh:?}");
    }
}

#[test]
fn english_names_titles_and_sources_in_chinese_prose_are_silent() {
    let silent = markdown(&[
        "Housing Plan of Zhejiang Province for 12 Cities (2026-2030)",
        TARGET,
        "借鉴Sustainable Development Goals的17项做法，用好GDP、PM2.5和5G的数据。",
        "The plan was adopted by the council in 2026.",
        "## 参考文献",
        "[1] Smith J. How 120 small towns are growing[J]. Urban Studies, 2019, 12(3): 45-60.",
        "Brown, K. (2018). Why 15 towns are growing by 3% a year in the north.",
    ]);
    let [(_, zh), (_, en)] = checked("a.md", silent.as_bytes(), &["a.md"]);
    assert!(lost(&zh).is_empty() && lost(&en).is_empty(), "{zh:?} {en:?}");
}

#[test]
fn a_document_that_is_english_throughout_is_told_once() {
    let title = "Northshire Housing Strategy 2026-2030";
    let words = format!("{title}\n\nOur targets\n\n{PROSE}\n\nWe will build 12,000 homes.\n");
    for (name, bytes) in [
        ("a.txt", words.clone().into_bytes()),
        ("a.md", format!("# {words}").into_bytes()),
        ("a.docx", word(title, &["Our targets", PROSE])),
    ] {
        // A text that lies in a folder and holds no plan is passed over, a Word file is told.
        let in_folder = (".", "unread-part");
        let runs = if name == "a.docx" { vec![in_folder] } else { Vec::new() };
        for (asked, rule) in runs.into_iter().chain([(name, "unread-file")]) {
            let told = checked(name, &bytes, &[asked, "-v"]);
            for (_, lines) in told {
                let lost = lost(&lines);
                assert!(lost.len() == 1 && lost[0].contains(rule), "{name} {asked}: {lines:?}");
            }
        }
    }
    // One that has a table, too, says it at the prose.
    let table = format!(
        "# {title}\n\n| Indicator | 2025 | 2030 |\n| --- | --- | --- |\n| Housing coverage (%) | 20 | 65 |\n\n{PROSE}\n"
    );
    for (code, lines) in checked("a.md", table.as_bytes(), &["a.md"]) {
        let lost = lost(&lines);
        assert!(lost.len() == 1 && lost[0].starts_with("a.md:7:1"), "{lines:?}");
        assert_eq!(code, Some(1));
    }
}

#[test]
fn a_document_of_which_nothing_was_read_is_not_told_for_its_english_besides() {
    let past = markdown(&["2024年，城镇化率达到60%。", PROSE]);
    for (code, lines) in checked("a.md", past.as_bytes(), &["a.md"]) {
        let lost = lost(&lines);
        assert!(lost.len() == 1 && lost[0].contains("nothing-read"), "{lines:?}");
        assert_eq!(code, Some(1));
    }
}

#[test]
fn english_prose_in_a_plan_file_is_a_line_that_cannot_be_read() {
    let plan = format!(
        "规划 《浙江省规划》\n地区: 浙江省\n规划期: 2026—2030\n\n指标表\n| 指标 | 2025年 | 2030年 |\n| --- | --- | --- |\n| 城镇化率（%） | 58 | 65 |\n\n{PROSE}\n"
    );
    for (code, lines) in checked("a.plan", plan.as_bytes(), &["a.plan"]) {
        let lost = lost(&lines);
        assert!(lost.len() == 1 && lost[0].contains("unreadable-line"), "{lines:?}");
        assert_eq!(code, Some(1));
    }
}

#[test]
fn an_import_lists_every_english_paragraph() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.md"), markdown(&[TARGET, PROSE, "We will build 41 homes."]))
        .unwrap();
    for (keywords, expected) in [
        ("zh", "# 未读出：英文正文里的数，在“"),
        ("en", "# not read: numbers in English prose, at “"),
    ] {
        planlint(folder.path(), &["import", "a.md", "-o", keywords, "--keywords", keywords]);
        let plan = fs::read_dir(folder.path().join(keywords)).unwrap().next().unwrap().unwrap();
        let plan = fs::read_to_string(plan.path()).unwrap();
        let told: Vec<&str> = plan.lines().filter(|line| line.starts_with(expected)).collect();
        assert_eq!(told.len(), 2, "{plan}");
        assert!(told[0].contains("By 2030, housing") && told[1].contains("build 41"), "{plan}");
    }
}
