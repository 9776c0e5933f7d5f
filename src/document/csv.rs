//! Tables of comma-separated values, as `planlint export` and spreadsheets write them.

use std::ops::Range;

use crate::text::{Parts, Span};

use super::{
    Block, Cell, Document, Grid, Lost, LostKind,
    table::{is_note, is_unit_line},
};

/// More rows than this are not read.
// Choices that bound memory: two million places take some twenty megabytes, and a file is still read
// where it says least.
const MOST_ROWS: usize = 500_000;
/// Columns right of this one are not read.
const MOST_COLUMNS: usize = 1024;
/// More places than this are not laid out.
const MOST_PLACES: usize = 2_000_000;

/// Reads a text as tables, whose cells keep the doubled quotes inside their quotes. Blank rows part tables; rows of one cell
/// above a table are lines that name it, as rows of one cell below are its footnotes.
#[must_use]
pub fn read_csv(text: &str) -> Document {
    let mut reader = CsvReader { bytes: text.as_bytes(), comma: separator(text), at: 0 };
    let (mut rows, mut cut) = (Vec::new(), false);
    while let Some(row) = reader.row() {
        cut |= row.len() > MOST_COLUMNS;
        if rows.len() >= MOST_ROWS {
            cut = true;
            break;
        }
        let cells = row.into_iter().take(MOST_COLUMNS).map(|cell| trimmed_csv_cell(text, cell));
        rows.push(cells.collect::<Vec<Span>>());
    }
    let mut layout = CsvLayout { text, blocks: Vec::new(), places: 0, cut };
    for run in rows.split(|row| row.iter().all(|cell| cell.is_empty())) {
        layout.run(run);
    }
    let end = Span::new(text.len(), text.len());
    let lost = layout.cut.then_some(Lost { kind: LostKind::Limit, span: end });
    Document {
        text: text.to_owned(),
        blocks: layout.blocks,
        parts: Parts { has_lines: true, ..Parts::default() },
        lost: lost.into_iter().collect(),
    }
}

/// What parts the cells: the comma unless more of the first lines hold tabs, or semicolons as some countries write.
fn separator(text: &str) -> u8 {
    // A choice: what parts the cells is seen in the first lines, and a sheet may be long.
    const LINES: usize = 50;
    let count = |mark: char| text.lines().take(LINES).filter(|line| line.contains(mark)).count();
    let marks = [(b'\t', count('\t')), (b';', count(';'))];
    // The comma stays where as many lines have one: semicolons and tabs also stand inside cells.
    let most = marks.into_iter().max_by_key(|(_, lines)| *lines);
    most.filter(|(_, lines)| *lines > count(',')).map_or(b',', |(mark, _)| mark)
}

/// The rows of a file as blocks.
struct CsvLayout<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    places: usize,
    cut: bool,
}

impl CsvLayout<'_> {
    /// Rows that follow one another: lines, a table, its footnotes.
    fn run(&mut self, rows: &[Vec<Span>]) {
        let above = rows.iter().take_while(|row| only_filled_cell(row).is_some()).count();
        let (lines, rest) = rows.split_at(above);
        for line in lines.iter().filter_map(|row| only_filled_cell(row)) {
            self.blocks.push(if self.blocks.is_empty() {
                Block::Heading { level: 1, span: line }
            } else {
                Block::Paragraph(line)
            });
        }
        let is_note = |row: &&Vec<Span>| {
            only_filled_cell(row).is_some_and(|cell| is_note(cell.of(self.text)))
        };
        let notes = rest.iter().rev().take_while(is_note).count();
        // Only what reads like a note: the last row of a table may have a single cell, too.
        let (table, notes) = rest.split_at(rest.len() - notes);
        self.table(table);
        self.blocks
            .extend(notes.iter().filter_map(|row| only_filled_cell(row)).map(Block::Paragraph));
    }

    fn table(&mut self, rows: &[Vec<Span>]) {
        let filled = |row: &Vec<Span>| row.iter().rposition(|cell| !cell.is_empty());
        let Some(width) = rows.iter().filter_map(filled).max().map(|last| last + 1) else { return };
        let kept = MOST_PLACES.saturating_sub(self.places) / width;
        self.cut |= rows.len() > kept;
        let mut cells = Vec::new();
        for row in rows.iter().take(kept) {
            // Blank places stand where the row ends, so that a finding about one of them has a place.
            let end = row.last().map_or(0, |last| last.end);
            let padded = row.iter().copied().chain(std::iter::repeat(Span { start: end, end }));
            cells.extend(padded.take(width).map(|span| Cell { span, first: true }));
        }
        self.places += cells.len();
        let names = |span: &Span| !is_note(span.of(self.text)) && !is_unit_line(span.of(self.text));
        let lines = self.blocks.iter().rev().map_while(Block::line);
        // A title, a unit and a note may stand between a table and the line that names it; further up is
        // another's.
        let caption = lines.take(3).find(names);
        self.blocks.push(Block::Table(Grid { sheet: None, caption, width, cells }));
    }
}

/// The one cell of a row that holds words.
fn only_filled_cell(row: &[Span]) -> Option<Span> {
    let mut filled = row.iter().filter(|cell| !cell.is_empty());
    filled.next().copied().filter(|_| filled.next().is_none())
}

fn trimmed_csv_cell(text: &str, cell: Range<usize>) -> Span {
    let words = text.get(cell.clone()).unwrap_or_default();
    let start = cell.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

struct CsvReader<'a> {
    bytes: &'a [u8],
    comma: u8,
    at: usize,
}

impl CsvReader<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The cells of the next line without their quotes; `None` at the end.
    fn row(&mut self) -> Option<Vec<Range<usize>>> {
        self.byte()?;
        let mut cells = Vec::new();
        loop {
            // Quotes count only where a cell begins; 5" inside one is no quote.
            cells.push(if self.byte() == Some(b'"') { self.quoted() } else { self.plain() });
            let end = self.byte();
            self.at += 1;
            match end {
                Some(byte) if byte == self.comma => {}
                Some(b'\r') => {
                    // A carriage return alone ends a line in files of old programs.
                    self.at += usize::from(self.byte() == Some(b'\n'));
                    return Some(cells);
                }
                _ => return Some(cells),
            }
        }
    }

    fn plain(&mut self) -> Range<usize> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte != self.comma && !matches!(byte, b'\n' | b'\r')) {
            self.at += 1;
        }
        start..self.at
    }

    /// A cell in quotes; what stands behind the closing one is let go.
    fn quoted(&mut self) -> Range<usize> {
        self.at += 1;
        let start = self.at;
        while let Some(byte) = self.byte() {
            if byte == b'"' {
                if self.bytes.get(self.at + 1) != Some(&b'"') {
                    break;
                }
                self.at += 1;
            }
            self.at += 1;
        }
        let end = self.at.min(self.bytes.len());
        self.plain();
        start..end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Vec<&str>> {
        let document = read_csv(text);
        let [Block::Table(grid)] = document.blocks.as_slice() else { return Vec::new() };
        (0..grid.height())
            .map(|row| grid.row(row).iter().map(|cell| cell.span.of(text)).collect())
            .collect()
    }

    #[test]
    fn lines_stand_around_tables() {
        for text in [
            "甲市规划,,\n单位：亿元,,\n指标,2020年,2025年\n产值,5,6\n注：按可比价,,\n,,\n表2,,\n指标,2025年,\n就业,3,\n",
            "甲市规划\n单位：亿元\n指标,2020年,2025年\n产值,5,6\n注：按可比价\n\n表2\n指标,2025年\n就业,3",
            "甲市规划\n单位：亿元\n指标;2020年;2025年\n产值;5;6\n注：按可比价\n\n表2\n指标;2025年\n就业;3",
        ] {
            let document = read_csv(text);
            let told = |block: &Block| match block {
                Block::Table(grid) => {
                    let caption = grid.caption.map_or("", |span| span.of(text));
                    format!("{caption} {}x{}", grid.height(), grid.width)
                }
                Block::Heading { span, .. } => format!("# {}", span.of(text)),
                Block::Paragraph(span) | Block::Note(span) => span.of(text).to_owned(),
            };
            let blocks: Vec<String> = document.blocks.iter().map(told).collect();
            let lines =
                ["# 甲市规划", "单位：亿元", "甲市规划 2x3", "注：按可比价", "表2", "表2 2x2"];
            assert_eq!(blocks, lines, "{text}");
        }
    }

    #[test]
    fn cells_stand_where_the_file_holds_them() {
        assert_eq!(
            rows("plan,value\r\n甲,\"70%,\"\"约\"\"\"\r\n乙\n\"断"),
            [vec!["plan", "value"], vec!["甲", "70%,\"\"约\"\""], vec!["乙", ""], vec!["断", ""]]
        );
        assert_eq!(rows("a\tb\n1, 2\t3"), [vec!["a", "b"], vec!["1, 2", "3"]]);
        assert!(rows("").is_empty());
    }
}
