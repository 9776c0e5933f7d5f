//! Why a workbook could not be read.

use calamine::XlsxError;

/// Why the bytes give no workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WorkbookError {
    /// No zip archive, or one that lacks what a workbook needs.
    Damaged,
    /// It needs a password.
    Locked,
    /// It unfolds beyond every bound.
    TooLarge,
}

impl WorkbookError {
    pub(super) fn of(error: XlsxError) -> Self {
        match error {
            XlsxError::Password => Self::Locked,
            _ => Self::Damaged,
        }
    }
}
