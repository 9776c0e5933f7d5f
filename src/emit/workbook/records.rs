//! Records of values as a workbook: the same columns as the table of comma-separated values.

use std::io;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::{
    emit::records::{COLUMNS, record_cells},
    text::Sources,
    views::Record,
    words::Words,
};

use super::dateless::workbook_bytes;

/// The columns whose cells are numbers: the year and the line.
const NUMBERS: [usize; 2] = [7, 17];
/// How wide columns are, in characters, with those that hold long words first.
const WIDE: [(u16, f64); 5] = [(0, 36.0), (3, 34.0), (9, 18.0), (10, 26.0), (16, 30.0)];

/// The bytes of a workbook with one record a row.
///
/// # Errors
/// When there are more records than a sheet has rows, or more words than a cell can hold.
pub fn records_workbook(
    records: &[Record],
    sources: &Sources,
    words: &Words,
) -> io::Result<Vec<u8>> {
    workbook_bytes(|workbook| fill_records_sheet(workbook, records, sources, words))
}

fn fill_records_sheet(
    workbook: &mut Workbook,
    records: &[Record],
    sources: &Sources,
    words: &Words,
) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.language().pick("数值", "values"))?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, width) in WIDE {
        sheet.set_column_width(column, width)?;
    }
    let bold = Format::new().set_bold();
    for (column, head) in (0..).zip(COLUMNS) {
        sheet.write_string_with_format(0, column, head, &bold)?;
    }
    for (row, record) in (1..).zip(records) {
        for (column, cell) in record_cells(record, sources, words).iter().enumerate() {
            let at = u16::try_from(column).unwrap_or(u16::MAX);
            match cell.parse::<f64>() {
                Ok(number) if NUMBERS.contains(&column) => sheet.write_number(row, at, number)?,
                // Other figures stay as the plan writes them, down to the last nought.
                _ => sheet.write_string(row, at, cell)?,
            };
        }
    }
    Ok(())
}
