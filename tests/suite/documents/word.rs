//! Word files as another library writes them.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, Delete, Docx, Footnote, IndentLevel, Insert, Level, LevelJc, LevelText,
    NumberFormat, Numbering, NumberingId, Paragraph, Run, Start, Style, StyleType, Table,
    TableCell, TableRow, VMergeType,
};
use planlint::{
    document::{Block, Cell, Document, Grid},
    text::Spot,
};

use crate::support::read_word;

/// The blocks of a document, one a line: a heading with its level, `p` for paragraphs, `n` for notes, rows with bars; `<` stands
/// where a merged cell only reaches.
pub fn shown(document: &Document) -> Vec<String> {
    let text = |span: planlint::text::Span| span.of(&document.text).replace('\n', "/");
    document
        .blocks
        .iter()
        .flat_map(|block| match block {
            Block::Heading { level, span } => vec![format!("{level} {}", text(*span))],
            Block::Paragraph(span) => vec![format!("p {}", text(*span))],
            Block::Note(span) => vec![format!("n {}", text(*span))],
            Block::Table(grid) => rows(grid, |cell| text(cell.span)),
        })
        .collect()
}

fn rows(grid: &Grid, text: impl Fn(&Cell) -> String) -> Vec<String> {
    let cell = |cell: &Cell| if cell.first { text(cell) } else { format!("<{}", text(cell)) };
    let row = |row| grid.row(row).iter().map(cell).collect::<Vec<_>>().join("|");
    (0..grid.height()).map(row).collect()
}

/// The parts of a document: which paragraph, and its words.
pub fn parts(document: &Document) -> Vec<(u32, &str)> {
    let spots = document.parts.parts.iter().map(|part| match &part.spot {
        Spot::Paragraph { index, .. } => (*index, part.span.of(&document.text)),
        Spot::Cell { .. } => (u32::MAX, ""),
    });
    spots.collect()
}

/// The bytes of a file.
pub fn packed(docx: Docx) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).unwrap();
    bytes.into_inner()
}

fn text(words: &str) -> Paragraph {
    Paragraph::new().add_run(Run::new().add_text(words))
}

fn cell(words: &str) -> TableCell {
    TableCell::new().add_paragraph(text(words))
}

#[test]
fn headings_that_word_counts_have_their_numbers() {
    let level = |level, kind: &str, words: &str| {
        let (start, format) = (Start::new(1), NumberFormat::new(kind));
        Level::new(level, start, format, LevelText::new(words), LevelJc::new("left"))
    };
    let lists = AbstractNumbering::new(7)
        .add_level(level(0, "chineseCountingThousand", "%1、").paragraph_style("H1"))
        .add_level(level(1, "chineseCountingThousand", "（%2）"))
        .add_level(level(2, "decimal", "%3."));
    let style = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name);
    let under =
        |words: &str, level| text(words).numbering(NumberingId::new(5), IndentLevel::new(level));
    let document = Docx::new()
        .add_style(style("T", "Title"))
        .add_style(style("H1", "heading 1"))
        .add_style(style("H2", "heading 2").outline_lvl(1))
        .add_abstract_numbering(lists)
        .add_numbering(Numbering::new(5, 7))
        .add_paragraph(text("甲县住房发展规划").style("T"))
        .add_paragraph(under("总体要求", 0).style("H1"))
        .add_paragraph(under("基本原则", 1).style("H2"))
        .add_paragraph(under("主要目标", 1).style("H2"))
        .add_paragraph(under("2025年新增住房1万套。", 2))
        .add_paragraph(under("保障措施", 0).style("H1"))
        .add_paragraph(under("加强领导", 1).style("H2"));
    let document = read_word(&packed(document), false).unwrap();
    assert_eq!(
        shown(&document),
        [
            "1 甲县住房发展规划",
            "2 一、总体要求",
            "3 （一）基本原则",
            "3 （二）主要目标",
            "p 1. 2025年新增住房1万套。",
            "2 二、保障措施",
            "3 （一）加强领导",
        ],
    );
    // The numbers are given words, and no part holds them.
    assert_eq!(parts(&document)[1], (1, "总体要求"));
    let (number, stands_for) = document.parts.given[0];
    assert_eq!(
        (number.of(&document.text), stands_for.unwrap().of(&document.text)),
        ("一、", "总体要求")
    );
}

#[test]
fn headings_without_a_style_are_told_by_their_numbers() {
    let big = |words: &str| text(words).outline_lvl(0);
    let document = Docx::new()
        .add_paragraph(big("甲县住房发展规划"))
        .add_paragraph(text("本规划期为五年。"))
        .add_paragraph(text("一、发展目标"))
        .add_paragraph(text("（一）总量目标"))
        .add_paragraph(text("到2025年建成1万套。"))
        .add_paragraph(text("力争更多。"))
        .add_table(Table::new(vec![TableRow::new(vec![cell("甲"), cell("1")])]))
        .add_paragraph(text("二、保障措施"));
    let document = read_word(&packed(document), false).unwrap();
    assert_eq!(
        shown(&document),
        [
            "1 甲县住房发展规划",
            "p 本规划期为五年。",
            "2 一、发展目标",
            "3 （一）总量目标",
            "p 到2025年建成1万套。",
            "p 力争更多。",
            "甲|1",
            "2 二、保障措施",
        ],
    );
    let spots = document.parts.parts.iter().map(|part| match &part.spot {
        Spot::Paragraph { under, number, .. } => (under.as_deref().unwrap_or_default(), *number),
        Spot::Cell { .. } => ("", u32::MAX),
    });
    let first = [("", 0), ("", 1), ("一", 0), ("一（一）", 0), ("一（一）", 1), ("一（一）", 2)];
    let last = [("一（一）", 0), ("一（一）", 0), ("二", 0)];
    assert_eq!(spots.collect::<Vec<_>>(), [first.as_slice(), &last].concat());
}

#[test]
fn merged_cells_stand_at_every_place_they_cover() {
    let head = TableRow::new(vec![
        cell("指标").vertical_merge(VMergeType::Restart),
        cell("目标值").grid_span(2),
        cell("属性").vertical_merge(VMergeType::Restart),
    ]);
    let years = TableRow::new(vec![
        cell("").vertical_merge(VMergeType::Continue),
        cell("2020年"),
        cell("2025年"),
        cell("").vertical_merge(VMergeType::Continue),
    ]);
    // A value in two runs, and a cell of two paragraphs.
    let value = Paragraph::new()
        .add_run(Run::new().add_text("12"))
        .add_run(Run::new().add_text("34.5").bold());
    let row = TableRow::new(vec![
        cell("住房面积").add_paragraph(text("（万平方米）")),
        cell("１０００"),
        TableCell::new().add_paragraph(value),
        cell(""),
    ]);
    let document = Docx::new()
        .add_paragraph(text("表1 主要指标"))
        .add_table(Table::new(vec![head, years, row]))
        .add_paragraph(text("注：以上为预计数。"));
    let document = read_word(&packed(document), false).unwrap();
    assert_eq!(
        shown(&document),
        [
            "p 表1 主要指标",
            "指标|目标值|<目标值|属性",
            "<指标|2020年|2025年|<属性",
            "住房面积/（万平方米）|１０００|1234.5|",
            "p 注：以上为预计数。",
        ],
    );
    let Block::Table(grid) = &document.blocks[1] else { panic!("a table") };
    assert_eq!(grid.caption.unwrap().of(&document.text), "表1 主要指标");
    let counted = parts(&document);
    assert!(counted.contains(&(11, "1234.5")), "{counted:?}");
}

#[test]
fn tracked_changes_are_accepted_or_rejected() {
    let tracked = || {
        let change = |words: &str| Run::new().add_text(words);
        let value = Paragraph::new()
            .add_run(change("力争达到"))
            .add_delete(Delete::new().add_run(Run::new().add_delete_text("80%")))
            .add_insert(Insert::new(change("85%")))
            .add_run(change("以上。"));
        Docx::new()
            .add_paragraph(value)
            .add_paragraph(text("一段").delete("甲", "2025-01-01T00:00:00Z"))
            .add_paragraph(text("两段"))
    };
    let read = |reject| shown(&read_word(&packed(tracked()), reject).unwrap());
    assert_eq!(read(false), ["p 力争达到85%以上。", "p 一段两段"]);
    assert_eq!(read(true), ["p 力争达到80%以上。", "p 一段", "p 两段"]);
}

#[test]
fn footnotes_follow_the_text() {
    let note = Footnote::new().add_content(text("不含农村住房。"));
    let run = Run::new().add_text("建成10万套").add_footnote_reference(note);
    let after = text("其他。");
    let document = Docx::new().add_paragraph(Paragraph::new().add_run(run)).add_paragraph(after);
    let document = read_word(&packed(document), false).unwrap();
    assert_eq!(shown(&document), ["p 建成10万套", "p 其他。", "n 不含农村住房。"]);
}
