//! What the prose says as the two tables that a plan file has for it.

use crate::{
    document::{Given, pasted::unwrapped},
    syntax::{Column, ColumnKind, KeywordSet, Row, Table, TableKind},
    text::Span,
};

use super::{CellWords, ProseStatement, ReadingConfidence, SaidKind};

/// The columns.
const COLUMNS: [ColumnKind; 6] = [
    ColumnKind::Where,
    ColumnKind::Region,
    ColumnKind::Scope,
    ColumnKind::Indicator,
    ColumnKind::When,
    ColumnKind::Value,
];

/// The tables 正文 and 引述 of what was said; what is unsure stays out, and a table without rows, too.
#[must_use]
pub fn tables_of_prose(said: &[ProseStatement], given: &mut Given) -> Vec<Table> {
    let kinds =
        [(SaidKind::Statement, TableKind::Statements), (SaidKind::Citation, TableKind::Citations)];
    let mut tables = Vec::new();
    for (kind, table) in kinds {
        let sure =
            |said: &&ProseStatement| !matches!(said.confidence, ReadingConfidence::Unsure(_));
        let rows: Vec<&ProseStatement> =
            said.iter().filter(|said| said.kind == kind && sure(said)).collect();
        if !rows.is_empty() {
            tables.push(table_of_statements(table, &rows, given));
        }
    }
    tables
}

fn table_of_statements(kind: TableKind, rows: &[&ProseStatement], given: &mut Given) -> Table {
    let keyword = given.write(kind.word(KeywordSet::Chinese), None);
    let column = |column: ColumnKind| {
        let head = column.headed(kind, KeywordSet::Chinese).unwrap_or_default();
        Column { span: given.write(&head, None), kind: column }
    };
    let columns = COLUMNS.into_iter().map(column).collect();
    let mut table = Table {
        kind,
        keyword,
        title: None,
        columns,
        rows: Vec::new(),
        cells: Vec::new(),
        notes: Vec::new(),
    };
    for said in rows {
        let first = u32::try_from(table.cells.len()).unwrap_or(u32::MAX);
        table.cells.extend(cells_of_statement(said, given));
        table.rows.push(Row { span: said.clause, group: None, first, count: 6 });
    }
    table
}

/// A stretch as a cell: on one line where the page has broken it.
pub fn unbroken(span: Span, given: &mut Given) -> Span {
    let words = span.of(given.text());
    match words.contains('\n').then(|| unwrapped(words)) {
        Some(words) => given.write(&words, Some(span)),
        None => span,
    }
}

fn cells_of_statement(said: &ProseStatement, given: &mut Given) -> [Span; 6] {
    let clause = said.clause;
    let blank = Span { start: clause.end, end: clause.end };
    let mut cell = |words: Option<&CellWords>| {
        words.map_or(blank, |words| match &words.given {
            Some(printed) => given.write(printed, Some(words.span)),
            None => unbroken(words.span, given),
        })
    };
    let (region, scope) = (cell(said.region.as_ref()), cell(said.scope.as_ref()));
    let (name, year) = (cell(Some(&said.name)), cell(said.year.as_ref()));
    let phrase = cell(Some(&said.phrase));
    let position = match said.position.as_str() {
        "" => blank,
        position => given.write(position, Some(clause)),
    };
    [position, region, scope, name, year, phrase]
}
