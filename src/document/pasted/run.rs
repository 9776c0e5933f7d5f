//! Lines that belong to one table, taken apart into rows of cells.

use crate::{
    document::{Lost, LostKind},
    text::Span,
};

use super::line::{BARS, LineForm, PastedLine, cells_of_line};

/// A line with more characters than this is no cell.
// A choice: a name with a remark in brackets fits, a sentence mostly does not.
const LONGEST_CELL: usize = 80;

/// A group of rows has fewer characters than a sentence.
const LONGEST_GROUP: usize = 30;

/// No table has rows of more cells.
// A choice; the cells behind it are told as lost.
const WIDEST: usize = 100;

/// Rows of cells as they were pasted, and the lines they took.
#[derive(Debug, Default)]
pub struct PastedRun {
    /// The rows; blank cells are empty spans.
    pub rows: Vec<Vec<Span>>,
    /// The first line behind them.
    pub end: usize,
    /// Cells that could be rows in two ways, or that no table is wide enough for.
    pub lost: Vec<Lost>,
    /// Whether blank cells are among them, so that a short row lacks only its last cells.
    pub keeps_blanks: bool,
}

/// The run of rows between bars or tabs that begins at line `at`.
#[must_use]
pub fn barred(text: &str, lines: &[PastedLine], at: usize) -> Option<PastedRun> {
    let first = lines.get(at)?;
    let form = first.form;
    let marks: &[char] = match form {
        LineForm::Bars => BARS,
        LineForm::Tabs => &['\t'],
        _ => return None,
    };
    // A row has at least two cells.
    row_of_line(text, first, marks).nth(1)?;
    // A line of contents has a hundred tabs between a heading and its page, and no cells.
    if is_leader(text, first, marks) {
        return None;
    }
    let mut run =
        PastedRun { end: at, keeps_blanks: form == LineForm::Tabs, ..PastedRun::default() };
    let belongs = |line: &PastedLine| {
        line.form == form || form == LineForm::Tabs && line.form == LineForm::Cell
    };
    let groups = |line: &PastedLine| form == LineForm::Tabs && is_group(text, line);
    while let Some(line) = lines.get(run.end) {
        // One blank line may stand between rows; one before other text ends the table.
        let next = lines.get(run.end + 1);
        if is_leader(text, line, marks) {
            break;
        }
        // A line of words between rows is a group only where rows go on behind it: else it is the text
        // below the table.
        if belongs(line) || groups(line) && next.is_some_and(belongs) {
            let mut cells = row_of_line(text, line, marks);
            let kept: Vec<Span> = cells.by_ref().take(WIDEST).collect();
            if !is_row_of_dashes(text, &kept) {
                run.rows.push(kept);
            }
            run.lost.extend(cells.next().map(|span| Lost { kind: LostKind::Limit, span }));
        } else if line.form != LineForm::Blank || !next.is_some_and(belongs) {
            break;
        }
        run.end += 1;
    }
    Some(run)
}

/// Whether a line leads from a heading to its page by blanks, as tables of contents do; no row has so many for two cells.
fn is_leader(text: &str, line: &PastedLine, marks: &[char]) -> bool {
    let (mut all, mut filled) = (0, 0);
    for cell in row_of_line(text, line, marks) {
        all += 1;
        filled += usize::from(!cell.is_empty());
    }
    all > WIDEST / 4 && filled <= 2
}

/// The cells of a line; white space at the ends of a line of tabs is blank cells.
fn row_of_line<'a>(
    text: &'a str,
    line: &PastedLine,
    marks: &'a [char],
) -> impl Iterator<Item = Span> + use<'a> {
    let mut span = line.span;
    if marks == ['\t'] {
        let before = text.get(..span.start as usize).unwrap_or_default();
        let tabs = before.len() - before.trim_end_matches('\t').len();
        span.start -= Span::new(0, tabs).end;
    }
    cells_of_line(text, span, marks)
}

/// A merged row loses its tabs: a few words between rows.
fn is_group(text: &str, line: &PastedLine) -> bool {
    let words = line.span.of(text);
    line.form == LineForm::Plain
        && can_be_cell(words)
        && words.chars().count() <= LONGEST_GROUP
        && !crate::document::table::is_caption(words)
}

/// `|---|---|` below the head of a Markdown table.
fn is_row_of_dashes(text: &str, row: &[Span]) -> bool {
    let rule = |cell: &Span| {
        let words = cell.of(text);
        words.len() > 2 && words.chars().all(|c| matches!(c, '-' | ':'))
    };
    !row.is_empty() && row.iter().all(rule)
}

/// The run of cells one a line, each behind a tab, that begins at line `at`: a blank line ends a row, and a line without a
/// tab goes on with the cell above it. `Err` tells where lines end that only are indented.
pub fn tabbed(text: &str, lines: &[PastedLine], at: usize) -> Result<PastedRun, usize> {
    let mut run = PastedRun { rows: vec![Vec::new()], end: at, ..PastedRun::default() };
    let mut blanks = 0;
    while let Some(line) = lines.get(run.end) {
        let words = line.span.of(text);
        let cell = run.rows.last_mut().and_then(|row| row.last_mut());
        match (line.form, cell) {
            (LineForm::Cell, _)
                if is_box_heading(words) || !words.is_empty() && !can_be_cell(words) =>
            {
                break;
            }
            (LineForm::Cell, _) => {
                if blanks > 0 {
                    run.rows.push(Vec::new());
                }
                blanks = 0;
                run.rows.last_mut().into_iter().for_each(|row| row.push(line.span));
            }
            (LineForm::Blank, _) if blanks == 0 => blanks += 1,
            (LineForm::Plain, Some(cell)) if blanks == 0 && goes_on_in_cell(text, line.span) => {
                *cell = cell.to(line.span);
            }
            _ => break,
        }
        run.end += 1;
    }
    run.keeps_blanks = run.rows.iter().flatten().any(|cell| cell.is_empty());
    let whole = run.rows.iter().filter(|row| row.len() > 1).count();
    let sized = run.rows.iter().all(|row| row.len() <= WIDEST);
    // Half of the rows: lists and addresses that are indented by tabs have single cells.
    let is_table = sized && run.rows.len() > 1 && whole * 2 >= run.rows.len();
    if is_table { Ok(run) } else { Err(run.end.max(at + 1)) }
}

/// A box that was a table of one cell: its text is no table.
fn is_box_heading(words: &str) -> bool {
    words.starts_with("专栏")
}

/// Whether a line can be the rest of the cell above it: a few words, no sentence and no footnote.
fn goes_on_in_cell(text: &str, line: Span) -> bool {
    let words = line.of(text);
    // A choice of about a line of a narrow cell; a sentence or a footnote ends the table.
    let short = words.chars().count() <= 20 && !words.ends_with('。');
    short && !crate::document::table::is_note(words) && !words.starts_with(['*', '＊', '注'])
}

/// Whether a line can be a cell at all.
#[must_use]
pub fn can_be_cell(words: &str) -> bool {
    !words.is_empty() && words.chars().count() <= LONGEST_CELL && !words.ends_with(['。', '；'])
}
