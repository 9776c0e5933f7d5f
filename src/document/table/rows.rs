//! The rows of an indicator table: indicators with their values, groups, parts of an indicator, footnotes.

use crate::{
    catalogue::split_printed_unit,
    document::{Cell, Given, Grid},
    syntax::{ColumnKind, Row, Table, is_blank_cell},
    text::{Span, fold_char},
};

use super::{
    UnreadTablePart, WhyUnread,
    head::{Head, is_value_column, spans_width},
    words::{
        cell_on_one_line, is_ditto, is_note, is_sum, is_unit_line, numbered, one_line,
        without_heading_number, without_mark, without_thereof,
    },
};

/// The rows of a table as they are read, grid after grid.
pub struct GridRows<'a> {
    /// The given words behind the document's text.
    pub given: &'a mut Given,
    /// What could not be read.
    pub unread: &'a mut Vec<UnreadTablePart>,
    /// The group the next row stands in.
    pub group: Option<Span>,
    /// The name whose parts the rows without a number of their own are.
    pub whole: Option<Span>,
    /// What is said for all rows.
    pub over: Over<'a>,
}

/// What is said for all rows of a table.
#[derive(Clone, Copy, Debug)]
pub struct Over<'a> {
    /// Their unit and where it is said, where no column says one; it is written behind the cells of each row.
    pub unit: Option<&'a (String, Span)>,
    /// Whether the document is text, which keeps no merged cells: a blank unit is then that of the row above.
    pub has_lines: bool,
}

/// What a row of a grid is.
enum GridRowKind {
    Blank,
    Head,
    Note(Span),
    Group(Span),
    Whole(Span),
    Data,
}

/// Endings of names that are not measured in the unit of the rows around them.
const NO_UNIT: [&str; 8] = ["比", "率", "数", "比重", "占比", "倍差", "强度", "得分"];

impl GridRows<'_> {
    /// Reads the rows of `grid` from `first` on into `table`.
    pub fn read(&mut self, grid: &Grid, head: &Head, first: usize, table: &mut Table) {
        for row in first..grid.height() {
            match self.kind(grid, head, row) {
                GridRowKind::Blank | GridRowKind::Head => {}
                GridRowKind::Note(note) => {
                    let line = cell_on_one_line(self.given, without_mark(self.given.text(), note));
                    table.notes.push(line);
                }
                GridRowKind::Group(group) => self.group = Some(cell_on_one_line(self.given, group)),
                GridRowKind::Whole(name) => self.whole = Some(cell_on_one_line(self.given, name)),
                GridRowKind::Data => self.data(grid, head, row, table),
            }
        }
    }

    fn kind(&self, grid: &Grid, head: &Head, row: usize) -> GridRowKind {
        let text = self.given.text();
        let cells = grid.row(row);
        let Some(only) = cells.iter().find(|cell| !cell.span.is_empty()) else {
            return GridRowKind::Blank;
        };
        if head.is_repeated(text, grid, row) {
            return GridRowKind::Head;
        }
        let words = only.span.of(text);
        if spans_width(grid, row) && (is_note(words) || is_unit_line(words)) {
            return GridRowKind::Note(only.span);
        }
        let at = |kind: &ColumnKind| {
            let column = head.column(kind)?;
            Some(grid.cell(row, column).span).filter(|span| !span.is_empty())
        };
        let (number, name) = (at(&ColumnKind::Number), at(&ColumnKind::Indicator));
        if self.has_values(grid, head, row) {
            return GridRowKind::Data;
        }
        match name {
            None => GridRowKind::Group(only.span),
            Some(name)
                if !numbered(text, number) && (spans_width(grid, row) || number.is_some()) =>
            {
                if split_printed_unit(name.of(text)).is_some() {
                    GridRowKind::Whole(name)
                } else {
                    GridRowKind::Group(name)
                }
            }
            Some(name) if self.is_part(grid, head, row + 1) => GridRowKind::Whole(name),
            Some(_) => GridRowKind::Data,
        }
    }

    /// Whether a row has a value or a class; one cell over all columns is none.
    fn has_values(&self, grid: &Grid, head: &Head, row: usize) -> bool {
        let cells = grid.row(row).iter().zip(&head.columns);
        let mut judged = cells.filter(|(cell, column)| {
            let counts = is_value_column(&column.kind) || column.kind == ColumnKind::Class;
            counts && !cell.span.is_empty()
        });
        !spans_width(grid, row) && judged.next().is_some()
    }

    /// Whether a row is a part of the indicator above: it has values and a name, and its number is blank.
    fn is_part(&self, grid: &Grid, head: &Head, row: usize) -> bool {
        let text = self.given.text();
        let blank = |kind: &ColumnKind| {
            head.column(kind).map(|column| is_blank_cell(grid.cell(row, column).span.of(text)))
        };
        row < grid.height()
            && self.has_values(grid, head, row)
            && blank(&ColumnKind::Number) == Some(true)
            && blank(&ColumnKind::Indicator) == Some(false)
    }

    fn data(&mut self, grid: &Grid, head: &Head, row: usize, table: &mut Table) {
        let cells = grid.row(row);
        let Some(column) = head.column(&ColumnKind::Indicator) else { return };
        let printed = grid.cell(row, column);
        let span = extent(cells, head);
        if printed.span.is_empty() {
            return self.unread.push(UnreadTablePart { span, why: WhyUnread::Row });
        }
        if is_sum(printed.span.of(self.given.text())) {
            return self.unread.push(UnreadTablePart { span, why: WhyUnread::Row });
        }
        let part = self.is_part(grid, head, row);
        let name = self.name(grid, head, row, column, part);
        if !part {
            self.whole = None;
        }
        self.grouped(cells, head, column);
        let first = Span::new(0, table.cells.len()).end;
        for (at, (cell_at, kept)) in cells.iter().zip(&head.columns).enumerate() {
            if !is_kept(&kept.kind) {
                continue;
            }
            let place = Span::new(0, table.cells.len()).end - first;
            let above = table.rows.last().map(|row| table.cell(row, place as usize));
            let above = above.filter(|_| self.is_as_above(&kept.kind, cell_at.span, name));
            let words = match &kept.unit {
                _ if at == column => name,
                Some(unit) => self.with_unit(cell_at.span, unit),
                None => above.unwrap_or_else(|| cell_on_one_line(self.given, cell_at.span)),
            };
            table.cells.push(words);
        }
        table.cells.extend(self.unit_over(name));
        let count = Span::new(0, table.cells.len()).end - first;
        table.rows.push(Row { span, group: self.group, first, count });
    }

    /// The unit that is said for the whole table, as a cell; none for shares and the like, which have their own; blank where the name prints one.
    fn unit_over(&mut self, name: Span) -> Option<Span> {
        let (unit, at) = self.over.unit?;
        let words = name.of(self.given.text());
        let own =
            split_printed_unit(words).is_some() || NO_UNIT.iter().any(|end| words.ends_with(end));
        let blank = Span { start: name.end, end: name.end };
        Some(if own { blank } else { self.given.write(unit, Some(*at)) })
    }

    /// Whether a cell repeats the one above it: ditto marks, and in text without merged cells a blank unit.
    fn is_as_above(&self, kind: &ColumnKind, words: Span, name: Span) -> bool {
        let text = self.given.text();
        let ditto = is_ditto(words.of(text));
        let name = name.of(text);
        let counts =
            split_printed_unit(name).is_none() && !NO_UNIT.iter().any(|end| name.ends_with(end));
        match kind {
            ColumnKind::Unit => ditto || self.over.has_lines && words.is_empty() && counts,
            ColumnKind::Class | ColumnKind::Owner => ditto,
            _ => false,
        }
    }

    /// A bare number below a head that says its unit takes it: beside the row's own unit it would be read in that.
    fn with_unit(&mut self, span: Span, unit: &str) -> Span {
        let words = one_line(span.of(self.given.text()));
        if !words.ends_with(|c| fold_char(c).is_ascii_digit()) {
            return cell_on_one_line(self.given, span);
        }
        let words = format!("{words}{unit}");
        self.given.write(&words, Some(span))
    }

    /// The cell of a 类别 column is the group of its row and of those below; a name that reaches over it has none.
    fn grouped(&mut self, cells: &[Cell], head: &Head, name: usize) {
        let columns = cells.iter().zip(&head.columns).enumerate();
        let mut categories = columns.filter(|(at, (_, column))| {
            column.kind == ColumnKind::Category && !is_column_of_wholes(head, *at, name)
        });
        let of_name = cells.get(name).map(|cell| cell.span);
        let last = categories.rfind(|(_, (cell, _))| !cell.span.is_empty());
        if let Some((_, (printed, _))) = last
            && !is_blank_cell(printed.span.of(self.given.text()))
        {
            let own = Some(printed.span) != of_name;
            self.group = own.then(|| cell_on_one_line(self.given, printed.span));
        }
    }

    /// The indicator's name: `其中：` is left out, and a part whose own words do not name it takes the whole's.
    fn name(&mut self, grid: &Grid, head: &Head, row: usize, column: usize, part: bool) -> Span {
        let printed = cell_on_one_line(self.given, grid.cell(row, column).span);
        let left = column.checked_sub(1).filter(|&left| is_column_of_wholes(head, left, column));
        let left = left.map(|left| grid.cell(row, left).span);
        let left = left.filter(|span| !span.is_empty() && *span != grid.cell(row, column).span);
        let whole =
            left.map(|span| cell_on_one_line(self.given, span)).or(self.whole.filter(|_| part));
        let bare =
            without_heading_number(self.given.text(), without_thereof(self.given.text(), printed));
        let Some(whole) = whole else { return bare };
        match self.composed(whole, bare) {
            Some(words) => self.given.write(&words, Some(grid.cell(row, column).span)),
            None => bare,
        }
    }

    /// `主要污染物排放减少（%）` and `氨氮` are `主要污染物排放减少：氨氮（%）`; a name that has a unit is one of its own.
    fn composed(&self, whole: Span, part: Span) -> Option<String> {
        let text = self.given.text();
        let (whole, part) = (whole.of(text), part.of(text));
        let (name, _) = split_printed_unit(whole)?;
        let unit = whole.get(name.len()..)?.trim();
        split_printed_unit(part).is_none().then(|| format!("{}：{part}{unit}", name.trim()))
    }
}

/// A column that is headed as the indicators are, behind the numbers: names of which the next column holds the parts.
fn is_column_of_wholes(head: &Head, left: usize, name: usize) -> bool {
    let same = match (head.columns.get(left), head.columns.get(name)) {
        (Some(left), Some(name)) => left.span == name.span && left.kind == ColumnKind::Category,
        _ => false,
    };
    same && head.column(&ColumnKind::Number).is_some_and(|number| number < left)
}

/// Whether a column of the grid becomes one of the table: groups stand at the rows, and what nobody knows is listed.
#[must_use]
pub fn is_kept(kind: &ColumnKind) -> bool {
    !matches!(kind, ColumnKind::Category | ColumnKind::Unknown)
}

/// From the first to the last printed cell of a row, groups left out.
fn extent(cells: &[Cell], head: &Head) -> Span {
    let own = cells.iter().zip(&head.columns);
    let own = own.filter(|(cell, column)| {
        cell.first && !cell.span.is_empty() && column.kind != ColumnKind::Category
    });
    let all = cells.iter().map(|cell| cell.span).find(|span| !span.is_empty());
    own.map(|(cell, _)| cell.span).reduce(Span::to).or(all).unwrap_or_default()
}
