//! What a review meeting works from: agenda, findings, matrix, charts, letters, as web page, Word, Excel and Markdown.

mod content_policy;
#[cfg(feature = "office")]
pub mod docx;
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
pub use form_reader::{Filled, Mistake, MistakeKind, read_filled_form};
pub use html::html;
pub use markdown::material_as_markdown;
pub use marked::{Left, MarkedText, NumberMark, marked_page};
pub use material::{
    AgendaRow, AllowRow, AllowSource, Card, CardSince, CellMark, ChartCurve, ChartPoint,
    Circumstances, CourseChart, CoverageRow, DecisionRow, DecisionState, FixedRow, InputFile,
    LevelCounts, Material, Matrix, MatrixCell, MatrixColumn, MatrixRow, Miss, PassedRow, Quote,
    Received, ReceivedPlan, RollupTable, RollupTerm, SettingRow, SinceSummary, TierCount, material,
};
#[cfg(feature = "office")]
pub use xlsx::workbook;
