//! A printed share, sum, difference or growth that does not recompute.

use crate::{
    finding::{Draft, Drafts, Subject},
    model::{Arithmetic, Model, PlanId, PrintedResult},
    quantity::{Decimal, Reckoned, Rounded},
    rulebook::{Context, tell_plan},
};

/// Reports each 核算 row whose printed result lies outside what its rounded numbers can give.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    for row in context.model.arithmetic(plan) {
        let (Some(reckoned), Some(printed)) = (&row.reckoned, &row.printed) else { continue };
        let comes_to = readings(reckoned, printed);
        let agrees = comes_to.iter().flatten().any(|value| value.meets(printed.value));
        if let ([Some(value), _], false) = (comes_to, agrees) {
            drafts.push(draft(context.model, row, value, printed));
        }
    }
}

/// What the expression comes to in the unit of its result: a share in percent, or, of numbers that are percentages
/// themselves, as it is.
fn readings(reckoned: &Reckoned, printed: &PrintedResult) -> [Option<Rounded>; 2] {
    let hundredfold = reckoned.value.scaled(Decimal::ONE_HUNDRED);
    match (printed.percent, reckoned.percent) {
        (true, true) => [hundredfold, None],
        (true, false) => [hundredfold, Some(reckoned.value)],
        (false, _) => [Some(reckoned.value), None],
    }
}

fn draft(model: &Model, row: &Arithmetic, value: Rounded, printed: &PrintedResult) -> Draft {
    let mut subject = subject(model, row);
    subject.other = Some(model.words(row.file, row.result).into());
    let digits = printed.number.normalize().scale() + 1;
    Draft::new("mismatch", subject, model.result_place(row))
        .with("told", tell_plan(model, row.plan))
        .with("expression", model.words(row.file, row.expression))
        .with("result", model.words(row.file, row.result))
        .with("value", value.middle().round_dp(digits).normalize())
        .with("percent", printed.percent)
}

/// What a finding about a 核算 row is about: the expression stands for the indicator.
pub fn subject(model: &Model, row: &Arithmetic) -> Subject {
    let head = model.plan(row.plan);
    Subject {
        plan: Some(head.title.clone()),
        region: head.region.map(|id| model.catalogue.region_of(id).name.clone()),
        indicator: Some(model.words(row.file, row.expression).into()),
        year: None,
        other: None,
    }
}
