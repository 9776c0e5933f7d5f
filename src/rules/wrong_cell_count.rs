//! A row with more or fewer cells than its table has columns.

use serde::Serialize;

use crate::{
    finding::Drafts,
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct WrongCellCountFacts {
    expected: usize,
    found: usize,
    difference: usize,
}

/// Reports each row whose cells do not match the columns.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::WrongCellCount { expected, found } => {
            let case = if found < expected { "fewer" } else { "more" };
            let difference = found.abs_diff(expected);
            Some((case, WrongCellCountFacts { expected, found, difference }))
        }
        _ => None,
    });
}
