//! `planlint read FILE`: the document's own text with each number marked, as a page and as lines.

use std::{collections::BTreeMap, fs, path::Path};

use planlint::{
    config::Settings,
    engine::{self, File},
};
use sha2::{Digest, Sha256};

use crate::{
    documents::package,
    heads::in_each_format,
    program::{planlint, text},
    report_html::base64,
};

const TITLE: &str = "浙江省住房发展规划（2026—2030年）";

/// A table with a number of each kind but one: the values of the last column are read by nobody.
const ROWS: [&[&str]; 3] = [
    &["序号", "指标", "2025年实际", "2030年目标值", "其他"],
    &["1", "城镇化率（%）", "58.3", "65", "88"],
    &["2", "森林覆盖率（%）", "48.1", "48.5", ""],
];

const HOSTILE: &str = "</span><script>alert(1)</script><img src=x onerror=y> {{7*7}} \u{202E}乙";

/// Paragraphs below the title.
const PARAGRAPHS: [&str; 5] = [
    "甲政发〔2026〕5号",
    "一、主要目标",
    "到2030年，城镇化率达到65%以上，新建公园12345个。",
    "二、重点任务",
    "建设5G基站，打造15分钟生活圈，办理777项说不清的事，见第3章。",
];

fn paragraph(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>")
}

/// The same prose as a Word document, a web page, Markdown and pasted text.
fn prose(paragraphs: &[&str]) -> [(&'static str, Vec<u8>); 4] {
    let lines = || std::iter::once(TITLE).chain(paragraphs.iter().copied());
    let word: String = lines().map(paragraph).collect();
    let html: String =
        lines().map(|words| format!("<p>{}</p>", words.replace('<', "&lt;"))).collect();
    let head = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>";
    let pasted = lines().collect::<Vec<_>>().join("\n\n");
    [
        ("b.docx", package::word(&package::document(&word))),
        ("b.html", format!("{head}{html}</body></html>").into_bytes()),
        ("b.md", format!("# {pasted}\n").into_bytes()),
        ("b.txt", format!("{pasted}\n").into_bytes()),
    ]
}

/// Every document and a plan file.
pub fn documents() -> Vec<(&'static str, Vec<u8>)> {
    let plan = format!(
        "规划 《{TITLE}》\n地区: 浙江省\n规划期: 2026—2030\n\n指标表 “表1”\n| 序号 | 指标 | 2025年 | 2030年 | 其他 |\n| --- | --- | --- | --- | --- |\n| 1 | 城镇化率（%） | 58.3 | 65 | 88 |\n"
    );
    let tables = in_each_format(TITLE, &ROWS).into_iter();
    tables.chain(prose(&PARAGRAPHS)).chain([("c.plan", plan.into_bytes())]).collect()
}

/// The page of a document, and how the command ended.
fn page(folder: &Path, name: &str, bytes: &[u8], language: &str) -> (String, Option<i32>) {
    fs::write(folder.join(name), bytes).unwrap();
    let words = ["read", name, "-o", "page.html", "--lang", language];
    let output = planlint(folder, &words);
    assert!(output.stderr.is_empty(), "{name}: {}", text(&output.stderr));
    (fs::read_to_string(folder.join("page.html")).unwrap(), output.status.code())
}

/// The numbers of a page with their kinds and what is told of them, in order; each has its own name, counted from 1.
fn marks(page: &str) -> Vec<(String, String, String)> {
    let mut marks = Vec::new();
    for part in page.split("<mark class=\"").skip(1) {
        let (kind, rest) = part.split_once("\" id=\"n").unwrap();
        let (_, rest) = rest.split_once("\" tabindex=\"0\">").unwrap();
        let (number, rest) = rest.split_once("<span class=\"tip\"> ").unwrap();
        let said = rest.split_once("</span></mark>").unwrap().0;
        marks.push((kind.to_owned(), number.to_owned(), said.to_owned()));
    }
    marks
}

/// The digits that the text of a page shows, without what is told of its numbers.
fn digits(page: &str) -> String {
    let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let mut shown = String::new();
    for part in main.split('<').skip(1) {
        let (tag, words) = part.split_once('>').unwrap();
        // The name of a sheet is none of its words.
        if !tag.starts_with("span class=\"tip\"") && !tag.starts_with("h2 class=\"sheet\"") {
            shown.push_str(&words.replace("&#x27;", "").replace("&#x2f;", ""));
        }
    }
    shown.chars().filter(char::is_ascii_digit).collect()
}

fn sorted(digits: &str) -> String {
    let mut digits: Vec<char> = digits.chars().collect();
    digits.sort_unstable();
    digits.into_iter().collect()
}

#[test]
fn each_number_of_each_format_is_marked_once() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in documents() {
        let files = [(name.to_owned(), File::of_bytes(bytes.clone()))].into();
        let world = engine::understand(files, &Settings::default(), Some(1));
        let (ledger, source) =
            (&world.model.ledgers[0], world.model.sources.iter().next().unwrap().1);
        let own = source.parts.as_ref().map_or(source.text.len(), |parts| parts.own as usize);
        let (page, _) = page(folder.path(), name, &bytes, "zh");
        let marks = marks(&page);
        assert_eq!(marks.len(), ledger.entries.len(), "{name}: {marks:?}");
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        marks.iter().for_each(|(kind, ..)| *counts.entry(kind).or_default() += 1);
        let count =
            |kinds: &[&str]| -> usize { kinds.iter().filter_map(|kind| counts.get(kind)).sum() };
        let expected = ledger.counts();
        assert_eq!(count(&["target", "figure", "frame"]), expected.read, "{name}");
        assert_eq!(
            (count(&["aside"]), count(&["unread"])),
            (expected.aside, expected.unread),
            "{name}"
        );
        let own: String = source.text[..own].chars().filter(char::is_ascii_digit).collect();
        assert_eq!(sorted(&digits(&page)), sorted(&own), "{name}");
    }
}

#[test]
fn a_number_tells_what_was_made_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let told = |name: &str| {
        let (_, bytes) = documents().into_iter().find(|(other, _)| *other == name).unwrap();
        marks(&page(folder.path(), name, &bytes, "zh").0)
    };
    for name in ["a.docx", "a.xlsx", "a.html", "a.md", "a.csv"] {
        let marks = told(name);
        let said = |number: &str| {
            let found = marks.iter().find(|(_, other, _)| other == number);
            let (kind, _, said) = found.unwrap_or_else(|| panic!("{name}: no {number}"));
            // The title of a table of commas is a cell, and says no region.
            format!("{kind} {}", said.replace("，浙江省", ""))
        };
        assert_eq!(said("65"), "target 目标值：城镇化率，2030年，目标值：达到 65%", "{name}");
        assert_eq!(
            said("58.3"),
            "figure 已有或引用的数：城镇化率，2025年，实际值：达到 58.3%",
            "{name}"
        );
        assert_eq!(said("88"), "unread 未读出", "{name}");
        assert_eq!(said("1"), "aside 另列：序号", "{name}");
    }
    for name in ["b.docx", "b.html", "b.md", "b.txt"] {
        let marks = told(name);
        let kind = |number: &str| {
            let found = marks.iter().find(|(_, other, _)| other == number);
            let (kind, _, said) = found.unwrap_or_else(|| panic!("{name}: no {number}"));
            format!("{kind} {said}")
        };
        assert!(kind("65").ends_with("2030年，目标值：不低于 65%"), "{name}: {}", kind("65"));
        assert!(kind("777").starts_with("unread"), "{name}");
        assert_eq!(kind("15"), "aside 另列：几分钟生活圈", "{name}");
        assert_eq!(kind("3"), "aside 另列：序号", "{name}");
    }
}

#[test]
fn the_page_runs_nothing_and_shows_what_the_document_says_as_text() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in prose(&[&PARAGRAPHS[..], &[HOSTILE]].concat()) {
        let (page, _) = page(folder.path(), name, &bytes, "zh");
        assert!(!page.contains("<script") && !page.contains("<img"), "{name}");
        assert!(page.contains("{{7*7}}") && page.contains("&lt;U+202E&gt;"), "{name}");
        let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
        let policy = page.split("Content-Security-Policy\" content=\"").nth(1).unwrap();
        let policy = policy.split('"').next().unwrap();
        let policy = policy.replace("&#x27;", "'").replace("&#x2f;", "/").replace("&#x2b;", "+");
        let hash = base64(&Sha256::digest(style));
        let expected = format!(
            "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'"
        );
        assert_eq!(policy, expected, "{name}");
        for sign in ["http:", "https:", "src=", "url(", "@import", " style=\""] {
            assert!(!page.replace("src=x", "").contains(sign), "{name}: {sign}");
        }
    }
}

#[test]
fn the_page_speaks_one_language_and_leads_to_each_unread_number() {
    let folder = tempfile::tempdir().unwrap();
    let (_, bytes) = documents().into_iter().find(|(name, _)| *name == "b.md").unwrap();
    let (chinese, _) = page(folder.path(), "b.md", &bytes, "zh");
    assert!(chinese.contains("<html lang=\"zh-CN\">") && chinese.contains("未读出的数"));
    let (english, _) = page(folder.path(), "b.md", &bytes, "en");
    assert!(english.contains("<html lang=\"en\">") && english.contains("Unread numbers"));
    let around = english.replace(TITLE, "");
    let (above, below) = around.split_once("<main").unwrap();
    let own = above.split("<section class=\"left\"").next().unwrap().to_owned()
        + below.split("</main>").nth(1).unwrap();
    let style = own.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let foreign: Vec<char> = own.replace(style, "").chars().filter(|c| *c > '\u{2E80}').collect();
    assert!(foreign.is_empty(), "{foreign:?}");
    for page in [&chinese, &english] {
        let unread = marks(page).iter().filter(|(kind, ..)| kind == "unread").count();
        let links: Vec<&str> = page.split("<a href=\"#n").skip(1).collect();
        assert_eq!((links.len(), unread > 0), (unread, true));
        for link in links {
            let end = link.split('"').next().unwrap();
            assert!(page.contains(&format!("class=\"unread\" id=\"n{end}\"")), "{end}");
        }
    }
}

#[test]
fn lines_tell_the_unread_as_a_check_does_and_count_last() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in documents() {
        fs::write(folder.path().join(name), bytes).unwrap();
        let run = |words: &[&str]| text(&planlint(folder.path(), words).stdout);
        let (read, check) = (run(&["read", name]), run(&["check", "-v", name]));
        let unread = |said: &str| -> Vec<String> {
            said.lines().filter(|line| line.contains(": 未读出 ")).map(str::to_owned).collect()
        };
        assert_eq!(unread(&read), unread(&check), "{name}");
        let last = read.lines().last().unwrap();
        assert!(last.starts_with("读出 ") && check.trim_end().ends_with(last), "{name}: {last}");
        let all = run(&["read", "-v", name]);
        let json = run(&["read", "--format", "json", name]);
        let numbers: usize =
            last.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<usize>().ok()).sum();
        assert_eq!(json.lines().count(), numbers, "{name}");
        assert!(all.lines().count() > numbers, "{name}");
        for line in json.lines() {
            let one: serde_json::Value = serde_json::from_str(line).unwrap();
            assert!(one["place"]["file"] == name && one["number"].is_string(), "{line}");
        }
    }
}

#[test]
fn what_cannot_be_marked_says_so_and_nothing_is_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let (_, bytes) = documents().into_iter().find(|(name, _)| *name == "b.docx").unwrap();
    fs::write(folder.path().join("b.docx"), &bytes).unwrap();
    fs::create_dir(folder.path().join("in")).unwrap();
    fs::write(folder.path().join("old.doc"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1").unwrap();
    let ended = |words: &[&str]| {
        let output = planlint(folder.path(), words);
        (output.status.code(), text(&output.stderr), text(&output.stdout))
    };
    for (words, said) in [
        (&["read", "none.docx"][..], "none.docx: 没有这个文件或目录"),
        (&["read", "25%.txt"], "25%.txt: 没有这个文件或目录"),
        (&["read", "./in"], "./in: 是目录"),
        (&["read", "old.doc"], "old.doc: "),
        (&["read", "b.docx", "25以上"], "read 的取值“b.docx”不可用"),
        (&["read", "25以上", "-o", "x.html"], "-o 的取值“x.html”不可用"),
        (&["read", "25以上", "--region", "甲省"], "--region 的取值“甲省”不可用"),
        (&["read", "b.docx", "-o", "b.docx"], "b.docx: 是本次读取的文件"),
    ] {
        let (code, error, out) = ended(words);
        assert_eq!(
            (code, error.starts_with(said), &*out),
            (Some(2), true, ""),
            "{words:?}: {error}"
        );
    }
    assert_eq!(fs::read(folder.path().join("b.docx")).unwrap(), bytes);
    assert!(!folder.path().join("x.html").exists());
    let (code, _, out) = ended(&["read", "25以上"]);
    assert_eq!((code, &*out), (Some(0), "25以上  →  不低于 25\n"));
}

#[test]
fn what_is_said_of_a_document_counts_and_a_text_without_a_target_does_not_pass() {
    let folder = tempfile::tempdir().unwrap();
    let draft = "# 住房发展规划（2026—2030年）\n\n到2030年，城镇化率达到65%。\n";
    fs::write(folder.path().join("a.md"), draft).unwrap();
    let run = |words: &[&str]| {
        let output = planlint(folder.path(), words);
        (output.status.code(), text(&output.stdout))
    };
    let (code, said) = run(&["read", "-v", "a.md", "--region", "浙江省/湖州市/云岭县"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("城镇化率，云岭县，2030年，目标值：达到 65%"), "{said}");
    fs::write(folder.path().join("b.md"), "# 甲省住房发展规划（2026—2030年）\n\n共777件。\n")
        .unwrap();
    let (code, said) = run(&["read", "b.md"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("须核改 ") && said.contains(": 未读出 共777件"), "{said}");
    let (code, said) = run(&["read", "b.md", "-o", "b.html"]);
    assert_eq!((code, &*said), (Some(1), "已写入 b.html：读出 0，另列 2，未读出 1\n"));
    let page = fs::read_to_string(folder.path().join("b.html")).unwrap();
    assert!(page.contains("没有读全的部分"), "{page}");
}
