//! Findings as comments and fills in workbooks.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
};

use planlint::{
    annotate::{Annotated, ReviewComment, annotate},
    document::{About, Document, ReadPackage},
    text::Span,
};
use rust_xlsxwriter::{Color, Format, Note as Comment, Workbook};

use crate::support::{TODAY, read_office};

fn workbook(with_comments: bool) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("指标").unwrap();
    let bold = Format::new().set_bold().set_background_color(Color::RGB(0x00FF_0000));
    sheet.write_with_format(0, 0, "指标", &bold).unwrap().write(0, 1, "2025年").unwrap();
    sheet.write(1, 0, "城镇化率").unwrap().write(1, 1, 70).unwrap();
    sheet.write(2, 0, "新增公园").unwrap().write(2, 1, 3).unwrap();
    if with_comments {
        sheet.insert_note(1, 1, &Comment::new("请核对").set_author("张三")).unwrap();
        sheet.insert_note(2, 0, &Comment::new("新指标").set_author("李四")).unwrap();
    }
    workbook.add_worksheet().set_name("说明").unwrap().write(0, 0, "无").unwrap();
    workbook.save_to_buffer().unwrap()
}

fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut entry = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        parts.insert(entry.name().unwrap().into_owned(), bytes);
    }
    parts
}

fn note(document: &Document, words: &str, text: &str) -> ReviewComment {
    let start = document.text.find(words).unwrap();
    let span = Span::new(start, start + words.len());
    ReviewComment { span, author: "planlint".to_owned(), text: text.to_owned() }
}

fn text<'a>(parts: &'a BTreeMap<String, Vec<u8>>, name: &str) -> &'a str {
    std::str::from_utf8(&parts[name]).unwrap()
}

fn annotated(bytes: &[u8], notes: &[ReviewComment]) -> Annotated {
    let (_, package) = ReadPackage::of(bytes.to_vec(), &About::default()).unwrap();
    annotate(package, notes, TODAY).unwrap()
}

#[test]
fn a_finding_is_a_comment_and_a_fill_and_all_else_keeps_its_bytes() {
    let bytes = workbook(false);
    let document = read_office(&bytes).unwrap();
    let mut notes =
        vec![note(&document, "70", "低于上级\n<75>"), note(&document, "指标", "缺单位")];
    notes.push(ReviewComment { span: Span::new(9_999, 9_999), ..notes[0].clone() });
    let made = annotated(&bytes, &notes);
    assert_eq!(made.left_out, [2]);
    assert_eq!(annotated(&bytes, &notes), made);

    let (before, after) = (parts(&bytes), parts(&made.bytes));
    let changed: Vec<&str> = after
        .iter()
        .filter(|(name, bytes)| before.get(*name) != Some(bytes))
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(
        changed,
        [
            "[Content_Types].xml",
            "xl/comments1.xml",
            "xl/drawings/vmlDrawing1.vml",
            "xl/styles.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/worksheets/sheet1.xml",
        ]
    );
    assert!(before.keys().all(|name| after.contains_key(name)));
    let comments = text(&after, "xl/comments1.xml");
    assert!(comments.contains("<comment ref=\"B2\" authorId=\"0\">"), "{comments}");
    assert!(
        comments.contains("低于上级\n&lt;75&gt;") && comments.contains("<author>planlint</author>")
    );
    let boxes = text(&after, "xl/drawings/vmlDrawing1.vml");
    assert!(boxes.contains("<x:Row>1</x:Row><x:Column>1</x:Column>"), "{boxes}");
    assert_eq!(read_office(&made.bytes).unwrap().text, document.text);

    let mut again =
        calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(Cursor::new(&made.bytes)).unwrap();
    let styles = again.worksheet_style("指标").unwrap();
    let fill = |at| styles.get(at).and_then(|style| style.fill.as_ref()?.get_color());
    let marked = Some(calamine::Color::rgb(0xFF, 0xE6, 0x99));
    assert_eq!((fill((0, 0)), fill((1, 1)), fill((1, 0))), (marked, marked, None));
    let bold = styles.get((0, 0)).and_then(|style| style.font.as_ref()).unwrap().is_bold();
    assert!(bold);
}

#[test]
fn comments_that_are_there_stay() {
    let bytes = workbook(true);
    let document = read_office(&bytes).unwrap();
    let notes = [note(&document, "70", "低于上级"), note(&document, "2025年", "缺年初数")];
    let made = annotated(&bytes, &notes);
    let (before, after) = (parts(&bytes), parts(&made.bytes));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let comments = text(&after, "xl/comments1.xml");
    for words in ["请核对", "新指标", "低于上级", "缺年初数", "张三", "planlint"] {
        assert!(comments.contains(words), "{words} in {comments}");
    }
    assert_eq!(comments.matches("<comment ").count(), 3);
    let boxes = text(&after, "xl/drawings/vmlDrawing1.vml");
    assert_eq!(boxes.matches("ObjectType=\"Note\"").count(), 3);
    assert_eq!(read_office(&made.bytes).unwrap().text, document.text);
}

#[test]
fn nothing_to_say_changes_no_part() {
    let bytes = workbook(true);
    let made = annotated(&bytes, &[]);
    assert_eq!(parts(&made.bytes), parts(&bytes));
}
