//! What a table of regions says of the whole that they are parts of: the plan's own targets.

use std::collections::HashMap;

use crate::{
    document::{Given, pasted::is_number_cell},
    syntax::{Column, ColumnKind, KeywordSet, Row, Table, TableKind, YearRole},
    text::Span,
};

use super::issued_line::IssuedLine;

/// The numbers of the whole, which are the plan's own targets.
pub(super) fn targets_of_whole(given: &mut Given, lines: &[IssuedLine]) -> Option<Table> {
    let text = given.text();
    let said: Vec<&IssuedLine> = lines
        .iter()
        .filter(|line| line.own.is_some_and(|own| is_number_cell(own.of(text))))
        .collect();
    let mut years: Vec<&str> = said.iter().map(|line| &*line.year.words).collect();
    // Years are sorted as words, which for four digits is their order.
    years.sort_unstable();
    years.dedup();
    let kind = TableKind::Targets;
    let first = said.first()?.span;
    let mut table = Table {
        kind,
        keyword: given.write(kind.word(KeywordSet::Chinese), Some(first)),
        title: None,
        columns: Vec::new(),
        rows: Vec::new(),
        cells: Vec::new(),
        notes: Vec::new(),
    };
    let of_years = years.iter().filter_map(|year| year.parse().ok());
    let of_years = of_years.map(|year| ColumnKind::Year { year, role: YearRole::Bare });
    for column in std::iter::once(ColumnKind::Indicator).chain(of_years) {
        let head = column.headed(kind, KeywordSet::Chinese).unwrap_or_default();
        table.columns.push(Column { span: given.write(&head, Some(first)), kind: column });
    }
    // Lines of one name become one row, though a table of regions has a line for each year.
    let mut of_name: HashMap<&str, usize> = HashMap::new();
    let mut grouped: Vec<Vec<&IssuedLine>> = Vec::new();
    for line in said {
        let next = grouped.len();
        let at = *of_name.entry(&line.name.words).or_insert(next);
        match grouped.get_mut(at) {
            Some(group) => group.push(line),
            None => grouped.push(vec![line]),
        }
    }
    for group in grouped {
        let Some(named) = group.first() else { continue };
        let start = Span::new(0, table.cells.len()).end;
        table.cells.push(given.write(&named.name.words, named.name.from));
        for year in &years {
            let value = group.iter().find(|line| line.year.words == *year);
            table.cells.push(value.and_then(|line| line.own).unwrap_or_default());
        }
        let span = group.iter().filter_map(|line| line.own).reduce(Span::to).unwrap_or(named.span);
        let count = Span::new(0, table.cells.len()).end - start;
        table.rows.push(Row { span, group: None, first: start, count });
    }
    Some(table)
}
