//! The head of a 对照表: where the years stand, and which columns belong to which region.

use crate::{
    document::{
        Grid,
        table::{kind_of, one_line},
    },
    syntax::{ColumnKind, FieldKey},
    text::Span,
};

use super::label::{self, Label};

/// The years stand in one of the first rows.
// Choices: a title, a unit and the fields of a plan's head stand above the years, each a row.
const DEEPEST_HEAD: usize = 12;
/// More groups than this are not read.
const MOST_GROUPS: usize = 256;

/// Where everything stands in a 对照表.
#[derive(Debug)]
pub(in crate::document::wide) struct Groups {
    /// The row of the years; those below hold values.
    pub(super) head: usize,
    /// What each column holds.
    pub(super) kinds: Vec<ColumnKind>,
    /// The columns of no region in particular.
    pub(super) common: Vec<usize>,
    /// The groups from left to right.
    pub(super) groups: Vec<RegionColumns>,
}

/// The columns of one region.
#[derive(Debug, Default)]
pub(super) struct RegionColumns {
    /// What the rows above its years say, each with its words.
    pub(super) said: Vec<(HeadLabel, Span)>,
    /// Its columns.
    pub(super) columns: Vec<usize>,
}

/// What a cell above the years says, and the row it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeadLabel {
    pub(super) label: Label,
    row: usize,
}

impl Groups {
    /// Finds the groups of a table; `None` when no region stands above the years.
    pub(in crate::document::wide) fn find(text: &str, grid: &Grid) -> Option<Self> {
        let is_year = |kind: &ColumnKind| matches!(kind, ColumnKind::Year { .. });
        let deepest = grid.height().min(DEEPEST_HEAD);
        let row_kinds = |row: usize| -> Vec<ColumnKind> {
            grid.row(row).iter().map(|cell| kind_of(&one_line(cell.span.of(text)), None)).collect()
        };
        // From row 1 on, because the regions stand above the years.
        let (head, kinds) = (1..deepest)
            .map(|row| (row, row_kinds(row)))
            .find(|(_, kinds)| kinds.iter().any(is_year))?;
        if !kinds.contains(&ColumnKind::Indicator) {
            return None;
        }
        let mut found = Self { head, kinds, common: Vec::new(), groups: Vec::new() };
        let first = found.kinds.iter().position(is_year)?;
        let labels = row_labels(text, grid, head, first);
        for column in 0..grid.width {
            found.place(column, first, &labels, text, grid);
        }
        let labelled = labels.iter().any(Option::is_some);
        // Without a labelled row a lone name above years may be a heading of anything; several columns
        // that all are named are regions.
        let regions = found.groups.iter().filter(|group| group.is_named()).count();
        let complete = labelled || regions == found.groups.len() && regions > 1;
        (complete && regions > 0).then_some(found)
    }

    /// Puts a column into the group it belongs to, or among those of none.
    fn place(
        &mut self,
        column: usize,
        first: usize,
        labels: &[Option<Label>],
        text: &str,
        grid: &Grid,
    ) {
        let Some(kind) = self.kinds.get(column) else { return };
        let value = is_value_kind(kind);
        let said = if column < first {
            Vec::new()
        } else {
            words_above_column(column, labels, text, grid)
        };
        // One column 属性 is of the whole table; several are one for each region.
        let shared = *kind == ColumnKind::Class
            && self.kinds.iter().filter(|kind| **kind == ColumnKind::Class).count() > 1;
        let full = self.groups.len() >= MOST_GROUPS;
        let kinds = &self.kinds;
        // A head that is not merged stands above the first of its columns only.
        let is_new = |group: &RegionColumns| {
            !group.columns.iter().any(|known| kinds.get(*known).is_some_and(|known| known == kind))
        };
        match self.groups.last_mut() {
            Some(group) if !said.is_empty() && group.is_same(&said, text) => {
                group.columns.push(column);
            }
            Some(group) if said.is_empty() && (value || shared) && is_new(group) => {
                group.columns.push(column);
                // What stands before any group, or is no value, is said of all regions.
            }
            _ if full || said.is_empty() && !value => self.common.push(column),
            _ => self.groups.push(RegionColumns { said, columns: vec![column] }),
        }
    }
}

impl RegionColumns {
    /// The words of the first cell that says `label`.
    pub(super) fn find(&self, label: Label) -> Option<Span> {
        self.said.iter().find(|(said, _)| said.label == label).map(|(_, span)| *span)
    }

    fn is_named(&self) -> bool {
        self.find(Label::Title).or(self.find(Label::Field(FieldKey::Region))).is_some()
    }

    /// Whether the cells above another column say the same of its plan.
    fn is_same(&self, said: &[(HeadLabel, Span)], text: &str) -> bool {
        let words = |span: &Span| span.of(text).trim();
        let differs = |label: Label| {
            let other = said.iter().find(|(said, _)| said.label == label).map(|(_, span)| span);
            let own = self.find(label);
            matches!((own, other), (Some(own), Some(other)) if words(&own) != words(other))
        };
        !differs(Label::Field(FieldKey::Region)) && !differs(Label::Title)
    }
}

/// Whether a column holds values.
pub(super) fn is_value_kind(kind: &ColumnKind) -> bool {
    kind.holds_values()
}

/// What each row above the years says by its own first words.
fn row_labels(text: &str, grid: &Grid, head: usize, first: usize) -> Vec<Option<Label>> {
    let label = |row: usize| {
        let cells = grid.row(row).get(..first)?;
        cells.iter().find_map(|cell| label::of_row(&one_line(cell.span.of(text))))
    };
    (0..head).map(label).collect()
}

/// What the cells above a column say.
fn words_above_column(
    column: usize,
    labels: &[Option<Label>],
    text: &str,
    grid: &Grid,
) -> Vec<(HeadLabel, Span)> {
    let own = grid.cell(labels.len(), column).span;
    let cell = |(row, label): (usize, &Option<Label>)| {
        let span = grid.cell(row, column).span;
        let words = span.of(text);
        // The column's own head may reach up here.
        let label = label.or_else(|| label::of_words(&one_line(words)))?;
        (!words.is_empty() && span != own).then_some((HeadLabel { label, row }, span))
    };
    labels.iter().enumerate().filter_map(cell).collect()
}
