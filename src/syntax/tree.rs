//! The typed tree of one plan file: spans into its text, and what each part is.

use crate::text::Span;

use super::{AllowComment, Problem};

/// One file of the plan language. Cells are spans; `cell` gives their words.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    /// The plan, when the file has one.
    pub plan: Option<PlanHead>,
    /// The tables in their order; tables of unknown kind are kept but hold no judged rows.
    pub tables: Vec<Table>,
    /// The allow comments in their order, malformed ones included.
    pub allows: Vec<AllowComment>,
    /// What could not be read, in order of place; at most one a line.
    pub problems: Vec<Problem>,
}

/// The 规划 line and the fields below it.
#[derive(Clone, Debug)]
pub struct PlanHead {
    /// The keyword.
    pub keyword: Span,
    /// The title without its quotes.
    pub title: Span,
    /// The fields that could be read, in order; 依据 may repeat.
    pub fields: Vec<Field>,
}

/// One header field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Which field.
    pub key: FieldKey,
    /// The key's words.
    pub key_span: Span,
    /// The value, trimmed, without the comment behind it.
    pub value: Span,
}

/// The header fields of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FieldKey {
    /// 地区.
    Region,
    /// 规划期.
    Period,
    /// 展望.
    Outlook,
    /// 类型.
    Kind,
    /// 主题.
    Topic,
    /// 状态.
    Status,
    /// 文号.
    Number,
    /// 发布机构.
    Issuer,
    /// 发布日期.
    Issued,
    /// 依据.
    BasedOn,
    /// 收录.
    Coverage,
    /// 来源.
    Source,
}

/// The kinds of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TableKind {
    /// 指标表.
    Targets,
    /// 正文.
    Statements,
    /// 引述.
    Citations,
    /// 任务表.
    Tasks,
    /// 实绩表.
    Actuals,
    /// 核算.
    Checks,
    /// 分解表.
    Allocations,
    /// 指标目录.
    Catalogue,
    /// 行政区划.
    Regions,
    /// A head whose keyword is not known: rows kept, not judged.
    Unknown,
}

/// A table: head, rows, footnotes.
#[derive(Clone, Debug)]
pub struct Table {
    /// What it is.
    pub kind: TableKind,
    /// The keyword (or the unreadable line that stands for it).
    pub keyword: Span,
    /// The title without its quotes.
    pub title: Option<Span>,
    /// The columns; empty when the head is missing.
    pub columns: Vec<Column>,
    /// The rows in order, without head and separator.
    pub rows: Vec<Row>,
    /// The cells of all rows; a row names its stretch.
    pub cells: Vec<Span>,
    /// The footnotes, without 注：.
    pub notes: Vec<Span>,
}

/// One column head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub kind: ColumnKind,
    /// The head's words.
    pub span: Span,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// 序号.
    Number,
    /// 分组, 类别 (in a targets table).
    Category,
    /// 指标.
    Indicator,
    /// 地区.
    Region,
    /// 范围.
    Scope,
    /// A year column.
    Year {
        /// The year.
        year: i32,
        /// What its suffix says.
        role: YearRole,
    },
    /// How fast the indicator grows in a year: `2025年增长（%）`.
    Growth {
        /// The year.
        year: i32,
        /// What its suffix says.
        role: YearRole,
    },
    /// 年均.
    YearlyAverage,
    /// 累计.
    Cumulative,
    /// 完成率: a share of the target, and no value of the indicator.
    Progress,
    /// 属性.
    Class,
    /// 责任单位.
    Owner,
    /// 单位.
    Unit,
    /// 说明.
    Note,
    /// 位置.
    Where,
    /// 年份.
    When,
    /// 表述; 目标 in a task table.
    Value,
    /// 任务.
    Task,
    /// 别名.
    Aliases,
    /// 英文名.
    English,
    /// 上级任务, and 上级 of a region.
    Parent,
    /// 期限.
    Deadline,
    /// 口径.
    Definition,
    /// 算式.
    Expression,
    /// 结果.
    Result,
    /// 预留.
    Reserve,
    /// A child region of an allocations table; the head's words name it.
    Child,
    /// 方向.
    Direction,
    /// 汇总.
    Relation,
    /// 适用层级.
    Tiers,
    /// 取值范围.
    Range,
    /// 路径.
    Path,
    /// 覆盖口径.
    Coverage,
    /// 易混.
    Confusable,
    /// 层级.
    Tier,
    /// 代码.
    Code,
    /// 类别 of a region.
    Tags,
    /// A weight column of a regions table, e.g. 常住人口（万人） 2020: its name without unit and year, and the year.
    Weight {
        /// 常住人口.
        name: String,
        /// 万人.
        unit: String,
        /// 2020.
        year: Option<i32>,
    },
    /// Not known here.
    Unknown,
}

/// What the suffix of a year column says of its values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearRole {
    /// A bare year, or 数值 and 指标值: baseline before the period, else target.
    Bare,
    /// 实绩, 完成值.
    Observed,
    /// 预计值, 快报.
    Estimate,
    /// 预测.
    Projection,
    /// 目标值.
    Target,
}

/// One row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its line, without line end, indentation and comment.
    pub span: Span,
    /// The `[…]` line or 分组 cell it stands under, without brackets.
    pub group: Option<Span>,
    /// Its first cell in the table's cells.
    pub first: u32,
    /// How many cells it has: at most the number of columns, when the table has a head; extra cells are kept out, and
    /// `Table::cell` fills short rows with empty spans.
    pub count: u32,
}

impl Table {
    /// The cell of `row` in `column`, trimmed; where the row breaks off, the empty stretch at its end.
    #[must_use]
    pub fn cell(&self, row: &Row, column: usize) -> Span {
        let at = row.first as usize + column;
        let written = self.cells.get(at).filter(|_| column < row.count as usize);
        written.copied().unwrap_or(Span { start: row.span.end, end: row.span.end })
    }

    /// The index of the first column of a kind.
    #[must_use]
    pub fn column(&self, kind: &ColumnKind) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == *kind)
    }
}
