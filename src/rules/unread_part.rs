//! A part of a document that is not understood, too many of the numbers where it sets targets, or English prose with numbers.

use crate::{
    finding::{Args, Draft, Drafts, Subject},
    model::{Model, NumberCounts, NumberLedger, Plan, PlanId},
    rulebook::{Context, draft_in, report_problems},
    syntax::{Problem, ProblemKind},
    text::{FileId, Source, Span},
};

use super::nothing_read;

/// Reports each part by what it is, the English prose of a document once, and a document of whose targets too many numbers
/// are unread.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::UnreadPart { what } if what != Problem::ENGLISH => Some((what, Args::new())),
        _ => None,
    });
    let model = context.model;
    let Some((id, plan)) = model.plan_in(file) else { return };
    let numbers = Numbers::of(model, id, plan);
    if is_most(numbers.elsewhere) {
        let subject = Subject { plan: Some(plan.title.clone()), ..Subject::default() };
        let draft = Draft::new("numbers", subject, plan.place.clone())
            .with("unread", numbers.elsewhere.unread)
            .with("all", numbers.elsewhere.any());
        drafts.push(draft);
    }
    if let Some(first) = numbers.first {
        let whole = numbers.is_mostly_unread() && !is_most(numbers.elsewhere);
        let case = if whole { "english-most" } else { Problem::ENGLISH };
        let draft = draft_in(context, case, file, first)
            .with("parts", numbers.parts)
            .with("unread", numbers.english.unread);
        drafts.push(draft);
    }
}

/// Whether more than a tenth of the numbers are unread that stand in a document's tables of targets, in the paragraphs in
/// which a target was read and in English ones: such a document does not count as read. A plan file shows each cell that is
/// not read by itself.
#[must_use]
pub fn is_mostly_unread(model: &Model, id: PlanId, plan: &Plan) -> bool {
    Numbers::of(model, id, plan).is_mostly_unread()
}

/// What became of the numbers that should be targets.
#[derive(Clone, Copy, Debug, Default)]
struct Numbers {
    /// Those of tables and of the paragraphs that are read.
    elsewhere: NumberCounts,
    /// Those of English prose.
    english: NumberCounts,
    /// How many English paragraphs have an unread value.
    parts: usize,
    /// The first of them.
    first: Option<Span>,
}

impl Numbers {
    /// The numbers of the document of a plan; none of a plan file.
    fn of(model: &Model, id: PlanId, plan: &Plan) -> Self {
        let source = model.sources.get(plan.file).filter(|source| source.is_document());
        let ledger = model.ledgers.get(plan.file.0 as usize);
        let Some((source, ledger)) = source.zip(ledger) else { return Self::default() };
        let mut numbers = Self { elsewhere: ledger.counts_of_targets(), ..Self::default() };
        // Where nothing was read at all, that is told instead.
        let silent = nothing_read::is_nothing_read(model, id, plan);
        for span in english(model, plan.file) {
            let counts = ledger.counts_within(span);
            numbers.elsewhere = numbers.elsewhere - counts;
            if !silent && holds_value(source, ledger, span) {
                numbers.english = numbers.english + counts;
                numbers.parts += 1;
                numbers.first = numbers.first.or(Some(span));
            }
        }
        numbers
    }

    fn is_mostly_unread(&self) -> bool {
        is_most(self.elsewhere + self.english)
    }
}

/// Whether more than a tenth are unread.
fn is_most(counts: NumberCounts) -> bool {
    const ONE_IN: usize = 10;
    counts.unread * ONE_IN > counts.any()
}

/// The stretches of English prose in a document.
fn english(model: &Model, file: FileId) -> impl Iterator<Item = Span> {
    let problems = model.tree(file).into_iter().flat_map(|tree| &tree.problems);
    problems.filter(|problem| problem.is_english()).map(|problem| problem.span)
}

/// Whether a stretch has an unread number that is no year.
fn holds_value(source: &Source, ledger: &NumberLedger, span: Span) -> bool {
    let mut unread = ledger.unread_within(span).map(|number| source.slice(number));
    unread.any(|number| {
        let year = number.len() == 4 && (number.starts_with("19") || number.starts_with("20"));
        !(year && number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}
