//! The rows of a sheet as blocks: blank rows part tables, and a line above a table names it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    document::{Block, Cell, Grid, LostKind, writer::Writer},
    text::{Span, Spot},
};

use super::sheet::{CellAddress, WorkbookSheet};

/// More places than this are not laid out for one sheet.
// A choice: a long table has some ten thousand places. Width and rows multiply, so one word far to the
// right must not be able to make a billion of them.
const MOST_PLACES: usize = 500_000;

/// Writes the blocks of a sheet.
pub(super) fn write_sheet_blocks(name: &Arc<str>, sheet: &WorkbookSheet, writer: &mut Writer) {
    for (kind, at) in &sheet.lost {
        writer.lose_at(*kind, spot_of_cell(name, *at));
    }
    let mut layout = XlsxLayout { name, sheet, writer, caption: None, places: 0 };
    for run in row_runs(sheet) {
        layout.run(&run);
    }
    if sheet.cut {
        writer.lose(LostKind::Limit);
    }
}

/// Rows that follow one another, each with the origins of its words from left to right.
type RowRun = Vec<(u32, Vec<CellAddress>)>;

/// The runs of rows that hold words, or that a merged cell reaches into.
fn row_runs(sheet: &WorkbookSheet) -> Vec<RowRun> {
    let mut runs: Vec<RowRun> = Vec::new();
    // The origin of a merged cell may be hidden where the cell itself is seen.
    // A merged cell counts in each row it reaches into, or a group's name over ten rows would break the
    // table apart after the first.
    let own = sheet.words.keys().filter(|at| sheet.is_seen(**at)).map(|at| (*at, *at));
    let reached = sheet.covered.iter().map(|(at, origin)| (*at, *origin));
    let mut places: Vec<(CellAddress, CellAddress)> = own.chain(reached).collect();
    places.sort_unstable();
    for ((row, _), origin) in places {
        match runs.last_mut().and_then(|run| run.last_mut()) {
            Some((last, origins)) if *last == row => {
                if origins.last() != Some(&origin) {
                    origins.push(origin);
                }
                continue;
            }
            // Rows that are hidden in between do not part a table, blank ones that are seen do: people
            // leave one between two tables.
            Some((last, _)) if sheet.follows(*last, row) => {
                runs.last_mut().into_iter().for_each(|run| run.push((row, vec![origin])));
            }
            _ => runs.push(vec![(row, vec![origin])]),
        }
    }
    runs
}

/// What lays out a sheet.
struct XlsxLayout<'a> {
    name: &'a Arc<str>,
    sheet: &'a WorkbookSheet,
    writer: &'a mut Writer,
    /// The last line that no table has taken for its name yet.
    caption: Option<Span>,
    places: usize,
}

impl XlsxLayout<'_> {
    fn run(&mut self, run: &[(u32, Vec<CellAddress>)]) {
        // A row with one filled cell above a table is its name, its unit or the sheet's title; below it,
        // only what begins like a note is taken out, for a group's name stands alone in its row, too.
        let lines = run.iter().take_while(|(_, origins)| origins.len() == 1).count();
        let (above, rest) = run.split_at(lines);
        distinct(above).into_iter().for_each(|at| self.line(at));
        let is_note = |origins: &[CellAddress]| match origins {
            [only] => self.sheet.words.get(only).is_some_and(|words| begins_note(words)),
            _ => false,
        };
        let notes = rest.iter().rev().take_while(|(_, origins)| is_note(origins)).count();
        let (table, notes) = rest.split_at(rest.len().saturating_sub(notes));
        self.table(table);
        distinct(notes).into_iter().for_each(|at| self.note(at));
    }

    /// A row with one filled cell above a table: the first of a workbook is its title.
    fn line(&mut self, at: CellAddress) {
        // Only the very first line of the workbook: the name of every sheet is not the plan's.
        let first = self.writer.len() == 0;
        let span = self.part(at);
        // 单位：% says what is counted, it names nothing.
        let names = !self.sheet.words.get(&at).is_some_and(|words| begins_note(words));
        self.caption = if names { Some(span) } else { self.caption };
        self.writer.block(if first {
            Block::Heading { level: 1, span }
        } else {
            Block::Paragraph(span)
        });
    }

    fn note(&mut self, at: CellAddress) {
        let span = self.part(at);
        self.writer.block(Block::Paragraph(span));
    }

    fn table(&mut self, rows: &[(u32, Vec<CellAddress>)]) {
        let columns = rows.iter().flat_map(|(row, _)| self.reach(*row));
        let Some((left, right)) = columns.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
            return;
        };
        let seen: Vec<u32> =
            // Hidden columns are left out of the rectangle, so that what is seen stays side by side.
            (left..=right).filter(|column| !self.sheet.hidden_columns.contains(column)).collect();
        let width = seen.len();
        let mut cells = Vec::new();
        let mut written = BTreeMap::new();
        for (row, _) in rows {
            if self.places + width > MOST_PLACES {
                self.writer.lose(LostKind::Limit);
                break;
            }
            self.places += width;
            for column in &seen {
                let at = (*row, *column);
                let Some(origin) = self.sheet.covered.get(&at) else {
                    cells.push(Cell { span: self.part(at), first: true });
                    continue;
                };
                // The words are written once, at the first place that is seen.
                let known = written.get(origin).copied();
                let span = known.unwrap_or_else(|| self.part(*origin));
                written.insert(*origin, span);
                cells.push(Cell { span, first: known.is_none() });
            }
        }
        let (sheet, caption) = (Some(Arc::clone(self.name)), self.caption.take());
        self.writer.block(Block::Table(Grid { sheet, caption, width, cells }));
    }

    /// The first and last column of a row that words stand in.
    fn reach(&self, row: u32) -> Option<(u32, u32)> {
        let stretch = (row, 0)..=(row, u32::MAX);
        let own = self.sheet.words.range(stretch.clone()).map(|(at, _)| *at);
        let mut own = own.filter(|at| self.sheet.is_seen(*at)).map(|(_, column)| column);
        let mut reached = self.sheet.covered.range(stretch).map(|((_, column), _)| *column);
        let ends = |first: Option<u32>, last: Option<u32>| Some((first?, last.or(first)?));
        let own = ends(own.next(), own.next_back());
        let reached = ends(reached.next(), reached.next_back());
        match (own, reached) {
            (Some(a), Some(b)) => Some((a.0.min(b.0), a.1.max(b.1))),
            (a, b) => a.or(b),
        }
    }

    fn part(&mut self, at: CellAddress) -> Span {
        let words = self.sheet.words.get(&at).map_or("", String::as_str);
        self.writer.part(words, spot_of_cell(self.name, at))
    }
}

fn spot_of_cell(sheet: &Arc<str>, at: CellAddress) -> Spot {
    Spot::Cell { sheet: Arc::clone(sheet), cell: Arc::from(cell_name(at)) }
}

/// The origins of rows, each once though it may reach over several.
fn distinct(rows: &[(u32, Vec<CellAddress>)]) -> Vec<CellAddress> {
    let mut origins: Vec<CellAddress> =
        rows.iter().flat_map(|(_, origins)| origins).copied().collect();
    origins.dedup();
    origins
}

/// Whether a line beside a table explains it: 注：, 单位：, 资料来源：, or the star of a footnote.
fn begins_note(words: &str) -> bool {
    ["注", "备注", "说明", "单位：", "单位:", "计量单位", "资料来源", "数据来源", "*", "＊"]
        .iter()
        .any(|word| words.starts_with(word))
}

/// `C7` for row 6, column 2.
fn cell_name((row, column): CellAddress) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    let mut name: String = letters.iter().rev().collect();
    name.push_str(&(row + 1).to_string());
    name
}
