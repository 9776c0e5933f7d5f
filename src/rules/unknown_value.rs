//! A value that its field or column does not know.

use crate::{
    finding::{Args, Drafts},
    rulebook::{Context, report_problems},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports each value outside its list, with the list and the closest value of it.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_problems(context, file, drafts, |problem, _| match &problem.kind {
        ProblemKind::UnknownValue { known, nearest } => {
            let nearest = nearest.as_deref().unwrap_or_default();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            Some(("value", Args::from([("nearest", nearest.into()), ("known", known.into())])))
        }
        _ => None,
    });
}
