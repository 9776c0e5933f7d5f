//! Tables by which a plan issues numbers to the regions below, with the regions in rows or in columns: 分解表.

use crate::{
    document::{Given, Grid, Years, compose::Piece, pasted::is_number},
    syntax::{Column, ColumnKind, KeywordSet, Row, Table, TableKind, YearRole, compared},
    text::Span,
};

use super::{Unread, WhyUnread, column::kind_of, head::spans_width, words::one_line};

/// Rows above the heads: a title, a unit for all.
const MOST_ABOVE: usize = 4;

/// What a title says of numbers that are issued.
const ISSUED: &[&str] = &["分解", "下达", "分配", "allocation", "apportion"];

/// Heads of a column of regions.
const REGIONS: &[&str] = &[
    "地区",
    "市县",
    "县市",
    "区县",
    "县区",
    "县市区",
    "市、县",
    "县(市、区)",
    "市(州)",
    "地市",
    "设区市",
    "各地",
    "各市",
    "各县",
    "区域",
    "行政区",
    "行政区划",
    "region",
    "area",
    "district",
    "county",
    "city",
];

/// Rows of the whole, which is no region below.
const WHOLE: &[&str] =
    &["合计", "总计", "小计", "全省", "全市", "全县", "全区", "全国", "total", "sum"];

/// One number of each region: an indicator's in a year.
struct Line {
    span: Span,
    name: Piece,
    year: Piece,
    values: Vec<Span>,
}

/// What a table issues.
struct Issued {
    regions: Vec<Span>,
    lines: Vec<Line>,
}

/// The 分解表 that a grid is; `None` where its title does not say that numbers are issued, or no year is known.
pub(super) fn read(
    given: &mut Given,
    grid: &Grid,
    (caption, period): (Option<Span>, Option<Years>),
    unread: &mut Vec<Unread>,
) -> Option<Table> {
    let text = given.text();
    let top = (0..grid.height().min(MOST_ABOVE)).find(|&row| !spans_width(grid, row))?;
    let above = (0..top).filter_map(|row| grid.row(row).first().map(|cell| cell.span));
    let said: String = caption.into_iter().chain(above).map(|span| span.of(text)).collect();
    let key = compared(&said).into_owned();
    if !ISSUED.iter().any(|word| key.contains(word)) {
        return None;
    }
    let year = Years::of(&said).or(period).map(|years| years.end);
    let sheet = Sheet { text, grid, top, year, title: &said };
    let issued = sheet.in_rows(unread).or_else(|| sheet.in_columns(unread))?;
    Some(written(given, issued, caption))
}

/// A grid with its heads in row `top`.
struct Sheet<'a> {
    text: &'a str,
    grid: &'a Grid,
    top: usize,
    year: Option<i32>,
    title: &'a str,
}

impl Sheet<'_> {
    fn words(&self, row: usize, column: usize) -> &str {
        self.grid.cell(row, column).span.of(self.text)
    }

    fn kind(&self, column: usize) -> ColumnKind {
        kind_of(&one_line(self.words(self.top, column)), None)
    }

    fn has_numbers(&self, column: usize) -> bool {
        (self.top + 1..self.grid.height()).any(|row| is_number(self.words(row, column)))
    }

    /// 地区 | 能耗降低率 | …: a line for each column with numbers.
    fn in_rows(&self, unread: &mut Vec<Unread>) -> Option<Issued> {
        let is_regions =
            |column: &usize| REGIONS.contains(&&*compared(self.words(self.top, *column)));
        let names = (0..self.grid.width).find(is_regions)?;
        let filled =
            |row: &usize| !self.words(*row, names).is_empty() && !spans_width(self.grid, *row);
        let rows: Vec<usize> = (self.top + 1..self.grid.height()).filter(filled).collect();
        let whole = |row: &usize| WHOLE.contains(&&*compared(self.words(*row, names)));
        let (wholes, rows): (Vec<usize>, Vec<usize>) = rows.into_iter().partition(whole);
        let values = (names + 1..self.grid.width).filter(|column| self.has_numbers(*column));
        let (mut lines, mut unknown) = (Vec::new(), Vec::new());
        for column in values {
            let values = rows.iter().map(|&row| self.grid.cell(row, column).span).collect();
            match self.measured(column) {
                Some((name, year)) => {
                    let span = self.grid.cell(self.top, column).span;
                    lines.push(Line { span, name, year, values });
                }
                None => unknown.push(self.grid.cell(self.top, column).span),
            }
        }
        if lines.is_empty() || rows.is_empty() {
            return None;
        }
        unread.extend(unknown.into_iter().map(|span| Unread { span, why: WhyUnread::Column }));
        unread.extend(wholes.iter().map(|&row| self.row_unread(row)));
        let regions = rows.iter().map(|&row| self.grid.cell(row, names).span).collect();
        Some(Issued { regions, lines })
    }

    fn row_unread(&self, row: usize) -> Unread {
        let cells = self.grid.row(row).iter().map(|cell| cell.span);
        let span = cells.filter(|span| !span.is_empty()).reduce(Span::to);
        Unread { span: span.unwrap_or_default(), why: WhyUnread::Row }
    }

    /// The indicator and the year of a column; `None` for one of remarks, of past values, or without either.
    fn measured(&self, column: usize) -> Option<(Piece, Piece)> {
        let span = self.grid.cell(self.top, column).span;
        let head = one_line(span.of(self.text)).trim().to_owned();
        let piece = |words: String| Piece::new(words, span);
        match self.kind(column) {
            ColumnKind::Year { year, role: YearRole::Bare | YearRole::Target } => {
                Some((piece(subject(self.title)?), piece(year.to_string())))
            }
            ColumnKind::Unknown => {
                let own = head.split_once('年').and_then(|(digits, name)| {
                    Some((digits.parse::<i32>().ok()?, name.to_owned()))
                });
                let (year, name) = own.map_or((self.year?, head), |(year, name)| (year, name));
                let bare = name.split(['（', '(']).next().unwrap_or_default();
                let named = !bare.is_empty() && !bare.contains(|c: char| c.is_ascii_digit());
                named.then(|| (piece(name), piece(year.to_string())))
            }
            _ => None,
        }
    }

    /// 指标 | 甲市 | 乙市: a line for each row with numbers.
    fn in_columns(&self, unread: &mut Vec<Unread>) -> Option<Issued> {
        let at = |kind: ColumnKind| (0..self.grid.width).find(|&column| self.kind(column) == kind);
        let names = at(ColumnKind::Indicator)?;
        let units = at(ColumnKind::Unit);
        let named = |column: &usize| {
            let words = compared(self.words(self.top, *column)).into_owned();
            let region = words.ends_with(['省', '市', '县', '区', '旗', '州', '盟']);
            region && !WHOLE.contains(&&*words)
        };
        let numbers = (names + 1..self.grid.width).filter(|column| self.has_numbers(*column));
        let (regions, unknown): (Vec<usize>, Vec<usize>) = numbers.partition(named);
        if regions.len() < 2 {
            return None;
        }
        let year = self.year?.to_string();
        let rows = (self.top + 1..self.grid.height()).filter(|row| !spans_width(self.grid, *row));
        let line = |row: usize| {
            let span = self.grid.cell(row, names).span;
            let unit = units.map_or("", |column| self.words(row, column)).trim();
            let unit = if unit.is_empty() { String::new() } else { format!("（{unit}）") };
            let name = format!("{}{unit}", one_line(span.of(self.text)));
            let values = regions.iter().map(|&column| self.grid.cell(row, column).span).collect();
            let piece = |words: &str| Piece::new(words, span);
            let (name, year) = (piece(&name), piece(&year));
            (!span.is_empty()).then_some(Line { span, name, year, values })
        };
        let lines: Vec<Line> = rows.filter_map(line).collect();
        let heads = |column: usize| self.grid.cell(self.top, column).span;
        let unknown = unknown.into_iter().map(heads);
        unread.extend(unknown.map(|span| Unread { span, why: WhyUnread::Column }));
        let regions = regions.iter().map(|&column| heads(column)).collect();
        (!lines.is_empty()).then_some(Issued { regions, lines })
    }
}

/// What a title says is issued: 能耗强度 of 浙江省2025年能耗强度目标分解表.
fn subject(title: &str) -> Option<String> {
    let end = ["目标任务分解", "目标分解", "任务分解", "指标分解", "分解", "下达", "分配"]
        .iter()
        .find_map(|word| title.find(word))?;
    let before = title.get(..end)?;
    let (_, name) = before.rsplit_once(['年', '”', '》'])?;
    let name = name.trim_start_matches("度").trim();
    (!name.is_empty()).then(|| name.to_owned())
}

fn written(given: &mut Given, issued: Issued, caption: Option<Span>) -> Table {
    let kind = TableKind::Allocations;
    let first = issued.regions.first().copied();
    let keyword = given.write(kind.word(KeywordSet::Chinese), caption.or(first));
    let title = caption.map(|span| super::words::cell(given, span));
    let fixed = [ColumnKind::Indicator, ColumnKind::When].map(|column| {
        let head = column.headed(kind, KeywordSet::Chinese).unwrap_or_default();
        Column { span: given.write(&head, first), kind: column }
    });
    let mut columns = Vec::from(fixed);
    for region in issued.regions {
        columns.push(Column { kind: ColumnKind::Child, span: super::words::cell(given, region) });
    }
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for line in issued.lines {
        let start = Span::new(0, cells.len()).end;
        cells.push(given.write(&line.name.words, line.name.from));
        cells.push(given.write(&line.year.words, line.year.from));
        cells.extend(line.values.iter().map(|value| super::words::cell(given, *value)));
        let count = Span::new(0, cells.len()).end - start;
        rows.push(Row { span: line.span, group: None, first: start, count });
    }
    Table { kind, keyword, title, columns, rows, cells, notes: Vec::new() }
}
