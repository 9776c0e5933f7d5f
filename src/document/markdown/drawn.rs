//! Tables that are drawn with lines and blanks: grid tables, simple tables and those whose rows take several lines.

use std::ops::Range;

use crate::text::display_width;

use super::tag::between_cell_lines;

/// A table with more columns is a drawing.
// A choice: plans have a dozen columns.
const WIDEST: usize = 256;

/// A table as it was drawn.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// Its rows: the line each begins in, and the words of its cells.
    pub rows: Vec<(usize, Vec<String>)>,
    /// Whether a row fits its columns in no way.
    pub unsure: bool,
    /// The first line behind it.
    pub end: usize,
}

/// Whether a line is the frame of a grid table: `+---+===+`.
pub(super) fn is_grid_frame(line: &str) -> bool {
    let line = line.trim();
    line.len() > 4
        && line.starts_with('+')
        && line.ends_with('+')
        && line.bytes().all(|byte| b"+-=:".contains(&byte))
}

/// The grid table whose frame begins at line `at`.
pub(super) fn drawn_grid(lines: &[&str], at: usize) -> Drawn {
    let body = lines.iter().skip(at).take_while(|line| line.trim().starts_with(['+', '|']));
    let end = at + body.count();
    let lines = lines.get(at..end).unwrap_or_default();
    // Frames of one table differ where cells are merged, so the edges of all of them together are the
    // columns.
    let mut edges: Vec<usize> = lines
        .iter()
        .filter(|line| is_grid_frame(line))
        .flat_map(|line| columns_of_sign(line, '+'))
        .collect();
    edges.sort_unstable();
    edges.dedup();
    let mut drawn = Drawn { end, ..Drawn::default() };
    let columns = edges.len().saturating_sub(1);
    if columns > WIDEST {
        drawn.unsure = true;
        return drawn;
    }
    let mut row: Option<(usize, Vec<String>)> = None;
    for (count, line) in lines.iter().enumerate() {
        if is_grid_frame(line) {
            drawn.rows.extend(row.take());
            continue;
        }
        // A line with `+-` inside closes some cells and not others: such a merged cell cannot be told
        // from words, so the row is unsure.
        let cells = words_between_bars(line, &edges).filter(|_| !line.contains("+-"));
        drawn.unsure |= cells.is_none();
        let open = row.get_or_insert_with(|| (at + count, vec![String::new(); columns]));
        for (cell, words) in open.1.iter_mut().zip(cells.unwrap_or_default()) {
            append_line_to_cell(cell, &words);
        }
    }
    drawn.rows.extend(row);
    drawn
}

/// Where a sign stands in a line, in columns as they are shown.
fn columns_of_sign(line: &str, sign: char) -> Vec<usize> {
    let line = line.trim();
    line.match_indices(sign)
        .scan((0, 0), |(from, width), (at, _)| {
            *width += display_width(line.get(*from..at).unwrap_or_default());
            *from = at;
            Some(*width)
        })
        .collect()
}

/// The words between the bars of a line, column by column; one that covers several stands in the first.
fn words_between_bars(line: &str, edges: &[usize]) -> Option<Vec<String>> {
    // By the count of bars where that fits, since their places hang on how wide an editor takes Chinese
    // signs to be; by their places only where a cell covers several columns.
    let line = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    let pieces: Vec<&str> = line.split('|').collect();
    if pieces.len() + 1 == edges.len() {
        return Some(pieces.iter().map(|piece| piece.trim().to_owned()).collect());
    }
    let (mut cells, mut edge, mut at) = (Vec::new(), 0, *edges.first()?);
    for piece in pieces {
        at += 1 + display_width(piece);
        let next = edges.iter().position(|other| *other == at)?;
        cells.push(piece.trim().to_owned());
        cells.extend((edge + 1..next).map(|_| String::new()));
        edge = next;
    }
    (edge + 1 == edges.len()).then_some(cells)
}

/// Adds the words of a further line to a cell.
fn append_line_to_cell(cell: &mut String, words: &str) {
    let words = words.trim();
    if !cell.is_empty() && !words.is_empty() {
        // Chinese goes on without a blank, English with one.
        let letter = |c: char| c.is_ascii_alphanumeric();
        let latin = cell.ends_with(letter) && words.starts_with(letter);
        cell.push_str(between_cell_lines(cell, words, if latin { " " } else { "" }));
    }
    cell.push_str(words);
}

/// The columns below the dashes of a simple table; `None` for any other line.
pub(super) fn dashes(line: &str) -> Option<Vec<Range<usize>>> {
    let bare = line.trim_end();
    if !bare.contains("--") || !bare.bytes().all(|byte| byte == b'-' || byte == b' ') {
        return None;
    }
    let mut columns: Vec<Range<usize>> = Vec::new();
    for (at, _) in bare.match_indices('-') {
        match columns.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end = at + 1,
            None => columns.push(at..at + 1),
        }
    }
    // A single stretch of dashes is a rule across the page.
    ((2..=WIDEST).contains(&columns.len())).then_some(columns)
}

/// The table below the dashes at line `at`; the lines from `head` on stand above them. Where a line of dashes `closes` it,
/// blank lines part its rows.
pub(super) fn simple_table(
    lines: &[&str],
    head: usize,
    at: usize,
    columns: &[Range<usize>],
    closes: bool,
) -> Drawn {
    let below = || lines.iter().enumerate().skip(at + 1);
    let last = |line: &str| dashes(line).is_some() || is_drawn_line(line);
    // A closing line bounds the table and blank lines part its rows; without one, the first blank line is
    // the end.
    let end = match closes {
        true => below().find(|(_, line)| last(line)),
        false => below().find(|(_, line)| line.trim().is_empty() || last(line)),
    };
    let end = end.map_or(lines.len(), |(end, _)| end);
    let mut drawn = Drawn { end, ..Drawn::default() };
    let body = lines.get(head..end).unwrap_or_default();
    // Writers and converters count a Chinese sign as two columns or as one. The whole table must fit one
    // of the two; if it fits neither, a value might stand below the wrong year.
    let Some(width) = [true, false].into_iter().find(|wide| fits_columns(body, columns, *wide))
    else {
        drawn.unsure = true;
        return drawn;
    };
    let mut goes_on = false;
    for (count, line) in body.iter().enumerate().map(|(count, line)| (head + count, line)) {
        if count == at || line.trim().is_empty() {
            goes_on = false;
            continue;
        }
        let cells = cut_at_columns(line, columns, width).into_iter().map(str::trim);
        match drawn.rows.last_mut().filter(|_| goes_on) {
            Some((_, row)) => {
                row.iter_mut().zip(cells).for_each(|(cell, words)| append_line_to_cell(cell, words))
            }
            None => drawn.rows.push((count, cells.map(str::to_owned).collect())),
        }
        goes_on = closes;
    }
    drawn
}

/// Whether a line is drawn across all columns.
pub(super) fn is_drawn_line(line: &str) -> bool {
    // A choice of ten: `---` alone is a rule between paragraphs.
    let bare = line.trim();
    bare.len() >= 10 && bare.bytes().all(|byte| byte == b'-')
}

/// Whether the words of all lines stand above or below the dashes of their columns, with Chinese signs two columns `wide`
/// or one.
fn fits_columns(lines: &[&str], columns: &[Range<usize>], wide: bool) -> bool {
    let width = |words: &str| if wide { display_width(words) } else { words.chars().count() };
    let inner = columns.len().saturating_sub(1);
    lines.iter().filter(|line| dashes(line).is_none()).all(|line| {
        let cells = cut_at_columns(line, columns, wide);
        // The first begins with the line, before its dashes.
        let starts = std::iter::once(0).chain(columns.iter().skip(1).map(|column| column.start));
        // The last column has no end, so its words cannot be too long.
        let mut cells = cells.iter().zip(columns.iter().zip(starts)).take(inner);
        cells.all(|(cell, (column, start))| start + width(cell.trim_end()) <= column.end)
    })
}

/// A line cut where its columns begin.
fn cut_at_columns<'a>(line: &'a str, columns: &[Range<usize>], wide: bool) -> Vec<&'a str> {
    let mut cells = Vec::with_capacity(columns.len());
    let (mut from, mut width, mut signs) = (0, 0, line.char_indices().peekable());
    let mut buffer = [0; 4];
    for next in columns.iter().skip(1).map(|column| column.start).chain([usize::MAX]) {
        let mut to = line.len();
        while let Some((at, sign)) = signs.peek().copied() {
            if width >= next {
                to = at;
                break;
            }
            width += if wide { display_width(sign.encode_utf8(&mut buffer)) } else { 1 };
            signs.next();
        }
        cells.push(line.get(from..to).unwrap_or_default());
        from = to;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grids_are_read_by_their_frames() {
        let lines = [
            "+----------+-------+-------+",
            "| 指标     | 2020年| 2025年|",
            "+==========+=======+=======+",
            "| 森林     | 48.1  | 48.5  |",
            "| 覆盖率   |       |       |",
            "+----------+-------+-------+",
            "| 合计             | 5     |",
            "+----------+-------+-------+",
            "后文",
        ];
        let drawn = drawn_grid(&lines, 0);
        assert_eq!((drawn.end, drawn.unsure), (8, false));
        let rows: Vec<String> =
            drawn.rows.iter().map(|(at, row)| format!("{at} {}", row.join("|"))).collect();
        assert_eq!(rows, ["1 指标|2020年|2025年", "3 森林覆盖率|48.1|48.5", "6 合计||5"]);
    }

    #[test]
    fn simple_tables_are_cut_where_columns_begin() {
        let lines = ["指标         2025年", "-----------  ------", "森林覆盖率   48.5", "", "后文"];
        let columns = dashes(lines[1]).unwrap_or_default();
        let drawn = simple_table(&lines, 0, 1, &columns, false);
        assert_eq!(drawn.end, 3);
        assert_eq!(drawn.rows[1].1, ["森林覆盖率", "48.5"]);
        let inner = ["  指标    2025年", "  ------  ------", "  森林率  48.5", ""];
        let columns = dashes(inner[1]).unwrap_or_default();
        assert_eq!(simple_table(&inner, 0, 1, &columns, false).rows[1].1, ["森林率", "48.5"]);
        let torn = ["指标 2025年", "---- ---", "森林48 48.5覆盖"];
        let columns = dashes(torn[1]).unwrap_or_default();
        assert!(simple_table(&torn, 0, 1, &columns, false).unsure);
    }
}
