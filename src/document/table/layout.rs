//! What stands around a table and how it lies: its caption, the unit of all its values, halves side by side, years in rows.

use std::borrow::Cow;

use crate::{
    document::{Block, Document, Grid, Years},
    quantity::read_unit,
    syntax::{ColumnKind, compared_form},
    text::{Span, fold_full_width},
};

use super::{
    column::kind_of,
    head::{Head, spans_width},
    words::{is_caption, is_unit_line, one_line},
};

/// A table is parted into no more parts that stand side by side.
// A choice: pages are not wide enough for more.
const MOST_PANELS: usize = 4;

/// Rows above a head: a title, a unit for all.
const MOST_ABOVE: usize = 4;

/// What is known of a table from beside it.
#[derive(Debug)]
pub(super) struct Framed {
    /// The line that names it.
    pub(super) caption: Option<Span>,
    /// The first line of the document.
    pub(super) title: Option<Span>,
    /// The years of the plan.
    pub(super) period: Option<Years>,
    /// The unit that is said for all of its values, and where.
    pub(super) unit: Option<(String, Span)>,
}

/// The parts of a table that stand side by side under the same heads; the table itself where there is one.
pub(super) fn split_panels<'a>(text: &str, grid: &'a Grid) -> Vec<Cow<'a, Grid>> {
    // The fewest parts that repeat: four are also two times two.
    let parts = (2..=MOST_PANELS).find_map(|count| {
        let width = grid.width.checked_div(count).filter(|width| *width > 1)?;
        (width * count == grid.width && is_repeated(text, grid, width)).then_some(width)
    });
    let Some(width) = parts else { return vec![Cow::Borrowed(grid)] };
    let part = |from: usize| Grid {
        width,
        cells: (0..grid.height())
            .flat_map(|row| grid.row(row).iter().skip(from).take(width).copied())
            .collect(),
        ..grid.clone()
    };
    (0..grid.width).step_by(width).map(|from| Cow::Owned(part(from))).collect()
}

/// Whether the first row says the same heads again every `width` columns.
fn is_repeated(text: &str, grid: &Grid, width: usize) -> bool {
    let words = |column| one_line(grid.cell(0, column).span.of(text));
    (width..grid.width).all(|column| {
        let first = column % width;
        // One merged cell above all halves is no repetition of a head.
        let apart = grid.cell(0, column).span != grid.cell(0, first).span;
        apart && !words(column).is_empty() && words(column) == words(first)
    })
}

/// The line above a grid that names it: its own caption, else a short line just above.
pub(super) fn caption(document: &Document, at: usize, grid: &Grid) -> Option<Span> {
    let above = |back: usize| match document.blocks.get(at.checked_sub(back)?)? {
        Block::Heading { span, .. } | Block::Paragraph(span) => Some(*span),
        Block::Note(_) | Block::Table(_) => None,
    };
    let names = |span: &Span| is_caption(span.of(&document.text));
    let is_unit = |span: &Span| is_unit_line(span.of(&document.text));
    // What stands above a table in Markdown or on a page may be a sentence of its own.
    let title = |span: &Span| {
        let words = span.of(&document.text).trim();
        let is_named = ["Table", "Box", "Figure"].iter().any(|word| words.starts_with(word));
        let is_sentence = words.contains(['。', '；']) || words.ends_with('.') && !is_named;
        !is_sentence && !is_unit(span)
    };
    // A caption of its own is taken though it has no number; a line above the table needs one, or a name
    // of a table.
    grid.caption.filter(title).or_else(|| above(1).filter(names)).or_else(|| {
        // The unit may stand between a title and its table.
        let unit = above(1).is_some_and(|span| is_unit(&span));
        above(2).filter(names).filter(|_| unit)
    })
}

/// The unit that rows above the head, the caption or a line above the table say for all of its values.
pub(super) fn unit_over(
    document: &Document,
    at: usize,
    grid: &Grid,
    caption: Option<Span>,
) -> Option<(String, Span)> {
    let text = &document.text;
    let rows = (0..grid.height().min(MOST_ABOVE)).take_while(|row| spans_width(grid, *row));
    let rows = rows.filter_map(|row| grid.row(row).iter().find(|cell| !cell.span.is_empty()));
    let lines = (1..=2).filter_map(|back| document.blocks.get(at.checked_sub(back)?)?.line());
    let lines = lines.filter(|span| is_unit_line(span.of(text)));
    let own = grid.caption.into_iter().chain(caption);
    // The nearest first: rows of the table itself, the lines just above it, the caption at last.
    let mut all = rows.map(|cell| cell.span).chain(lines).chain(own);
    all.find_map(|span| Some((unit_said(span.of(text))?, span)))
}

/// The unit behind `单位：`, where it is one: `单位：亿元、%` are two.
fn unit_said(words: &str) -> Option<String> {
    let folded = fold_full_width(words);
    // Only ASCII letters are lowered to look for the mark, which keeps the offsets: the unit is given as printed.
    let lower = folded.to_ascii_lowercase();
    let at = ["单位:", "unit:"].iter().find_map(|mark| Some(lower.rfind(mark)? + mark.len()))?;
    let unit = folded.get(at..)?.split([')', ']', '】', ';', '\n', '。']).next()?.trim();
    // 亿元、% leave open which values are in which.
    let one = !unit.contains(['、', ',', ' ']) || unit.is_ascii();
    read_unit(unit).filter(|_| one && !unit.is_empty()).map(|_| unit.to_owned())
}

/// A table with its years in the first column and an indicator in each of the others, turned so that its head is a row.
pub(super) fn turn_year_rows(
    text: &str,
    grid: &Grid,
    period: Option<Years>,
) -> Option<(Head, Grid)> {
    let top = (0..grid.height().min(MOST_ABOVE)).find(|&row| !spans_width(grid, row))?;
    let corner = compared_form(grid.cell(top, 0).span.of(text)).into_owned();
    let names = ["", "年份", "年度", "时间", "指标", "指标名称", "项目", "year", "indicator"];
    let heads = (top + 1..grid.height())
        .map(|row| grid.cell(row, 0).span)
        .filter(|span| !span.is_empty())
        .map(|span| kind_of(&one_line(span.of(text)), period));
    let heads: Vec<ColumnKind> = heads.collect();
    let years = heads.iter().filter(|kind| kind.holds_values()).count();
    let known = |kind: &ColumnKind| {
        kind.holds_values()
            || matches!(kind, ColumnKind::Class | ColumnKind::Unit | ColumnKind::Owner)
    };
    let named = (1..grid.width).all(|column| {
        let words = one_line(grid.cell(top, column).span.of(text));
        !words.is_empty() && kind_of(&words, period) == ColumnKind::Unknown
    });
    // All that is asked must hold, for a table is read wholly wrong when it is turned by mistake: years
    // below a corner that may head them, and names above that are no heads of an indicator table.
    if grid.width < 2
        || years < 2
        || !named
        || !heads.iter().all(known)
        || !names.contains(&&*corner)
    {
        return None;
    }
    let rows = top..grid.height();
    let cells =
        (0..grid.width).flat_map(|column| rows.clone().map(move |row| grid.cell(row, column)));
    let turned = Grid { width: rows.len(), cells: cells.collect(), ..grid.clone() };
    Head::of_turned(text, &turned, period).map(|head| (head, turned))
}

/// Whether its cells are fields, `文号：` beside what the field says.
pub(super) fn is_form_grid(text: &str, grid: &Grid) -> bool {
    grid.cells.iter().any(|cell| cell.first && cell.span.of(text).ends_with(['：', ':']))
}

pub(super) fn grid_names_indicators(text: &str, grid: &Grid) -> bool {
    let tops = grid.cells.iter().take(grid.width.saturating_mul(3));
    tops.map(|cell| super::kind_of(cell.span.of(text), None))
        .any(|kind| kind == ColumnKind::Indicator)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_said_for_a_whole_table() {
        for (words, unit) in [
            ("单位：亿元", Some("亿元")),
            ("表1 主要指标（单位：万元）", Some("万元")),
            ("Table 1 (unit: %)", Some("%")),
            ("单位：GWh", Some("GWh")),
            ("单位：亿元、%", None),
            ("编制单位：甲市发展改革委", None),
            ("表1 主要指标", None),
        ] {
            assert_eq!(unit_said(words).as_deref(), unit, "{words}");
        }
    }
}
