//! Reads the verdicts that a meeting gave in the page of the report and downloaded from it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::rulebook::RuleSheets;

use super::{Filled, Mistake, MistakeKind, row::FilledRow};
use crate::report::form::{FormColumn, VERDICTS_SCHEMA};

/// How many verdicts are read of one file.
// More than any report has findings that a meeting could go through. What a stranger's file holds beyond is not worked
// on, and not entered either.
const MOST: usize = 20_000;
/// A larger file is not parsed: as values it takes many times its size.
const LARGEST: usize = 16 << 20;

/// The columns of the form by the keys of a verdict.
const FIELDS: [(&str, FormColumn); 13] = [
    ("id", FormColumn::Id),
    ("number", FormColumn::Number),
    ("rule", FormColumn::Rule),
    ("plan", FormColumn::Plan),
    ("indicator", FormColumn::Indicator),
    ("year", FormColumn::Year),
    ("own", FormColumn::Own),
    ("other", FormColumn::Other),
    ("verdict", FormColumn::Verdict),
    ("value", FormColumn::Value),
    ("reason", FormColumn::Reason),
    ("approver", FormColumn::Approver),
    ("until", FormColumn::Until),
];

#[derive(Deserialize)]
struct VerdictFile {
    schema: String,
    verdicts: Vec<Map<String, Value>>,
}

/// Whether a file is JSON and no document: its first sign opens an object.
#[must_use]
pub fn is_verdict_file(bytes: &[u8]) -> bool {
    let bytes = without_mark(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// Reads the verdicts in `bytes`, as of `today`; `None` when they are no such file.
#[must_use]
pub fn read_verdict_file(bytes: &[u8], sheets: &RuleSheets, today: Date) -> Option<Filled> {
    if bytes.len() > LARGEST {
        return Some(Filled::cut());
    }
    let file: VerdictFile = serde_json::from_slice(without_mark(bytes)).ok()?;
    if file.schema != VERDICTS_SCHEMA {
        return None;
    }
    let mut filled = if file.verdicts.len() > MOST { Filled::cut() } else { Filled::default() };
    for verdict in file.verdicts.iter().take(MOST) {
        // The same words in the same columns as a row of the form, so that what is wrong with them is told alike.
        match verdict_row(verdict) {
            Ok(row) => filled.take(&row, sheets, today),
            Err(mistake) => filled.mistakes.push(mistake),
        }
    }
    filled.settle_twins();
    Some(filled)
}

/// A file that passed through an editor may begin with the mark of its encoding.
fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn verdict_row(verdict: &Map<String, Value>) -> Result<FilledRow, Mistake> {
    let mut said = BTreeMap::new();
    let mut wrong = None;
    for (key, column) in FIELDS {
        let words = match verdict.get(key) {
            None | Some(Value::Null) => continue,
            Some(Value::String(words)) => words.trim().to_owned(),
            Some(Value::Number(number)) => number.to_string(),
            Some(_) => {
                wrong.get_or_insert(MistakeKind::NoText(column));
                continue;
            }
        };
        said.insert(column, words);
    }
    let row = FilledRow::saying(said);
    match wrong {
        Some(kind) => Err(Mistake { at: row.name(), kind }),
        None => Ok(row),
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn read(text: &str) -> Option<Filled> {
        let sheets = crate::engine::read_rule_sheets().unwrap();
        read_verdict_file(text.as_bytes(), &sheets, date(2026, 1, 31))
    }

    fn verdict(more: &str) -> String {
        format!(
            r#"{{"schema": "planlint-verdicts/1", "verdicts": [{{"id": "ccee38976e", "number": 3, "rule": "weaker-than-parent", "plan": "甲县规划", "year": 2025, "own": "24", "other": "25", {more}}}]}}"#
        )
    }

    #[test]
    fn a_verdict_is_read_as_a_row_of_the_form() {
        let filled = read(&verdict(
            r#""verdict": "partly", "value": "≥24.8%", "reason": "用地不足", "approver": "省建设厅", "until": "2026年底""#,
        ))
        .unwrap();
        assert_eq!(filled.mistakes, []);
        let [entry] = &*filled.entries else { panic!("{filled:?}") };
        assert_eq!((entry.value.as_deref(), entry.year), (Some("≥24.8%"), Some(2025)));
        assert_eq!(entry.until.as_deref(), Some("2026-12-31"));
        assert_eq!((entry.child.as_deref(), entry.parent.as_deref()), (Some("24"), Some("25")));
        let marked = format!("\u{feff} {}", verdict(r#""verdict": "accepted""#));
        assert_eq!(read(&marked).unwrap().entries.len(), 1);
        assert!(is_verdict_file(marked.as_bytes()) && !is_verdict_file(b"PK\x03\x04{"));
    }

    #[test]
    fn mistakes_name_the_number_and_the_field() {
        for (more, kind) in [
            (r#""verdict": "declined", "approver": "甲""#, MistakeKind::NoReason),
            (r#""verdict": "declined", "reason": ["甲"]"#, MistakeKind::NoText(FormColumn::Reason)),
            (r#""verdict": {"a": {}}"#, MistakeKind::NoText(FormColumn::Verdict)),
            (r#""verdict": "", "value": 24.8"#, MistakeKind::NoVerdict),
            (
                r#""verdict": "accepted", "until": "2025-01-01""#,
                MistakeKind::Past("2025-01-01".to_owned()),
            ),
        ] {
            let filled = read(&verdict(more)).unwrap();
            let at = "3 ccee38976e".to_owned();
            assert_eq!(filled.mistakes, [Mistake { at, kind }], "{more}");
        }
    }

    #[test]
    fn what_is_no_verdict_file_is_none_and_too_much_is_told() {
        let deep =
            format!("{{\"schema\": \"planlint-verdicts/1\", \"verdicts\": {}", "[".repeat(100_000));
        for text in ["", "{", "[]", "{}", r#"{"schema": "planlint/1", "verdicts": []}"#, &deep] {
            assert!(read(text).is_none(), "{text}");
        }
        assert_eq!(read(&" ".repeat(LARGEST + 1)).unwrap().mistakes.len(), 1);
        let many = vec!["{}"; MOST + 1].join(",");
        let filled = read(&format!(r#"{{"schema": "{VERDICTS_SCHEMA}", "verdicts": [{many}]}}"#));
        let filled = filled.unwrap();
        assert_eq!((filled.mistakes.len(), filled.blank), (1, MOST));
    }
}
