//! Workbooks written by another library than the one that reads them.

use std::collections::BTreeMap;

use planlint::{
    document::{Block, Cell, Document, Grid, LostKind},
    office::{self, Package},
    text::{Spot, UnreadReason},
};

use crate::support::read_office;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

fn workbook(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Document {
    let mut workbook = Workbook::new();
    fill(workbook.add_worksheet().set_name("指标").unwrap()).unwrap();
    read_office(&workbook.save_to_buffer().unwrap()).unwrap()
}

fn grids(document: &Document) -> Vec<&Grid> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(grid) => Some(grid),
        _ => None,
    });
    tables.collect()
}

/// The words of a grid, a row a line; `^` where a merged cell only reaches.
fn rows(document: &Document, grid: &Grid) -> Vec<String> {
    let words =
        |cell: &Cell| if cell.first { cell.span.of(&document.text) } else { "^" }.to_owned();
    (0..grid.height())
        .map(|row| grid.row(row).iter().map(words).collect::<Vec<_>>().join("|"))
        .collect()
}

#[test]
fn values_are_read_as_they_are_shown() {
    let document = workbook(|sheet| {
        sheet.write(0, 0, "指标")?.write(0, 1, 2025)?.write(0, 2, "说明")?;
        sheet.write(1, 0, "城镇化率")?.write_with_format(
            1,
            1,
            0.24,
            &Format::new().set_num_format("0%"),
        )?;
        sheet.write(2, 0, "  和 \n 差 ")?.write(2, 1, 0.1 + 0.2)?.write(2, 2, true)?;
        let day = ExcelDateTime::from_ymd(2025, 12, 31)?;
        let format = Format::new().set_num_format("yyyy年");
        sheet.write(3, 0, "日期")?.write_with_format(3, 1, &day, &format)?;
        let format = Format::new().set_num_format("yyyy-mm-dd");
        sheet.write_with_format(3, 2, &day, &format)?;
        Ok(())
    });
    let grid = grids(&document)[0];
    assert_eq!(
        rows(&document, grid),
        ["指标|2025|说明", "城镇化率|24%|", "和 \n 差|0.3|TRUE", "日期|2025年|2025-12-31"]
    );
    assert_eq!(grid.sheet.as_deref(), Some("指标"));
    let place = document.parts.at(grid.cell(1, 1).span.start).unwrap();
    let (sheet, cell) = ("指标".into(), "B2".into());
    assert_eq!(place.spot, Spot::Cell { sheet, cell });
}

#[test]
fn a_merged_cell_stands_wherever_it_reaches() {
    let document = workbook(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 1, 3, "表1 主要指标", &plain)?;
        sheet.write(2, 3, "单位：%")?;
        sheet.merge_range(3, 0, 4, 0, "指标", &plain)?;
        sheet.merge_range(3, 1, 3, 2, "湖州市", &plain)?;
        sheet.write(4, 1, 2020)?.write(4, 2, 2025)?;
        sheet.merge_range(5, 0, 6, 0, "城镇化率", &plain)?;
        sheet.write(5, 1, 62)?;
        sheet.merge_range(7, 0, 7, 3, "注：预计值。", &plain)?;
        Ok(())
    });
    let grid = grids(&document)[0];
    assert_eq!(
        rows(&document, grid),
        ["指标|湖州市|^", "^|2020|2025", "城镇化率|62|", "^||"],
        "{}",
        document.text
    );
    assert_eq!(grid.caption.unwrap().of(&document.text), "表1 主要指标");
    let said: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { span, .. } | Block::Paragraph(span) => Some(span.of(&document.text)),
            _ => None,
        })
        .collect();
    assert_eq!(said, ["表1 主要指标", "单位：%", "注：预计值。"]);
}

#[test]
fn blank_rows_part_tables_and_hidden_sheets_are_said() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, words) in [(0, "甲"), (1, "乙"), (3, "丙")] {
        sheet.write(row, 2, words).unwrap().write(row, 3, row).unwrap();
    }
    workbook.add_worksheet().set_hidden(true).write(0, 0, "看不见").unwrap();
    let document = read_office(&workbook.save_to_buffer().unwrap()).unwrap();
    let found: Vec<_> = grids(&document).iter().map(|grid| rows(&document, grid)).collect();
    assert_eq!(found, [vec!["甲|0", "乙|1"], vec!["丙|3"]]);
    assert_eq!(document.lost.len(), 1);
    assert_eq!(document.lost[0].kind, LostKind::Hidden);
    assert!(!document.text.contains("看不见"));
}

#[test]
fn far_cells_are_cut_off_and_said() {
    let document = workbook(|sheet| {
        sheet.write(0, 0, 1)?.write(1_048_575, 16_383, 2)?;
        for row in 0..2000 {
            sheet.write(row, 0, row)?.write(row, 1023, row)?;
        }
        Ok(())
    });
    let places: usize = grids(&document).iter().map(|grid| grid.cells.len()).sum();
    assert!(places <= 500_000 && places.is_multiple_of(1024), "{places}");
    assert!(document.lost.iter().any(|lost| lost.kind == LostKind::Limit));
}

#[test]
fn what_is_no_workbook_is_refused() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "甲").unwrap();
    let whole = workbook.save_to_buffer().unwrap();
    assert!(read_office(&whole).is_ok());
    let cases: [(&[u8], UnreadReason); 4] = [
        (&whole[..whole.len() / 2], UnreadReason::Damaged),
        (b"PK\x03\x04", UnreadReason::Damaged),
        (b"", UnreadReason::Empty),
        ("规划".as_bytes(), UnreadReason::NotOffice),
    ];
    for (bytes, reason) in cases {
        assert_eq!(read_office(bytes).unwrap_err(), reason);
    }
}

/// A workbook with one part replaced.
fn with_part(part: &str, text: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook.add_worksheet().write(0, 0, "甲").unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    let changed = BTreeMap::from([(part.to_owned(), text.as_bytes().to_vec())]);
    office::rewrite(&mut Package::open(&bytes).unwrap(), &changed).unwrap()
}

#[test]
fn hostile_workbooks_cost_little() {
    let sheet = "xl/worksheets/sheet1.xml";
    let wide = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>满</t></is></c></row></sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048576\"/></mergeCells></worksheet>";
    let document = read_office(&with_part(sheet, wide)).unwrap();
    assert_eq!(document.text, "满\n");
    let swollen = with_part(sheet, &" ".repeat(10 << 20));
    assert_eq!(read_office(&swollen).unwrap_err(), UnreadReason::Swollen);
    let formats = with_part(
        "xl/styles.xml",
        &format!("<styleSheet>{}</styleSheet>", "<xf/>".repeat(1 << 20)),
    );
    assert_eq!(read_office(&formats).unwrap().text, "甲\n");
    let broken = with_part(sheet, "<worksheet><sheetData><row><c>");
    assert_eq!(read_office(&broken).unwrap_err(), UnreadReason::Damaged);
}
