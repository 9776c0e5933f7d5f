//! Words of strangers in every paper of a meeting: nothing in them is obeyed, nothing is hidden, nothing is escaped twice.

use std::{fs, path::Path};

use calamine::{Data, Reader, Xlsx};
use planlint::{
    document::{self, About, DocumentFormat},
    office::Package,
};

use crate::command::{planlint, text};

/// Signs of web pages, XML, Markdown and templates, and characters that nobody sees.
const MARKS: &str = "<script>&\"]]>`'{{7*7}}_#\u{202E}\u{7}\u{200B}";
/// The same as a reader may see them.
const VISIBLE: &str = "<script>&\"]]>`'{{7*7}}_#<U+202E><U+0007><U+200B>";
/// The same as Markdown shows them.
const IN_MARKDOWN: &str =
    r#"&lt;script\>&amp;"\]\]\>\`'\{\{7\*7\}\}\_\#&lt;U+202E\>&lt;U+0007\>&lt;U+200B\>"#;

/// What the plans write: a title (where a bar parts nothing), an indicator, a reason.
const WRITTEN: [&str; 3] = ["乙县|规划", "覆盖率", "已经够用"];

/// A county below its province, with the marks in its title, its indicators and the reason of a comment.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("plans")).unwrap();
    let names = format!(
        "行政区划\n| 地区 | 层级 | 上级 |\n| --- | --- | --- |\n| 甲省 | 省 | |\n| 乙县 | 县 | 甲省 |\n\n指标目录\n| 指标 | 单位 | 方向 | 汇总 |\n| --- | --- | --- | --- |\n| 覆盖率{MARKS} | % | 越高越好 | 逐级达标 |\n"
    );
    fs::write(folder.path().join("plans/names.plan"), names).unwrap();
    let [title, indicator, reason] = WRITTEN.map(|words| format!("{words}{MARKS}"));
    for (file, title, region, value) in
        [("a", "甲省规划", "甲省", "30"), ("b", &*title, "乙县", "25")]
    {
        let plan = format!(
            "规划 《{title}》\n地区: {region}\n规划期: 2021—2025\n\n指标表\n| 指标 | 2020年 | 2025年 | 属性 | 责任单位 |\n| --- | --- | --- | --- | --- |\n| {indicator}（%） | 20 | {value} | 约束性 | |  # planlint: allow(missing-owner) {reason}\n"
        );
        fs::write(folder.path().join(format!("plans/{file}.plan")), plan).unwrap();
    }
    folder
}

/// The papers of the folder by their names.
fn papers(folder: &Path) -> impl Fn(&str) -> Vec<u8> {
    let kinds = "html,md,xlsx,docx,letters";
    let words =
        ["report", "plans", "-o", "out", "-f", kinds, "--lang", "zh", "--today", "2026-01-31"];
    let made = planlint(folder, &words);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let out = folder.join("out");
    move |name| fs::read(out.join(name)).expect(name)
}

/// Nothing of `written` is hidden, and no entity of it was escaped again.
fn is_clean(name: &str, written: &str) {
    let hidden = |sign: char| sign.is_control() && !"\n\r\t".contains(sign);
    let found = written.find(|sign| hidden(sign) || "\u{202E}\u{200B}".contains(sign));
    assert_eq!(found, None, "{name}");
    for twice in ["&amp;lt;", "&amp;amp;", "&amp;gt;", "&amp;quot;", "&amp;#"] {
        assert!(!written.contains(twice), "{name}: {twice}");
    }
}

/// What a reader of markup sees of `written`.
fn read(written: &str) -> String {
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(written.to_owned(), |seen, (entity, sign)| seen.replace(entity, sign))
}

#[test]
fn the_page_and_the_markdown_show_the_words_and_obey_none() {
    let folder = folder();
    let paper = papers(folder.path());
    let page = text(&paper("审查报告.html"));
    is_clean("page", &page);
    assert_eq!(page.matches("<script>").count(), 1, "only its own");
    let markdown = text(&paper("审查报告.md"));
    is_clean("markdown", &markdown);
    assert!(!markdown.contains("<script"), "{markdown}");
    for words in WRITTEN {
        assert!(read(&page).contains(&format!("{words}{VISIBLE}")), "{words}");
        let words = words.replace('|', "\\|");
        assert!(markdown.contains(&format!("{words}{IN_MARKDOWN}")), "{words}: {markdown}");
    }
}

#[test]
fn the_form_and_the_letters_show_the_words_and_stay_well_formed() {
    let folder = folder();
    let paper = papers(folder.path());
    for name in ["审查意见表.docx", "衔接意见函/衔接意见函-乙县.docx"] {
        let bytes = paper(name);
        for part in ["word/document.xml", "docProps/core.xml"] {
            let (xml, _) = Package::open(&bytes).unwrap().text(part).unwrap().expect(part);
            is_clean(name, &xml);
            assert!(!xml.contains("<script"), "{name}");
        }
        let document =
            document::open_document(DocumentFormat::Package, &bytes, &About::default()).unwrap();
        for words in &WRITTEN[..2] {
            assert!(document.text.contains(&format!("{words}{VISIBLE}")), "{name}: {words}");
        }
    }
}

#[test]
fn the_workbook_shows_the_words_in_cells_of_their_own_lines() {
    let folder = folder();
    let bytes = papers(folder.path())("指标对照表.xlsx");
    let strings = "xl/sharedStrings.xml";
    let (xml, _) = Package::open(&bytes).unwrap().text(strings).unwrap().expect(strings);
    is_clean(strings, &xml);
    let mut book: Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let mut cells = Vec::new();
    for name in book.sheet_names() {
        let sheet = book.worksheet_range(&name).unwrap();
        cells.extend(sheet.used_cells().filter_map(|(.., cell)| match cell {
            Data::String(words) => Some(words.clone()),
            _ => None,
        }));
    }
    for words in WRITTEN {
        let words = format!("{words}{VISIBLE}");
        assert!(cells.contains(&words), "{words}: {cells:?}");
    }
}
