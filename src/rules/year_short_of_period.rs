//! A number for one year that falls short of the yearly pace which a target for the period still needs.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::{
    alignment::along,
    catalogue::{Path, RegionId},
    finding::{Draft, Drafts, ExactNumber},
    model::{Growth, Model, PlanId, Role},
    quantity::{Decimal, Direction},
    rulebook::{Context, StatementFacts, compare_statements, subject_of, tell_statement},
    syntax::Class,
};

/// More years than any period has.
// A bound on a loop over years that a file may print as it likes.
const LONGEST: i32 = 50;

/// Reports each growth that a plan sets for one year below the yearly average that it, or another plan of the region, sets
/// for a period around that year.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let own = model.growths(plan);
    let mut years: Vec<&Growth> = Vec::new();
    for year in own.iter().filter(|growth| is_target(growth) && growth.is_of_one_year()) {
        // What the table says goes before what the text repeats.
        if !years.iter().any(|seen| seen.first == year.first && seen.is_of_the_same_as(year)) {
            years.push(year);
        }
    }
    let rises = |year: &&Growth| {
        let indicator = model.catalogue.indicator(year.statement.measure.indicator);
        indicator.direction == Some(Direction::Higher)
    };
    years.retain(rises);
    // Few plans set anything for one year, and then no other plan is asked.
    let regions: BTreeSet<RegionId> =
        years.iter().filter_map(|year| year.statement.region).collect();
    let others = |region| context.forest.plans_of(region).iter().filter(|&&other| other != plan);
    let others: BTreeMap<RegionId, Vec<Growth>> = regions
        .into_iter()
        .map(|region| (region, others(region).flat_map(|&other| model.growths(other)).collect()))
        .collect();
    for year in years {
        let beside = year.statement.region.and_then(|region| others.get(&region));
        let known = || own.iter().chain(beside.into_iter().flatten());
        let period = known().find(|period| is_target(period) && covers(period, year));
        let pace = period.and_then(|period| Pace::of(model, known, year, period));
        if let Some(draft) = pace.and_then(|pace| pace.draft(model)) {
            drafts.push(draft);
        }
    }
}

fn is_target(growth: &Growth) -> bool {
    growth.statement.role == Role::Target
}

/// Whether a growth is the average of years of which the other is one.
fn covers(period: &Growth, year: &Growth) -> bool {
    !period.is_of_one_year()
        && (period.first..=period.last).contains(&year.first)
        && period.last - period.first < LONGEST
        && period.is_of_the_same_as(year)
}

/// What the period still needs beside what the year is to bring.
struct Pace<'a> {
    year: &'a Growth<'a>,
    period: &'a Growth<'a>,
    /// Years of the period whose growth is reported.
    passed: i32,
    /// What each year from this one on has to bring on average.
    needed: Decimal,
    /// How far that may be off by the rounding of what was reported.
    slack: Decimal,
    /// What each year behind this one has to bring if this one brings what is planned.
    rest: Option<Decimal>,
}

impl<'a> Pace<'a> {
    /// `None` where not every year before this one is reported: then nobody knows what is still needed.
    fn of<I: Iterator<Item = &'a Growth<'a>>>(
        model: &Model,
        known: impl Fn() -> I,
        year: &'a Growth<'a>,
        period: &'a Growth<'a>,
    ) -> Option<Self> {
        let passed = year.first - period.first;
        let reported = (period.first..year.first)
            .map(|at| reported(model, known(), year, at))
            .collect::<Option<Vec<_>>>()?;
        let mut open = (period.first..=period.last)
            .try_fold(Decimal::ONE, |grown, _| grown.checked_mul(factor(period.rate)?))?;
        let mut slack = Decimal::ZERO;
        for (rate, rounded) in reported {
            open = open.checked_div(factor(rate)?)?;
            slack = slack.checked_add(rounded)?;
        }
        let left = period.last - year.first + 1;
        let needed = if passed == 0 { period.rate } else { yearly(open, left)? };
        let behind = open.checked_div(factor(year.rate)?)?;
        let rest = (left > 1).then(|| yearly(behind, left - 1)).flatten();
        Some(Self { year, period, passed, needed, slack, rest })
    }

    fn case(&self) -> Option<&'static str> {
        let (year, period) = (self.year.statement, self.period.statement);
        if self.year.rate.checked_add(self.slack)? < self.needed {
            return Some(if period.class.is_some() { "short" } else { "unclassed" });
        }
        let softer = !year.interval()?.within(period.interval()?);
        (self.passed == 0 && self.year.rate == self.needed && softer).then_some("softer")
    }

    fn draft(&self, model: &Model) -> Option<Draft> {
        let case = self.case()?;
        let (year, period) = (self.year.statement, self.period.statement);
        let gap = self.needed.checked_sub(self.year.rate)?;
        let mut subject = subject_of(model, year);
        subject.other = Some(model.plan(period.plan).title.clone());
        let draft = Draft::new(case, subject, model.place(year))
            .compares(
                compare_statements(model, year, period)
                    .apart(gap, "%".into())
                    .better(Some(Direction::Higher)),
            )
            .tells(YearShortOfPeriodFacts {
                year: tell_statement(model, year),
                period: tell_statement(model, period),
                own: year.plan == period.plan,
                first: self.period.first,
                last: self.period.last,
                passed: self.passed,
                needed: self.needed.into(),
                rest: self.rest.map(Into::into),
                left: self.period.last - self.year.first,
            })
            .binding([year, period].iter().any(|end| end.class == Some(Class::Binding)))
            .note("period", model.place(period), ());
        Some(draft)
    }
}

/// What is reported of the growth of one year, with half its last digit.
fn reported<'a>(
    model: &Model,
    mut known: impl Iterator<Item = &'a Growth<'a>>,
    of: &Growth,
    year: i32,
) -> Option<(Decimal, Decimal)> {
    let past = |growth: &&Growth| {
        matches!(growth.statement.role, Role::Observed | Role::Estimate | Role::Citation)
            && growth.is_of_one_year()
            && growth.first == year
            && growth.is_of_the_same_as(of)
    };
    let found = known.find(past)?;
    Some((found.rate, model.half_printed_digit(found.statement, found.rate)))
}

/// What a growth multiplies a level by; what shrinks to nothing has none.
fn factor(rate: Decimal) -> Option<Decimal> {
    let factor = rate.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
    (factor > Decimal::ZERO).then_some(factor)
}

/// The rate that multiplies a level by `grown` in so many years.
fn yearly(grown: Decimal, years: i32) -> Option<Decimal> {
    let factor = along(Path::Compound, (0, Decimal::ONE), (years, grown), 1)?;
    factor.checked_sub(Decimal::ONE)?.checked_mul(Decimal::ONE_HUNDRED).map(|r| r.normalize())
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct YearShortOfPeriodFacts {
    year: StatementFacts,
    period: StatementFacts,
    own: bool,
    first: i32,
    last: i32,
    passed: i32,
    needed: ExactNumber,
    #[serde(skip_serializing_if = "Option::is_none")]
    rest: Option<ExactNumber>,
    left: i32,
}
