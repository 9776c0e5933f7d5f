//! One table in every format that documents come in, and what is read of it in each.

use planlint::{
    document::Years,
    engine::{File, Files},
    syntax::ProblemKind,
};
use rust_xlsxwriter::{Format, Workbook};

use crate::{
    documents::package,
    support::{self, TODAY},
};

/// A line of text, or the rows of a table; `<` and `^` reach from the left and from above.
enum Part<'a> {
    Line(&'a str),
    Table(Vec<Vec<&'a str>>),
}

/// Lines between bars are rows, others are lines of text.
fn parts(document: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    for line in document.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (line.strip_prefix('|').and_then(|row| row.strip_suffix('|')), parts.last_mut()) {
            (Some(row), Some(Part::Table(rows))) => rows.push(cells(row)),
            (Some(row), _) => parts.push(Part::Table(vec![cells(row)])),
            (None, _) => parts.push(Part::Line(line)),
        }
    }
    parts
}

fn cells(row: &str) -> Vec<&str> {
    row.split('|').map(str::trim).collect()
}

/// Where the words of a place stand.
fn origin(rows: &[Vec<&str>], (row, column): (usize, usize)) -> (usize, usize) {
    match rows[row][column] {
        "<" => origin(rows, (row, column - 1)),
        "^" => origin(rows, (row - 1, column)),
        _ => (row, column),
    }
}

/// How many rows and columns the cell at a place reaches over.
fn reach(rows: &[Vec<&str>], at: (usize, usize)) -> (usize, usize) {
    let wide = (at.1..rows[at.0].len()).take_while(|column| origin(rows, (at.0, *column)) == at);
    let high = (at.0..rows.len()).take_while(|row| origin(rows, (*row, at.1)) == at);
    (high.count(), wide.count())
}

/// Words of a place as formats without merged cells have them.
fn plain<'a>(words: &'a &str) -> &'a str {
    if matches!(*words, "<" | "^") { "" } else { words }
}

fn markdown(parts: &[Part<'_>]) -> Vec<u8> {
    let mut text = String::new();
    for (number, part) in parts.iter().enumerate() {
        match part {
            Part::Line(line) if number == 0 => text.push_str(&format!("# {line}\n\n")),
            Part::Line(line) => text.push_str(&format!("{line}\n\n")),
            Part::Table(rows) => {
                for (at, row) in rows.iter().enumerate() {
                    let row: Vec<&str> = row.iter().map(plain).collect();
                    text.push_str(&format!("| {} |\n", row.join(" | ")));
                    if at == 0 {
                        text.push_str(&format!("|{}\n", "---|".repeat(row.len())));
                    }
                }
                text.push('\n');
            }
        }
    }
    text.into_bytes()
}

fn separated(parts: &[Part<'_>], mark: &str) -> Vec<u8> {
    let mut text = String::new();
    for part in parts {
        match part {
            Part::Line(line) => text.push_str(&format!("{line}\n")),
            Part::Table(rows) => {
                for row in rows {
                    let row: Vec<&str> = row.iter().map(plain).collect();
                    text.push_str(&format!("{}\n", row.join(mark)));
                }
            }
        }
    }
    text.into_bytes()
}

fn html(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = String::new();
    for part in parts {
        match part {
            Part::Line(line) => body.push_str(&format!("<p>{line}</p>")),
            Part::Table(rows) => {
                body.push_str("<table>");
                for (row, words) in rows.iter().enumerate() {
                    body.push_str("<tr>");
                    for (column, words) in words.iter().enumerate() {
                        if origin(rows, (row, column)) == (row, column) {
                            let (high, wide) = reach(rows, (row, column));
                            body.push_str(&format!(
                                "<td rowspan={high} colspan={wide}>{words}</td>"
                            ));
                        }
                    }
                    body.push_str("</tr>");
                }
                body.push_str("</table>");
            }
        }
    }
    let head = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head>";
    format!("{head}<body>{body}</body></html>").into_bytes()
}

fn word(parts: &[Part<'_>]) -> Vec<u8> {
    let paragraph = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
    let mut body = String::new();
    for part in parts {
        match part {
            Part::Line(line) => body.push_str(&paragraph(line)),
            Part::Table(rows) => {
                body.push_str("<w:tbl>");
                for (row, words) in rows.iter().enumerate() {
                    body.push_str("<w:tr>");
                    let mut column = 0;
                    while column < words.len() {
                        let at = origin(rows, (row, column));
                        let (high, wide) = reach(rows, at);
                        let down = match (at.0 < row, high > 1) {
                            (true, _) => "<w:vMerge/>",
                            (false, true) => "<w:vMerge w:val=\"restart\"/>",
                            (false, false) => "",
                        };
                        let own = if at.0 < row { "" } else { rows[at.0][at.1] };
                        body.push_str(&format!(
                            "<w:tc><w:tcPr><w:gridSpan w:val=\"{wide}\"/>{down}</w:tcPr>{}</w:tc>",
                            paragraph(own)
                        ));
                        column += wide;
                    }
                    body.push_str("</w:tr>");
                }
                body.push_str("</w:tbl>");
            }
        }
    }
    package::word(&package::document(&body))
}

fn workbook(parts: &[Part<'_>]) -> Vec<u8> {
    let (mut book, format) = (Workbook::new(), Format::new());
    let sheet = book.add_worksheet();
    let mut top = 0;
    for part in parts {
        match part {
            Part::Line(line) => {
                sheet.write(top, 0, *line).unwrap();
                top += 1;
            }
            Part::Table(rows) => {
                for (row, words) in rows.iter().enumerate() {
                    for (column, words) in words.iter().enumerate() {
                        if origin(rows, (row, column)) != (row, column) {
                            continue;
                        }
                        let (high, wide) = reach(rows, (row, column));
                        let first =
                            (top + u32::try_from(row).unwrap(), u16::try_from(column).unwrap());
                        let last = (
                            first.0 + u32::try_from(high).unwrap() - 1,
                            first.1 + u16::try_from(wide).unwrap() - 1,
                        );
                        if first != last {
                            sheet
                                .merge_range(first.0, first.1, last.0, last.1, words, &format)
                                .unwrap();
                        } else if let Ok(number) = words.parse::<f64>() {
                            sheet.write(first.0, first.1, number).unwrap();
                        } else if !words.is_empty() {
                            sheet.write(first.0, first.1, *words).unwrap();
                        }
                    }
                }
                top += u32::try_from(rows.len()).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}

/// A document in each format, under its name.
pub fn written(document: &str) -> Vec<(&'static str, Vec<u8>)> {
    let parts = parts(document);
    vec![
        ("a.docx", word(&parts)),
        ("a.xlsx", workbook(&parts)),
        ("a.html", html(&parts)),
        ("a.md", markdown(&parts)),
        ("a.csv", separated(&parts, ",")),
        ("a.txt", separated(&parts, "\t")),
    ]
}

/// What is read of one document.
pub struct Told {
    /// Its title, region and years.
    pub head: String,
    /// Its tables: the keyword with the heads, then the rows with their groups; then what is not read.
    pub lines: Vec<String>,
    /// The rules that found something, sorted.
    pub rules: Vec<String>,
}

/// Reads a document of this name.
pub fn told(name: &str, bytes: Vec<u8>) -> Told {
    let files: Files = [(name.to_owned(), File::of_bytes(bytes))].into_iter().collect();
    let (world, outcome) = support::check(files, TODAY);
    let model = &world.model;
    let mut told = Told { head: String::new(), lines: Vec::new(), rules: Vec::new() };
    for (_, plan) in model.plans() {
        let region = plan.region.map_or("?", |id| &*model.catalogue.region_of(id).name);
        let years = plan.period.map(|period| Years { start: period.start, end: period.end });
        let years = years.map_or(String::new(), Years::written);
        told.head = format!("{} {region} {years}", plan.title);
        let Some(tree) = model.tree(plan.file) else { continue };
        let words = |span| model.words(plan.file, span);
        for table in &tree.tables {
            let heads: Vec<&str> = table.columns.iter().map(|column| words(column.span)).collect();
            told.lines.push(format!("{}: {}", words(table.keyword), heads.join(" ")));
            for row in &table.rows {
                let cells = (0..table.columns.len()).map(|at| words(table.cell(row, at)));
                let cells = cells.map(|cell| if cell.is_empty() { "." } else { cell });
                let group = row.group.map(|group| format!("[{}] ", words(group)));
                let cells = cells.collect::<Vec<_>>().join(" ");
                told.lines.push(format!("{}{cells}", group.unwrap_or_default()));
            }
        }
        for problem in &tree.problems {
            match problem.kind {
                ProblemKind::UnreadPart { what } => {
                    told.lines.push(format!("unread {what}"));
                }
                ProblemKind::DuplicateColumn => {
                    told.lines.push(format!("twice {}", words(problem.span)));
                }
                _ => {}
            }
        }
    }
    told.rules = outcome.findings.iter().map(|finding| finding.rule.to_string()).collect();
    told.rules.sort();
    told.rules.dedup();
    told
}

/// Every format of a document gives these lines; `rule` is found in all of them, `!rule` in none.
pub fn each(document: &str, expected: &[&str], rules: &[&str]) {
    for (name, bytes) in written(document) {
        let told = told(name, bytes);
        assert_eq!(told.lines, expected, "{name} {:?}", told.rules);
        for rule in rules {
            let (wanted, rule) = match rule.strip_prefix('!') {
                Some(rule) => (false, rule),
                None => (true, *rule),
            };
            let found = told.rules.iter().any(|found| found == rule);
            assert_eq!(found, wanted, "{name} {rule} {:?}", told.rules);
        }
    }
}
