//! A base value that was only estimated, while another text of the run gives the final figure.

use std::collections::HashMap;

use serde::Serialize;

use crate::{
    alignment::units_meet,
    catalogue::RegionId,
    finding::{Draft, Drafts, ExactNumber},
    model::{Measure, Model, Role, Statement, TargetRow},
    quantity::Decimal,
    rulebook::{
        Context, StatementFacts, compare_statements, in_printed_unit, printed_unit_of, subject_of,
        tell_statement,
    },
};

/// What an estimate and its final figure share: region, measure, year.
type EstimateKey = (Option<RegionId>, Measure, i32);

/// Reports each estimated base value of a table for which another plan states, or any plan quotes, a different final figure.
pub fn check(context: &Context, drafts: &mut Drafts) {
    let model = context.model;
    let finals = finals(model);
    for (id, plan) in model.plans().filter(|(_, plan)| !plan.reference_only) {
        let Some(period) = plan.period else { continue };
        for (_, row) in model.rows(id) {
            let Some(base) = estimated_base(model, row, period.start) else { continue };
            let Some(known) = finals.get(&estimate_key(base)).copied().flatten() else { continue };
            let meets = units_meet(base.unit.as_ref(), known.unit.as_ref());
            if let Some(gap) = gap_to_final(base, known).filter(|_| meets) {
                drafts.push(draft(model, base, known, gap));
            }
        }
    }
}

/// The value a row starts from, its latest before the period, when that is an estimate.
fn estimated_base<'a>(model: &'a Model, row: &TargetRow, start: i32) -> Option<&'a Statement> {
    let values = model.row_statements(row).map(|(_, said)| said);
    // Only the latest: an estimate further back is no base of the row.
    let before = values.filter(|said| said.is_past() && said.year < start && said.number.is_some());
    before.max_by_key(|said| said.year).filter(|base| is_estimate(base))
}

fn estimate_key(statement: &Statement) -> EstimateKey {
    (statement.region, statement.measure, statement.year)
}

fn is_estimate(statement: &Statement) -> bool {
    statement.in_table() && statement.role == Role::Estimate && statement.region.is_some()
}

/// The final figures of the run that some estimate waits for: a plan's own value goes before a quoted one.
fn finals(model: &Model) -> HashMap<EstimateKey, Option<&Statement>> {
    let all = || model.plans().flat_map(|(id, _)| model.statements(id)).map(|(_, said)| said);
    let mut found: HashMap<EstimateKey, Option<&Statement>> =
        all().filter(|said| is_estimate(said)).map(|said| (estimate_key(said), None)).collect();
    // Observed values first, so that a quote never hides what a plan states itself.
    for role in [Role::Observed, Role::Citation] {
        for said in all().filter(|said| said.role == role && said.number.is_some()) {
            if let Some(known) = found.get_mut(&estimate_key(said)) {
                *known = known.or(Some(said));
            }
        }
    }
    found
}

/// How far the final figure lies from the estimate; `None` when they agree.
fn gap_to_final(base: &Statement, known: &Statement) -> Option<Decimal> {
    let gap = known.number?.checked_sub(base.number?)?;
    (gap != Decimal::ZERO).then_some(gap)
}

/// What its sentences can say.
#[derive(Debug, Serialize)]
struct EstimatedBaselineFacts {
    base: StatementFacts,
    known: StatementFacts,
    gap: ExactNumber,
    higher: bool,
}

fn draft(model: &Model, base: &Statement, known: &Statement, gap: Decimal) -> Draft {
    let case = if known.role == Role::Citation { "quoted" } else { "stated" };
    let mut subject = subject_of(model, base);
    subject.other = Some(model.plan(known.plan).title.clone());
    Draft::new(case, subject, model.place(base))
        .compares(
            compare_statements(model, base, known)
                .apart(in_printed_unit(gap.abs(), base), printed_unit_of(base)),
        )
        .tells(EstimatedBaselineFacts {
            base: tell_statement(model, base),
            known: tell_statement(model, known),
            gap: in_printed_unit(gap.abs(), base).into(),
            higher: gap > Decimal::ZERO,
        })
        .note("known", model.place(known), ())
}
