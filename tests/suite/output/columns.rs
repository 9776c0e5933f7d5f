//! The column unit of every format, behind every kind of character; the numbers were counted by hand.

use planlint::{
    emit::{Format, Options, write_outcome},
    engine::Outcome,
    finding::Place,
    text::{FileId, Source, Sources, Span, display_width},
    words::Language,
};
use serde_json::{Value, json};

use super::{outcome, words};

/// A text, the words that are found in it, their line, where they begin and end in it as characters, UTF-16 units and UTF-8 bytes, and how many characters stand before them in the text.
type Row = (&'static str, &'static str, u32, [[u32; 3]; 2], u32);

const ROWS: [Row; 10] = [
    // 中文
    ("| 中文覆盖率 | 24 |\n", "24", 1, [[11, 11, 21], [13, 13, 23]], 10),
    // 𠮷: two units, four bytes
    ("| 𠮷率 | 24 |\n", "24", 1, [[8, 9, 13], [10, 11, 15]], 7),
    ("| 𠮷24 |\n", "𠮷24", 1, [[3, 3, 3], [6, 7, 9]], 2),
    // Three people, tied by two joiners: five characters, eight units, eighteen bytes
    ("| 率👨‍👩‍👧 | 24 |\n", "24", 1, [[12, 15, 27], [14, 17, 29]], 11),
    // Full width
    ("｜ＡＢ２ ｜ ２４ ｜\n", "２４", 1, [[8, 8, 18], [10, 10, 24]], 7),
    // Tab
    ("甲\t乙\t24\t丙\n", "24", 1, [[5, 5, 9], [7, 7, 11]], 4),
    // CRLF, and a line end of old Macs behind a combining mark
    ("# 注\r\n| 率 | 24 |\r\n", "24", 2, [[7, 7, 9], [9, 9, 11]], 11),
    ("# 注\r| e\u{301}率 | 24 |\r", "24", 2, [[9, 9, 12], [11, 11, 14]], 12),
    // Blanks of other scripts
    ("\u{A0}| 率\u{3000}| 24 |\n", "24", 1, [[8, 8, 13], [10, 10, 15]], 7),
    // The end of the text
    ("率\r\n24", "24", 2, [[1, 1, 1], [3, 3, 3]], 3),
];

/// A run with one finding on `needle` in `text`.
fn found(text: &str, needle: &str) -> Outcome {
    let at = text.find(needle).unwrap();
    let outcome = outcome();
    let mut finding = outcome.findings.into_iter().next().unwrap();
    finding.draft.place = Place::new(FileId(0), Span::new(at, at + needle.len()));
    finding.draft.related.clear();
    let sources = Sources::new(vec![Source::new("a.plan", text)]);
    Outcome { sources, findings: vec![finding], ..Outcome::default() }
}

fn shown(outcome: &Outcome, format: Format) -> String {
    let mut out = Vec::new();
    write_outcome(format, outcome, &words(Language::Zh), Options::default(), &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn read(outcome: &Outcome, format: Format) -> Value {
    serde_json::from_str(&shown(outcome, format)).unwrap()
}

#[test]
fn people_are_told_characters() {
    for (text, needle, line, [[column, ..], _], _) in ROWS {
        let outcome = found(text, needle);
        let place = format!("a.plan:{line}:{column}");
        assert!(shown(&outcome, Format::Concise).starts_with(&format!("{place}: ")), "{text:?}");
        let full = shown(&outcome, Format::Full);
        assert!(full.contains(&format!("[{place}]")), "{full}");
        assert_under(&full, needle);
        let narrated = shown(&outcome, Format::Narrated);
        assert!(narrated.contains(&format!("第 {line} 行第 {column} 列")), "{narrated}");
        let csv = shown(&outcome, Format::Csv);
        let cells: Vec<&str> = csv.lines().nth(1).unwrap().rsplit(',').collect();
        assert_eq!(cells[1..3], [column.to_string(), line.to_string()], "{csv}");
    }
}

#[test]
fn json_tells_characters_units_and_bytes() {
    for (text, needle, line, [[column, utf16, _], [end, ..]], _) in ROWS {
        let (outcome, at) = (found(text, needle), text.find(needle).unwrap());
        let lines = shown(&outcome, Format::Jsonl);
        let second: Value = serde_json::from_str(lines.lines().nth(1).unwrap()).unwrap();
        let whole = read(&outcome, Format::Json);
        for place in [&whole["findings"][0]["place"], &second["place"]] {
            let expected = json!({
                "file": "a.plan", "line": line, "column": column, "end_line": line, "end_column": end,
                "column_utf16": utf16, "byte_start": at, "byte_end": at + needle.len(), "locator": null,
            });
            assert_eq!(place, &expected, "{text:?}");
        }
    }
}

#[test]
fn sarif_counts_code_points_and_reviewdog_bytes() {
    for (text, needle, line, [[column, _, byte], [end, _, end_byte]], before) in ROWS {
        let outcome = found(text, needle);
        let run = &read(&outcome, Format::Sarif)["runs"][0];
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        let expected = json!({
            "startLine": line, "startColumn": column, "endLine": line, "endColumn": end,
            "charOffset": before, "charLength": end - column,
        });
        let region = &run["results"][0]["locations"][0]["physicalLocation"]["region"];
        assert_eq!(region, &expected, "{text:?}");
        let expected = json!({
            "start": { "line": line, "column": byte }, "end": { "line": line, "column": end_byte },
        });
        let range = &read(&outcome, Format::Rdjson)["diagnostics"][0]["location"]["range"];
        assert_eq!(range, &expected, "{text:?}");
    }
}

#[test]
fn annotations_tell_characters_and_the_others_lines() {
    for (text, needle, line, [[column, ..], [end, ..]], _) in ROWS {
        let outcome = found(text, needle);
        let github = shown(&outcome, Format::Github);
        let place = format!(
            "::error file=a.plan,line={line},endLine={line},col={column},endColumn={end},title="
        );
        assert!(github.starts_with(&place), "{github}");
        let entry = &read(&outcome, Format::Gitlab)[0];
        assert_eq!(entry["location"]["lines"], json!({ "begin": line, "end": line }));
        let junit = shown(&outcome, Format::Junit);
        assert!(junit.contains(&format!(" file=\"a.plan\" line=\"{line}\">")), "{junit}");
    }
}

#[test]
fn words_of_two_lines_have_no_columns_in_annotations() {
    let outcome = found("率\n甲24\n乙", "甲24\n乙");
    let github = shown(&outcome, Format::Github);
    assert!(github.starts_with("::error file=a.plan,line=2,endLine=3,title="), "{github}");
    let region = &read(&outcome, Format::Sarif)["runs"][0]["results"][0]["locations"][0];
    assert_eq!(region["physicalLocation"]["region"]["endColumn"], 2);
}

/// The mark stands under the words: as many columns lie before both.
fn assert_under(picture: &str, needle: &str) {
    let mut lines =
        picture.lines().skip_while(|line| !line.contains(needle) || !line.contains('│'));
    let (row, mark) = (lines.next().unwrap(), lines.next().unwrap());
    let before = |line: &str, end: usize| display_width(&line[..end]);
    let words = before(row, row.find(needle).unwrap());
    let marked = before(mark, mark.find(['─', '┬', '▲', '^']).unwrap());
    assert_eq!(words, marked, "{picture}");
}
