//! Workbooks: each run of rows of a sheet is a table, its cells as Excel shows them.

mod blocks;
mod error;
mod pattern;
mod sheet;
mod shown;

use std::{io::Cursor, sync::Arc};

use calamine::{Reader, SheetType, SheetVisible, Xlsx};

use super::{Document, LostKind, writer::Writer};

pub use error::WorkbookError;

/// More sheets than this are not read.
const MOST_SHEETS: usize = 256;
/// The longest text that is read out of one workbook, in bytes.
const LONGEST_TEXT: usize = 64 << 20;

/// Reads a workbook with the values it was saved with; formulas are not worked out.
///
/// # Errors
/// When the bytes are no workbook, need a password or unfold beyond every bound.
pub fn read(bytes: &[u8]) -> Result<Document, WorkbookError> {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(WorkbookError::of)?;
    let sheets = workbook.sheets_metadata().to_vec();
    let mut writer = Writer::default();
    for (at, found) in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).enumerate() {
        if at >= MOST_SHEETS || writer.len() >= LONGEST_TEXT {
            writer.lose(LostKind::Limit);
            break;
        }
        if found.visible != SheetVisible::Visible {
            writer.lose(LostKind::Hidden);
            continue;
        }
        let sheet = sheet::read(&mut workbook, &found.name)?;
        blocks::write(&Arc::from(found.name.as_str()), &sheet, &mut writer);
    }
    Ok(writer.finish())
}
