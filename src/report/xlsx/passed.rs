//! 未能判定: comparisons without a judgement, so that none of them looks like a pass.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::PassedRow;

use super::{
    Book,
    table::{SheetEntry, sheet_heads, widen, write_sheet_table},
};

/// Fills the sheet.
pub(super) fn fill_passed_sheet(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    passed: &[PassedRow],
) -> Result<(), XlsxError> {
    let words = book.language.pick(
        ["序号", "规划", "指标", "年份", "原因", "出处", "文件位置"],
        ["no.", "plan", "indicator", "year", "why", "source", "place in the file"],
    );
    let heads = sheet_heads(words, [5.0, 34.0, 26.0, 6.5, 26.0, 32.0, 30.0]);
    widen(sheet, &heads)?;
    let rows = (1..).zip(passed).map(|(number, row)| {
        vec![
            SheetEntry::count(number),
            SheetEntry::words(&*row.plan),
            SheetEntry::words(&*row.indicator),
            SheetEntry::year(row.year),
            SheetEntry::words(&*row.why),
            SheetEntry::words(&*row.source),
            SheetEntry::words(&*row.at),
        ]
    });
    let last = write_sheet_table(sheet, &book.formats, 0, &heads, rows)?.saturating_sub(1);
    sheet.autofilter(0, 0, last, 6)?.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    Ok(())
}
