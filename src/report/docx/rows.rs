//! The rows of the form: what each of its cells says of a finding.

use serde::Serialize;

use crate::{
    report::{
        Card, CardSince, Material,
        form::{CELLS, FormColumn, NOTHING},
    },
    words::{Language, term},
};

/// How wide the cells are, in twentieths of a point; together as wide as the text of an A4 page on its side.
// Together 14,570: 16,838 of A4 less two margins of 1,134, as form.xml has them, and as wide as the tables below.
// The five that the meeting fills in are narrow because the words of the finding need the room; how it is shared out
// is a choice.
pub(super) const WIDTHS: [u32; CELLS.len()] =
    [1180, 1560, 1640, 960, 1060, 3130, 1150, 900, 1190, 900, 900];

/// One finding.
#[derive(Serialize)]
pub(super) struct FormFinding {
    number: usize,
    cells: Vec<FormCell>,
}

#[derive(Serialize)]
struct FormCell {
    lines: Vec<FormLine>,
    /// Whether the meeting chooses from a list here.
    is_choice: bool,
}

/// A paragraph of a cell or a letter, which may open with a word in the style of heads.
#[derive(Serialize)]
pub(super) struct FormLine {
    head: String,
    words: String,
    style: &'static str,
}

/// The words above each cell.
pub(super) fn form_heads(language: Language) -> Vec<Vec<&'static str>> {
    CELLS.iter().map(|cell| cell.iter().map(|column| column.head(language)).collect()).collect()
}

/// The rows of a run: errors, then warnings.
pub(super) fn form_rows(material: &Material) -> Vec<FormFinding> {
    let language = material.language;
    // What is only for information asks nobody for a decision; it would bury the rows that do.
    let cards = material.cards.iter().filter(|card| card.is_loud());
    let row = |card: &Card| FormFinding {
        number: card.number,
        cells: CELLS.iter().map(|columns| form_cell(card, columns, language)).collect(),
    };
    cards.map(row).collect()
}

fn form_cell(card: &Card, columns: &[FormColumn], language: Language) -> FormCell {
    let mut lines: Vec<FormLine> =
        columns.iter().flat_map(|column| form_cell_lines(card, *column, language)).collect();
    // A cell of one column may lose an empty paragraph. One of several may not: its reader counts paragraphs, and
    // without the year the unit would be taken for it. So nothing is written there as a stroke, which stays.
    if let [_] = columns {
        lines.retain(|line| !line.words.is_empty());
    }
    for line in &mut lines {
        if line.head.is_empty() && line.words.is_empty() {
            NOTHING.clone_into(&mut line.words);
        }
    }
    FormCell { lines, is_choice: columns.contains(&FormColumn::Verdict) }
}

fn form_cell_lines(card: &Card, column: FormColumn, language: Language) -> Vec<FormLine> {
    let (words, style) = match column {
        FormColumn::Number => (card.number.to_string(), "CellMid"),
        FormColumn::Id => (card.id.clone(), "CellSmall"),
        FormColumn::Rule => return vec![FormLine::headed(&card.title, "")],
        FormColumn::Region => (card.region.clone(), "Cell"),
        FormColumn::Plan => (card.plan.clone(), "Cell"),
        FormColumn::Indicator => (card.indicator.clone(), "Cell"),
        FormColumn::Year => (card.year.map(|year| year.to_string()).unwrap_or_default(), "Cell"),
        FormColumn::Unit => (unit_and_class(card, language), "Cell"),
        FormColumn::Own => (card.own.clone(), "Cell"),
        FormColumn::Whose => (card.whose_and_class(language), "Cell"),
        FormColumn::Other => (card.other.clone(), "Cell"),
        FormColumn::Finding => return form_finding_lines(card, language),
        FormColumn::Verdict
        | FormColumn::Value
        | FormColumn::Reason
        | FormColumn::Approver
        | FormColumn::Until => return Vec::new(),
    };
    vec![FormLine { head: String::new(), words, style }]
}

fn unit_and_class(card: &Card, language: Language) -> String {
    let class = if card.is_binding { term(language, "binding-involved") } else { "" };
    let said = [&*card.unit, class].into_iter().filter(|words| !words.is_empty());
    said.collect::<Vec<_>>().join(language.pick("，", ", "))
}

/// The level word first, then what is found, what to do, what it rests on, and how it stands to a decision.
fn form_finding_lines(card: &Card, language: Language) -> Vec<FormLine> {
    let level = format!("{}{}", card.level_word, language.pick("：", ": "));
    let mut lines = vec![FormLine::headed(&level, &card.told)];
    if !card.help.is_empty() {
        lines.push(FormLine::headed(language.pick("建议：", "Advice: "), &card.help));
    }
    let mut remarks = remarks(card, language);
    // Only what is new is marked: of a form that is filled in for the second time, most rows are known.
    if card.since == Some(CardSince::New) {
        remarks.insert(0, language.pick("上次没有的新问题", "new since the earlier run"));
    }
    if !remarks.is_empty() {
        let remarks = remarks.join(language.pick("；", "; "));
        lines.push(FormLine::headed(language.pick("说明：", "Note: "), &remarks));
    }
    if !card.standing.is_empty() {
        lines.push(FormLine::headed(
            language.pick("以往意见：", "Decided before: "),
            &card.standing,
        ));
    }
    lines
}

/// What a reader has to know of how it was found.
fn remarks(card: &Card, language: Language) -> Vec<&str> {
    let mut remarks = Vec::new();
    if card.wants_review {
        remarks.push(term(language, "review"));
    }
    if !card.basis.is_empty() {
        remarks.push(&card.basis);
    }
    remarks
}

impl FormLine {
    /// Words in the style of that name.
    pub(super) fn plain(words: &str, style: &'static str) -> Self {
        Self { head: String::new(), words: words.to_owned(), style }
    }

    fn headed(head: &str, words: &str) -> Self {
        Self { head: head.to_owned(), words: words.to_owned(), style: "Cell" }
    }
}
