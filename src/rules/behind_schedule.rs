//! An observed value that is short of where the path from base to target should be by then.

use rust_decimal::RoundingStrategy;

use crate::{
    alignment::{Lag, Progress, path_between},
    catalogue::Path,
    finding::{Args, Draft, Drafts},
    model::{Model, Origin, Role, Statement},
    quantity::Decimal,
    rulebook::{Context, compare, direction_key, in_printed_unit, subject_of, tell},
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
            if let Some((case, observed)) = case(progress.pace.lag).zip(observed) {
                drafts.push(draft(model, case, progress, observed));
            }
        }
    }
}

fn case(lag: Lag) -> Option<&'static str> {
    match lag {
        Lag::OnSchedule => None,
        Lag::Behind => Some("behind"),
        Lag::FarBehind => Some("far-behind"),
    }
}

fn draft(model: &Model, case: &'static str, progress: &Progress, observed: &Statement) -> Draft {
    let goal = model.statement(progress.course.goal.statement);
    let mut subject = subject_of(model, observed);
    if observed.plan != goal.plan {
        subject.other = Some(model.plan(goal.plan).title.clone());
    }
    let mut draft = Draft::new(case, subject, model.place(observed))
        .compares(compare(model, observed, goal).better(Some(progress.course.direction)))
        .with("observed", tell(model, observed))
        .with("target", tell(model, goal))
        .with("progress", tell_progress(progress, goal))
        .with("source", tell_source(model, observed))
        .with("direction", direction_key(Some(progress.course.direction)))
        .with("other_plan", observed.plan != goal.plan)
        .binding(goal.class == Some(Class::Binding));
    if let Some(base) = progress.course.base {
        let base = model.statement(base);
        let told = Args::from([("base", tell(model, base).into())]);
        draft = draft.note("base", model.place(base), told);
    }
    draft = draft.note("target", model.place(goal), Args::new());
    // An estimate may still turn out to be on schedule, and a direction that was inferred may be the
    // other one.
    let unsure = observed.role == Role::Estimate || goal.inferred;
    if unsure { draft.review() } else { draft }
}

/// `reached`, `due`, `share` of the way due, cut off behind three decimals so that it never reads as more, `back`, whether it
/// leads back behind `start_year`; `years` added up; `arrives`; `between`, whether the value due is worked out, then with the
/// ends of its stretch `from`, `from_year`, `to`, `to_year` and `compound`; in years before that of the target also `outlook`.
fn tell_progress(progress: &Progress, goal: &Statement) -> Args {
    let Progress { course, pace, reached, .. } = progress;
    let plain = |value: Decimal| in_printed_unit(value, goal);
    // Cut off and not rounded: 99.96 % of the way must not be told as 100 %.
    let share = pace.share.round_dp_with_strategy(3, RoundingStrategy::ToZero);
    let mut told = Args::from([
        ("reached", plain(reached.1).into()),
        ("due", plain(pace.due).into()),
        ("share", share.into()),
        ("years", progress.observed.len().into()),
        ("back", pace.share.is_sign_negative().into()),
        ("arrives", pace.arrives.into()),
    ]);
    told.extend(course.points.first().map(|start| ("start_year", start.0.into())));
    let stretch = course.stretch(reached.0).filter(|(_, to)| to.0 != reached.0);
    told.insert("between", stretch.is_some().into());
    if let Some((from, to)) = stretch {
        let path = path_between(course.path, from.1, to.1);
        told.extend([
            ("from", plain(from.1).into()),
            ("from_year", from.0.into()),
            ("to", plain(to.1).into()),
            ("to_year", to.0.into()),
            ("compound", (path == Path::Compound).into()),
        ]);
    }
    told.extend(pace.outlook.map(|outlook| ("outlook", plain(outlook).into())));
    told
}

/// Whether it stands in a table of `actuals`, and what that says it counts: `definition`.
fn tell_source(model: &Model, observed: &Statement) -> Args {
    let actual = observed.origin == Origin::Actual;
    let definition = model.definition(observed).filter(|_| actual);
    Args::from([("actuals", actual.into()), ("definition", definition.unwrap_or_default().into())])
}
