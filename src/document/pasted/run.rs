//! Lines that belong to one table, taken apart into rows of cells.

use crate::text::Span;

use super::line::{BARS, Form, Line, cells};

/// A line with more characters than this is no cell.
const LONGEST_CELL: usize = 80;

/// A group of rows has fewer characters than a sentence.
const LONGEST_GROUP: usize = 30;

/// Rows of cells as they were pasted, and the lines they took.
#[derive(Debug)]
pub struct Run {
    /// The rows; blank cells are empty spans.
    pub rows: Vec<Vec<Span>>,
    /// The first line behind them.
    pub end: usize,
    /// Cells at its end that could be rows in two ways.
    pub unsure: Option<Span>,
    /// Whether blank cells are among them, so that a short row lacks only its last cells.
    pub keeps_blanks: bool,
}

/// The run of rows between bars or tabs that begins at line `at`.
#[must_use]
pub fn barred(text: &str, lines: &[Line], at: usize) -> Option<Run> {
    let form = lines.get(at)?.form;
    let marks: &[char] = match form {
        Form::Bars => BARS,
        Form::Tabs => &['\t'],
        _ => return None,
    };
    let mut rows = Vec::new();
    let mut end = at;
    let belongs = |line: &Line| line.form == form || form == Form::Tabs && line.form == Form::Cell;
    let groups = |line: &Line| form == Form::Tabs && is_group(text, line);
    while let Some(line) = lines.get(end) {
        let next = lines.get(end + 1);
        if belongs(line) || groups(line) && next.is_some_and(belongs) {
            let row = row(text, line, marks);
            if !is_rule(text, &row) {
                rows.push(row);
            }
        } else if line.form != Form::Blank || !next.is_some_and(belongs) {
            break;
        }
        end += 1;
    }
    Some(Run { rows, end, unsure: None, keeps_blanks: form == Form::Tabs })
}

/// The cells of a line; white space at the ends of a line of tabs is blank cells.
fn row(text: &str, line: &Line, marks: &[char]) -> Vec<Span> {
    let mut span = line.span;
    if marks == ['\t'] {
        let before = text.get(..span.start as usize).unwrap_or_default();
        let tabs = before.len() - before.trim_end_matches('\t').len();
        span.start -= Span::new(0, tabs).end;
    }
    cells(text, span, marks).collect()
}

/// A merged row loses its tabs: a few words between rows.
fn is_group(text: &str, line: &Line) -> bool {
    let words = line.span.of(text);
    line.form == Form::Plain
        && is_cell(words)
        && words.chars().count() <= LONGEST_GROUP
        && !crate::document::table::is_caption(words)
}

/// `|---|---|` below the head of a Markdown table.
fn is_rule(text: &str, row: &[Span]) -> bool {
    let rule = |cell: &Span| {
        let words = cell.of(text);
        words.len() > 2 && words.chars().all(|c| matches!(c, '-' | ':'))
    };
    !row.is_empty() && row.iter().all(rule)
}

/// The run of cells one a line, each behind a tab, that begins at line `at`: a blank line ends a row, and a line without a
/// tab goes on with the cell above it.
#[must_use]
pub fn tabbed(text: &str, lines: &[Line], at: usize) -> Option<Run> {
    if lines.get(at)?.form != Form::Cell || is_box(lines.get(at)?.span.of(text)) {
        return None;
    }
    let mut rows: Vec<Vec<Span>> = vec![Vec::new()];
    let mut end = at;
    let mut blanks = 0;
    while let Some(line) = lines.get(end) {
        match line.form {
            Form::Cell if is_box(line.span.of(text)) => break,
            Form::Cell => {
                if blanks > 0 {
                    rows.push(Vec::new());
                }
                blanks = 0;
                rows.last_mut()?.push(line.span);
            }
            Form::Blank if blanks == 0 => blanks += 1,
            Form::Plain if blanks == 0 && goes_on(text, line.span) => {
                let cell = rows.last_mut()?.last_mut()?;
                *cell = cell.to(line.span);
            }
            _ => break,
        }
        end += 1;
    }
    let keeps_blanks = rows.iter().flatten().any(|cell| cell.is_empty());
    Some(Run { rows, end, unsure: None, keeps_blanks })
}

/// A box that was a table of one cell: its text is no table.
fn is_box(words: &str) -> bool {
    words.starts_with("专栏")
}

/// Whether a line can be the rest of the cell above it: a few words, no sentence and no footnote.
fn goes_on(text: &str, line: Span) -> bool {
    let words = line.of(text);
    let short = words.chars().count() <= 20 && !words.ends_with('。');
    short && !crate::document::table::is_note(words) && !words.starts_with(['*', '＊', '注'])
}

/// Whether a line can be a cell at all.
#[must_use]
pub fn is_cell(words: &str) -> bool {
    !words.is_empty() && words.chars().count() <= LONGEST_CELL && !words.ends_with(['。', '；'])
}
