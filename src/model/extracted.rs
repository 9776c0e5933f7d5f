//! What one file says, before names are resolved.

use crate::{
    quantity::Reading,
    syntax::{TableKind, YearRole},
    text::Span,
};

use super::{arithmetic::ArithmeticRow, plan::Period, task::TaskRow, years::When};

/// What one file says, before names are resolved.
#[derive(Clone, Debug, Default)]
pub struct Extract {
    /// The period of its plan.
    pub period: Option<Period>,
    /// The outlook year of its plan.
    pub outlook: Option<i32>,
    /// Fields that should hold years and hold none.
    pub unreadable_years: Vec<Span>,
    /// Its rows with values, in order: table rows first become rows of the model, others statements.
    pub entries: Vec<ValueRow>,
    /// The rows of its 核算 tables, in order.
    pub arithmetic: Vec<ArithmeticRow>,
    /// The rows of its 任务表, in order.
    pub tasks: Vec<TaskRow>,
}

/// A row of a table with values.
#[derive(Clone, Debug)]
pub struct ValueRow {
    /// The kind of its table.
    pub kind: TableKind,
    /// Table and row in the tree.
    pub at: (u32, u32),
    /// The whole row.
    pub span: Span,
    /// The cell that names the indicator.
    pub name: Span,
    /// 地区, when the column exists and the cell is not blank.
    pub region: Option<Span>,
    /// 范围, likewise.
    pub scope: Option<Span>,
    /// 属性, likewise.
    pub class: Option<Span>,
    /// 单位, likewise.
    pub unit: Option<Span>,
    /// The value cells.
    pub cells: Vec<ValueCell>,
    /// Whether every cell but number, category and name is blank.
    pub breaks_off: bool,
}

/// One value cell.
#[derive(Clone, Debug)]
pub struct ValueCell {
    /// Its words.
    pub span: Span,
    /// Its column.
    pub column: u32,
    /// What it is of.
    pub when: When,
    /// What its column says of it.
    pub role: YearRole,
    /// Whether its column is for yearly averages or sums of the period.
    pub frame: ColumnBasis,
    /// Whose value its column holds.
    pub whose: Whose,
    /// What its words say.
    pub reading: Reading,
}

/// Whose value a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// That of the row's region.
    Row,
    /// That of a region below, which the head of an allocations column names.
    Below(Span),
    /// 预留: nobody's yet.
    Reserve,
}

/// What a column says of the basis of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnBasis {
    /// Nothing.
    Plain,
    /// 年均.
    Yearly,
    /// 累计.
    Cumulative,
    /// 增长.
    Growth,
}
