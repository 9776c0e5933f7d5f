//! Workbooks with what a reader does not see, and with parts that are broken: the rest is read, and what is not is said.

use planlint::{
    document::{Block, Document, LostKind},
    engine::{File, Files},
    office,
    text::UnreadReason,
};

use crate::support::{self, TODAY, read_office};

/// The vocabularies of a sheet.
pub const SPACE: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const STYLES: &str = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"0%\"/><numFmt numFmtId=\"165\" formatCode=\";;;\"/><numFmt numFmtId=\"166\" formatCode=\"000-0000\"/></numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"0\" fontId=\"1\"/><xf numFmtId=\"43\"/></cellXfs>";

/// A sheet of a workbook: its name, state, kind and the part that it is.
pub struct Part<'a> {
    pub name: &'a str,
    pub state: &'a str,
    pub kind: &'a str,
    pub xml: String,
}

pub fn sheet(name: &str, xml: impl Into<String>) -> Part<'_> {
    Part { name, state: "visible", kind: "worksheet", xml: xml.into() }
}

pub fn rows(rows: &str) -> String {
    format!("<worksheet {SPACE}><dimension ref=\"A0\"/><sheetData>{rows}</sheetData></worksheet>")
}

/// The bytes of a workbook; `book` stands behind its sheets, `texts` and `styles` are parts of it when given.
pub fn bytes(sheets: &[Part], book: &str, texts: Option<&str>, styles: Option<&str>) -> Vec<u8> {
    let (mut named, mut related) = (String::new(), String::new());
    let mut parts: Vec<(String, String)> = Vec::new();
    for (at, Part { name, state, kind, xml }) in sheets.iter().enumerate() {
        named +=
            &format!("<sheet name=\"{name}\" sheetId=\"{at}\" state=\"{state}\" r:id=\"r{at}\"/>");
        related += &format!(
            "<Relationship Id=\"r{at}\" Type=\"{KIND}/{kind}\" Target=\"sheets/{at}.xml\"/>"
        );
        parts.push((format!("xl/sheets/{at}.xml"), xml.clone()));
    }
    for (kind, text) in [("sharedStrings", texts), ("styles", styles)] {
        if let Some(text) = text {
            related += &format!(
                "<Relationship Id=\"{kind}\" Type=\"{KIND}/{kind}\" Target=\"{kind}.xml\"/>"
            );
            parts.push((format!("xl/{kind}.xml"), format!("<x {SPACE}>{text}</x>")));
        }
    }
    let space = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
    parts.push((
        "xl/workbook.xml".into(),
        format!("<workbook {SPACE}><sheets>{named}</sheets>{book}</workbook>"),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".into(),
        format!("<Relationships {space}>{related}</Relationships>"),
    ));
    parts.push(("_rels/.rels".into(), format!("<Relationships {space}><Relationship Id=\"a\" Type=\"{KIND}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")));
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, xml)| (&**name, &**xml)).collect();
    office::archive(&parts).unwrap()
}

fn one(xml: String) -> Document {
    read_office(&bytes(&[sheet("表", xml)], "", None, Some(STYLES))).unwrap()
}

/// The rows of all tables; cells apart by `|`.
fn tables(document: &Document) -> Vec<String> {
    let grids = document.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        _ => None,
    });
    let row = |grid: &planlint::document::Grid, row| {
        let cells = grid.row(row).iter().map(|cell| cell.span.of(&document.text).to_owned());
        cells.collect::<Vec<_>>().join("|")
    };
    grids.flat_map(|grid| (0..grid.height()).map(move |at| row(grid, at))).collect()
}

/// What is not read, with its cell.
fn lost(document: &Document) -> Vec<(LostKind, String)> {
    let place = |at| match &document.parts.at(at).unwrap().spot {
        planlint::text::Spot::Cell { sheet, cell } => format!("{sheet}!{cell}"),
        planlint::text::Spot::Paragraph { .. } => String::new(),
    };
    document.lost.iter().map(|lost| (lost.kind, place(lost.span.start))).collect()
}

/// A cell with words of its own.
pub fn words(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is>{text}</is></c>")
}

pub fn row(attributes: &str, cells: &[&str]) -> String {
    format!("<row {attributes}>{}</row>", cells.concat())
}

pub fn number(value: &str) -> String {
    format!("<c><v>{value}</v></c>")
}

#[test]
fn hidden_rows_and_columns_are_said_and_not_read() {
    let cells =
        |a: &str, b: &str, c: &str| [words(&format!("<t>{a}</t>")), number(b), number(c)].concat();
    let lines = [
        row("", &[&cells("指标", "2020", "2025")]),
        row("hidden=\"1\"", &[&cells("甲率", "1", "2")]),
        row("ht=\"0\" customHeight=\"1\"", &[&cells("乙率", "3", "4")]),
        row("", &[&cells("丙率", "5", "6")]),
    ];
    let columns = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols><sheetData>";
    let document = one(rows(&lines.concat()).replace("<sheetData>", columns));
    assert_eq!(tables(&document), ["指标|2025", "丙率|6"]);
    let hidden =
        [(LostKind::HiddenRow, "表!A2".to_owned()), (LostKind::HiddenColumn, "表!B1".to_owned())];
    assert_eq!(lost(&document), hidden);
    assert!(!document.text.contains("甲率") && !document.text.contains("2020"));
}

#[test]
fn a_merged_cell_that_begins_in_a_hidden_row_is_seen() {
    let lines = [
        row("hidden=\"1\"", &[&words("<t>甲率</t>"), &number("1")]),
        row("", &["<c/>", &number("2")]),
        row("", &[&words("<t>乙率</t>"), &number("3")]),
    ];
    let merged = "</sheetData><mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>";
    let document = one(rows(&lines.concat()).replace("</sheetData>", merged));
    assert_eq!(tables(&document), ["甲率|2", "乙率|3"]);
    assert_eq!(lost(&document), [(LostKind::HiddenRow, "表!B1".to_owned())]);
}

#[test]
fn struck_runs_are_no_text_and_raised_digits_are_marks() {
    let run = |look: &str, text: &str| format!("<r><rPr>{look}</rPr><t>{text}</t></r>");
    let cells = [
        words(&(run("<strike/>", "30") + &run("", "25"))),
        words(&(run("", "25") + &run("<vertAlign val=\"superscript\"/>", "1"))),
        words(&(run("<strike val=\"0\"/>", "28") + "<rPh><t>二十八</t></rPh>")),
        "<c s=\"4\"><v>31</v></c>".to_owned(),
        words("<t>新</t>").replace("<c", "<c s=\"4\""),
    ];
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    assert_eq!(tables(&one(rows(&row("", &cells)))), ["25|25¹|28"]);
}

#[test]
fn what_is_no_number_is_never_one() {
    let error = |word: &str| format!("<c t=\"e\"><v>{word}</v></c>");
    let cells = [
        error("#DIV/0!"),
        error("#SPILL!"),
        error("#CALC!"),
        error("#将来!"),
        "<c t=\"b\"><v>1</v></c>".to_owned(),
        "<c><f>A1*2</f></c>".to_owned(),
        "<c s=\"3\"><v>1234567</v></c>".to_owned(),
        "<c s=\"99\"><v>0.25</v></c>".to_owned(),
        "<c s=\"2\"><v>25</v></c>".to_owned(),
        "<c><v>NaN</v></c>".to_owned(),
        "<c s=\"1\"><v>0.25</v></c>".to_owned(),
        "<c s=\"5\"><v>-1234.5</v></c>".to_owned(),
    ];
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let document = one(rows(&row("", &cells)));
    let shown = "#DIV/0!|#SPILL!|#CALC!|#将来!|TRUE|####|####|####||####|25%|-1234.50";
    assert_eq!(tables(&document), [shown]);
    let kinds: Vec<LostKind> = document.lost.iter().map(|lost| lost.kind).collect();
    assert_eq!(kinds, [LostKind::Hidden, LostKind::Formula, LostKind::NumberFormat]);
}

#[test]
fn a_nought_that_was_never_worked_out_is_none() {
    let cells = "<c><f>B1</f><v>0</v></c><c><f>B1</f><v>25</v></c><c><v>0</v></c>";
    let sheets = [sheet("表", rows(&row("", &[cells])))];
    let stale = read_office(&bytes(&sheets, "<calcPr fullCalcOnLoad=\"1\"/>", None, None)).unwrap();
    assert_eq!(tables(&stale), ["####|25|0"]);
    assert_eq!(lost(&stale), [(LostKind::Formula, "表!A1".to_owned())]);
    let saved = read_office(&bytes(&sheets, "<calcPr/>", None, None)).unwrap();
    assert_eq!(tables(&saved), ["0|25|0"]);
}

#[test]
fn one_broken_part_costs_nothing_else() {
    let good =
        || rows(&row("r=\"1\"", &["<c r=\"A1\"><v>1</v></c>", "<c r=\"B0\"><v>0.25</v></c>"]));
    let kind = |name, kind| Part { name, state: "veryHidden", kind, xml: "<macrosheet/>".into() };
    let sheets = [
        sheet("坏", "<worksheet><sheetData><row><c>"),
        sheet("好", good()),
        sheet("缺字", rows("<row><c t=\"s\"><v>3</v></c></row>")),
        kind("宏", "xlMacrosheet"),
        Part { state: "visible", ..kind("图", "chartsheet") },
    ];
    let document = read_office(&bytes(&sheets, "", None, None)).unwrap();
    assert_eq!(tables(&document), ["1|0.25"]);
    let named = [
        (LostKind::Sheet, "坏!A1".to_owned()),
        (LostKind::Sheet, "缺字!A1".to_owned()),
        (LostKind::Hidden, "宏!A1".to_owned()),
        (LostKind::Object, "图!A1".to_owned()),
    ];
    assert_eq!(lost(&document), named);
    let broken = [sheet("坏", "<worksheet><sheetData>")];
    assert_eq!(read_office(&bytes(&broken, "", None, None)).unwrap_err(), UnreadReason::Damaged);
    // Formats that cannot be read leave open what a number shows.
    let styled = [sheet("表", rows("<row><c><v>1</v></c><c s=\"1\"><v>0.25</v></c></row>"))];
    let document = read_office(&bytes(&styled, "", None, Some("<cellXfs>"))).unwrap();
    assert_eq!(tables(&document), ["1|####"]);
}

#[test]
fn a_plan_beside_a_macro_sheet_is_checked() {
    let cell = |text: &str| words(&format!("<t>{text}</t>"));
    let lines = [
        row("", &[&cell("浙江省湖州市“十四五”规划主要指标")]),
        row("", &[&cell("指标"), &cell("2020年"), &cell("2025年"), &cell("属性")]),
        row("", &[&cell("森林覆盖率（%）"), &number("48.1"), &number("48.5"), &cell("约束性")]),
    ];
    let macros = Part {
        name: "Macro1",
        state: "hidden",
        kind: "xlMacrosheet",
        xml: "<xm:macrosheet xmlns:xm=\"http://schemas.microsoft.com/office/excel/2006/main\"/>"
            .into(),
    };
    let bytes = bytes(&[sheet("表", rows(&lines.concat())), macros], "", None, None);
    let files = Files::from([("plan.xlsm".to_owned(), File::of_bytes(bytes))]);
    let (_, outcome) = support::check(files, TODAY);
    assert_eq!((outcome.summary.unread, outcome.summary.indicators), (0, 1));
    assert!(outcome.findings.iter().any(|finding| finding.rule == "unread-part"));
}
