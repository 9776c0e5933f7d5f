//! The ledger of a text: each number in it is read, set aside for a stated reason, or unread.

mod around;
mod counted;
mod counts;
mod entry;
mod in_name;
mod latin;
mod marks;
mod numbering;
mod past;
mod place;
mod scan;
mod scanned;
mod sections;
mod worded;

use crate::{
    syntax::{Table, TableKind, Tree},
    text::{Source, Span},
};

use super::extracted::Extract;
pub use counts::NumberCounts;
use counts::count_numbers;
pub use entry::{AsideReason, NumberEntry, NumberKind};
use marks::claims_of_tree;
use scan::{is_in_name, scan};
use scanned::{NumberNotation, ScannedNumber};

/// What became of the numbers of one text, in the order of the text; none stands in two entries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberLedger {
    /// One entry for each number.
    pub entries: Vec<NumberEntry>,
}

impl NumberLedger {
    /// The ledger of the text of `source`, of which `tree` and `extract` say what was read: for a document its own text
    /// only, not the words that were written behind it. It takes time linear in the text and the cells.
    #[must_use]
    pub fn of(source: &Source, tree: &Tree, extract: &Extract) -> Self {
        let own = source.parts.as_ref().map_or(source.text.len(), |parts| parts.own as usize);
        let text = source.text.get(..own).unwrap_or(&source.text);
        let from = extract.period.map(|period| period.start);
        let cells = source.path.to_lowercase().ends_with(".csv");
        let mut numbers = scan(text, source.is_document(), from, cells);
        for (span, kind) in claims_of_tree(source, tree, extract) {
            let first = numbers.partition_point(|number| number.span.start < span.start);
            let inside = numbers.iter_mut().skip(first);
            for number in inside.take_while(|number| number.span.start < span.end) {
                // The order of the kinds is that of how much is known: a stretch that one part of the tree sets
                // aside may be a value of another.
                number.claimed = number.claimed.max(Some(kind));
            }
        }
        let settled = numbers.iter().filter_map(|number| {
            let kind = settled(text, number)?;
            let is_blank = number.shape == NumberNotation::Blank;
            Some((NumberEntry { span: number.span, kind, sets_targets: false }, is_blank))
        });
        let (mut entries, blanks): (Vec<NumberEntry>, Vec<bool>) = settled.unzip();
        for stretch in setting(source, text, tree) {
            let first = entries.partition_point(|entry| entry.span.start < stretch.start);
            let inside = entries.iter_mut().zip(&blanks).skip(first);
            for (entry, blank) in inside.take_while(|(entry, _)| entry.span.start < stretch.end) {
                // What is still to be filled in was understood as just that.
                entry.sets_targets = !blank;
            }
        }
        Self { entries }
    }

    /// Takes back that the numbers inside a stretch were read: what they say came to be in doubt.
    pub fn doubt(&mut self, span: Span) {
        let first = self.entries.partition_point(|entry| entry.span.start < span.start);
        let inside = self.entries.iter_mut().skip(first);
        for entry in inside.take_while(|entry| entry.span.start < span.end) {
            entry.kind = NumberKind::Unread;
        }
    }

    /// Takes in another reading of the same text: a document that holds several plans is read once for each.
    pub fn merge(&mut self, other: &Self) {
        let own = std::mem::take(&mut self.entries);
        let mut all: Vec<NumberEntry> =
            own.into_iter().chain(other.entries.iter().copied()).collect();
        all.sort_by_key(|entry| entry.span);
        for entry in all {
            match self.entries.last_mut().filter(|last| last.span == entry.span) {
                Some(last) => {
                    last.sets_targets |= entry.sets_targets;
                    // Not the order of the kinds here: what one plan of the document leaves unread, another may know
                    // for the number of a row.
                    last.kind = match (last.kind, entry.kind) {
                        (NumberKind::Read, _) | (_, NumberKind::Read) => NumberKind::Read,
                        (NumberKind::Aside(why), _) | (_, NumberKind::Aside(why)) => {
                            NumberKind::Aside(why)
                        }
                        _ => NumberKind::Unread,
                    };
                }
                None => self.entries.push(entry),
            }
        }
    }

    /// How many there are of each kind.
    #[must_use]
    pub fn counts(&self) -> NumberCounts {
        count_numbers(self.entries.iter())
    }

    /// The same of those that stand in tables that set targets, in paragraphs in which a target was read, or in English prose.
    #[must_use]
    pub fn counts_of_targets(&self) -> NumberCounts {
        count_numbers(self.entries.iter().filter(|entry| entry.sets_targets))
    }

    /// The same of those in a stretch.
    #[must_use]
    pub fn counts_within(&self, stretch: Span) -> NumberCounts {
        count_numbers(self.within(stretch))
    }

    /// The numbers of a stretch that are unread.
    pub fn unread_within(&self, stretch: Span) -> impl Iterator<Item = Span> {
        let unread = |entry: &&NumberEntry| entry.kind == NumberKind::Unread;
        self.within(stretch).filter(unread).map(|entry| entry.span)
    }

    fn within(&self, stretch: Span) -> impl Iterator<Item = &NumberEntry> {
        let first = self.entries.partition_point(|entry| entry.span.start < stretch.start);
        let inside = self.entries.iter().skip(first);
        inside.take_while(move |entry| entry.span.start < stretch.end)
    }

    /// The numbers that are unread.
    pub fn unread(&self) -> impl Iterator<Item = Span> {
        let unread = |entry: &&NumberEntry| entry.kind == NumberKind::Unread;
        self.entries.iter().filter(unread).map(|entry| entry.span)
    }
}

/// What became of a number; `None` for words that are none here.
fn settled(text: &str, number: &ScannedNumber) -> Option<NumberKind> {
    match (number.shape, number.claimed) {
        // What the words around a number say of it counts only where nothing claims it, or where it is part of a name that
        // the claim takes in.
        (NumberNotation::Digits, claimed) => {
            claimed.filter(|_| !is_in_name(text, number.span)).or(number.around)
        }
        (NumberNotation::Words, Some(NumberKind::Read)) => Some(NumberKind::Read),
        (_, Some(NumberKind::Unread)) => Some(NumberKind::Unread),
        // Names and notes hold many words that only look like numbers.
        (_, Some(_)) => None,
        (_, None) => number.around,
    }
}

/// The rows and paragraphs that set targets: those of tables, those of the prose in which one was read, and English ones.
fn setting(source: &Source, text: &str, tree: &Tree) -> Vec<Span> {
    let rows = |kinds: &'static [TableKind]| {
        let sets = move |table: &&Table| kinds.contains(&table.kind);
        tree.tables.iter().filter(sets).flat_map(|table| table.rows.iter().map(|row| row.span))
    };
    let mut found: Vec<Span> = rows(&[TableKind::Targets, TableKind::Allocations]).collect();
    found.extend(tree.problems.iter().filter(|one| one.is_english()).map(|one| one.span));
    if let Some(parts) = &source.parts {
        let mut said: Vec<Span> =
            rows(&[TableKind::Statements]).filter_map(|row| parts.real(row)).collect();
        said.sort_unstable();
        let mut behind = 0;
        for span in said {
            // A paragraph with many statements is looked for once.
            if span.start as usize >= behind {
                let line = line_of_span(text, span);
                behind = line.end as usize;
                found.push(line);
            }
        }
    }
    found
}

/// The line in which a stretch begins.
fn line_of_span(text: &str, span: Span) -> Span {
    let before = text.get(..span.start as usize).unwrap_or_default();
    let behind = text.get(span.start as usize..).unwrap_or_default();
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    Span::new(start, span.start as usize + behind.find('\n').unwrap_or(behind.len()))
}

/// The words around a number, as far as its clause goes and no farther than a line holds.
#[must_use]
pub fn clause(text: &str, number: Span) -> &str {
    // A clause in a list of unread numbers has to fit beside its place on one line of a terminal.
    const FAR: usize = 18;
    let ends = |c: char| matches!(c, '，' | '。' | '；' | ';' | '\n' | '|');
    let (before, behind) = (text.get(..number.start as usize), text.get(number.end as usize..));
    let back = before.unwrap_or_default().chars().rev().take(FAR).take_while(|c| !ends(*c));
    let on = behind.unwrap_or_default().chars().take(FAR).take_while(|c| !ends(*c));
    let (back, on): (usize, usize) = (back.map(char::len_utf8).sum(), on.map(char::len_utf8).sum());
    text.get(number.start as usize - back..number.end as usize + on).unwrap_or_default().trim()
}
