//! 下级汇总: what the regions below come to beside the figure above, with formulas that follow when a number is changed.

mod block;
mod results;
mod sums;

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::report::RollupTable;

use super::{Book, table::across};
use block::{RollupBlock, WIDTHS};

/// Fills the sheet, one block a figure above.
pub(super) fn fill_rollup_sheet(
    sheet: &mut Worksheet,
    book: &Book<'_>,
    rollups: &[RollupTable],
) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    let hint = book.language.pick(
        "浅黄色的数可以改，灰色的合计、差额等随之重算；改动只在本表，不影响规划和问题清单。",
        "Change the figures in yellow cells and the grey ones follow; plans and findings stay as they are.",
    );
    across(sheet, 0, block::rollup_width(), hint, &book.formats.prose)?;
    let mut row = 2;
    for (number, rollup) in (1..).zip(rollups) {
        row = RollupBlock { sheet: &mut *sheet, book, rollup, row }.write(number)? + 1;
    }
    Ok(())
}
