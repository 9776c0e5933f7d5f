//! One sheet: its filled cells, as shown, those that reach over others, and what is hidden.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::LostKind;

/// More filled cells than this are not read.
// All four are choices that real workbooks stay far below; what goes beyond is cut and said to be, so
// that a file made to hurt costs bounded time.
const MOST_CELLS: usize = 500_000;
/// More places than this are not covered by merged cells.
const MOST_COVERED: usize = 500_000;
/// Columns right of this one are not read.
pub(super) const LAST_COLUMN: u32 = 1023;
/// The longest text that is read out of one sheet, in bytes.
const LONGEST_TEXT: usize = 32 << 20;

/// Row and column, from 0.
pub(super) type CellAddress = (u32, u32);

/// One sheet.
#[derive(Debug, Default)]
pub(super) struct WorkbookSheet {
    /// The words of every cell that holds some and is seen, or whose merged cell is.
    pub(super) words: BTreeMap<CellAddress, String>,
    /// For every place that is seen and a merged cell reaches to, where it begins.
    pub(super) covered: BTreeMap<CellAddress, CellAddress>,
    /// What is not read, with the first cell of its kind.
    pub(super) lost: BTreeMap<LostKind, CellAddress>,
    /// Whether a limit cut something off.
    pub(super) cut: bool,
    /// The rows that are hidden.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// The columns that are hidden.
    pub(super) hidden_columns: BTreeSet<u32>,
    length: usize,
    visited: usize,
}

impl WorkbookSheet {
    /// Adds the words of a cell; whether there is room for more.
    pub(super) fn add(&mut self, at: CellAddress, words: &str) -> bool {
        let words = words.trim();
        if words.is_empty() {
            return true;
        }
        self.length = self.length.saturating_add(words.len());
        if self.length > LONGEST_TEXT || self.words.len() >= MOST_CELLS {
            self.cut = true;
            return false;
        }
        if at.1 > LAST_COLUMN {
            self.cut = true;
        } else {
            self.words.insert(at, words.to_owned());
        }
        true
    }

    /// Says that something at a cell is not read; the first of a kind stands for all.
    pub(super) fn lose(&mut self, kind: LostKind, at: CellAddress) {
        // One of a kind is enough: a sheet with a thousand hidden rows has one thing to look at.
        let first = self.lost.entry(kind).or_insert(at);
        *first = at.min(*first);
    }

    /// Whether a place stands in a row and a column that are seen.
    pub(super) fn is_seen(&self, at: CellAddress) -> bool {
        !self.hidden_rows.contains(&at.0) && !self.hidden_columns.contains(&at.1)
    }

    /// Whether only hidden rows stand between two.
    pub(super) fn follows(&self, above: u32, below: u32) -> bool {
        // Counting in the list of hidden rows, not row by row: two rows may be a million apart.
        let between = below.saturating_sub(above).saturating_sub(1) as usize;
        let Some(next) = above.checked_add(1).filter(|next| *next <= below) else { return false };
        self.hidden_rows.range(next..below).take(between).count() == between
    }

    /// Lets a merged cell stand wherever it is seen among the rows that hold words.
    pub(super) fn merge(&mut self, (origin, end): (CellAddress, CellAddress)) {
        // Merged cells without words hold nothing, and those that reach to the end of the sheet end with
        // its last words.
        let Some(((last, _), _)) = self.words.last_key_value() else { return };
        if !self.words.contains_key(&origin) {
            return;
        }
        for row in origin.0..=end.0.min(*last) {
            for column in origin.1..=end.1.min(LAST_COLUMN) {
                self.visited += 1;
                if self.visited > MOST_COVERED {
                    self.cut = true;
                    return;
                }
                if self.is_seen((row, column)) {
                    self.covered.insert((row, column), origin);
                }
            }
        }
    }

    /// Takes out the words that nobody sees, and says so.
    pub(super) fn hide(&mut self) {
        // What is reached is kept: a merged cell that begins in a hidden row is seen below it.
        if self.hidden_rows.is_empty() && self.hidden_columns.is_empty() {
            return;
        }
        let reached: BTreeSet<CellAddress> = self.covered.values().copied().collect();
        let unseen = |at: &CellAddress| !self.is_seen(*at) && !reached.contains(at);
        let hidden: Vec<CellAddress> = self.words.keys().copied().filter(unseen).collect();
        for at in hidden {
            self.words.remove(&at);
            let kind = if self.hidden_rows.contains(&at.0) {
                LostKind::HiddenRow
            } else {
                LostKind::HiddenColumn
            };
            self.lose(kind, at);
        }
    }
}
