//! Tables of comma-separated values, as `planlint export` and spreadsheets write them.

use std::ops::Range;

use crate::text::{Parts, Span};

use super::{Block, Cell, Document, Grid, Lost, LostKind};

/// More rows than this are not read.
const MOST_ROWS: usize = 500_000;
/// Columns right of this one are not read.
const MOST_COLUMNS: usize = 1024;
/// More places than this are not laid out.
const MOST_PLACES: usize = 2_000_000;

/// Reads a text as one table, whose cells keep the doubled quotes inside their quotes; tabs part them where the first line has
/// no comma.
#[must_use]
pub fn read(text: &str) -> Document {
    let first = text.lines().next().unwrap_or_default();
    let comma = if first.contains(',') { b',' } else { b'\t' };
    let mut reader = Reader { bytes: text.as_bytes(), comma, at: 0 };
    let (mut rows, mut cut) = (Vec::new(), false);
    while let Some(row) = reader.row() {
        cut |= row.len() > MOST_COLUMNS;
        if rows.len() >= MOST_ROWS {
            cut = true;
            break;
        }
        rows.push(row);
    }
    let width = rows.iter().map(Vec::len).max().unwrap_or_default().min(MOST_COLUMNS);
    let kept = MOST_PLACES.checked_div(width).unwrap_or_default();
    cut |= rows.len() > kept;
    let mut cells = Vec::new();
    for row in rows.iter().take(kept) {
        let end = row.last().map_or(0, |last| last.end);
        let padded = row.iter().cloned().chain(std::iter::repeat(end..end));
        cells
            .extend(padded.take(width).map(|cell| Cell { span: trimmed(text, cell), first: true }));
    }
    let grid = Grid { sheet: None, caption: None, width, cells };
    let end = Span::new(text.len(), text.len());
    Document {
        text: text.to_owned(),
        blocks: vec![Block::Table(grid)],
        parts: Parts { has_lines: true, ..Parts::default() },
        lost: cut.then_some(Lost { kind: LostKind::Limit, span: end }).into_iter().collect(),
    }
}

fn trimmed(text: &str, cell: Range<usize>) -> Span {
    let words = text.get(cell.clone()).unwrap_or_default();
    let start = cell.start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

struct Reader<'a> {
    bytes: &'a [u8],
    comma: u8,
    at: usize,
}

impl Reader<'_> {
    fn byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// The cells of the next line without their quotes; `None` at the end.
    fn row(&mut self) -> Option<Vec<Range<usize>>> {
        self.byte()?;
        let mut cells = Vec::new();
        loop {
            cells.push(if self.byte() == Some(b'"') { self.quoted() } else { self.plain() });
            let end = self.byte();
            self.at += 1;
            match end {
                Some(byte) if byte == self.comma => {}
                Some(b'\r') => {
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
        let document = read(text);
        let [Block::Table(grid)] = document.blocks.as_slice() else { return Vec::new() };
        (0..grid.height())
            .map(|row| grid.row(row).iter().map(|cell| cell.span.of(text)).collect())
            .collect()
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
