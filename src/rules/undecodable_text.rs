//! Bytes that are no text in the file's encoding.

use crate::{
    finding::{Args, Drafts, Value},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports the first place of a file that could not be decoded, with its offset in bytes.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::UndecodableText { offset } => {
            let offset = Value::Count(i64::try_from(offset).unwrap_or(i64::MAX));
            Some(("bytes", Args::from([("offset", offset)])))
        }
        _ => None,
    });
}
