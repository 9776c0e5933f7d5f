//! The draft of a finding about a roll-up: it stands at the figure above, with the parts as notes.

use serde::Serialize;

use crate::{alignment::Rollup, finding::Draft, model::Model, syntax::Class};

use super::{
    subject_of,
    telling::{StatementFacts, tell_statement},
    telling_rollup::{RollupFacts, compare_rollup, tell_rollup},
};

/// Parts that a finding names one by one; the others stand as one sum.
// A choice: eight names fill two lines; the sum of the others is told, so nothing is missing from the
// reckoning.
const MOST: usize = 8;

/// The figure above, and what the parts come to.
#[derive(Debug, Serialize)]
struct RollupDraftFacts {
    parent: StatementFacts,
    rollup: RollupFacts,
}

/// A note at one of the parts.
#[derive(Debug, Serialize)]
struct PartNote {
    part: StatementFacts,
}

/// The draft about `rollup`, `binding` or `other` as its case. It is sure only when all regions below are known.
#[must_use]
pub fn draft_rollup(model: &Model, rollup: &Rollup) -> Draft {
    let parent = model.statement(rollup.parent);
    let binding = parent.class == Some(Class::Binding);
    let case = if binding { "binding" } else { "other" };
    let mut draft = Draft::new(case, subject_of(model, parent), model.place(parent))
        .compares(compare_rollup(model, rollup))
        .tells(RollupDraftFacts {
            parent: tell_statement(model, parent),
            rollup: tell_rollup(model, rollup, MOST),
        })
        .binding(binding);
    // The table of regions may lag behind a merger of counties or leave one out, so what rests on it is to be looked at.
    if rollup.rests_on_list() {
        draft = draft.review();
    }
    for term in rollup.terms.iter().take(MOST) {
        let statement = model.statement(term.statement);
        draft = draft.note(
            "part",
            model.place(statement),
            PartNote { part: tell_statement(model, statement) },
        );
    }
    draft
}
