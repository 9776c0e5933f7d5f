//! The comparisons that could not be judged: they are counted and listed, so that nothing unread looks like a pass.

use std::collections::BTreeSet;

use crate::{
    alignment::{self, Comparison, Resolution, WhyUnjudged},
    catalogue::NameKey,
    model::{PlanId, StatementId, TargetRow},
    quantity::ReadingKind,
    rulebook::Context,
    syntax::{Problem, ProblemKind},
    text::{Place, Span},
};

use super::PassedComparison;

/// Every comparison without a judgement, in the order of its place.
pub fn undetermined_comparisons(context: &Context) -> Vec<PassedComparison> {
    // Everything that is no finding and no pass, from four sides; sorted by place, for these have no
    // level to sort by.
    let reported = context.model.plans().filter(|(_, plan)| !plan.reference_only);
    let mut missing = BTreeSet::new();
    let mut passed: Vec<PassedComparison> = reported
        .flat_map(|(plan, _)| {
            let mut of_plan = undetermined_of_plan(context, plan);
            of_plan.extend(unweighed(context, plan, &mut missing));
            of_plan.extend(unsure_of_plan(context, plan));
            of_plan.extend(left_out_by_excerpt(context, plan));
            of_plan.extend(mentioned_without_target(context, plan));
            of_plan
        })
        .collect();
    passed.sort();
    passed
}

fn undetermined_of_plan(context: &Context, plan: PlanId) -> Vec<PassedComparison> {
    let comparisons = context.alignment.plan(plan).iter();
    let why = |one| why_undetermined(context, one);
    comparisons
        .filter_map(|one| why(one).map(|why| passed_comparison(context, one.child, why)))
        .collect()
}

/// Weights that are missing, each with the topic of the plans that need it.
// By topic, for plans on another subject need a weight of their own even if it has the same name.
type Missing<'a> = BTreeSet<(Option<&'a NameKey>, &'a str)>;

/// The means that cannot be taken: said once among the plans of a topic for each weight that is missing, at the first target
/// that needs it.
fn unweighed<'a>(
    context: &Context<'a>,
    plan: PlanId,
    missing: &mut Missing<'a>,
) -> Vec<PassedComparison> {
    let mut passed = Vec::new();
    let topic = context.model.plan(plan).topic_key.as_ref();
    for unweighed in context.alignment.unweighed(plan) {
        let measure = context.model.statement(unweighed.parent).measure;
        let relation = &context.model.catalogue.indicator(measure.indicator).relation;
        let Some(weight) = relation.weight() else { continue };
        // Said at each of thirty targets, it would be thirty lines on one missing column.
        if missing.insert((topic, weight)) {
            passed.push(passed_comparison(context, unweighed.parent, WhyUnjudged::NoWeights));
        }
    }
    passed
}

/// Words of a document that may state a value: nothing is judged by them, and nobody should think so.
fn unsure_of_plan(context: &Context, plan: PlanId) -> Vec<PassedComparison> {
    let model = context.model;
    let (file, title) = (model.plan(plan).file, &model.plan(plan).title);
    let problems = model.tree(file).map_or(&[][..], |tree| &tree.problems);
    let passed = |problem: &Problem| {
        let ProblemKind::Unsure(unsure) = &problem.kind else { return None };
        Some(PassedComparison {
            place: model.sources.home(Place::new(file, problem.span)),
            plan: title.clone(),
            indicator: model.words(file, unsure.name).into(),
            year: unsure.year.and_then(|year| model.words(file, year).parse().ok()),
            why: unsure.why.into(),
        })
    };
    problems.iter().filter_map(passed).collect()
}

/// What plans above ask of a plan whose file is an excerpt, and what that does not mention: the rest of the document may.
/// Each is said once, however many plans ask for it.
fn left_out_by_excerpt(context: &Context, plan: PlanId) -> Vec<PassedComparison> {
    let (model, head) = (context.model, context.model.plan(plan));
    // Only an excerpt: a whole plan that leaves a target out is a finding (missing-target).
    if !head.is_excerpt {
        return Vec::new();
    }
    let links = context.forest.links_of(plan).iter();
    let rows = links.flat_map(|link| alignment::unstated_rows(model, context.forest, link));
    let rows = rows.map(|row| row.printed.clone());
    let tasks = alignment::unstated_tasks(model, context.forest, plan).into_iter();
    let tasks = tasks.map(|task| model.words(task.file, task.name).into());
    let mut seen = BTreeSet::new();
    let names = rows.chain(tasks).filter(|name| seen.insert(name.clone()));
    let passed = |indicator| PassedComparison {
        place: model.sources.home(head.place.clone()),
        plan: head.title.clone(),
        indicator,
        year: None,
        why: WhyUnjudged::Excerpt,
    };
    names.map(passed).collect()
}

/// What a plan above asks of a plan that mentions it somewhere and gives no target that could be read, at the words.
fn mentioned_without_target(context: &Context, plan: PlanId) -> Vec<PassedComparison> {
    let (model, head) = (context.model, context.model.plan(plan));
    let links = context.forest.links_of(plan).iter();
    let rows = links.flat_map(|link| alignment::mentioned_rows(model, context.forest, link));
    let mut seen = BTreeSet::new();
    let once = rows.filter(|(row, _)| seen.insert(row.printed.clone()));
    let passed = |(row, span): (&TargetRow, Span)| PassedComparison {
        place: model.sources.home(Place::new(head.file, span)),
        plan: head.title.clone(),
        indicator: row.printed.clone(),
        year: None,
        why: WhyUnjudged::Mentioned,
    };
    once.map(passed).collect()
}

/// Why a comparison says nothing; what those above state without a number counts where nobody above has one. A reference that
/// dangles is a finding of its own.
fn why_undetermined(context: &Context, comparison: &Comparison) -> Option<WhyUnjudged> {
    // Somebody quotes a plan that is not here, or not whole. Where it is an excerpt, the quoted words may
    // stand in the rest.
    if matches!(comparison.resolution, Some(Resolution::Dangling { .. })) {
        let plan = context.model.statement(comparison.child).plan;
        return context
            .forest
            .rests_on_excerpt(context.model, plan)
            .then_some(WhyUnjudged::Excerpt);
    }
    comparison.undetermined.or_else(|| {
        // Blank cells above may still be filled, words without a number will not: the reader is told
        // which of the two it is.
        let blank = |above: &alignment::IncomparableAncestor| {
            let kind = context.model.statement(above.statement).kind;
            matches!(kind, ReadingKind::Placeholder | ReadingKind::Absent)
        };
        let why = match comparison.passed.iter().all(blank) {
            true => WhyUnjudged::PlaceholderAbove,
            false => WhyUnjudged::NoNumberAbove,
        };
        (comparison.against.is_empty() && !comparison.passed.is_empty()).then_some(why)
    })
}

fn passed_comparison(
    context: &Context,
    statement: StatementId,
    why: WhyUnjudged,
) -> PassedComparison {
    let statement = context.model.statement(statement);
    PassedComparison {
        place: context.model.sources.home(context.model.place(statement)),
        plan: context.model.plan(statement.plan).title.clone(),
        indicator: context.model.printed_name(statement).into(),
        year: Some(statement.year),
        why,
    }
}
