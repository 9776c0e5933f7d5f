//! Markdown: headings, paragraphs, list items and tables of bars, all as stretches of the file itself.

use crate::text::{Parts, Span};

use super::{Block, Cell, Document, Grid, headings};

/// A row with more cells than this is a line of words.
const MOST_CELLS: usize = 256;

/// Reads a text in Markdown; it stays as it is, and its places are its lines.
#[must_use]
pub fn read(text: String) -> Document {
    let blocks = Reader { text: &text, blocks: Vec::new(), rows: Vec::new(), fenced: false }.read();
    Document {
        text,
        blocks,
        parts: Parts { has_lines: true, ..Parts::default() },
        lost: Vec::new(),
    }
}

struct Reader<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    /// The rows of the table that grows, without the line of dashes.
    rows: Vec<Vec<Span>>,
    /// Whether the lines are code, which states nothing.
    fenced: bool,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Block> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            let span = trimmed(self.text, Span::new(start, start + line.len()));
            start += line.len();
            self.line(span);
        }
        self.table();
        self.blocks
    }

    fn line(&mut self, span: Span) {
        let line = span.of(self.text);
        if line.starts_with("```") || line.starts_with("~~~") {
            self.fenced = !self.fenced;
        }
        let cells = if line.contains('|') { cells(self.text, span) } else { Vec::new() };
        let row = cells.len() > 1 || line.starts_with('|') && !cells.is_empty();
        if row && cells.len() <= MOST_CELLS && !self.fenced {
            if !cells.iter().all(|cell| is_rule(cell.of(self.text))) {
                self.rows.push(cells);
            }
            return;
        }
        self.table();
        let remark = line.starts_with("<!--") && line.ends_with("-->");
        let code = self.fenced || line.starts_with(['`', '~']);
        if !(line.is_empty() || code || remark || is_rule(line)) {
            self.words(span);
        }
    }

    /// A heading, a list item or a paragraph: each line is its own, as plans put a paragraph on a line.
    fn words(&mut self, line: Span) {
        let words = line.of(self.text);
        let marks = words.bytes().take_while(|byte| *byte == b'#').count();
        let marked = (1..=6).contains(&marks) && words.as_bytes().get(marks) == Some(&b' ');
        let bullet = ["- ", "* ", "+ ", "> "].iter().any(|mark| words.starts_with(mark));
        let skipped = if marked { marks } else { usize::from(bullet) };
        let span = bare(self.text, Span::new(line.range().start + skipped, line.range().end));
        let level = if marked {
            u8::try_from(marks.min(4)).ok()
        } else {
            headings::level(span.of(self.text))
        };
        self.blocks.push(match level {
            Some(level) => Block::Heading { level, span },
            None => Block::Paragraph(span),
        });
    }

    /// Ends the table that grows; the line before it names it.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let width = rows.iter().map(Vec::len).max().unwrap_or_default();
        if width == 0 {
            return;
        }
        let caption = match self.blocks.last() {
            Some(Block::Paragraph(span) | Block::Heading { span, .. }) => Some(*span),
            _ => None,
        };
        let mut laid = Vec::new();
        for row in rows {
            let end = row.last().map_or(0, |cell| cell.end);
            let missing = std::iter::repeat_n(Span { start: end, end }, width - row.len());
            laid.extend(row.into_iter().chain(missing).map(|span| Cell { span, first: true }));
        }
        self.blocks.push(Block::Table(Grid { sheet: None, caption, width, cells: laid }));
    }
}

/// The cells between the bars of a line.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let words = line.of(text);
    let mut found = Vec::new();
    let mut start = usize::from(words.starts_with('|'));
    let mut before = ' ';
    for (at, character) in words.char_indices().skip(start) {
        if character == '|' && before != '\\' {
            found.push(Span::new(start, at).shifted(line.start));
            start = at + 1;
        }
        before = character;
    }
    if start < words.len() {
        found.push(Span::new(start, words.len()).shifted(line.start));
    }
    found.into_iter().map(|cell| bare(text, cell)).collect()
}

/// Whether words are the dashes below a table's head, or a line across the page.
fn is_rule(words: &str) -> bool {
    words.matches('-').count() >= 3 && words.chars().all(|c| matches!(c, '-' | ':' | ' '))
}

fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let start = span.range().start + (words.len() - words.trim_start().len());
    Span::new(start, start + words.trim().len())
}

/// A stretch without the marks around all of it: `**70%**`.
fn bare(text: &str, span: Span) -> Span {
    let span = trimmed(text, span);
    let words = span.of(text);
    for mark in ["**", "__", "`"] {
        let inner = words.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark));
        if inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(mark)) {
            return Span::new(span.range().start + mark.len(), span.range().end - mark.len());
        }
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_stretches_of_the_file() {
        let text = "# 某县规划\n\n## 一、目标\n到2025年达到70%。\n- 新增3个\n\n表1 指标\n\n| 指标 | 2025年 |\n|:---|---:|\n| 城镇化率 | **70** |\n| 断 |\n\n```\n| a | b |\n```\n";
        let document = read(text.to_owned());
        let said: Vec<String> = document
            .blocks
            .iter()
            .map(|block| match block {
                Block::Heading { level, span } => format!("{level} {}", span.of(text)),
                Block::Paragraph(span) | Block::Note(span) => span.of(text).to_owned(),
                Block::Table(grid) => {
                    let cells = grid.cells.iter().map(|cell| cell.span.of(text));
                    let caption = grid.caption.map_or("", |span| span.of(text));
                    format!("{caption}: {}", cells.collect::<Vec<_>>().join("|"))
                }
            })
            .collect();
        assert_eq!(
            said,
            [
                "1 某县规划",
                "2 一、目标",
                "到2025年达到70%。",
                "新增3个",
                "表1 指标",
                "表1 指标: 指标|2025年|城镇化率|70|断|",
            ]
        );
    }
}
