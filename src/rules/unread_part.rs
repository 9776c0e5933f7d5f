//! A part of a document that is not understood, too many of the numbers where it sets targets, or English prose with numbers.

use serde::Serialize;

use crate::{
    finding::{Draft, Drafts, Subject},
    rulebook::{Context, UnreadNumbers, draft_in, report_problems},
    syntax::{Problem, ProblemKind},
    text::FileId,
};

/// How many numbers are unread, of how many.
#[derive(Debug, Serialize)]
struct UnreadNumbersFacts {
    unread: usize,
    all: usize,
}

/// How many stretches of English prose there are, and how many numbers are unread in them.
#[derive(Debug, Serialize)]
struct EnglishProseFacts {
    parts: usize,
    unread: usize,
}

/// Reports each part by what it is, the English prose of a document once, and a document of whose targets too many numbers
/// are unread.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::UnreadPart { what } if what != Problem::ENGLISH => Some((what, ())),
        _ => None,
    });
    let model = context.model;
    let Some((id, plan)) = model.plan_in(file) else { return };
    let numbers = UnreadNumbers::of(model, id, plan);
    // Told once for the document, when more than a part of it was not understood.
    if numbers.is_mostly_unread_elsewhere() {
        let subject = Subject { plan: Some(plan.title.clone()), ..Subject::default() };
        let draft = Draft::new("numbers", subject, plan.place.clone()).tells(UnreadNumbersFacts {
            unread: numbers.elsewhere.unread,
            all: numbers.elsewhere.any(),
        });
        drafts.push(draft);
    }
    if let Some(first) = numbers.first {
        // One finding for unread numbers: mostly English is the reason where that is the reason.
        let whole = numbers.is_mostly_unread() && !numbers.is_mostly_unread_elsewhere();
        let case = if whole { "english-most" } else { Problem::ENGLISH };
        let told = EnglishProseFacts { parts: numbers.parts, unread: numbers.english.unread };
        drafts.push(draft_in(context, case, file, first, told));
    }
}
