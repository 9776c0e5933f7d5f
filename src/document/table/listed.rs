//! Long tables: the indicator, the year and the value in a row of its own, with or without the region.

use std::collections::HashMap;

use crate::{
    document::{Given, Grid, Years},
    syntax::{
        Class, Column, ColumnKind, KeywordSet, Row, Table, TableKind, YearRole, compared_form,
    },
    text::Span,
};

use super::{
    UnreadTablePart, WhyUnread,
    allocated::allocated,
    column::{kind_of, role_of_year_words},
    head::spans_width,
    issued::{REGIONS, says_issued},
    layout::Framed,
    listed_value::ListedValue,
    words::{cell_on_one_line, is_ditto, one_line},
};

/// Rows above the head: a title, a unit for all.
const MOST_ABOVE: usize = 4;

/// Heads of a column of years.
const YEARS: &[&str] =
    &["年份", "年度", "目标年", "目标年份", "时间", "year", "targetyear", "financialyear"];

/// Heads of a column of values that say no role of their own.
const VALUES: &[&str] = &["value", "values", "level", "amount", "figure"];

/// Where the columns of a long table stand.
struct ListedLayout {
    below: usize,
    name: usize,
    when: usize,
    region: Option<usize>,
    unit: Option<usize>,
    class: Option<usize>,
    values: Vec<(usize, YearRole)>,
}

/// Whether a table holds a value a row.
pub(super) fn is_long(text: &str, grid: &Grid) -> bool {
    ListedLayout::of(text, grid).is_some()
}

impl ListedLayout {
    fn of(text: &str, grid: &Grid) -> Option<Self> {
        let top = (0..grid.height().min(MOST_ABOVE)).find(|&row| !spans_width(grid, row))?;
        let heads = grid.row(top).iter().map(|cell| one_line(cell.span.of(text)));
        let heads: Vec<String> = heads.map(|words| compared_form(&words).into_owned()).collect();
        let kinds: Vec<ColumnKind> = heads.iter().map(|head| kind_of(head, None)).collect();
        let of = |kind: ColumnKind| kinds.iter().position(|known| *known == kind);
        let listed = |words: &[&str]| heads.iter().position(|head| words.contains(&&**head));
        // A column that says its year makes an indicator table, whose rows are no single values.
        if kinds.iter().any(ColumnKind::holds_values) {
            return None;
        }
        let value = |(at, head): (usize, &String)| {
            let bare = head.split('(').next().unwrap_or_default();
            let plain = || role_of_year_words(bare).filter(|_| !bare.is_empty());
            let said = match bare {
                "target" | "targetvalue" => Some(YearRole::Target),
                "actual" | "baseline" => Some(YearRole::Observed),
                _ if VALUES.contains(&bare) => Some(YearRole::Bare),
                // Words that say a role beside others, but here they head the names and the years.
                "指标" | "年度" => None,
                _ => plain(),
            };
            Some((at, said?))
        };
        let long = Self {
            below: top + 1,
            name: of(ColumnKind::Indicator)?,
            when: listed(YEARS)?,
            region: of(ColumnKind::Region).or_else(|| listed(REGIONS)),
            unit: of(ColumnKind::Unit),
            class: of(ColumnKind::Class),
            values: heads.iter().enumerate().filter_map(value).collect(),
        };
        (!long.values.is_empty()).then_some(long)
    }
}

/// The tables that a long table is: a 分解表 where its title says that it issues numbers, else an indicator table with its
/// years in columns; `None` where it is no long table.
pub(super) fn read_listed_table(
    given: &mut Given,
    grid: &Grid,
    framed: &Framed,
    (unread, years): (&mut Vec<UnreadTablePart>, &mut Vec<Span>),
) -> Option<Vec<Table>> {
    let long = ListedLayout::of(given.text(), grid)?;
    let said = values_by_row(given.text(), grid, &long, unread);
    years.extend(said.iter().map(|said| said.when));
    let named = framed.caption.or(framed.title);
    let issues = named.is_some_and(|span| says_issued(span.of(given.text())));
    if said.is_empty() {
        return None;
    }
    let regions = said.iter().filter(|said| said.region.is_some()).count();
    // All rows must name a region: a value without one is the plan's own, for which a 分解表 has no
    // place. And what was observed is issued to nobody.
    if issues && regions == said.len() && said.iter().all(|said| said.role != YearRole::Observed) {
        return Some(vec![allocated(given, &said, framed, unread)]);
    }
    Some(vec![spread_by_year(given, &said, framed, unread)])
}

/// The values row by row; a blank name, region or unit is that of the row above.
fn values_by_row(
    text: &str,
    grid: &Grid,
    long: &ListedLayout,
    unread: &mut Vec<UnreadTablePart>,
) -> Vec<ListedValue> {
    let mut said = Vec::new();
    let mut last: [Option<Span>; 3] = [None; 3];
    for row in (long.below..grid.height()).filter(|row| !spans_width(grid, *row)) {
        let at = |column: usize| grid.cell(row, column).span;
        let filled = |column: usize| Some(at(column)).filter(|span| !span.is_empty());
        let cells = grid.row(row).iter().map(|cell| cell.span);
        let whole = cells.filter(|span| !span.is_empty()).reduce(Span::to).unwrap_or_default();
        let name = filled(long.name);
        // A unit is carried on as far as the indicator that it is of.
        // A row that names the next indicator without its unit is not measured in that of the one above.
        if name.is_some_and(|name| last[0].is_none_or(|last| last.of(text) != name.of(text))) {
            last[2] = None;
        }
        last[0] = name.or(last[0]);
        let unit = long.unit.and_then(filled).filter(|unit| !is_ditto(unit.of(text)));
        last[2] = unit.or(last[2]);
        last[1] = long.region.and_then(filled).or(last[1]);
        let year = Years::of(at(long.when).of(text)).filter(|years| years.start == years.end);
        let (Some(name), Some(year)) = (last[0], year) else {
            if long.values.iter().any(|(column, _)| filled(*column).is_some()) {
                unread.push(UnreadTablePart { span: whole, why: WhyUnread::Row });
            }
            continue;
        };
        for (column, role) in &long.values {
            let Some(value) = filled(*column) else { continue };
            said.push(ListedValue {
                row: whole,
                name,
                region: long.region.and(last[1]),
                unit: last[2],
                class: long.class.and_then(filled).filter(|s| Class::read(s.of(text)).is_some()),
                when: at(long.when),
                year: year.end,
                role: *role,
                value,
            });
        }
    }
    said
}

/// A row for each indicator of each region, and a column for each year.
fn spread_by_year(
    given: &mut Given,
    said: &[ListedValue],
    framed: &Framed,
    unread: &mut Vec<UnreadTablePart>,
) -> Table {
    let mut years: Vec<(i32, YearRole)> = Vec::new();
    for one in said {
        if !years.contains(&(one.year, one.role)) {
            years.push((one.year, one.role));
        }
    }
    // In the order of the years, and as printed within one: 目标 beside 实际 stay as the table has them.
    years.sort_by_key(|(year, _)| *year);
    let has = |wanted: fn(&ListedValue) -> bool| said.iter().any(wanted);
    let (region, class) = (has(|said| said.region.is_some()), has(|said| said.class.is_some()));
    let over = framed.unit.clone();
    let unit = over.is_some() || has(|said| said.unit.is_some());
    let kinds = [
        (true, ColumnKind::Indicator),
        (region, ColumnKind::Region),
        (unit, ColumnKind::Unit),
        (class, ColumnKind::Class),
    ];
    let fixed = kinds.into_iter().filter(|(kept, _)| *kept).map(|(_, kind)| kind);
    let of_years = years.iter().map(|&(year, role)| ColumnKind::Year { year, role });
    let columns: Vec<ColumnKind> = fixed.chain(of_years).collect();
    let first = said.first().map(|said| said.row);
    let mut table = headed_table(given, columns, framed, first);
    let mut rows = ListedRows::default();
    for one in said {
        if !rows.take(given.text(), one, &years) {
            unread.push(UnreadTablePart { span: one.row, why: WhyUnread::Row });
        }
    }
    for (one, span, values) in rows.rows {
        let start = Span::new(0, table.cells.len()).end;
        table.cells.push(cell_on_one_line(given, one.name));
        let blank = Span { start: one.name.end, end: one.name.end };
        if region {
            table.cells.push(one.region.unwrap_or(blank));
        }
        if unit {
            let own =
                one.unit.or_else(|| over.as_ref().map(|(unit, at)| given.write(unit, Some(*at))));
            table.cells.push(own.unwrap_or(blank));
        }
        if class {
            table.cells.push(one.class.unwrap_or(blank));
        }
        table.cells.extend(values.into_iter().map(|value| value.unwrap_or(blank)));
        let count = Span::new(0, table.cells.len()).end - start;
        table.rows.push(Row { span, group: None, first: start, count });
    }
    table
}

/// An indicator table without rows.
fn headed_table(
    given: &mut Given,
    columns: Vec<ColumnKind>,
    framed: &Framed,
    first: Option<Span>,
) -> Table {
    let kind = TableKind::Targets;
    let mut table = Table {
        kind,
        keyword: given.write(kind.word(KeywordSet::Chinese), framed.caption.or(first)),
        title: framed.caption.map(|span| cell_on_one_line(given, span)),
        columns: Vec::new(),
        rows: Vec::new(),
        cells: Vec::new(),
        notes: Vec::new(),
    };
    for column in columns {
        let head = column.headed(kind, KeywordSet::Chinese).unwrap_or_default();
        table.columns.push(Column { span: given.write(&head, first), kind: column });
    }
    table
}

/// The rows of the table in which years are columns.
#[derive(Default)]
struct ListedRows<'a> {
    rows: Vec<(&'a ListedValue, Span, Vec<Option<Span>>)>,
    known: HashMap<[String; 3], usize>,
}

impl<'a> ListedRows<'a> {
    /// Takes in a value; false where its place is taken.
    fn take(&mut self, text: &str, one: &'a ListedValue, years: &[(i32, YearRole)]) -> bool {
        let words = |span: Option<Span>| {
            span.map_or(String::new(), |s| compared_form(s.of(text)).into_owned())
        };
        // The unit is part of the key: one name in 亿元 and in % is two indicators.
        let key = [words(Some(one.name)), words(one.region), words(one.unit)];
        let next = self.rows.len();
        let at = *self.known.entry(key).or_insert(next);
        if at == next {
            self.rows.push((one, one.row, vec![None; years.len()]));
        }
        let column = years.iter().position(|known| *known == (one.year, one.role));
        let Some((row, column)) = self.rows.get_mut(at).zip(column) else { return false };
        row.1 = row.1.to(one.row);
        match row.2.get_mut(column) {
            Some(place @ None) => {
                *place = Some(one.value);
                true
            }
            _ => false,
        }
    }
}
