//! One region plans a larger increase than the whole it is part of.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    alignment::{Against, Comparison},
    catalogue::Relation,
    finding::{Compared, Draft, Drafts, ExactNumber, StatedValue},
    model::{Model, PlanId, StatementId},
    quantity::{Basis, Decimal, Direction},
    rulebook::{
        AboveNote, AgainstFacts, BaseNote, Context, StatementFacts, in_printed_unit,
        printed_unit_of, subject_of, tell_against, tell_statement,
    },
};

/// Reports each sum of the plan that grows by more than the nearest sum above it does between the same two years.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for comparison in context.alignment.plan(plan) {
        let sums = comparison.against.iter().filter(|above| above.relation == Relation::Sum);
        let mut exceeded = sums.filter_map(|above| {
            let changes = ChangePair::of(context.model, comparison, above)?;
            changes.exceed().then_some((above, changes))
        });
        // The nearest sum above is enough; beyond it the whole only gets larger.
        if let Some((above, changes)) = exceeded.next() {
            drafts.push(draft(context.model, comparison, above, &changes));
        }
    }
}

/// The increase of a part and of the whole.
struct ChangePair {
    child: Decimal,
    parent: Decimal,
}

impl ChangePair {
    /// From baselines of one year to targets of one year; a sum over the period, or of each year, is itself the increase.
    fn of(model: &Model, comparison: &Comparison, above: &Against) -> Option<Self> {
        let (child, parent) = (comparison.number?, above.figure.number);
        match model.statement(comparison.child).measure.basis {
            // Without bases of one year two levels show no change that could be compared.
            Basis::Cumulative | Basis::PerYear => Some(Self { child, parent }),
            Basis::Stock => {
                let base = above.base?;
                let from = |id: StatementId| model.statement(id).number;
                Some(Self {
                    child: child.checked_sub(from(base.child)?)?,
                    parent: parent.checked_sub(from(base.parent)?)?,
                })
            }
            // Rates add up to nothing.
            Basis::Growth | Basis::Change => None,
        }
    }

    /// A whole that shrinks says nothing about a part that grows.
    fn exceed(&self) -> bool {
        self.parent >= Decimal::ZERO && self.child > self.parent
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct ChildChangeExceedsParentFacts {
    child: StatementFacts,
    parent: AgainstFacts,
    child_change: ExactNumber,
    parent_change: ExactNumber,
    stock: bool,
}

fn draft(model: &Model, comparison: &Comparison, above: &Against, changes: &ChangePair) -> Draft {
    let child = model.statement(comparison.child);
    let mut subject = subject_of(model, child);
    subject.other = Some(model.catalogue.region_of(above.region).name.clone());
    let printed = |change: Decimal| in_printed_unit(change, child);
    let reckoned = |change, region: &Option<Arc<str>>| StatedValue {
        region: region.clone(),
        ..StatedValue::reckoned(printed(change), printed_unit_of(child))
    };
    let parent = model.statement(above.figure.source.shown());
    let told = AboveNote::of(model, above);
    let own = reckoned(changes.child, &subject.region);
    let whole = reckoned(changes.parent, &subject.other);
    let mut draft = Draft::new("exceeds", subject, model.place(child))
        .compares(
            Compared::two(own, whole)
                .apart(printed(changes.child - changes.parent), printed_unit_of(child))
                .better(Some(Direction::Lower)),
        )
        .tells(ChildChangeExceedsParentFacts {
            child: tell_statement(model, child),
            parent: tell_against(model, above),
            child_change: printed(changes.child).into(),
            parent_change: printed(changes.parent).into(),
            stock: child.measure.basis == Basis::Stock,
        })
        .note("parent", model.place(parent), told);
    let bases = above.base.filter(|_| child.measure.basis == Basis::Stock);
    for base in bases.into_iter().flat_map(|base| [base.child, base.parent]) {
        let base = model.statement(base);
        let told = BaseNote::of(model, base);
        draft = draft.note("base", model.place(base), told);
    }
    draft
}
