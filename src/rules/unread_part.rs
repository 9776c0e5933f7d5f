//! A part of a document that is not understood.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports each part by what it is.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::UnreadPart { what } => Some((what, Args::new())),
        _ => None,
    });
}
