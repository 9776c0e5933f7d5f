//! A table without rows, without a head, or without the columns it needs.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports each table whose head is missing or lacks needed columns, naming these.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::MissingHead { needed } => {
            // Without any row the problem stands at the keyword, else at the row where the head should be.
            let is_row = words.contains(['|', '｜', '\t']);
            let case = if is_row { "columns" } else { "empty" };
            let needed: Vec<&str> = needed.iter().map(String::as_str).collect();
            Some((case, Args::from([("needed", needed.into())])))
        }
        _ => None,
    });
}
