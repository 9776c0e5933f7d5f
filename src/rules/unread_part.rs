//! A part of a document that is not understood, or too many of the numbers where it sets targets.

use crate::{
    finding::{Args, Draft, Drafts, Subject},
    model::{Model, NumberLedger, Plan},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::{FileId, Source},
};

/// Reports each part by what it is, and a document of whose targets too many numbers are unread.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::UnreadPart { what } => Some((what, Args::new())),
        _ => None,
    });
    let model = context.model;
    let Some((_, plan)) = model.plan_in(file) else { return };
    if is_mostly_unread(model, plan) {
        let ledger = model.ledgers.get(file.0 as usize);
        let counts = ledger.map(NumberLedger::counts_of_targets).unwrap_or_default();
        let subject = Subject { plan: Some(plan.title.clone()), ..Subject::default() };
        let draft = Draft::new("numbers", subject, plan.place.clone())
            .with("unread", counts.unread)
            .with("all", counts.any());
        drafts.push(draft);
    }
}

/// Whether more than a tenth of the numbers are unread that stand in a document's tables of targets and in the paragraphs in
/// which a target was read: such a document does not count as read. A plan file shows each cell that is not read by itself.
#[must_use]
pub fn is_mostly_unread(model: &Model, plan: &Plan) -> bool {
    const ONE_IN: usize = 10;
    let document = model.sources.get(plan.file).is_some_and(Source::is_document);
    let ledger = model.ledgers.get(plan.file.0 as usize).filter(|_| document);
    let counts = ledger.map(NumberLedger::counts_of_targets).unwrap_or_default();
    counts.unread * ONE_IN > counts.any()
}
