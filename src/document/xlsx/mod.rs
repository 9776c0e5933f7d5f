//! Workbooks: each run of rows of a sheet is a table, its cells as Excel shows them.

mod blocks;
mod pattern;
mod sheet;
mod shown;

use std::{io::Cursor, sync::Arc};

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::{office::Package, text::UnreadReason};

use super::{Document, LostKind, writer::Writer};

/// More sheets than this are not read.
const MOST_SHEETS: usize = 256;
/// The part with the formats of cells.
const STYLES: &str = "xl/styles.xml";
/// A larger part with formats is not read, in bytes: each takes a hundred times as much in memory.
const MOST_STYLES: usize = 4 << 20;
/// The longest text that is read out of one workbook, in bytes.
const LONGEST_TEXT: usize = 64 << 20;

/// Reads a workbook with the values it was saved with; formulas are not worked out.
///
/// # Errors
/// Those of [`Package`] for bytes that are no package or unpack beyond its bounds; `NotOffice` for one that holds no
/// workbook, `Damaged` for one whose parts cannot be read.
pub fn read(bytes: &[u8]) -> Result<Document, UnreadReason> {
    let mut package = Package::open(bytes)?;
    // The reader of workbooks unpacks whatever it is given.
    package.weigh()?;
    if package.bytes(STYLES)?.is_some_and(|styles| styles.len() > MOST_STYLES) {
        return Err(UnreadReason::Swollen);
    }
    if package.bytes("xl/workbook.xml")?.is_none() {
        return Err(UnreadReason::NotOffice);
    }
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| reason(&error))?;
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

fn reason(error: &XlsxError) -> UnreadReason {
    match error {
        XlsxError::Password => UnreadReason::Protected,
        _ => UnreadReason::Damaged,
    }
}
