//! What a review meeting works from: agenda, findings, matrix, charts, letters, as web page, Word, Excel and Markdown.

pub mod form;
mod markdown;
mod material;
mod template;

pub use markdown::markdown;
pub use material::{
    AgendaRow, AllowRow, Card, Cell, Circumstances, Column, Counts, Course, CoverageRow, Curve,
    DecisionRow, FixedRow, Input, Material, Matrix, MatrixRow, Miss, PassedRow, Point, Quote,
    Received, ReceivedPlan, RollupTable, RollupTerm, SettingRow, Since, TierCount, material,
};
