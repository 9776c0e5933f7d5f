//! A table without rows, without a head, or without the columns it needs.

use serde::Serialize;

use crate::{
    finding::Drafts,
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct MissingHeadFacts {
    needed: Vec<String>,
}

/// Reports each table whose head is missing or lacks needed columns, naming these.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::MissingHead { needed } => {
            // Without any row the problem stands at the keyword, else at the row where the head should be.
            let is_row = words.contains(['|', '｜', '\t']);
            let case = if is_row { "columns" } else { "empty" };
            Some((case, MissingHeadFacts { needed: needed.clone() }))
        }
        _ => None,
    });
}
