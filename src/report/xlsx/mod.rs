//! 指标对照表.xlsx: findings with columns to fill in, matrices, roll-ups that calculate, and what the run rests on.

mod about;
mod book;
mod coverage;
mod decided;
mod findings;
mod formats;
mod growing;
mod height;
mod matrix;
mod page;
mod passed;
mod rollup;
mod table;

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::document::MATERIAL;

use super::Material;
use book::{Book, verdict_words};
use formats::{Fills, Formats};

/// The bytes of the workbook; the same for the same material. Sheets without rows are left out, and the first says so.
///
/// # Errors
/// When there are more rows or columns than a sheet holds.
pub fn workbook(material: &Material) -> io::Result<Vec<u8>> {
    let mut workbook = Workbook::new();
    let filled = begin_workbook(&mut workbook, material)
        .and_then(|book| fill_workbook(&mut workbook, &book, material));
    let bytes = filled.and_then(|()| workbook.save_to_buffer()).map_err(io::Error::other)?;
    // Without findings the second sheet is another one.
    if material.cards.is_empty() { Ok(bytes) } else { growing::growing(&bytes) }
}

fn begin_workbook<'a>(
    workbook: &mut Workbook,
    material: &'a Material,
) -> Result<Book<'a>, XlsxError> {
    /// The height of a row and the width of a column of the default font, in pixels.
    const CELL: (u32, u32) = (20, 72);
    let language = material.language;
    let formats = Formats::new(language);
    workbook.set_default_format(&formats.base, CELL.0, CELL.1)?;
    let day = ExcelDateTime::parse_from_str(&material.date);
    // Never the clock: the library would write the time of day, and two runs over the same plans would differ in a
    // byte.
    let day = day.or_else(|_| ExcelDateTime::from_ymd(2000, 1, 1))?;
    let title = language.pick("规划指标对照表", "Comparison of plans");
    let properties =
        // The category marks the file as written for a meeting: found again in the folder of the plans, it is not
        // read as a plan full of indicators.
        DocProperties::new().set_title(title).set_category(MATERIAL).set_creation_datetime(&day);
    workbook.set_properties(&properties);
    Ok(Book { language, date: &material.date, formats, fills: Fills::new() })
}

fn fill_workbook(
    workbook: &mut Workbook,
    book: &Book<'_>,
    material: &Material,
) -> Result<(), XlsxError> {
    let mut sheets = ReportSheets { workbook, book, taken: Vec::new() };
    about::fill_about_sheet(sheets.add("说明", "about")?, book, material)?;
    if !material.cards.is_empty() {
        findings::fill_findings_sheet(sheets.add("问题清单", "findings")?, book, material)?;
    }
    for found in &material.matrices {
        let title = &found.title;
        let sheet = sheets.add(&format!("对照矩阵 {title}"), &format!("matrix {title}"))?;
        matrix::fill_matrix_sheet(sheet, book, found)?;
    }
    if !material.rollups.is_empty() {
        rollup::fill_rollup_sheet(sheets.add("下级汇总", "roll-ups")?, book, &material.rollups)?;
    }
    if !material.coverage.is_empty() {
        coverage::fill_coverage_sheet(
            sheets.add("承接情况", "coverage")?,
            book,
            &material.coverage,
        )?;
    }
    if !(material.allows.is_empty() && material.decisions.is_empty()) {
        let sheet = sheets.add("豁免与处理意见", "allows and decisions")?;
        decided::fill_decided_sheet(sheet, book, material)?;
    }
    if !material.passed.is_empty() {
        passed::fill_passed_sheet(sheets.add("未能判定", "not judged")?, book, &material.passed)?;
    }
    Ok(())
}

/// The sheets of a workbook, each with a name of its own.
struct ReportSheets<'a> {
    workbook: &'a mut Workbook,
    book: &'a Book<'a>,
    taken: Vec<String>,
}

impl ReportSheets<'_> {
    /// A new sheet, set up for paper.
    fn add(&mut self, zh: &str, en: &str) -> Result<&mut Worksheet, XlsxError> {
        let language = self.book.language;
        let sheet = self.workbook.add_worksheet();
        sheet.set_name(page::sheet_name(language.pick(zh, en), &mut self.taken))?;
        page::set_up(sheet, language, self.book.date);
        Ok(sheet)
    }
}
