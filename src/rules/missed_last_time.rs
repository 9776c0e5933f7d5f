//! A reported result that misses what an earlier plan of the region set for its year, of which the new plan says nothing.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::{
    alignment::{Comparison, Gap, units_meet},
    catalogue::RegionId,
    finding::{Draft, Drafts, ExactNumber},
    model::{Measure, Model, Origin, Period, PlanId, Role, Statement},
    quantity::{Basis, Comparator, Decimal, Direction},
    rulebook::{
        Context, StatementFacts, compare_statements, direction_term_key, in_printed_unit,
        printed_unit_of, subject_of, tell_statement,
    },
    syntax::Class,
};

/// Words that own to a miss.
const MISSED: [&str; 20] = [
    "未完成",
    "没有完成",
    "未能完成",
    "未达",
    "没有达到",
    "没达到",
    "未能达到",
    "未实现",
    "没有实现",
    "未能实现",
    "未如期",
    "低于预期",
    "不及预期",
    "低于目标",
    "低于规划",
    "有差距",
    "missed",
    "not met",
    "fell short",
    "below target",
];
/// Words of results that are not final.
const PROVISIONAL: [&str; 6] = ["预计", "初步", "快报", "estimate", "preliminary", "provisional"];

/// Reports each target of an earlier plan, for a year before this one begins, that the reported result of the year misses,
/// where this plan goes on with the indicator and says nothing of it.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let head = context.model.plan(plan);
    let Some((region, period)) = head.region.zip(head.period) else { return };
    if context.forest.earlier(plan).is_empty() {
        return;
    }
    let reports = Reports::of(context, region);
    let mut told = HashSet::new();
    // What a plan sets for one year leaves standing what is set for several, so that both are asked.
    for of_one_year in [false, true] {
        let mut settled = HashSet::new();
        for &earlier in context.forest.earlier(plan) {
            let Some(its) = context.model.plan(earlier).period else { continue };
            if is_of_one_year(its) != of_one_year {
                continue;
            }
            for comparison in context.alignment.plan(earlier) {
                let target = context.model.statement(comparison.child);
                let of = (target.measure, target.year);
                let asked = target.region == Some(region) && is_past_for(target.year, period);
                // Of several such plans the latest that states the target.
                if !asked || !is_promised(context.model, comparison, its) || !settled.insert(of) {
                    continue;
                }
                let miss = Miss::of(context.model, &reports, plan, comparison);
                if let Some(miss) = miss.filter(|_| told.insert(of)) {
                    drafts.push(miss.draft(context.model));
                }
            }
        }
    }
}

fn is_of_one_year(period: Period) -> bool {
    period.start == period.end
}

/// Whether a year lies before a period, and no further back than the period is long: a plan looks back at the last one.
fn is_past_for(year: i32, period: Period) -> bool {
    let long = period.end.saturating_sub(period.start);
    year < period.start && period.start.saturating_sub(year) <= long.saturating_add(1)
}

/// Whether a target has a number of its own for a year that is said or is the last of its plan.
fn is_promised(model: &Model, comparison: &Comparison, period: Period) -> bool {
    let target = model.statement(comparison.child);
    let indicator = model.catalogue.indicator(target.measure.indicator);
    // What is added within the last year is not what is added in all of them, and sums often lack their sign.
    let adds_up = indicator.is_flow() && !is_of_one_year(period);
    target.role == Role::Target
        && is_plain(target)
        && (target.year == period.end || model.says_year(target))
        && !adds_up
}

/// Whether a statement is an unconditional level, or a growth, that is no change against a base.
fn is_plain(said: &Statement) -> bool {
    let relative = said.quantity.as_ref().is_some_and(|quantity| quantity.relative.is_some());
    matches!(said.measure.basis, Basis::Stock | Basis::Growth)
        && said.is_level()
        && said.number.is_some()
        && said.condition().is_none()
        && !relative
}

/// Whether a statement is no rate of change, or one of which it is known that it is of its year and no average.
fn is_of_its_year(model: &Model, said: &Statement) -> bool {
    let rate = said.measure.basis == Basis::Growth
        || model.catalogue.indicator(said.measure.indicator).changes;
    !rate
        || model
            .growths(said.plan)
            .iter()
            .any(|growth| std::ptr::eq(growth.statement, said) && growth.is_of_one_year())
}

/// A target with the result that misses it.
struct Miss<'a> {
    target: &'a Statement,
    result: &'a Statement,
    /// What the new plan sets, where it does not report the result itself.
    next: Option<&'a Statement>,
    gap: Decimal,
    direction: Direction,
    inferred: bool,
}

impl<'a> Miss<'a> {
    fn of(
        model: &'a Model,
        reports: &Reports<'a>,
        plan: PlanId,
        comparison: &Comparison,
    ) -> Option<Self> {
        let target = model.statement(comparison.child);
        let direction = comparison.direction.filter(|&way| way != Direction::Neither)?;
        // What the new plan's table starts from stands beside its target for everybody to see.
        let of_measure = reports.of_measure(&target.measure);
        let own = || of_measure.iter().copied().filter(|said| said.plan == plan);
        let shown =
            |said: &&Statement| said.in_table() && said.is_past() && said.year == target.year;
        if own().any(|said| shown(&said)) {
            return None;
        }
        let results = results(model, of_measure, target);
        // Where any of them meets it, another may be of another vintage or definition.
        let gaps: Option<Vec<Decimal>> =
            results.iter().map(|result| shortfall(model, target, result, direction)).collect();
        let here = results.iter().position(|result| result.plan == plan);
        let (at, gap) = here.or(Some(0)).and_then(|at| Some((at, *gaps?.get(at)?)))?;
        let result = *results.get(at)?;
        let next = || own().find(|said| said.role == Role::Target && said.number.is_some());
        let next = if here.is_some() { None } else { Some(next()?) };
        let of_its_year = is_of_its_year(model, target) && is_of_its_year(model, result);
        if !of_its_year || owns_to_it(model, plan, &[target, result]) {
            return None;
        }
        Some(Self { target, result, next, gap, direction, inferred: target.inferred })
    }

    fn draft(&self, model: &Model) -> Draft {
        let Self { target, result, .. } = *self;
        let binding = target.class == Some(Class::Binding);
        let case = match (self.next.is_some(), binding) {
            (false, false) => "reported",
            (false, true) => "reported-binding",
            (true, false) => "elsewhere",
            (true, true) => "elsewhere-binding",
        };
        let about = self.next.unwrap_or(result);
        let mut subject = subject_of(model, about);
        subject.other = Some(model.plan(target.plan).title.clone());
        let estimate = is_provisional(model, result);
        let draft = Draft::new(case, subject, model.place(about))
            .compares(
                compare_statements(model, result, target)
                    .apart(in_printed_unit(self.gap, target), printed_unit_of(target))
                    .better(Some(self.direction)),
            )
            .tells(MissedLastTimeFacts {
                target: tell_statement(model, target),
                result: tell_statement(model, result),
                gap: in_printed_unit(self.gap, target).into(),
                here: self.next.is_none(),
                next: self.next.map(|next| tell_statement(model, next)),
                estimate,
                direction: direction_term_key(Some(self.direction)),
            })
            .binding(binding)
            .note("target", model.place(target), ());
        let draft = match self.next {
            Some(_) => draft.note("result", model.place(result), ()),
            None => draft,
        };
        if estimate || self.inferred { draft.review() } else { draft }
    }
}

/// What the plans of a region state for it, by what it is of: quotations included, which no other index holds.
struct Reports<'a>(HashMap<Measure, Vec<&'a Statement>>);

impl<'a> Reports<'a> {
    fn of(context: &Context<'a>, region: RegionId) -> Self {
        let mut stated: HashMap<Measure, Vec<&Statement>> = HashMap::new();
        let plans = context.forest.plans_of(region).iter();
        let said = plans.flat_map(|&plan| context.model.statements(plan)).map(|(_, said)| said);
        for said in said.filter(|said| said.region == Some(region)) {
            stated.entry(said.measure).or_default().push(said);
        }
        Self(stated)
    }

    fn of_measure(&self, measure: &Measure) -> &[&'a Statement] {
        self.0.get(measure).map_or(&[], Vec::as_slice)
    }
}

/// What the plans of the region report for the target's year with one exact number; the plan's own table is judged for itself.
fn results<'a>(model: &Model, stated: &[&'a Statement], target: &Statement) -> Vec<&'a Statement> {
    let exact = |said: &Statement| {
        said.quantity.as_ref().is_some_and(|quantity| quantity.comparator == Comparator::Reach)
    };
    let reports = |said: &&Statement| {
        let past = said.is_past() || said.role == Role::Citation;
        let elsewhere = said.plan != target.plan || said.origin == Origin::Actual;
        past && elsewhere
            && said.year == target.year
            && model.says_year(said)
            && is_plain(said)
            && exact(said)
            && units_meet(target.unit.as_ref(), said.unit.as_ref())
    };
    stated.iter().copied().filter(reports).collect()
}

/// How far a result is short of a target, in the plain unit; `None` where it meets it, or may do so by its rounding.
fn shortfall(
    model: &Model,
    target: &Statement,
    result: &Statement,
    direction: Direction,
) -> Option<Decimal> {
    let (wanted, reached) = (target.number?, result.number?);
    let Gap(gap) = Gap::between(direction, reached, wanted)?;
    let slack = model.half_printed_digit(result, reached);
    let best = match direction {
        Direction::Lower => reached.checked_sub(slack)?,
        _ => reached.checked_add(slack)?,
    };
    // The set is wider than its number for 75左右.
    let set = target.interval()?;
    (gap > slack && !set.holds(reached) && !set.holds(best)).then_some(gap)
}

/// Whether the sentences of a plan that speak of an indicator, or those beside them, own to a miss.
fn owns_to_it(model: &Model, plan: PlanId, said: &[&Statement]) -> bool {
    let Some(source) = model.sources.get(model.plan(plan).file) else { return false };
    let indicators = said.iter().map(|said| model.catalogue.indicator(said.measure.indicator));
    let known = indicators.flat_map(|one| one.aliases.iter().chain([&one.name]));
    let printed = said.iter().map(|said| model.printed_name(said));
    let names: Vec<&str> = known.map(|name| &**name).chain(printed).collect();
    let sentences: Vec<&str> = source.text.split(['。', '！', '；', ';', '\n']).collect();
    let owns = |words: &&str| MISSED.iter().any(|missed| words.contains(missed));
    sentences.iter().enumerate().any(|(at, words)| {
        let beside = sentences.get(at.saturating_sub(1)..=at + 1);
        let beside = beside.or_else(|| sentences.get(at.saturating_sub(1)..));
        names.iter().any(|name| words.contains(name)) && beside.is_some_and(|b| b.iter().any(owns))
    })
}

/// Whether the number of a result is not final by its own words.
fn is_provisional(model: &Model, result: &Statement) -> bool {
    let words = model.phrase(result).to_lowercase();
    result.role == Role::Estimate || PROVISIONAL.iter().any(|word| words.contains(word))
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct MissedLastTimeFacts {
    target: StatementFacts,
    result: StatementFacts,
    gap: ExactNumber,
    here: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<StatementFacts>,
    estimate: bool,
    direction: &'static str,
}
