//! Tables whose cells stand one a line without any mark: the head is known by its words, rows by their numbers.

use crate::{
    document::{Lost, LostKind, Years, table::kind_of},
    syntax::{ColumnKind, YearRole, compared_form},
    text::Span,
};

use super::{
    align::{align, cost_as_printed},
    cell::{is_amount, ordinal_of_cell},
    line::{LineForm, PastedLine},
    run::{PastedRun, can_be_cell},
};

/// No head has more columns, nor more lines than twice these.
// A choice that keeps the search for a head short, for it begins at every line of a text.
const WIDEST: usize = 16;
const ANY_YEARS: Option<Years> = Some(Years { start: 2001, end: 2005 });

/// A head and the cells below it.
struct Stream<'a> {
    text: &'a str,
    columns: Vec<ColumnKind>,
    /// The lines that can be cells, blank ones left out, each with its number.
    cells: Vec<(usize, Span)>,
    /// How many columns stand before the numbers.
    before: usize,
}

/// The run of a table without marks that begins at line `at`.
#[must_use]
pub fn stream(text: &str, lines: &[PastedLine], at: usize) -> Option<PastedRun> {
    let first = lines.get(at)?;
    // The cheapest question first: a table without marks begins with a word that heads a column.
    if !is_plain_line(first) || kind_of(first.span.of(text), None) == ColumnKind::Unknown {
        return None;
    }
    let few: Vec<(usize, Span)> = numbered_cells(text, lines, at).take(WIDEST * 4).collect();
    let (head, taken) = read_stream_head(text, &few)?;
    let columns: Vec<ColumnKind> = head.iter().map(|(kind, _)| kind.clone()).collect();
    let number = columns.iter().position(|kind| *kind == ColumnKind::Number);
    let before = number.unwrap_or_default();
    let mut stream = Stream { text, columns, cells: few, before };
    // A table without a first row is none; only then is it worth to look at all lines below.
    if !stream.begins(taken, number.is_some()) {
        return None;
    }
    stream.cells = numbered_cells(text, lines, at).collect();
    let mut rows = vec![head.into_iter().map(|(_, span)| span).collect()];
    let (end, unsure) = match number {
        Some(_) => (stream.numbered(taken, &mut rows), None),
        None => stream.counted(taken, &mut rows),
    };
    let end = stream.cells.get(end.checked_sub(1)?)?.0 + 1;
    let lost = unsure.map(|span| Lost { kind: LostKind::Row, span }).into_iter().collect();
    Some(PastedRun { rows, end, lost, keeps_blanks: number.is_none() })
}

fn is_plain_line(line: &PastedLine) -> bool {
    matches!(line.form, LineForm::Plain | LineForm::Cell)
}

/// The lines from `at` on that can be cells, blank ones left out, each with its number.
fn numbered_cells<'a>(
    text: &'a str,
    lines: &'a [PastedLine],
    at: usize,
) -> impl Iterator<Item = (usize, Span)> + 'a {
    let numbered = lines.iter().enumerate().skip(at);
    numbered
        .take_while(|(_, line)| line.form == LineForm::Blank || is_plain_line(line))
        .filter(|(_, line)| !line.span.is_empty())
        .map(|(number, line)| (number, line.span))
        .take_while(|(_, span)| can_be_cell(span.of(text)))
}

/// The columns of a head and how many lines it takes; a line may hold the rest of the head above it.
fn read_stream_head(
    text: &str,
    cells: &[(usize, Span)],
) -> Option<(Vec<(ColumnKind, Span)>, usize)> {
    let mut columns: Vec<(ColumnKind, Span)> = Vec::new();
    let mut taken = 0;
    for (_, span) in cells.iter().take(WIDEST * 2) {
        let words = span.of(text);
        let joined = columns.last().filter(|(_, last)| is_rest_of_head(last.of(text), words)).map(
            |(_, last)| {
                let whole = format!("{}{}", last.of(text), words);
                (kind_of(&whole, ANY_YEARS), last.to(*span))
            },
        );
        let own = kind_of(words, ANY_YEARS);
        match (joined, own) {
            (Some(whole), _) => *columns.last_mut()? = whole,
            (None, ColumnKind::Unknown) => break,
            // A year stands in one head only; lines that repeat are no head.
            // A list of years, one a line, repeats what a head would say once.
            (None, own) if is_year_column(&own) && columns.iter().any(|(kind, _)| *kind == own) => {
                return None;
            }
            (None, own) => columns.push((own, *span)),
        }
        taken += 1;
    }
    let has = |wanted: fn(&ColumnKind) -> bool| columns.iter().any(|(kind, _)| wanted(kind));
    let whole =
        // Without indicators or years there is nothing that the cells below could be held against.
        columns.len() <= WIDEST && has(|kind| *kind == ColumnKind::Indicator) && has(is_year_column);
    whole.then_some((columns, taken))
}

fn is_year_column(kind: &ColumnKind) -> bool {
    matches!(kind, ColumnKind::Year { .. })
}

/// Whether words are the rest of the head above them: `目标值` below `2025年`, `属性` below a second `指标`.
fn is_rest_of_head(last: &str, words: &str) -> bool {
    let (last, words) = (compared_form(last), compared_form(words));
    let whole = kind_of(&format!("{last}{words}"), None);
    match &*words {
        "属性" | "名称" | "性质" => last == "指标",
        "单位" | "部门" => whole == ColumnKind::Owner,
        _ => {
            kind_of(&words, None) == ColumnKind::Unknown
                && matches!(kind_of(&last, None), ColumnKind::Year { role: YearRole::Bare, .. })
                && matches!(whole, ColumnKind::Year { .. })
        }
    }
}

impl Stream<'_> {
    fn words(&self, at: usize) -> &str {
        self.cells.get(at).map(|(_, span)| span.of(self.text)).unwrap_or_default()
    }

    fn spans(&self, from: usize, to: usize) -> Vec<Span> {
        self.cells.get(from..to).unwrap_or_default().iter().map(|(_, span)| *span).collect()
    }

    /// Whether a first row stands at `at`: its number, or cells that fit the columns.
    fn begins(&self, at: usize, numbered: bool) -> bool {
        let width = self.columns.len();
        if numbered {
            // The first row is numbered 1, and at most its group and one more line stand before it.
            return (at..at + self.before + 2).any(|at| ordinal_of_cell(self.words(at)) == Some(1));
        }
        [at, at + 1].iter().any(|&at| self.cost(at, at + width, 0).is_some())
    }

    /// Rows that begin with the next number; what stands between a whole row and that number is the group of the next.
    fn numbered(&self, mut at: usize, rows: &mut Vec<Vec<Span>>) -> usize {
        let most = self.before + 2;
        let Some(mut start) =
            (at..at + most).find(|&at| ordinal_of_cell(self.words(at)) == Some(1))
        else {
            return at;
        };
        rows.extend((at..start).map(|group| self.spans(group, group + 1)));
        for number in 2.. {
            let Some((next, row)) = self.row_before(start, number) else { break };
            rows.push(self.spans(start, row));
            rows.extend((row..next).map(|group| self.spans(group, group + 1)));
            start = next;
        }
        at = self.last_row(start);
        rows.push(self.spans(start, at));
        at
    }

    /// Where the row of `number` begins, and where the one at `start` ends.
    fn row_before(&self, start: usize, number: u32) -> Option<(usize, usize)> {
        let width = self.columns.len() - self.before;
        // A cell may be missing or broken over lines, so the next number is looked for in a few places
        // more than a row has.
        let within = start + 1..start + width + self.before + 3;
        let mut begins = within.filter(|&at| ordinal_of_cell(self.words(at)) == Some(number));
        // A number that a name follows: 2 as a value is followed by another value or by a class.
        let named = |at: &usize| !is_amount(self.words(at + 1)) && !self.words(at + 1).is_empty();
        let whole = |next: usize| {
            let ends = (next.saturating_sub(2).max(start + 1)..=next).rev();
            let row = ends.into_iter().find(|&end| {
                let groups = (end..next).all(|at| !is_amount(self.words(at)));
                groups && align(self.text, &self.columns, &self.spans(start, end)).is_some()
            });
            row.map(|row| (next, row))
        };
        let begins: Vec<usize> = begins.by_ref().filter(named).collect();
        let aligned = begins.iter().find_map(|&next| whole(next));
        // Where nothing aligns, the next number still begins a row, which then is listed as unsure.
        aligned.or_else(|| begins.first().map(|&next| (next, next)))
    }

    /// Where the last row ends: as many cells as make a whole row.
    fn last_row(&self, start: usize) -> usize {
        let width = self.columns.len() - self.before;
        let most = (start + width).min(self.cells.len());
        let fits =
            |end: &usize| align(self.text, &self.columns, &self.spans(start, *end)).is_some();
        (start + 2..=most).rev().find(fits).unwrap_or(most)
    }

    /// Rows of as many cells as there are columns, or without the group that is printed once; groups of one cell between
    /// them. Where two ways are as good, the table ends with cells that are no row.
    fn counted(&self, mut at: usize, rows: &mut Vec<Vec<Span>>) -> (usize, Option<Span>) {
        let width = self.columns.len();
        let grouped = self.columns.first() == Some(&ColumnKind::Category);
        while at < self.cells.len() {
            let whole = self.cost(at, at + width, 0);
            let below = grouped.then(|| self.cost(at, at + width - 1, 1)).flatten();
            let grouped_next =
                !grouped && whole.is_none() && self.cost(at + 1, at + 1 + width, 0).is_some();
            let length = match (whole, below) {
                (Some(whole), Some(below)) => {
                    let whole = whole + self.next_cost(at + width);
                    let below = below + self.next_cost(at + width - 1);
                    // Two readings as good as each other end the table: all rows behind would be shifted
                    // by a cell.
                    if whole == below {
                        let row = self.spans(at, at + width);
                        return (at + width, row.into_iter().reduce(Span::to));
                    }
                    width - usize::from(below < whole)
                }
                (Some(_), None) => width,
                (None, Some(_)) => width - 1,
                (None, None) if grouped_next && !is_amount(self.words(at)) => 1,
                (None, None) => break,
            };
            let mut row = self.spans(at, at + length);
            if grouped && length + 1 == width {
                row.insert(
                    0,
                    self.cells
                        .get(at)
                        .map(|(_, span)| Span { end: span.start, ..*span })
                        .unwrap_or_default(),
                );
            }
            rows.push(row);
            at += length;
        }
        (at, None)
    }

    /// What the row from `at` on costs at least; more than any row where nothing fits.
    fn next_cost(&self, at: usize) -> u32 {
        let width = self.columns.len();
        let ways = [self.cost(at, at + width, 0), self.cost(at, at + width - 1, 1)];
        // Dearer than any row: what follows then is none.
        let dear = Span::new(0, width + 1).end;
        ways.into_iter().flatten().min().unwrap_or(if at >= self.cells.len() { 0 } else { dear })
    }

    /// What it costs to read the cells from `from` to `to` as a row whose first `skipped` columns are blank.
    fn cost(&self, from: usize, to: usize, skipped: usize) -> Option<u32> {
        let row = self.spans(from, to);
        let columns = self.columns.get(skipped..)?;
        (row.len() == columns.len()).then(|| cost_as_printed(self.text, columns, &row))?
    }
}
