//! Every row and phrase of `plans/` stands in the published documents, where these are at hand: `PLANLINT_DOCUMENTS` names their folder.

use std::{collections::HashMap, fs, path::PathBuf};

use planlint::{
    model::{Model, Origin},
    syntax::TableKind,
};

use crate::support::{self, TODAY};

/// The plan files and a stretch of text that only their document holds.
pub const DOCUMENTS: [(&str, &str); 5] = [
    ("deqing-2021-2025", "表1 德清县新型城镇化"),
    ("zhejiang-2021-2025", "表1 浙江省新型城镇化"),
    ("huzhou-2021-2025", "表2-1 湖州市新型城镇化"),
    ("deqing-2023-2027", "德政办发〔2023〕18号"),
    ("hangzhou-2023-2027", "关于推进以县城为重要载体的城镇化建设实施方案"),
];

/// A document without blanks, cell bars and line ends, so that cells follow each other.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '|' && *c != '\u{A0}').collect()
}

fn documents() -> HashMap<&'static str, String> {
    let folder = PathBuf::from(std::env::var("PLANLINT_DOCUMENTS").expect("PLANLINT_DOCUMENTS"));
    let texts: Vec<String> = fs::read_dir(folder)
        .expect("the folder of the documents")
        .map(|entry| fs::read_to_string(entry.expect("an entry").path()).expect("a text"))
        .collect();
    let of = |mark: &str| {
        let text = texts.iter().find(|text| text.contains(mark)).expect(mark);
        plain(text)
    };
    DOCUMENTS.iter().map(|(name, mark)| (*name, of(mark))).collect()
}

/// The words of each table row's cells, without its group, one after the other.
fn rows(model: &Model) -> Vec<(String, String)> {
    let mut rows = Vec::new();
    for (_, plan) in model.plans() {
        let (Some(source), Some(tree)) = (model.sources.get(plan.file), model.tree(plan.file))
        else {
            continue;
        };
        for table in tree.tables.iter().filter(|table| table.kind == TableKind::Targets) {
            for row in &table.rows {
                let cells = (0..table.columns.len()).map(|at| source.slice(table.cell(row, at)));
                rows.push((source.path.to_string(), plain(&cells.collect::<String>())));
            }
        }
    }
    rows
}

#[test]
fn every_row_and_phrase_is_printed_in_its_document() {
    let documents = documents();
    let (world, _) = support::check(support::plans(), TODAY);
    let model = &world.model;
    let document = |path: &str| {
        let (_, text) =
            documents.iter().find(|(name, _)| path.contains(*name)).expect("a document");
        text
    };
    let rows = rows(model);
    assert_eq!(rows.len(), 67);
    let mut missing: Vec<String> = rows
        .iter()
        .filter(|(path, cells)| !document(path).contains(cells))
        .map(|(path, cells)| format!("{path}: {cells}"))
        .collect();
    let mut phrases = 0;
    for (plan, head) in model.plans() {
        let path = &model.sources.get(head.file).expect("a source").path;
        for (_, statement) in model.statements(plan) {
            if matches!(statement.origin, Origin::Prose | Origin::Citation) {
                phrases += 1;
                let phrase = plain(model.phrase(statement));
                if !document(path).contains(&phrase) {
                    missing.push(format!("{path}: {phrase}"));
                }
            }
        }
        for task in model.tasks(plan) {
            let printed = [task.name, task.aim, task.deadline_cell];
            for words in printed.map(|span| plain(model.words(task.file, span))) {
                if !document(path).contains(&words) {
                    missing.push(format!("{path}: {words}"));
                }
            }
        }
    }
    assert!(phrases > 100, "{phrases} phrases");
    assert!(
        missing.is_empty(),
        "{} of {}:\n{}",
        missing.len(),
        rows.len() + phrases,
        missing.join("\n")
    );
}

/// The numbers of an expression that the document must print; powers of ten are what a rate is counted for.
fn numbers(expression: &str) -> Vec<&str> {
    let runs = expression.split(|c: char| !c.is_ascii_digit() && c != '.');
    let base = |number: &str| number.trim_end_matches('0') == "1";
    runs.filter(|run| !run.is_empty() && !base(run)).collect()
}

#[test]
fn every_sum_that_is_worked_out_again_is_of_printed_numbers_and_holds() {
    let documents = documents();
    let (world, outcome) = support::check(support::plans(), TODAY);
    let model = &world.model;
    let mut checked = 0;
    for (plan, head) in model.plans() {
        let path = &model.sources.get(head.file).expect("a source").path;
        for row in model.arithmetic(plan) {
            let (_, text) =
                documents.iter().find(|(name, _)| path.contains(*name)).expect("a document");
            let expression = model.words(row.file, row.expression);
            assert!(row.can_be_checked(), "{path}: {expression}");
            assert!(
                text.contains(&plain(model.words(row.file, row.result))),
                "{path}: {expression}"
            );
            for number in numbers(expression) {
                assert!(text.contains(number), "{path}: {number} of {expression}");
            }
            checked += 1;
        }
    }
    assert_eq!(checked, 18);
    let wrong = ["arithmetic-mismatch", "part-exceeds-whole"];
    assert!(outcome.findings.iter().all(|finding| !wrong.contains(&finding.rule)));
}
