//! A column whose name its kind of table does not know.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Drafts, Fix},
    rulebook::{Context, report_fixable},
    syntax::{ColumnKind, ProblemKind, Table, unescape},
    text::{FileId, Span},
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UnknownColumnFacts {
    nearest: Arc<str>,
}

/// Reports the first unknown column of each table head, with the closest known one.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_fixable(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::UnknownColumn { nearest } => {
            let nearest = nearest.as_deref().unwrap_or_default();
            let case = if is_whole_line(words) { "unnamed" } else { "column" };
            let tables = context.model.tree(file).into_iter().flat_map(|tree| &tree.tables);
            let fix = match table_with_head(tables, problem.span) {
                // A misspelt column whose right name stands in the table already is another column.
                Some(table) if case == "column" && !has(table, nearest) => {
                    Fix::spelling(words, problem.span, nearest)
                }
                _ => None,
            };
            Some((case, UnknownColumnFacts { nearest: nearest.into() }, fix))
        }
        _ => None,
    });
}

/// An empty head cell has no words, so its problem stands at the whole line.
fn is_whole_line(words: &str) -> bool {
    words.contains('\t') || (words.contains(['|', '｜']) && unescape(words) == words)
}

/// The table that has the column at `head`.
fn table_with_head<'a>(
    mut tables: impl Iterator<Item = &'a Table>,
    head: Span,
) -> Option<&'a Table> {
    tables.find(|table| table.columns.iter().any(|column| column.span == head))
}

/// Whether a table already has the column that `word` names.
fn has(table: &Table, word: &str) -> bool {
    table.column(&ColumnKind::named(table.kind, word)).is_some()
}
