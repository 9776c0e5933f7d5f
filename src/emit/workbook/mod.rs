//! Workbooks for people who work in spreadsheets: values as records, and a 对照表 to fill in.

mod dateless;
mod form;
mod records;

pub use form::form_workbook;
pub use records::records_workbook;
