//! What a review meeting works from: agenda, findings, matrix, charts, letters, as web page, Word, Excel and Markdown.

mod content_policy;
#[cfg(feature = "office")]
pub(crate) mod docx;
pub mod form;
#[cfg(feature = "office")]
mod form_reader;
mod html;
mod markdown;
mod marked;
mod material;
mod template;
#[cfg(feature = "office")]
mod xlsx;

#[cfg(feature = "office")]
pub(crate) use form_reader::{
    Filled, Mistake, is_verdict_file, read_filled_form, read_verdict_file,
};
pub use html::html;
pub(crate) use markdown::material_as_markdown;
pub(crate) use marked::{Left, MarkedText, NumberMark, marked_page};
pub(crate) use material::{
    AgendaRow, AllowRow, AllowSource, BesideRow, Card, CardSince, ChartCurve, ChartPoint,
    CourseChart, CoverageRow, DecisionRow, EndedPlan, InputFile, MatrixColumn, MatrixRow, Miss,
    PassedRow, Quote, SettingRow, SinceSummary, TierCount, UnjudgedIndicator, UnjudgedReason,
    by_reason,
};
pub use material::{
    CellMark, Circumstances, LevelCounts, Material, Matrix, MatrixCell, Received, RollupTable,
    RollupTerm, material,
};
#[cfg(feature = "office")]
pub use xlsx::workbook;
