//! Bytes that are no text in the file's encoding.

use serde::Serialize;

use crate::{
    finding::Drafts,
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UndecodableTextFacts {
    offset: u64,
}

/// Reports the first place of a file that could not be decoded, with its offset in bytes.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::UndecodableText { offset } => Some(("bytes", UndecodableTextFacts { offset })),
        _ => None,
    });
}
