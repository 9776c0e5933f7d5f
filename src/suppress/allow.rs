//! Allow comments of one file, with their words and the stretch of text they cover.

use crate::{
    finding::Place,
    syntax::{AllowComment, Covers, Tree},
    text::{FileId, Span, Written},
};

/// An allow comment, ready to be matched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allow {
    /// The comment.
    pub place: Place,
    /// The comment with the line it has to itself, or with the blanks before it.
    pub whole: Span,
    /// The rules as written.
    pub rules: Vec<Written>,
    /// The reason; never empty.
    pub reason: Option<Written>,
    /// The date behind until or 至.
    pub until: Option<Written>,
    /// The bytes it covers; `None` when nothing stands below or before it.
    pub covers: Option<Span>,
    /// How wide it reaches: a row is narrower than a table, a table than the file.
    pub reach: AllowReach,
}

/// How wide an allow reaches, the narrowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AllowReach {
    /// One row.
    Row,
    /// One table.
    Table,
    /// The file.
    File,
}

/// The allow comments of one file.
#[must_use]
pub fn allows_of_file(file: FileId, tree: &Tree, text: &str) -> Vec<Allow> {
    tree.allows.iter().map(|comment| resolve_allow(file, tree, text, comment)).collect()
}

fn resolve_allow(file: FileId, tree: &Tree, text: &str, comment: &AllowComment) -> Allow {
    let written = |span: Span| Written { text: span.of(text).trim().into(), span };
    let filled = |written: &Written| !written.text.is_empty();
    let (reach, covers) = covered_stretch(tree, text, comment.covers);
    Allow {
        place: Place::new(file, comment.span),
        whole: stretch_to_remove(text, comment.span),
        rules: comment.rules.iter().copied().map(written).collect(),
        reason: comment.reason.map(written).filter(filled),
        until: comment.until.map(written).filter(filled),
        covers,
        reach,
    }
}

/// What goes when a comment is taken out.
fn stretch_to_remove(text: &str, comment: Span) -> Span {
    // A line that held nothing but the comment goes with its end; behind a row only the comment goes, and
    // the blanks before it.
    let Span { start, end } = comment;
    let (before, behind) = (text.get(..start as usize), text.get(end as usize..));
    let before = before.unwrap_or_default().trim_end_matches([' ', '\t', '\u{3000}']);
    let behind = behind.unwrap_or_default();
    let blanks = behind.len() - behind.trim_start_matches([' ', '\t', '\u{3000}']).len();
    let line_end = match behind.get(blanks..).unwrap_or_default() {
        rest if rest.starts_with("\r\n") => 2,
        rest if rest.starts_with(['\r', '\n']) => 1,
        _ => 0,
    };
    let alone = before.is_empty() || before.ends_with(['\r', '\n']);
    let until = end as usize + blanks + if alone { line_end } else { 0 };
    Span::new(before.len(), until)
}

/// The stretch of text a comment covers.
fn covered_stretch(tree: &Tree, text: &str, covers: Covers) -> (AllowReach, Option<Span>) {
    match covers {
        Covers::Row { table, row } => {
            let row = tree.tables.get(table as usize).and_then(|t| t.rows.get(row as usize));
            (AllowReach::Row, row.map(|row| row.span))
        }
        Covers::Table(table) => {
            // From the keyword to the last row with everything that may stand between: a finding may lie
            // at a heading, a note or a cell.
            let whole = tree.tables.get(table as usize).map(|table| {
                let parts = table.columns.iter().map(|column| column.span);
                let notes = table.notes.iter().copied();
                let rows = table.rows.last().map(|row| row.span);
                parts.chain(notes).chain(rows).fold(table.keyword, Span::to)
            });
            (AllowReach::Table, whole)
        }
        Covers::File => (AllowReach::File, Some(Span::new(0, text.len()))),
        Covers::Nothing => (AllowReach::Row, None),
    }
}
