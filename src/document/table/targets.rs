//! Every grid of a document: the indicator tables among them as tables, the others with numbers as not read.

use crate::{
    document::{
        Block, Document, Given, Grid, Years,
        pasted::{is_number_cell, ordinal_of_cell},
    },
    syntax::{Column, ColumnKind, KeywordSet, Table, TableKind, compared_form, without_growth},
    text::Span,
};

use super::{
    head::Head,
    layout::{
        Framed, caption, grid_names_indicators, is_form_grid, split_panels, turn_year_rows,
        unit_over,
    },
    rows::{GridRows, Over, is_kept},
    settle::settle_observed_columns,
    unread_part::{UnreadTablePart, WhyUnread},
    words::{is_note, is_unit_line, one_line, without_mark},
};

/// What the tables of a document say.
#[derive(Clone, Debug, Default)]
pub struct TableReading {
    /// Its indicator tables, each with its continuations.
    pub tables: Vec<Table>,
    /// Tables with numbers, and parts of indicator tables, that are not understood.
    pub unread: Vec<UnreadTablePart>,
    /// Years that rows of long tables say of their values, in order.
    pub years: Vec<Span>,
}

/// Reads every grid of a document; `period` gives 目标值 without a year its own.
#[must_use]
pub fn read_target_tables(
    document: &Document,
    period: Option<Years>,
    given: &mut Given,
) -> TableReading {
    let has_lines = document.parts.has_lines;
    let mut reader =
        TargetTableReader { period, has_lines, given, found: TableReading::default(), open: None };
    for (at, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Table(grid) => {
                for (number, grid) in split_panels(&document.text, grid).iter().enumerate() {
                    // The caption is that of the first half; the others stand beside it and have none.
                    let caption = caption(document, at, grid).filter(|_| number == 0);
                    let title = document.blocks.first().and_then(Block::line).filter(|_| at > 0);
                    let unit = unit_over(document, at, grid, caption);
                    reader.grid(grid, &Framed { caption, title, period, unit });
                }
            }
            Block::Heading { span, .. } | Block::Paragraph(span) | Block::Note(span) => {
                reader.between(*span);
            }
        }
    }
    reader.close();
    reader.found
}

struct TargetTableReader<'a> {
    period: Option<Years>,
    has_lines: bool,
    given: &'a mut Given,
    found: TableReading,
    open: Option<OpenTable>,
}

/// The table that rows are added to.
struct OpenTable {
    table: Table,
    head: Head,
    /// The unit that was said for all of its rows, which have no column of units.
    unit: Option<(String, Span)>,
    width: usize,
    group: Option<Span>,
    whole: Option<Span>,
    /// Whether something stands behind it that ends it for tables without a head of their own.
    followed: bool,
}

impl TargetTableReader<'_> {
    fn grid(&mut self, grid: &Grid, framed: &Framed) {
        let text = self.given.text();
        let found = match Head::find(text, grid, self.period) {
            // A long table has a head of indicators, too, and would be read as one without years.
            _ if super::listed::is_long(text, grid) => None,
            Some(head) => Some((head, None)),
            None => turn_year_rows(text, grid, self.period).map(|(head, grid)| (head, Some(grid))),
        };
        let Some((mut head, turned)) = found else {
            if let Some(tables) = self.other(grid, framed) {
                self.close();
                return self.found.tables.extend(tables);
            }
            return self.headless(grid, framed.caption);
        };
        let (grid, caption) = (turned.as_ref().unwrap_or(grid), framed.caption);
        let said = [caption, framed.title].map(|span| span.map(|span| span.of(text)));
        settle_observed_columns(&mut head.columns, said, self.period);
        let continued = self.open.as_ref().is_some_and(|open| {
            let same =
                open.head.columns.iter().map(|c| &c.kind).eq(head.columns.iter().map(|c| &c.kind));
            // A new caption begins a new table even with the same head, unless it says 续表.
            same && (!open.followed && caption.is_none() || self.continues(caption))
        });
        if !continued {
            self.open(grid, &head, framed);
        }
        let below = head.below;
        if let Some(open) = &mut self.open {
            open.head = head;
        }
        self.rows(grid, below);
    }

    /// A table of another kind: a value a row, numbers for the regions below, tasks.
    fn other(&mut self, grid: &Grid, framed: &Framed) -> Option<Vec<Table>> {
        let TableReading { unread, years, .. } = &mut self.found;
        super::listed::read_listed_table(self.given, grid, framed, (unread, years))
            .or_else(|| super::issued::read_issued_table(self.given, grid, framed, unread))
            .or_else(|| {
                Some(vec![super::tasks::read_task_table(self.given, grid, framed, unread)?])
            })
    }

    /// Whether a caption says that its table goes on: `续表1`, `表1（续）`.
    fn continues(&self, caption: Option<Span>) -> bool {
        let words = caption.map(|span| span.of(self.given.text()));
        words.is_some_and(|words| {
            words.contains('续') && !words.contains("持续") && !words.contains("连续")
        })
    }

    /// A grid without a head of its own goes on with the table above it, or is listed when it has numbers.
    fn headless(&mut self, grid: &Grid, caption: Option<Span>) {
        let text = self.given.text();
        let goes_on = self.open.as_ref().is_some_and(|open| {
            open.width == grid.width
                && (!open.followed && caption.is_none() || self.continues(caption))
                && counts_on(text, open, grid)
        });
        if goes_on {
            return self.rows(grid, 0);
        }
        self.close();
        let text = self.given.text();
        let numbers =
            grid.cells.iter().filter(|cell| cell.first && is_number_cell(cell.span.of(text)));
        // A lone number is part of a sentence, and the numbers of a form are no values.
        if numbers.count() < 2 || is_form_grid(text, grid) {
            return;
        }
        let first = grid.cells.iter().map(|cell| cell.span).find(|span| !span.is_empty());
        let why = if grid_names_indicators(text, grid) {
            WhyUnread::NoYears
        } else {
            WhyUnread::NoIndicators
        };
        self.found.unread.extend(caption.or(first).map(|span| UnreadTablePart { span, why }));
    }

    fn open(&mut self, grid: &Grid, head: &Head, framed: &Framed) {
        self.close();
        let caption = framed.caption;
        let top = head.columns.iter().map(|column| column.span).find(|span| !span.is_empty());
        let keyword =
            self.given.write(TableKind::Targets.word(KeywordSet::Chinese), caption.or(top));
        let title = caption.map(|span| super::words::cell_on_one_line(self.given, span));
        let mut table = Table {
            kind: TableKind::Targets,
            keyword,
            title,
            columns: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            notes: Vec::new(),
        };
        for (at, column) in head.columns.iter().enumerate() {
            if is_kept(&column.kind) {
                let span = self.headed(&column.kind, &column.words, column.span);
                table.columns.push(Column { kind: column.kind.clone(), span });
            } else if column.kind == ColumnKind::Unknown
                && has_numbers(self.given.text(), grid, head, at)
            {
                let why = if column.repeats { WhyUnread::Repeated } else { WhyUnread::Column };
                let span = self.given.write(&one_line(&column.words), Some(column.last));
                self.found.unread.push(UnreadTablePart { span, why });
            }
        }
        let said = head.unit.clone().or_else(|| framed.unit.clone());
        let unit = said.filter(|_| head.column(&ColumnKind::Unit).is_none());
        if let Some((_, at)) = &unit {
            let own = ColumnKind::Unit.headed(TableKind::Targets, KeywordSet::Chinese);
            let span = self.given.write(&own.unwrap_or_default(), Some(*at));
            table.columns.push(Column { kind: ColumnKind::Unit, span });
        }
        let (width, group, whole) = (grid.width, None, None);
        let head = head.clone();
        self.open = Some(OpenTable { table, head, unit, width, group, whole, followed: false });
    }

    /// The words of a column's head: as printed where the plan language reads them so, else its own for the kind.
    fn headed(&mut self, kind: &ColumnKind, words: &str, span: Span) -> Span {
        let printed = one_line(words);
        // How fast values grow on average stays apart from an average level.
        if *kind == ColumnKind::YearlyAverage && without_growth(&compared_form(&printed)).is_some()
        {
            let sums = printed.contains("累计");
            return self.given.write(if sums { "年均增长/累计" } else { "年均增长" }, Some(span));
        }
        if ColumnKind::named(TableKind::Targets, &printed) == *kind {
            return self.given.write(&printed, Some(span));
        }
        match kind.headed(TableKind::Targets, KeywordSet::Chinese) {
            Some(own) => self.given.write(&own, Some(span)),
            None => span,
        }
    }

    fn rows(&mut self, grid: &Grid, first: usize) {
        let Some(open) = &mut self.open else { return };
        let mut rows = GridRows {
            given: self.given,
            unread: &mut self.found.unread,
            group: open.group,
            whole: open.whole,
            over: Over { unit: open.unit.as_ref(), has_lines: self.has_lines },
        };
        rows.read(grid, &open.head, first, &mut open.table);
        (open.group, open.whole) = (rows.group, rows.whole);
        open.followed = false;
    }

    /// A line behind the open table: one of its footnotes, a sign that it goes on, or its end.
    fn between(&mut self, span: Span) {
        let continues = self.continues(Some(span));
        let Some(open) = &mut self.open else { return };
        let words = span.of(self.given.text());
        if is_note(words) && !open.followed {
            let note = without_mark(self.given.text(), span);
            open.table.notes.push(super::words::cell_on_one_line(self.given, note));
        } else if is_unit_line(words) {
            open.table.notes.push(span);
        // A line of up to fifty characters is a caption; 持续 in a paragraph is no 续表.
        } else if !(continues && words.chars().count() <= 50) {
            open.followed = true;
        }
    }

    fn close(&mut self) {
        self.found.tables.extend(self.open.take().map(|open| open.table));
    }
}

/// Whether the first number of a grid follows the last of the table above it; true without numbers.
fn counts_on(text: &str, open: &OpenTable, grid: &Grid) -> bool {
    let Some(column) = open.head.column(&ColumnKind::Number) else { return true };
    let first =
        (0..grid.height()).find_map(|row| ordinal_of_cell(grid.cell(row, column).span.of(text)));
    let kept = open.table.column(&ColumnKind::Number);
    let numbers = open
        .table
        .rows
        .iter()
        .rev()
        .filter_map(|row| ordinal_of_cell(open.table.cell(row, kept?).of(text)));
    first.is_none() || first == numbers.into_iter().next().map(|last| last + 1)
}

fn has_numbers(text: &str, grid: &Grid, head: &Head, column: usize) -> bool {
    (head.below..grid.height()).any(|row| is_number_cell(grid.cell(row, column).span.of(text)))
}
