//! Statistical bulletins: what they say was reached, none of it is a target.

use crate::{
    document::{
        Given, Years,
        prose::{ProseStatement, ReadingConfidence, SaidKind},
        table::{UnreadTablePart, WhyUnread},
    },
    syntax::{Column, ColumnKind, KeywordSet, Row, Table, TableKind, YearRole},
    text::Span,
};

/// What the titles of bulletins say.
const TITLES: [&str; 4] = ["统计公报", "统计快报", "统计月报", "statistical bulletin"];

/// Whether a title is that of a bulletin.
#[must_use]
pub fn is_bulletin(title: &str) -> bool {
    // English titles are written with capitals or without.
    let title = title.to_lowercase();
    TITLES.iter().any(|word| title.contains(word))
}

/// The indicator tables of a bulletin as 实绩表; columns that such a table has not are listed.
#[must_use]
pub fn actuals_of_bulletin(
    tables: Vec<Table>,
    given: &mut Given,
    unread: &mut Vec<UnreadTablePart>,
) -> Vec<Table> {
    tables.into_iter().map(|table| actuals(table, given, unread)).collect()
}

fn actuals(table: Table, given: &mut Given, unread: &mut Vec<UnreadTablePart>) -> Table {
    if table.kind != TableKind::Targets {
        return table;
    }
    let kind = TableKind::Actuals;
    // A 实绩表 has no targets and averages; what such a column holds is told as unread and not lost in
    // silence.
    let fits = |column: &Column| {
        matches!(
            column.kind,
            ColumnKind::Number
                | ColumnKind::Indicator
                | ColumnKind::Unit
                | ColumnKind::Note
                | ColumnKind::Year { .. }
                | ColumnKind::Growth { .. }
                | ColumnKind::Progress
        )
    };
    let kept: Vec<bool> = table.columns.iter().map(fits).collect();
    let lost = table.columns.iter().zip(&kept);
    let lost = lost.filter(|(column, kept)| !**kept && column.kind.holds_values());
    unread.extend(
        lost.map(|(column, _)| UnreadTablePart { span: column.span, why: WhyUnread::Column }),
    );
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for row in &table.rows {
        let first = Span::new(0, cells.len()).end;
        let own = kept.iter().enumerate().filter(|(_, kept)| **kept);
        cells.extend(own.map(|(at, _)| table.cell(row, at)));
        let count = Span::new(0, cells.len()).end - first;
        rows.push(Row { first, count, ..row.clone() });
    }
    let keyword = given.write(kind.word(KeywordSet::Chinese), Some(table.keyword));
    let columns = table.columns.into_iter().zip(kept).filter(|(_, kept)| *kept);
    let columns = columns.map(|(column, _)| column).collect();
    Table { kind, keyword, columns, rows, cells, ..table }
}

/// What the prose of a bulletin says of its own region and year as a 实绩表; what is left is quoted.
#[must_use]
pub fn actuals_of_prose(
    said: Vec<ProseStatement>,
    years: Years,
    given: &mut Given,
) -> (Option<Table>, Vec<ProseStatement>) {
    let text = given.text();
    let own = |said: &ProseStatement| {
        let words = said.year.as_ref().map(|year| match &year.given {
            Some(words) => words.as_str(),
            None => year.span.of(text),
        });
        // What names no year is of the year of the bulletin; another year, region or part is quoted
        // beside it.
        let of_year = words.is_none_or(|words| Years::of(words) == Some(years));
        let sure = !matches!(said.confidence, ReadingConfidence::Unsure(_));
        sure && of_year && said.region.is_none() && said.scope.is_none()
    };
    let (own, mut rest): (Vec<ProseStatement>, Vec<ProseStatement>) =
        said.into_iter().partition(own);
    for said in &mut rest {
        said.kind = SaidKind::Citation;
    }
    ((!own.is_empty()).then(|| write_actuals_table(&own, years.end, given)), rest)
}

fn write_actuals_table(said: &[ProseStatement], year: i32, given: &mut Given) -> Table {
    let kind = TableKind::Actuals;
    let keyword = given.write(kind.word(KeywordSet::Chinese), None);
    let columns = [ColumnKind::Indicator, ColumnKind::Year { year, role: YearRole::Bare }];
    let columns = columns.map(|column| {
        let head = column.headed(kind, KeywordSet::Chinese).unwrap_or_default();
        Column { span: given.write(&head, None), kind: column }
    });
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    for said in said {
        let first = Span::new(0, cells.len()).end;
        for words in [&said.name, &said.phrase] {
            cells.push(match &words.given {
                Some(printed) => given.write(printed, Some(words.span)),
                None => words.span,
            });
        }
        rows.push(Row { span: said.clause, group: None, first, count: 2 });
    }
    let columns = Vec::from(columns);
    Table { kind, keyword, title: None, columns, rows, cells, notes: Vec::new() }
}
