//! An outcome that every region shall reach by the end of a plan above, and that this region first promises for later.

use serde::Serialize;

use crate::{
    alignment::{Comparison, Gap, speaker},
    catalogue::{RegionId, Relation},
    finding::{Compared, Draft, Drafts, StatedValue},
    model::{Model, PlanId, Role, Statement},
    quantity::{Comparator, Decimal, Direction},
    rulebook::{Context, StatementFacts, stated_in_full, stated_value, subject_of, tell_statement},
    syntax::Class,
};

/// Reports each target that reaches a parent's outcome only after the last year of the parent's period.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for comparison in context.alignment.plan(plan) {
        let child = model.statement(comparison.child);
        let outcomes = outcomes(context, comparison, child);
        // A row is the plan's own word; text stands for it only where no plan above has a row.
        // Text above is taken up in other words as often, so it leads only where no plan has a row.
        let lead = outcomes.iter().find(|outcome| outcome.in_table()).or(outcomes.first());
        if let Some(lead) = lead {
            drafts.push(draft(model, child, lead));
        }
    }
}

/// What the plans above ask of each region for an earlier year and this is the first promise of, nearest first.
fn outcomes<'a>(
    context: &Context<'a>,
    comparison: &Comparison,
    child: &Statement,
) -> Vec<&'a Statement> {
    let model = context.model;
    let (Some(region), Some(direction)) = (child.region, comparison.direction) else {
        return Vec::new();
    };
    let parents = context.forest.parents(child.plan).iter();
    let pairs =
        parents.flat_map(|parents| parents.plans.iter().map(move |&plan| (plan, parents.region)));
    pairs
        .filter_map(|(plan, above)| outcome_asked(model, plan, above, region, child))
        .filter(|outcome| reaches_outcome(child, outcome, direction))
        .filter(|outcome| !is_promised(context, region, outcome, child, direction))
        .collect()
}

/// What a plan asks of each region for the last year of its period, when `child` comes later: issued to `region`, else of all.
fn outcome_asked<'a>(
    model: &'a Model,
    plan: PlanId,
    above: RegionId,
    region: RegionId,
    child: &Statement,
) -> Option<&'a Statement> {
    let year = model.plan(plan).target_year().filter(|&year| year < child.year)?;
    let speaker = |of| speaker(model, plan, of, &child.measure, year, None);
    let stated = |of| speaker(of).map(|id| model.statement(id));
    // The parent's own region is asked nothing by itself.
    let issued = if region == above { None } else { stated(region) };
    issued.or_else(|| stated(above).filter(|outcome| asks_each(model, outcome)))
}

fn asks_each(model: &Model, outcome: &Statement) -> bool {
    // A mean that is reached later here may still be reached in time by all together.
    let all = outcome.quantity.as_ref().is_some_and(|q| q.comparator == Comparator::All);
    let indicator = model.catalogue.indicator(outcome.measure.indicator);
    all || indicator.relation == Relation::Each
}

fn reaches_outcome(child: &Statement, outcome: &Statement, direction: Direction) -> bool {
    let gap = child.number.zip(outcome.number);
    let gap = gap.and_then(|(own, asked)| Gap::between(direction, own, asked));
    gap.is_some_and(|gap| gap.0 <= Decimal::ZERO)
}

/// Whether a plan of the region has reached or promised the outcome before `child` does, or states a target for the very
/// year, which is then compared with the outcome itself.
fn is_promised(
    context: &Context,
    region: RegionId,
    outcome: &Statement,
    child: &Statement,
    direction: Direction,
) -> bool {
    let model = context.model;
    let plans = context.forest.plans_of(region).iter();
    let stated = plans.flat_map(|&plan| model.stated(plan, region, child.measure.indicator));
    stated.map(|&id| model.statement(id)).any(|said| {
        let target = said.role == Role::Target && said.number.is_some();
        // Another plan of the region may have promised it in time; then this one only repeats it.
        let before = said.year < child.year && reaches_outcome(said, outcome, direction);
        said.measure == child.measure
            && (target && said.year == outcome.year || (target || said.is_past()) && before)
    })
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct LaterThanParentFacts {
    child: StatementFacts,
    parent: StatementFacts,
}

fn draft(model: &Model, child: &Statement, outcome: &Statement) -> Draft {
    let case = if outcome.in_table() { "row" } else { "prose" };
    let mut subject = subject_of(model, child);
    let above = model.plan(outcome.plan).region;
    subject.other = above.map(|id| model.catalogue.region_of(id).name.clone());
    let above = StatedValue { region: subject.other.clone(), ..stated_in_full(model, outcome) };
    let mut parent =
        StatementFacts { phrase: model.phrase(outcome).into(), ..tell_statement(model, outcome) };
    parent.of.region = subject.other.clone().unwrap_or_default();
    Draft::new(case, subject, model.place(child))
        .compares(Compared::two(stated_value(model, child), above))
        .tells(LaterThanParentFacts { child: tell_statement(model, child), parent })
        .binding([child, outcome].iter().any(|end| end.class == Some(Class::Binding)))
        .note("parent", model.place(outcome), ())
}
