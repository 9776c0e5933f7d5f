//! How many of the numbers that should be targets were not read in a document.

use crate::{
    model::{Model, NumberCounts, NumberLedger, Plan, PlanId},
    text::{FileId, Source, Span},
};

use super::nothing_read::is_nothing_read;

/// What became of the numbers that should be targets.
#[derive(Clone, Copy, Debug, Default)]
pub struct UnreadNumbers {
    /// Those of tables and of the paragraphs that are read.
    pub elsewhere: NumberCounts,
    /// Those of English prose.
    pub english: NumberCounts,
    /// How many English paragraphs have an unread value.
    pub parts: usize,
    /// The first of them.
    pub first: Option<Span>,
}

impl UnreadNumbers {
    /// The numbers of the document of a plan; none of a plan file.
    #[must_use]
    pub fn of(model: &Model, id: PlanId, plan: &Plan) -> Self {
        let source = model.sources.get(plan.file).filter(|source| source.is_document());
        let ledger = model.ledgers.get(plan.file.0 as usize);
        let Some((source, ledger)) = source.zip(ledger) else { return Self::default() };
        let mut numbers = Self { elsewhere: ledger.counts_of_targets(), ..Self::default() };
        // Where nothing was read at all, that is told instead.
        let silent = is_nothing_read(model, id, plan);
        for span in english_stretches(model, plan.file) {
            let counts = ledger.counts_within(span);
            // English prose is told by itself, so its numbers leave the count of the rest.
            numbers.elsewhere = numbers.elsewhere - counts;
            if !silent && holds_value(source, ledger, span) {
                numbers.english = numbers.english + counts;
                numbers.parts += 1;
                numbers.first = numbers.first.or(Some(span));
            }
        }
        numbers
    }

    /// Whether more than a tenth of the numbers are unread that stand in a document's tables of targets, in the paragraphs in
    /// which a target was read and in English ones: such a document does not count as read. A plan file shows each cell that
    /// is not read by itself.
    #[must_use]
    pub fn is_mostly_unread(&self) -> bool {
        is_most(self.elsewhere + self.english)
    }

    /// The same without English prose.
    #[must_use]
    pub fn is_mostly_unread_elsewhere(&self) -> bool {
        is_most(self.elsewhere)
    }
}

/// Whether more than a tenth are unread.
fn is_most(counts: NumberCounts) -> bool {
    // A choice: one number in ten that nobody read is more than a footnote or a page number that was
    // missed.
    const ONE_IN: usize = 10;
    counts.unread * ONE_IN > counts.any()
}

/// The stretches of English prose in a document.
fn english_stretches(model: &Model, file: FileId) -> impl Iterator<Item = Span> {
    let problems = model.tree(file).into_iter().flat_map(|tree| &tree.problems);
    problems.filter(|problem| problem.is_english()).map(|problem| problem.span)
}

/// Whether a stretch has an unread number that is no year.
fn holds_value(source: &Source, ledger: &NumberLedger, span: Span) -> bool {
    let mut unread = ledger.unread_within(span).map(|number| source.slice(number));
    // 2030 in a heading is unread and no value.
    unread.any(|number| {
        let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
        !(year && number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}
