//! A level and a yearly growth of one indicator that lead to different values.

use serde::Serialize;

use crate::{
    alignment::{Start, starts},
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, PlanId, Role, Statement},
    quantity::{Basis, Comparator, Decimal},
    rulebook::{
        Context, StatementFacts, compare_statements, in_printed_unit, printed_unit_of, subject_of,
        tell_statement,
    },
    syntax::{Class, ColumnKind},
};

/// Longer than any plan looks ahead.
// A bound on a loop over years that a file may print as it likes.
const LONGEST: i32 = 50;

/// Reports each yearly growth that does not lead from the baseline to the level the plan sets for the same year.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for start in starts(model, context.alignment, plan) {
        let Some(region) = start.target.region else { continue };
        let stated = model.stated(plan, region, start.target.measure.indicator).iter();
        let fits = |growth: &&Statement| goes_with(growth, &start) && spans(model, growth, &start);
        for growth in stated.map(|&id| model.statement(id)).filter(fits) {
            let led = led_to(model, &start, growth);
            if let Some(led) = led.filter(|led| !led.explains(model, &start)) {
                drafts.push(draft(model, &start, growth, &led));
            }
        }
    }
}

/// Whether a statement is the yearly growth, in percent, up to the year of the level; the growth of a percentage may as
/// well be meant in percentage points.
fn goes_with(growth: &Statement, start: &Start) -> bool {
    let percent = |s: &Statement| s.unit.as_ref().is_some_and(|unit| &*unit.name == "%");
    let yearly = matches!(growth.measure.basis, Basis::Growth | Basis::PerYear);
    growth.role == Role::Target
        && yearly
        && growth.is_level()
        && percent(growth)
        // Growth of a percentage may be meant in points: 75% and 1.2% a year.
        && !percent(start.target)
        && growth.measure.scope == start.target.measure.scope
        && growth.year == start.target.year
}

/// Whether a growth is that of the whole way from the base: under a head that says a year and no average it is the growth
/// of that year alone.
fn spans(model: &Model, growth: &Statement, start: &Start) -> bool {
    let (table, _, column) = growth.at;
    let tables = model.tree(growth.file).map(|tree| &tree.tables);
    let head = tables.and_then(|tables| tables.get(table as usize)?.columns.get(column as usize));
    let of_year = head.filter(|head| {
        let words = model.words(growth.file, head.span).to_lowercase();
        matches!(head.kind, ColumnKind::Growth { .. })
            && !["年均", "annual", "average"].iter().any(|word| words.contains(word))
    });
    // Over a single year the growth of the year and of the way are one.
    of_year.is_none() || start.target.year - start.base.year <= 1
}

/// Where a growth leads, at the ends of what its printed number may be rounded from.
struct GrowthLevel {
    least: Decimal,
    plain: Decimal,
    most: Decimal,
}

fn led_to(model: &Model, start: &Start, growth: &Statement) -> Option<GrowthLevel> {
    let rate = growth.number?;
    let years = start.target.year - start.base.year;
    let slack = printed_slack(model, growth, rate);
    let rounded = model.half_printed_digit(start.base, start.from);
    // Both the base and the rate are rounded, and over five years a tenth of a percent becomes half a
    // percent of the level.
    let led = |from: Decimal, rate: Decimal| grown(from, rate, years);
    Some(GrowthLevel {
        least: led(start.from.checked_sub(rounded)?, rate.checked_sub(slack)?)?,
        plain: led(start.from, rate)?,
        most: led(start.from.checked_add(rounded)?, rate.checked_add(slack)?)?,
    })
}

/// `from` after `years` years at `rate` percent each.
fn grown(from: Decimal, rate: Decimal, years: i32) -> Option<Decimal> {
    let factor = rate.checked_div(Decimal::ONE_HUNDRED)?.checked_add(Decimal::ONE)?;
    let mut value = Some(from);
    for _ in 0..years.clamp(0, LONGEST) {
        value = value?.checked_mul(factor);
    }
    value
}

/// How far a printed number may be off: by rounding, or by what 左右 reaches.
fn printed_slack(model: &Model, statement: &Statement, number: Decimal) -> Decimal {
    let rounded = model.half_printed_digit(statement, number);
    let about = statement.quantity.as_ref().map(|q| q.comparator) == Some(Comparator::Approx);
    let ends = statement.interval().filter(|_| about);
    let ends = ends.into_iter().flat_map(|set| [set.low, set.high]).flatten();
    ends.filter_map(|end| Some(end.value.checked_sub(number)?.abs())).fold(rounded, Decimal::max)
}

impl GrowthLevel {
    /// Whether rounding explains the level; what is too large to tell counts as explained.
    fn explains(&self, model: &Model, start: &Start) -> bool {
        let slack = printed_slack(model, start.target, start.number);
        let most = start.number.checked_add(slack);
        let least = start.number.checked_sub(slack);
        // Two ranges that touch agree: somewhere in both the printed numbers are right.
        most.is_none_or(|most| most >= self.least) && least.is_none_or(|least| least <= self.most)
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct GrowthLevelMismatchFacts {
    growth: StatementFacts,
    level: StatementFacts,
    base: StatementFacts,
    led: ExactNumber,
    gap: ExactNumber,
    below: bool,
}

fn draft(model: &Model, start: &Start, growth: &Statement, led: &GrowthLevel) -> Draft {
    let mut subject = subject_of(model, growth);
    subject.other = Some(start.base.year.to_string().into());
    let gap = led.plain.checked_sub(start.number).unwrap_or_default().abs();
    Draft::new("apart", subject, model.place(growth))
        .compares(
            compare_statements(model, growth, start.target)
                .apart(in_printed_unit(gap, start.target), printed_unit_of(start.target)),
        )
        .tells(GrowthLevelMismatchFacts {
            growth: tell_statement(model, growth),
            level: tell_statement(model, start.target),
            base: tell_statement(model, start.base),
            led: in_printed_unit(led.plain, start.target).into(),
            gap: in_printed_unit(gap, start.target).into(),
            below: led.plain < start.number,
        })
        .binding([growth, start.target].iter().any(|end| end.class == Some(Class::Binding)))
        .note("level", model.place(start.target), ())
        .note("base", model.place(start.base), ())
}
