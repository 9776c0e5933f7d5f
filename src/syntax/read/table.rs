//! Tables: keyword, rows, groups and footnotes.

use super::{ReaderContext, SyntaxReader};
use crate::syntax::grammar::{GrammarLine, Shape};
use crate::syntax::layout::LineRole;
use crate::syntax::terms::{KEYWORDS, Keyword, KeywordSet, find_term, is_blank_cell};
use crate::syntax::{ProblemKind, Row, Table, TableKind};
use crate::text::Span;

impl<'t> SyntaxReader<'t> {
    pub(super) fn open_table(&mut self, line: &GrammarLine<'_>) -> LineRole {
        self.forget_lost();
        self.close_table();
        let keyword = line.part(Shape::table_word).unwrap_or(line.span);
        self.set.get_or_insert(KeywordSet::of(keyword.of(self.text)));
        let kind = match find_term(&KEYWORDS, keyword.of(self.text)).map(|term| term.means) {
            Some(Keyword::Table(kind)) => kind,
            Some(Keyword::Plan) | None => TableKind::Unknown,
        };
        let title = self.title(line.parts);
        self.push_table(kind, keyword, title);
        self.keyword_flagged = self.flagged;
        LineRole::Table(self.table_index())
    }

    pub(super) fn push_table(&mut self, kind: TableKind, keyword: Span, title: Option<Span>) {
        self.context = ReaderContext::Opened;
        self.group = None;
        self.category = None;
        self.checked.clear();
        self.keyword_flagged = false;
        self.tree.tables.push(Table {
            kind,
            keyword,
            title,
            columns: Vec::new(),
            rows: Vec::new(),
            cells: Vec::new(),
            notes: Vec::new(),
        });
    }

    /// Ends the open table: one that never got a row has no head.
    pub(super) fn close_table(&mut self) {
        // A keyword with a problem of its own is not told twice.
        if self.context == ReaderContext::Opened
            && !self.keyword_flagged
            && let Some(table) = self.tree.tables.last()
        {
            let (kind, span) = (table.kind, table.keyword);
            let needed = self.needed_words(kind, &[]);
            let problem = ProblemKind::MissingHead { needed };
            self.keep(crate::syntax::Problem { kind: problem, span });
        }
    }

    pub(super) fn table_index(&self) -> u32 {
        Span::new(0, self.tree.tables.len().saturating_sub(1)).end
    }

    pub(super) fn row_line(&mut self, line: &GrammarLine<'_>, below_head: bool) -> LineRole {
        if below_head && self.is_separator(line) {
            self.separate();
            return LineRole::Separator;
        }
        match self.context {
            ReaderContext::Opened => {
                self.forget_lost();
                self.head(line)
            }
            // A line that cannot be read and then a second head: a new table whose keyword is misspelt. Read on as
            // rows, its values would be the first table's.
            ReaderContext::Table if self.lost.is_some() && self.reads_like_head(line) => {
                self.open_unknown(line);
                self.head(line)
            }
            ReaderContext::Table => {
                self.forget_lost();
                self.row(line)
            }
            // Bars at both ends are a row wherever they stand. Half a row or one with tabs outside a table is as
            // often prose.
            _ if line.shape == Shape::row || self.reads_like_head(line) => {
                self.open_unknown(line);
                self.head(line)
            }
            _ => self.unreadable(line),
        }
    }

    /// A row of the open table: its cells are cut or filled to the columns it has.
    pub(super) fn row(&mut self, line: &GrammarLine<'_>) -> LineRole {
        let span = self.row_span(line);
        let Some(table) = self.tree.tables.last_mut() else { return LineRole::Raw };
        let judged = table.kind != TableKind::Unknown && !table.columns.is_empty();
        // Cells beyond the head have no meaning to be judged by; those of an unknown table are kept for whoever
        // shows it.
        let columns = if judged { table.columns.len() } else { usize::MAX };
        let first = table.cells.len();
        let cells = cells_of_row(self.text, line);
        table.cells.extend(cells.take(columns));
        let kept = table.cells.len() - first;
        // A full row has to be counted once more, because more cells may have followed those that were taken.
        let found = if kept < columns { kept } else { cells_in(line) };
        let count = |n: usize| Span::new(0, n).end;
        let row = count(table.rows.len());
        table.rows.push(Row { span, group: None, first: count(first), count: count(kept) });
        if judged && found != columns {
            self.problem(ProblemKind::WrongCellCount { expected: columns, found }, span);
        }
        self.check_cells(first);
        self.set_group(first);
        LineRole::Row { table: self.table_index(), row }
    }

    /// Cells that know their values; the row's first wrong one is its problem.
    fn check_cells(&mut self, first: usize) {
        let Some(table) = self.tree.tables.last() else { return };
        for column in &self.checked {
            let Some(cell) = table.cells.get(first + column.index).copied() else { continue };
            let set = self.set.unwrap_or(KeywordSet::Chinese);
            if let Some(kind) = (column.check)(cell.of(self.text), set) {
                return self.problem(kind, cell);
            }
        }
    }

    /// A 分组 cell stands for the rows below it, too, as a `[…]` line does.
    fn set_group(&mut self, first: usize) {
        let Some(table) = self.tree.tables.last_mut() else { return };
        let cell = self.category.and_then(|column| table.cells.get(first + column));
        if let Some(cell) = cell.filter(|cell| !is_blank_cell(cell.of(self.text))) {
            self.group = Some(*cell);
        }
        if let Some(row) = table.rows.last_mut() {
            row.group = self.group;
        }
    }

    pub(super) fn group_line(&mut self, line: &GrammarLine<'_>) -> LineRole {
        self.forget_lost();
        let name = line.part(Shape::group_name).map(|name| self.trimmed(name));
        self.group = name.filter(|name| !name.is_empty());
        LineRole::Group
    }

    pub(super) fn note(&mut self, line: &GrammarLine<'_>) -> LineRole {
        self.forget_lost();
        let words = line.part(Shape::value).map(|words| self.trimmed(words));
        if let (Some(words), Some(table)) = (words, self.tree.tables.last_mut()) {
            table.notes.push(words);
        }
        LineRole::Note
    }

    /// A row's line without indentation and comment.
    pub(super) fn row_span(&self, line: &GrammarLine<'_>) -> Span {
        let end = line.part(Shape::remark).map_or(line.span.end, |remark| remark.start);
        self.trimmed(Span { start: line.span.start, end })
    }

    /// The cells of a row line, trimmed.
    pub(super) fn cell_spans<'l>(
        &self,
        line: &GrammarLine<'l>,
    ) -> impl Iterator<Item = Span> + use<'l, 't> {
        cells_of_row(self.text, line)
    }
}

/// The cells of a row line, trimmed.
fn cells_of_row<'l, 't>(
    text: &'t str,
    line: &GrammarLine<'l>,
) -> impl Iterator<Item = Span> + use<'l, 't> {
    let parts = line.parts.iter().filter(|part| is_cell_shape(part.shape));
    parts.map(move |part| crate::syntax::cell::trimmed_cell(text, part.span))
}

fn cells_in(line: &GrammarLine<'_>) -> usize {
    line.parts.iter().filter(|part| is_cell_shape(part.shape)).count()
}

/// Whether a part of a row line is one of its cells.
pub(in crate::syntax) fn is_cell_shape(shape: Shape) -> bool {
    matches!(shape, Shape::cell | Shape::pasted | Shape::value)
}
