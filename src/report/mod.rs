//! What a review meeting works from: agenda, findings, matrix, charts, letters, as web page, Word, Excel and Markdown.

#[cfg(feature = "office")]
pub mod docx;
#[cfg(feature = "office")]
mod filled;
pub mod form;
mod html;
mod markdown;
mod marked;
mod material;
mod seal;
mod template;
#[cfg(feature = "office")]
mod xlsx;

#[cfg(feature = "office")]
pub use filled::{Filled, Mistake, MistakeKind, read_filled_form};
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
