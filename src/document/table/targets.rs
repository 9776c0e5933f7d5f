//! Every grid of a document: the indicator tables among them as tables, the others with numbers as not read.

use crate::{
    document::{Block, Document, Given, Grid, Years},
    syntax::{Column, ColumnKind, KeywordSet, Table, TableKind},
    text::Span,
};

use super::{
    head::Head,
    rows::{Rows, is_kept},
    words::{is_caption, is_note, is_unit_line, one_line, without_mark},
};
use crate::document::pasted::{is_number, ordinal};

/// What the tables of a document say.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Its indicator tables, each with its continuations.
    pub tables: Vec<Table>,
    /// Tables with numbers, and parts of indicator tables, that are not understood.
    pub unread: Vec<Unread>,
}

/// A table, row or column that is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The table's caption or first words; the row; the column's head.
    pub span: Span,
    /// What is missing.
    pub why: WhyUnread,
}

/// Why a table or a part of one is not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WhyUnread {
    /// It has numbers, and no head that names indicators.
    NoIndicators,
    /// It names indicators, and no year tells which values are theirs.
    NoYears,
    /// A row has values and no name.
    Row,
    /// A column has numbers, and its head is not known.
    Column,
}

/// Reads every grid of a document; `period` gives 目标值 without a year its own.
#[must_use]
pub fn targets(document: &Document, period: Option<Years>, given: &mut Given) -> Found {
    let mut reader = Reader { period, given, found: Found::default(), open: None };
    for (at, block) in document.blocks.iter().enumerate() {
        match block {
            Block::Table(grid) => match panels(&document.text, grid) {
                Some((left, right)) => {
                    reader.grid(&left, caption(document, at, grid));
                    reader.grid(&right, None);
                }
                None => reader.grid(grid, caption(document, at, grid)),
            },
            Block::Heading { span, .. } | Block::Paragraph(span) | Block::Note(span) => {
                reader.between(*span);
            }
        }
    }
    reader.close();
    reader.found
}

/// The halves of a table that stand side by side under the same heads.
fn panels(text: &str, grid: &Grid) -> Option<(Grid, Grid)> {
    let half = (grid.width > 3 && grid.width.is_multiple_of(2)).then_some(grid.width / 2)?;
    let words = |column| super::words::one_line(grid.cell(0, column).span.of(text));
    let same = (0..half).all(|column| {
        let apart = grid.cell(0, column).span != grid.cell(0, column + half).span;
        apart && !words(column).is_empty() && words(column) == words(column + half)
    });
    let part = |from: usize| Grid {
        width: half,
        cells: (0..grid.height())
            .flat_map(|row| grid.row(row).iter().skip(from).take(half).copied())
            .collect(),
        ..grid.clone()
    };
    same.then(|| (part(0), part(half)))
}

/// The line above a grid that names it: its own caption, else a short line just above.
fn caption(document: &Document, at: usize, grid: &Grid) -> Option<Span> {
    let above = |back: usize| match document.blocks.get(at.checked_sub(back)?)? {
        Block::Heading { span, .. } | Block::Paragraph(span) => Some(*span),
        Block::Note(_) | Block::Table(_) => None,
    };
    let names = |span: &Span| is_caption(span.of(&document.text));
    // What stands above a table in Markdown or on a page may be a sentence of its own.
    let title = |span: &Span| !span.of(&document.text).contains(['。', '；']);
    grid.caption.filter(title).or_else(|| above(1).filter(names)).or_else(|| {
        let unit = above(1).is_some_and(|span| is_unit_line(span.of(&document.text)));
        above(2).filter(names).filter(|_| unit)
    })
}

struct Reader<'a> {
    period: Option<Years>,
    given: &'a mut Given,
    found: Found,
    open: Option<Open>,
}

/// The table that rows are added to.
struct Open {
    table: Table,
    head: Head,
    width: usize,
    group: Option<Span>,
    whole: Option<Span>,
    /// Whether something stands behind it that ends it for tables without a head of their own.
    followed: bool,
}

impl Reader<'_> {
    fn grid(&mut self, grid: &Grid, caption: Option<Span>) {
        let Some(head) = Head::find(self.given.text(), grid, self.period) else {
            let framed = (caption, self.period);
            if let Some(table) =
                super::issued::read(self.given, grid, framed, &mut self.found.unread)
            {
                self.close();
                return self.found.tables.push(table);
            }
            return self.headless(grid, caption);
        };
        let continued = self.open.as_ref().is_some_and(|open| {
            let same =
                open.head.columns.iter().map(|c| &c.kind).eq(head.columns.iter().map(|c| &c.kind));
            same && (!open.followed && caption.is_none() || self.continues(caption))
        });
        if !continued {
            self.open(grid, &head, caption);
        }
        let below = head.below;
        if let Some(open) = &mut self.open {
            open.head = head;
        }
        self.rows(grid, below);
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
        let numbers = grid.cells.iter().filter(|cell| cell.first && is_number(cell.span.of(text)));
        // A lone number is part of a sentence, and the numbers of a form are no values.
        if numbers.count() < 2 || is_form(text, grid) {
            return;
        }
        let first = grid.cells.iter().map(|cell| cell.span).find(|span| !span.is_empty());
        let why =
            if names_indicators(text, grid) { WhyUnread::NoYears } else { WhyUnread::NoIndicators };
        self.found.unread.extend(caption.or(first).map(|span| Unread { span, why }));
    }

    fn open(&mut self, grid: &Grid, head: &Head, caption: Option<Span>) {
        self.close();
        let top = head.columns.iter().map(|column| column.span).find(|span| !span.is_empty());
        let keyword =
            self.given.write(TableKind::Targets.word(KeywordSet::Chinese), caption.or(top));
        let title = caption.map(|span| super::words::cell(self.given, span));
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
                self.found.unread.push(Unread { span: column.span, why: WhyUnread::Column });
            }
        }
        let (width, group, whole) = (grid.width, None, None);
        self.open = Some(Open { table, head: head.clone(), width, group, whole, followed: false });
    }

    /// The words of a column's head: as printed where the plan language reads them so, else its own for the kind.
    fn headed(&mut self, kind: &ColumnKind, words: &str, span: Span) -> Span {
        let printed = one_line(words);
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
        let mut rows = Rows {
            given: self.given,
            unread: &mut self.found.unread,
            group: open.group,
            whole: open.whole,
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
            open.table.notes.push(super::words::cell(self.given, note));
        } else if is_unit_line(words) {
            open.table.notes.push(span);
        } else if !(continues && words.chars().count() <= 50) {
            open.followed = true;
        }
    }

    fn close(&mut self) {
        self.found.tables.extend(self.open.take().map(|open| open.table));
    }
}

/// Whether the first number of a grid follows the last of the table above it; true without numbers.
fn counts_on(text: &str, open: &Open, grid: &Grid) -> bool {
    let Some(column) = open.head.column(&ColumnKind::Number) else { return true };
    let first = (0..grid.height()).find_map(|row| ordinal(grid.cell(row, column).span.of(text)));
    let kept = open.table.column(&ColumnKind::Number);
    let numbers = open
        .table
        .rows
        .iter()
        .rev()
        .filter_map(|row| ordinal(open.table.cell(row, kept?).of(text)));
    first.is_none() || first == numbers.into_iter().next().map(|last| last + 1)
}

/// Whether its cells are fields, `文号：` beside what the field says.
fn is_form(text: &str, grid: &Grid) -> bool {
    grid.cells.iter().any(|cell| cell.first && cell.span.of(text).ends_with(['：', ':']))
}

fn has_numbers(text: &str, grid: &Grid, head: &Head, column: usize) -> bool {
    (head.below..grid.height()).any(|row| is_number(grid.cell(row, column).span.of(text)))
}

fn names_indicators(text: &str, grid: &Grid) -> bool {
    let tops = grid.cells.iter().take(grid.width.saturating_mul(3));
    tops.map(|cell| super::kind_of(cell.span.of(text), None))
        .any(|kind| kind == ColumnKind::Indicator)
}
