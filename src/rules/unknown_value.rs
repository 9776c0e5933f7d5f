//! A value that its field or column does not know.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Drafts, Fix},
    rulebook::{Context, report_fixable},
    syntax::ProblemKind,
    text::FileId,
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UnknownValueFacts {
    nearest: Arc<str>,
    known: Vec<String>,
}

/// Reports each value outside its list, with the list and the closest value of it.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_fixable(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::UnknownValue { known, nearest } => {
            let nearest = nearest.as_deref().unwrap_or_default();
            let told = UnknownValueFacts { nearest: nearest.into(), known: known.clone() };
            Some(("value", told, Fix::spelling(words, problem.span, nearest)))
        }
        _ => None,
    });
}
