//! Two columns of one table that mean the same.

use crate::{
    finding::Drafts,
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports the first column of each table that says what an earlier one says.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| {
        (problem.kind == ProblemKind::DuplicateColumn).then_some(("column", ()))
    });
}
