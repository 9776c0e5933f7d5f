//! A target that is worse than, or no better than, the one an earlier plan of the same region set for an earlier year.

use serde::Serialize;

use crate::{
    alignment::{Comparison, Gap, earlier_target, is_plain_target},
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, PlanId, Statement},
    quantity::{Decimal, Direction, Interval},
    rulebook::{
        Context, StatementFacts, compare_statements, direction_term_key, in_printed_unit,
        printed_unit_of, subject_of, tell_statement,
    },
    syntax::Class,
};

/// Reports each target of the plan that falls behind, or repeats, the last one of the latest earlier plan that states it.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let earlier = context.forest.earlier(plan);
    for comparison in context.alignment.plan(plan) {
        let later = context.model.statement(comparison.child);
        let past = later.region.and_then(|region| {
            let (measure, year) = (&later.measure, later.year);
            // Of several earlier plans the latest that states the target: what it set replaced what
            // others had set before.
            let last = |&plan| earlier_target(context.model, plan, region, measure, year);
            earlier.iter().find_map(last)
        });
        if let Some(step) = past.and_then(|past| backward_step(context.model, comparison, past)) {
            drafts.push(draft(context.model, later, &step));
        }
    }
}

/// From the earlier target to the later one: not forward.
struct BackwardStep<'a> {
    past: &'a Statement,
    case: &'static str,
    gap: Decimal,
    direction: Direction,
}

fn backward_step<'a>(
    model: &Model,
    comparison: &Comparison,
    past: &'a Statement,
) -> Option<BackwardStep<'a>> {
    let later = model.statement(comparison.child);
    let indicator = model.catalogue.indicator(later.measure.indicator);
    let direction = if later.measure.coverage { Direction::Higher } else { indicator.direction? };
    // An indicator whose values rise and fall with the year shows no step back by a lower one.
    if !indicator.shows_progress() {
        return None;
    }
    let number = later.number.filter(|_| is_plain_target(later))?;
    let Gap(gap) = Gap::between(direction, number, past.number?)?;
    // A year that is only assumed cannot show that the plan takes longer.
    // Equal at the end of the range is all that can be asked; equal for a later year is the same promise
    // with more time.
    let repeats = later.year > past.year && model.says_year(later) && !model.at_best_end(later);
    let case = match (gap.cmp(&Decimal::ZERO), later.interval(), past.interval()) {
        (std::cmp::Ordering::Greater, ..) => "worse",
        (std::cmp::Ordering::Equal, Some(now), Some(then)) => {
            repeated_or_worse(now, then, repeats)?
        }
        _ => return None,
    };
    Some(BackwardStep { past, case, gap, direction })
}

/// The same number: no step forward where the set is the same at a later year, a step back where it is wider.
fn repeated_or_worse(now: &Interval, then: &Interval, repeats: bool) -> Option<&'static str> {
    // The same number with a wider set asks less: 1.60 and then 1.6左右.
    if !now.within(then) { Some("worse") } else { (repeats && now == then).then_some("equal") }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct BackslidesFacts {
    later: StatementFacts,
    past: StatementFacts,
    gap: ExactNumber,
    assumed_year: bool,
    direction: &'static str,
}

fn draft(model: &Model, later: &Statement, step: &BackwardStep) -> Draft {
    let mut subject = subject_of(model, later);
    subject.other = Some(model.plan(step.past.plan).title.clone());
    Draft::new(step.case, subject, model.place(later))
        .compares(
            compare_statements(model, later, step.past)
                .apart(in_printed_unit(step.gap, later), printed_unit_of(later))
                .better(Some(step.direction)),
        )
        .tells(BackslidesFacts {
            later: tell_statement(model, later),
            past: tell_statement(model, step.past),
            gap: in_printed_unit(step.gap, later).into(),
            assumed_year: !model.says_year(later),
            direction: direction_term_key(Some(step.direction)),
        })
        .binding([later, step.past].iter().any(|end| end.class == Some(Class::Binding)))
        .note("past", model.place(step.past), ())
}
