//! A field of a plan's head whose name is not known.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports each unknown field with the closest known one.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match &problem.kind {
        ProblemKind::UnknownField { nearest } => {
            let nearest = nearest.as_deref().unwrap_or_default();
            Some(("field", Args::from([("nearest", nearest.into())])))
        }
        _ => None,
    });
}
