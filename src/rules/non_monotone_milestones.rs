//! A target that is worse than the one the same plan sets for an earlier year.

use serde::Serialize;

use crate::{
    alignment::{Gap, Milestone, milestone_series},
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, PlanId},
    quantity::{Decimal, Direction},
    rulebook::{
        Context, StatementFacts, compare_statements, direction_term_key, in_printed_unit,
        printed_unit_of, subject_of, tell_statement,
    },
    syntax::Class,
};

/// Reports each target that falls back behind the one before it, where the catalogue says which way is better.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for series in milestone_series(model, context.alignment, plan) {
        for pair in series.targets.windows(2) {
            let [before, after] = pair else { continue };
            // By the catalogue only: a direction that was inferred from these very milestones could not
            // be held against them.
            let direction = better_direction(model, after);
            let gap = direction.and_then(|d| Gap::between(d, after.number, before.number));
            if let Some(Gap(gap)) = gap.filter(|gap| gap.0 > Decimal::ZERO) {
                drafts.push(draft(model, before, after, gap, direction));
            }
        }
    }
}

fn better_direction(model: &Model, target: &Milestone) -> Option<Direction> {
    let measure = target.statement.measure;
    if measure.coverage {
        return Some(Direction::Higher);
    }
    model.catalogue.indicator(measure.indicator).direction
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct NonMonotoneMilestonesFacts {
    before: StatementFacts,
    after: StatementFacts,
    gap: ExactNumber,
    direction: &'static str,
}

fn draft(
    model: &Model,
    before: &Milestone,
    after: &Milestone,
    gap: Decimal,
    direction: Option<Direction>,
) -> Draft {
    let (before, after) = (before.statement, after.statement);
    let mut subject = subject_of(model, after);
    subject.other = Some(before.year.to_string().into());
    Draft::new("worse", subject, model.place(after))
        .compares(
            compare_statements(model, after, before)
                .apart(in_printed_unit(gap, after), printed_unit_of(after))
                .better(direction),
        )
        .tells(NonMonotoneMilestonesFacts {
            before: tell_statement(model, before),
            after: tell_statement(model, after),
            gap: in_printed_unit(gap, after).into(),
            direction: direction_term_key(direction),
        })
        .binding([before, after].iter().any(|end| end.class == Some(Class::Binding)))
        .note("before", model.place(before), ())
}
