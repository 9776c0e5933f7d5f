//! A target whose number is short of an ancestor's, so that the plan can be met while the ancestor's is missed.

use crate::{
    alignment::{Against, Comparison, Trajectory},
    finding::{Args, Draft, Drafts, Level},
    model::{Model, PlanId, Statement},
    quantity::Verdict,
    rulebook::{
        Context, compare_above, direction_key, effort, other_of, subject_of, tell, tell_accepted,
        tell_against, tell_set,
    },
    syntax::Class,
};

/// Reports each target of the plan that falls short of an ancestor; the worst ancestor leads, the others are told with it.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for comparison in context.alignment.plan(plan) {
        if !comparison.other_clauses.is_empty()
            && super::wrong_tag_applied::applies(context, comparison)
        {
            continue;
        }
        let violated: Vec<&Against> =
            comparison.violated().filter(|against| !is_conflict(against)).collect();
        if let Some(worst) = lead(context.model, comparison, &violated) {
            drafts.push(draft(context, comparison, worst, &violated));
        }
    }
}

/// Sets without a common value where every child must meet the figure: conflicts-with-parent.
pub fn is_conflict(against: &Against) -> bool {
    against.binds_each() && against.verdict == Some(Verdict::Conflicting)
}

/// The violated ancestor that makes the finding loudest; the nearer one where two are equal.
fn lead<'a>(
    model: &Model,
    comparison: &Comparison,
    violated: &[&'a Against],
) -> Option<&'a Against> {
    let loudness = |against: &Against| {
        let (level, _) = ladder(against, !rests_on_guess(model, comparison, against));
        if against.review { level.min(Level::Warning) } else { level }
    };
    violated
        .iter()
        .copied()
        .reduce(|best, next| if loudness(next) > loudness(best) { next } else { best })
}

/// The rung of the ladder as a case of the sheet, with the level it has there.
fn ladder(against: &Against, defined: bool) -> (Level, &'static str) {
    if !defined {
        return (Level::Info, "guessed");
    }
    let each = against.binds_each();
    match (against.figure.class, each, against.trajectory) {
        (Some(Class::Binding), true, _) => (Level::Error, "binding-each"),
        (Some(Class::Binding), _, Trajectory::FallsBehind) => {
            (Level::Error, "binding-falls-behind")
        }
        (Some(Class::Binding), _, Trajectory::Converges) => (Level::Info, "binding-converges"),
        (Some(Class::Binding), ..) => (Level::Warning, "binding-keeps-distance"),
        (Some(Class::Indicative), true, _) => (Level::Warning, "indicative-each"),
        (Some(Class::Indicative), _, Trajectory::FallsBehind) => {
            (Level::Warning, "indicative-falls-behind")
        }
        (Some(Class::Indicative), _, Trajectory::Converges) => {
            (Level::Info, "indicative-converges")
        }
        (Some(Class::Indicative), ..) => (Level::Info, "indicative-keeps-distance"),
        (None, true, _) => (Level::Warning, "unclassed-each"),
        (None, ..) => (Level::Info, "unclassed"),
    }
}

/// What a violated figure is reported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rung {
    /// The rule.
    pub rule: &'static str,
    /// The case of its sheet.
    pub case: &'static str,
    /// Whether it must be looked at, and so is no error.
    pub review: bool,
}

/// What a figure is reported as when no other one leads; `None` where nothing is held against the child. Where a nearer
/// figure is met, only what binds each child counts.
#[must_use]
pub fn rung(
    model: &Model,
    comparison: &Comparison,
    against: &Against,
    nearer_met: bool,
) -> Option<Rung> {
    let guessed = rests_on_guess(model, comparison, against);
    let review = against.review || guessed || model.statement(comparison.child).inferred;
    if is_conflict(against) {
        return Some(Rung { rule: "conflicts-with-parent", case: "disjoint", review });
    }
    let case = ladder(against, !guessed).1;
    let counts = against.is_violated() && (!nearer_met || against.binds_each());
    counts.then_some(Rung { rule: "weaker-than-parent", case, review })
}

/// Whether the relation or the direction rests on no catalogue.
pub fn rests_on_guess(model: &Model, comparison: &Comparison, against: &Against) -> bool {
    let indicator = model.catalogue.indicator(model.statement(comparison.child).measure.indicator);
    // What one region says twice is compared whatever the relation.
    let undefined = !indicator.is_defined() && !against.is_outline();
    (undefined || indicator.direction.is_none()) && !against.figure.allocated
}

/// The statement an ancestor's figure is shown by.
pub fn shown<'a>(model: &'a Model, against: &Against) -> &'a Statement {
    model.statement(against.figure.source.shown())
}

fn draft(
    context: &Context,
    comparison: &Comparison,
    worst: &Against,
    violated: &[&Against],
) -> Draft {
    let model = context.model;
    let child = model.statement(comparison.child);
    let guessed = rests_on_guess(model, comparison, worst);
    let (_, case) = ladder(worst, !guessed);
    let mut subject = subject_of(model, child);
    subject.other = Some(other_of(model, worst));
    let mut draft = Draft::new(case, subject, model.place(child))
        .compares(compare_above(model, comparison, worst))
        .with("child", tell(model, child))
        .with("parent", tell_against(model, worst))
        .with("direction", direction_key(comparison.direction))
        .with("accepted", tell_accepted(model, &context.cutoffs, comparison, worst))
        .with("effort", effort(model, comparison, worst))
        .with("guessed", guessed)
        .with("parent_set", tell_set(model, shown(model, worst), &worst.figure.set))
        .binding(worst.is_binding() || child.class == Some(Class::Binding));
    if worst.review || guessed || child.inferred {
        draft = draft.review();
    }
    for against in violated {
        let told = Args::from([("above", tell_against(model, against).into())]);
        draft = draft.note("parent", model.place(shown(model, against)), told);
    }
    for (key, base) in
        worst.base.iter().flat_map(|b| [("child_base", b.child), ("parent_base", b.parent)])
    {
        let base = model.statement(base);
        draft =
            draft.note(key, model.place(base), Args::from([("base", tell(model, base).into())]));
    }
    draft
}
