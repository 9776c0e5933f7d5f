//! Reads back what a meeting has filled in, form or page: each row with a decision becomes an entry of the decisions file.

mod date;
mod mistake;
mod row;
mod verdict;
mod verdict_file;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::{
    config::DecisionEntry,
    document::{Block, Document, LostKind},
    finding::Ruling,
    rulebook::RuleSheets,
};

pub use mistake::{Mistake, MistakeKind};
use row::{FilledRow, FilledTable};
pub use verdict_file::{is_verdict_file, read_verdict_file};

/// What a form holds.
#[derive(Debug, Default)]
pub struct Filled {
    /// The decisions in the order of their rows.
    pub entries: Vec<DecisionEntry>,
    /// How many rows nobody has filled in.
    pub blank: usize,
    /// The rows, as people find them, that accept a finding in part and name no agreed value: entered, and worth a word.
    pub valueless: Vec<String>,
    /// What cannot be entered as it is written.
    pub mistakes: Vec<Mistake>,
}

/// Reads every table of `document` that has the heads of the form, as of `today`; `None` when there is none.
#[must_use]
pub fn read_filled_form(document: &Document, sheets: &RuleSheets, today: Date) -> Option<Filled> {
    let mut filled = Filled::default();
    // A form is worked on in Word and WPS: somebody splits its table to fit a page, pastes rows, inserts a blank
    // one. No row may be lost by it without a word, for a missing decision looks like one that nobody has made.
    let mut last: Option<FilledTable> = None;
    for block in &document.blocks {
        let Block::Table(grid) = block else { continue };
        // A blank row, or a table that was split, parts rows from their heads.
        let headed = FilledTable::of(document, grid);
        let form = headed.or_else(|| last.as_ref().and_then(|form| form.goes_on(grid)));
        let Some(form) = form else {
            filled.mistakes.extend(row::headless(document, grid));
            continue;
        };
        filled.mistakes.extend(form.mistakes());
        for row in form.rows() {
            filled.take(&row, sheets, today);
        }
        last = Some(form);
    }
    // What lies behind the limit may hold decisions, and the entries of a form are taken over all or none.
    if document.lost.iter().any(|lost| lost.kind == LostKind::Limit) {
        filled.mistakes.extend(Filled::cut().mistakes);
    }
    filled.settle_twins();
    (last.is_some() || !filled.mistakes.is_empty()).then_some(filled)
}

impl Filled {
    /// What was not read to its end.
    fn cut() -> Self {
        let cut = Mistake { at: String::new(), kind: MistakeKind::Cut };
        Self { mistakes: vec![cut], ..Self::default() }
    }

    /// Adds what a row says.
    fn take(&mut self, row: &FilledRow, sheets: &RuleSheets, today: Date) {
        match row.entry(sheets, today) {
            Ok(Some(entry)) => self.enter(entry, row.name()),
            Ok(None) => self.blank += 1,
            Err(mistakes) => self.mistakes.extend(mistakes),
        }
    }

    /// Adds the entry of the row that is called `name`.
    fn enter(&mut self, entry: DecisionEntry, name: String) {
        let lacks_value = entry.ruling == Ruling::Partly && entry.value.is_none();
        if lacks_value && !self.valueless.contains(&name) {
            self.valueless.push(name);
        }
        self.entries.push(entry);
    }

    /// A finding that stands in two rows is entered once; two different decisions on it are a mistake.
    fn settle_twins(&mut self) {
        let mut known: BTreeMap<String, DecisionEntry> = BTreeMap::new();
        let mut kept = Vec::with_capacity(self.entries.len());
        for entry in self.entries.drain(..) {
            match known.get(&entry.id) {
                // Rows get copied, and two filled forms pasted into one; equal rows do no harm. Of two that differ
                // neither is better, the later no more than the earlier.
                Some(first) if *first == entry => {}
                Some(_) => self
                    .mistakes
                    .push(Mistake { at: entry.id.clone(), kind: MistakeKind::DecidedTwice }),
                None => {
                    known.insert(entry.id.clone(), entry.clone());
                    kept.push(entry);
                }
            }
        }
        self.entries = kept;
    }
}
