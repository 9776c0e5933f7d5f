//! A plan put together from pieces of a document, as a plan file of the same words would hold it.

use crate::{
    syntax::{
        Column, ColumnKind, Field, FieldKey, KeywordSet, PlanHead, Row, Table, TableKind, Tree,
    },
    text::{Parts, Span},
};

use super::{Given, Imported};

/// Words of a plan, and the stretch of the document they stand for.
#[derive(Clone, Debug, Default)]
pub(super) struct ComposedWords {
    /// The words.
    pub(super) words: String,
    /// Where they come from; `None` when the document does not say them.
    pub(super) from: Option<Span>,
}

impl ComposedWords {
    /// Words that stand for `from`.
    pub(super) fn new(words: impl Into<String>, from: Span) -> Self {
        Self { words: words.into(), from: Some(from) }
    }

    /// Words that stand nowhere.
    pub(super) fn unsaid(words: impl Into<String>) -> Self {
        Self { words: words.into(), from: None }
    }
}

/// A column of a table under its usual head.
pub(super) fn column_under_usual_head(
    table: TableKind,
    kind: ColumnKind,
) -> (ColumnKind, ComposedWords) {
    let head = kind.headed(table, KeywordSet::Chinese).unwrap_or_default();
    (kind, ComposedWords::unsaid(head))
}

/// A plan in the making.
#[derive(Debug)]
pub(super) struct Composed {
    given: Given,
    tree: Tree,
}

impl Composed {
    /// Begins a plan over the text of a document.
    pub(super) fn begin(text: &str, title: &ComposedWords) -> Self {
        let mut given = Given::behind(text.to_owned());
        let keyword = given.write(PlanHead::word(KeywordSet::Chinese), None);
        let title = given.write(&title.words, title.from);
        let head = PlanHead { keyword, title, fields: Vec::new() };
        Self { given, tree: Tree { plan: Some(head), ..Tree::default() } }
    }

    /// Adds a field of the head, unless it has no words.
    pub(super) fn field(&mut self, key: FieldKey, value: &ComposedWords) {
        if value.words.is_empty() {
            return;
        }
        let value = self.given.write(&value.words, value.from);
        let Some(head) = &mut self.tree.plan else { return };
        // The key has no words in such a table, so it stands where its value does.
        head.fields.push(Field { key, key_span: value, value });
    }

    /// Opens a table; the rows that follow are its rows.
    pub(super) fn table(
        &mut self,
        kind: TableKind,
        title: Option<&ComposedWords>,
        columns: Vec<(ColumnKind, ComposedWords)>,
    ) {
        let keyword = self.given.write(kind.word(KeywordSet::Chinese), None);
        let title = title.map(|title| self.given.write(&title.words, title.from));
        let columns = columns
            .into_iter()
            .map(|(kind, head)| Column { kind, span: self.given.write(&head.words, head.from) })
            .collect();
        let (rows, cells, notes) = (Vec::new(), Vec::new(), Vec::new());
        self.tree.tables.push(Table { kind, keyword, title, columns, rows, cells, notes });
    }

    /// Adds a row of the open table, which stands at `span` of the document, with a cell for each column.
    pub(super) fn row(&mut self, span: Span, group: Option<Span>, cells: &[ComposedWords]) {
        let Some(table) = self.tree.tables.last_mut() else { return };
        let first = Span::new(0, table.cells.len()).end;
        let count = Span::new(0, cells.len()).end;
        for cell in cells {
            let blank = Span { start: span.end, end: span.end };
            let written = !cell.words.is_empty();
            table.cells.push(if written {
                self.given.write(&cell.words, cell.from)
            } else {
                blank
            });
        }
        table.rows.push(Row { span, group, first, count });
    }

    /// The plan of a document whose parts stand where `parts` says.
    pub(super) fn finish(self, parts: &Parts) -> Imported {
        Imported::new(self.given, parts, self.tree)
    }
}
