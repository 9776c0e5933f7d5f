//! What the prose says as the two tables that a plan file has for it.

use crate::{
    document::Given,
    syntax::{Column, ColumnKind, Row, Table, TableKind},
    text::Span,
};

use super::{Confidence, Said, SaidKind, Words};

/// The columns with the words of their heads.
const COLUMNS: [(ColumnKind, &str); 6] = [
    (ColumnKind::Where, "位置"),
    (ColumnKind::Region, "地区"),
    (ColumnKind::Scope, "范围"),
    (ColumnKind::Indicator, "指标"),
    (ColumnKind::When, "年份"),
    (ColumnKind::Value, "表述"),
];

/// The tables 正文 and 引述 of what was said; what is unsure stays out, and a table without rows, too.
#[must_use]
pub fn tables(said: &[Said], given: &mut Given) -> Vec<Table> {
    let kinds = [
        (SaidKind::Statement, TableKind::Statements, "正文"),
        (SaidKind::Citation, TableKind::Citations, "引述"),
    ];
    let mut tables = Vec::new();
    for (kind, table, keyword) in kinds {
        let sure = |said: &&Said| !matches!(said.confidence, Confidence::Unsure(_));
        let rows: Vec<&Said> = said.iter().filter(|said| said.kind == kind && sure(said)).collect();
        if !rows.is_empty() {
            tables.push(filled(table, keyword, &rows, given));
        }
    }
    tables
}

fn filled(kind: TableKind, keyword: &str, rows: &[&Said], given: &mut Given) -> Table {
    let keyword = given.write(keyword, None);
    let column = |(kind, head): &(ColumnKind, &str)| Column {
        kind: kind.clone(),
        span: given.write(head, None),
    };
    let columns = COLUMNS.iter().map(column).collect();
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
        table.cells.extend(cells(said, given));
        table.rows.push(Row { span: said.clause, group: None, first, count: 6 });
    }
    table
}

fn cells(said: &Said, given: &mut Given) -> [Span; 6] {
    let clause = said.clause;
    let blank = Span { start: clause.end, end: clause.end };
    let mut cell = |words: Option<&Words>| {
        words.map_or(blank, |words| match &words.given {
            Some(printed) => given.write(printed, Some(words.span)),
            None => words.span,
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
