//! A number that its indicator cannot take.

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, ExactNumber},
    model::{Model, PlanId, Statement},
    quantity::{Basis, Bound, Decimal, Interval, Relative},
    rulebook::{
        Context, StatementFacts, in_printed_unit, stated_value, subject_of, tell_statement,
    },
    syntax::Class,
};

/// Reports each value of the plan, observed ones included, with a number outside the range of its indicator.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    for (_, statement) in model.statements(plan) {
        let indicator = model.catalogue.indicator(statement.measure.indicator);
        let outside = |number: &Decimal| !indicator.range.holds(*number);
        if in_unit_of_range(model, statement)
            && let Some(number) =
                numbers_of_indicator(statement).into_iter().flatten().find(outside)
        {
            let draft = draft(model, statement, &indicator.range, number);
            // Without a catalogue the range is read from the name.
            drafts.push(if indicator.is_defined() { draft } else { draft.review() });
        }
    }
}

/// The printed numbers that are values of the indicator: not ranks, not changes, not figures of others.
fn numbers_of_indicator(statement: &Statement) -> [Option<Decimal>; 2] {
    let Some(quantity) = &statement.quantity else { return [None; 2] };
    let measure = &statement.measure;
    // A growth or a change may leave the range of the level it is of: −5 % of a share between 0 and 100.
    let is_value = statement.is_level() && measure.basis == Basis::Stock && !measure.coverage;
    match quantity.relative {
        _ if !is_value => [None; 2],
        None => [quantity.low, quantity.high],
        Some(Relative::Base { .. }) => [statement.number, None],
        Some(Relative::Of(_)) => [None; 2],
    }
}

fn in_unit_of_range(model: &Model, statement: &Statement) -> bool {
    let ranged = &model.catalogue.indicator(statement.measure.indicator).unit;
    match (ranged, &statement.unit) {
        // The range counts in the unit of the catalogue; in another one its ends say nothing.
        (Some(ranged), Some(printed)) => ranged.name == printed.name,
        _ => true,
    }
}

/// The values that an indicator can take.
#[derive(Debug, Serialize)]
struct RangeFacts {
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<ExactNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<ExactNumber>,
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct ValueOutOfRangeFacts {
    value: StatementFacts,
    number: ExactNumber,
    range: RangeFacts,
}

fn draft(model: &Model, statement: &Statement, range: &Interval, number: Decimal) -> Draft {
    let end = |bound: Option<Bound>| Some(in_printed_unit(bound?.value, statement).into());
    let range = RangeFacts { low: end(range.low), high: end(range.high) };
    Draft::new("outside", subject_of(model, statement), model.place(statement))
        .compares(Compared::alone(stated_value(model, statement)))
        .tells(ValueOutOfRangeFacts {
            value: tell_statement(model, statement),
            number: in_printed_unit(number, statement).into(),
            range,
        })
        .binding(statement.class == Some(Class::Binding))
}
