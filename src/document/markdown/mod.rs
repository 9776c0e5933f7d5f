//! Markdown as people and converters write it: what shows of each line stands in the line of the text that it has in the file.

mod drawn;
mod inline;
mod math;
mod page;
mod tables;
mod tag;
mod words;

use crate::text::{Parts, Span};

use super::{Block, Document, Lost, LostKind, headings};

use self::words::MarkdownWords;

/// A row with more cells than this is a line of words.
// A choice: tables of plans have a dozen columns, and a line of code or a drawing may have bars by the
// hundred.
const MOST_CELLS: usize = 256;
/// A line of equal signs makes a heading of a line above that is no longer, in characters.
// A choice: a title is hardly longer, and a line of signs below a whole paragraph is a line across the
// page.
const LONGEST_HEADING: usize = 45;

/// Reads a text in Markdown; its places are its lines.
#[must_use]
pub fn read_markdown(text: String) -> Document {
    let mut starts = Vec::new();
    let mut at = 0;
    // Split at `\n` alone and not by `lines()`, which drops the last empty line: the text must have as
    // many lines as the file, for places are told by their count.
    let lines = text.split('\n').map(|line| {
        starts.push(at);
        at += line.len() + 1;
        line.trim_end_matches('\r')
    });
    let lines: Vec<&str> = lines.collect();
    let mut reader = MarkdownReader {
        source: &text,
        lines: &lines,
        starts: &starts,
        ..MarkdownReader::default()
    };
    reader.read();
    let parts = Parts { has_lines: true, ..Parts::default() };
    Document {
        text: reader.words.finish(lines.len()),
        blocks: reader.blocks,
        parts,
        lost: reader.lost,
    }
}

#[derive(Default)]
struct MarkdownReader<'a> {
    source: &'a str,
    lines: &'a [&'a str],
    starts: &'a [usize],
    words: MarkdownWords,
    blocks: Vec<Block>,
    lost: Vec<Lost>,
    /// The rows of the table that grows, without the line of dashes.
    rows: Vec<Vec<Span>>,
    /// Whether the lines are code, which states nothing.
    fenced: bool,
    /// Whether the last line was words, and whether it was a footnote.
    said: bool,
    noted: bool,
}

impl MarkdownReader<'_> {
    fn read(&mut self) {
        let mut at = 0;
        while let Some(line) = self.lines.get(at) {
            self.words.reach(at);
            let next = if self.fenced { None } else { self.larger(line, at) };
            at = match next {
                // At least one line further each time: a reader that finds nothing at a line must not
                // stand still there.
                Some(next) => next.max(at + 1),
                None => {
                    self.line(line);
                    at + 1
                }
            };
        }
        self.table();
    }

    /// Reads what takes several lines, and gives the first line behind it.
    fn larger(&mut self, line: &str, at: usize) -> Option<usize> {
        // In this order: what is tried later would take a frame or dashes with gaps for words, or for a
        // rule across the page.
        let trimmed = line.trim_start();
        if drawn::is_grid_frame(line) {
            self.table();
            let drawn = drawn::drawn_grid(self.lines, at);
            return Some(self.drawn(drawn));
        }
        if let Some(columns) = drawn::dashes(line) {
            // The line above the dashes heads the table, but it has been read as a paragraph by now and
            // is taken back.
            let head = at - usize::from(self.said && at > 0);
            if head < at {
                self.unsay(head);
            }
            let drawn = drawn::simple_table(self.lines, head, at, &columns, false);
            return Some(self.drawn(drawn));
        }
        if drawn::is_drawn_line(line)
            && let Some(end) = self.multiline(at)
        {
            return Some(end);
        }
        // A comment may run over many lines, and what it hides may hold a whole table of an older draft.
        if trimmed.starts_with("<!--") {
            let from = self.starts.get(at)? + (line.len() - trimmed.len());
            let end = self
                .source
                .get(from..)?
                .find("-->")
                .map_or(self.source.len(), |end| from + end + 3);
            let last = self.starts.partition_point(|start| *start < end);
            let rest =
                self.lines.get(last.checked_sub(1)?)?.get(end - self.starts.get(last - 1)?..);
            return rest.is_none_or(|rest| rest.trim().is_empty()).then_some(last);
        }
        let begins = page::start_of_page_stretch(line)?;
        self.table();
        // Words may stand before the tag that begins a page in the same line: 表1<table>….
        if let Some(before) = line.get(..begins).filter(|before| !before.trim().is_empty()) {
            self.words_of(before);
        }
        let stretch = page::page_stretch(self.source, self.starts.get(at)? + begins);
        let (end, html) = (stretch.end, self.source.get(stretch)?);
        self.page(html, at);
        let last = self.starts.partition_point(|start| *start < end).checked_sub(1)?;
        let rest = self.lines.get(last)?.get(end - self.starts.get(last)?..).unwrap_or_default();
        if !rest.trim().is_empty() {
            self.words.reach(last);
            self.words_of(rest);
        }
        Some(last + 1)
    }

    fn lose(&mut self, kinds: &[LostKind]) {
        let span = self.words.end();
        self.lost.extend(kinds.iter().map(|kind| Lost { kind: *kind, span }));
    }

    fn line(&mut self, written: &str) {
        let line = written.trim();
        if line.starts_with("```") || line.starts_with("~~~") {
            // Code is an example or an output: a target in it is nobody's promise.
            self.fenced = !self.fenced;
        }
        let stretches = if line.contains('|') { cells_between_bars(written) } else { Vec::new() };
        // A row may leave out the bars at its ends (甲 | 24), and one that begins with a bar may be a
        // single cell.
        let row = stretches.len() > 1 || line.starts_with('|') && !stretches.is_empty();
        if row && stretches.len() <= MOST_CELLS && !self.fenced {
            // Below a head one dash a cell is enough; further down `-` says that there is no value.
            let least = if self.rows.len() == 1 { 1 } else { 3 };
            let rule = |cell: &std::ops::Range<usize>| {
                is_dashes(written.get(cell.clone()).unwrap_or_default(), least)
            };
            // Only a line of nothing but dashes parts the head; one with words in some cells is a row.
            if !stretches.iter().all(rule) {
                let (cells, lost) = self.words.line(written, &stretches);
                self.rows.push(cells);
                self.lose(&lost);
            }
            self.said = false;
            return;
        }
        self.table();
        let code = self.fenced || line.starts_with("```") || line.starts_with("~~~");
        if line.is_empty() || code || is_dashes(line, 3) || self.underlines(line) {
            self.said = false;
            // A blank line does not end a footnote that goes on, indented, below it.
            self.noted &= line.is_empty();
            return;
        }
        self.words_of(written);
    }

    /// Whether a line is drawn under a heading; then the words above are one.
    fn underlines(&mut self, line: &str) -> bool {
        // Equal signs alone: dashes under a line are a rule across the page as often as they make a
        // heading.
        let drawn = line.len() > 2 && line.bytes().all(|byte| byte == b'=');
        if let Some(Block::Paragraph(span)) = self.blocks.last().filter(|_| drawn && self.said) {
            let span = *span;
            if span.of(self.words.text()).chars().count() <= LONGEST_HEADING {
                self.blocks.pop();
                self.blocks.push(Block::Heading { level: 1, span });
            }
        }
        drawn
    }

    /// A heading, a list item, a footnote or a paragraph: each line is its own, as plans put a paragraph on a line.
    fn words_of(&mut self, written: &str) {
        let start = written.len() - written.trim_start().len();
        let words = written.trim();
        let note = words.starts_with("[^").then(|| words.find("]:")).flatten().map(|end| end + 2);
        let marks = words.bytes().take_while(|byte| *byte == b'#').count();
        let marked = (1..=6).contains(&marks) && words.as_bytes().get(marks) == Some(&b' ');
        // `* ` with its blank, for `*强调*` begins a line as well.
        let bullet = ["- ", "* ", "+ ", "> "].iter().any(|mark| words.starts_with(mark));
        let skipped = note.unwrap_or(if marked { marks } else { usize::from(bullet) });
        let closed = if marked { words.trim_end_matches('#').len() } else { words.len() };
        let stretch = start + skipped..start + closed.max(skipped);
        let (spans, lost) = self.words.line(written, std::slice::from_ref(&stretch));
        let span = spans.first().copied().unwrap_or_default();
        self.lose(&lost);
        self.noted = note.is_some() || self.noted && start > 0;
        if !span.is_empty() {
            // Four depths are told apart: the title, 一、, （一） and what lies below.
            let level = if marked {
                u8::try_from(marks.min(4)).ok()
            } else {
                headings::level_of_heading(span.of(self.words.text()))
            };
            self.blocks.push(match level {
                _ if self.noted => Block::Note(span),
                Some(level) => Block::Heading { level, span },
                None => Block::Paragraph(span),
            });
        }
        self.said = !span.is_empty();
        self.blocks.extend(self.words.notes().into_iter().map(Block::Note));
    }
}

/// The cells between the bars of a line.
fn cells_between_bars(line: &str) -> Vec<std::ops::Range<usize>> {
    let words = line.trim();
    let first = line.len() - line.trim_start().len();
    let mut found = Vec::new();
    let mut start = usize::from(words.starts_with('|'));
    let mut before = ' ';
    for (at, character) in words.char_indices().skip(start) {
        // `\|` stands for a bar in the words of a cell.
        if character == '|' && before != '\\' {
            found.push(first + start..first + at);
            start = at + 1;
        }
        before = character;
    }
    if start < words.len() {
        found.push(first + start..first + words.len());
    }
    found
}

/// Whether words are the dashes below a table's head, where one a cell is enough (`:-:`), or a line across the page.
fn is_dashes(words: &str, least: usize) -> bool {
    words.matches('-').count() >= least && words.chars().all(|c| matches!(c, '-' | ':' | ' '))
}
