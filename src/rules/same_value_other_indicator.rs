//! One number that stands on two indicators of close names: one of the two may have been copied.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    catalogue::{Likeness, NameKey, RegionId},
    finding::{Draft, Drafts},
    model::{Model, Origin, PlanId, Role, ScopeId, Statement},
    quantity::{Basis, Decimal},
    rulebook::{
        Context, StatementFacts, compare_statements, has_common_number, position_of, subject_of,
        tell_statement,
    },
    syntax::Class,
};

/// A number that more indicators share than this is a common one.
// A choice that the sheet prints: a number on more indicators than this is a habit of the plan.
const COMMON: usize = 6;

/// What targets must share to be looked at together: number, region, part, year, basis, unit.
type SharedValue<'a> = (Decimal, RegionId, Option<ScopeId>, i32, Basis, &'a str);

/// Reports each target that repeats the number of an earlier one of a close name.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let speaking =
        model.statements(plan).filter(|(id, _)| context.alignment.statement(*id).is_some());
    let mut targets: Vec<(SharedValue, &Statement)> =
        speaking.filter_map(|(_, target)| Some((shared_value(target)?, target))).collect();
    // By value, so that those which share it are neighbours, and the comparison of names stays within
    // few.
    targets.sort_by_key(|(value, _)| *value);
    for alike in targets.chunk_by(|one, next| one.0 == next.0).filter(|all| all.len() <= COMMON) {
        for (at, (_, second)) in alike.iter().enumerate() {
            let mut before = alike.iter().take(at).map(|(_, first)| first);
            if let Some(first) = before.find(|first| is_close(model, first, second)) {
                drafts.push(draft(model, first, second));
            }
        }
    }
}

/// The value of an unconditional target with a unit, unless its number is a common one. Rates of growth are left out: 一产, 二产 and
/// 三产 may well all grow by 6 %.
fn shared_value(target: &Statement) -> Option<SharedValue<'_>> {
    let quantity = target.quantity.as_ref()?;
    let number = target.number?;
    let grows = matches!(target.measure.basis, Basis::Growth | Basis::Change);
    let plain = target.role == Role::Target && target.is_level() && quantity.condition.is_none();
    let unit = &*target.unit.as_ref()?.name;
    let measure = target.measure;
    let telling = !has_common_number(target);
    (plain && telling && !grows && !measure.coverage).then_some((
        number,
        target.region?,
        measure.scope,
        target.year,
        measure.basis,
        unit,
    ))
}

/// Whether two targets are of two indicators whose names are close.
fn is_close(model: &Model, one: &Statement, other: &Statement) -> bool {
    let likeness = |s: &Statement| Likeness::of(&NameKey::of(model.printed_name(s)));
    // Two values of one row are of one indicator, however they are measured.
    let one_row =
        matches!((one.origin, other.origin), (Origin::Table(a), Origin::Table(b)) if a == b);
    one.measure.indicator != other.measure.indicator
        && !one_row
        && likeness(one).close(&likeness(other))
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct SameValueOtherIndicatorFacts {
    first: StatementFacts,
    second: StatementFacts,
    position: Arc<str>,
}

fn draft(model: &Model, first: &Statement, second: &Statement) -> Draft {
    let mut subject = subject_of(model, second);
    subject.other = Some(model.printed_name(first).into());
    Draft::new("same", subject, model.place(second))
        .compares(compare_statements(model, second, first))
        .tells(SameValueOtherIndicatorFacts {
            first: tell_statement(model, first),
            second: tell_statement(model, second),
            position: position_of(model, first),
        })
        .binding([first, second].iter().any(|end| end.class == Some(Class::Binding)))
        .note("first", model.place(first), ())
        // Names are close by their characters only, so each case is for a person to look at.
        .review()
}
