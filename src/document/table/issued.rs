//! Tables by which a plan issues numbers to the regions below, with the regions in rows or in columns: 分解表.

use crate::{
    document::{Given, Grid, compose::ComposedWords},
    syntax::{Column, ColumnKind, KeywordSet, Row, Table, TableKind, compared_form},
    text::Span,
};

use super::{
    UnreadTablePart, WhyUnread,
    issued_line::IssuedLine,
    layout::Framed,
    measured::{MeasuredColumn, RegionGrid},
};

/// What a title says of numbers that are issued.
// Without such a word a table of regions may show what each has reached, and nothing of it would be
// promised.
const ISSUED: &[&str] = &["分解", "下达", "分配", "allocation", "apportion"];

/// What a title says of the regions below, where it speaks of their targets.
// 各县 alone may stand above results, so it counts only beside 目标 or 任务.
const BELOW: &[&str] = &["各县", "各区", "各市", "各地", "县市区", "市县区"];

/// Heads of a column of regions.
pub(super) const REGIONS: &[&str] = &[
    "地区",
    "市县",
    "县市",
    "区县",
    "县区",
    "县市区",
    "市县区",
    "市、县",
    "县(市、区)",
    "县(市)区",
    "市(州)",
    "市(区)",
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
    "borough",
];

/// The whole that the regions are parts of: what stands there is the plan's own.
pub(super) const WHOLE: &[&str] = &["全省", "全市", "全县", "全区", "全国"];

/// Rows that only sum up.
pub(super) const SUMS: &[&str] = &["合计", "总计", "小计", "total", "sum"];

/// What a table issues.
struct IssuedTable {
    regions: Vec<Span>,
    lines: Vec<IssuedLine>,
}

/// The 分解表 that a grid is, and behind it the plan's own targets; `None` where its title does not say that numbers are
/// issued, or no year is known.
pub(super) fn read_issued_table(
    given: &mut Given,
    grid: &Grid,
    framed: &Framed,
    unread: &mut Vec<UnreadTablePart>,
) -> Option<Vec<Table>> {
    let text = given.text();
    let sheet = RegionGrid::of(text, grid, framed)?;
    if !says_issued(&sheet.title) {
        return None;
    }
    let issued = in_rows(&sheet, unread).or_else(|| in_columns(&sheet, unread))?;
    let own = super::whole::targets_of_whole(given, &issued.lines);
    // The 分解表 first: what a plan issues is what the table is for.
    let mut tables = vec![write_issued_table(given, issued.regions, issued.lines, framed.caption)];
    tables.extend(own);
    Some(tables)
}

/// Whether a title says that its numbers are set for the regions below.
pub(super) fn says_issued(title: &str) -> bool {
    let key = compared_form(title);
    let below = BELOW.iter().any(|word| key.contains(word));
    let aims = ["目标", "任务", "target"].iter().any(|word| key.contains(word));
    ISSUED.iter().any(|word| key.contains(word)) || below && aims
}

fn is_one_of(words: &str, list: &[&str]) -> bool {
    list.contains(&&*compared_form(words))
}

/// 地区 | 能耗降低率 | …: a line for each column with numbers.
fn in_rows(sheet: &RegionGrid<'_>, unread: &mut Vec<UnreadTablePart>) -> Option<IssuedTable> {
    let names = (0..sheet.grid.width).find(|&column| is_one_of(sheet.head(column), REGIONS))?;
    // The whole and the sums are taken out of the rows before the regions are known, for 全市 and 合计
    // are none.
    let filled = sheet.rows().filter(|&row| !sheet.words(row, names).is_empty());
    let (whole, rows): (Vec<usize>, Vec<usize>) =
        filled.partition(|&row| is_one_of(sheet.words(row, names), WHOLE));
    let (sums, rows): (Vec<usize>, Vec<usize>) =
        rows.into_iter().partition(|&row| is_one_of(sheet.words(row, names), SUMS));
    let (mut lines, mut unknown) = (Vec::new(), Vec::new());
    // Only columns with numbers, and those behind the names: what stands before them numbers the rows.
    for column in (names + 1..sheet.grid.width).filter(|column| sheet.has_numbers(*column)) {
        match sheet.measured(column, None) {
            MeasuredColumn::Value { name, year } => {
                let cell = |row: &usize| sheet.grid.cell(*row, column).span;
                let span = sheet.span(column);
                let values = rows.iter().map(cell).collect();
                lines.push(IssuedLine { span, name, year, values, own: whole.first().map(cell) });
            }
            MeasuredColumn::Nothing => {}
            MeasuredColumn::Unknown => unknown.push(sheet.span(column)),
        }
    }
    // At least one line and one region, or the grid is asked as one with the regions in columns.
    if lines.is_empty() || rows.is_empty() {
        return None;
    }
    unread.extend(unknown.into_iter().map(|span| UnreadTablePart { span, why: WhyUnread::Column }));
    let lost = whole.iter().skip(1).chain(&sums);
    unread.extend(
        lost.map(|&row| UnreadTablePart { span: sheet.span_of_row(row), why: WhyUnread::Row }),
    );
    let regions = rows.iter().map(|&row| sheet.grid.cell(row, names).span).collect();
    Some(IssuedTable { regions, lines })
}

/// 指标 | 甲市 | 乙市: a line for each row with numbers, and for each year where the regions stand over years.
fn in_columns(sheet: &RegionGrid<'_>, unread: &mut Vec<UnreadTablePart>) -> Option<IssuedTable> {
    let at =
        |kind: ColumnKind| (0..sheet.grid.width).find(|&column| sheet.kind_of_head(column) == kind);
    let names = at(ColumnKind::Indicator)?;
    let units = at(ColumnKind::Unit);
    let is_region = |words: &str| {
        let words = compared_form(words).into_owned();
        // By its last character only: which regions there are the document's own tables may say better
        // than any list.
        words.ends_with(['省', '市', '县', '区', '旗', '州', '盟']) && words.chars().count() > 1
    };
    let numbers: Vec<usize> =
        (names + 1..sheet.grid.width).filter(|column| sheet.has_numbers(*column)).collect();
    let mut placed = IssuedLayout::default();
    let mut unknown = Vec::new();
    for column in numbers {
        let head = sheet.head(column);
        let whole = is_one_of(head, WHOLE);
        match sheet.measured(column, Some(head)) {
            MeasuredColumn::Value { year, .. } if whole || is_region(head) => {
                placed.take(sheet, column, (!whole).then_some(head), year);
            }
            MeasuredColumn::Nothing => {}
            _ => unknown.push(sheet.span(column)),
        }
    }
    // One region is a column of values like any other; two are a list of them.
    if placed.regions.len() < 2 {
        return None;
    }
    let mut lines: Vec<IssuedLine> = Vec::new();
    for row in sheet.rows().filter(|&row| !sheet.words(row, names).is_empty()) {
        let span = sheet.grid.cell(row, names).span;
        let unit = units.map_or("", |column| sheet.words(row, column));
        let name = ComposedWords::new(sheet.with_unit(sheet.words(row, names), unit), span);
        placed.fill(sheet, (row, &name), (&mut lines, unread));
    }
    unread.extend(unknown.into_iter().map(|span| UnreadTablePart { span, why: WhyUnread::Column }));
    (!lines.is_empty()).then_some(IssuedTable { regions: placed.regions, lines })
}

/// Columns of regions: where each stands, which region it is of (none for the whole), in which year.
#[derive(Default)]
struct IssuedLayout {
    regions: Vec<Span>,
    columns: Vec<(usize, Option<usize>, ComposedWords)>,
}

impl IssuedLayout {
    fn take(
        &mut self,
        sheet: &RegionGrid<'_>,
        column: usize,
        region: Option<&str>,
        year: ComposedWords,
    ) {
        let region = region.map(|head| {
            let same = self.regions.iter().position(|known| known.of(sheet.text) == head);
            same.unwrap_or_else(|| {
                self.regions.push(sheet.head_span(column));
                self.regions.len() - 1
            })
        });
        self.columns.push((column, region, year));
    }

    /// Adds the lines of one row, one for each year.
    fn fill(
        &self,
        sheet: &RegionGrid<'_>,
        (row, name): (usize, &ComposedWords),
        (lines, unread): (&mut Vec<IssuedLine>, &mut Vec<UnreadTablePart>),
    ) {
        let span = name.from.unwrap_or_else(|| sheet.span_of_row(row));
        let first = lines.len();
        for (column, region, year) in &self.columns {
            let value = sheet.grid.cell(row, *column).span;
            // A region's columns may be of several years, and each year is a line of its own.
            let same = lines.iter().skip(first).position(|line| line.year.words == year.words);
            let at = same.map_or(lines.len(), |at| first + at);
            if same.is_none() {
                let values = vec![Span::default(); self.regions.len()];
                let (name, year) = (name.clone(), year.clone());
                lines.push(IssuedLine { span, name, year, values, own: None });
            }
            let Some(line) = lines.get_mut(at) else { continue };
            // Of two columns for one region and year the second is told.
            match region.and_then(|region| line.values.get_mut(region)) {
                Some(place) if place.is_empty() => *place = value,
                None if line.own.is_none() => line.own = Some(value),
                _ if value.is_empty() => {}
                _ => unread.push(UnreadTablePart { span: value, why: WhyUnread::Column }),
            }
        }
    }
}

/// The 分解表 of lines.
pub(super) fn write_issued_table(
    given: &mut Given,
    regions: Vec<Span>,
    lines: Vec<IssuedLine>,
    caption: Option<Span>,
) -> Table {
    let kind = TableKind::Allocations;
    let first = regions.first().copied();
    let keyword = given.write(kind.word(KeywordSet::Chinese), caption.or(first));
    let title = caption.map(|span| super::words::cell_on_one_line(given, span));
    let fixed = [ColumnKind::Indicator, ColumnKind::When].map(|column| {
        let head = column.headed(kind, KeywordSet::Chinese).unwrap_or_default();
        Column { span: given.write(&head, first), kind: column }
    });
    let mut columns = Vec::from(fixed);
    for region in regions {
        columns.push(Column {
            kind: ColumnKind::Child,
            span: super::words::cell_on_one_line(given, region),
        });
    }
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for line in lines {
        let start = Span::new(0, cells.len()).end;
        cells.push(given.write(&line.name.words, line.name.from));
        cells.push(given.write(&line.year.words, line.year.from));
        cells.extend(line.values.iter().map(|value| super::words::cell_on_one_line(given, *value)));
        let count = Span::new(0, cells.len()).end - start;
        rows.push(Row { span: line.span, group: None, first: start, count });
    }
    Table { kind, keyword, title, columns, rows, cells, notes: Vec::new() }
}
