//! The weakest statements that the figures above accept, as phrases that can be written into a table.

use rust_decimal::RoundingStrategy;
use serde::Serialize;

use crate::{
    model::{Model, Statement},
    quantity::{Basis, Bound, Comparator, Decimal, Direction, Interval, Unit, as_printed},
    text::Keyed,
};

use super::{
    Against, Asks, Comparison, Cutoffs, Demand, FigureSource, Gap, Standing, WeakestEnd, weakest,
};

/// Which of the region's own figures a target must not fall behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnFigure {
    /// What it has reached.
    OwnBase,
    /// What its earlier plan set.
    EarlierPlan,
    /// What the plan sets for an earlier year.
    Milestone,
    /// What the plan's text says for the same year.
    OwnProse,
}

impl Keyed for OwnFigure {}

/// A phrase and how a target that reads so stands to the figures above.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proposal {
    /// How such a target stands to the figures above.
    pub standing: Standing,
    /// The phrase.
    pub phrase: String,
    /// Whether the number itself is not enough: it has to be beaten.
    #[serde(skip)]
    pub beats: bool,
    /// The number in the printed unit; `None` where the words of the level above are taken over as they stand.
    #[serde(serialize_with = "as_printed")]
    pub number: Option<Decimal>,
    /// The figure of the region's own that asks for more than the levels above do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lifted_by: Option<OwnFigure>,
}

/// The weakest statements for a target that stands `like` another, each weaker than the one before.
#[must_use]
pub fn propose(
    model: &Model,
    cutoffs: &Cutoffs,
    like: &Statement,
    comparison: &Comparison,
) -> Vec<Proposal> {
    let range = model.catalogue.indicator(like.measure.indicator).range;
    let factor = like.unit.as_ref().map_or(Decimal::ONE, |unit: &Unit| unit.factor);
    let steps = || {
        let against = comparison.against.iter();
        let demands: Vec<Demand> =
            against.map(|one| demand_of_figure(one, factor)).collect::<Option<_>>()?;
        let range = scaled(&range, factor)?;
        let digits = most_printed_digits(model, comparison, factor);
        let steps = weakest(comparison.direction?, &demands, &range, cutoffs, digits);
        Some(steps.into_iter().filter(|step| range.holds(step.end.value)).collect::<Vec<_>>())
    };
    let steps = steps().unwrap_or_default();
    // A number is proposed where one can say it; else the words above are all there is.
    if steps.is_empty() {
        return taken_over(model, comparison).into_iter().collect();
    }
    let proposal = |step: &WeakestEnd| {
        let words = words_of(model, comparison, factor, step);
        // A number that counts otherwise than its column says means the same in the words of the level above only.
        let plain = like.measure.basis == Basis::Stock && !like.measure.coverage;
        let number = step.end.value.normalize();
        let has_number = words.is_none_or(|words| !says_all(words));
        let phrase = match words {
            Some(words) => model.printed(words).to_owned(),
            None => with_sign_of_side(comparison.direction.filter(|_| plain)?, step.end),
        };
        Some(Proposal {
            standing: step.standing,
            phrase,
            beats: step.end.open,
            number: has_number.then_some(number),
            lifted_by: None,
        })
    };
    steps.iter().filter_map(proposal).collect()
}

fn asks_of_figure(against: &Against) -> Asks {
    match against.verdict {
        None => Asks::Nothing,
        Some(_) if against.binds_each() => Asks::Each,
        Some(_) => Asks::OnAverage,
    }
}

/// A figure as a demand in the printed unit.
fn demand_of_figure(against: &Against, factor: Decimal) -> Option<Demand> {
    let base = against.base.map(|base| base.gap.0.checked_div(factor));
    Some(Demand {
        asks: asks_of_figure(against),
        set: scaled(&against.figure.set, factor)?,
        number: against.figure.number.checked_div(factor)?,
        base: base.flatten().map(Gap),
    })
}

fn scaled(set: &Interval, factor: Decimal) -> Option<Interval> {
    let end = |bound: Option<Bound>| match bound {
        Some(bound) => {
            let value = finite(bound.value.checked_div(factor)?);
            Some(Some(Bound { value: value.normalize(), ..bound }))
        }
        None => Some(None),
    };
    Some(Interval { low: end(set.low)?, high: end(set.high)? })
}

/// A quotient with more digits than this was rounded by the division: 20公顷 are 299.99…9亩.
// Choices between the few digits that plans print and the 28 that a division fills.
const DIVIDED: u32 = 20;
/// Digits to which such a quotient is right.
const RIGHT: u32 = 12;

fn finite(value: Decimal) -> Decimal {
    if value.normalize().scale() > DIVIDED { value.round_dp(RIGHT) } else { value }
}

/// Nobody prints more digits than the first; a number that has them was converted, and is proposed with the second.
// Choices: more digits than these come out of a conversion only, and two are what a converted number is
// worth.
const PRINTED: u32 = 6;
const PROPOSED: u32 = 2;

/// A number that may come out of a conversion, with digits that can be printed and no worse than it is.
pub(super) fn printable(value: Decimal, direction: Direction) -> Option<Decimal> {
    let value = finite(value).normalize();
    let strict = match direction {
        Direction::Higher => RoundingStrategy::ToPositiveInfinity,
        Direction::Lower => RoundingStrategy::ToNegativeInfinity,
        Direction::Neither => return None,
    };
    let converted = value.scale() > PRINTED;
    Some(if converted { value.round_dp_with_strategy(PROPOSED, strict) } else { value })
}

/// The most digits that a figure above or a base prints after its point.
fn most_printed_digits(model: &Model, comparison: &Comparison, factor: Decimal) -> u32 {
    let ids = comparison.against.iter().flat_map(|against| {
        let (first, second) = match against.figure.source {
            FigureSource::Stated(id) => (id, None),
            FigureSource::Between(first, second) => (first, Some(second)),
        };
        let bases = against.base.map(|base| [base.child, base.parent]);
        second.into_iter().chain([first]).chain(bases.into_iter().flatten())
    });
    let printed = |number: Decimal| {
        let digits = finite(number.checked_div(factor)?).normalize().scale();
        Some(if digits > PRINTED { PROPOSED } else { digits })
    };
    ids.filter_map(|id| model.statement(id).number.and_then(printed)).max().unwrap_or_default()
}

/// The number with the sign of its side.
pub(super) fn with_sign_of_side(direction: Direction, end: Bound) -> String {
    let sign = match (direction, end.open) {
        (Direction::Lower, false) => "≤",
        (Direction::Lower, true) => "<",
        (_, false) => "≥",
        (_, true) => ">",
    };
    format!("{sign}{}", end.value.normalize())
}

/// The statement above whose words mean just this step.
fn words_of<'a>(
    model: &'a Model,
    comparison: &Comparison,
    factor: Decimal,
    step: &WeakestEnd,
) -> Option<&'a Statement> {
    // The parent's own words go before a number with a sign: whoever takes them over is met by the same
    // reading.
    let lower = comparison.direction == Some(Direction::Lower);
    let same = |against: &&Against| {
        let set = scaled(&against.figure.set, factor);
        let end = set.and_then(|set| if lower { set.high } else { set.low });
        end.is_some_and(|end| (end.value, end.open) == (step.end.value, step.end.open))
    };
    let compared = comparison.against.iter().filter(|one| asks_of_figure(one) != Asks::Nothing);
    compared.filter(same).find_map(|against| own_words(model, against))
}

/// The words of the nearest figure that has to be met, where no number of its own can say it.
fn taken_over(model: &Model, comparison: &Comparison) -> Option<Proposal> {
    // Only where every child must meet it: words that bind a mean may ask too much of one child.
    let nearest = comparison.against.iter().find(|one| asks_of_figure(one) == Asks::Each)?;
    let phrase = model.printed(own_words(model, nearest)?).to_owned();
    Some(Proposal {
        standing: Standing::Meets,
        phrase,
        beats: false,
        number: None,
        lifted_by: None,
    })
}

/// The statement of a figure whose words mean the same in any plan.
fn own_words<'a>(model: &'a Model, against: &Against) -> Option<&'a Statement> {
    let FigureSource::Stated(id) = against.figure.source else { return None };
    let statement = model.statement(id);
    // Words that name a base, a condition or another figure mean something else in another plan.
    let quantity = statement.quantity.as_ref()?;
    let plain = matches!(
        quantity.comparator,
        Comparator::Reach
            | Comparator::AtLeast
            | Comparator::MoreThan
            | Comparator::AtMost
            | Comparator::LessThan
            | Comparator::Range
            | Comparator::All
    );
    let same = plain && quantity.relative.is_none() && quantity.condition.is_none();
    same.then_some(statement)
}

fn says_all(statement: &Statement) -> bool {
    let comparator = statement.quantity.as_ref().map(|quantity| quantity.comparator);
    comparator == Some(Comparator::All)
}
