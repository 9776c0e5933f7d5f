//! A yearly pace that changes abruptly from one milestone to the next.

use serde::Serialize;

use crate::{
    alignment::{Milestone, milestone_series},
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, PlanId},
    quantity::Decimal,
    rulebook::{
        Context, StatementFacts, compare_statements, in_printed_unit, subject_of, tell_statement,
    },
    syntax::Class,
};

/// A pace is even up to this factor.
// A choice that the sheet prints: 1.56 points a year to 2025 and 0.5 behind it is a break.
const FACTOR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// Reports the first break of each series, from its baseline to its last target.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for series in milestone_series(model, context.alignment, plan) {
        let way: Vec<Milestone> = series.base.into_iter().chain(series.targets).collect();
        // The first break of a series only: a later one often follows from it.
        let broken = way.windows(3).find_map(|three| match three {
            [from, middle, to] => Break::between(model, from, middle, to),
            _ => None,
        });
        if let Some(broken) = broken {
            drafts.push(draft(model, &broken));
        }
    }
}

/// Two stretches that follow each other at different paces.
struct Break<'a> {
    from: Milestone<'a>,
    middle: Milestone<'a>,
    to: Milestone<'a>,
    first: Decimal,
    second: Decimal,
}

impl<'a> Break<'a> {
    /// `None` where the paces are alike, one of them stands still or runs the other way, or the end of the range explains the second.
    fn between(
        model: &Model,
        from: &Milestone<'a>,
        middle: &Milestone<'a>,
        to: &Milestone<'a>,
    ) -> Option<Self> {
        // In the order of the years, so that the finding says whether the pace slows or speeds up.
        let (first, second) = (pace(from, middle)?, pace(middle, to)?);
        // Two paces in opposite directions are non-monotone-milestones'.
        let one_way = first.is_sign_positive() == second.is_sign_positive();
        let (slow, fast) = (first.abs().min(second.abs()), first.abs().max(second.abs()));
        let apart = !slow.is_zero() && slow.checked_mul(FACTOR)? < fast;
        // What nears 100 % must slow down.
        let arrives = second.abs() < first.abs() && model.at_best_end(to.statement);
        let (from, middle, to) = (*from, *middle, *to);
        (one_way && apart && !arrives).then_some(Self { from, middle, to, first, second })
    }
}

/// The change a year.
fn pace(from: &Milestone, to: &Milestone) -> Option<Decimal> {
    let years = to.statement.year - from.statement.year;
    to.number.checked_sub(from.number)?.checked_div(Decimal::from(years))
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct PaceBreakFacts {
    from: StatementFacts,
    middle: StatementFacts,
    to: StatementFacts,
    first_pace: ExactNumber,
    second_pace: ExactNumber,
}

fn draft(model: &Model, broken: &Break) -> Draft {
    let (from, middle, to) = (broken.from.statement, broken.middle.statement, broken.to.statement);
    let a_year = |pace: Decimal| in_printed_unit(pace.abs(), to);
    let case = if broken.second.abs() < broken.first.abs() { "slows" } else { "speeds-up" };
    let mut subject = subject_of(model, to);
    subject.other = Some(middle.year.to_string().into());
    Draft::new(case, subject, model.place(to))
        .compares(compare_statements(model, to, middle))
        .tells(PaceBreakFacts {
            from: tell_statement(model, from),
            middle: tell_statement(model, middle),
            to: tell_statement(model, to),
            first_pace: a_year(broken.first).into(),
            second_pace: a_year(broken.second).into(),
        })
        .binding([middle, to].iter().any(|end| end.class == Some(Class::Binding)))
        .note("from", model.place(from), ())
        .note("middle", model.place(middle), ())
}
