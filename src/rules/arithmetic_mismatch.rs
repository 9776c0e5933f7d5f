//! A printed share, sum, difference or growth that does not recompute.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, ExactNumber, StatedValue},
    model::{Arithmetic, Model, PlanId, PrintedResult, Share},
    quantity::{Decimal, Reckoned, Rounded, Signs, magnitude_word},
    rulebook::{Context, PlanFacts, subject_of_arithmetic, tell_plan},
};

/// Reports each 核算 row whose printed result lies outside what its rounded numbers can give.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for row in context.model.arithmetic(plan) {
        let (Some(reckoned), Some(printed)) = (&row.reckoned, &row.printed) else { continue };
        let readings = readings(reckoned, printed);
        // One reading that comes out is enough: a row is wrong only where no way of reading its signs
        // makes it right.
        if readings.iter().any(|value| value.meets(printed.value)) {
            continue;
        }
        // The nearest is told, for the drafter most likely meant that one.
        let off = |value: &&Rounded| value.middle().saturating_sub(printed.number).abs();
        if let Some(nearest) = readings.iter().min_by_key(off) {
            drafts.push(draft(context.model, row, *nearest, printed));
        }
    }
}

/// What the expression can come to in the unit of its result, as far as the signs beside the numbers leave that open: a
/// share of counts, or of numbers that are percentages already; numbers of a table that counts in 万; a fall reckoned from
/// the larger number.
fn readings(reckoned: &Reckoned, printed: &PrintedResult) -> Vec<Rounded> {
    let Signs { share, magnitude } = reckoned.signs;
    let factors = match printed.share {
        Some(unit) if share => vec![unit.whole()],
        // 0.62 and 62 may both be what a share printed as 62% was reckoned from; where the signs say it,
        // only one of them.
        Some(unit) => vec![unit.whole(), Decimal::ONE],
        None if share && !printed.has_unit => vec![Decimal::ONE, Decimal::ONE_HUNDRED],
        None if !magnitude => vec![Decimal::ONE, printed.factor],
        None => vec![Decimal::ONE],
    };
    let values: Vec<Rounded> =
        factors.into_iter().filter_map(|factor| reckoned.value.scaled(factor)).collect();
    // A fall of 5% may be written as 5 or as −5, beside numbers that fall.
    let turned = values.iter().filter(|_| printed.falls).map(|value| value.negative());
    turned.chain(values.iter().copied()).collect()
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct ArithmeticMismatchFacts {
    told: PlanFacts,
    expression: Arc<str>,
    result: Arc<str>,
    value: ExactNumber,
    sign: &'static str,
}

fn draft(model: &Model, row: &Arithmetic, value: Rounded, printed: &PrintedResult) -> Draft {
    let mut subject = subject_of_arithmetic(model, row);
    subject.other = Some(model.words(row.file, row.result).into());
    let plain = |number: Decimal| number.checked_div(printed.factor).unwrap_or(number);
    // One digit more than is printed shows on which side of the rounding the result lies.
    let digits = plain(printed.number).normalize().scale() + 1;
    let sign = printed.share.map(Share::sign).or_else(|| magnitude_word(printed.factor));
    let unit: Arc<str> = sign.unwrap_or_default().into();
    let result = StatedValue {
        words: model.words(row.file, row.result).into(),
        ..StatedValue::reckoned(plain(printed.number), Arc::clone(&unit))
    };
    let reckoned = plain(value.middle()).round_dp(digits).normalize();
    Draft::new("mismatch", subject, model.result_place(row))
        .compares(Compared::two(result, StatedValue::reckoned(reckoned, unit)))
        .tells(ArithmeticMismatchFacts {
            told: tell_plan(model, row.plan),
            expression: model.words(row.file, row.expression).into(),
            result: model.words(row.file, row.result).into(),
            value: reckoned.into(),
            sign: sign.unwrap_or_default(),
        })
}
