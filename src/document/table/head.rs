//! The head of a printed table: which rows it takes, and what each column holds.

use crate::{
    document::{Grid, Years},
    syntax::{ColumnKind, compared},
    text::Span,
};

use super::{
    column::{is_piece, kind_of},
    words::one_line,
};

/// Rows above the head: a title, a unit for all; and rows a head can be split over.
const MOST_ABOVE: usize = 4;
const MOST_ROWS: usize = 4;

/// A head that was found.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its first row.
    pub top: usize,
    /// The first row below it.
    pub below: usize,
    /// Its columns, one for each column of the grid.
    pub columns: Vec<HeadColumn>,
}

/// One column of a head.
#[derive(Clone, Debug)]
pub struct HeadColumn {
    /// What it holds.
    pub kind: ColumnKind,
    /// Its words from top to bottom, without breaks.
    pub words: String,
    /// The stretch from its first cell to its last.
    pub span: Span,
}

impl Head {
    /// The head of an indicator table: a column of indicators and one of values.
    #[must_use]
    pub fn find(text: &str, grid: &Grid, period: Option<Years>) -> Option<Self> {
        (0..grid.height().min(MOST_ABOVE)).find_map(|top| {
            let head = Self::at(text, grid, top, period)?;
            head.has_indicators().then_some(head)
        })
    }

    /// The head that begins in row `top`; `None` when the row does not read like a head.
    fn at(text: &str, grid: &Grid, top: usize, period: Option<Years>) -> Option<Self> {
        let first = grid.row(top);
        let said = first.iter().filter(|cell| !cell.span.is_empty());
        let known = said.filter(|cell| is_piece(cell.span.of(text))).count();
        if known < 2 || spans_width(grid, top) {
            return None;
        }
        let rows = (top + 1..grid.height().min(top + MOST_ROWS))
            .take_while(|&row| continues(text, grid, row))
            .count();
        let below = top + 1 + rows;
        let columns =
            (0..grid.width).map(|column| head_column(text, grid, top..below, column, period));
        let mut columns: Vec<HeadColumn> = columns.collect();
        name_indicator(&mut columns);
        group_before_indicator(&mut columns);
        Some(Self { top, below, columns })
    }

    /// The first column of a kind.
    #[must_use]
    pub fn column(&self, kind: &ColumnKind) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == *kind)
    }

    /// Whether it is an indicator table's.
    fn has_indicators(&self) -> bool {
        self.column(&ColumnKind::Indicator).is_some()
            && self.columns.iter().any(|column| is_value(&column.kind))
    }

    /// Whether a row says these heads again, as tables do that go on over a page.
    #[must_use]
    pub fn is_repeated(&self, text: &str, grid: &Grid, row: usize) -> bool {
        let cells = grid.row(row).iter().zip(&self.columns);
        let mut said = cells.filter(|(cell, _)| !cell.span.is_empty()).peekable();
        said.peek().is_some()
            && said.all(|(cell, column)| {
                let words = compared(cell.span.of(text)).into_owned();
                compared(&column.words).contains(&words)
            })
    }
}

/// Whether a column holds values.
#[must_use]
pub fn is_value(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Year { .. } | ColumnKind::YearlyAverage | ColumnKind::Cumulative)
}

/// Whether one cell fills a row.
#[must_use]
pub fn spans_width(grid: &Grid, row: usize) -> bool {
    let mut said = grid.row(row).iter().filter(|cell| !cell.span.is_empty());
    said.next().is_none_or(|first| said.all(|cell| cell.span == first.span))
}

/// Whether a row goes on with the head above it: all it says anew are parts of heads.
fn continues(text: &str, grid: &Grid, row: usize) -> bool {
    let above = grid.row(row - 1);
    let new = grid
        .row(row)
        .iter()
        .zip(above)
        .filter(|(cell, above)| !cell.span.is_empty() && cell.span != above.span);
    let mut new = new.peekable();
    new.peek().is_some() && new.all(|(cell, _)| is_piece(cell.span.of(text)))
}

fn head_column(
    text: &str,
    grid: &Grid,
    rows: std::ops::Range<usize>,
    column: usize,
    period: Option<Years>,
) -> HeadColumn {
    let mut spans: Vec<Span> = rows.map(|row| grid.cell(row, column).span).collect();
    spans.retain(|span| !span.is_empty());
    spans.dedup();
    let words: String = spans.iter().map(|span| one_line(span.of(text)).into_owned()).collect();
    let span = spans.iter().copied().reduce(Span::to).unwrap_or_default();
    // A frame such as 目标值 above years may stand over years that say their own role.
    let last = spans.last().map(|span| kind_of(span.of(text), None));
    let kind = match kind_of(&words, period) {
        ColumnKind::Unknown => last.unwrap_or(ColumnKind::Unknown),
        kind => kind,
    };
    HeadColumn { kind, words, span }
}

/// A table with years and no column of indicators: a column that only says 项目 or 名称 names them.
fn name_indicator(columns: &mut [HeadColumn]) {
    let named = columns.iter().any(|column| column.kind == ColumnKind::Indicator);
    let classed = columns.iter().any(|column| column.kind == ColumnKind::Class);
    let plain = |column: &&mut HeadColumn| {
        matches!(&*compared(&column.words), "项目" | "名称" | "内容" | "目标" | "目标名称")
    };
    if let Some(column) = columns.iter_mut().find(plain).filter(|_| classed && !named) {
        column.kind = ColumnKind::Indicator;
    }
}

/// One head over two columns: groups before the indicators themselves, as 一级指标 is before 二级指标.
fn group_before_indicator(columns: &mut [HeadColumn]) {
    let last = columns.iter().rposition(|column| column.kind == ColumnKind::Indicator);
    for column in columns.iter_mut().take(last.unwrap_or_default()) {
        if column.kind == ColumnKind::Indicator {
            column.kind = ColumnKind::Category;
        }
    }
}
