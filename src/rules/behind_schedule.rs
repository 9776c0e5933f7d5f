//! An observed value that is short of where the path from base to target should be by then.

use std::sync::Arc;

use rust_decimal::RoundingStrategy;

use serde::Serialize;

use crate::{
    alignment::{Lag, Progress, path_between},
    catalogue::Path,
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, Origin, Role, Statement},
    quantity::Decimal,
    rulebook::{
        BaseNote, Context, StatementFacts, compare_statements, direction_term_key, in_printed_unit,
        subject_of, tell_statement,
    },
    syntax::Class,
};

/// Reports the latest observed value of each target that is behind, where it is observed.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    for (plan, _) in model.plans() {
        for progress in context.alignment.progress(plan) {
            let observed = progress.observed.last().map(|&id| model.statement(id));
            // Told where it is observed, and a file that only serves as a parent is never told of.
            let observed = observed.filter(|said| !model.plan(said.plan).reference_only);
            if let Some((case, observed)) = case_of_lag(progress.pace.lag).zip(observed) {
                drafts.push(draft(model, case, progress, observed));
            }
        }
    }
}

fn case_of_lag(lag: Lag) -> Option<&'static str> {
    match lag {
        Lag::OnSchedule => None,
        Lag::Behind => Some("behind"),
        Lag::FarBehind => Some("far-behind"),
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct BehindScheduleFacts {
    observed: StatementFacts,
    target: StatementFacts,
    progress: ProgressFacts,
    source: SourceFacts,
    direction: &'static str,
    other_plan: bool,
}

fn draft(model: &Model, case: &'static str, progress: &Progress, observed: &Statement) -> Draft {
    let goal = model.statement(progress.course.goal.statement);
    let mut subject = subject_of(model, observed);
    if observed.plan != goal.plan {
        subject.other = Some(model.plan(goal.plan).title.clone());
    }
    let mut draft = Draft::new(case, subject, model.place(observed))
        .compares(compare_statements(model, observed, goal).better(Some(progress.course.direction)))
        .tells(BehindScheduleFacts {
            observed: tell_statement(model, observed),
            target: tell_statement(model, goal),
            progress: tell_progress(progress, goal),
            source: tell_source(model, observed),
            direction: direction_term_key(Some(progress.course.direction)),
            other_plan: observed.plan != goal.plan,
        })
        .binding(goal.class == Some(Class::Binding));
    if let Some(base) = progress.course.base {
        let base = model.statement(base);
        let told = BaseNote::of(model, base);
        draft = draft.note("base", model.place(base), told);
    }
    draft = draft.note("target", model.place(goal), ());
    let unsure = observed.role == Role::Estimate || goal.inferred;
    // An estimate may still turn out to be on schedule, and a direction that was inferred may be the
    // other one.
    if unsure { draft.review() } else { draft }
}

/// How far a target has come.
#[derive(Debug, Serialize)]
struct ProgressFacts {
    reached: ExactNumber,
    due: ExactNumber,
    /// Of the way due, cut off behind three decimals so that it never reads as more.
    share: ExactNumber,
    /// How many years add up to what is reached.
    years: usize,
    /// Whether it leads back behind `start_year`.
    back: bool,
    arrives: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_year: Option<i32>,
    /// Whether the value due is worked out.
    between: bool,
    #[serde(flatten)]
    stretch: Option<StretchFacts>,
    /// In years before that of the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    outlook: Option<ExactNumber>,
}

/// The ends of the stretch that a value due is worked out on.
#[derive(Debug, Serialize)]
struct StretchFacts {
    from: ExactNumber,
    from_year: i32,
    to: ExactNumber,
    to_year: i32,
    compound: bool,
}

fn tell_progress(progress: &Progress, goal: &Statement) -> ProgressFacts {
    let Progress { course, pace, reached, .. } = progress;
    let plain = |value: Decimal| ExactNumber(in_printed_unit(value, goal));
    // Cut off and not rounded: 99.96 % of the way must not be told as 100 %.
    let share = pace.share.round_dp_with_strategy(3, RoundingStrategy::ToZero);
    let stretch = course.stretch(reached.0).filter(|(_, to)| to.0 != reached.0);
    let stretch = stretch.map(|(from, to)| StretchFacts {
        from: plain(from.1),
        from_year: from.0,
        to: plain(to.1),
        to_year: to.0,
        compound: path_between(course.path, from.1, to.1) == Path::Compound,
    });
    ProgressFacts {
        reached: plain(reached.1),
        due: plain(pace.due),
        share: share.into(),
        years: progress.observed.len(),
        back: pace.share.is_sign_negative(),
        arrives: pace.arrives,
        start_year: course.points.first().map(|start| start.0),
        between: stretch.is_some(),
        stretch,
        outlook: pace.outlook.map(plain),
    }
}

/// Where an observed value stands.
#[derive(Debug, Serialize)]
struct SourceFacts {
    /// Whether in a table of actuals.
    actuals: bool,
    /// What that says it counts.
    definition: Arc<str>,
}

fn tell_source(model: &Model, observed: &Statement) -> SourceFacts {
    let actual = observed.origin == Origin::Actual;
    let definition = model.definition(observed).filter(|_| actual);
    SourceFacts { actuals: actual, definition: definition.unwrap_or_default().into() }
}
