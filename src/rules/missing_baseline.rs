//! A row whose base-year cells hold no value.

use serde::Serialize;

use crate::{
    finding::{Compared, Draft, Drafts, StatedValue},
    model::{Model, PlanId, Statement, TargetRow},
    quantity::{Basis, ReadingKind},
    rulebook::{
        Context, RowFacts, StatementFacts, is_whole_row, subject_of, tell_row, tell_statement,
        theme_of_row, themes_elsewhere,
    },
    syntax::Class,
};

/// Reports rows with a target that can be measured from a base, when neither table nor prose gives the base.
pub fn check(context: &Context, plan: PlanId, drafts: &mut Drafts) {
    let model = context.model;
    let Some(period) = model.plan(plan).period else { return };
    // A base that stands in the text is there for whoever asks.
    let in_prose = themes_elsewhere(model, plan, |said| said.year < period.start);
    for (_, row) in model.rows(plan).filter(|(_, row)| !row.breaks_off && is_whole_row(model, row))
    {
        if let Some(base) = empty_base(model, row, period.start)
            && starts_from_base(model, row)
            && !in_prose.contains(&theme_of_row(row))
        {
            drafts.push(draft(model, row, base));
        }
    }
}

/// The last base-year cell, when all of them are empty.
fn empty_base<'a>(model: &'a Model, row: &TargetRow, start: i32) -> Option<&'a Statement> {
    let cells = model.row_statements(row).map(|(_, said)| said);
    let bases: Vec<&Statement> = cells.filter(|said| said.is_past() && said.year < start).collect();
    // One filled base cell is enough, whatever the others hold.
    let empty = bases.iter().all(|said| said.kind == ReadingKind::Absent);
    bases.last().copied().filter(|_| empty)
}

/// Whether a target of the row is a state that is reached from a base: not a sum, a rate of change or full coverage.
fn starts_from_base(model: &Model, row: &TargetRow) -> bool {
    let indicator = model.catalogue.indicator(row.indicator);
    // A rate of change and a flow start anew each year, and full coverage needs no base to be judged.
    !indicator.changes
        && !indicator.is_flow()
        && model.row_statements(row).any(|(_, said)| {
            !said.is_past()
                && said.kind == ReadingKind::Targets
                && said.number.is_some()
                && said.measure.basis == Basis::Stock
                && said.measure.indicator == row.indicator
                && !said.measure.coverage
        })
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct MissingBaselineFacts {
    row: RowFacts,
    base: StatementFacts,
}

fn draft(model: &Model, row: &TargetRow, base: &Statement) -> Draft {
    let binding = row.class == Some(Class::Binding);
    let case = if binding { "binding" } else { "other" };
    Draft::new(case, subject_of(model, base), model.phrase_place(base))
        // The value of that year is what is missing; the target beside it would be told as one of the base year.
        .compares(Compared::alone(StatedValue::written(model.phrase(base))))
        .tells(MissingBaselineFacts {
            row: tell_row(model, row),
            base: tell_statement(model, base),
        })
        .binding(binding)
}
