//! What the columns of a table of regions measure: the indicator and the year, by heads of one row or two.

use crate::{
    catalogue::split_printed_unit,
    document::{Grid, Years, compose::ComposedWords, pasted::is_number_cell},
    syntax::{ColumnKind, YearRole},
    text::Span,
};

use super::{
    column::{kind_of, role_of_year_words},
    head::spans_width,
    layout::Framed,
    words::one_line,
};

/// Rows above the heads: a title, a unit for all.
const MOST_ABOVE: usize = 4;

/// Rows a head can be split over.
const MOST_ROWS: usize = 3;

/// What a column holds.
pub(super) enum MeasuredColumn {
    /// Values of an indicator in a year.
    Value {
        /// The indicator, with its unit.
        name: ComposedWords,
        /// The year.
        year: ComposedWords,
    },
    /// Numbers of rows, remarks, offices.
    Nothing,
    /// What nobody knows, and what was reached in the past.
    Unknown,
}

/// Heads that are no indicators: what was reached before, and what is worked out of other columns.
fn tells_no_target(head: &str) -> bool {
    const WORDS: [&str; 9] =
        // These begin a head whose numbers are of the past or are worked out of the other columns; issued
        // they would be targets.
        ["上年", "去年", "上期", "同期", "增减", "完成率", "任务数", "占比", "其中"];
    WORDS.iter().any(|word| head.starts_with(word))
}

/// A grid of regions below its heads.
pub(super) struct RegionGrid<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// The grid.
    pub(super) grid: &'a Grid,
    /// The first row of the heads.
    pub(super) top: usize,
    /// What names the table.
    pub(super) title: String,
    below: usize,
    year: Option<i32>,
    unit: Option<&'a str>,
}

impl<'a> RegionGrid<'a> {
    /// The sheet that a grid is; `None` where it has no heads.
    pub(super) fn of(text: &'a str, grid: &'a Grid, framed: &'a Framed) -> Option<Self> {
        let top = (0..grid.height().min(MOST_ABOVE)).find(|&row| !spans_width(grid, row))?;
        let above = (0..top).filter_map(|row| grid.row(row).first().map(|cell| cell.span));
        let named: Vec<Span> = framed.caption.into_iter().chain(above).collect();
        let named = if named.is_empty() { framed.title.into_iter().collect() } else { named };
        // A title's own year counts more than the period: 2025年能耗强度目标分解表 of a plan of five
        // years.
        let title: String = named.into_iter().map(|span| span.of(text)).collect();
        let whole = Years::of(&title).or(framed.period);
        let year = whole.map(|years| years.end);
        let unit = framed.unit.as_ref().map(|(unit, _)| &**unit);
        let mut sheet = Self { text, grid, top, title, below: top + 1, year, unit };
        while sheet.below < grid.height().min(top + MOST_ROWS) && sheet.is_head(sheet.below) {
            sheet.below += 1;
        }
        Some(sheet)
    }

    /// Whether a row goes on with the heads above it: nothing new in its first column, and no values.
    fn is_head(&self, row: usize) -> bool {
        let new = |column: usize| {
            let span = self.grid.cell(row, column).span;
            (!span.is_empty() && span != self.grid.cell(row - 1, column).span).then_some(span)
        };
        let mut says =
            (0..self.grid.width).filter_map(new).map(|span| span.of(self.text)).peekable();
        let is_year = |words: &str| matches!(kind_of(words, None), ColumnKind::Year { .. });
        // A value in the head's second row would be taken for a head where it is a year: 2025 below 目标.
        new(0).is_none()
            && says.peek().is_some()
            && says.all(|words| is_year(words) || !is_number_cell(words))
    }

    /// The rows below the heads that one cell does not fill.
    pub(super) fn rows(&self) -> impl Iterator<Item = usize> + '_ {
        (self.below..self.grid.height()).filter(|row| !spans_width(self.grid, *row))
    }

    /// The words of a place.
    pub(super) fn words(&self, row: usize, column: usize) -> &'a str {
        self.grid.cell(row, column).span.of(self.text)
    }

    /// The words of a column's first head, where text keeps no merged cells that of the column to its left.
    pub(super) fn head(&self, column: usize) -> &'a str {
        self.spans(column).first().map_or("", |span| span.of(self.text))
    }

    /// Where the words of a column's first head stand.
    pub(super) fn head_span(&self, column: usize) -> Span {
        self.spans(column).first().copied().unwrap_or_default()
    }

    /// What the first head of a column says by itself.
    pub(super) fn kind_of_head(&self, column: usize) -> ColumnKind {
        kind_of(&one_line(self.head(column)), None)
    }

    /// Whether a column holds numbers.
    pub(super) fn has_numbers(&self, column: usize) -> bool {
        (self.below..self.grid.height()).any(|row| is_number_cell(self.words(row, column)))
    }

    /// Where the heads of a column stand.
    pub(super) fn span(&self, column: usize) -> Span {
        let own = (self.top..self.below).map(|row| self.grid.cell(row, column).span);
        own.filter(|span| !span.is_empty()).reduce(Span::to).unwrap_or_default()
    }

    /// Where a row stands.
    pub(super) fn span_of_row(&self, row: usize) -> Span {
        let cells = self.grid.row(row).iter().map(|cell| cell.span);
        cells.filter(|span| !span.is_empty()).reduce(Span::to).unwrap_or_default()
    }

    /// The heads of a column from top to bottom, each once.
    fn spans(&self, column: usize) -> Vec<Span> {
        let filled = |row: usize, column: usize| !self.grid.cell(row, column).span.is_empty();
        // Text keeps no merged cells, so a head over two columns stands above the first alone.
        let lost =
            !filled(self.top, column) && (self.top + 1..self.below).any(|row| filled(row, column));
        let left = (0..column).rev().find(|&left| filled(self.top, left)).filter(|_| lost);
        let above = left.map(|left| self.grid.cell(self.top, left).span);
        let own = (self.top..self.below).map(|row| self.grid.cell(row, column).span);
        let mut spans: Vec<Span> =
            above.into_iter().chain(own).filter(|span| !span.is_empty()).collect();
        spans.dedup();
        spans
    }

    /// The indicator and the year of a column; `region` is the head that is no name of one.
    pub(super) fn measured(&self, column: usize, region: Option<&str>) -> MeasuredColumn {
        let (mut name, mut year) = (String::new(), None);
        for span in self.spans(column) {
            let words = one_line(span.of(self.text)).trim().to_owned();
            match kind_of(&words, None) {
                _ if region == Some(span.of(self.text)) => {}
                ColumnKind::Year { year: said, role: YearRole::Bare | YearRole::Target } => {
                    year = Some(said);
                }
                ColumnKind::Number | ColumnKind::Note | ColumnKind::Owner | ColumnKind::Class => {
                    return MeasuredColumn::Nothing;
                }
                ColumnKind::Unknown => {
                    let (own, rest) = split_leading_year(&words)
                        .map_or((None, &*words), |(own, rest)| (Some(own), rest));
                    year = own.or(year);
                    if tells_no_target(rest) {
                        return MeasuredColumn::Unknown;
                    }
                    match role_of_year_words(rest) {
                        // A year of the past is told and not issued: only targets and what says no role
                        // stay.
                        Some(YearRole::Bare | YearRole::Target) => {}
                        Some(_) => return MeasuredColumn::Unknown,
                        None => name.push_str(rest),
                    }
                }
                _ => return MeasuredColumn::Unknown,
            }
        }
        let span = self.span(column);
        // From the nearest to the farthest: the column's own head, the title, the region that stands for
        // both.
        let name = if name.is_empty() { subject_issued(&self.title) } else { Some(name) };
        let name = name.or_else(|| region.map(str::to_owned));
        let named = name.filter(|name| Years::of(name).is_none() && !is_number_cell(name));
        match (named, year.or(self.year)) {
            (Some(name), Some(year)) => MeasuredColumn::Value {
                name: ComposedWords::new(self.with_unit(&name, ""), span),
                year: ComposedWords::new(year.to_string(), span),
            },
            _ => MeasuredColumn::Unknown,
        }
    }

    /// A name with its unit in brackets: that of its row, else that of the whole table, unless it prints one.
    pub(super) fn with_unit(&self, name: &str, unit: &str) -> String {
        let name = one_line(name);
        let unit = Some(unit.trim()).filter(|unit| !unit.is_empty()).or(self.unit);
        match unit.filter(|_| split_printed_unit(&name).is_none()) {
            Some(unit) => format!("{name}（{unit}）"),
            None => name.into_owned(),
        }
    }
}

/// `2025年森林覆盖率`: the year before a name.
fn split_leading_year(words: &str) -> Option<(i32, &str)> {
    let (digits, name) = words.split_once('年')?;
    // The bounds only tell a year from another number before 年.
    let year = digits.parse().ok().filter(|year| (1900..2200).contains(year))?;
    Some((year, name))
}

/// What a title says is issued: 能耗强度 of 浙江省2025年能耗强度目标分解表.
fn subject_issued(title: &str) -> Option<String> {
    // The longest first, or 目标任务 would be left in the name.
    let end = ["目标任务分解", "目标分解", "任务分解", "指标分解", "分解", "下达", "分配"]
        .iter()
        .find_map(|word| title.find(word))?;
    let before = title.get(..end)?;
    // What stands before the year says who issues.
    let (_, name) = before.rsplit_once(['年', '”', '》'])?;
    let name = name.trim_start_matches("度").trim();
    (!name.is_empty()).then(|| name.to_owned())
}
