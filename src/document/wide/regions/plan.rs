//! The plan of one region of a 对照表.

use crate::{
    document::{
        Cell, Document, Grid, Imported,
        compose::{Composed, ComposedWords},
        table::{is_note, one_line},
        years::Years,
    },
    syntax::{ColumnKind, FieldKey, TableKind},
    text::Span,
};

use super::{
    groups::{Groups, RegionColumns, is_value_kind},
    label::{Label, region_of_title},
};

impl Groups {
    /// The plans, one for each group that holds a value.
    pub(in crate::document::wide) fn plans<'a>(
        self,
        document: &'a Document,
        grid: &'a Grid,
    ) -> impl Iterator<Item = Imported> + use<'a> {
        let count = self.groups.len();
        (0..count)
            .filter_map(move |at| write_region_plan(&self, self.groups.get(at)?, document, grid))
    }
}

/// Writes the plan of a group; `None` when the group holds no value.
fn write_region_plan(
    table: &Groups,
    group: &RegionColumns,
    document: &Document,
    grid: &Grid,
) -> Option<Imported> {
    let text = &document.text;
    let rows = rows_of_group(table, group, text, grid);
    // A region with a group and no values has no plan in this table, and must not be told to lack
    // everything.
    if rows.is_empty() {
        return None;
    }
    let mut composed = write_region_head(group, document, grid);
    let columns: Vec<usize> = table.common.iter().chain(&group.columns).copied().collect();
    let heads = columns.iter().map(|&column| {
        let kind = table.kinds.get(column).cloned().unwrap_or(ColumnKind::Unknown);
        (kind, words_of_cell(text, grid.cell(table.head, column)))
    });
    let title = grid.caption.map(|caption| ComposedWords::new(one_line(caption.of(text)), caption));
    composed.table(TableKind::Targets, title.as_ref(), heads.collect());
    for (row, over) in rows {
        let cells: Vec<ComposedWords> =
            columns.iter().map(|&column| words_of_cell(text, grid.cell(row, column))).collect();
        let spans = columns.iter().map(|&column| grid.cell(row, column).span);
        composed.row(spans.reduce(Span::to).unwrap_or_default(), over, &cells);
    }
    Some(composed.finish(&document.parts))
}

fn words_of_cell(text: &str, cell: Cell) -> ComposedWords {
    ComposedWords::new(one_line(cell.span.of(text)), cell.span)
}

/// The head: what stands above the years; else the name of the table says the rest.
fn write_region_head(group: &RegionColumns, document: &Document, grid: &Grid) -> Composed {
    let text = &document.text;
    let words = |span: Span| one_line(span.of(text)).into_owned();
    let title = group.find(Label::Title).map(|span| {
        let words = words(span);
        ComposedWords::new(words.trim_start_matches('《').trim_end_matches('》'), span)
    });
    let region_key = Label::Field(FieldKey::Region);
    let region = group.find(region_key).map(|span| ComposedWords::new(words(span), span));
    let region = region.or_else(|| {
        let title = title.as_ref()?;
        Some(ComposedWords { words: region_of_title(&title.words)?.to_owned(), from: title.from })
    });
    let caption = grid.caption.map(words).or_else(|| grid.sheet.as_deref().map(str::to_owned));
    let title = title.unwrap_or_else(|| {
        // A region alone is no title; with what the table is called it is one, and two tables of one
        // region stay apart.
        let own = region.clone().unwrap_or_default();
        let words = format!("{}{}", own.words, caption.as_deref().map_or("", of_plans));
        ComposedWords { words, from: own.from.or(grid.caption) }
    });
    let mut composed = Composed::begin(text, &title);
    composed.field(FieldKey::Region, &region.unwrap_or_default());
    for (said, span) in &group.said {
        match said.label {
            Label::Field(FieldKey::Region) | Label::Title => {}
            Label::Field(key) => composed.field(key, &ComposedWords::new(words(*span), *span)),
        }
    }
    if group.find(Label::Field(FieldKey::Period)).is_none() {
        composed
            .field(FieldKey::Period, &period_of_names(&title, caption.as_deref(), grid.caption));
    }
    composed
}

/// What the name of a table says of the plans: 城镇化规划 of 城镇化规划主要指标对照表.
fn of_plans(caption: &str) -> &str {
    let ends = ["对照表", "汇总表", "一览表", "指标体系", "指标", "主要", "各地"];
    ends.iter().fold(caption, |words, end| words.trim_end_matches(end))
}

/// The years that the title names, else the name of the table; a single year is none.
fn period_of_names(
    title: &ComposedWords,
    caption: Option<&str>,
    span: Option<Span>,
) -> ComposedWords {
    // A single year is that of a column.
    let years = |words: &str| Years::of(words).filter(|years| years.start < years.end);
    let shown = |years: Years| format!("{}-{}", years.start, years.end);
    let titled =
        years(&title.words).map(|years| ComposedWords { words: shown(years), from: title.from });
    let named = || Some(ComposedWords { words: shown(years(caption?)?), from: span });
    titled.or_else(named).unwrap_or_default()
}

/// The rows that hold a value of the group, each with the line it stands under.
fn rows_of_group(
    table: &Groups,
    group: &RegionColumns,
    text: &str,
    grid: &Grid,
) -> Vec<(usize, Option<Span>)> {
    let indicator = table.kinds.iter().position(|kind| *kind == ColumnKind::Indicator);
    let Some(indicator) = indicator else { return Vec::new() };
    let values = || {
        let columns = group.columns.iter();
        columns.filter(|column| table.kinds.get(**column).is_some_and(is_value_kind))
    };
    let category = table.kinds.iter().position(|kind| *kind == ColumnKind::Category);
    let (mut found, mut over) = (Vec::new(), None);
    for row in table.head + 1..grid.height() {
        let words = |column: usize| grid.cell(row, column).span.of(text);
        // One line over all columns names the rows below it, unless it is a footnote.
        if let Some(line) = only_words_of_row(grid.row(row)) {
            over = Some(line).filter(|line| !is_note(line.of(text)));
            continue;
        }
        if let Some(column) = category.filter(|column| is_filled(words(*column))) {
            over = Some(grid.cell(row, column).span);
        }
        // A name that begins with a star is marked, not a footnote: those hold no values.
        if !words(indicator).is_empty() && values().any(|column| is_filled(words(*column))) {
            found.push((row, over));
        }
    }
    found
}

/// The words of a row that holds nothing else.
fn only_words_of_row(row: &[Cell]) -> Option<Span> {
    let mut filled = row.iter().map(|cell| cell.span).filter(|span| !span.is_empty());
    let first = filled.next()?;
    filled.all(|span| span == first).then_some(first)
}

/// Whether a cell says something: neither blank nor a dash.
fn is_filled(words: &str) -> bool {
    // A dash says that there is no value, and a row of dashes is none.
    words.contains(|c: char| !c.is_whitespace() && !matches!(c, '-' | '—' | '–' | '/' | '－'))
}
