//! A value that its field or column does not know.

use crate::{
    finding::{Args, Drafts, Fix},
    rulebook::{Context, report_fixable},
    syntax::ProblemKind,
    text::FileId,
};

/// Reports each value outside its list, with the list and the closest value of it.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_fixable(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::UnknownValue { known, nearest } => {
            let nearest = nearest.as_deref().unwrap_or_default();
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let args = Args::from([("nearest", nearest.into()), ("known", known.into())]);
            Some(("value", args, Fix::spelling(words, problem.span, nearest)))
        }
        _ => None,
    });
}
