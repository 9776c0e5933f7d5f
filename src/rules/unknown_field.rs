//! A field of a plan's head whose name is not known.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Drafts, Fix},
    rulebook::{Context, report_fixable},
    syntax::{FieldKey, ProblemKind},
    text::FileId,
};

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct UnknownFieldFacts {
    nearest: Arc<str>,
}

/// Reports each unknown field with the closest known one.
pub fn check(context: &Context, file: FileId, drafts: &mut Drafts) {
    report_fixable(context, file, drafts, |problem, words| match &problem.kind {
        ProblemKind::UnknownField { nearest } => {
            let nearest = nearest.as_deref().unwrap_or_default();
            let known = context.model.tree(file).and_then(|tree| tree.plan.as_ref());
            let taken = known.into_iter().flat_map(|plan| &plan.fields);
            let taken =
                // The right name may be taken, and then the field is something else.
                taken.map(|field| Some(field.key)).any(|key| key == FieldKey::named(nearest));
            let fix = if taken { None } else { Fix::spelling(words, problem.span, nearest) };
            Some(("field", UnknownFieldFacts { nearest: nearest.into() }, fix))
        }
        _ => None,
    });
}
