//! A workbook that is the same however often it is written.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// A workbook that is the same however often it is written: it does not say when.
fn dateless_workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    // Any fixed day: the same values have to give the same bytes.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&day));
    Ok(workbook)
}

/// The bytes of a workbook that `fill` fills.
pub(super) fn workbook_bytes(
    fill: impl FnOnce(&mut Workbook) -> Result<(), XlsxError>,
) -> std::io::Result<Vec<u8>> {
    let written = dateless_workbook().and_then(|mut workbook| {
        fill(&mut workbook)?;
        workbook.save_to_buffer()
    });
    written.map_err(std::io::Error::other)
}
