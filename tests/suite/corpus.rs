//! Every phrase of the conformance list stands in the plans as a target, an observed value or a quoted figure.

use planlint::views;

use crate::support::{self, TODAY};

/// The list's name of a document and the file of its plan.
const SOURCES: [(&str, &str); 5] = [
    ("seed000", "deqing-2021-2025"),
    ("seed001", "zhejiang-2021-2025"),
    ("seed002", "hangzhou-2023-2027"),
    ("seed003", "deqing-2023-2027"),
    ("seed004", "huzhou-2021-2025"),
];

/// Without blanks and width, as phrases are compared.
fn plain(text: &str) -> String {
    planlint::text::fold_full_width(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The runs of digits of a phrase.
fn numbers(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|n| !n.is_empty()).collect()
}

/// Whether a value is the phrase, holds it, or is the part of it with a number.
fn carries(value: &str, phrase: &str) -> bool {
    let part = phrase.contains(value)
        && (numbers(phrase).is_empty() || !numbers(value).is_empty() || value.chars().count() > 2);
    value.contains(phrase) || part
}

#[test]
fn every_phrase_of_the_list_is_in_the_plans() {
    let list =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/phrases.tsv")).unwrap();
    let (world, _) = support::check(support::plans(), TODAY);
    let records = views::records(&world.model);
    let mut looked_at = 0;
    let mut missing = Vec::new();
    for line in list.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let (phrase, comparator, source) = (plain(cells[0]), cells[2], cells[9]);
        if ["none", "not_target", "qual"].contains(&comparator) {
            continue;
        }
        looked_at += 1;
        let (_, file) = SOURCES.iter().find(|(name, _)| *name == source).unwrap();
        let found = records
            .iter()
            .filter(|record| {
                let source = world.model.sources.get(record.place.file).unwrap();
                source.path.contains(file) && !record.value.is_empty()
            })
            .any(|record| carries(&plain(&record.value), &phrase));
        if !found {
            missing.push(format!("{source}: {phrase}"));
        }
    }
    assert!(looked_at > 190, "{looked_at} rows");
    assert!(missing.is_empty(), "{} of {looked_at}:\n{}", missing.len(), missing.join("\n"));
}
