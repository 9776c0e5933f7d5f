//! A row with more or fewer cells than its table has columns.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports each row whose cells do not match the columns.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match problem.kind {
        ProblemKind::WrongCellCount { expected, found } => {
            let case = if found < expected { "fewer" } else { "more" };
            let difference = found.abs_diff(expected);
            let counts = [
                ("expected", expected.into()),
                ("found", found.into()),
                ("difference", difference.into()),
            ];
            Some((case, Args::from(counts)))
        }
        _ => None,
    });
}
