//! A sentence on the coming speed of an indicator, and a planned pace that is the other way than it says.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    alignment::{Start, starts},
    finding::{Draft, Drafts, ExactNumber},
    model::{Model, PlanId, Role, Speed, SpeedClaim, SpokenText, Statement, ToldRise},
    quantity::{Basis, Comparator, Decimal},
    rulebook::{
        Context, StatementFacts, compare_statements, in_printed_unit, subject_of, tell_statement,
    },
    syntax::Class,
    text::{Place, Span},
};

/// From this factor between two paces on one of them is faster, in tenths.
// A choice that the sheet prints: less may be a matter of rounding and of the years that were chosen.
const FASTER: i64 = 12;
/// From this factor on it is no longer steady, in tenths.
// Wider, for what is steady may be meant roughly.
const UNSTEADY: i64 = 15;
/// Years between two observed values that show a pace.
const YEARS: i32 = 3;

/// What sentences call an indicator besides the names of the catalogue.
// As a name of the catalogue it would be found in 城镇常住人口全覆盖.
const SPOKEN: [(&str, &str); 1] = [("常住人口城镇化率", "城镇人口比重")];

/// Reports the first sentence on the speed of each share whose planned pace is the other way, compared with every past pace that
/// the plan tells.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let head = model.plan(plan);
    let Some(end) = head.target_year() else { return };
    let Some(text) = model.spoken(plan) else { return };
    let mut seen = HashSet::new();
    for start in starts(model, context.alignment, plan) {
        let target = start.target;
        let asked = target.year == end && target.region.is_some() && target.region == head.region;
        if !asked || !is_rising_share(model, target) || !seen.insert(target.measure) {
            continue;
        }
        let names = names_of(model, target);
        let claims = text.speed_claims(&names);
        // Few plans speak of any speed, and then no past is looked for.
        if claims.is_empty() {
            continue;
        }
        let past = past_paces(model, &text, &start, &names);
        let Some(planned) = yearly(start.number, start.from, target.year - start.base.year) else {
            continue;
        };
        let mut against = claims;
        against.retain(|claim| {
            past.iter().all(|past| contradicts(claim.speed, past.yearly, planned) == Some(true))
        });
        if let Some((past, (first, again))) = past.first().zip(against.split_first()) {
            let draft = draft(model, &start, past, planned, *first);
            // Whoever rewords one sentence has to reword the others.
            drafts.push(again.iter().fold(draft, |draft, claim| {
                let words = ClaimNote { claim: model.words(head.file, claim.span).into() };
                draft.note("claim", Place::new(head.file, claim.span), words)
            }));
        }
    }
}

/// Whether a target is a share in percent: how fast money and people grow is told as a rate, which a straight line does not show.
fn is_rising_share(model: &Model, target: &Statement) -> bool {
    let indicator = model.catalogue.indicator(target.measure.indicator);
    let percent = target.unit.as_ref().is_some_and(|unit| &*unit.name == "%");
    percent && !indicator.changes && !indicator.is_flow() && target.measure.scope.is_none()
}

/// What a plan may call an indicator in its sentences.
fn names_of<'a>(model: &'a Model, target: &'a Statement) -> Vec<&'a str> {
    let indicator = model.catalogue.indicator(target.measure.indicator);
    let known = indicator.aliases.iter().chain([&indicator.name]).map(|name| &**name);
    let own: Vec<&str> = known.chain([model.printed_name(target)]).collect();
    let spoken = SPOKEN.iter().filter(|(name, _)| own.contains(name)).map(|(_, spoken)| *spoken);
    own.iter().copied().chain(spoken).collect()
}

/// A past pace with what tells it.
struct Past<'a> {
    change: Decimal,
    years: i32,
    yearly: Decimal,
    /// The observed value it is counted from; none where the change itself is told.
    from: Option<&'a Statement>,
    span: Span,
}

/// What a plan tells of the pace so far: a rise over years, and an observed value before the base.
fn past_paces<'a>(
    model: &'a Model,
    text: &SpokenText,
    start: &Start<'a>,
    names: &[&str],
) -> Vec<Past<'a>> {
    let told = text.told_rise(names).and_then(|ToldRise { points, years, span }| {
        let yearly = yearly(points, Decimal::ZERO, years)?;
        Some(Past { change: points, years, yearly, from: None, span })
    });
    let base = start.base;
    let before = |said: &&Statement| {
        let exact = |said: &Statement| {
            said.quantity.as_ref().is_some_and(|quantity| quantity.comparator == Comparator::Reach)
        };
        (said.is_past() || said.role == Role::Citation)
            && said.region == base.region
            && said.measure == base.measure
            && said.measure.basis == Basis::Stock
            && said.condition().is_none()
            && exact(said)
            && said.year + YEARS <= base.year
    };
    let observed = model.statements(start.target.plan).map(|(_, said)| said).filter(before);
    let observed = observed.max_by_key(|said| said.year).and_then(|from| {
        let years = base.year - from.year;
        let change = start.from.checked_sub(from.number?)?;
        let yearly = yearly(start.from, from.number?, years)?;
        Some(Past { change, years, yearly, from: Some(from), span: from.words })
    });
    told.into_iter().chain(observed).collect()
}

/// What a change comes to in a year.
fn yearly(to: Decimal, from: Decimal, years: i32) -> Option<Decimal> {
    to.checked_sub(from)?.checked_div(Decimal::from(years))
}

/// Whether words on speed say the contrary of two paces; `None` where one of them does not rise.
fn contradicts(speed: Speed, past: Decimal, planned: Decimal) -> Option<bool> {
    if past <= Decimal::ZERO || planned <= Decimal::ZERO {
        return None;
    }
    let exceeds = |fast: Decimal, slow: Decimal, tenths: i64| {
        Some(fast >= slow.checked_mul(Decimal::new(tenths, 1))?)
    };
    match speed {
        Speed::Slower => exceeds(planned, past, FASTER),
        Speed::Faster => exceeds(past, planned, FASTER),
        Speed::Steady => {
            Some(exceeds(planned, past, UNSTEADY)? || exceeds(past, planned, UNSTEADY)?)
        }
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct WordsAgainstNumbersFacts {
    claim: String,
    target: StatementFacts,
    base: StatementFacts,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<StatementFacts>,
    change: ExactNumber,
    years: i32,
    past: ExactNumber,
    planned: ExactNumber,
    ratio: ExactNumber,
}

/// What is told of another sentence that says so.
#[derive(Debug, Serialize)]
struct ClaimNote {
    claim: String,
}

fn draft(model: &Model, start: &Start, past: &Past, planned: Decimal, claim: SpeedClaim) -> Draft {
    let (target, base) = (start.target, start.base);
    let file = model.plan(target.plan).file;
    let printed = |value: Decimal| ExactNumber(in_printed_unit(value, target));
    let case = match claim.speed {
        Speed::Slower => "slower",
        Speed::Faster => "faster",
        Speed::Steady => "steady",
    };
    let ratio = planned.checked_div(past.yearly).unwrap_or_default();
    let told = past.from.map_or_else(|| Place::new(file, past.span), |from| model.place(from));
    Draft::new(case, subject_of(model, target), Place::new(file, claim.span))
        .compares(compare_statements(model, target, base))
        .tells(WordsAgainstNumbersFacts {
            claim: model.words(file, claim.span).into(),
            target: tell_statement(model, target),
            base: tell_statement(model, base),
            from: past.from.map(|from| tell_statement(model, from)),
            change: printed(past.change),
            years: past.years,
            past: printed(past.yearly),
            planned: printed(planned),
            ratio: ratio.into(),
        })
        .binding(target.class == Some(Class::Binding))
        .note("past", told, ())
        .note("target", model.place(target), ())
        // Words are weighed by people.
        .review()
}
