//! The head of a printed table: which rows it takes, and what each column holds.

use crate::{
    document::{Grid, Years, pasted::ordinal_of_cell},
    syntax::{Class, ColumnKind, compared_form},
    text::{Span, fold_char},
};

use super::{
    column::{is_piece, kind_of, unit_of},
    head_column::HeadColumn,
    settle::{change_a_year, common_unit, settle_columns},
    words::one_line,
};

/// Rows above the head: a title, a unit for all; and rows a head can be split over.
// Choices: a title, a unit, the period and a blank row above a head, and as many rows of one head.
const MOST_ABOVE: usize = 4;
const MOST_ROWS: usize = 4;

/// How many cells of a column are looked at for what it holds.
// A choice: what the first cells are, the others will be, and a sheet may have a million rows.
const READ: usize = 200;

/// A head that was found.
#[derive(Clone, Debug)]
pub struct Head {
    /// The first row below it.
    pub below: usize,
    /// Its columns, one for each column of the grid.
    pub columns: Vec<HeadColumn>,
    /// The unit that the heads of all levels say, and where.
    pub unit: Option<(String, Span)>,
}

impl Head {
    /// The head of an indicator table: a column of indicators and one of values.
    #[must_use]
    pub fn find(text: &str, grid: &Grid, period: Option<Years>) -> Option<Self> {
        // From the top, because a row of data may read like a head (指标 … 2025) but stands below the
        // real one.
        (0..grid.height().min(MOST_ABOVE)).find_map(|top| {
            let head = Self::at(text, grid, top, period)?;
            head.has_indicators().then_some(head)
        })
    }

    /// The head of a table that was turned: its first column names indicators, whatever stands above it.
    #[must_use]
    pub fn of_turned(text: &str, grid: &Grid, period: Option<Years>) -> Option<Self> {
        let mut head = Self::at(text, grid, 0, period)?;
        head.columns.first_mut()?.kind = ColumnKind::Indicator;
        head.has_indicators().then_some(head)
    }

    /// The head that begins in row `top`; `None` when the row does not read like a head.
    fn at(text: &str, grid: &Grid, top: usize, period: Option<Years>) -> Option<Self> {
        let first = grid.row(top);
        let said = first.iter().filter(|cell| !cell.span.is_empty());
        let known = said.filter(|cell| is_piece(cell.span.of(text))).count();
        // One known word is not enough: 目标 stands in sentences and titles as well.
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
        for (at, column) in columns.iter_mut().enumerate() {
            column.kind = kind_by_cells(text, grid, below, at, column);
        }
        // The order matters. What the cells say may name columns; the name of indicators decides which
        // columns before it are groups; growth and averages are settled by the levels beside them, and a
        // unit is common only to what are levels by then.
        name_indicator(&mut columns);
        group_before_indicator(&mut columns);
        change_a_year(&mut columns, period, |column, levels| {
            (below..grid.height()).any(|row| {
                has_digits(text, grid, row, column)
                    && levels.iter().any(|&level| has_digits(text, grid, row, level))
            })
        });
        settle_columns(&mut columns, period);
        let unit = common_unit(&mut columns);
        Some(Self { below, columns, unit })
    }

    /// The first column of a kind.
    #[must_use]
    pub fn column(&self, kind: &ColumnKind) -> Option<usize> {
        self.columns.iter().position(|column| column.kind == *kind)
    }

    /// Whether it is an indicator table's.
    fn has_indicators(&self) -> bool {
        let names = self.columns.iter().filter(|column| column.kind == ColumnKind::Indicator);
        // With two columns of indicators nobody can say which of them a value is of.
        names.count() == 1 && self.columns.iter().any(|column| is_value_column(&column.kind))
    }

    /// Whether a row says these heads again, as tables do that go on over a page.
    #[must_use]
    pub fn is_repeated(&self, text: &str, grid: &Grid, row: usize) -> bool {
        let cells = grid.row(row).iter().zip(&self.columns);
        let mut said = cells.filter(|(cell, _)| !cell.span.is_empty()).peekable();
        // All of the filled cells, for the name or the unit of a row of data may be a word of its head by
        // chance.
        said.peek().is_some()
            && said.all(|(cell, column)| {
                let words = compared_form(cell.span.of(text)).into_owned();
                compared_form(&column.words).contains(&words)
            })
    }
}

/// Whether a column holds values.
#[must_use]
pub fn is_value_column(kind: &ColumnKind) -> bool {
    kind.holds_values()
}

fn has_digits(text: &str, grid: &Grid, row: usize, column: usize) -> bool {
    grid.cell(row, column).span.of(text).contains(|c| fold_char(c).is_ascii_digit())
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
    let frame = year_frame_to_left(text, grid, &rows, column);
    let spans = frame.into_iter().chain(rows.map(|row| grid.cell(row, column).span));
    let mut spans: Vec<Span> = spans.collect();
    spans.retain(|span| !span.is_empty());
    spans.dedup();
    let mut said: Vec<String> =
        spans.iter().map(|span| one_line(span.of(text)).into_owned()).collect();
    // A head that is not merged stands in each of its rows.
    said.dedup();
    let words = said.concat();
    let span = spans.iter().copied().reduce(Span::to).unwrap_or_default();
    let lowest = spans.last().copied().unwrap_or_default();
    // A frame such as 目标值 above years may stand over years that say their own role.
    let kind = match kind_of(&words, period) {
        // Without the period: 目标值 alone below a frame that nobody knows would else be the last year of
        // the plan.
        ColumnKind::Unknown => kind_of(lowest.of(text), None),
        kind => kind,
    };
    let unit = unit_of(&words).filter(|_| is_value_column(&kind));
    HeadColumn { kind, words, span, last: lowest, unit, repeats: false }
}

/// The year to the left that a blank place of the first row belongs to: text keeps no merged cells, so that `2025年` above
/// 绝对数 and 增长 stands above the first of them only.
fn year_frame_to_left(
    text: &str,
    grid: &Grid,
    rows: &std::ops::Range<usize>,
    column: usize,
) -> Option<Span> {
    let (top, next) = (rows.start, rows.start + 1);
    let filled = |row: usize, column: usize| !grid.cell(row, column).span.is_empty();
    if next >= rows.end || filled(top, column) || !filled(next, column) {
        return None;
    }
    let left = (0..column).rev().find(|&left| filled(top, left))?;
    // Every column between has a head of its own below.
    let over = (left..column).all(|between| filled(next, between));
    let (above, below) = (grid.cell(top, left).span, grid.cell(next, column).span);
    let whole = format!("{}{}", one_line(above.of(text)), one_line(below.of(text)));
    let dated = |words: &str| {
        matches!(kind_of(words, None), ColumnKind::Year { .. } | ColumnKind::Growth { .. })
    };
    let own = kind_of(below.of(text), None);
    // What says its own year or kind needs no frame, but 年均 under a year is of it.
    let open = matches!(own, ColumnKind::Unknown | ColumnKind::YearlyAverage);
    let of_year = dated(&whole) || own == ColumnKind::YearlyAverage && dated(above.of(text));
    (over && open && of_year).then_some(above)
}

/// The kind of a column whose head does not tell what its cells do: classes below 类型, numbers below a blank head.
fn kind_by_cells(
    text: &str,
    grid: &Grid,
    below: usize,
    column: usize,
    head: &HeadColumn,
) -> ColumnKind {
    let kind = &head.kind;
    if !matches!(kind, ColumnKind::Unknown | ColumnKind::Category | ColumnKind::Note) {
        return kind.clone();
    }
    let cells = (below..grid.height()).map(|row| (row, grid.cell(row, column)));
    let own =
        cells.filter(|(row, cell)| cell.first && !cell.span.is_empty() && !spans_width(grid, *row));
    let words: Vec<&str> = own.take(READ).map(|(_, cell)| cell.span.of(text)).collect();
    let classes = words.iter().filter(|words| Class::read(words).is_some()).count();
    // Only below a blank head: numbers in sequence below any other words may be values.
    let counted = words.iter().zip(1..).all(|(words, count)| ordinal_of_cell(words) == Some(count));
    // More than half, because a column of groups (综合类, 预期性发展) may hold a class by chance.
    if classes > 0 && classes * 2 > words.len() {
        ColumnKind::Class
    } else if head.words.is_empty() && counted && !words.is_empty() {
        ColumnKind::Number
    } else {
        kind.clone()
    }
}

/// A table with years and no column of indicators: a column that only says 项目 or 名称 names them.
fn name_indicator(columns: &mut [HeadColumn]) {
    let named = columns.iter().any(|column| column.kind == ColumnKind::Indicator);
    let classed = columns.iter().any(|column| column.kind == ColumnKind::Class);
    // 项目 heads projects as often, so it names indicators only beside a column of classes, which only
    // these have.
    let plain = |column: &&mut HeadColumn| {
        matches!(&*compared_form(&column.words), "项目" | "名称" | "内容" | "目标" | "目标名称")
    };
    if let Some(column) = columns.iter_mut().find(plain).filter(|_| classed && !named) {
        column.kind = ColumnKind::Indicator;
    }
}

/// One head over two columns: groups before the indicators themselves, as 一级指标 is before 二级指标.
fn group_before_indicator(columns: &mut [HeadColumn]) {
    // From right to left: the indicators themselves stand next to their values.
    let mut names = false;
    for column in columns.iter_mut().rev() {
        match column.kind {
            ColumnKind::Indicator if names => column.kind = ColumnKind::Category,
            ColumnKind::Indicator => names = true,
            _ => names = names && !is_value_column(&column.kind),
        }
    }
}
