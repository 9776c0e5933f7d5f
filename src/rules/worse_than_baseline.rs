//! A target that is worse than the value it starts from.

use std::collections::HashSet;

use serde::Serialize;

use crate::{
    alignment::{Gap, Start, starts},
    finding::{Draft, Drafts, ExactNumber},
    model::PlanId,
    quantity::{Decimal, Direction},
    rulebook::{
        Context, StatementFacts, compare_statements, direction_term_key, in_printed_unit,
        printed_unit_of, subject_of, tell_statement,
    },
    syntax::Class,
};

/// Reports the first target of each series that is worse than its baseline, where the catalogue says which way is better.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let mut said = HashSet::new();
    for start in starts(context.model, context.alignment, plan) {
        let indicator = context.model.catalogue.indicator(start.target.measure.indicator);
        let shown = indicator.shows_progress();
        let Some(direction) = indicator.direction.filter(|_| shown) else { continue };
        let gap = Gap::between(direction, start.number, start.from);
        if let Some(Gap(gap)) = gap.filter(|gap| gap.0 > Decimal::ZERO)
            // The first target of a series: later ones that still lie below the base follow from it.
            && said.insert((start.target.region, start.target.measure))
        {
            drafts.push(draft(context, &start, direction, gap));
        }
    }
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct WorseThanBaselineFacts {
    target: StatementFacts,
    base: StatementFacts,
    gap: ExactNumber,
    /// Whether the target's words leave room for the baseline itself: `85左右` after 85.21.
    leaves_room: bool,
    direction: &'static str,
}

/// Whether the target's words allow as much beyond its number as it stays behind the baseline.
fn leaves_room(start: &Start, direction: Direction, gap: Decimal) -> bool {
    let end = start.target.interval().and_then(|set| match direction {
        Direction::Lower => set.high,
        _ => set.low,
    });
    let room = end.and_then(|end| Gap::between(direction, end.value, start.number));
    room.is_some_and(|Gap(room)| room >= gap)
}

fn draft(context: &Context, start: &Start, direction: Direction, gap: Decimal) -> Draft {
    let model = context.model;
    Draft::new("worse", subject_of(model, start.target), model.place(start.target))
        .compares(
            compare_statements(model, start.target, start.base)
                .apart(in_printed_unit(gap, start.target), printed_unit_of(start.target))
                .better(Some(direction)),
        )
        .tells(WorseThanBaselineFacts {
            target: tell_statement(model, start.target),
            base: tell_statement(model, start.base),
            gap: in_printed_unit(gap, start.target).into(),
            leaves_room: leaves_room(start, direction, gap),
            direction: direction_term_key(Some(direction)),
        })
        .binding(start.target.class == Some(Class::Binding))
        .note("base", model.place(start.base), ())
}
