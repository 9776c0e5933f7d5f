//! The rows of a form's table: a cell that holds several columns gives each in a paragraph of its own.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    config::{DecisionEntry, is_agreed_value},
    document::{Document, Grid},
    finding::Ruling,
    rulebook::RuleSheets,
    text::escape,
};

use super::{Mistake, MistakeKind, date::day_in_form, verdict::read_verdict};
use crate::report::form::{FormColumn, NOTHING};

/// A table with the heads of the form.
pub(super) struct FilledTable<'a> {
    document: &'a Document,
    grid: &'a Grid,
    /// The first row below the heads; 0 where the heads stand in a table before.
    first: usize,
    /// The columns that each cell holds.
    cells: Vec<Vec<FormColumn>>,
}

/// One finding of a form.
pub(super) struct FilledRow {
    said: BTreeMap<FormColumn, String>,
}

/// The columns a decision is made of.
const NEEDED: [FormColumn; 11] = [
    FormColumn::Id,
    FormColumn::Rule,
    FormColumn::Plan,
    FormColumn::Indicator,
    FormColumn::Year,
    FormColumn::Own,
    FormColumn::Other,
    FormColumn::Verdict,
    FormColumn::Reason,
    FormColumn::Approver,
    FormColumn::Until,
];

/// What stands for no agreed value.
const STROKES: [&str; 6] = [NOTHING, "——", "-", "--", "/", "无"];

/// Rows that are looked through for the heads: a title and notes may stand above.
// Somebody may put a title, a note or the date of the meeting above the heads in a workbook. A bound, so that a
// large table that is no form is not searched to its end; the number is a choice.
const HEADS_WITHIN: usize = 12;

impl<'a> FilledTable<'a> {
    /// The form in a table; `None` for any other table.
    pub(super) fn of(document: &'a Document, grid: &'a Grid) -> Option<Self> {
        (0..grid.height().min(HEADS_WITHIN)).find_map(|head| {
            let cells =
                grid.row(head).iter().map(|cell| columns_of_head(cell.span.of(&document.text)));
            let cells: Vec<Vec<FormColumn>> = cells.collect();
            let named = |column| cells.iter().flatten().any(|named| *named == column);
            // Three heads that only this form has together: 编号 alone is in any table. All the columns are not
            // asked for here, since a form that has lost one shall be told so and not taken for something else.
            let is_form =
                [FormColumn::Id, FormColumn::Verdict, FormColumn::Rule].into_iter().all(named);
            is_form.then_some(Self { document, grid, first: head + 1, cells })
        })
    }

    /// The form in a table without heads that goes on with the rows of this one.
    pub(super) fn goes_on(&self, grid: &'a Grid) -> Option<Self> {
        // The width alone would take the next table of the document, such as what was not judged, for more rows of
        // the form; an id in the first row tells that it is one.
        let same = grid.width == self.grid.width && holds_ids(self.document, grid);
        same.then(|| Self { document: self.document, grid, first: 0, cells: self.cells.clone() })
    }

    /// The columns that have to be there once, and are not.
    pub(super) fn mistakes(&self) -> Vec<Mistake> {
        let count =
            |column: &FormColumn| self.cells.iter().flatten().filter(|c| *c == column).count();
        let needed = NEEDED.iter().map(|column| (column, true));
        // Forms of before the column came are still filled in.
        let columns = needed.chain([(&FormColumn::Value, false)]);
        let wrong = columns.filter_map(|(column, is_needed)| match count(column) {
            0 if !is_needed => None,
            0 => Some(MistakeKind::NoColumn(*column)),
            1 => None,
            _ => Some(MistakeKind::TwoColumns(*column)),
        });
        wrong.map(|kind| Mistake { at: String::new(), kind }).collect()
    }

    /// The rows below the heads; heads that are repeated and rows without any words are none.
    pub(super) fn rows(&self) -> impl Iterator<Item = FilledRow> {
        let rows = (self.first..self.grid.height()).map(|row| self.row(row));
        rows.filter(|row| !row.is_empty() && !row.is_head())
    }

    fn row(&self, row: usize) -> FilledRow {
        let mut said = BTreeMap::new();
        for ((at, cell), columns) in self.grid.row(row).iter().enumerate().zip(&self.cells) {
            // A cell that is merged downwards speaks for all of its rows, one that is merged sideways for its first column.
            let above = row.checked_sub(1).map(|above| self.grid.cell(above, at).span);
            let counts = cell.first || above == Some(cell.span);
            let words = if counts { cell.span.of(&self.document.text) } else { "" };
            said.extend(split_shared_cell(words, columns));
        }
        FilledRow { said }
    }
}

/// What is wrong with an agreed value beside `ruling`.
fn wrong_with_value(value: &str, ruling: Ruling) -> Option<MistakeKind> {
    if !is_agreed_value(value) {
        return Some(MistakeKind::Value(escape(value).into_owned()));
    }
    // 采纳 with a value of its own may have been meant either way.
    (ruling != Ruling::Partly).then_some(MistakeKind::ValueUnasked)
}

/// What a table without heads is when no form before it has its width, though it holds ids of findings.
pub(super) fn headless(document: &Document, grid: &Grid) -> Option<Mistake> {
    let kind = MistakeKind::NoHeads;
    holds_ids(document, grid).then(|| Mistake { at: String::new(), kind })
}

/// Whether a cell of the first row is the id of a finding.
fn holds_ids(document: &Document, grid: &Grid) -> bool {
    let mut lines = grid.row(0).iter().flat_map(|cell| cell.span.of(&document.text).lines());
    lines.any(|line| is_id(line.trim()))
}

/// Whether words are an id as this program gives them: ten hexadecimal digits.
fn is_id(words: &str) -> bool {
    // Exact, so that a cut id (a narrow cell that was retyped) is told at once: taken as it is, the decision would
    // cover nothing and nobody would know why.
    words.len() == 10 && words.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

/// The columns a head cell names; none unless every line of it is a head.
fn columns_of_head(head: &str) -> Vec<FormColumn> {
    let lines = head.lines().map(str::trim).filter(|line| !line.is_empty());
    // All lines or none: a head that somebody has added words to could no longer be shared out by its lines.
    lines.map(FormColumn::named).collect::<Option<Vec<_>>>().unwrap_or_default()
}

/// What a cell says of each of its columns; the last one takes all lines that are left.
fn split_shared_cell(words: &str, columns: &[FormColumn]) -> Vec<(FormColumn, String)> {
    let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut said = Vec::with_capacity(columns.len());
    for (at, column) in (1..).zip(columns) {
        // In the order of the form each column but the last has one paragraph. 问题与建议 stands last in its cell
        // and has several, so all that is left is its own.
        let own = if at == columns.len() {
            lines.by_ref().collect::<Vec<_>>().join("\n")
        } else {
            lines.next().unwrap_or_default().to_owned()
        };
        // A stroke in a cell of its own is what a person wrote there, and is not unsaid.
        let nothing = columns.len() > 1 && own == NOTHING;
        said.push((*column, if nothing { String::new() } else { own }));
    }
    said
}

impl FilledRow {
    /// A row that says so much.
    pub(super) fn saying(said: BTreeMap<FormColumn, String>) -> Self {
        Self { said }
    }

    fn get(&self, column: FormColumn) -> &str {
        self.said.get(&column).map_or("", String::as_str)
    }

    fn some(&self, column: FormColumn) -> Option<String> {
        Some(self.get(column)).filter(|words| !words.is_empty()).map(str::to_owned)
    }

    fn is_empty(&self) -> bool {
        self.said.values().all(String::is_empty)
    }

    fn is_head(&self) -> bool {
        // Heads that repeat on each page are one row in the file, but pasted forms and split tables bring theirs
        // along. The column of decisions tells, since no decision is called 处理意见.
        FormColumn::named(self.get(FormColumn::Verdict)) == Some(FormColumn::Verdict)
    }

    /// What the row decides; `None` when nobody has filled it in.
    pub(super) fn entry(
        &self,
        sheets: &RuleSheets,
        today: Date,
    ) -> Result<Option<DecisionEntry>, Vec<Mistake>> {
        let mut mistakes = Vec::new();
        let ruling = read_verdict(self.get(FormColumn::Verdict)).unwrap_or_else(|kind| {
            mistakes.push(kind);
            None
        });
        let entry = match ruling {
            Some(ruling) => self.decided(ruling, (sheets, today), &mut mistakes),
            None => {
                // A reason without a decision is most likely a tick that was forgotten: passed over as blank it
                // would be lost.
                let written = [
                    FormColumn::Value,
                    FormColumn::Reason,
                    FormColumn::Approver,
                    FormColumn::Until,
                ];
                let written = written.into_iter().any(|column| !self.get(column).is_empty());
                mistakes.extend((written && mistakes.is_empty()).then_some(MistakeKind::NoVerdict));
                None
            }
        };
        if mistakes.is_empty() {
            return Ok(entry);
        }
        let at = self.name();
        Err(mistakes.into_iter().map(|kind| Mistake { at: at.clone(), kind }).collect())
    }

    /// The short number and the id, as people find the row.
    pub(super) fn name(&self) -> String {
        let parts = [
            self.get(FormColumn::Number),
            self.get(FormColumn::Id),
            self.get(FormColumn::Indicator),
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        escape(&parts.join(" ")).into_owned()
    }

    fn decided(
        &self,
        ruling: Ruling,
        (sheets, today): (&RuleSheets, Date),
        mistakes: &mut Vec<MistakeKind>,
    ) -> Option<DecisionEntry> {
        let shown = |words: &str| escape(words).into_owned();
        let (id, plan) = (self.some(FormColumn::Id), self.some(FormColumn::Plan));
        let (reason, approver) = (self.some(FormColumn::Reason), self.some(FormColumn::Approver));
        let rule = sheets.named(self.get(FormColumn::Rule));
        let lacks = [
            (id.is_none(), MistakeKind::NoId),
            (id.as_deref().is_some_and(|id| !is_id(id)), MistakeKind::BadId),
            (plan.is_none(), MistakeKind::NoPlan),
            (rule.is_none(), MistakeKind::Rule(shown(self.get(FormColumn::Rule)))),
            // 采纳 promises that the plan will be mended, so nothing is covered and nothing has to be answered for.
            // What stays as it is needs both.
            (ruling.covers() && reason.is_none(), MistakeKind::NoReason),
            (ruling.covers() && approver.is_none(), MistakeKind::NoApprover),
        ];
        mistakes.extend(lacks.into_iter().filter_map(|(lacks, kind)| lacks.then_some(kind)));
        // A stroke is what people write into a column that they have nothing to say in.
        let value = self.some(FormColumn::Value).filter(|value| !STROKES.contains(&&**value));
        mistakes.extend(value.as_deref().and_then(|value| wrong_with_value(value, ruling)));
        let year = self.some(FormColumn::Year).and_then(|written| {
            let year = written.trim_end_matches('年').trim().parse().ok();
            mistakes.extend(year.is_none().then(|| MistakeKind::Year(shown(&written))));
            year
        });
        let until = self.some(FormColumn::Until).and_then(|written| {
            let until = day_in_form(&written);
            mistakes.extend(match until {
                None => Some(MistakeKind::Until(shown(&written))),
                // Entered, it would be told as expired at the next run, and the finding stand there as before:
                // better asked now, while the person who wrote it is at hand.
                Some(day) if day < today => Some(MistakeKind::Past(day.to_string())),
                Some(_) => None,
            });
            until.map(|day| day.to_string())
        });
        Some(DecisionEntry {
            id: id?,
            rule: rule?.to_owned(),
            plan: plan?,
            indicator: self.some(FormColumn::Indicator),
            year,
            ruling,
            value,
            reason,
            approver,
            until,
            // The values stand in the entry as they were when the meeting decided: when one changes later, the
            // decision lapses.
            child: self.some(FormColumn::Own),
            parent: self.some(FormColumn::Other),
        })
    }
}
