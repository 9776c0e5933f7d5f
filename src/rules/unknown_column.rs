//! A column whose name its kind of table does not know.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::{ProblemKind, unescape},
    text::FileId,
};

/// Reports the first unknown column of each table head, with the closest known one.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::UnknownColumn { nearest } => {
            let nearest = nearest.as_deref().unwrap_or_default();
            let case = if is_line(words) { "unnamed" } else { "column" };
            Some((case, Args::from([("nearest", nearest.into())])))
        }
        _ => None,
    });
}

/// An empty head cell has no words, so its problem stands at the whole line.
fn is_line(words: &str) -> bool {
    words.contains('\t') || (words.contains(['|', '｜']) && unescape(words) == words)
}
