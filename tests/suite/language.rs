//! What the language reads: odd and broken variants, each with its tree and its problems.

use std::fmt::Write as _;

use planlint::syntax::{
    Class, ColumnKind, Covers, DirectionWord, Field, FieldKey, PathWord, PlanKind, ProblemKind,
    RelationWord, Status, Table, Tree, parse,
};
use planlint::text::Span;

/// A tree as text, one part a line: `~` begins an allow, `!` a problem. White space, bars and colons do not count in the
/// words of a problem: the formatter may move them.
pub(crate) fn picture(text: &str) -> String {
    let moved = [' ', '\t', '|', '｜', '\u{3000}', '\u{A0}', ':', '：'];
    let problem =
        |kind: &ProblemKind, words: &str| format!("{kind:?} <{}>", words.replace(moved, ""));
    draw(text, |_, words| words.to_owned(), |_, words| words.to_owned(), problem)
}

/// The picture with values for words that exist in both keyword sets, and problems without their suggestions.
pub(crate) fn meaning(text: &str) -> String {
    let problem = |kind: &ProblemKind, _: &str| {
        let name = format!("{kind:?}");
        name.split([' ', '{']).next().unwrap_or_default().to_owned()
    };
    draw(text, cell_meaning, field_meaning, problem)
}

fn cell_meaning(column: Option<&ColumnKind>, words: &str) -> String {
    let read = match column {
        Some(ColumnKind::Class) => Class::read(words).map(|word| format!("{word:?}")),
        Some(ColumnKind::Direction) => DirectionWord::read(words).map(|word| format!("{word:?}")),
        Some(ColumnKind::Path) => PathWord::read(words).map(|word| format!("{word:?}")),
        Some(ColumnKind::Relation) => {
            RelationWord::read_with_weight(words).map(|word| format!("{word:?}"))
        }
        _ => None,
    };
    read.unwrap_or_else(|| words.to_owned())
}

fn field_meaning(field: &Field, words: &str) -> String {
    let read = match field.key {
        FieldKey::Kind => PlanKind::read(words).map(|word| format!("{word:?}")),
        FieldKey::Status => Status::read(words).map(|word| format!("{word:?}")),
        _ => None,
    };
    read.unwrap_or_else(|| words.to_owned())
}

fn draw(
    text: &str,
    cell: impl Fn(Option<&ColumnKind>, &str) -> String,
    field: impl Fn(&Field, &str) -> String,
    problem: impl Fn(&ProblemKind, &str) -> String,
) -> String {
    let tree = parse(text);
    let mut out = String::new();
    let words = |span: Span| span.of(text);
    if let Some(plan) = &tree.plan {
        let _ = writeln!(out, "Plan <{}>", words(plan.title));
        for found in &plan.fields {
            let _ = writeln!(out, "  {:?} = <{}>", found.key, field(found, words(found.value)));
        }
    }
    for table in &tree.tables {
        draw_table(&mut out, text, table, &cell);
    }
    draw_allows(&mut out, text, &tree);
    for found in &tree.problems {
        let _ = writeln!(out, "! {}", problem(&found.kind, words(found.span)));
    }
    out
}

fn draw_table(
    out: &mut String,
    text: &str,
    table: &Table,
    cell: impl Fn(Option<&ColumnKind>, &str) -> String,
) {
    let words = |span: Span| span.of(text);
    let title = table.title.map_or(String::new(), |title| format!(" <{}>", words(title)));
    let _ = writeln!(out, "{:?}{title}", table.kind);
    let kinds: Vec<_> = table.columns.iter().map(|column| format!("{:?}", column.kind)).collect();
    let _ = writeln!(out, "  [{}]", kinds.join(" | "));
    for row in &table.rows {
        let count = table.columns.len().max(row.count as usize);
        let kind = |at: usize| table.columns.get(at).map(|column| &column.kind);
        let cells: Vec<_> =
            (0..count).map(|at| cell(kind(at), words(table.cell(row, at)))).collect();
        let group = row.group.map_or(String::new(), |group| format!("{}: ", words(group)));
        let _ = writeln!(out, "  {group}{}", cells.join(" | "));
    }
    for note in &table.notes {
        let _ = writeln!(out, "  * {}", words(*note));
    }
}

fn draw_allows(out: &mut String, text: &str, tree: &Tree) {
    let words = |span: Span| span.of(text);
    for allow in &tree.allows {
        let rules: Vec<_> = allow.rules.iter().map(|rule| words(*rule)).collect();
        let covers = match allow.covers {
            Covers::Row { table, row } => format!("row {table}.{row}"),
            Covers::Table(table) => format!("table {table}"),
            Covers::File => "file".to_owned(),
            Covers::Nothing => "nothing".to_owned(),
        };
        let reason = allow.reason.map_or("-", words);
        let until = allow.until.map_or("-", words);
        let _ = writeln!(out, "~ {} <{reason}> until {until}: {covers}", rules.join(","));
    }
}

/// Odd and broken files, each with its picture: `=== name`, the file, `---`, the picture.
const VARIANTS: &str = include_str!("samples/variants.txt");

/// Characters a text file shows badly, by their names in the variants; `<END>` ends a file without a line end.
const NAMES: [(&str, &str); 5] =
    [("<TAB>", "\t"), ("<CR>", "\r"), ("<ZWSP>", "\u{200B}"), ("<NUL>", "\0"), ("\n<END>\n", "")];

fn named(text: &str) -> String {
    NAMES.iter().fold(text.to_owned(), |text, (name, character)| text.replace(name, character))
}

#[test]
fn every_variant_reads_as_its_picture() {
    let mut wrong = String::new();
    let variants = VARIANTS.split("=== ").skip(1);
    for variant in variants {
        let (name, rest) = variant.split_once('\n').unwrap();
        let (text, expected) = rest.split_once("---\n\n").unwrap();
        let found = picture(&named(text));
        if found.trim_end() != named(expected).trim_end() {
            let _ = writeln!(wrong, "=== {name}\n{text}---\n\n{found}");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn hostile_texts_are_read_to_their_end() {
    let many = 100_000;
    let texts = [
        "a".repeat(3 << 20),
        "|".repeat(3 << 20),
        "[".repeat(many) + &"]".repeat(many),
        format!("指标表\n{}\n{}", "[".repeat(many), "《“「\"".repeat(many)),
        format!("规划 《x》\n地区: {}x", " ".repeat(many)),
        "\0".repeat(many),
        "\r".repeat(many),
        format!("指标表\n{}|\n{}", "|2020".repeat(many), "|\n".repeat(many)),
        "指标标\n|指标|年份|\n".repeat(1000),
    ];
    for text in texts {
        let tree = parse(&text);
        for problem in &tree.problems {
            assert!(text.get(problem.span.range()).is_some());
        }
        assert!(tree.problems.windows(2).all(|pair| pair[0].span <= pair[1].span));
    }
}
