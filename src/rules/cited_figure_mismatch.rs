//! A quoted figure that differs from what the plans of its region state.

use serde::Serialize;

use crate::{
    alignment::units_meet,
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, PlanId, Role, Statement},
    quantity::{Comparator, Decimal},
    rulebook::{
        Context, StatementFacts, compare_statements, in_printed_unit, printed_unit_of, subject_of,
        tell_statement,
    },
};

/// Reports each quoted figure of a region whose plans all state another one for the same year.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let quoted = model.statements(plan).map(|(_, statement)| statement);
    for quote in quoted.filter(|statement| statement.role == Role::Citation) {
        let sources = stated_by_quoted_region(context, quote);
        let agrees = |source: &&Statement| unexplained_gap(model, quote, source).is_none();
        // Plans of one region may state several vintages; a quote that agrees with any of them is right.
        if sources.iter().any(agrees) {
            continue;
        }
        // A final figure weighs more than an estimate; among equals the later plan's stands first.
        let best = sources.iter().min_by_key(|source| source.role == Role::Estimate);
        if let Some((source, gap)) =
            best.and_then(|s| Some((*s, unexplained_gap(model, quote, s)?)))
        {
            drafts.push(draft(model, quote, source, gap));
        }
    }
}

/// What the plans of the quoted region state for that year, the latest plan's first: values up to the quoting plan's base year, targets after it.
fn stated_by_quoted_region<'a>(context: &Context<'a>, quote: &Statement) -> Vec<&'a Statement> {
    let model = context.model;
    let Some(region) = quote.region.filter(|_| quote.number.is_some()) else { return Vec::new() };
    let start = model.plan(quote.plan).period.map(|period| period.start);
    // A figure of a year that the quoting plan plans for can only be quoted from a target.
    let past = start.is_none_or(|start| quote.year < start);
    let condition = |s: &Statement| s.quantity.as_ref().and_then(|q| q.condition.clone());
    let fits = |source: &&Statement| {
        let role = if past { source.is_past() } else { source.role == Role::Target };
        role && source.year == quote.year
            && source.measure == quote.measure
            && source.number.is_some()
            && condition(source) == condition(quote)
            && units_meet(source.unit.as_ref(), quote.unit.as_ref())
    };
    let plans = context.forest.plans_of(region).iter();
    plans
        .flat_map(|&plan| model.stated(plan, region, quote.measure.indicator))
        .map(|&id| model.statement(id))
        .filter(fits)
        .collect()
}

/// How far the two are apart; `None` when the rounding of the coarser one explains it, or a quoted bound holds the figure.
fn unexplained_gap(model: &Model, quote: &Statement, source: &Statement) -> Option<Decimal> {
    let (one, other) = (quote.number?, source.number?);
    if bounds(quote, other) {
        return None;
    }
    // The coarser of the two decides: 72.2 quotes 72.17 rightly.
    let slack = model.half_printed_digit(quote, one).max(model.half_printed_digit(source, other));
    Some((one - other).abs()).filter(|gap| *gap > slack)
}

/// Whether the quote states only a bound, and `figure` keeps it: 5%以内 of 4.1.
fn bounds(quote: &Statement, figure: Decimal) -> bool {
    let Some(quantity) = &quote.quantity else { return false };
    match quantity.comparator {
        Comparator::AtLeast => quantity.low.is_some_and(|low| figure >= low),
        Comparator::MoreThan => quantity.low.is_some_and(|low| figure > low),
        Comparator::AtMost => quantity.high.is_some_and(|high| figure <= high),
        Comparator::LessThan => quantity.high.is_some_and(|high| figure < high),
        _ => false,
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct CitedFigureMismatchFacts {
    quote: StatementFacts,
    source: StatementFacts,
    target: bool,
    gap: ExactNumber,
}

fn draft(model: &Model, quote: &Statement, source: &Statement, gap: Decimal) -> Draft {
    let case = if source.role == Role::Estimate { "estimate" } else { "final" };
    let mut subject = subject_of(model, quote);
    subject.other = Some(model.plan(source.plan).title.clone());
    Draft::new(case, subject, model.place(quote))
        .compares(
            compare_statements(model, quote, source)
                .apart(in_printed_unit(gap, quote), printed_unit_of(quote)),
        )
        .tells(CitedFigureMismatchFacts {
            quote: tell_statement(model, quote),
            source: tell_statement(model, source),
            target: source.role == Role::Target,
            gap: in_printed_unit(gap, quote).into(),
        })
        .note("source", model.place(source), ())
}
