//! Heads and tables of the published documents, read as pasted text, equal those of `plans/`; `PLANLINT_DOCUMENTS` names their folder.

use std::{fs, path::PathBuf};

use planlint::{
    catalogue::{Catalogue, Tiers},
    document::{About, Given, Years, head, pasted, table},
    syntax::{ColumnKind, FieldKey, PlanHead, Table, TableKind, parse},
};

use crate::published::DOCUMENTS;

/// The name of each plan file with its text and that of its document.
fn pairs() -> Vec<(&'static str, String, String)> {
    let folder = PathBuf::from(std::env::var("PLANLINT_DOCUMENTS").expect("PLANLINT_DOCUMENTS"));
    let texts: Vec<String> = fs::read_dir(folder)
        .expect("the folder of the documents")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a text"))
        .collect();
    let of = |(plan, mark): (&'static str, &str)| {
        let path = format!("{}/plans/zhejiang/{plan}.plan", env!("CARGO_MANIFEST_DIR"));
        let text = texts.iter().find(|text| text.contains(mark)).expect(mark).clone();
        (plan, fs::read_to_string(path).unwrap(), text)
    };
    DOCUMENTS.into_iter().map(of).collect()
}

/// Title, then each row: its group, and each column's kind and words.
fn told(text: &str, tables: &[Table]) -> Vec<String> {
    let mut lines = Vec::new();
    for table in tables.iter().filter(|table| table.kind == TableKind::Targets) {
        lines.push(table.title.map(|title| title.of(text).to_owned()).unwrap_or_default());
        for row in &table.rows {
            let cells = table.columns.iter().enumerate().map(|(at, column)| {
                let kind = match &column.kind {
                    ColumnKind::Year { year, role } => format!("{year} {role:?}"),
                    kind => format!("{kind:?}"),
                };
                format!("{kind}={}", table.cell(row, at).of(text))
            });
            let cells = cells.collect::<Vec<_>>().join(" | ");
            lines.push(format!("[{}] {cells}", row.group.map(|g| g.of(text)).unwrap_or_default()));
        }
    }
    lines
}

#[test]
fn imported_tables_equal_the_plans() {
    let (mut rows, mut differences) = (0, Vec::new());
    for (plan, written, text) in pairs() {
        let expected = told(&written, &parse(&written).tables);
        let document = pasted::read(text);
        assert_eq!(document.lost, [], "{plan}");
        let mut given = Given::behind(document.text.clone());
        let found = table::read_target_tables(
            &document,
            Some(Years { start: 2021, end: 2025 }),
            &mut given,
        );
        assert_eq!(found.unread, [], "{plan}");
        let read = told(given.text(), &found.tables);
        rows += found.tables.iter().map(|table| table.rows.len()).sum::<usize>();
        for at in 0..expected.len().max(read.len()) {
            if expected.get(at) != read.get(at) {
                differences.push(format!("{plan}\n  {:?}\n  {:?}", expected.get(at), read.get(at)));
            }
        }
    }
    assert_eq!(rows, 67);
    assert!(differences.is_empty(), "{} rows:\n{}", differences.len(), differences.join("\n"));
}

/// What a head says, but for what the editors of `plans/` added.
fn fields(text: &str, head: &PlanHead) -> Vec<String> {
    let kept = head.fields.iter().filter(|field| {
        !matches!(field.key, FieldKey::Status | FieldKey::Source | FieldKey::Issuer)
    });
    let told = kept.map(|field| {
        let value = field.value.of(text).replace('-', "—").replace('〇', "○");
        format!("{:?} {value}", field.key)
    });
    std::iter::once(head.title.of(text).to_owned()).chain(told).collect()
}

#[test]
fn imported_heads_equal_the_plans() {
    for (plan, written, text) in pairs() {
        let expected = fields(&written, &parse(&written).plan.expect("a plan"));
        let document = pasted::read(text);
        let mut given = Given::behind(document.text.clone());
        let mut catalogue = Catalogue::read(std::iter::empty(), Tiers::default());
        let read = head::read((&document, plan), &About::default(), &mut catalogue, &mut given);
        assert_eq!(fields(given.text(), &read.expect("a head").head), expected, "{plan}");
    }
}
