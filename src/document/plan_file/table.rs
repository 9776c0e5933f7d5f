//! A table of a document in the plan language.

use std::borrow::Cow;

use crate::syntax::{Column, ColumnKind, KeywordSet, Table, TableKind};

use super::flat::flat;

/// Writes a table with its groups and footnotes.
pub(super) fn write_plan_table(table: &Table, text: &str, out: &mut String) {
    out.push_str(table.kind.word(KeywordSet::Chinese));
    if let Some(title) = table.title.map(|title| flat(title.of(text))).filter(|t| !t.is_empty()) {
        out.push_str(" “");
        out.push_str(&title);
        out.push('”');
    }
    out.push('\n');
    let shown = columns_to_write(table);
    let columns = || shown.iter().filter_map(|at| table.columns.get(*at));
    write_plan_line(columns().map(|column| head_in_plan_language(table.kind, column, text)), out);
    write_plan_line(columns().map(|_| Cow::Borrowed("---")), out);
    let grouped = table.column(&ColumnKind::Category).is_none();
    // A column of groups says for each row what a line of the group would say once.
    let mut group = None;
    for row in &table.rows {
        let own = row.group.map(|group| flat(group.of(text)));
        if grouped && own != group {
            group_line(own.as_deref(), out);
            group = own;
        }
        let cells = shown.iter().map(|column| table.cell(row, *column));
        write_plan_line(cells.map(|cell| Cow::Owned(flat(cell.of(text)))), out);
    }
    table.notes.iter().for_each(|note| note_line(&flat(note.of(text)), out));
}

/// A head as printed where that is understood, else as the language has it.
fn head_in_plan_language<'a>(table: TableKind, column: &Column, text: &'a str) -> Cow<'a, str> {
    // A head may be known by several words; the document's own is kept where the language knows it, so
    // that the file can be held beside the document.
    let printed = flat(column.span.of(text));
    if ColumnKind::named(table, &printed) == column.kind {
        return Cow::Owned(printed);
    }
    column.kind.word(table, KeywordSet::Chinese).unwrap_or(Cow::Owned(printed))
}

/// The columns to write. Of the tables that are made from prose those without a single word are left out.
fn columns_to_write(table: &Table) -> Vec<usize> {
    // Tables that the document itself has keep their blank columns: a column without values is a fault to
    // be found.
    let made = matches!(table.kind, TableKind::Statements | TableKind::Citations);
    let blank = |column| table.rows.iter().all(|row| table.cell(row, column).is_empty());
    (0..table.columns.len()).filter(|column| !made || !blank(*column)).collect()
}

fn write_plan_line<'a>(cells: impl Iterator<Item = Cow<'a, str>>, out: &mut String) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        // Both bars part cells in the language.
        out.push_str(&cell.replace('|', "\\|").replace('｜', "\\｜"));
        out.push_str(" |");
    }
    out.push('\n');
}

/// `[更高质量的市民化]`; brackets of the name itself would end it.
fn group_line(group: Option<&str>, out: &mut String) {
    out.push('[');
    out.push_str(&group.unwrap_or_default().replace(['[', ']', '|', '｜'], ""));
    out.push_str("]\n");
}

fn note_line(note: &str, out: &mut String) {
    // A note without a sign of its own would be read as a row of words.
    if !note.starts_with(['*', '＊', '[', '［']) {
        out.push_str("注：");
    }
    out.push_str(note);
    out.push('\n');
}
